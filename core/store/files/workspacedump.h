// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/store/sqlite/sqlite.h"

#include <QMap>
#include <functional>

namespace dw {

// The tables of a workspace as text, and back: the database side of the export that
// docs/FORMATS.md describes ("Exported workspace"). What can be made from other tables (keys,
// search, collation) is left out and made anew.

/// How a column is written: whole number, shortest decimal, the text itself, UUID, hexadecimal
/// bytes, ISO date, ISO instant in UTC with milliseconds (days and milliseconds since 1970 as a
/// number outside of the years 1 to 9999).
enum class DumpKind { Integer, Real, Text, Id, Bytes, Date, Instant };
/// "integer", "real", "text", "id", "bytes", "date", "instant".
[[nodiscard]] QString dumpKindName(DumpKind kind);
[[nodiscard]] std::optional<DumpKind> dumpKindFromName(const QString &name);

struct DumpColumn {
    QString name;
    DumpKind kind = DumpKind::Text;
    friend bool operator==(const DumpColumn &, const DumpColumn &) = default;
};

struct DumpTable {
    QString name;
    std::vector<DumpColumn> columns; ///< In the order of the table.
    friend bool operator==(const DumpTable &, const DumpTable &) = default;
};

/// Number of the schema that the database has.
[[nodiscard]] Result<int> dumpSchema(Connection &c);
/// All tables that are exported but `meta`, by name. Fails: "store.*".
[[nodiscard]] Result<std::vector<DumpTable>> dumpTables(Connection &c, const Catalog &catalog);
[[nodiscard]] Result<qint64> dumpRowCount(Connection &c, const DumpTable &table);
/// Calls `take` with the cells of each row, in the order in which rows were added (WITHOUT ROWID:
/// of the key). Null is an empty cell; before a text that is empty or begins with a backslash
/// stands one more. Fails: "export.not_exact" {table, column} (Damaged: a value of another storage
/// class than the column's, or no proper text), what `take` fails with, "store.*".
[[nodiscard]] Result<void> dumpRows(Connection &c, const DumpTable &table,
                                    const std::function<Result<void>(const QStringList &)> &take);
/// The texts of `meta`, but for versions of what is derived.
[[nodiscard]] Result<QMap<QString, QString>> dumpMeta(Connection &c);
/// True while a job is not finished: the log is not whole then, and its rest is no table.
[[nodiscard]] Result<bool> hasUnfinishedJob(Connection &c);

/// Fills a new database with what a dump holds. Nothing else may use the file.
class DumpLoader {
public:
    /// A database of that schema, at most the current one, in that file, which must not be there.
    /// Fails: "store.*".
    [[nodiscard]] static Result<std::unique_ptr<DumpLoader>> create(const QString &path, int schema,
                                                                    const QString &vfs = {});
    ~DumpLoader();

    /// The rows of this table come next. Columns of custom fields and tables of custom sets are
    /// made. Fails: "import.bad_table" {table, column} where a name or kind is none that the schema
    /// or a custom field can have, a column is missing, or the table was there before.
    Result<void> begin(const DumpTable &table);
    /// Fails: "import.bad_cell" {column}, "store.*".
    Result<void> add(const QStringList &cells);
    /// The last table is complete: makes what is derived, writes `meta`, commits, and brings the
    /// schema up to date. The database lies in one file once the loader is gone. Fails:
    /// "import.bad_table" {table} where one is missing, "store.*".
    Result<void> finish(const QMap<QString, QString> &meta);

private:
    struct State;
    explicit DumpLoader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace dw
