// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/calendar.h"
#include "tests/core/base/shippedcalendar.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestCalendarJson : public QObject {
    Q_OBJECT

private slots:
    void shippedCalendars_areReadWholeAndWrittenBack_data();
    void shippedCalendars_areReadWholeAndWrittenBack();
    void entries_areSorted();
    void refuses_data();
    void refuses();
    void refuses_tooMuch();
    void readErrors_sayWhere();
};

void TestCalendarJson::shippedCalendars_areReadWholeAndWrittenBack_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("cn") << u"cn.json"_s;
    QTest::newRow("empty") << u"empty.json"_s;
}

void TestCalendarJson::shippedCalendars_areReadWholeAndWrittenBack() {
    QFETCH(QString, name);
    const QJsonObject json = shippedCalendarJson(name);
    QVERIFY(!json.isEmpty());
    const auto calendar = Calendar::fromJson(json);
    QVERIFY2(calendar.ok(), calendar ? "" : qPrintable(calendar.error().message.id));
    QVERIFY(!calendar->nameEn().isEmpty() && !calendar->nameZh().isEmpty());
    QCOMPARE(calendar->toJson(), json);
    QCOMPARE(*Calendar::fromJson(calendar->toJson()), *calendar);
}

void TestCalendarJson::entries_areSorted() {
    const char *text =
        R"({"name": {"en": "x", "zh": "x"}, "hours": {"monday": [["09:00", "10:00"]]},
        "holidays": [{"from": "2026-05-01", "to": "2026-05-05", "en": "b", "zh": "b"},
                     {"from": "2026-01-01", "to": "2026-01-01", "en": "a", "zh": "a"}],
        "workdays": [{"on": "2026-05-09", "like": "monday"}, {"on": "2026-01-04", "like": "monday"}]})";
    const auto calendar = Calendar::fromJson(QJsonDocument::fromJson(text).object());
    QVERIFY(calendar.ok());
    QVERIFY(calendar->holiday({2026, 1, 1}) && calendar->holiday({2026, 5, 3}));
    QVERIFY(calendar->isWorkday({2026, 1, 4}) && calendar->isWorkday({2026, 5, 9}));
}

void TestCalendarJson::refuses_data() {
    QTest::addColumn<QByteArray>("replaced");
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("member");
    const auto row = [](const char *what, const char *replaced, const char *by, const char *id,
                        const char *member) {
        QTest::newRow(what) << QByteArray(replaced) << QByteArray(by)
                            << u"calendar."_s + QString::fromLatin1(id)
                            << QString::fromLatin1(member);
    };
    row("no name", R"("name")", R"("nom")", "member", "nom");
    row("name is a text", R"({"en": "N", "zh": "Z"})", R"("N")", "member", "name");
    row("empty name", R"("zh": "Z"})", R"("zh": " "})", "member", "name.zh");
    row("name is a number", R"("zh": "Z"})", R"("zh": 7})", "member", "name.zh");
    row("a language more", R"("zh": "Z"})", R"("zh": "Z", "fr": "N"})", "member", "name.fr");
    row("no such weekday", "monday", "mon", "member", "hours.mon");
    row("hours are a text", R"([["09:00", "12:00"], ["13:00", "18:00"]])", R"("9-18")", "member",
        "hours.monday");
    row("no hours at all", R"("monday": [["09:00", "12:00"], ["13:00", "18:00"]])", "", "no_hours",
        "");
    row("only empty days", R"([["09:00", "12:00"], ["13:00", "18:00"]])", "[]", "no_hours", "");
    row("three times", R"(["09:00", "12:00"])", R"(["09:00", "12:00", "13:00"])", "member",
        "hours.monday[1]");
    row("a number as time", R"(["09:00", "12:00"])", R"([9, "12:00"])", "member",
        "hours.monday[1]");
    row("one digit", R"("09:00")", R"("9:00")", "hours", "hours.monday[1]");
    row("minute 60", R"("18:00")", R"("17:60")", "hours", "hours.monday[2]");
    row("past midnight", R"("18:00")", R"("24:01")", "hours", "hours.monday[2]");
    row("with seconds", R"("18:00")", R"("18:00:00")", "hours", "hours.monday[2]");
    row("nothing long", R"("18:00")", R"("13:00")", "order", "hours.monday[2]");
    row("backwards", R"("18:00")", R"("12:30")", "order", "hours.monday[2]");
    row("overlap", R"("13:00")", R"("11:59")", "order", "hours.monday[2]");
    row("holidays are no list", R"("holidays": [)", R"("holidays": 1, "more": [)", "member",
        "more");
    row("no such day", "2026-05-05", "2026-05-32", "date", "holidays[2].to");
    row("no such leap day", "2026-05-05", "2026-02-29", "date", "holidays[2].to");
    row("other separators", "2026-05-05", "2026/05/05", "date", "holidays[2].to");
    row("with a time", "2026-05-05", "2026-05-05T00:00:00", "date", "holidays[2].to");
    row("year 0", "2026-01-01", "0000-01-01", "date", "holidays[1].from");
    row("ends before it begins", "2026-05-05", "2026-04-30", "order", "holidays[2]");
    row("longer than a year", "2026-05-05", "2027-05-02", "too_long", "holidays[2]");
    row("name is missing", R"(, "zh": "五")", "", "member", "holidays[2].zh");
    row("a member more", R"(, "zh": "五")", R"(, "zh": "五", "note": "")", "member",
        "holidays[2].note");
    row("holiday is a text", R"({"from": "2026-01-01", "to": "2026-01-01", "en": "a", "zh": "元"})",
        R"("2026-01-01")", "member", "holidays[1]");
    row("holidays overlap", R"("2026-05-01")", R"("2026-01-01")", "twice", "holidays");
    row("works like nothing", R"("like": "monday")", R"("like": "someday")", "member",
        "workdays[1].like");
    row("works like a free day", R"("like": "monday")", R"("like": "sunday")", "like",
        "workdays[1].like");
    row("works on a holiday", "2026-05-09", "2026-05-05", "twice", "workdays");
    row("works twice", R"({"on": "2026-05-09")",
        R"({"on": "2026-05-09", "like": "monday"}, {"on": "2026-05-09")", "twice", "workdays");
    row("a workday's member more", R"("like": "monday")", R"("like": "monday", "en": "x")",
        "member", "workdays[1].en");
}

