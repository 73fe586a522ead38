// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/expr/expression.h"

namespace dw {

/// One column of a list: one of those that every row has, a field, or a field of a linked row
/// (`account.sector`).
struct ListColumn {
    enum class Kind { Id, ShortId, Deleted, Stored, Computed };
    Kind kind = Kind::Stored;
    QString key; ///< As typed; also the member in JSON.
    FieldDesc
        field; ///< Describes the values: of the path's last field, for a formula of its result.
    FieldHandle handle;                   ///< Stored: where in the row.
    std::optional<Expression> expression; ///< Computed: formula or path.

    [[nodiscard]] bool isReference() const { return !field.target.isEmpty(); }
};

/// Columns from keys parted by commas; a key named twice counts once. Fails: "cli.empty_option",
/// and as Expression::parse, for an unknown key too.
[[nodiscard]] Result<std::vector<ListColumn>> columnsFromKeys(const QString &typed,
                                                              const Catalog &catalog,
                                                              const EntityDesc &entity);
/// The UUID of the row.
[[nodiscard]] ListColumn idColumn();
/// The short id and the fields of the section "main".
[[nodiscard]] std::vector<ListColumn> mainColumns(const Catalog &catalog, const EntityDesc &entity);
/// Every field that is not hidden.
[[nodiscard]] std::vector<ListColumn> fieldColumns(const Catalog &catalog,
                                                   const EntityDesc &entity);

} // namespace dw
