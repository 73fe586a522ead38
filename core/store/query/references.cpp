// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/references.h"

#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"

#include <QSet>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Members of a set of rows are texts; the ids of their rows are bytes.
QString memberOf(const QString &column) {
    return u"lower(substr(hex(%1),1,8)||'-'||substr(hex(%1),9,4)||'-'||substr(hex(%1),13,4)"
           "||'-'||substr(hex(%1),17,4)||'-'||substr(hex(%1),21))"_s.arg(column);
}

QString sqlOf(const EntityDesc &entity, const FieldDesc &field, bool made) {
    // Along the index by set: the rows of one set, not those of an entity.
    const QString rows = u"(SELECT %1 FROM change_record r WHERE r.set_seq=?1 AND r.entity=?2%2)"_s;
    const QString only = made ? u" AND r.created=1"_s : QString();
    if (field.type == FieldType::Set) {
        const QString sql = u"SELECT m.row, m.member FROM %1 m JOIN %2 t ON t.id = m.row"
                            " WHERE t.deleted=0 AND m.member IN %3"_s;
        return sql.arg(setTableOf(entity.key, field), entity.key,
                       rows.arg(memberOf(u"r.row"_s), only));
    }
    const QString targets = rows.arg(u"r.row"_s, only);
    if (const KeyTable *keys = keyTableOf(entity.key, field.name)) {
        const QString sql = u"SELECT t.id, k.%1 FROM %4 k CROSS JOIN %2 t ON t.id = k.id"
                            " WHERE k.%1 IN %3 AND t.deleted=0"_s;
        return sql.arg(keys->column, entity.key, targets, keys->name);
    }
    const QString sql = u"SELECT t.id, t.%1 FROM %2 t WHERE t.deleted=0 AND t.%1 IN %3"_s;
    return sql.arg(field.name, entity.key, targets);
}

Result<void> referencesOf(Connection &c, const EntityDesc &entity, const FieldDesc &field,
                          qint64 set, bool made,
                          const std::function<void(const Reference &)> &take) {
    auto s = c.prepare(sqlOf(entity, field, made));
    if (!s)
        return s.error();
    s->bind(1, set);
    s->bind(2, field.target);
    for (;;) {
        const auto more = s->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        const RecordId target = field.type == FieldType::Set ? RecordId::fromText(s->text(1))
                                                             : RecordId::fromBytes(s->blob(1));
        take({entity, field, RecordId::fromBytes(s->blob(0)), target});
    }
}

} // namespace

Result<void> eachReference(Connection &c, const Catalog &catalog, const QString &target, qint64 set,
                           bool made, const std::function<void(const Reference &)> &take) {
    for (const EntityDesc &entity : catalog.entities()) {
        for (const FieldDesc &field : entity.fields) {
            if (field.target != target || field.type == FieldType::Formula)
                continue;
            if (const auto done = referencesOf(c, entity, field, set, made, take); !done)
                return done;
        }
    }
    return {};
}

Result<std::vector<RecordId>> circleAbove(Connection &c, const EntityDesc &entity,
                                          const FieldDesc &field, RecordId row,
                                          QSet<RecordId> &known) {
    auto above = c.prepare(u"SELECT %1 FROM %2 WHERE id=?"_s.arg(field.name, entity.key));
    if (!above)
        return above.error();
    std::vector<RecordId> chain;
    QSet<RecordId> seen;
    while (!row.isNull() && !known.contains(row) && !seen.contains(row)) {
        chain.push_back(row);
        seen.insert(row);
        above->bind(1, row.bytes());
        const auto found = above->step();
        if (!found)
            return found.error();
        row = *found && !above->isNull(0) ? RecordId::fromBytes(above->blob(0)) : RecordId();
        above->reset();
    }
    if (row.isNull() || known.contains(row)) {
        known.unite(seen);
        return std::vector<RecordId>();
    }
    return std::vector<RecordId>(std::find(chain.begin(), chain.end(), row), chain.end());
}

} // namespace dw
