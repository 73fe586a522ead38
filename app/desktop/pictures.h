// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/importpicture.h"
#include "core/base/result.h"
#include "ui/shell/mainwindow.h"

#include <QElapsedTimer>
#include <QTimer>

namespace dw::desktop {

/// Renders every page of a window to <page>.png in a folder, one after the other, each once it
/// shows all it has loaded, and the import to import.png. Never asks; what does not finish in time
/// is an error.
class Pictures final : public QObject {
    Q_OBJECT
public:
    Pictures(ui::MainWindow &window, ui::ShellServices &shell, QString folder, QSize size);
    void start();

signals:
    void finished();
    /// "cli.picture_failed" {file}, "cli.picture_late" {name}.
    void failed(const dw::Error &error);

private:
    enum class Step { Loading, Preparing, Settling };
    void look();
    void lookAtPage();
    void lookAtImport();
    void take(const QString &name, const QPixmap &picture);
    void complain(const QString &id, const QMap<QString, QString> &args);
    void next();

    ui::MainWindow &m_window;
    ui::ShellServices &m_shell;
    std::unique_ptr<ImportPicture> m_import; ///< The last one.
    QString m_folder;
    QTimer m_timer;
    QElapsedTimer m_since;
    size_t m_page = 0;
    Step m_step = Step::Loading;
};

} // namespace dw::desktop
