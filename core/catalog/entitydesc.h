// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddesc.h"

namespace dw {

/// One entity, described once.
struct EntityDesc {
    QString key;                   ///< Singular, also the table's name: "deal", "deal_line".
    QString plural;                ///< Accepted by the command line: "deals".
    Label label;                   ///< "Deal", "商机".
    Label pluralLabel;             ///< "Deals", "商机".
    char letter = 'X';             ///< First letter of short ids.
    QString title;                 ///< Name of the field that names a row to people.
    std::vector<FieldDesc> fields; ///< Only grows; the position is the FieldHandle.
    bool listed = true; ///< False for what people never see as rows of their own (setting, links).

    /// By stable name (column, log). Null handle when there is none.
    [[nodiscard]] FieldHandle byName(QStringView name) const;
    /// By the key that people type; built-in and custom. Null handle when there is none.
    [[nodiscard]] FieldHandle byKey(QStringView key) const;
    [[nodiscard]] const FieldDesc &field(FieldHandle h) const { return fields[h.index]; }
    [[nodiscard]] FieldHandle titleField() const { return byName(title); }
    /// Handles of the fields of one merge group, in order.
    [[nodiscard]] std::vector<FieldHandle> group(QStringView group) const;
};

/// True where the field says which row of the same entity stands above: a built-in link to itself
/// (parent, manager). Such rows form trees; a row above itself is refused at the door.
[[nodiscard]] bool isHierarchy(const EntityDesc &entity, const FieldDesc &field);

} // namespace dw
