// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/valuemath.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();

Money cny(qint64 minor) { return {minor, *Currency::fromCode(u"CNY"_s)}; }
Money usd(qint64 minor) { return {minor, *Currency::fromCode(u"USD"_s)}; }

} // namespace

class TestValueMath : public QObject {
    Q_OBJECT

private slots:
    void times_data();
    void times();
    void over_data();
    void over();
    void over_isExact();
    void rounded_data();
    void rounded();
    void compareText_isByCodePoint();
    void characterCount();
    void shifting_data();
    void shifting();
    void instants_moveByTheZone();
    void sums_dependOnNoOrder();
    void amounts_addUpExactly();
};

void TestValueMath::times_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<double>("factor");
    QTest::addColumn<qint64>("product");
    QTest::addColumn<bool>("fits");
    QTest::newRow("whole") << qint64(250) << 3.0 << qint64(750) << true;
    QTest::newRow("as it prints, not as it is stored")
        << qint64(100) << 0.145 << qint64(15) << true;
    QTest::newRow("half goes up") << qint64(1) << 0.5 << qint64(1) << true;
    QTest::newRow("below half") << qint64(1) << 0.499999999 << qint64(0) << true;
    QTest::newRow("half goes away from zero") << qint64(-1) << 0.5 << qint64(-1) << true;
    QTest::newRow("negative factor") << qint64(250) << -0.1 << qint64(-25) << true;
    QTest::newRow("nine decimals")
        << qint64(1'000'000'000) << 1.234567891 << qint64(1'234'567'891) << true;
    QTest::newRow("the tenth is rounded")
        << qint64(1'000'000'000) << 0.00000000055 << qint64(1) << true;
    QTest::newRow("tiny") << most << 1e-300 << qint64(0) << true;
    QTest::newRow("zero") << most << 0.0 << qint64(0) << true;
    QTest::newRow("large factor") << qint64(2) << 4e18 << qint64(8'000'000'000'000'000'000) << true;
    QTest::newRow("factor beyond 64 bits") << qint64(1) << 1e19 << qint64(0) << false;
    QTest::newRow("huge factor") << qint64(0) << 1e300 << qint64(0) << false;
    QTest::newRow("product beyond 64 bits") << most << 1.1 << qint64(0) << false;
    QTest::newRow("infinite") << qint64(1) << double(INFINITY) << qint64(0) << false;
    QTest::newRow("no number") << qint64(1) << double(NAN) << qint64(0) << false;
}

void TestValueMath::times() {
    QFETCH(qint64, minor);
    QFETCH(double, factor);
    QFETCH(bool, fits);
    const auto product = dw::times(cny(minor), factor);
    QCOMPARE(product.has_value(), fits);
    if (fits) {
        QTEST(product->minor(), "product");
        QCOMPARE(product->currency().code(), u"CNY"_s);
    }
}

void TestValueMath::over_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<double>("divisor");
    QTest::addColumn<qint64>("quotient");
    QTest::addColumn<bool>("fits");
    QTest::newRow("whole") << qint64(750) << 3.0 << qint64(250) << true;
    QTest::newRow("third") << qint64(100) << 3.0 << qint64(33) << true;
    QTest::newRow("half goes up") << qint64(1) << 2.0 << qint64(1) << true;
    QTest::newRow("half goes away from zero") << qint64(-1) << 2.0 << qint64(-1) << true;
    QTest::newRow("below half") << qint64(49) << 100.0 << qint64(0) << true;
    QTest::newRow("decimal divisor") << qint64(100) << 0.4 << qint64(250) << true;
    QTest::newRow("negative divisor") << qint64(100) << -0.4 << qint64(-250) << true;
    QTest::newRow("large") << most << 1.0 << most << true;
    QTest::newRow("large by large") << most << 9e18 << qint64(1) << true;
    QTest::newRow("too large") << most << 0.5 << qint64(0) << false;
    QTest::newRow("zero") << qint64(1) << 0.0 << qint64(0) << false;
    QTest::newRow("as good as zero") << qint64(1) << 1e-12 << qint64(0) << false;
    QTest::newRow("no number") << qint64(1) << double(NAN) << qint64(0) << false;
}

