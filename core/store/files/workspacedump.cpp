// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacedump.h"

#include "core/store/files/workspacedump_schema.h"
#include "core/store/files/workspacedump_text.h"
#include "core/store/jobs/jobtable.h"
#include "core/store/schema/columns.h"

#include <QHash>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// What the catalogue knows of the columns of an entity's table.
QHash<QString, DumpKind> kindsOf(const EntityDesc &entity) {
    QHash<QString, DumpKind> kinds;
    for (const FieldDesc &field : entity.fields) {
        if (field.type == FieldType::Date)
            kinds.insert(field.name, DumpKind::Date);
        else if (field.type == FieldType::Instant)
            kinds.insert(field.name, DumpKind::Instant);
        else if (field.type == FieldType::Link || field.type == FieldType::Person)
            kinds.insert(field.name, DumpKind::Id);
    }
    return kinds;
}

DumpKind plainKind(const dump::SchemaColumn &column) {
    static const QStringList ids{u"id"_s, u"row"_s, u"device"_s, u"actor"_s, u"merged_into"_s};
    if (column.type == "INTEGER"_L1)
        return DumpKind::Integer;
    if (column.type == "REAL"_L1)
        return DumpKind::Real;
    if (column.type == "TEXT"_L1)
        return DumpKind::Text;
    return ids.contains(column.name) ? DumpKind::Id : DumpKind::Bytes;
}

DumpTable tableFrom(const dump::SchemaTable &table, const Catalog &catalog) {
    const EntityDesc *entity = catalog.entity(table.name);
    const QHash<QString, DumpKind> kinds = entity ? kindsOf(*entity) : QHash<QString, DumpKind>();
    DumpTable made{table.name, {}};
    for (const dump::SchemaColumn &column : table.columns) {
        if (!column.derived)
            made.columns.push_back({column.name, kinds.value(column.name, plainKind(column))});
    }
    return made;
}

Error notExact(const DumpTable &table, const DumpColumn &column) {
    return makeError(ErrorKind::Damaged, u"export.not_exact"_s,
                     {{u"table"_s, table.name}, {u"column"_s, column.name}});
}

QString selectOf(const DumpTable &table, const dump::SchemaTable &schema) {
    QStringList names;
    for (const DumpColumn &column : table.columns)
        names << dump::quoted(column.name);
    QStringList order;
    for (const QString &name : schema.key)
        order << dump::quoted(name);
    return u"SELECT %1 FROM %2 ORDER BY %3"_s.arg(names.join(u", "_s), dump::quoted(table.name),
                                                  schema.hasRowid ? u"rowid"_s
                                                                  : order.join(u", "_s));
}

} // namespace

Result<int> dumpSchema(Connection &c) {
    const auto version = c.scalar(u"PRAGMA user_version"_s);
    return version ? Result<int>(int(*version)) : Result<int>(version.error());
}

Result<std::vector<DumpTable>> dumpTables(Connection &c, const Catalog &catalog) {
    const auto tables = dump::schemaTables(c);
    if (!tables)
        return tables.error();
    std::vector<DumpTable> made;
    for (const dump::SchemaTable &table : *tables) {
        if (!dump::isDerivedTable(table.name) && table.name != "meta"_L1)
            made.push_back(tableFrom(table, catalog));
    }
    return made;
}

Result<qint64> dumpRowCount(Connection &c, const DumpTable &table) {
    return c.scalar(u"SELECT count(*) FROM "_s + dump::quoted(table.name));
}

Result<void> dumpRows(Connection &c, const DumpTable &table,
                      const std::function<Result<void>(const QStringList &)> &take) {
    const auto schema = dump::schemaTable(c, table.name);
    if (!schema)
        return schema.error();
    auto list = c.prepare(selectOf(table, *schema));
    if (!list)
        return list.error();
    QStringList cells;
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        cells.clear();
        for (int i = 0; i < int(table.columns.size()); ++i) {
            const DumpColumn &column = table.columns[size_t(i)];
            auto cell = dumpCell(*list, i, column.kind);
            if (!cell)
                return notExact(table, column);
            cells << *std::move(cell);
        }
        if (const auto taken = take(cells); !taken)
            return taken;
    }
}

Result<QMap<QString, QString>> dumpMeta(Connection &c) {
    auto list = c.prepare(u"SELECT key, value FROM meta ORDER BY key"_s);
    if (!list)
        return list.error();
    QMap<QString, QString> meta;
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            return meta;
        if (!dump::isDerivedMeta(list->text(0)))
            meta.insert(list->text(0), list->text(1));
    }
}

Result<bool> hasUnfinishedJob(Connection &c) {
    const auto jobs = jobtable::unfinished(c);
    return jobs ? Result<bool>(!jobs->empty()) : Result<bool>(jobs.error());
}

} // namespace dw
