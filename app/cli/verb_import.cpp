// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importreport.h"
#include "app/cli/importrequest.h"
#include "app/cli/verb_importworkspace.h"
#include "app/cli/workprogress.h"
#include "core/services/imports/leadintake.h"
#include "core/services/imports/rejects.h"

#include <QDir>
#include <QTemporaryDir>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// Where rejected rows are to go is looked at before anything is opened or read: afterwards it
/// would be too late to refuse.
Result<void> checkRejects(const Session &session, const QStringList &files) {
    const auto out = session.option(u"--rejects"_s);
    if (!out)
        return {};
    if (out->isEmpty())
        return makeError(ErrorKind::Invalid, u"cli.empty_option"_s,
                         {{u"option"_s, u"--rejects"_s}});
    const WorkspacePaths paths = WorkspacePaths::of(session.options().workspace);
    QStringList inputs = files;
    inputs << paths.lock();
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        inputs << paths.database() + suffix;
    if (const auto map = session.option(u"--map"_s))
        inputs << *map;
    return checkRejectsTarget(*out, inputs);
}

/// Ends the run where checkRejects fails: wrong usage, but for what the disk does not let.
std::optional<Exit> refuseRejects(Session &session, const QStringList &files) {
    const auto checked = checkRejects(session, files);
    if (checked)
        return std::nullopt;
    const Error &error = checked.error();
    return error.kind == ErrorKind::Invalid ? session.misuse(error.message) : session.fail(error);
}

/// What came in stays, so whoever reads the error must learn of it.
Error withWhatCameIn(Error error, const ImportReport &report, bool dryRun) {
    if (dryRun)
        error.message.id = u"import.rejects_of_dry_run_not_written"_s;
    else if (report.set == 0)
        error.message.id = u"import.rejects_of_none_not_written"_s;
    error.message.args.insert(u"set"_s, QString::number(report.set));
    error.message.args.insert(u"read"_s, QString::number(report.read));
    error.message.args.insert(u"count"_s, QString::number(report.rejected));
    return error;
}

/// What both kinds of import end with. `rows`: all rejected rows, where the report may hold only
/// the first of them.
Exit tell(Session &session, const Result<ImportReport> &report, bool dryRun,
          const EachRejected &rows = {}) {
    session.printer().endProgress();
    if (!report)
        return session.fail(report.error());
    if (const auto out = session.option(u"--rejects"_s)) {
        const auto written =
            rows ? writeRejects(*out, report->headers, rows, session.language(), session.catalog())
                 : writeRejects(*out, *report, session.language(), session.catalog());
        if (!written)
            return session.fail(withWhatCameIn(written.error(), *report, dryRun));
    }
    if (session.json())
        session.printer().json(reportJson(*report, dryRun, session.catalog()));
    else
        printReport(session, *report, dryRun);
    return Exit::Done;
}

/// The workspace that a preset goes into; one that is not there yet is made once its files are
/// known to be readable, for a dry run in a place that goes away again.
Result<void> openForPreset(Session &session, const QString &folder, bool dryRun) {
    auto opened = session.open(Workspace::Mode::Write);
    if (opened || opened.error().message.id != "workspace.none"_L1)
        return opened;
    if (const auto readable = checkMaven(folder); !readable)
        return readable;
    return dryRun ? session.createScratch() : session.create({});
}

Exit importPreset(Session &session, const QString &preset) {
    if (preset != "maven"_L1)
        return session.misuse({u"cli.unknown_preset"_s, {{u"value"_s, preset.left(100)}}});
    if (session.arguments().has(u"--map"_s))
        return session.misuse({u"cli.option_not_here"_s, {{u"option"_s, u"--map"_s}}});
    if (session.words().size() != 1)
        return session.misuse(
            {u"cli.too_many_words"_s, {{u"value"_s, session.words().at(1).left(100)}}});
    const QString folder = session.words().first();
    QStringList files;
    for (const QString &name : mavenFiles())
        files << QDir(folder).filePath(name);
    if (const auto refused = refuseRejects(session, files))
        return *refused;
    const bool dryRun = session.arguments().has(u"--dry-run"_s);
    if (const auto opened = openForPreset(session, folder, dryRun); !opened)
        return session.fail(opened.error());
    Workspace &workspace = session.workspace();
    if (dryRun)
        return tell(session, dryRunMaven(workspace, folder), true);
    return tell(
        session,
        importMaven(workspace, folder, workspace.actor(), progressOf(session), session.stopToken()),
        false);
}

