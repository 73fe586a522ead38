// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/leftovers.h"

#include "core/store/jobs/stagingfile.h"

#include <QDir>
#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool removeEntry(const QFileInfo &entry) {
    const bool isFolder = entry.isDir() && !entry.isSymLink();
    return isFolder ? QDir(entry.absoluteFilePath()).removeRecursively()
                    : QFile::remove(entry.absoluteFilePath());
}

void drop(const QString &folder, const QStringList &patterns, const QString &id,
          std::vector<Message> &notes) {
    const auto filters = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const QFileInfoList entries = QDir(folder).entryInfoList(patterns, filters, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (removeEntry(entry))
            notes.push_back({id, {{u"file"_s, entry.fileName()}}});
    }
}

} // namespace

Result<std::unique_ptr<WorkspaceLock>> takeLock(const WorkspacePaths &paths, int waitMs,
                                                std::vector<Message> &notes) {
    auto lock = WorkspaceLock::take(paths, waitMs);
    if (!lock || !(*lock)->left())
        return lock;
    const LockHolder &left = *(*lock)->left();
    if (left.pid != 0)
        notes.push_back({u"opening.lock_taken_over"_s,
                         {{u"pid"_s, QString::number(left.pid)},
                          {u"host"_s, left.host},
                          {u"program"_s, left.program}}});
    else
        notes.push_back(
            {u"opening.lock_damaged"_s, {{u"file"_s, QDir::toNativeSeparators(paths.lock())}}});
    return lock;
}

void dropLeftovers(const WorkspacePaths &paths, std::vector<Message> &notes) {
    const QString database = QFileInfo(paths.database()).fileName();
    // What was still being staged; finished files are the jobs' (Jobs::rollForward).
    drop(paths.jobs(), {u'*' + stagingSuffix + u'*'}, u"opening.job_dropped"_s, notes);
    drop(paths.folder, {database + u".new*"_s, database + u".part*"_s},
         u"opening.half_made_dropped"_s, notes);
    drop(paths.backups(), {u"workspace-*.part*"_s}, u"opening.half_made_dropped"_s, notes);
}

} // namespace dw
