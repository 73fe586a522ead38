// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fiscal.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestFiscal : public QObject {
    Q_OBJECT

private slots:
    void make_judgesItsNumbers_data();
    void make_judgesItsNumbers();
    void quarters_data();
    void quarters();
    void everyDayLiesInItsQuarter_data();
    void everyDayLiesInItsQuarter();
    void week_data();
    void week();
    void theUsualCalendarIsTheYear();
    void invalid_staysInvalid();
};

void TestFiscal::make_judgesItsNumbers_data() {
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<QString>("id");
    QTest::newRow("least") << 1 << 1 << QString();
    QTest::newRow("most") << 12 << 7 << QString();
    QTest::newRow("month below") << 0 << 1 << u"calendar.bad_start_month"_s;
    QTest::newRow("month above") << 13 << 1 << u"calendar.bad_start_month"_s;
    QTest::newRow("day below") << 1 << 0 << u"calendar.bad_week_start"_s;
    QTest::newRow("day above") << 1 << 8 << u"calendar.bad_week_start"_s;
}

void TestFiscal::make_judgesItsNumbers() {
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(QString, id);
    const auto made = FiscalCalendar::make(month, day);
    QCOMPARE(made.ok() ? QString() : made.error().message.id, id);
    if (made) {
        QCOMPARE(made->startMonth(), month);
        QCOMPARE(int(made->weekStart()), day);
    }
}

void TestFiscal::quarters_data() {
    QTest::addColumn<int>("startMonth");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("quarter");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    const auto row = [](int month, QDate day, int year, int quarter, QDate first, QDate last) {
        QTest::addRow("from %d: %s", month, qPrintable(day.toString(Qt::ISODate)))
            << month << day << year << quarter << first << last;
    };
    row(1, {2026, 1, 1}, 2026, 1, {2026, 1, 1}, {2026, 3, 31});
    row(1, {2026, 12, 31}, 2026, 4, {2026, 10, 1}, {2026, 12, 31});
    row(4, {2026, 3, 31}, 2026, 4, {2026, 1, 1}, {2026, 3, 31});
    row(4, {2026, 4, 1}, 2027, 1, {2026, 4, 1}, {2026, 6, 30});
    row(12, {2023, 12, 1}, 2024, 1, {2023, 12, 1}, {2024, 2, 29});
    row(12, {2024, 2, 29}, 2024, 1, {2023, 12, 1}, {2024, 2, 29});
    row(12, {2024, 11, 30}, 2024, 4, {2024, 9, 1}, {2024, 11, 30});
    row(2, {2026, 1, 31}, 2026, 4, {2025, 11, 1}, {2026, 1, 31});
    row(2, {2026, 2, 1}, 2027, 1, {2026, 2, 1}, {2026, 4, 30});
}

void TestFiscal::quarters() {
    QFETCH(int, startMonth);
    QFETCH(QDate, day);
    const FiscalCalendar calendar = *FiscalCalendar::make(startMonth, 1);
    const FiscalQuarter found = calendar.quarterOf(day);
    QTEST(found.year, "year");
    QTEST(found.quarter, "quarter");
    QTEST(calendar.firstDay(found), "first");
    QTEST(calendar.lastDay(found), "last");
    QCOMPARE(calendar.yearOf(day), found.year);
}

void TestFiscal::everyDayLiesInItsQuarter_data() {
    QTest::addColumn<int>("startMonth");
    for (int month = 1; month <= 12; ++month)
        QTest::addRow("from %d", month) << month;
}

/// The quarters of four years, a leap year among them, follow one another without gap or overlap.
void TestFiscal::everyDayLiesInItsQuarter() {
    QFETCH(int, startMonth);
    const FiscalCalendar calendar = *FiscalCalendar::make(startMonth, 1);
    FiscalQuarter previous = calendar.quarterOf({2022, 12, 31});
    for (QDate day(2023, 1, 1); day.year() < 2027; day = day.addDays(1)) {
        const FiscalQuarter quarter = calendar.quarterOf(day);
        QVERIFY(calendar.firstDay(quarter) <= day && day <= calendar.lastDay(quarter));
        QVERIFY(previous <= quarter);
        if (quarter != previous) {
            QCOMPARE(calendar.firstDay(quarter), day);
            QCOMPARE(calendar.lastDay(previous).addDays(1), day);
        }
        QVERIFY(calendar.firstDayOfYear(quarter.year) <= day);
        QVERIFY(day <= calendar.lastDayOfYear(quarter.year));
        QCOMPARE(calendar.lastDayOfYear(quarter.year).year(), quarter.year);
        previous = quarter;
    }
}

void TestFiscal::week_data() {
    QTest::addColumn<int>("weekStart");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDate>("first");
    // 2026-02-10 is a Tuesday.
    const QDate tuesday(2026, 2, 10);
    QTest::newRow("Monday") << 1 << tuesday << QDate(2026, 2, 9);
    QTest::newRow("the day itself") << 2 << tuesday << tuesday;
    QTest::newRow("the day after") << 3 << tuesday << QDate(2026, 2, 4);
    QTest::newRow("Sunday") << 7 << tuesday << QDate(2026, 2, 8);
    QTest::newRow("over the year") << 1 << QDate(2026, 1, 1) << QDate(2025, 12, 29);
}

void TestFiscal::week() {
    QFETCH(int, weekStart);
    QFETCH(QDate, day);
    QTEST(FiscalCalendar::make(1, weekStart)->firstDayOfWeek(day), "first");
}

void TestFiscal::theUsualCalendarIsTheYear() {
    QCOMPARE(FiscalCalendar(), *FiscalCalendar::make(1, 1));
    QCOMPARE(FiscalCalendar().firstDayOfYear(2026), QDate(2026, 1, 1));
    QCOMPARE(FiscalCalendar().lastDayOfYear(2026), QDate(2026, 12, 31));
}

void TestFiscal::invalid_staysInvalid() {
    const FiscalCalendar calendar;
    QCOMPARE(calendar.quarterOf(QDate()), FiscalQuarter{});
    QVERIFY(!calendar.firstDayOfWeek(QDate()).isValid());
    for (const int quarter : {0, 5, -1}) {
        QVERIFY(!calendar.firstDay({2026, quarter}).isValid());
        QVERIFY(!calendar.lastDay({2026, quarter}).isValid());
    }
}

} // namespace dw::test

using dw::test::TestFiscal;
DW_TEST(TestFiscal)

#include "tst_fiscal.moc"
