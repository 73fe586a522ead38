// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/workprogress.h"
#include "core/services/exports/listcondition.h"
#include "core/services/exports/listexport.h"
#include "core/services/exports/workspaceexport.h"
#include "core/services/values/format.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// What the file is to be called or how it is to be written is wrong; a place that the disk does
/// not give is a failure.
Exit failOrMisuse(Session &session, const Error &error) {
    const bool isMisuse =
        error.kind == ErrorKind::Invalid && error.message.id.startsWith("export."_L1);
    return isMisuse ? session.misuse(error.message) : session.fail(error);
}

Exit exportAll(Session &session, const QString &path) {
    for (const QString &option : {u"--where"_s, u"--columns"_s, u"--sort"_s, u"--bin"_s,
                                  u"--encoding"_s, u"--separator"_s, u"--keys"_s, u"--raw"_s}) {
        if (session.arguments().has(option))
            return session.misuse({u"cli.option_not_here"_s, {{u"option"_s, option}}});
    }
    const auto report = exportWorkspace(ReadSource::of(session.workspace()), path,
                                        progressOf(session), session.stopToken());
    session.printer().endProgress();
    if (!report)
        return failOrMisuse(session, report.error());
    if (session.json())
        session.printer().json({{u"file"_s, path},
                                {u"rows"_s, report->rows},
                                {u"files"_s, report->files},
                                {u"bytes"_s, report->bytes}});
    else
        session.printer().line(session.say(u"cli.exported_workspace"_s,
                                           {{u"file"_s, path},
                                            {u"rows"_s, QString::number(report->rows)},
                                            {u"count"_s, QString::number(report->files)}}));
    return Exit::Done;
}

/// Options that are wrong by themselves; nothing where all are fine.
std::optional<Message> readForm(Session &session, ListExportRequest &request) {
    const auto format = listFormatOf(request.path);
    if (!format)
        return format.error().message;
    request.format = *format;
    for (const QString &option : {u"--encoding"_s, u"--separator"_s}) {
        if (request.format == ListFormat::Xlsx && session.arguments().has(option))
            return Message{u"cli.option_not_here"_s, {{u"option"_s, option}}};
    }
    if (const auto typed = session.option(u"--encoding"_s)) {
        const auto encoding = listEncodingOf(*typed);
        if (!encoding)
            return encoding.error().message;
        request.encoding = *encoding;
    }
    if (const auto typed = session.option(u"--separator"_s)) {
        const auto separator = listSeparatorOf(*typed);
        if (!separator)
            return separator.error().message;
        request.separator = *separator;
    }
    if (session.arguments().has(u"--keys"_s))
        request.header = ListHeader::Keys;
    if (session.arguments().has(u"--raw"_s))
        request.formulas = FormulaTexts::AsTheyAre;
    return std::nullopt;
}

/// Which columns and in which order. Fails: "cli.unknown_column", "cli.empty_option".
Result<void> readColumns(Session &session, const EntityDesc &entity, ListExportRequest &request) {
    if (const auto typed = session.option(u"--columns"_s)) {
        auto columns = columnsFromKeys(*typed, session.catalog(), entity);
        if (!columns)
            return columns.error();
        request.columns = std::move(*columns);
    }
    if (const auto typed = session.option(u"--sort"_s)) {
        auto order = sortOrderFrom(*typed, session.catalog(), entity);
        if (!order)
            return order.error();
        request.order = std::move(*order);
    }
    return {};
}

} // namespace

Exit runExport(Session &session) {
    session.stopOnInterrupt();
    const QString &what = session.words().first();
    const QString &path = session.words().at(1);
    if (what == "workspace"_L1)
        return exportAll(session, path);
    const auto entity = session.catalog().find(what);
    if (!entity)
        return session.fail(entity.error());
    ListExportRequest request;
    request.path = path;
    request.entity = (*entity)->key;
    request.language = session.language();
    request.bin = session.arguments().has(u"--bin"_s);
    if (const auto wrong = readForm(session, request))
        return session.misuse(*wrong);
    if (const auto typed = session.option(u"--where"_s)) {
        auto condition = conditionFrom(*typed, session.catalog(), **entity);
        if (!condition)
            return session.failAt(condition.error(), *typed);
        request.where = std::move(*condition);
    }
    if (const auto read = readColumns(session, **entity, request); !read)
        return session.fail(read.error());
    const auto report = exportList(ReadSource::of(session.workspace()), request,
                                   progressOf(session), session.stopToken());
    session.printer().endProgress();
    if (!report)
        return failOrMisuse(session, report.error());
    if (session.json())
        session.printer().json(
            {{u"file"_s, path}, {u"rows"_s, report->rows}, {u"bytes"_s, report->bytes}});
    else
        session.printer().line(
            session.say(u"cli.exported_list"_s,
                        {{u"file"_s, path}, {u"rows"_s, QString::number(report->rows)}}));
    return Exit::Done;
}

} // namespace dw::cli
