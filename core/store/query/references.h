// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/store/sqlite/sqlite.h"

#include <functional>

namespace dw {

/// A row that is not in the bin points at another.
struct Reference {
    const EntityDesc &entity; ///< Of the row that points.
    const FieldDesc &field;
    RecordId row;
    RecordId target;
};

/// Hands over every reference to a row of `target` that has a record of the change set `set` in the
/// log (one that makes it, where `made`). A few queries a field, however many rows.
[[nodiscard]] Result<void> eachReference(Connection &c, const Catalog &catalog,
                                         const QString &target, qint64 set, bool made,
                                         const std::function<void(const Reference &)> &take);

/// The circle that the way upwards from the row along the field ends in, from the first of its rows
/// that is met; empty where there is none. The row itself may only lead into it. `known` holds rows
/// above which there is none, and grows.
[[nodiscard]] Result<std::vector<RecordId>> circleAbove(Connection &c, const EntityDesc &entity,
                                                        const FieldDesc &field, RecordId row,
                                                        QSet<RecordId> &known);

} // namespace dw
