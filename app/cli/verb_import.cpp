// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importreport.h"
#include "core/services/format.h"
#include "core/services/rejectsfile.h"

#include <QDir>
#include <QFile>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestMap = 1 << 20;

ImportProgress progressOf(Session &session) {
    if (session.json())
        return {};
    // A terminal is slower than an import, so only what people can see is written.
    return [&session, shown = qint64(-1)](qint64 done, qint64 total) mutable {
        const qint64 percent = total > 0 ? done * 100 / total : 0;
        if (percent != shown)
            session.printer().progress(groupedInteger(done) + u" / "_s + groupedInteger(total));
        shown = percent;
    };
}

Result<ImportMapping> mappingFrom(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorKind::Io, u"import.no_file"_s, {{u"file"_s, path}},
                         file.errorString());
    return ImportMapping::fromJson(file.read(largestMap));
}

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

/// What both kinds of import end with.
Exit tell(Session &session, const Result<ImportReport> &report, bool dryRun) {
    session.printer().endProgress();
    if (!report)
        return session.fail(report.error());
    if (const auto out = session.option(u"--rejects"_s)) {
        if (const auto written = writeRejects(*out, *report, session.language(), session.catalog());
            !written)
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

} // namespace

Exit runImport(Session &session) {
    if (session.options().workspace.isEmpty())
        return session.misuse({u"cli.no_workspace"_s, {}});
    if (const auto preset = session.option(u"--preset"_s))
        return importPreset(session, *preset);
    if (session.words().size() < 2)
        return session.misuse({u"cli.missing_words"_s, {}});
    if (const auto refused = refuseRejects(session, session.words().mid(1)))
        return *refused;

    const bool dryRun = session.arguments().has(u"--dry-run"_s);
    // A dry run writes too, and rolls back.
    const auto opened = session.open(Workspace::Mode::Write);
    if (!opened)
        return session.fail(opened.error());
    const auto entity = session.catalog().find(session.words().first());
    if (!entity)
        return session.fail(entity.error());
    ImportRequest request;
    request.entity = (*entity)->key;
    request.files = session.words().mid(1);
    if (const auto path = session.option(u"--map"_s)) {
        auto mapping = mappingFrom(*path);
        if (!mapping)
            return session.fail(mapping.error());
        request.mapping = std::move(*mapping);
    }
    if (dryRun)
        return tell(session, dryRunImport(session.workspace(), request), true);
    Workspace &workspace = session.workspace();
    return tell(
        session,
        runImport(workspace, request, workspace.actor(), progressOf(session), session.stopToken()),
        false);
}

} // namespace dw::cli
