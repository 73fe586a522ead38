// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search/searchquery.h"

#include "core/store/log/standing.h"
#include "core/store/schema/columns.h"
#include "core/store/search/searchdocuments.h"
#include "core/store/write/rowplan.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Grams are letters, digits and `_`: nothing in them needs escaping but by the quotes.
QString quoted(const QStringList &grams) {
    return u"(\""_s + grams.join(u"\" AND \""_s) + u"\")"_s;
}

QString matchOf(const SearchGrams &words) {
    QStringList all;
    for (const std::vector<QStringList> &ways : words) {
        QStringList any;
        for (const QStringList &grams : ways)
            any << quoted(grams);
        all << u'(' + any.join(u" OR "_s) + u')';
    }
    return all.join(u" AND "_s);
}

} // namespace

Result<void> eachSearchRow(Connection &c, const EntityDesc &entity, const SearchGrams &grams,
                           const std::function<bool(const SearchRow &)> &take) {
    if (grams.empty() || !isSearched(entity.key))
        return {};
    const auto there = columnsInDatabase(c, entity.key);
    if (!there)
        return there.error();
    QString columns = u"t.id, t.short_id"_s;
    for (const IndexedField &field : indexedFields(entity)) {
        const QString column = columnsOf(entity.field(field.handle)).front();
        const bool isThere = there->contains(column);
        columns += isThere ? u", t."_s + column : u", NULL"_s;
    }
    // CROSS: the index comes first, and gives its documents in order.
    auto find = c.prepare(u"SELECT %1 FROM search s CROSS JOIN search_row d ON d.docid = s.rowid"
                          " CROSS JOIN %2 t ON t.id = d.id WHERE s.search MATCH ?"
                          " AND s.rowid BETWEEN ? AND ? AND %3 ORDER BY s.rowid DESC"_s.arg(
                              columns, entity.key, standsSql(entity, u"t"_s)));
    if (!find)
        return find.error();
    const auto [first, last] = searchRange(entity.key);
    find->bind(1, matchOf(grams));
    find->bind(2, first);
    find->bind(3, last);
    for (;;) {
        const auto more = find->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        SearchRow row{RecordId::fromBytes(find->blob(0)), find->text(1), {}};
        for (int column = 2; column < find->columnCount(); ++column)
            row.texts.push_back(find->text(column));
        if (!take(row))
            return {};
    }
}

} // namespace dw
