// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/calendar.h"
#include "tests/core/base/shippedcalendar.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace dw::test {

class TestCalendar : public QObject {
    Q_OBJECT

private slots:
    void usual_isMondayToFriday();
    void china_data();
    void china();
    void china_hasThisManyWorkdays_data();
    void china_hasThisManyWorkdays();
    void holiday_tellsItsName();
    void makeUpDay_hasTheHoursOfItsModel();
    void addWorkingTime_data();
    void addWorkingTime();
    void changeOfTheClock_countsWhatPasses_data();
    void changeOfTheClock_countsWhatPasses();
    void addAndBetween_agree_data();
    void addAndBetween_agree();
    void between_isTheSumOfItsMinutes();
    void between_isNegativeBackwards();
    void extremes_stayInRange();
    void addWorkdays_data();
    void addWorkdays();

private:
    static Instant at(const char *iso) { return *Instant::fromIso(QString::fromLatin1(iso)); }

    const Calendar m_china = shippedCalendar(u"cn.json"_s);
    const QTimeZone m_shanghai{"Asia/Shanghai"};
};

void TestCalendar::usual_isMondayToFriday() {
    const Calendar usual;
    const Calendar::Hours nineToSix{{540, 1080}};
    // 2026-02-09 is a Monday.
    for (int i = 0; i < 5; ++i)
        QCOMPARE(usual.hours(QDate(2026, 2, 9).addDays(i)), nineToSix);
    QVERIFY(!usual.isWorkday({2026, 2, 14}));
    QVERIFY(!usual.isWorkday({2026, 2, 15}));
    QVERIFY(!usual.isWorkday(QDate()));
    QVERIFY(!usual.holiday({2026, 1, 1}));
    QCOMPARE(shippedCalendar(u"empty.json"_s), usual);
}

void TestCalendar::china_data() {
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<bool>("works");
    const auto free = [](QDate from, QDate to) {
        QTest::addRow("free from %s", qPrintable(from.toString(Qt::ISODate)))
            << from << to << false;
    };
    const auto worked = [](QDate day) {
        QTest::addRow("worked %s", qPrintable(day.toString(Qt::ISODate))) << day << day << true;
    };
    free({2025, 1, 1}, {2025, 1, 1});
    free({2025, 1, 28}, {2025, 2, 4});
    free({2025, 4, 4}, {2025, 4, 6});
    free({2025, 5, 1}, {2025, 5, 5});
    free({2025, 5, 31}, {2025, 6, 2});
    free({2025, 10, 1}, {2025, 10, 8});
    free({2026, 1, 1}, {2026, 1, 3});
    free({2026, 2, 15}, {2026, 2, 23});
    free({2026, 4, 4}, {2026, 4, 6});
    free({2026, 5, 1}, {2026, 5, 5});
    free({2026, 6, 19}, {2026, 6, 21});
    free({2026, 9, 25}, {2026, 9, 27});
    free({2026, 10, 1}, {2026, 10, 7});
    for (const QDate day :
         {QDate(2025, 1, 26), QDate(2025, 2, 8), QDate(2025, 4, 27), QDate(2025, 9, 28),
          QDate(2025, 10, 11), QDate(2026, 1, 4), QDate(2026, 2, 14), QDate(2026, 2, 28),
          QDate(2026, 5, 9), QDate(2026, 9, 20), QDate(2026, 10, 10)})
        worked(day);
    // The days around, which a slip by one would catch.
    for (const QDate day : {QDate(2025, 1, 27), QDate(2025, 2, 5), QDate(2025, 10, 9),
                            QDate(2026, 2, 13), QDate(2026, 2, 24), QDate(2026, 10, 8)})
        worked(day);
}

void TestCalendar::china() {
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QFETCH(bool, works);
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        QCOMPARE(m_china.isWorkday(day), works);
        QCOMPARE(m_china.holiday(day) != nullptr, !works);
    }
    if (from != to || !works)
        QVERIFY(!m_china.holiday(from.addDays(-1)) && !m_china.holiday(to.addDays(1)));
}

void TestCalendar::china_hasThisManyWorkdays_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("workdays");
    // Days of the year, less its Saturdays and Sundays, less holidays on other days, plus make-up
    // days.
    QTest::newRow("2025") << 2025 << 365 - 104 - 18 + 5;
    QTest::newRow("2026") << 2026 << 365 - 104 - 19 + 6;
}

void TestCalendar::china_hasThisManyWorkdays() {
    QFETCH(int, year);
    int workdays = 0;
    for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1))
        workdays += m_china.isWorkday(day) ? 1 : 0;
    QTEST(workdays, "workdays");
}

void TestCalendar::holiday_tellsItsName() {
    const Holiday *spring = m_china.holiday({2026, 2, 20});
    QVERIFY(spring);
    QCOMPARE(spring->en, u"Spring Festival"_s);
    QCOMPARE(spring->zh, u"春节"_s);
    QCOMPARE(spring->from, QDate(2026, 2, 15));
    QCOMPARE(spring->to, QDate(2026, 2, 23));
}

