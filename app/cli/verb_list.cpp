// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rejectedrowslist.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "core/services/exports/listcondition.h"
#include "core/services/values/sortorder.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr int widestCell = 60;

struct Listing {
    Query query;
    SortOrder order;
    int limit = 0; ///< 0 = all.
};

Result<std::vector<Row>> rowsOf(Session &session, const Listing &listing, RowValues &values) {
    Query query = listing.query;
    const bool stored = listing.order.isStored();
    if (stored) {
        query.sort = listing.order.storedKeys();
        // Short ids are drawn one after the other, so they tell what came first.
        if (query.sort.empty())
            query.sort.push_back({u"short_id"_s});
        query.limit = listing.limit;
    }
    auto rows = session.reader().list(query, session.workspace().readTime());
    if (rows && !stored) {
        listing.order.sort(*rows, values);
        if (listing.limit > 0 && rows->size() > size_t(listing.limit))
            rows->resize(size_t(listing.limit));
    }
    return rows;
}

bool isRightAligned(const FieldDesc &field) {
    const FieldType type = field.type == FieldType::Formula ? field.formulaType : field.type;
    return type == FieldType::Number || type == FieldType::Money || type == FieldType::Counter;
}

void printTable(Session &session, const std::vector<ListColumn> &columns,
                const std::vector<Row> &rows, RowValues &values) {
    std::vector<TextTable::Column> heads;
    heads.reserve(columns.size());
    for (const ListColumn &column : columns)
        heads.push_back({column.field.label.in(session.language()),
                         isRightAligned(column.field) ? Align::Right : Align::Left, widestCell});
    TextTable table(std::move(heads));
    for (const Row &row : rows) {
        QStringList cells;
        for (const ListColumn &column : columns) {
            const FieldValue value = values.value(column, row);
            cells << session.shown(column.field, value,
                                   values.label(column.field, value, session.language()));
        }
        table.add(cells);
    }
    session.printer().lines(table.lines());
}

void printJson(Session &session, const std::vector<ListColumn> &columns,
               const std::vector<Row> &rows, RowValues &values) {
    session.printer().beginArray(u"rows"_s);
    for (const Row &row : rows)
        session.printer().element(values.json(columns, row));
    session.printer().endArray();
}

Result<int> limitFrom(Session &session) {
    const auto typed = session.option(u"--limit"_s);
    if (!typed)
        return 0;
    bool ok = false;
    const int limit = typed->toInt(&ok);
    if (!ok || limit < 1)
        return makeError(ErrorKind::Invalid, u"cli.bad_number"_s,
                         {{u"option"_s, u"--limit"_s}, {u"value"_s, typed->left(100)}});
    return limit;
}

Result<SortOrder> orderFrom(Session &session, const EntityDesc &entity) {
    const auto typed = session.option(u"--sort"_s);
    return typed ? sortOrderFrom(*typed, session.catalog(), entity) : SortOrder();
}

Result<std::vector<ListColumn>> columnsFrom(Session &session, const EntityDesc &entity) {
    if (const auto typed = session.option(u"--columns"_s))
        return columnsFromKeys(*typed, session.catalog(), entity);
    return session.json() ? fieldColumns(session.catalog(), entity)
                          : mainColumns(session.catalog(), entity);
}

} // namespace

Exit runList(Session &session) {
    if (meansRejectedRows(session.words().first()))
        return listRejectedRows(session);
    if (session.arguments().has(u"--set"_s))
        return session.misuse({u"cli.option_not_here"_s, {{u"option"_s, u"--set"_s}}});
    const auto limit = limitFrom(session);
    if (!limit)
        return session.misuse(limit.error().message);
    const auto entity = session.catalog().find(session.words().first());
    if (!entity)
        return session.fail(entity.error());
    Listing listing;
    listing.query.entity = (*entity)->key;
    listing.query.bin = session.arguments().has(u"--bin"_s);
    listing.limit = *limit;
    if (const auto typed = session.option(u"--where"_s)) {
        auto condition = conditionFrom(*typed, session.catalog(), **entity);
        if (!condition)
            return session.failAt(condition.error(), *typed);
        listing.query.where = std::move(*condition);
    }
    auto order = orderFrom(session, **entity);
    if (!order)
        return session.fail(order.error());
    listing.order = std::move(*order);
    const auto columns = columnsFrom(session, **entity);
    if (!columns)
        return session.fail(columns.error());

    RowValues values(session.reader(), session.workspace().readTime());
    const auto rows = rowsOf(session, listing, values);
    if (!rows)
        return session.fail(rows.error());
    if (session.json())
        printJson(session, *columns, *rows, values);
    else
        printTable(session, *columns, *rows, values);
    return Exit::Done;
}

} // namespace dw::cli
