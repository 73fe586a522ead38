// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/reader.h"

namespace dw {

// Rows as the door writes them. Nobody else does: what is written here is in the change log too.

/// When the key tables (keytables.h) get to know of a row.
enum class KeyWay {
    Now,
    Later ///< A job fills them in when its rows are there.
};

/// Adds the row with all its fields, those of sets in their tables.
[[nodiscard]] Result<void> insertRow(Connection &c, const EntityDesc &entity, const Row &row,
                                     KeyWay keys = KeyWay::Now);

/// Writes these fields of the row as they are in `now`, and their keys.
[[nodiscard]] Result<void> updateFields(Connection &c, const EntityDesc &entity, const Row &now,
                                        const std::vector<FieldHandle> &fields);

/// Writes `deleted` and `merged_into`.
[[nodiscard]] Result<void> updateState(Connection &c, const EntityDesc &entity, const Row &now);

/// Adds the columns of a custom field to its entity's table, or its table, where they are not
/// there.
[[nodiscard]] Result<void> addColumns(Connection &c, const QString &entity, const FieldDesc &field);

/// True where there is a row of that id, deleted or not.
[[nodiscard]] Result<bool> rowExists(Connection &c, const QString &entity, RecordId id);

} // namespace dw
