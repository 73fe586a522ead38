// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace dw {

/// Link fields of `rows` that point at `to`.
[[nodiscard]] std::vector<FieldHandle> linksBetween(const EntityDesc &rows, const EntityDesc &to);
/// The one of them that is meant where none is named: the one called like what it points at; else
/// the only built-in one; else the only one. Null where none of this decides.
[[nodiscard]] FieldHandle usualLink(const EntityDesc &rows, const EntityDesc &to);
/// The entity whose rows `word` (its plural) means around a row of `to`: it has a link to it and is
/// shown to people. nullptr where there is none.
[[nodiscard]] const EntityDesc *relationNamed(const Catalog &catalog, QStringView word,
                                              const EntityDesc &to);
/// All of them.
[[nodiscard]] std::vector<const EntityDesc *> relationsOf(const Catalog &catalog,
                                                          const EntityDesc &to);

} // namespace dw
