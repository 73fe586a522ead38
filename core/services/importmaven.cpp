// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mavenwriter.h"

#include <QDir>

namespace dw {
using namespace Qt::StringLiterals;

Result<ImportReport> importMaven(Workspace &workspace, const QString &folder, RecordId actor,
                                 const ImportProgress &progress, StopToken stop) {
    const auto set = readMaven(folder, *workspace.catalog());
    if (!set)
        return set.error();
    ImportReport report;
    const ReadTime time = workspace.readTime();
    const QString name = QDir(folder).dirName();
    Work work;
    work.info.kind = SetKind::Import;
    work.info.way = WriteWay::Import;
    work.info.actor = actor;
    work.info.label = {u"import.set_preset"_s, {{u"file"_s, name}}};
    work.info.source = name;
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
