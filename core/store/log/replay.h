// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/store/query/historyrow.h"

namespace dw {

/// A row as the log has it.
struct ReplayedRow {
    Record record;       ///< Derived fields too.
    bool exists = false; ///< Something was known of it.
    bool deleted = false;
    RecordId mergedInto;
};

/// Folds the changes of one row that were known at `until` (all of them where absent), in the order
/// in which they stand. Fields that the entity does not know are passed over.
[[nodiscard]] ReplayedRow replay(const EntityDesc &entity, const RowHistory &history,
                                 std::optional<Instant> until = std::nullopt);

/// True for the derived field that says when the row was made.
[[nodiscard]] bool isCreationDate(const FieldDesc &field);
/// Name of the field whose last change the derived field dates ("stage" of "stage_since"); empty
/// where it dates none.
[[nodiscard]] QString datedField(const FieldDesc &field);

} // namespace dw
