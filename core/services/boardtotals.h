// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board.h"

namespace dw {

/// Totals of several columns together, per currency; a sum that would overflow is left out and
/// `overflow` set.
[[nodiscard]] ColumnTotals together(const std::vector<ColumnTotals> &columns);

} // namespace dw
