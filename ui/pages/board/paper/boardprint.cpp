// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/paper/boardprint.h"

#include "core/services/wording/wording.h"
#include "ui/dialogs/busydialog.h"
#include "ui/models/boardstore.h"
#include "ui/pages/board/columns/columnhead.h"
#include "ui/pages/board/columns/grouptext.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// From so many pages on it says how far it is.
constexpr int manyPages = 20;
constexpr int mostRowsInPicture = 30;
constexpr int columnsOnA4 = 5;

struct PrintText {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::BoardPrintRun)
};

QPageLayout layoutFor(const BoardPaper &paper) {
    const bool small = paper.content().columns.size() <= columnsOnA4;
    return {QPageSize(small ? QPageSize::A4 : QPageSize::A3), QPageLayout::Landscape,
            QMarginsF(8, 8, 8, 8), QPageLayout::Millimeter};
}

QString suggested(const BoardPaper &paper, const QString &suffix) {
    QString name = paper.content().title;
    static const QString forbidden = u"/\\:*?\"<>|"_s;
    for (QChar &c : name) {
        if (forbidden.contains(c) || c.unicode() < 0x20)
            c = u'-';
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).filePath(name + suffix);
}

void sayWritten(const QString &path, ShellServices &shell) {
    const QFileInfo file(path);
    shell.notify(ShellServices::Tone::Success, PrintText::tr("Wrote “%1”").arg(file.fileName()),
                 {PrintText::tr("Show in folder"), [folder = file.absolutePath()] {
                      QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
                  }});
}

void sayNotWritten(const QString &path, ShellServices &shell) {
    shell.notify(ShellServices::Tone::Failure,
                 PrintText::tr("“%1” could not be written. Nothing else was changed; try another "
                               "folder.")
                     .arg(QDir::toNativeSeparators(path)));
}

void askForFile(const QString &title, const QString &path, const QString &filter,
                const QString &suffix, QWidget *window,
                const std::function<void(const QString &)> &chosen) {
    auto *dialog = new QFileDialog(window, title, path, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, chosen);
    dialog->open();
}

} // namespace

BoardPaper paperOf(const BoardStore &store, const QString &totals, ShellServices &shell) {
    const Language language = shell.language();
    const ReadTime time = shell.workspace().readTime();
    const QDate today = shell.workspace().today();
    BoardPaper::Content content;
    content.title = store.pipeline().name;
    content.totals = totals;
    content.made = displayInstant(time.now, time.zone, today, Style::Full);
    for (int i = 0; i < store.columnCount(); ++i) {
        const ColumnTotals sums = store.totals(i);
        BoardPaper::Column column;
        column.name = GroupText::name(store.column(i)->group(), language);
        column.sums = ColumnHead::sumsText(sums, language, false);
        column.count = store.column(i)->rowCount();
        if (store.column(i)->group().outcome == Outcome::Open)
            column.weighted =
                PrintText::tr("Weighted %1").arg(ColumnHead::sumsText(sums, language, true));
        for (const BoardCard *card : store.column(i)->cards())
            column.cards.push_back(
                {*card, {store.stageOf(*card), time, today, language, store.grouping()}});
        content.columns.push_back(std::move(column));
    }
    return BoardPaper(std::move(content));
}

BoardPrintRun::BoardPrintRun(BoardPaper paper, std::unique_ptr<QPagedPaintDevice> device,
                             QWidget *window, std::unique_ptr<QSaveFile> file)
    : QObject(window),
      m_paper(std::move(paper)),
      m_file(std::move(file)),
      m_device(std::move(device)),
      m_cards(m_theme),
      m_painter(std::make_unique<QPainter>()),
      m_window(window) {
    // The first page waits until whoever made this listens.
    QTimer::singleShot(0, this, [this] {
        if ((m_file && !m_file->isOpen()) || !m_painter->begin(m_device.get())) {
            end(false);
            return;
        }
        const qreal scale = qreal(m_painter->device()->width()) / m_paper.width();
        m_height = m_painter->device()->height() / scale;
        m_pages = m_paper.pageCount(m_height);
        m_painter->scale(scale, scale);
        if (m_pages >= manyPages && m_window) {
            m_busy = new BusyDialog(tr("Writing %Ln page(s)…", nullptr, m_pages), m_window);
            connect(m_busy, &QDialog::rejected, this, [this] {
                m_stopped = true;
                end(false);
            });
            m_busy->open();
        }
        paintNext();
    });
}