/// In JSON the columns that were left out stand among the notes: stderr holds errors alone.
ImportReport withUnsure(const Session &session, ImportReport report,
                        const std::vector<Message> &unsure) {
    if (session.json())
        report.notes.insert(report.notes.end(), unsure.begin(), unsure.end());
    return report;
}

/// Reads only, so it works beside an open window; what is staged goes to a folder that goes too.
Exit dryRun(Session &session, const ImportRequest &request, const std::vector<Message> &unsure) {
    const QTemporaryDir folder;
    Workspace &workspace = session.workspace();
    ImportContext context = ImportContext::of(workspace, workspace.actor());
    context.folder = folder.path();
    const auto staged = stageImport(context, request, progressOf(session), session.stopToken());
    if (!staged)
        return tell(session, staged.error(), true);
    const auto rows = [&staged](const TakeRejected &take) -> Result<void> {
        const auto file = Connection::open(staged->path(), OpenMode::ReadOnly);
        return file ? eachStagedRejectedRow(**file, take) : file.error();
    };
    return tell(session, withUnsure(session, staged->report(), unsure), true, rows);
}

Exit realRun(Session &session, const ImportRequest &request, const std::vector<Message> &unsure) {
    Workspace &workspace = session.workspace();
    auto report = dw::runImport(workspace, request, workspace.actor(), progressOf(session),
                                session.stopToken());
    session.refreshCatalog();
    if (report)
        report = withUnsure(session, *std::move(report), unsure);
    if (!report || report->job == 0)
        return tell(session, report, false);
    const auto job = rejectedJob(workspace, report->job);
    if (!job)
        return session.fail(job.error());
    return tell(session, report, false, rejectedRowsOf(workspace, *job));
}

/// One lead as text, pasted into the standard input.
Exit takeLead(Session &session, const QString &text) {
    const auto committed = session.workspace().run(intakeWork(text, session.origin()));
    if (!committed)
        return session.fail(committed.error());
    const Message sentence = committed->notes.empty() ? Message{} : committed->notes.front();
    QJsonObject object{{u"set"_s, committed->set},
                       {u"lead"_s, sentence.args.value(u"id"_s)},
                       {u"again"_s, sentence.id == "lead.came_again"_L1}};
    if (session.json())
        session.printer().json(object);
    else
        session.printer().line(session.say(sentence));
    return Exit::Done;
}

/// What is wrong about the words and options is a misuse, everything else a failure.
Exit failOrMisuse(Session &session, const Error &error) {
    return error.message.id.startsWith("cli."_L1) ? session.misuse(error.message)
                                                  : session.fail(error);
}

} // namespace

Exit runImport(Session &session) {
    if (session.options().workspace.isEmpty())
        return session.misuse({u"cli.no_workspace"_s, {}});
    if (const auto preset = session.option(u"--preset"_s))
        return importPreset(session, *preset);
    if (meansWorkspace(session))
        return importWorkspaceInto(session);
    if (const auto refused = refuseRejects(session, filesOf(session.words())))
        return *refused;
    session.stopOnInterrupt();
    const bool isDry = session.arguments().has(u"--dry-run"_s);
    const auto opened = session.open(isDry ? Workspace::Mode::ReadOnly : Workspace::Mode::Write);
    if (!opened)
        return session.fail(opened.error());
    auto request = importRequest(session);
    if (!request)
        return failOrMisuse(session, request.error());
    if (request->sources.size() == 1) {
        const ImportSource &only = request->sources.front();
        const QString text = QString::fromUtf8(only.pasted);
        if (only.entity == "lead"_L1 && only.file.isEmpty() && looksLikeOneLead(text) && !isDry)
            return takeLead(session, text);
    }
    const auto unsure = proposeMappings(session, *request);
    if (!unsure)
        return session.fail(unsure.error());
    if (!session.json()) {
        for (const Message &column : *unsure)
            session.printer().errorLine(session.say(column));
    }
    return isDry ? dryRun(session, *request, *unsure) : realRun(session, *request, *unsure);
}

} // namespace dw::cli
