// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/search.h"

#include "app/cli/session.h"
#include "app/cli/texttable.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr int usualLimit = 10;
constexpr int mostLimit = 1000;
constexpr int deadlineMs = 10'000;
constexpr int widestCell = 60;

Result<SearchRequest> requestFrom(Session &session) {
    SearchRequest request{session.words().join(u' '), {}, usualLimit, deadlineMs};
    if (const auto typed = session.option(u"--in"_s))
        request.entities = typed->split(u',', Qt::SkipEmptyParts);
    if (const auto typed = session.option(u"--limit"_s)) {
        bool ok = false;
        request.limit = typed->toInt(&ok);
        if (!ok || request.limit < 1 || request.limit > mostLimit)
            return makeError(ErrorKind::Invalid, u"cli.bad_number"_s,
                             {{u"option"_s, u"--limit"_s}, {u"value"_s, typed->left(100)}});
    }
    return request;
}

QString fieldLabel(Session &session, const SearchHit &hit) {
    const EntityDesc *entity = session.catalog().entity(hit.entity);
    const FieldHandle handle = entity ? entity->byKey(hit.field) : FieldHandle();
    if (!handle.isNull())
        return entity->field(handle).label.in(session.language());
    return session.say(hit.field == "short_id"_L1 ? u"cli.head_id"_s
                                                  : u"cli.search_other_system"_s);
}

void printText(Session &session, const SearchAnswer &answer) {
    if (answer.hits.empty())
        return session.printer().line(session.say(u"cli.search_none"_s));
    TextTable table({{session.say(u"cli.head_entity"_s)},
                     {session.say(u"cli.head_id"_s)},
                     {session.say(u"cli.head_title"_s), Align::Left, widestCell},
                     {session.say(u"cli.head_found_in"_s)},
                     {session.say(u"cli.head_found"_s), Align::Left, widestCell}});
    for (const SearchHit &hit : answer.hits) {
        const EntityDesc *entity = session.catalog().entity(hit.entity);
        table.add({entity ? entity->label.in(session.language()) : hit.entity, hit.shortId,
                   hit.title, fieldLabel(session, hit), hit.text});
    }
    session.printer().lines(table.lines());
}

void printJson(Session &session, const SearchAnswer &answer) {
    QJsonArray hits;
    for (const SearchHit &hit : answer.hits)
        hits.append(QJsonObject{{u"entity"_s, hit.entity},
                                {u"id"_s, hit.id.text()},
                                {u"short_id"_s, hit.shortId},
                                {u"title"_s, hit.title},
                                {u"field"_s, hit.field},
                                {u"text"_s, hit.text},
                                {u"rank"_s, hit.rank}});
    session.printer().json({{u"hits"_s, hits}, {u"complete"_s, answer.complete}});
}

} // namespace

Exit runSearch(Session &session) {
    const auto request = requestFrom(session);
    if (!request)
        return session.misuse(request.error().message);
    const auto answer = search(session.reader(), *request);
    if (!answer)
        return session.fail(answer.error());
    if (session.json()) {
        printJson(session, *answer);
        return Exit::Done;
    }
    printText(session, *answer);
    if (!answer->complete)
        session.printer().errorLine(session.say(u"cli.search_cut"_s));
    return Exit::Done;
}

Exit runRebuildSearch(Session &session) {
    const auto rebuilt = rebuildSearch(session.workspace());
    if (!rebuilt)
        return session.fail(rebuilt.error());
    if (session.json())
        session.printer().json({{u"rebuilt"_s, true}});
    else
        session.printer().line(session.say(u"cli.search_rebuilt"_s));
    return Exit::Done;
}

} // namespace dw::cli
