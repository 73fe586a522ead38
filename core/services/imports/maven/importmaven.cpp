// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/maven/mavenwriter.h"

#include <QDir>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Work mavenWork(const QString &folder, RecordId actor) {
    const QString name = QDir(folder).dirName();
    Work work;
    work.info.kind = SetKind::Import;
    work.info.way = WriteWay::Import;
    work.info.actor = actor;
    work.info.label = {u"import.set_preset"_s, {{u"file"_s, name}}};
    work.info.source = name;
    return work;
}

} // namespace

Result<void> checkMaven(const QString &folder) {
    const auto set = readMaven(folder, *Catalog::builtin());
    return set ? Result<void>() : set.error();
}

Result<ImportReport> dryRunMaven(Workspace &workspace, const QString &folder) {
    const auto set = readMaven(folder, *workspace.catalog());
    if (!set)
        return set.error();
    ImportReport report;
    const ReadTime time = workspace.readTime();
    Work work = mavenWork(folder, workspace.actor());
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        report = set->report;
        if (auto written = MavenWriter(tx, *set, time, {}, report).write(); !written)
            return written;
        noteWarnings(report, tx.warnings());
        return onlyLooked();
    };
    const auto looked = workspace.run(work);
    if (!looked && looked.error() != onlyLooked())
        return looked.error();
    return report;
}

Result<ImportReport> importMaven(Workspace &workspace, const QString &folder, RecordId actor,
                                 const ImportProgress &progress, StopToken stop) {
    const auto set = readMaven(folder, *workspace.catalog());
    if (!set)
        return set.error();
    ImportReport report;
    const ReadTime time = workspace.readTime();
    Work work = mavenWork(folder, actor);
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        report = set->report;
        tx.setStopToken(stop);
        if (auto written = MavenWriter(tx, *set, time, progress, report).write(); !written)
            return written;
        return keepRejectedRows(tx.reader().connection(), tx.set(), report.rejects);
    };
    const auto committed = workspace.run(work);
    if (!committed)
        return committed.error();
    if (const auto complete = completeReport(workspace, report, *committed); !complete)
        return complete.error();
    return report;
}

} // namespace dw