void TestCalendar::makeUpDay_hasTheHoursOfItsModel() {
    const auto calendar = Calendar::fromJson(
        QJsonDocument::fromJson(
            R"({"name": {"en": "x", "zh": "x"}, "hours": {"monday": [["08:00", "09:00"]],
        "friday": [["08:00", "12:00"], ["22:30", "24:00"]]}, "holidays": [],
        "workdays": [{"on": "2026-02-14", "like": "friday"}]})")
            .object());
    QVERIFY(calendar.ok());
    const Calendar::Hours friday{{480, 720}, {1350, 1440}};
    QCOMPARE(calendar->hours({2026, 2, 14}), friday);
    QCOMPARE(calendar->hours({2026, 2, 13}), friday);
    QVERIFY(!calendar->isWorkday({2026, 2, 10}));
}

void TestCalendar::addWorkingTime_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *what, const char *from, int minutes, const char *to) {
        QTest::newRow(what) << QString::fromLatin1(from) << minutes << QString::fromLatin1(to);
    };
    // Monday to Friday 9 to 12 and 13 to 18; 2026-02-10 is a Tuesday.
    row("within a span", "2026-02-10T09:30:00+08:00", 90, "2026-02-10T11:00:00+08:00");
    row("over noon", "2026-02-10T11:30:00+08:00", 60, "2026-02-10T13:30:00+08:00");
    row("to the end of a span", "2026-02-10T11:00:00+08:00", 60, "2026-02-10T12:00:00+08:00");
    row("a minute beyond it", "2026-02-10T11:00:00+08:00", 61, "2026-02-10T13:01:00+08:00");
    row("before work", "2026-02-10T03:00:00+08:00", 30, "2026-02-10T09:30:00+08:00");
    row("after work", "2026-02-10T18:00:00+08:00", 30, "2026-02-11T09:30:00+08:00");
    row("into the night", "2026-02-10T17:00:00+08:00", 60, "2026-02-10T18:00:00+08:00");
    row("no time at all", "2026-02-10T03:00:00+08:00", 0, "2026-02-10T03:00:00+08:00");
    row("a whole day", "2026-02-10T09:00:00+08:00", 480, "2026-02-10T18:00:00+08:00");
    row("four hours over a make-up Saturday and the Spring Festival", "2026-02-14T16:00:00+08:00",
        240, "2026-02-24T11:00:00+08:00");
    row("back within a span", "2026-02-10T11:00:00+08:00", -90, "2026-02-10T09:30:00+08:00");
    row("back over noon", "2026-02-10T13:30:00+08:00", -60, "2026-02-10T11:30:00+08:00");
    row("back to the begin", "2026-02-10T10:00:00+08:00", -60, "2026-02-10T09:00:00+08:00");
    row("back over the festival", "2026-02-24T09:30:00+08:00", -60, "2026-02-14T17:30:00+08:00");
}

void TestCalendar::addWorkingTime() {
    QFETCH(QString, from);
    QFETCH(int, minutes);
    QFETCH(QString, to);
    const Instant end =
        m_china.addWorkingTime(*Instant::fromIso(from), std::chrono::minutes(minutes), m_shanghai);
    QCOMPARE(end.toIso(), Instant::fromIso(to)->toIso());
}

void TestCalendar::changeOfTheClock_countsWhatPasses_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("hours");
    QTest::newRow("ordinary Sunday") << QDate(2026, 3, 22) << 6;
    QTest::newRow("an hour skipped") << QDate(2026, 3, 29) << 5;
    QTest::newRow("an hour twice") << QDate(2026, 10, 25) << 7;
}

void TestCalendar::changeOfTheClock_countsWhatPasses() {
    QFETCH(QDate, day);
    QFETCH(int, hours);
    const auto night =
        Calendar::fromJson(QJsonDocument::fromJson(R"({"name": {"en": "Nights", "zh": "夜班"},
        "hours": {"sunday": [["00:00", "06:00"]]}, "holidays": [], "workdays": []})")
                               .object());
    QVERIFY(night.ok());
    const QTimeZone berlin("Europe/Berlin");
    const Instant midnight = Instant::fromUtc(day.startOfDay(berlin));
    const Instant next = Instant::fromUtc(day.addDays(1).startOfDay(berlin));
    const std::chrono::hours worked(hours);
    QCOMPARE(night->workingTimeBetween(midnight, next, berlin), worked);
    const Instant six = Instant::fromUtc(QDateTime(day, QTime(6, 0), berlin));
    QCOMPARE(night->addWorkingTime(midnight, worked, berlin), six);
    QCOMPARE(night->addWorkingTime(six, -worked, berlin), midnight);
}

