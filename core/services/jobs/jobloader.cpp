// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/jobs/jobloader.h"

#include "core/store/jobs/jobreads.h"
#include "core/store/log/changelogtable.h"

#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

Result<StagedFile> readStaged(const QString &path) {
    if (!QFileInfo::exists(path))
        return makeError(ErrorKind::Damaged, u"job.damaged"_s,
                         {{u"file"_s, QFileInfo(path).fileName()}}, u"not there"_s);
    const auto c = Connection::open(path, OpenMode::ReadOnly);
    if (!c) {
        if (c.error().kind == ErrorKind::Damaged)
            return makeError(ErrorKind::Damaged, u"job.damaged"_s,
                             {{u"file"_s, QFileInfo(path).fileName()}}, c.error().detail);
        return c.error();
    }
    return StagedFile::read(**c);
}

namespace {

/// What goes into the log is never taken back out of it, so the whole file is looked at first.
Result<StagedFile> readWhole(const QString &path) {
    auto facts = readStaged(path);
    if (!facts)
        return facts;
    if (const auto whole = verifyStaged(path); !whole)
        return whole.error();
    return facts;
}

} // namespace

qint64 stepsOf(const QString &path, const StagedFile &facts) {
    const auto c = Connection::open(path, OpenMode::ReadOnly);
    const qint64 keys = c ? stagedKeyCount(**c, facts) : 0;
    return facts.records + keys + facts.rows + facts.rejected;
}

Result<JobWork::Options> loadJob(const WorkspacePaths &paths, const QString &vfs, const JobRow &job,
                                 bool cancel) {
    JobWork::Options options;
    options.job = job;
    options.database = paths.database();
    options.vfs = vfs;
    if (job.kind == JobKind::Import && job.phase < JobPhase::Undo) {
        const QString path = paths.jobs() + u'/' + job.file;
        auto facts = readWhole(path);
        if (facts) {
            options.staged = path;
            options.facts = *std::move(facts);
        } else if ((!cancel && job.state != JobState::Cancelled)
                   || facts.error().kind != ErrorKind::Damaged) {
            return facts.error();
        }
    }
    const auto c = Connection::open(paths.database(), OpenMode::ReadOnly, vfs);
    if (!c)
        return c.error();
    const bool undoing = job.phase == JobPhase::Undo || job.phase == JobPhase::CloseUndo;
    const qint64 open = undoing ? job.undoSet : job.set;
    if (open != 0) {
        auto set = OpenSet::restore(**c, open);
        if (!set)
            return set.error();
        options.set = *std::move(set);
        auto edited = editedSince(**c, open);
        if (!edited)
            return edited.error();
        options.edited = *std::move(edited);
    }
    if (undoing) {
        auto undone = changelog::findSet(**c, job.kind == JobKind::Undo ? job.ofSet : job.set);
        if (!undone)
            return undone.error();
        if (!*undone)
            return makeError(ErrorKind::Damaged, u"job.set_lost"_s,
                             {{u"set"_s, QString::number(job.ofSet)}});
        options.undone = *std::move(undone);
    }
    return options;
}

} // namespace dw
