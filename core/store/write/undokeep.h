// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/write/undoinverse.h"

namespace dw {

/// Undoing what made rows must not leave others standing on rows in the bin: a row that one which
/// remains refers to stays too, and so does what belongs to a row that stays (its lines, the stages
/// of a pipeline), again and again. Takes the bin out of their inverses and says for whose sake
/// (UndoPlan::Stays). `set` is the set that is taken back.
[[nodiscard]] Result<void> keepReferred(Connection &c, const Catalog &catalog, const ChangeSet &set,
                                        std::vector<RowInverse> &inverses);

} // namespace dw
