// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

namespace dw::bench {

/// One benchmark: prints its figures beside those of a reference that it measures in the same run.
struct Benchmark {
    QString name;
    std::function<void()> run;
};

bool add(const char *name, std::function<void()> run);
[[nodiscard]] const std::vector<Benchmark> &all();

/// Milliseconds that `work` takes, once.
[[nodiscard]] double milliseconds(const std::function<void()> &work);

/// Minimum, median, 99th percentile and maximum of samples, in their unit.
struct Spread {
    double min = 0, p50 = 0, p99 = 0, max = 0;
};
[[nodiscard]] Spread spreadOf(std::vector<double> samples);

/// A line of the table: label, figure, and the ratio to the reference where there is one.
void line(const QString &label, const QString &figure, double ratio = 0);
/// Ends the program with what went wrong: a benchmark of nothing is no figure.
[[noreturn]] void fail(const QString &what);

} // namespace dw::bench

#define DW_BENCH(name, function) \
    [[maybe_unused]] static const bool dwBench##function = ::dw::bench::add(name, function);
