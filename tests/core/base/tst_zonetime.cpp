// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zonetime.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestZoneTime : public QObject {
    Q_OBJECT

private slots:
    void instantAt_data();
    void instantAt();
    void agreesWithTheZone_data();
    void agreesWithTheZone();
    void order_doesNotMatter();
};

void TestZoneTime::instantAt_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("minute");
    QTest::addColumn<QString>("iso");
    const auto row = [](const char *zone, QDate day, int minute, const char *iso) {
        QTest::addRow("%s %s +%d", zone, qPrintable(day.toString(Qt::ISODate)), minute)
            << QByteArray(zone) << day << minute << QString::fromLatin1(iso);
    };
    row("UTC", {2026, 2, 10}, 0, "2026-02-10T00:00:00Z");
    row("UTC", {2026, 2, 10}, 1440, "2026-02-11T00:00:00Z");
    row("Asia/Shanghai", {2026, 2, 10}, 540, "2026-02-10T01:00:00Z");
    row("not a zone", {2026, 2, 10}, 540, "2026-02-10T09:00:00Z");
    // Berlin skips 2:00 to 3:00 on 2026-03-29 and has it twice on 2026-10-25.
    row("Europe/Berlin", {2026, 3, 29}, 119, "2026-03-29T00:59:00Z");
    row("Europe/Berlin", {2026, 3, 29}, 120, "2026-03-29T01:00:00Z");
    row("Europe/Berlin", {2026, 3, 29}, 150, "2026-03-29T01:00:00Z");
    row("Europe/Berlin", {2026, 3, 29}, 180, "2026-03-29T01:00:00Z");
    row("Europe/Berlin", {2026, 3, 29}, 181, "2026-03-29T01:01:00Z");
    row("Europe/Berlin", {2026, 10, 25}, 119, "2026-10-24T23:59:00Z");
    row("Europe/Berlin", {2026, 10, 25}, 120, "2026-10-25T00:00:00Z");
    row("Europe/Berlin", {2026, 10, 25}, 179, "2026-10-25T00:59:00Z");
    row("Europe/Berlin", {2026, 10, 25}, 180, "2026-10-25T02:00:00Z");
    // Half an hour on Lord Howe, a whole day on Samoa, midnight itself in Havana.
    row("Australia/Lord_Howe", {2026, 10, 4}, 135, "2026-10-03T15:30:00Z");
    row("Australia/Lord_Howe", {2026, 10, 4}, 150, "2026-10-03T15:30:00Z");
    row("Pacific/Apia", {2011, 12, 29}, 1439, "2011-12-30T09:59:00Z");
    row("Pacific/Apia", {2011, 12, 30}, 0, "2011-12-30T10:00:00Z");
    row("Pacific/Apia", {2011, 12, 30}, 720, "2011-12-30T10:00:00Z");
    row("Pacific/Apia", {2011, 12, 31}, 0, "2011-12-30T10:00:00Z");
    row("America/Havana", {2026, 3, 8}, 0, "2026-03-08T05:00:00Z");
    row("America/Havana", {2026, 3, 8}, 60, "2026-03-08T05:00:00Z");
}

void TestZoneTime::instantAt() {
    QFETCH(QByteArray, zone);
    QFETCH(QDate, day);
    QFETCH(int, minute);
    ZoneTime time{QTimeZone(zone)};
    QTEST(time.instantAt(day, minute).toIso(), "iso");
}

void TestZoneTime::agreesWithTheZone_data() {
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "UTC+05:30", "Asia/Shanghai", "Europe/Berlin",
                             "America/New_York", "America/Havana", "Australia/Lord_Howe",
                             "Africa/Casablanca", "Pacific/Kiritimati", "Pacific/Apia"})
        QTest::newRow(zone) << QByteArray(zone);
}

/// What is remembered while walking gives what the zone itself says at each hour of ten years.
void TestZoneTime::agreesWithTheZone() {
    QFETCH(QByteArray, zone);
    const QTimeZone asked(zone);
    QVERIFY(asked.isValid());
    ZoneTime time(asked);
    constexpr qint64 hour = 3'600'000;
    QDate latest;
    const QDate last(2035, 1, 1);
    for (Instant at = Instant::fromUtc({{2025, 1, 1}, {}, Qt::UTC}); at.toUtc().date() < last;
         at.ms += 7 * hour) {
        const QDate day = time.dateAt(at);
        QCOMPARE(day, at.toUtc().toTimeZone(asked).date());
        if (day == latest)
            continue;
        latest = day;
        const QDateTime noon = time.instantAt(day, 720).toUtc().toTimeZone(asked);
        QCOMPARE(noon, QDateTime(day, QTime(12, 0), asked));
        QVERIFY(time.instantAt(day, 0) <= at);
        QVERIFY(at < time.instantAt(day, 1440));
    }
}

void TestZoneTime::order_doesNotMatter() {
    const QTimeZone berlin("Europe/Berlin");
    ZoneTime used(berlin);
    for (int i = 0; i < 400; ++i) {
        // Steps to and fro over years.
        const QDate day = QDate(2026, 1, 1).addDays((i * 7919) % 3000);
        ZoneTime fresh(berlin);
        QCOMPARE(used.instantAt(day, 600), fresh.instantAt(day, 600));
    }
}

} // namespace dw::test

using dw::test::TestZoneTime;
DW_TEST(TestZoneTime)

#include "tst_zonetime.moc"
