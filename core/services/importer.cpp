// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importer.h"

#include "core/services/importunit.h"

#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString namesOf(const QStringList &files) {
    QStringList names;
    for (const QString &file : files)
        names << QFileInfo(file).fileName();
    return names.join(u", "_s);
}

Work importWork(const ImportRequest &request, RecordId actor) {
    Work work;
    work.info.kind = SetKind::Import;
    work.info.way = WriteWay::Import;
    work.info.actor = actor;
    work.info.label = {u"import.set"_s,
                       {{u"entity"_s, request.entity}, {u"file"_s, namesOf(request.files)}}};
    work.info.source = request.source.isEmpty() ? namesOf(request.files) : request.source;
    return work;
}

/// As the catalogue writes the entity, so that labels are found.
Result<ImportRequest> checked(const Workspace &workspace, ImportRequest request) {
    const auto entity = workspace.catalog()->find(request.entity);
    if (!entity)
        return entity.error();
    request.entity = (*entity)->key;
    return request;
}

} // namespace

Result<ImportReport> dryRunImport(Workspace &workspace, const ImportRequest &asked) {
    const auto request = checked(workspace, asked);
    if (!request)
        return request.error();
    ImportReport report;
    Work work = importWork(*request, workspace.actor());
    const ReadTime time = workspace.readTime();
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        report = {};
        if (const auto run = ImportUnit(tx, *request, time, {}, report).run(); !run)
            return run.error();
        noteWarnings(report, tx.warnings());
        return onlyLooked();
    };
    const auto looked = workspace.run(work);
    if (!looked && looked.error() != onlyLooked())
        return looked.error();
    return report;
}

Result<ImportReport> runImport(Workspace &workspace, const ImportRequest &asked, RecordId actor,
                               const ImportProgress &progress, StopToken stop) {
    const auto request = checked(workspace, asked);
    if (!request)
        return request.error();
    ImportReport report;
    Work work = importWork(*request, actor);
    const ReadTime time = workspace.readTime();
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        report = {};
        tx.setStopToken(stop);
        return ImportUnit(tx, *request, time, progress, report).run();
    };
    const auto committed = workspace.run(work);
    if (!committed)
        return committed.error();
    if (const auto complete = completeReport(workspace, report, *committed); !complete)
        return complete.error();
    return report;
}

} // namespace dw
