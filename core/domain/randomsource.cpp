// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/randomsource.h"

#include <cmath>
#include <numeric>

namespace dw {

double RandomSource::normal() {
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += unit();
    return sum;
}

double RandomSource::lognormal(double median, double sigma) {
    return median * std::exp(sigma * normal());
}

size_t RandomSource::weighted(std::span<const double> weights) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    double left = unit() * total;
    for (size_t i = 0; i + 1 < weights.size(); ++i) {
        if (left < weights[i])
            return i;
        left -= weights[i];
    }
    return weights.size() - 1;
}

} // namespace dw
