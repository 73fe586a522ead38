// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"

namespace dw {

/// Where a card stands within its column, as a text that sorts: its own order key, or, until
/// somebody placed it, one made of the moment it entered the stage (newest first) and its id. Both
/// kinds mix, so a card can be dropped between any two.
[[nodiscard]] QString placeOf(const BoardCard &card);

/// Gives a card what its store compares again and again: `place`.
void prepareCard(BoardCard &card);

/// The order key of a card put between two others; nullptr is the end of the column.
[[nodiscard]] QString placeBetween(const BoardCard *before, const BoardCard *after);

/// True where `a` stands above `b`.
[[nodiscard]] bool standsAbove(const BoardCard &a, const BoardCard &b);

} // namespace dw
