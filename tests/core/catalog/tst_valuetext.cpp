// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/valuetext.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestValueText : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void json_data();
    void json();
    void moneySaysWhy();

private:
    static FieldDesc field(FieldType type);
};

FieldDesc TestValueText::field(FieldType type) {
    FieldDesc f;
    f.key = f.name = u"f"_s;
    f.type = type;
    if (type == FieldType::Choice || type == FieldType::Set)
        f.choices = {{u"low"_s, {u"Low risk"_s, u"低"_s}}, {u"high"_s, {u"High"_s, u"高"_s}}};
    return f;
}

const QString uuid = u"0189f7ea-ae2c-7def-8000-0123456789ab"_s;

Money cny(qint64 minor) { return {minor, *Currency::fromCode(u"CNY"_s)}; }

void TestValueText::reads_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<FieldValue>("value");
    const auto row = [](FieldType type, const char16_t *text, FieldValue value) {
        const QString t = QString::fromUtf16(text);
        QTest::newRow(qPrintable(typeName(type) + u": "_s + t)) << type << t << value;
    };
    using enum FieldType;
    row(Text, u" blanks  within ", u"blanks  within"_s);
    row(Phone, u" ０５１２－６６６６ ", u"0512-6666"_s);
    row(Email, u"a＠ｂ.com", u"a@b.com"_s);
    row(LongText, u" as it is ", u" as it is "_s);
    row(LongText, u"one\r\ntwo\rthree\n", u"one\ntwo\nthree\n"_s);
    row(Number, u"12.5", 12.5);
    row(Number, u"-1e3", -1000.0);
    row(Number, u"１２", 12.0);
    row(Number, u"\u221212.5", -12.5);
    row(FieldType::Money, u"CNY 500000.5", cny(50000050));
    row(FieldType::Money, u"CNY \u22121", cny(-100));
    row(FieldType::Money, u"CNY 1.500", cny(150));
    row(FieldType::Money, u"CNY -1", cny(-100));
    row(Date, u"2026-02-28", QDate(2026, 2, 28));
    row(Date, u" 2024-02-29 ", QDate(2024, 2, 29));
    row(FieldType::Instant, u"2026-02-10T09:00:00+08:00", dw::Instant{1770685200000});
    row(FieldType::Instant, u"2026-02-10T01:00:00Z", dw::Instant{1770685200000});
    row(YesNo, u"yes", true);
    row(YesNo, u"TRUE", true);
    row(YesNo, u"是", true);
    row(YesNo, u"0", false);
    row(YesNo, u"否", false);
    row(FieldType::Choice, u"high", u"high"_s);
    row(FieldType::Choice, u"HIGH", u"high"_s);
    row(FieldType::Choice, u"low  risk", u"low"_s);
    row(FieldType::Choice, u"低", u"low"_s);
    row(Set, u"low, high,low", QStringList{u"high"_s, u"low"_s});
    row(Set, u"高，低", QStringList{u"high"_s, u"low"_s});
    row(Set, u", ,", FieldValue());
    row(Person, u"0189f7ea-ae2c-7def-8000-0123456789ab", RecordId::fromText(uuid));
    row(Link, u"0189F7EA-AE2C-7DEF-8000-0123456789AB", RecordId::fromText(uuid));
    row(Counter, u"-7", qint64(-7));
    row(Phone, u" +86 512 6666 ", u"+86 512 6666"_s);
    row(Email, u" a@b.cn ", u"a@b.cn"_s);
    for (int i = 0; i <= int(Formula); ++i)
        QTest::newRow(qPrintable(u"empty "_s + typeName(FieldType(i))))
            << FieldType(i) << QString() << FieldValue();
    row(Number, u"  ", FieldValue());
}

void TestValueText::reads() {
    QFETCH(FieldType, type);
    QFETCH(QString, text);
    const auto read = valueFromText(field(type), text);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message.id));
    QTEST(*read, "value");
}

