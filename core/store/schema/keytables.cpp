// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/keytables.h"

#include "core/domain/text.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// `by` names the table: what people call the column.
KeyTable table(const QString &entity, const QString &field, const QString &by,
               const QString &column, bool isText = false) {
    return {entity + u"_by_"_s + by, entity, field, column, isText};
}

KeyTable link(const QString &entity, const QString &field) {
    return table(entity, field, field, field);
}

KeyTable name(const QString &entity) { return table(entity, u"name"_s, u"name"_s, u"name_key"_s); }

std::vector<KeyTable> makeAll() {
    std::vector<KeyTable> all{
        name(u"account"_s),
        link(u"account"_s, u"parent"_s),
        name(u"contact"_s),
        link(u"contact"_s, u"account"_s),
        name(u"lead"_s),
        link(u"lead"_s, u"account"_s),
        link(u"lead"_s, u"contact"_s),
        link(u"lead"_s, u"deal"_s),
        name(u"deal"_s),
        link(u"deal"_s, u"account"_s),
        link(u"deal"_s, u"partner"_s),
        link(u"deal_line"_s, u"deal"_s),
        link(u"deal_contact"_s, u"deal"_s),
        link(u"deal_contact"_s, u"contact"_s),
        link(u"deal_competitor"_s, u"deal"_s),
        link(u"deal_competitor"_s, u"competitor"_s),
    };
    for (const QString &entity : {u"touchpoint"_s, u"task"_s, u"note"_s, u"attachment"_s}) {
        for (const QString &field : {u"deal"_s, u"account"_s, u"contact"_s, u"lead"_s})
            all.push_back(link(entity, field));
    }
    for (const QString &field : {u"external_id"_s, u"record"_s})
        all.push_back(table(u"cross_reference"_s, field, field, field, true));
    return all;
}

const std::vector<KeyTable> &all() {
    static const std::vector<KeyTable> tables = makeAll();
    return tables;
}

QString putSql(const KeyTable &table) {
    return table.sql(u"INSERT OR IGNORE INTO {keys}({column}, id) VALUES(?, ?)");
}

QString putHeldSql(const KeyTable &table) {
    return table.sql(u"INSERT OR IGNORE INTO {keys}({column}, id)"
                     " SELECT {column}, id FROM {rows} WHERE id=? AND {column} IS NOT NULL");
}

void bindKey(Statement &s, int at, const KeyTable &table, const QByteArray &key) {
    // A text of no characters is a value too.
    if (table.isText)
        s.bind(at, key.isEmpty() ? u""_s : QString::fromUtf8(key));
    else
        s.bind(at, key);
}

Result<void> runWithId(Connection &c, const QString &sql, RecordId id) {
    auto s = c.prepare(sql);
    if (!s)
        return s.error();
    s->bind(1, id.bytes());
    return s->run();
}

} // namespace

QString KeyTable::sql(QStringView text) const {
    QString filled = text.toString();
    filled.replace(u"{keys}"_s, name);
    filled.replace(u"{column}"_s, column);
    return filled.replace(u"{rows}"_s, entity);
}

std::span<const KeyTable> keyTables() { return all(); }

std::span<const KeyTable> keyTablesOf(QStringView entity) {
    const auto isOf = [entity](const KeyTable &table) { return table.entity == entity; };
    const auto first = std::find_if(all().begin(), all().end(), isOf);
    return {first, std::find_if_not(first, all().end(), isOf)};
}

const KeyTable *keyTableOf(QStringView entity, QStringView field) {
    for (const KeyTable &table : keyTablesOf(entity)) {
        if (table.field == field)
            return &table;
    }
    return nullptr;
}

QByteArray keyOf(const KeyTable &table, const FieldValue &value) {
    if (value.is<RecordId>())
        return value.as<RecordId>().bytes();
    if (!value.is<QString>())
        return {};
    const auto text = value.as<QString>();
    QByteArray key = table.isText ? text.toUtf8() : collationKey(text);
    return key.isNull() ? QByteArray("") : key;
}

Result<void> dropKeys(Connection &c, const EntityDesc &entity, RecordId id,
                      const std::vector<FieldHandle> &fields) {
    for (const FieldHandle handle : fields) {
        const KeyTable *table = keyTableOf(entity.key, entity.field(handle).name);
        if (!table)
            continue;
        const QString sql = table->sql(u"DELETE FROM {keys} WHERE id=?1"
                                       " AND {column}=(SELECT {column} FROM {rows} WHERE id=?1)");
        if (const auto dropped = runWithId(c, sql, id); !dropped)
            return dropped;
    }
    return {};
}

Result<void> addKeys(Connection &c, const EntityDesc &entity, RecordId id,
                     const std::vector<FieldHandle> &fields) {
    for (const FieldHandle handle : fields) {
        const KeyTable *table = keyTableOf(entity.key, entity.field(handle).name);
        if (!table)
            continue;
        if (const auto added = runWithId(c, putHeldSql(*table), id); !added)
            return added;
    }
    return {};
}

Result<void> addKeys(Connection &c, const EntityDesc &entity, const Record &record) {
    std::vector<FieldHandle> filled;
    for (const KeyTable &table : keyTablesOf(entity.key)) {
        const FieldHandle handle = entity.byName(table.field);
        if (!record.value(handle).isEmpty())
            filled.push_back(handle);
    }
    return addKeys(c, entity, record.id(), filled);
}

Result<qsizetype> fillKeys(Connection &c, const KeyTable &table, std::span<const KeyEntry> run,
                           const QSet<RecordId> &edited, const std::function<bool()> &mayGoOn) {
    constexpr size_t keysBetweenLooks = 64;
    auto put = c.prepare(putSql(table));
    if (!put)
        return put.error();
    auto putHeld = c.prepare(putHeldSql(table));
    if (!putHeld)
        return putHeld.error();
    for (size_t i = 0; i < run.size(); ++i) {
        if (i > 0 && i % keysBetweenLooks == 0 && !mayGoOn())
            return qsizetype(i);
        const KeyEntry &entry = run[i];
        const bool isEdited = edited.contains(entry.id);
        if (isEdited) {
            putHeld->bind(1, entry.id.bytes());
        } else {
            bindKey(*put, 1, table, entry.key);
            put->bind(2, entry.id.bytes());
        }
        if (const auto done = (isEdited ? *putHeld : *put).run(); !done)
            return done.error();
    }
    return qsizetype(run.size());
}

Result<void> rebuildKeys(Connection &c, const KeyTable &table) {
    return c.exec(table.sql(
        u"DELETE FROM {keys};INSERT INTO {keys}({column}, id)"
        " SELECT {column}, id FROM {rows} WHERE {column} IS NOT NULL ORDER BY {column}, id"));
}

Result<std::vector<RecordId>> idsByKey(Connection &c, const KeyTable &table,
                                       const FieldValue &value) {
    std::vector<RecordId> ids;
    const QByteArray key = keyOf(table, value);
    if (key.isNull())
        return ids;
    auto get = c.prepare(table.sql(u"SELECT id FROM {keys} WHERE {column}=? ORDER BY id"));
    if (!get)
        return get.error();
    bindKey(*get, 1, table, key);
    for (;;) {
        const auto row = get->step();
        if (!row)
            return row.error();
        if (!*row)
            return ids;
        ids.push_back(RecordId::fromBytes(get->blob(0)));
    }
}

} // namespace dw
