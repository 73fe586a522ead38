// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exports/exportrun.h"

#include "core/services/exports/listcondition.h"
#include "core/services/exports/workspaceexport.h"
#include "ui/dialogs/busydialog.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// Returns how many rows were written. Any thread.
Result<qint64> write(const ReadSource &source, const ExportChoice &choice, Language language,
                     const WorkProgress &progress, const StopToken &stop) {
    if (choice.entity.isEmpty()) {
        const auto report = exportWorkspace(source, choice.path, progress, stop);
        return report ? Result<qint64>(report->rows) : report.error();
    }
    ListExportRequest request;
    request.path = choice.path;
    request.format = choice.format;
    request.entity = choice.entity;
    request.encoding = choice.encoding;
    request.language = language;
    if (!choice.where.isEmpty()) {
        const EntityDesc &entity = *source.catalog->entity(choice.entity);
        auto where = conditionFrom(choice.where, *source.catalog, entity);
        if (!where)
            return where.error();
        request.where = std::move(*where);
    }
    const auto report = exportList(source, request, progress, stop);
    return report ? Result<qint64>(report->rows) : report.error();
}

} // namespace

ExportRun::ExportRun(const ExportChoice &choice, ShellServices &shell, QWidget *window)
    : QObject(window),
      m_choice(choice),
      m_shell(shell),
      m_busy(new BusyDialog(tr("Writing “%1”…").arg(QFileInfo(choice.path).fileName()), window)) {
    connect(m_busy, &QDialog::rejected, this, [this] { m_stop.stop(); });
    const auto progress = [this, busy = m_busy](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this,
            [busy, done, total] {
                if (busy)
                    busy->setProgress(done, total);
            },
            Qt::QueuedConnection);
    };
    const auto rows = std::make_shared<Result<qint64>>(0);
    m_work = std::make_unique<BackgroundWork>(
        [source = ReadSource::of(shell.workspace()), choice, language = shell.language(), progress,
         stop = m_stop, rows] { *rows = write(source, choice, language, progress, stop); },
        [this, rows] { end(*rows); });
    m_busy->open();
}

ExportRun::~ExportRun() { m_stop.stop(); }

void ExportRun::end(const Result<qint64> &rows) {
    deleteLater();
    if (m_busy)
        m_busy->finish();
    if (!rows) {
        if (rows.error().kind != ErrorKind::Cancelled)
            m_shell.notifyError(rows.error());
        return;
    }
    const QString folder = QFileInfo(m_choice.path).absolutePath();
    m_shell.notify(ShellServices::Tone::Success,
                   tr("Wrote %Ln row(s) to “%1”", nullptr, int(*rows))
                       .arg(QFileInfo(m_choice.path).fileName()),
                   {tr("Show in folder"),
                    [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
}

} // namespace dw::ui