void TestValueText::refuses_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    const auto row = [](FieldType type, const char16_t *text, const char16_t *id) {
        const QString t = QString::fromUtf16(text);
        QTest::newRow(qPrintable(typeName(type) + u": "_s + t.left(40)))
            << type << t << QString::fromUtf16(id);
    };
    using enum FieldType;
    row(Number, u"twelve", u"value.number");
    row(Number, u"1,000", u"value.number");
    row(Number, u"inf", u"value.number");
    row(Number, u"nan", u"value.number");
    row(Number, u"1e999", u"value.number");
    row(FieldType::Money, u"500000", u"value.money");
    row(FieldType::Money, u"CNY 1.234", u"value.money");
    row(FieldType::Money, u"CNY 99999999999999999999", u"value.money");
    row(Date, u"2026-02-30", u"value.date");
    row(Date, u"2025-02-29", u"value.date");
    row(Date, u"2026-2-3", u"value.date");
    row(Date, u"2026-02-10T09:00:00Z", u"value.date");
    row(Date, u"10/02/2026", u"value.date");
    row(FieldType::Instant, u"2026-02-10T09:00:00", u"value.instant");
    row(FieldType::Instant, u"yesterday", u"value.instant");
    row(YesNo, u"maybe", u"value.yes_no");
    row(FieldType::Choice, u"middle", u"value.choice");
    row(Set, u"low,middle", u"value.set");
    row(Person, u"Li Wei", u"value.link");
    row(Link, u"A-7K0997", u"value.link");
    row(Link, u"00000000-0000-0000-0000-000000000000", u"value.link");
    row(Counter, u"1.5", u"value.counter");
    row(Counter, u"9223372036854775808", u"value.counter");
    row(Formula, u"1", u"value.formula");
}

void TestValueText::refuses() {
    QFETCH(FieldType, type);
    QFETCH(QString, text);
    const auto read = valueFromText(field(type), text);
    QVERIFY(!read.ok());
    QTEST(read.error().message.id, "id");
    QCOMPARE(read.error().message.args.value(u"field"_s), u"f"_s);
    QCOMPARE(read.error().message.args.value(u"value"_s), text);
}

void TestValueText::writesWhatItReads_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](FieldType type, FieldValue value, QString text) {
        QTest::newRow(qPrintable(typeName(type) + u": "_s + text)) << type << value << text;
    };
    using enum FieldType;
    row(Number, 1234567890.0, u"1234567890"_s);
    row(Number, 0.1, u"0.1"_s);
    row(Number, 1e-7, u"1e-07"_s);
    row(Number, 1.0 / 3.0, u"0.3333333333333333"_s);
    row(FieldType::Money, cny(50000000), u"CNY 500000.00"_s);
    row(Date, QDate(2026, 2, 3), u"2026-02-03"_s);
    row(FieldType::Instant, dw::Instant{1770685200000}, u"2026-02-10T01:00:00Z"_s);
    row(YesNo, false, u"no"_s);
    row(FieldType::Choice, u"low"_s, u"low"_s);
    row(Set, QStringList{u"low"_s, u"high"_s}, u"high,low"_s);
    row(Link, RecordId::fromText(uuid), uuid);
    row(Counter, qint64(9007199254740993), u"9007199254740993"_s);
    row(Text, u"x,y"_s, u"x,y"_s);
    row(Text, FieldValue(), QString());
}

void TestValueText::writesWhatItReads() {
    QFETCH(FieldType, type);
    QFETCH(FieldValue, value);
    QFETCH(QString, text);
    QCOMPARE(valueToText(field(type), value), text);
    const auto back = valueFromText(field(type), text);
    QVERIFY(back.ok());
    QCOMPARE(*back, value);
}

void TestValueText::json_data() {
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("empty") << FieldValue() << QJsonValue(QJsonValue::Null);
    QTest::newRow("money") << FieldValue(
        cny(1)) << QJsonValue(QJsonObject{{u"amount"_s, u"0.01"_s}, {u"currency"_s, u"CNY"_s}});
    QTest::newRow("yes") << FieldValue(true) << QJsonValue(true);
    QTest::newRow("number") << FieldValue(2.5) << QJsonValue(2.5);
    QTest::newRow("counter") << FieldValue(qint64(3)) << QJsonValue(3);
    QTest::newRow("date") << FieldValue(QDate(2026, 1, 2)) << QJsonValue(u"2026-01-02"_s);
    QTest::newRow("instant") << FieldValue(dw::Instant{0}) << QJsonValue(u"1970-01-01T00:00:00Z"_s);
    QTest::newRow("set") << FieldValue(QStringList{u"b"_s, u"a"_s})
                         << QJsonValue(QJsonArray{u"a"_s, u"b"_s});
    QTest::newRow("link") << FieldValue(RecordId::fromText(uuid)) << QJsonValue(uuid);
}

void TestValueText::json() {
    QFETCH(FieldValue, value);
    QTEST(valueToJson(field(FieldType::Text), value), "json");
}

void TestValueText::moneySaysWhy() {
    const auto read = valueFromText(field(FieldType::Money), u"CNY 1.234"_s);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().reasons.size(), size_t(1));
    QCOMPARE(read.error().reasons.front().id, u"money.digits"_s);
}

} // namespace dw::test

using dw::test::TestValueText;
DW_TEST(TestValueText)

#include "tst_valuetext.moc"
