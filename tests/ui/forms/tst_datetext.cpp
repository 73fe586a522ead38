// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/forms/datetext.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

class TestDateText : public QObject {
    Q_OBJECT
private slots:
    void readDate_data();
    void readDate();
    void readDateTime_data();
    void readDateTime();
};

namespace {
const QDate today(2026, 3, 5);
} // namespace

void TestDateText::readDate_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("date"); // invalid: no date
    const QDate none;
    QTest::newRow("ISO") << u"2026-03-10"_s << QDate(2026, 3, 10);
    QTest::newRow("slashes, short") << u"2026/3/9"_s << QDate(2026, 3, 9);
    QTest::newRow("points") << u"2026.3.9"_s << QDate(2026, 3, 9);
    QTest::newRow("compact") << u"20260310"_s << QDate(2026, 3, 10);
    QTest::newRow("Chinese") << u"2026年3月10日"_s << QDate(2026, 3, 10);
    QTest::newRow("in the year") << u"3/10"_s << QDate(2026, 3, 10);
    QTest::newRow("in the year, Chinese") << u"12月31日"_s << QDate(2026, 12, 31);
    QTest::newRow("full width") << u"２０２６－０３－１０"_s << QDate(2026, 3, 10);
    QTest::newRow("today") << u"Today"_s << today;
    QTest::newRow("today, Chinese") << u"今天"_s << today;
    QTest::newRow("tomorrow") << u" tomorrow "_s << QDate(2026, 3, 6);
    QTest::newRow("a week on") << u"+7"_s << QDate(2026, 3, 12);
    QTest::newRow("a week back") << u"-7"_s << QDate(2026, 2, 26);
    QTest::newRow("leap day") << u"2028-02-29"_s << QDate(2028, 2, 29);
    QTest::newRow("no leap day") << u"2026-02-29"_s << none;
    QTest::newRow("month 13") << u"2026-13-01"_s << none;
    QTest::newRow("day 0") << u"3/0"_s << none;
    QTest::newRow("a number") << u"7"_s << none;
    QTest::newRow("words") << u"next week"_s << none;
    QTest::newRow("nothing") << u""_s << none;
}

void TestDateText::readDate() {
    QFETCH(const QString, typed);
    QFETCH(const QDate, date);
    QCOMPARE(dw::ui::readDate(typed, today).value_or(QDate()), date);
}

void TestDateText::readDateTime_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("utc"); // empty: no time
    QTest::newRow("date and time") << u"2026-03-10 14:30"_s << u"2026-03-10T06:30:00Z"_s;
    QTest::newRow("with a T") << u"2026-03-10T14:30"_s << u"2026-03-10T06:30:00Z"_s;
    QTest::newRow("date alone") << u"2026-03-10"_s << u"2026-03-09T16:00:00Z"_s;
    QTest::newRow("today at") << u"今天 9:05"_s << u"2026-03-05T01:05:00Z"_s;
    QTest::newRow("hour 24") << u"2026-03-10 24:00"_s << QString();
    QTest::newRow("no date") << u"14:30"_s << QString();
}

void TestDateText::readDateTime() {
    QFETCH(const QString, typed);
    QFETCH(const QString, utc);
    const auto at = dw::ui::readDateTime(typed, today, QTimeZone("Asia/Shanghai"));
    QCOMPARE(at ? at->toUTC().toString(Qt::ISODate) : QString(), utc);
}

DW_TEST(TestDateText)
#include "tst_datetext.moc"