void TestCalendarJson::refuses() {
    QByteArray text = R"({"name": {"en": "N", "zh": "Z"},
        "hours": {"monday": [["09:00", "12:00"], ["13:00", "18:00"]]},
        "holidays": [{"from": "2026-01-01", "to": "2026-01-01", "en": "a", "zh": "元"},
                     {"from": "2026-05-01", "to": "2026-05-05", "en": "b", "zh": "五"}],
        "workdays": [{"on": "2026-05-09", "like": "monday"}]})";
    QVERIFY(Calendar::fromJson(QJsonDocument::fromJson(text).object()).ok());
    QFETCH(QByteArray, replaced);
    QFETCH(QByteArray, by);
    QVERIFY(text.contains(replaced));
    text.replace(text.indexOf(replaced), replaced.size(), by);
    const QJsonDocument document = QJsonDocument::fromJson(text);
    QVERIFY(document.isObject());
    const auto calendar = Calendar::fromJson(document.object());
    QVERIFY(!calendar.ok());
    QCOMPARE(calendar.error().kind, ErrorKind::Invalid);
    QTEST(calendar.error().message.id, "id");
    QTEST(calendar.error().message.args.value(u"member"_s), "member");
}

void TestCalendarJson::refuses_tooMuch() {
    QJsonObject json = shippedCalendarJson(u"empty.json"_s);
    const auto workdays = [](int count) {
        QJsonArray list;
        for (int i = 0; i < count; ++i)
            list.append(QJsonObject{{u"on"_s, QDate(2000, 1, 1).addDays(i).toString(Qt::ISODate)},
                                    {u"like"_s, u"monday"_s}});
        return list;
    };
    json.insert(u"workdays"_s, workdays(2000));
    QVERIFY(Calendar::fromJson(json).ok());
    json.insert(u"workdays"_s, workdays(2001));
    const auto calendar = Calendar::fromJson(json);
    QVERIFY(!calendar.ok());
    QCOMPARE(calendar.error().message.id, u"calendar.too_long"_s);
    QCOMPARE(calendar.error().message.args.value(u"limit"_s), u"2000"_s);
}

void TestCalendarJson::readErrors_sayWhere() {
    const auto calendar = Calendar::fromJson({});
    QVERIFY(!calendar.ok());
    const Message expected{u"calendar.member"_s, {{u"member"_s, u"name"_s}}};
    QCOMPARE(calendar.error().message, expected);
}

} // namespace dw::test

using dw::test::TestCalendarJson;
DW_TEST(TestCalendarJson)

#include "tst_calendar_json.moc"
