// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/valueforms.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

QString shown(const std::optional<QString> &read) { return read.value_or(u"-"_s); }

} // namespace

/// Days and instants as people and programs write them.
class TestValueDates : public QObject {
    Q_OBJECT

private slots:
    void oneReading_data();
    void oneReading();
    void orders_data();
    void orders();
    void instants_data();
    void instants();
    void localTimes_followTheZone_data();
    void localTimes_followTheZone();
};

void TestValueDates::oneReading_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("day");
    const auto row = [](const QString &text, const QString &day) {
        QTest::newRow(text.isEmpty() ? "empty" : qPrintable(text)) << text << day;
    };
    const QString day = u"2026-03-05"_s;
    for (const QString &text : {u"2026-03-05"_s,
                                u"2026-3-5"_s,
                                u"2026/03/05"_s,
                                u"2026/3/5"_s,
                                u"2026.03.05"_s,
                                u"2026.3.5."_s,
                                u"2026. 3. 5."_s,
                                u"2026 03 05"_s,
                                u"20260305"_s,
                                u"2026年3月5日"_s,
                                u"2026年03月05日"_s,
                                u"26年3月5日"_s,
                                u"2026年3月5号"_s,
                                u"2026 年 3 月 5 日"_s,
                                u"２０２６年３月５日"_s,
                                u"2026年3月5日 星期四"_s,
                                u"2026年3月5日（周四）"_s,
                                u"5 Mar 2026"_s,
                                u"05-Mar-2026"_s,
                                u"5-mar-26"_s,
                                u"5 March 2026"_s,
                                u"5th March, 2026"_s,
                                u"5th of March 2026"_s,
                                u"Mar 5, 2026"_s,
                                u"MARCH 5 2026"_s,
                                u"Mar. 5th, 2026"_s,
                                u"2026-Mar-05"_s,
                                u"Thu, 5 Mar 2026"_s,
                                u"Thursday 5 March 2026"_s,
                                u"5Mar2026"_s,
                                u"Thu Mar 5 2026"_s,
                                u"2026-03-05 00:00:00"_s,
                                u"2026-03-05T00:00:00Z"_s,
                                u"2026-03-05 12:00 AM"_s,
                                u" 2026-03-05 "_s,
                                u"2026-03-05 Thu"_s})
        row(text, day);
    row(u"2024-02-29"_s, u"2024-02-29"_s);
    row(u"69年1月1日"_s, u"2069-01-01"_s);
    row(u"70年1月1日"_s, u"1970-01-01"_s);
    row(u"1 Jan 99"_s, u"1999-01-01"_s);
    // Days that no calendar has, times that a day has not, and what is no day.
    for (const QString &text : {u"2025-02-29"_s,
                                u"2026-13-01"_s,
                                u"2026-00-10"_s,
                                u"2026-04-31"_s,
                                u"20261301"_s,
                                u"12345678"_s,
                                u"30 Feb 2026"_s,
                                u"5 Mrz 2026"_s,
                                u"2026-03"_s,
                                u"2026年3月"_s,
                                u"2026"_s,
                                u"3月5日"_s,
                                u"2026-03-05 09:30"_s,
                                u"2026-03-05 24:00"_s,
                                u"2026-03-05x"_s,
                                u"2026-03/05"_s,
                                u"2026--03-05"_s,
                                u"-2026-03-05"_s,
                                u"2026,03,05 7"_s,
                                u"1,234,567"_s,
                                u"12 34 56"_s,
                                u"192.168.1.20"_s,
                                u"tomorrow"_s,
                                u"0000-00-00"_s,
                                u""_s,
                                u"5"_s,
                                u"46086"_s,
                                u"may"_s,
                                u"Thursday"_s,
                                u"20260305093000"_s,
                                u"10000-01-01"_s})
        row(text, u"-"_s);
    row(QString(70, u'1'), u"-"_s);
}

void TestValueDates::oneReading() {
    QFETCH(QString, text);
    for (const DateOrder order :
         {DateOrder::YearMonthDay, DateOrder::MonthDayYear, DateOrder::DayMonthYear})
        QTEST(shown(plainDate(text, order)), "day");
}

void TestValueDates::orders_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("days"); // year, month or day first
    const auto row = [](const QString &text, const QStringList &days) {
        QTest::newRow(qPrintable(text)) << text << days;
    };
    row(u"01/02/2025"_s, {u"-"_s, u"2025-01-02"_s, u"2025-02-01"_s});
    row(u"1.2.2025"_s, {u"-"_s, u"2025-01-02"_s, u"2025-02-01"_s});
    row(u"01-02-2025"_s, {u"-"_s, u"2025-01-02"_s, u"2025-02-01"_s});
    row(u"1 2 2025"_s, {u"-"_s, u"2025-01-02"_s, u"2025-02-01"_s});
    row(u"03/03/2025"_s, {u"2025-03-03"_s, u"2025-03-03"_s, u"2025-03-03"_s});
    row(u"25/12/2025"_s, {u"2025-12-25"_s, u"-"_s, u"2025-12-25"_s});
    row(u"12/25/2025"_s, {u"2025-12-25"_s, u"2025-12-25"_s, u"-"_s});
    row(u"13/13/2025"_s, {u"-"_s, u"-"_s, u"-"_s});
    row(u"01/02/03"_s, {u"2001-02-03"_s, u"2003-01-02"_s, u"2003-02-01"_s});
    row(u"31/12/99"_s, {u"-"_s, u"-"_s, u"1999-12-31"_s});
    row(u"25-03-05"_s, {u"2025-03-05"_s, u"-"_s, u"2005-03-25"_s});
    row(u"05.03.25"_s, {u"2005-03-25"_s, u"2025-05-03"_s, u"2025-03-05"_s});
    row(u"29/02/2024"_s, {u"2024-02-29"_s, u"-"_s, u"2024-02-29"_s});
}

