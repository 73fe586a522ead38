// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/writetransaction_rows.h"

#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"
#include "core/store/write/rowplan.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

void bindId(Statement &s, int at, RecordId id) {
    if (id.isNull())
        s.bindNull(at);
    else
        s.bind(at, id.bytes());
}

/// Brings the table of a set field to what the record holds.
Result<void> writeMembers(Connection &c, const EntityDesc &entity, const Record &record,
                          FieldHandle handle) {
    const QString table = setTableOf(entity.key, entity.field(handle));
    auto clear = c.prepare(u"DELETE FROM %1 WHERE row=?"_s.arg(table));
    if (!clear)
        return clear.error();
    clear->bind(1, record.id().bytes());
    if (const auto cleared = clear->run(); !cleared)
        return cleared.error();
    const auto members = record.value(handle).as<QStringList>();
    if (members.isEmpty())
        return {};
    auto add = c.prepare(u"INSERT INTO %1(row, member) VALUES(?, ?)"_s.arg(table));
    if (!add)
        return add.error();
    add->bind(1, record.id().bytes());
    for (const QString &member : members) {
        add->bind(2, member);
        if (const auto added = add->run(); !added)
            return added.error();
    }
    return {};
}

QString insertSql(const EntityDesc &entity) {
    QStringList columns{u"id"_s, u"short_id"_s, u"deleted"_s, u"merged_into"_s};
    for (const FieldDesc &field : entity.fields)
        columns += columnsOf(field);
    const QString marks = QString(u"?,"_s).repeated(columns.size()).chopped(1);
    return u"INSERT INTO %1(%2) VALUES(%3)"_s.arg(entity.key, columns.join(u", "_s), marks);
}

} // namespace

Result<void> insertRow(Connection &c, const EntityDesc &entity, const Row &row, KeyWay keys) {
    auto s = c.prepare(insertSql(entity));
    if (!s)
        return s.error();
    s->bind(1, row.record.id().bytes());
    s->bind(2, row.shortId);
    s->bind(3, qint64(row.deleted));
    bindId(*s, 4, row.mergedInto);
    int at = 5;
    std::vector<FieldHandle> sets;
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldHandle handle{quint16(i)};
        at = bindValue(*s, at, entity.fields[i], row.record.value(handle));
        if (entity.fields[i].type == FieldType::Set && !row.record.value(handle).isEmpty())
            sets.push_back(handle);
    }
    if (const auto inserted = s->run(); !inserted)
        return inserted.error();
    for (const FieldHandle handle : sets) {
        if (const auto written = writeMembers(c, entity, row.record, handle); !written)
            return written.error();
    }
    return keys == KeyWay::Now ? addKeys(c, entity, row.record) : Result<void>();
}

Result<void> updateFields(Connection &c, const EntityDesc &entity, const Row &now,
                          const std::vector<FieldHandle> &fields) {
    QStringList terms;
    for (const FieldHandle handle : fields) {
        const FieldDesc &field = entity.field(handle);
        const QStringList columns = columnsOf(field);
        for (const QString &column : columns)
            terms << column + u"=?"_s;
        if (field.type != FieldType::Set)
            continue;
        if (const auto written = writeMembers(c, entity, now.record, handle); !written)
            return written.error();
    }
    if (terms.isEmpty())
        return {};
    auto s = c.prepare(u"UPDATE %1 SET %2 WHERE id=?"_s.arg(entity.key, terms.join(u", "_s)));
    if (!s)
        return s.error();
    int at = 1;
    for (const FieldHandle handle : fields)
        at = bindValue(*s, at, entity.field(handle), now.record.value(handle));
    const RecordId id = now.record.id();
    s->bind(at, id.bytes());
    if (const auto dropped = dropKeys(c, entity, id, fields); !dropped)
        return dropped;
    if (const auto written = s->run(); !written)
        return written;
    return addKeys(c, entity, id, fields);
}

Result<void> updateState(Connection &c, const EntityDesc &entity, const Row &now) {
    auto s = c.prepare(u"UPDATE %1 SET deleted=?, merged_into=? WHERE id=?"_s.arg(entity.key));
    if (!s)
        return s.error();
    s->bind(1, qint64(now.deleted));
    bindId(*s, 2, now.mergedInto);
    s->bind(3, now.record.id().bytes());
    return s->run();
}

Result<void> addColumns(Connection &c, const QString &entity, const FieldDesc &field) {
    if (field.type == FieldType::Set) {
        const QString table = setTableOf(entity, field);
        return c.exec(u"CREATE TABLE IF NOT EXISTS %1 (row BLOB NOT NULL, member TEXT NOT NULL,"
                      " PRIMARY KEY (row, member)) WITHOUT ROWID"_s.arg(table));
    }
    // Columns are never dropped: those of a definition that could not be read are there.
    const auto there = columnsInDatabase(c, entity);
    if (!there)
        return there.error();
    const QStringList columns = columnsOf(field);
    const QStringList types = columnTypesOf(field);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (there->contains(columns.at(i)))
            continue;
        const QString sql = u"ALTER TABLE %1 ADD COLUMN %2 %3"_s;
        if (const auto done = c.exec(sql.arg(entity, columns.at(i), types.at(i))); !done)
            return done.error();
    }
    return {};
}

Result<bool> rowExists(Connection &c, const QString &entity, RecordId id) {
    auto s = c.prepare(u"SELECT 1 FROM %1 WHERE id=?"_s.arg(entity));
    if (!s)
        return s.error();
    s->bind(1, id.bytes());
    return s->step();
}

} // namespace dw
