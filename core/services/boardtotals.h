// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board.h"

namespace dw {

/// By what people read, in major units; the order of ties stays.
void sortLargestFirst(std::vector<CurrencySum> &sums);

/// Totals of several columns together, per currency; a sum that would overflow is left out and
/// `overflow` set.
[[nodiscard]] ColumnTotals together(const std::vector<ColumnTotals> &columns);

} // namespace dw
