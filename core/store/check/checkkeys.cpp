// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/check/checkparts.h"
#include "core/store/schema/keytables.h"
#include "core/store/search/searchtables.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Keys that no row has.
constexpr QStringView strayKeys =
    u"SELECT count(*) FROM {keys} k WHERE NOT EXISTS"
    " (SELECT 1 FROM {rows} t WHERE t.id = k.id AND t.{column} = k.{column})";
constexpr QStringView allKeys = u"SELECT count(*) FROM {keys}";
constexpr QStringView keyedRows = u"SELECT count(*) FROM {rows} t WHERE t.{column} IS NOT NULL";
/// Rows that a job has made but not yet given their keys are of a set without a head.
constexpr QStringView openRows =
    u" AND NOT EXISTS (SELECT 1 FROM change_record r JOIN change_set s"
    " ON s.seq = r.set_seq WHERE r.row = t.id AND r.created = 1 AND length(s.head) = 0)";
constexpr QStringView withoutKey =
    u" AND NOT EXISTS (SELECT 1 FROM {keys} k WHERE k.{column} = t.{column} AND k.id = t.id)";

/// Rows that lack their key. Counting tells where no set is open; looking for each takes longer.
Result<qint64> missingKeys(Connection &c, const KeyTable &table, qint64 stray, bool anyOpen) {
    const QString rows = table.sql(keyedRows);
    if (anyOpen)
        return c.scalar(rows + openRows.toString() + table.sql(withoutKey));
    const auto keyed = c.scalar(rows);
    if (!keyed)
        return keyed;
    const auto keys = c.scalar(table.sql(allKeys));
    if (!keys)
        return keys;
    return *keyed - (*keys - stray);
}

} // namespace

Result<void> checkKeys(CheckScope &scope) {
    Connection &c = scope.connection;
    qint64 open = 0;
    if (scope.hasLog()) {
        const auto counted = c.scalar(u"SELECT count(*) FROM change_set WHERE length(head) = 0"_s);
        if (!counted)
            return counted.error();
        open = *counted;
    }
    for (const KeyTable &table : keyTables()) {
        if (scope.incomplete.contains(table.name) || scope.incomplete.contains(table.entity))
            continue;
        const auto stray = c.scalar(table.sql(strayKeys));
        if (!stray)
            return stray.error();
        const auto missing = missingKeys(c, table, *stray, open > 0);
        if (!missing)
            return missing.error();
        if (*stray + *missing > 0)
            scope.findings.damage({u"check.keys"_s,
                                   {{u"field"_s, table.entity + u'.' + table.field},
                                    {u"count"_s, QString::number(*stray + *missing)}}});
    }
    return {};
}

Result<void> checkSearch(CheckScope &scope) {
    const auto isBroken = [&](const EntityDesc &entity) {
        return isSearched(entity.key) && !scope.isWhole(entity);
    };
    const auto &entities = scope.catalog.entities();
    for (const QString &table : {u"search"_s, u"search_row"_s, u"search_stale"_s, u"search_data"_s,
                                 u"search_idx"_s, u"search_config"_s}) {
        if (scope.incomplete.contains(table))
            return {};
    }
    if (!scope.hasLog() || std::any_of(entities.begin(), entities.end(), isBroken))
        return {};
    const auto stale = countStaleSearch(scope.connection, scope.catalog);
    if (!stale)
        return stale.error();
    if (*stale > 0)
        scope.findings.note({u"check.search"_s, {{u"count"_s, QString::number(*stale)}}});
    return {};
}

} // namespace dw
