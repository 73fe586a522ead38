// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importreport.h"
#include "app/cli/texttable.h"
#include "app/cli/workprogress.h"
#include "core/services/imports/rejects.h"
#include "core/services/targetfile.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// The job that the first word names; nullopt: the run ended with `exit`.
std::optional<RejectedJob> jobOf(Session &session, Exit &exit) {
    const QString typed = session.words().first();
    bool ok = false;
    const qint64 number = typed.toLongLong(&ok);
    if (!ok || number <= 0) {
        exit = session.misuse({u"cli.bad_job"_s, {{u"value"_s, typed.left(100)}}});
        return std::nullopt;
    }
    auto job = rejectedJob(session.workspace(), number);
    if (!job) {
        exit = session.fail(job.error());
        return std::nullopt;
    }
    return *std::move(job);
}

QJsonObject jsonOf(const JobInfo &job) {
    return {{u"job"_s, job.number},
            {u"set"_s, job.set},
            {u"rejected"_s, job.rejected},
            {u"entity"_s, job.label.args.value(u"entity"_s)},
            {u"file"_s, job.label.args.value(u"file"_s)}};
}

} // namespace

Exit runRejectsList(Session &session) {
    const auto jobs = session.workspace().jobs().list();
    if (!jobs)
        return session.fail(jobs.error());
    TextTable table({{session.say(u"cli.head_job"_s), Align::Right},
                     {session.say(u"cli.head_set"_s), Align::Right},
                     {session.say(u"cli.head_rejected"_s), Align::Right},
                     {session.say(u"cli.head_what"_s)}});
    if (session.json())
        session.printer().beginArray(u"jobs"_s);
    for (const JobInfo &job : *jobs) {
        if (job.rejected == 0)
            continue;
        if (session.json())
            session.printer().element(jsonOf(job));
        else
            table.add({QString::number(job.number), QString::number(job.set),
                       QString::number(job.rejected), session.say(job.label)});
    }
    if (session.json())
        session.printer().endArray();
    else
        session.printer().lines(table.lines());
    return Exit::Done;
}

Exit runRejectsExport(Session &session) {
    Exit exit = Exit::Done;
    const auto job = jobOf(session, exit);
    if (!job)
        return exit;
    const QString out = session.words().at(1);
    if (isWithinWorkspace(out, session.workspace().paths()))
        return session.misuse({u"import.rejects_is_input"_s, {{u"file"_s, out}}});
    if (const auto may = checkTargetFile(out); !may)
        return session.fail(may.error());
    const auto written =
        writeRejects(out, job->asked.headers, rejectedRowsOf(session.workspace(), *job),
                     session.language(), session.catalog());
    if (!written) {
        Error error = written.error();
        if (error.message.id == "import.rejects_not_written"_L1)
            error.message.id = u"export.not_written"_s;
        return session.fail(error);
    }
    if (session.json()) {
        QJsonObject object = jsonOf(job->info);
        object.insert(u"out"_s, out);
        session.printer().json(object);
    } else {
        session.printer().line(
            session.say(u"cli.rejects_written"_s,
                        {{u"count"_s, QString::number(job->info.rejected)}, {u"file"_s, out}}));
    }
    return Exit::Done;
}

Exit runRejectsRetry(Session &session) {
    Exit exit = Exit::Done;
    const auto job = jobOf(session, exit);
    if (!job)
        return exit;
    session.stopOnInterrupt();
    Workspace &workspace = session.workspace();
    const auto report = retryRejects(workspace, job->info.number, session.words().value(1),
                                     workspace.actor(), progressOf(session), session.stopToken());
    session.printer().endProgress();
    session.refreshCatalog();
    if (!report)
        return session.fail(report.error());
    if (session.json())
        session.printer().json(reportJson(*report, false, session.catalog()));
    else
        printReport(session, *report, false);
    return Exit::Done;
}

} // namespace dw::cli