void TestValueMath::over() {
    QFETCH(qint64, minor);
    QFETCH(double, divisor);
    QFETCH(bool, fits);
    const auto quotient = dw::over(cny(minor), divisor);
    QCOMPARE(quotient.has_value(), fits);
    if (fits)
        QTEST(quotient->minor(), "quotient");
}

void TestValueMath::over_isExact() {
    // Beside whole numbers of 64 bits, which show every digit.
    Random random(20261124);
    for (int i = 0; i < 5000; ++i) {
        const qint64 minor = qint64(quint64(random.bits()) >> (1 + random.below(60))) / 4;
        const qint64 divisor = random.between(1, 1'000'000);
        const auto quotient = dw::over(cny(minor), double(divisor));
        QVERIFY(quotient.has_value());
        QCOMPARE(quotient->minor(), minor / divisor + (2 * (minor % divisor) >= divisor ? 1 : 0));
    }
}

void TestValueMath::rounded_data() {
    QTest::addColumn<double>("v");
    QTest::addColumn<int>("digits");
    QTest::addColumn<double>("result");
    QTest::newRow("half") << 2.5 << 0 << 3.0;
    QTest::newRow("negative half") << -2.5 << 0 << -3.0;
    QTest::newRow("below half") << 2.4999 << 0 << 2.0;
    QTest::newRow("as it prints") << 2.675 << 2 << 2.68;
    QTest::newRow("fewer decimals than asked for") << 2.5 << 9 << 2.5;
    QTest::newRow("nine") << 0.1234567895 << 9 << 0.12345679;
    QTest::newRow("large") << 1e20 << 2 << 1e20;
    QTest::newRow("small") << 1e-20 << 9 << 0.0;
    QTest::newRow("carries over") << 9.99 << 1 << 10.0;
}

void TestValueMath::rounded() {
    QFETCH(double, v);
    QFETCH(int, digits);
    QTEST(dw::rounded(v, digits), "result");
}

void TestValueMath::compareText_isByCodePoint() {
    // UTF-16 would put the emoji before the full-width letter.
    const QStringList inOrder{u""_s,   u"a"_s,    u"a "_s,     u"ab"_s, u"b"_s,
                              u"中"_s, u"中国"_s, u"\uFB00"_s, u"Ａ"_s, u"😀"_s};
    for (qsizetype i = 0; i < inOrder.size(); ++i) {
        for (qsizetype j = 0; j < inOrder.size(); ++j) {
            QCOMPARE(compareText(inOrder[i], inOrder[j]), int(i > j) - int(i < j));
            QCOMPARE(inOrder[i].toUtf8() < inOrder[j].toUtf8(), i < j);
        }
    }
}

void TestValueMath::characterCount() {
    QCOMPARE(dw::characterCount(u""), 0.0);
    QCOMPARE(dw::characterCount(u"abc"), 3.0);
    QCOMPARE(dw::characterCount(u"苏州"), 2.0);
    QCOMPARE(dw::characterCount(u"a😀b"), 3.0);
}

