// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messagejson.h"
#include "app/cli/session.h"
#include "core/services/format.h"
#include "core/services/importer.h"
#include "core/services/wording.h"

#include <QFile>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestMap = 1 << 20;
constexpr size_t mostRejectsShown = 20;

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

QJsonObject rejectJson(const RejectedRow &row, const Catalog &catalog) {
    return {{u"file"_s, row.file},
            {u"line"_s, row.line},
            {u"cells"_s, QJsonArray::fromStringList(row.cells)},
            {u"reasons"_s, messagesJson(row.reasons, catalog)}};
}

QJsonObject reportJson(const ImportReport &report, bool dryRun, const Catalog &catalog) {
    QJsonObject created;
    for (auto it = report.created.cbegin(); it != report.created.cend(); ++it)
        created.insert(it.key(), it.value());
    QJsonArray sums;
    for (const Money &sum : report.sums)
        sums.append(moneyJson(sum));
    QJsonArray rejects;
    for (const RejectedRow &row : report.rejects)
        rejects.append(rejectJson(row, catalog));
    return {{u"dry_run"_s, dryRun},
            {u"set"_s, report.set},
            {u"read"_s, report.read},
            {u"created"_s, created},
            {u"rejected"_s, report.rejected},
            {u"headers_not_used"_s, QJsonArray::fromStringList(report.headerNotUsed)},
            {u"sums"_s, sums},
            {u"rejects"_s, rejects},
            {u"notes"_s, messagesJson(report.notes, catalog)}};
}

void printRejects(Session &session, const ImportReport &report) {
    for (size_t i = 0; i < std::min(report.rejects.size(), mostRejectsShown); ++i) {
        const RejectedRow &row = report.rejects[i];
        QStringList reasons;
        for (const Message &reason : row.reasons)
            reasons << session.say(reason);
        session.printer().line(
            session.say(u"cli.import_reject"_s, {{u"file"_s, row.file},
                                                 {u"line"_s, QString::number(row.line)},
                                                 {u"text"_s, reasons.join(u' ')}}));
    }
    if (report.rejects.size() > mostRejectsShown)
        session.printer().line(
            session.say(u"cli.import_more_rejects"_s,
                        {{u"count"_s, QString::number(report.rejects.size() - mostRejectsShown)}}));
}

void printText(Session &session, const ImportReport &report, bool dryRun) {
    const QString written = report.set == 0 ? u"cli.import_nothing"_s : u"cli.import_done"_s;
    session.printer().line(session.say(dryRun ? u"cli.import_would"_s : written,
                                       {{u"count"_s, QString::number(report.read)},
                                        {u"rows"_s, QString::number(report.rejected)},
                                        {u"set"_s, QString::number(report.set)}}));
    for (auto it = report.created.cbegin(); it != report.created.cend(); ++it) {
        const EntityDesc *entity = session.catalog().entity(it.key());
        session.printer().line(u"  "_s
                               + (entity ? entity->pluralLabel.in(session.language()) : it.key())
                               + u": "_s + groupedInteger(it.value()));
    }
    QStringList sums;
    for (const Money &sum : report.sums)
        sums << displayMoney(sum, session.language(), Style::Full);
    if (!sums.isEmpty())
        session.printer().line(
            session.say(u"cli.import_sum"_s, {{u"text"_s, sums.join(u" + "_s)}}));
    if (!report.headerNotUsed.isEmpty())
        session.printer().line(session.say(u"cli.import_not_used"_s,
                                           {{u"text"_s, report.headerNotUsed.join(u", "_s)}}));
    for (const Message &note : report.notes)
        session.printer().line(session.say(note));
    printRejects(session, report);
}

/// What both kinds of import end with.
Exit tell(Session &session, const Result<ImportReport> &report, bool dryRun) {
    session.printer().endProgress();
    if (!report)
        return session.fail(report.error());
    if (const auto out = session.option(u"--rejects"_s)) {
        if (const auto written = writeRejects(*out, *report, session.language(), session.catalog());
            !written)
            return session.fail(written.error());
    }
    if (session.json())
        session.printer().json(reportJson(*report, dryRun, session.catalog()));
    else
        printText(session, *report, dryRun);
    return Exit::Done;
}

Exit importPreset(Session &session, const QString &preset) {
    if (preset != "maven"_L1)
        return session.misuse({u"cli.unknown_preset"_s, {{u"value"_s, preset.left(100)}}});
    for (const QString &option : {u"--map"_s, u"--dry-run"_s}) {
        if (session.arguments().has(option))
            return session.misuse({u"cli.option_not_here"_s, {{u"option"_s, option}}});
    }
    if (session.words().size() != 1)
        return session.misuse(
            {u"cli.too_many_words"_s, {{u"value"_s, session.words().at(1).left(100)}}});
    auto opened = session.open(Workspace::Mode::Write);
    if (!opened && opened.error().message.id == "workspace.none"_L1)
        opened = session.create({});
    if (!opened)
        return session.fail(opened.error());
    Workspace &workspace = session.workspace();
    return tell(session,
                importMaven(workspace, session.words().first(), workspace.actor(),
                            progressOf(session), session.stopToken()),
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
