// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/expr/tree.h"

namespace dw {

// Text of a checked tree in its one canonical form, with the fewest brackets; it parses back to the
// same tree.

/// Names fields by their keys, and the link of related rows only where it has to be said.
[[nodiscard]] QString printKeys(const ExprNode &root, const Catalog &catalog,
                                const QString &entity);
/// The stored form: stable names, and the link always.
[[nodiscard]] QString printStored(const ExprNode &root);

} // namespace dw