void TestValueMath::shifting_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("months");
    QTest::addColumn<qint64>("days");
    QTest::addColumn<QDate>("moved");
    QTest::newRow("days") << QDate(2026, 2, 27) << 0 << qint64(2) << QDate(2026, 3, 1);
    QTest::newRow("short month") << QDate(2026, 1, 31) << 1 << qint64(0) << QDate(2026, 2, 28);
    QTest::newRow("leap year") << QDate(2024, 1, 31) << 1 << qint64(0) << QDate(2024, 2, 29);
    QTest::newRow("leap day a year on")
        << QDate(2024, 2, 29) << 12 << qint64(0) << QDate(2025, 2, 28);
    QTest::newRow("back over a year")
        << QDate(2026, 1, 15) << -1 << qint64(0) << QDate(2025, 12, 15);
    QTest::newRow("last day there is")
        << QDate(9999, 12, 30) << 0 << qint64(1) << QDate(9999, 12, 31);
    QTest::newRow("behind the last") << QDate(9999, 12, 31) << 0 << qint64(1) << QDate();
    QTest::newRow("before the first") << QDate(1, 1, 1) << 0 << qint64(-1) << QDate();
    QTest::newRow("from beyond") << QDate(10000, 1, 1) << 0 << qint64(-1) << QDate();
    QTest::newRow("none") << QDate() << 1 << qint64(1) << QDate();
}

void TestValueMath::shifting() {
    QFETCH(QDate, day);
    QFETCH(int, months);
    QFETCH(qint64, days);
    QTEST(plus(day, months, days), "moved");
}

void TestValueMath::instants_moveByTheZone() {
    const QTimeZone berlin("Europe/Berlin");
    const Instant before =
        *Instant::fromIso(u"2026-03-10T09:00:00Z"_s); // 10:00 on the wall, winter
    // Still 10:00 on the wall in summer.
    QCOMPARE(plus(before, 1, 0, berlin)->toIso(), u"2026-04-10T08:00:00Z"_s);
    QCOMPARE(plus(before, 1, 0, QTimeZone::utc())->toIso(), u"2026-04-10T09:00:00Z"_s);
    QCOMPARE(plus(before, 0, 86'400'000, berlin)->toIso(), u"2026-03-11T09:00:00Z"_s);
    QVERIFY(!plus(Instant{most}, 0, 1, berlin));
    QVERIFY(!plus(*Instant::fromIso(u"9999-12-31T23:59:59Z"_s), 0, 1000, berlin));
    QVERIFY(!plus(*Instant::fromIso(u"0001-01-01T00:00:00Z"_s), -1, 0, berlin));
}

void TestValueMath::sums_dependOnNoOrder() {
    Random random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> numbers;
        for (int i = 0; i < 20; ++i)
            numbers.push_back((double(random.bits() >> 11) - 4e15)
                              * std::pow(10.0, double(random.between(-20, 5))));
        NumberSum forwards;
        NumberSum backwards;
        for (size_t i = 0; i < numbers.size(); ++i) {
            forwards.add(numbers[i]);
            backwards.add(numbers[numbers.size() - 1 - i]);
        }
        QVERIFY(forwards.sum() == backwards.sum()); // to the bit
    }
    NumberSum none;
    QVERIFY(std::isnan(none.sum()));
    QVERIFY(std::isnan(none.average()));
    NumberSum tooMuch;
    tooMuch.add(1e308);
    tooMuch.add(1e308);
    QVERIFY(std::isnan(tooMuch.sum()));
}

void TestValueMath::amounts_addUpExactly() {
    MoneySum none;
    QVERIFY(!none.sum() && !none.average());
    MoneySum round;
    for (const qint64 minor : {most, most, -most, -most, qint64(-7)})
        round.add(cny(minor));
    QCOMPARE(round.sum()->minor(), qint64(-7));
    QCOMPARE(round.average()->minor(), qint64(-1)); // -1.4
    MoneySum least;
    least.add(cny(-most));
    least.add(cny(-1));
    QCOMPARE(least.sum()->minor(), std::numeric_limits<qint64>::min());
    least.add(cny(-1));
    QVERIFY(!least.sum());
    MoneySum over;
    over.add(cny(most));
    over.add(cny(1));
    QVERIFY(!over.sum());
    MoneySum mixed;
    mixed.add(cny(1));
    mixed.add(usd(1));
    QVERIFY(!mixed.sum() && !mixed.average());
}

} // namespace dw::test

using dw::test::TestValueMath;
DW_TEST(TestValueMath)

#include "tst_valuemath.moc"
