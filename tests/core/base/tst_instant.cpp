// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/instant.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestInstant : public QObject {
    Q_OBJECT

private slots:
    void toIso_data();
    void toIso();
    void fromIso_data();
    void fromIso();
    void fromIso_refuses_data();
    void fromIso_refuses();
    void fixedClock_standsUntilMoved();
    void today_dependsOnTheZone();
    void systemClock_runs();
};

void TestInstant::toIso_data() {
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("iso");
    QTest::newRow("epoch") << qint64(0) << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("with milliseconds") << qint64(1) << u"1970-01-01T00:00:00.001Z"_s;
    QTest::newRow("before the epoch") << qint64(-1) << u"1969-12-31T23:59:59.999Z"_s;
    QTest::newRow("ordinary") << qint64(1'770'685'200'000) << u"2026-02-10T01:00:00Z"_s;
    QTest::newRow("first") << qint64(-62'135'596'800'000) << u"0001-01-01T00:00:00Z"_s;
    QTest::newRow("last") << qint64(253'402'300'799'999) << u"9999-12-31T23:59:59.999Z"_s;
}

void TestInstant::toIso() {
    QFETCH(qint64, ms);
    QFETCH(QString, iso);
    QCOMPARE(Instant{ms}.toIso(), iso);
    const auto back = Instant::fromIso(iso);
    QVERIFY(back);
    QCOMPARE(back->ms, ms);
}

void TestInstant::fromIso_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    QTest::newRow("offset") << u"2026-02-10T09:00:00+08:00"_s << u"2026-02-10T01:00:00Z"_s;
    QTest::newRow("offset west") << u"2026-02-10T09:00:00-05:30"_s << u"2026-02-10T14:30:00Z"_s;
    QTest::newRow("date alone") << u"2026-02-10"_s << u"2026-02-10T00:00:00Z"_s;
    QTest::newRow("without seconds") << u"2026-02-10T09:00Z"_s << u"2026-02-10T09:00:00Z"_s;
    QTest::newRow("leap day") << u"2024-02-29T00:00:00Z"_s << u"2024-02-29T00:00:00Z"_s;
}

void TestInstant::fromIso() {
    QFETCH(QString, text);
    const auto at = Instant::fromIso(text);
    QVERIFY(at);
    QTEST(at->toIso(), "iso");
}

void TestInstant::fromIso_refuses_data() {
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "2026", "2026-02", "now", "2026-02-30", "2025-02-29", "2026/02/10", "20260210",
          "2026-02-10T09:00:00", "2026-02-10T25:00:00Z", "2026-02-10T09:61:00Z", "2026-02-10 ",
          "2026-02-10T", "10-02-2026T09:00Z", "2026-02-10T09:00:00Zebra"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestInstant::fromIso_refuses() {
    QFETCH(QString, text);
    QVERIFY(!Instant::fromIso(text));
}

void TestInstant::fixedClock_standsUntilMoved() {
    FixedClock clock({1000});
    QCOMPARE(clock.now(), Instant{1000});
    clock.advanceMs(500);
    QCOMPARE(clock.now(), Instant{1500});
    clock.set({0});
    QCOMPARE(clock.now(), Instant{0});
}

void TestInstant::today_dependsOnTheZone() {
    const FixedClock clock(*Instant::fromIso(u"2026-02-10T17:00:00Z"_s));
    QCOMPARE(clock.today(QTimeZone::utc()), QDate(2026, 2, 10));
    QCOMPARE(clock.today(QTimeZone("Asia/Shanghai")), QDate(2026, 2, 11));
}

void TestInstant::systemClock_runs() {
    const SystemClock clock;
    const Instant first = clock.now();
    QVERIFY(first > *Instant::fromIso(u"2025-01-01"_s));
    QVERIFY(clock.now() >= first);
}

} // namespace dw::test

using dw::test::TestInstant;
DW_TEST(TestInstant)

#include "tst_instant.moc"
