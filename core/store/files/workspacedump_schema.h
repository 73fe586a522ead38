// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite/sqlite.h"

#include <QStringList>
#include <vector>

namespace dw::dump {

struct SchemaColumn {
    QString name;
    QString type;         ///< As declared: "INTEGER", "REAL", "TEXT", "BLOB".
    bool derived = false; ///< A collation key: made from the text beside it.
};

struct SchemaTable {
    QString name;
    std::vector<SchemaColumn> columns;
    QStringList key; ///< Columns of the primary key.
    bool hasRowid = true;
    [[nodiscard]] bool hasColumn(const QString &column) const;
};

/// All tables that are not SQLite's own, by name.
[[nodiscard]] Result<std::vector<SchemaTable>> schemaTables(Connection &c);
/// Without columns where there is no such table.
[[nodiscard]] Result<SchemaTable> schemaTable(Connection &c, const QString &name);

/// True for what other tables tell already: keys and search.
[[nodiscard]] bool isDerivedTable(const QString &name);
/// True for values of `meta` that say by which version something derived was made.
[[nodiscard]] bool isDerivedMeta(const QString &key);

/// As SQL takes any name.
[[nodiscard]] QString quoted(const QString &name);

} // namespace dw::dump
