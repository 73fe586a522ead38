// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/demo/logisticfit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dw::test {

namespace {

using Matrix = std::vector<std::vector<double>>;

/// Solves a x = b for a positive definite `a`, by elimination.
std::vector<double> solved(Matrix a, std::vector<double> b) {
    const size_t n = b.size();
    for (size_t k = 0; k < n; ++k) {
        for (size_t row = k + 1; row < n; ++row) {
            const double factor = a[row][k] / a[k][k];
            for (size_t column = k; column < n; ++column)
                a[row][column] -= factor * a[k][column];
            b[row] -= factor * b[k];
        }
    }
    std::vector<double> x(n);
    for (size_t k = n; k-- > 0;) {
        double left = b[k];
        for (size_t column = k + 1; column < n; ++column)
            left -= a[k][column] * x[column];
        x[k] = left / a[k][k];
    }
    return x;
}

std::vector<double> ranksOf(const std::vector<double> &values) {
    std::vector<size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (size_t n = 0; n < order.size(); ++n)
        ranks[order[n]] = double(n);
    return ranks;
}

} // namespace

std::vector<double> fitLogistic(const std::vector<Observation> &observations) {
    constexpr int rounds = 8;
    constexpr double ridge = 1e-3;
    const size_t n = observations.front().x.size();
    std::vector<double> beta(n, 0);
    for (int round = 0; round < rounds; ++round) {
        Matrix hessian(n, std::vector<double>(n, 0));
        std::vector<double> gradient(n, 0);
        for (const Observation &o : observations) {
            double odds = 0;
            for (size_t k = 0; k < n; ++k)
                odds += beta[k] * o.x[k];
            const double p = 1 / (1 + std::exp(-odds));
            for (size_t k = 0; k < n; ++k) {
                gradient[k] += ((o.y ? 1.0 : 0.0) - p) * o.x[k];
                for (size_t m = 0; m <= k; ++m)
                    hessian[k][m] += p * (1 - p) * o.x[k] * o.x[m];
            }
        }
        for (size_t k = 0; k < n; ++k) {
            for (size_t m = 0; m < k; ++m)
                hessian[m][k] = hessian[k][m];
            hessian[k][k] += ridge;
            gradient[k] -= ridge * beta[k];
        }
        const std::vector<double> step = solved(hessian, gradient);
        for (size_t k = 0; k < n; ++k)
            beta[k] += step[k];
    }
    return beta;
}

double rankCorrelation(const std::vector<double> &a, const std::vector<double> &b) {
    const std::vector<double> ranksA = ranksOf(a);
    const std::vector<double> ranksB = ranksOf(b);
    const double mean = double(a.size() - 1) / 2;
    double both = 0, own = 0;
    for (size_t n = 0; n < a.size(); ++n) {
        both += (ranksA[n] - mean) * (ranksB[n] - mean);
        own += (ranksA[n] - mean) * (ranksA[n] - mean);
    }
    return both / own;
}

} // namespace dw::test
