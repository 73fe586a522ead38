// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace dw {

/// Gives each row at most one column and each column at most one row so that the weights add up to
/// the most; a weight of 0 is no match. Returns the column of each row, -1 for none. Method:
/// shortest augmenting paths (Kuhn, Munkres), rows squared times columns. `weights` has one vector
/// a row, all of the same length; no weight is negative.
[[nodiscard]] std::vector<int> bestAssignment(const std::vector<std::vector<double>> &weights);

} // namespace dw