void TestValueDates::orders() {
    QFETCH(QString, text);
    QFETCH(QStringList, days);
    QCOMPARE(shown(plainDate(text, DateOrder::YearMonthDay)), days.at(0));
    QCOMPARE(shown(plainDate(text, DateOrder::MonthDayYear)), days.at(1));
    QCOMPARE(shown(plainDate(text, DateOrder::DayMonthYear)), days.at(2));
}

void TestValueDates::instants_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("instant");
    const auto row = [](const QString &text, const QString &instant) {
        QTest::newRow(qPrintable(text)) << text << instant;
    };
    // The zone is eight hours ahead.
    row(u"2026-03-05 09:30"_s, u"2026-03-05T01:30:00Z"_s);
    row(u"2026-03-05T09:30:15"_s, u"2026-03-05T01:30:15Z"_s);
    row(u"2026-03-05 09:30:15.250"_s, u"2026-03-05T01:30:15.250Z"_s);
    row(u"2026-03-05 09:30:15,2"_s, u"2026-03-05T01:30:15.200Z"_s);
    row(u"2026-03-05 09:30:15.2509999"_s, u"2026-03-05T01:30:15.250Z"_s);
    row(u"2026-03-05"_s, u"2026-03-04T16:00:00Z"_s);
    row(u"2026-03-05T09:30:00Z"_s, u"2026-03-05T09:30:00Z"_s);
    row(u"2026-03-05T09:30:00+02:00"_s, u"2026-03-05T07:30:00Z"_s);
    row(u"2026-03-05 09:30:00 -0530"_s, u"2026-03-05T15:00:00Z"_s);
    row(u"2026-03-05 09:30 UTC"_s, u"2026-03-05T09:30:00Z"_s);
    row(u"2026-03-05 09:30 GMT+8"_s, u"2026-03-05T01:30:00Z"_s);
    row(u"2026-03-05 24:00"_s, u"2026-03-05T16:00:00Z"_s);
    row(u"2026/3/5 9:30 PM"_s, u"2026-03-05T13:30:00Z"_s);
    row(u"2026/3/5 9:30:15am"_s, u"2026-03-05T01:30:15Z"_s);
    row(u"2026/3/5 12:05 AM"_s, u"2026-03-04T16:05:00Z"_s);
    row(u"2026/3/5 12:05 PM"_s, u"2026-03-05T04:05:00Z"_s);
    row(u"2026/3/5 9 p.m."_s, u"2026-03-05T13:00:00Z"_s);
    row(u"Mar 5, 2026, 9:30 AM"_s, u"2026-03-05T01:30:00Z"_s);
    row(u"2026年3月5日 上午9:30"_s, u"2026-03-05T01:30:00Z"_s);
    row(u"2026年3月5日下午3点05分20秒"_s, u"2026-03-05T07:05:20Z"_s);
    row(u"2026年3月5日 15时"_s, u"2026-03-05T07:00:00Z"_s);
    row(u"2026-03-05 下午 15:30"_s, u"2026-03-05T07:30:00Z"_s);
    row(u"2026年3月5日 星期四 09:30"_s, u"2026-03-05T01:30:00Z"_s);
    row(u"20260305093015"_s, u"2026-03-05T01:30:15Z"_s);
    row(u"1772674215"_s, u"2026-03-05T01:30:15Z"_s);
    row(u"1772674215250"_s, u"2026-03-05T01:30:15.250Z"_s);
    for (const QString &text :
         {u"2026-03-05 25:00"_s, u"2026-03-05 09:60"_s, u"2026-03-05 9"_s, u"2026-03-05 13:00 AM"_s,
          u"2026-03-05 09:30 EST"_s, u"2026-03-05 09:30+15:00"_s, u"2026-03-05 09:30 +123"_s,
          u"2026-03-05 09:30+8:999999999"_s, u"2026-03-05 09:30+999999999"_s, u"09:30"_s,
          u"2026-02-30 09:30"_s, u"2026-03-05 AM"_s, u"9772674215"_s, u"now"_s,
          u"2026-03-05 09:30:15."_s, u"9999-12-31 24:00"_s})
        row(text, u"-"_s);
}

void TestValueDates::instants() {
    QFETCH(QString, text);
    ZoneTime zone(QTimeZone("Asia/Shanghai"));
    QTEST(shown(plainInstant(text, DateOrder::YearMonthDay, zone)), "instant");
}

void TestValueDates::localTimes_followTheZone_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("instant");
    QTest::newRow("winter") << u"2026-01-05 12:00"_s << u"2026-01-05T11:00:00Z"_s;
    QTest::newRow("summer") << u"2026-07-05 12:00"_s << u"2026-07-05T10:00:00Z"_s;
    QTest::newRow("twice: the first") << u"2026-10-25 02:30"_s << u"2026-10-25T00:30:00Z"_s;
    QTest::newRow("skipped") << u"2026-03-29 02:30:15"_s << u"2026-03-29T01:00:15Z"_s;
}

void TestValueDates::localTimes_followTheZone() {
    QFETCH(QString, text);
    ZoneTime zone(QTimeZone("Europe/Berlin"));
    QTEST(shown(plainInstant(text, DateOrder::YearMonthDay, zone)), "instant");
}

} // namespace dw::test

using dw::test::TestValueDates;
DW_TEST(TestValueDates)

#include "tst_valuedates.moc"
