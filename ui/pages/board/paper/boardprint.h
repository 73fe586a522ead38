// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/paper/boardpaper.h"
#include "ui/shell/page.h"

#include <QPagedPaintDevice>
#include <QPointer>
#include <QSaveFile>

namespace dw::ui {

class BoardStore;
class BusyDialog;

/// What a board shows now, to be put on paper. `totals`: as the head of the page says them.
[[nodiscard]] BoardPaper paperOf(const BoardStore &store, const QString &totals,
                                 ShellServices &shell);

/// Paints a paper page by page into a device between other events; long ones show how far they are
/// and can be stopped. Deletes itself when it has ended.
class BoardPrintRun final : public QObject {
    Q_OBJECT
public:
    /// `file`: what the device writes into, where it does; an older file stands until the new one
    /// is whole.
    BoardPrintRun(BoardPaper paper, std::unique_ptr<QPagedPaintDevice> device, QWidget *window,
                  std::unique_ptr<QSaveFile> file = {});
    ~BoardPrintRun() override;

    [[nodiscard]] int pages() const { return m_pages; }
    /// Somebody did not want it any more.
    [[nodiscard]] bool wasStopped() const { return m_stopped; }

signals:
    /// `whole` = false where it was stopped or the device failed.
    void ended(bool whole);

private:
    void paintNext();
    void end(bool whole);

    BoardPaper m_paper;
    std::unique_ptr<QSaveFile> m_file; ///< Outlives the device.
    std::unique_ptr<QPagedPaintDevice> m_device;
    Theme m_theme; ///< Paper is light.
    CardPainter m_cards;
    std::unique_ptr<QPainter> m_painter;
    QPointer<BusyDialog> m_busy;
    QPointer<QWidget> m_window;
    qreal m_height = 0;
    int m_pages = 0;
    int m_next = 0;
    bool m_stopped = false;
};

/// Writes a PDF; the run tells when it is done. The page is landscape and as large as its columns
/// ask for, A4 or A3.
[[nodiscard]] BoardPrintRun *writePdf(BoardPaper paper, const QString &path, QWidget *window);
/// Writes a PNG at twice the size of the screen's px, in the theme in force; the newest rows only
/// where a column has many. False where the file cannot be written.
[[nodiscard]] bool writePicture(const BoardPaper &paper, const QString &path, const Theme &theme);

/// Ask for printer or file, then do it and say so.
void askToPrint(BoardPaper paper, ShellServices &shell, QWidget *window);
void askForPdf(BoardPaper paper, ShellServices &shell, QWidget *window);
void askForPicture(BoardPaper paper, ShellServices &shell, QWidget *window);

} // namespace dw::ui
