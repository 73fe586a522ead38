// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/randomsource.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;
using namespace dw;

class TestRandomSource : public QObject {
    Q_OBJECT
private slots:
    void bits_stayWhatTheyAre();
    void streams_ofOneSeed_differ();
    void below_givesEveryResultAlike();
    void between_reachesBothEnds();
    void unit_isBelowOne();
    void normal_hasMeanAndDeviation();
    void lognormal_hasItsMedian();
    void weighted_followsTheWeights_andNeverTakesZero();
};

void TestRandomSource::bits_stayWhatTheyAre() {
    // A seed gives the same company for ever, so these never change.
    RandomSource stream(7, 1, 0);
    QCOMPARE(stream.bits(), quint64(15'858'178'447'992'851'276U));
    RandomSource next(7, 1, 1);
    QCOMPARE(next.bits(), quint64(11'818'782'874'872'399'413U));
}

void TestRandomSource::streams_ofOneSeed_differ() {
    std::vector<quint64> seen;
    for (quint64 stream = 0; stream < 30; ++stream) {
        for (quint64 index = 0; index < 100; ++index)
            seen.push_back(RandomSource(7, stream, index).bits());
    }
    std::sort(seen.begin(), seen.end());
    QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

void TestRandomSource::below_givesEveryResultAlike() {
    RandomSource random(11);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i)
        ++counts[size_t(random.below(7))];
    for (const int count : counts)
        QVERIFY2(std::abs(count - 10'000) < 500, qPrintable(QString::number(count)));
    QCOMPARE(random.below(1), 0);
}

void TestRandomSource::between_reachesBothEnds() {
    RandomSource random(12);
    int least = 100, most = -100;
    for (int i = 0; i < 1000; ++i) {
        const int drawn = random.between(-3, 4);
        least = std::min(least, drawn);
        most = std::max(most, drawn);
    }
    QCOMPARE(least, -3);
    QCOMPARE(most, 4);
}

void TestRandomSource::unit_isBelowOne() {
    RandomSource random(13);
    double sum = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double drawn = random.unit();
        QVERIFY(drawn >= 0 && drawn < 1);
        sum += drawn;
    }
    QVERIFY(std::abs(sum / 100'000 - 0.5) < 0.005);
    QVERIFY(!random.chance(0));
    QVERIFY(random.chance(1));
}

void TestRandomSource::normal_hasMeanAndDeviation() {
    RandomSource random(14);
    double sum = 0, squares = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double drawn = random.normal();
        sum += drawn;
        squares += drawn * drawn;
    }
    QVERIFY(std::abs(sum / 100'000) < 0.02);
    QVERIFY(std::abs(squares / 100'000 - 1) < 0.02);
}

void TestRandomSource::lognormal_hasItsMedian() {
    RandomSource random(15);
    std::vector<double> drawn(10'001);
    for (double &value : drawn)
        value = random.lognormal(40, 0.5);
    std::sort(drawn.begin(), drawn.end());
    QVERIFY2(std::abs(drawn[5'000] - 40) < 1.5, qPrintable(QString::number(drawn[5'000])));
}

void TestRandomSource::weighted_followsTheWeights_andNeverTakesZero() {
    RandomSource random(16);
    const std::array<double, 4> weights{1, 0, 3, 0};
    std::array<int, 4> counts{};
    for (int i = 0; i < 40'000; ++i)
        ++counts[random.weighted(weights)];
    QCOMPARE(counts[1], 0);
    QCOMPARE(counts[3], 0);
    QVERIFY(std::abs(counts[0] - 10'000) < 500);
}

DW_TEST(TestRandomSource)
#include "tst_randomsource.moc"
