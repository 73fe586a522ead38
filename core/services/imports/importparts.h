// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/entitydesc.h"

#include <span>

namespace dw {

// Columns of other systems that are part of a field of ours: a name in two cells, the currency of
// an amount beside it. A mapping names them like fields.

/// "first_name", "middle_name" and "last_name" of an entity whose name is that of a person
/// (contact, lead, person); none for others.
[[nodiscard]] std::span<const FieldDesc> nameParts(const EntityDesc &entity);
/// "<field>_currency" of each field of money that the entity has; made once for each key.
[[nodiscard]] std::vector<const FieldDesc *> currencyParts(const EntityDesc &entity);
/// The field of money that such a key is the currency of; null where it is none.
[[nodiscard]] FieldHandle moneyOfPart(const EntityDesc &entity, const QString &key);

/// One name from its parts: "Zoë van der Berg", "Ann B. Lee", "张伟" (family name first, no blank).
[[nodiscard]] QString joinedName(const QString &first, const QString &middle, const QString &last);

} // namespace dw
