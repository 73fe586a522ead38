// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barewindow.h"
#include "tests/bench/bench.h"
#include "tests/bench/boardwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

std::vector<Benchmark> &registry() {
    static std::vector<Benchmark> benchmarks;
    return benchmarks;
}

} // namespace

bool add(const char *name, std::function<void()> run) {
    registry().push_back({QString::fromLatin1(name), std::move(run)});
    return true;
}

const std::vector<Benchmark> &all() { return registry(); }

double milliseconds(const std::function<void()> &work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

Spread spreadOf(std::vector<double> samples) {
    if (samples.empty())
        fail(u"no samples"_s);
    std::sort(samples.begin(), samples.end());
    const auto at = [&](double share) {
        return samples[size_t(std::floor(share * double(samples.size() - 1)))];
    };
    return {samples.front(), at(0.5), at(0.99), samples.back()};
}

void line(const QString &label, const QString &figure, double ratio) {
    const QString times = ratio > 0 ? u"  × %1"_s.arg(ratio, 0, 'f', 2) : QString();
    std::printf("  %s %s%s\n", qPrintable(label.leftJustified(52, u'.')), qPrintable(figure),
                qPrintable(times));
    std::fflush(stdout);
}

void fail(const QString &what) {
    std::fprintf(stderr, "benchmark failed: %s\n", qPrintable(what));
    std::exit(1);
}

} // namespace dw::bench

int main(int argc, char **argv) {
    QLocale::setDefault(QLocale::c());
    if (argc > 1 && qstrcmp(argv[1], "--bare-window") == 0)
        return dw::bench::bareWindow(argc, argv);
    if (argc > 2 && qstrcmp(argv[1], "--board") == 0)
        return dw::bench::boardWindow(argc, argv);
    const QCoreApplication app(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    auto benchmarks = dw::bench::all();
    std::sort(benchmarks.begin(), benchmarks.end(),
              [](const auto &a, const auto &b) { return a.name < b.name; });
    for (const auto &benchmark : benchmarks) {
        if (!wanted.isEmpty() && !wanted.contains(benchmark.name))
            continue;
        std::printf("%s\n", qPrintable(benchmark.name));
        benchmark.run();
    }
    return 0;
}
