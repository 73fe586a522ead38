// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/store/sqlite/sqlite.h"

namespace dw {

/// Goes once over all rows of an entity that are not in the bin, and reads some of their fields; no
/// more than one row is held. The connection and the entity must outlive it.
class RowScan {
public:
    /// `fields`: with columns of their own (no sets, no formulas); those that the connection's
    /// snapshot does not know yet read as absent. Fails: "store.*".
    [[nodiscard]] static Result<std::unique_ptr<RowScan>> open(
        Connection &c, const EntityDesc &entity, const std::vector<FieldHandle> &fields);

    /// True: `record` is the next row, with the fields that were asked for; false: that was all.
    Result<bool> next(Record &record);

private:
    RowScan(const EntityDesc &entity, std::vector<FieldHandle> fields, Statement statement);
    const EntityDesc &m_entity;
    std::vector<FieldHandle> m_fields;
    Statement m_statement;
};

} // namespace dw
