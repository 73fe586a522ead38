// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/columnsums.h"
#include "core/services/board/board.h"

#include <span>

namespace dw {

/// What a deal of the stage counts for in a weighted sum: its win probability; where it has none,
/// all where the stage is won and nothing else.
[[nodiscard]] Share shareOf(const BoardStage &stage);

/// Totals from sums per currency, each currency once; rows without an amount stand under no
/// currency.
[[nodiscard]] ColumnTotals totalsFrom(std::span<const ColumnSum> sums);

/// By what people read, in major units; the order of ties stays.
void sortLargestFirst(std::vector<CurrencySum> &sums);

/// Totals of several columns together, per currency; a sum that would overflow is left out and
/// `overflow` set.
[[nodiscard]] ColumnTotals together(const std::vector<ColumnTotals> &columns);

} // namespace dw