void TestCalendar::addAndBetween_agree_data() {
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Asia/Shanghai", "Europe/Berlin", "America/Havana"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestCalendar::addAndBetween_agree() {
    QFETCH(QByteArray, zone);
    const QTimeZone here(zone);
    Random random(20260210);
    for (int i = 0; i < 500; ++i) {
        const Instant from{at("2025-01-01").ms + random.below(qint64(700) * 86'400'000)};
        const std::chrono::milliseconds work(random.between(-400'000'000, 400'000'000));
        const Instant to = m_china.addWorkingTime(from, work, here);
        QCOMPARE(m_china.workingTimeBetween(from, to, here), work);
        const std::chrono::milliseconds more(random.below(40'000'000));
        if (work >= 0ms)
            QCOMPARE(m_china.addWorkingTime(to, more, here),
                     more == 0ms ? to : m_china.addWorkingTime(from, work + more, here));
    }
}

/// A second, plain way to the same sum: minute by minute, by the clock on the wall.
void TestCalendar::between_isTheSumOfItsMinutes() {
    const QTimeZone zone("Europe/Berlin");
    Random random(7);
    for (int i = 0; i < 40; ++i) {
        const Instant from{at("2026-03-20").ms + 60'000 * random.below(qint64(20) * 1440)};
        const Instant to{from.ms + 60'000 * random.below(qint64(6) * 1440)};
        qint64 minutes = 0;
        for (Instant t = from; t < to; t.ms += 60'000) {
            const QDateTime local = t.toUtc().toTimeZone(zone);
            const int minute = local.time().msecsSinceStartOfDay() / 60'000;
            for (const WorkingHours &span : m_china.hours(local.date()))
                minutes += span.from <= minute && minute < span.to ? 1 : 0;
        }
        QCOMPARE(m_china.workingTimeBetween(from, to, zone), std::chrono::minutes(minutes));
    }
}

void TestCalendar::between_isNegativeBackwards() {
    const Instant nine = at("2026-02-10T09:00:00+08:00");
    const Instant five = at("2026-02-10T17:00:00+08:00");
    QCOMPARE(m_china.workingTimeBetween(nine, five, m_shanghai), 7h);
    QCOMPARE(m_china.workingTimeBetween(five, nine, m_shanghai), -7h);
    QCOMPARE(m_china.workingTimeBetween(nine, nine, m_shanghai), 0ms);
}

void TestCalendar::extremes_stayInRange() {
    using Work = std::chrono::milliseconds;
    const Instant now = at("9999-12-01");
    const Instant early = at("0001-01-20");
    const Instant last = at("9999-12-31T23:59:59.999Z");
    const Instant first = at("0001-01-01");
    const QTimeZone utc = QTimeZone::utc();
    QCOMPARE(m_china.addWorkingTime(now, Work::max(), utc), last);
    QCOMPARE(m_china.addWorkingTime(early, Work::min(), utc), first);
    QCOMPARE(m_china.addWorkingTime({std::numeric_limits<qint64>::max()}, 1h, utc), last);
    QCOMPARE(m_china.addWorkingTime({std::numeric_limits<qint64>::min()}, -1h, utc), first);
    QCOMPARE(m_china.workingTimeBetween(now, {std::numeric_limits<qint64>::max()}, utc),
             m_china.workingTimeBetween(now, last, utc));
}

void TestCalendar::addWorkdays_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("count");
    QTest::addColumn<QDate>("end");
    QTest::newRow("none") << QDate(2026, 2, 15) << 0 << QDate(2026, 2, 15);
    QTest::newRow("next day") << QDate(2026, 2, 10) << 1 << QDate(2026, 2, 11);
    QTest::newRow("over the festival") << QDate(2026, 2, 13) << 2 << QDate(2026, 2, 24);
    QTest::newRow("from within it") << QDate(2026, 2, 17) << 1 << QDate(2026, 2, 24);
    QTest::newRow("back from within it") << QDate(2026, 2, 17) << -1 << QDate(2026, 2, 14);
    QTest::newRow("back over a weekend") << QDate(2026, 2, 9) << -1 << QDate(2026, 2, 6);
    QTest::newRow("ten") << QDate(2026, 3, 2) << 10 << QDate(2026, 3, 16);
    QTest::newRow("to the end of time")
        << QDate(9999, 12, 30) << std::numeric_limits<int>::max() << QDate(9999, 12, 31);
    QTest::newRow("to its begin") << QDate(1, 1, 3) << std::numeric_limits<int>::min()
                                  << QDate(1, 1, 1);
    QTest::newRow("no day") << QDate() << 1 << QDate();
}

void TestCalendar::addWorkdays() {
    QFETCH(QDate, day);
    QFETCH(int, count);
    QTEST(m_china.addWorkdays(day, count), "end");
}

} // namespace dw::test

using dw::test::TestCalendar;
DW_TEST(TestCalendar)

#include "tst_calendar.moc"
