// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobreport.h"

#include "app/cli/messagejson.h"
#include "app/cli/workprogress.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

QJsonObject jobJson(const JobInfo &job, const Catalog &catalog) {
    const auto uuid = [](RecordId id) { return textOrNull(id.isNull() ? QString() : id.text()); };
    return {{u"job"_s, job.number},
            {u"kind"_s, nameOf(job.kind)},
            {u"state"_s, nameOf(job.state)},
            {u"phase"_s, nameOf(job.phase)},
            {u"done"_s, job.done},
            {u"total"_s, job.total},
            {u"set"_s, job.set},
            {u"undone"_s, job.ofSet},
            {u"label"_s, messageJson(job.label, catalog)},
            {u"actor"_s, uuid(job.actor)},
            {u"started"_s, job.started.toIso()},
            {u"ended"_s, job.ended ? QJsonValue(job.ended->toIso()) : QJsonValue()},
            {u"rejected"_s, job.rejected},
            {u"notes"_s, messagesJson(job.notes, catalog)},
            {u"more_notes"_s, job.moreNotes},
            {u"problem"_s,
             job.problem ? QJsonValue(messageJson(*job.problem, catalog)) : QJsonValue()}};
}

Result<JobInfo> waitFor(Session &session, qint64 number) {
    const WorkProgress progress = progressOf(session);
    const auto show = [&progress](const JobInfo &job) {
        if (progress)
            progress(job.done, job.total);
    };
    auto job = session.workspace().jobs().wait(number, show, session.stopToken());
    session.printer().endProgress();
    if (!job || job->state != JobState::Failed || !job->problem)
        return job;
    return makeError(ErrorKind::Io, job->problem->id, job->problem->args);
}

Result<Committed> undoAsJob(Session &session, qint64 set) {
    Workspace &workspace = session.workspace();
    const auto number = workspace.jobs().startUndo(set, workspace.actor());
    if (!number)
        return number.error();
    const auto job = waitFor(session, *number);
    if (!job)
        return job.error();
    if (job->set == 0) {
        Error error =
            makeError(ErrorKind::Refused, u"undo.nothing"_s, {{u"set"_s, QString::number(set)}});
        error.reasons = job->notes;
        return error;
    }
    Committed committed;
    committed.set = job->set;
    committed.notes = job->notes;
    if (job->moreNotes > 0)
        committed.notes.push_back(
            {u"job.more_notes"_s, {{u"count"_s, QString::number(job->moreNotes)}}});
    return committed;
}

} // namespace dw::cli