BoardPrintRun::~BoardPrintRun() = default;

void BoardPrintRun::paintNext() {
    if (!m_painter)
        return;
    if (m_next > 0 && !m_device->newPage()) {
        end(false);
        return;
    }
    m_paper.paintPage(*m_painter, m_cards, m_theme, m_height, m_next++);
    if (m_busy)
        m_busy->setProgress(m_next, m_pages);
    if (m_next == m_pages)
        end(true);
    else
        QTimer::singleShot(0, this, &BoardPrintRun::paintNext);
}

void BoardPrintRun::end(bool whole) {
    if (!m_painter)
        return;
    const bool closed = !m_painter->isActive() || m_painter->end();
    m_painter.reset();
    m_device.reset();
    if (m_busy)
        m_busy->finish();
    bool kept = whole && closed;
    if (m_file) {
        if (!kept)
            m_file->cancelWriting();
        kept = kept && m_file->commit();
    }
    emit ended(kept);
    deleteLater();
}

BoardPrintRun *writePdf(BoardPaper paper, const QString &path, QWidget *window) {
    auto file = std::make_unique<QSaveFile>(path);
    // Where it cannot be opened the run ends at once and says so.
    (void)file->open(QIODevice::WriteOnly);
    auto device = std::make_unique<QPdfWriter>(file.get());
    device->setPageLayout(layoutFor(paper));
    device->setTitle(paper.content().title);
    device->setCreator(u"Dealwright"_s);
    return new BoardPrintRun(std::move(paper), std::move(device), window, std::move(file));
}

bool writePicture(const BoardPaper &paper, const QString &path, const Theme &theme) {
    constexpr qreal ratio = 2;
    size_t most = 1;
    for (const BoardPaper::Column &column : paper.content().columns)
        most = std::max(most, column.cards.size());
    const int rows = int(std::min(most, size_t(mostRowsInPicture)));
    const int height = BoardPaper::heightOf(rows);
    QImage image((QSizeF(paper.width(), height) * ratio).toSize(),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    QPainter p(&image);
    CardPainter cards(theme);
    paper.paintPage(p, cards, theme, height, 0);
    p.end();
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && image.save(&file, "PNG") && file.commit();
}

void askForPdf(BoardPaper paper, ShellServices &shell, QWidget *window) {
    const QString name = suggested(paper, u".pdf"_s);
    askForFile(PrintText::tr("Export the board as PDF"), name, u"PDF (*.pdf)"_s, u"pdf"_s, window,
               [paper = std::move(paper), &shell, window](const QString &path) {
                   BoardPrintRun *run = writePdf(paper, path, window);
                   QObject::connect(run, &BoardPrintRun::ended, window,
                                    [path, run, &shell](bool whole) {
                                        if (whole)
                                            sayWritten(path, shell);
                                        else if (!run->wasStopped())
                                            sayNotWritten(path, shell);
                                    });
               });
}

void askForPicture(BoardPaper paper, ShellServices &shell, QWidget *window) {
    const QString name = suggested(paper, u".png"_s);
    askForFile(PrintText::tr("Export the board as picture"), name, u"PNG (*.png)"_s, u"png"_s,
               window, [paper = std::move(paper), &shell](const QString &path) {
                   if (writePicture(paper, path, shell.theme()))
                       sayWritten(path, shell);
                   else
                       sayNotWritten(path, shell);
               });
}

void askToPrint(BoardPaper paper, ShellServices &shell, QWidget *window) {
    auto printer = std::make_shared<std::unique_ptr<QPrinter>>(std::make_unique<QPrinter>());
    (*printer)->setPageLayout(layoutFor(paper));
    (*printer)->setDocName(paper.content().title);
    auto *dialog = new QPrintDialog(printer->get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<>(&QDialog::accepted), window,
                     [printer, paper = std::move(paper), &shell, window] {
                         auto *run = new BoardPrintRun(paper, std::move(*printer), window);
                         QObject::connect(run, &BoardPrintRun::ended, window, [&shell](bool whole) {
                             if (!whole)
                                 shell.notify(ShellServices::Tone::Failure,
                                              PrintText::tr("The board was not printed."));
                         });
                     });
    dialog->open();
}

} // namespace dw::ui
