// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace dw::test {

/// One observation: what is known of it, a constant first, and whether it came true.
struct Observation {
    std::vector<double> x;
    bool y = false;
};

/// Coefficients of a logistic regression by Newton's method with a whiff of ridge, so that a column
/// without variation does not break it.
[[nodiscard]] std::vector<double> fitLogistic(const std::vector<Observation> &observations);

/// Rank correlation (Spearman, ties by order) of two series of the same length.
[[nodiscard]] double rankCorrelation(const std::vector<double> &a, const std::vector<double> &b);

} // namespace dw::test
