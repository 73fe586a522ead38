// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobreport.h"
#include "app/cli/messagejson.h"
#include "app/cli/texttable.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// The number that was typed; ends the run where it is none.
std::optional<qint64> numberOf(Session &session, Exit &exit) {
    const QString typed = session.words().first();
    bool ok = false;
    const qint64 number = typed.toLongLong(&ok);
    if (ok && number > 0)
        return number;
    exit = session.misuse({u"cli.bad_job"_s, {{u"value"_s, typed.left(100)}}});
    return std::nullopt;
}

QString shareOf(const JobInfo &job) {
    if (job.total <= 0)
        return {};
    return QString::number(job.done * 100 / job.total) + u" %"_s;
}

QString stateOf(Session &session, const JobInfo &job) {
    return session.say(u"job.state_"_s + nameOf(job.state));
}

/// "Import deals.csv", "Undo: Import deals.csv".
QString labelOf(const Session &session, const JobInfo &job) {
    const QString label = session.say(job.label);
    return job.kind == JobKind::Undo ? session.say(u"job.label_undo"_s, {{u"text"_s, label}})
                                     : label;
}

Exit tell(Session &session, const Result<JobInfo> &job) {
    if (!job)
        return session.fail(job.error());
    if (session.json()) {
        session.printer().json(jobJson(*job, session.catalog()));
        return Exit::Done;
    }
    session.printer().line(session.say(u"cli.job"_s, {{u"number"_s, QString::number(job->number)},
                                                      {u"text"_s, labelOf(session, *job)},
                                                      {u"state"_s, stateOf(session, *job)}}));
    for (const Message &note : job->notes)
        session.printer().errorLine(session.say(u"cli.note"_s, {{u"text"_s, session.say(note)}}));
    if (job->moreNotes > 0)
        session.printer().errorLine(
            session.say(u"job.more_notes"_s, {{u"count"_s, QString::number(job->moreNotes)}}));
    return Exit::Done;
}

/// Asks something of a job, and waits until it stands still.
Exit ask(Session &session, Result<void> (Jobs::*what)(qint64)) {
    Exit exit = Exit::Misused;
    const auto number = numberOf(session, exit);
    if (!number)
        return exit;
    if (const auto asked = (session.workspace().jobs().*what)(*number); !asked)
        return session.fail(asked.error());
    return tell(session, waitFor(session, *number));
}

} // namespace

Exit runJobsList(Session &session) {
    const auto jobs = session.workspace().jobs().list();
    if (!jobs)
        return session.fail(jobs.error());
    if (session.json()) {
        session.printer().beginArray(u"jobs"_s);
        for (const JobInfo &job : *jobs)
            session.printer().element(jobJson(job, session.catalog()));
        session.printer().endArray();
        return Exit::Done;
    }
    TextTable table({{session.say(u"cli.head_job"_s), Align::Right},
                     {session.say(u"cli.head_state"_s)},
                     {session.say(u"cli.head_share"_s), Align::Right},
                     {session.say(u"cli.head_set"_s), Align::Right},
                     {session.say(u"cli.head_started"_s)},
                     {session.say(u"cli.head_what"_s)}});
    for (const JobInfo &job : *jobs)
        table.add({QString::number(job.number), stateOf(session, job), shareOf(job),
                   job.set > 0 ? QString::number(job.set) : QString(), job.started.toIso(),
                   labelOf(session, job)});
    session.printer().lines(table.lines());
    return Exit::Done;
}

Exit runJobsPause(Session &session) { return ask(session, &Jobs::pause); }

Exit runJobsResume(Session &session) { return ask(session, &Jobs::resume); }

Exit runJobsCancel(Session &session) { return ask(session, &Jobs::cancel); }

Exit runJobsUndo(Session &session) {
    Exit exit = Exit::Misused;
    const auto number = numberOf(session, exit);
    if (!number)
        return exit;
    Jobs &jobs = session.workspace().jobs();
    const auto job = jobs.find(*number);
    if (!job)
        return session.fail(job.error());
    if (job->isUnfinished)
        return session.fail(
            makeError(ErrorKind::Busy, u"undo.open"_s, {{u"set"_s, QString::number(job->set)}}));
    if (job->set == 0 || job->state == JobState::TakenBack)
        return session.fail(makeError(ErrorKind::Refused, u"job.nothing_to_undo"_s,
                                      {{u"number"_s, QString::number(*number)}}));
    const auto undone = undoAsJob(session, job->set);
    if (!undone)
        return session.fail(undone.error());
    return session.done(
        *undone,
        {u"cli.undone"_s,
         {{u"set"_s, QString::number(job->set)},
          {u"text"_s, session.say(job->label)},
          {u"new_set"_s, QString::number(undone->set)}}},
        {{u"undone"_s, job->set}, {u"label"_s, messageJson(job->label, session.catalog())}});
}

} // namespace dw::cli
