// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"

namespace dw {

/// What the door is told of a change made by hand.
[[nodiscard]] SetInfo setInfo(const Origin &origin, Message label);

/// `id` with {entity, title}: the row as people call it at this moment of the transaction.
[[nodiscard]] Message rowLabel(WriteTransaction &tx, const QString &id, const QString &entity,
                               RecordId row);

/// The row, not in the bin. Fails: "record.unknown" {entity, id}, "store.*".
[[nodiscard]] Result<Row> standingRow(Reader &reader, const QString &entity, RecordId id);

/// Keys of the fields whose values differ from those of the row, as `entity.key` with commas
/// between.
[[nodiscard]] QString differingFields(const EntityDesc &entity, const Record &standing,
                                      const Record &values);

} // namespace dw
