// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/rowplan.h"

#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Up to here a look-up for each row is faster than reading the whole child table.
constexpr size_t fewRows = 500;

} // namespace

Result<QStringList> columnsInDatabase(Connection &c, const QString &table) {
    auto list = c.prepare(u"SELECT name FROM pragma_table_info(?)"_s);
    if (!list)
        return list.error();
    list->bind(1, table);
    QStringList names;
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            return names;
        names << list->text(0);
    }
}

Result<std::shared_ptr<const RowPlan>> RowPlan::make(Connection &c, const EntityDesc &entity) {
    const auto there = columnsInDatabase(c, entity.key);
    if (!there)
        return there.error();
    const std::shared_ptr<RowPlan> plan(new RowPlan(entity));
    plan->m_columns = u"SELECT t.id, t.short_id, t.deleted, t.merged_into"_s;
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldDesc &field = entity.fields[i];
        if (field.type == FieldType::Formula)
            continue;
        bool found = true;
        if (field.type == FieldType::Set) {
            const auto members = columnsInDatabase(c, setTableOf(entity.key, field));
            if (!members)
                return members.error();
            found = !members->isEmpty();
        }
        const QStringList columns = columnsOf(field);
        for (const QString &column : columns)
            found = found && there->contains(column);
        if (!found) {
            plan->m_whole = false;
            continue;
        }
        plan->m_stored.push_back({quint16(i)});
        if (field.type == FieldType::Set)
            plan->m_sets.push_back({quint16(i)});
        for (const QString &column : columns)
            plan->m_columns += u", t."_s + column;
    }
    return std::shared_ptr<const RowPlan>(plan);
}

QString RowPlan::select() const { return m_columns + u" FROM "_s + m_entity.key + u" t"_s; }

/// CROSS: SQLite must not turn the two round.
QString RowPlan::selectAlong(const KeyTable &keys) const {
    const QString from = u" FROM %1 k CROSS JOIN %2 t ON t.id = k.id"_s;
    return m_columns + from.arg(keys.name, m_entity.key);
}

Row RowPlan::read(const Statement &s) const {
    Row row;
    row.record = Record(m_entity.key, RecordId::fromBytes(s.blob(0)));
    row.shortId = s.text(1);
    row.deleted = s.integer(2) != 0;
    row.mergedInto = RecordId::fromBytes(s.blob(3));
    int column = 4;
    for (const FieldHandle handle : m_stored)
        row.record.set(handle, readValue(s, column, m_entity.field(handle)));
    return row;
}

Result<void> RowPlan::fillSets(Connection &c, std::vector<Row> &rows) const {
    for (const FieldHandle field : m_sets) {
        const auto filled =
            rows.size() <= fewRows ? fillFew(c, field, rows) : fillMany(c, field, rows);
        if (!filled)
            return filled.error();
    }
    return {};
}

Result<void> RowPlan::fillFew(Connection &c, FieldHandle field, std::vector<Row> &rows) const {
    auto get = c.prepare(u"SELECT member FROM %1 WHERE row=?"_s.arg(
        setTableOf(m_entity.key, m_entity.field(field))));
    if (!get)
        return get.error();
    for (Row &row : rows) {
        get->bind(1, row.record.id().bytes());
        QStringList members;
        for (;;) {
            const auto more = get->step();
            if (!more)
                return more.error();
            if (!*more)
                break;
            members << get->text(0);
        }
        get->reset();
        if (!members.isEmpty())
            row.record.set(field, members);
    }
    return {};
}

Result<void> RowPlan::fillMany(Connection &c, FieldHandle field, std::vector<Row> &rows) const {
    auto get = c.prepare(
        u"SELECT row, member FROM %1"_s.arg(setTableOf(m_entity.key, m_entity.field(field))));
    if (!get)
        return get.error();
    QHash<RecordId, QStringList> members;
    for (;;) {
        const auto more = get->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        members[RecordId::fromBytes(get->blob(0))] << get->text(1);
    }
    for (Row &row : rows) {
        if (const auto found = members.constFind(row.record.id()); found != members.constEnd())
            row.record.set(field, *found);
    }
    return {};
}

} // namespace dw
