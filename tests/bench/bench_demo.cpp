// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/contactdata.h"
#include "tests/bench/workspacefixture.h"

#include "core/services/demo/demo.h"

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int usualDeals = 100'000;

QString figure(double ms, qint64 rows) {
    return u"%1 s, %2 rows a second, peak of memory %3 MB"_s.arg(ms / 1000, 0, 'f', 1)
        .arg(qint64(double(rows) / ms * 1000))
        .arg(takePeakMemory(), 0, 'f', 0);
}

/// Drawing alone, to nowhere, is what the generator itself takes; the rest is the job's.
void demo() {
    WorkspaceFixture fixture;
    DemoRequest request;
    request.deals = benchRows(usualDeals);
    request.now = fixture.workspace().clock().now();
    request.zone = fixture.workspace().zone();
    qint64 rows = 0;
    [[maybe_unused]] const double before = takePeakMemory();
    const double drawing = milliseconds([&] {
        orFail(generateDemo(*fixture.workspace().catalog(), request, [&](DemoRow &&) {
            ++rows;
            return Result<void>();
        }));
    });
    line(u"%1 deals drawn alone, %2 rows"_s.arg(request.deals).arg(rows), figure(drawing, rows));
    const double all = milliseconds([&] { orFail(runDemo(fixture.workspace(), request, {}, {})); });
    line(u"drawn, staged and written through the door"_s, figure(all, rows), all / drawing);
}

} // namespace

DW_BENCH("demo", demo)

} // namespace dw::bench
