// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/store/sqlite/sqlite.h"

#include <QSet>
#include <functional>
#include <span>

namespace dw {

/// A table (`<column>`, id) WITHOUT ROWID beside the table of an entity, in the order of a column
/// whose values come in no order: what others keep an index for. The door keeps it; a job fills in
/// afterwards, in the order of the keys, what it leaves out (an index would take five times as long
/// for a million rows). Rows in the bin are in it, rows without a value are not.
struct KeyTable {
    QString name;        ///< "contact_by_account".
    QString entity;      ///< "contact".
    QString field;       ///< Stable name: "account".
    QString column;      ///< Of both tables: "account", "name_key".
    bool isText = false; ///< TEXT; else BLOB (a collation key, an id of 16 bytes).

    /// The SQL with the names put in: {keys} (this table), {column}, {rows} (the entity's table).
    [[nodiscard]] QString sql(QStringView text) const;
};

/// All of them, those of one entity together. Thread-safe.
[[nodiscard]] std::span<const KeyTable> keyTables();
[[nodiscard]] std::span<const KeyTable> keyTablesOf(QStringView entity);
/// The one over the field (stable name); nullptr where there is none (custom fields have none).
[[nodiscard]] const KeyTable *keyTableOf(QStringView entity, QStringView field);

/// The key of a value as its column holds it: collation key, 16 bytes of an id, UTF-8. Null for an
/// empty value, which has no key.
[[nodiscard]] QByteArray keyOf(const KeyTable &table, const FieldValue &value);

/// Takes the keys of these fields of a row out: before the row changes, as the row itself says
/// which they are.
[[nodiscard]] Result<void> dropKeys(Connection &c, const EntityDesc &entity, RecordId id,
                                    const std::vector<FieldHandle> &fields);
/// Puts them in as the row holds them now.
[[nodiscard]] Result<void> addKeys(Connection &c, const EntityDesc &entity, RecordId id,
                                   const std::vector<FieldHandle> &fields);
/// All keys of a row that was just made.
[[nodiscard]] Result<void> addKeys(Connection &c, const EntityDesc &entity, const Record &record);

struct KeyEntry {
    QByteArray key; ///< As keyOf() gives it.
    RecordId id;
};

/// A slice of a job: puts in the keys of rows that the job inserted without (KeyWay::Later), in the
/// order of (key, id), as long as `mayGoOn` says so (asked once in 64 keys); returns how many of
/// the run are done. For rows in `edited` (somebody has changed them since) what they hold now
/// counts instead. A key that is there already is passed over, so a run may be repeated. Keys made
/// with another collationVersion() than the workspace's must not be handed in (rebuildKeys() then).
[[nodiscard]] Result<qsizetype> fillKeys(Connection &c, const KeyTable &table,
                                         std::span<const KeyEntry> run,
                                         const QSet<RecordId> &edited,
                                         const std::function<bool()> &mayGoOn);

/// Makes the table anew from the rows, in one go.
[[nodiscard]] Result<void> rebuildKeys(Connection &c, const KeyTable &table);

/// The ids of the rows (also those in the bin) that hold the value, in order.
[[nodiscard]] Result<std::vector<RecordId>> idsByKey(Connection &c, const KeyTable &table,
                                                     const FieldValue &value);

} // namespace dw
