// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacedump_schema.h"

#include "core/store/schema/keytables.h"

#include <algorithm>

namespace dw::dump {
using namespace Qt::StringLiterals;

namespace {

constexpr auto keySuffix = "_key"_L1;

Result<void> readColumns(Connection &c, SchemaTable &table) {
    auto list = c.prepare(u"SELECT name, type, pk FROM pragma_table_info(?)"_s);
    if (!list)
        return list.error();
    list->bind(1, table.name);
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        table.columns.push_back({list->text(0), list->text(1)});
        if (list->integer(2) > 0)
            table.key << list->text(0);
    }
    for (SchemaColumn &column : table.columns) {
        const QString base = column.name.chopped(qMin(keySuffix.size(), column.name.size()));
        column.derived =
            column.type == "BLOB"_L1 && column.name.endsWith(keySuffix) && table.hasColumn(base);
    }
    return {};
}

Result<std::vector<SchemaTable>> read(Connection &c, const QString &condition,
                                      const QString &name) {
    // `wr`: WITHOUT ROWID.
    auto list =
        c.prepare(u"SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                  " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s
                  + condition + u" ORDER BY name"_s);
    if (!list)
        return list.error();
    if (!name.isNull())
        list->bind(1, name);
    std::vector<SchemaTable> tables;
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        tables.push_back({list->text(0), {}, {}, list->integer(1) == 0});
    }
    for (SchemaTable &table : tables) {
        if (const auto columns = readColumns(c, table); !columns)
            return columns.error();
    }
    return tables;
}

} // namespace

bool SchemaTable::hasColumn(const QString &column) const {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const SchemaColumn &one) { return one.name == column; });
}

Result<std::vector<SchemaTable>> schemaTables(Connection &c) { return read(c, {}, {}); }

Result<SchemaTable> schemaTable(Connection &c, const QString &name) {
    auto found = read(c, u" AND name = ?"_s, name);
    if (!found)
        return found.error();
    return found->empty() ? SchemaTable{name, {}, {}} : std::move(found->front());
}

bool isDerivedTable(const QString &name) {
    const auto keys = keyTables();
    return name == "search"_L1 || name.startsWith("search_"_L1)
           || std::any_of(keys.begin(), keys.end(),
                          [&](const KeyTable &table) { return table.name == name; });
}

bool isDerivedMeta(const QString &key) { return key == "collation"_L1 || key == "search"_L1; }

QString quoted(const QString &name) {
    QString plain = name;
    return u'"' + plain.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace dw::dump
