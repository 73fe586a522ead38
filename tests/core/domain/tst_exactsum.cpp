// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exactsum.h"

#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>
#include <vector>

namespace dw::test {

class TestExactSum : public QObject {
    Q_OBJECT

private slots:
    void sum_data();
    void sum();
    void parts_areTheSameSum();
    void order_doesNotMatter();
};

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

std::optional<qint64> sumOf(const std::vector<qint64> &values) {
    ExactSum sum;
    for (const qint64 v : values)
        sum.add(v);
    return sum.value();
}

} // namespace

void TestExactSum::sum_data() {
    QTest::addColumn<std::vector<qint64>>("values");
    QTest::addColumn<std::optional<qint64>>("expected");
    const auto row = [](const char *name, const std::vector<qint64> &values,
                        std::optional<qint64> expected) {
        QTest::newRow(name) << values << expected;
    };
    row("nothing", {}, 0);
    row("one", {-7}, -7);
    row("small", {1, -3, 2}, 0);
    row("around the halves", {0xFFFF'FFFF, 1}, 0x1'0000'0000);
    row("below the halves", {-1, -qint64(0xFFFF'FFFF)}, -0x1'0000'0000);
    row("greatest", {most}, most);
    row("least", {least}, least);
    row("up to the greatest", {most - 1, 1}, most);
    row("down to the least", {least + 1, -1}, least);
    row("one over", {most, 1}, std::nullopt);
    row("one under", {least, -1}, std::nullopt);
    row("twice the greatest", {most, most}, std::nullopt);
    row("twice the least", {least, least}, std::nullopt);
    row("over and back", {most, most, least, least, 2}, 0);
    row("both ends", {least, most}, -1);
}

void TestExactSum::sum() {
    QFETCH(const std::vector<qint64>, values);
    QFETCH(const std::optional<qint64>, expected);
    QCOMPARE(sumOf(values), expected);
}

void TestExactSum::parts_areTheSameSum() {
    Random random(20261124);
    for (int run = 0; run < 200; ++run) {
        ExactSum whole;
        qint64 high = 0;
        qint64 low = 0;
        for (int i = 0; i < 50; ++i) {
            const auto v = qint64(random.bits()) >> random.below(64);
            whole.add(v);
            high += v >> 32;
            low += v & 0xFFFF'FFFF;
        }
        ExactSum parts;
        parts.addParts(high, low);
        QCOMPARE(parts.value(), whole.value());
    }
}

void TestExactSum::order_doesNotMatter() {
    std::vector<qint64> values{most, least, most, -1, 1, least, 42, most, least, 1, 1, 1};
    std::sort(values.begin(), values.end());
    do
        QCOMPARE(sumOf(values), std::optional<qint64>(42));
    while (std::next_permutation(values.begin(), values.begin() + 6));
}

} // namespace dw::test

using dw::test::TestExactSum;
DW_TEST(TestExactSum)

#include "tst_exactsum.moc"
