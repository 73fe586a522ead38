// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/validate.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Each limit below, on and above it.
class TestValidate : public QObject {
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void saysWhatAndWhere();
    void everyTypeRefusesAnotherOne_data();
    void everyTypeRefusesAnotherOne();
};

namespace {

FieldDesc of(FieldType type, Validity validity = {}) {
    FieldDesc f;
    f.key = f.name = u"f"_s;
    f.type = type;
    f.validity = validity;
    if (type == FieldType::Choice || type == FieldType::Set)
        f.choices = {{u"low"_s, {}}, {u"high"_s, {}}};
    return f;
}

Validity between(double min, double max) {
    Validity v;
    v.min = min;
    v.max = max;
    return v;
}

Validity atMost(int length) {
    Validity v;
    v.maxLength = length;
    return v;
}

Money money(const QString &text) { return *Money::fromText(text); }

FieldValue sample(FieldType type) {
    switch (type) {
    case FieldType::Number:
        return 1.0;
    case FieldType::Money:
        return money(u"CNY 1"_s);
    case FieldType::Date:
        return QDate(2026, 1, 1);
    case FieldType::Instant:
        return Instant{1};
    case FieldType::YesNo:
        return true;
    case FieldType::Set:
        return QStringList{u"low"_s};
    case FieldType::Person:
    case FieldType::Link:
        return RecordId{makeUuidV5(u"x"_s)};
    case FieldType::Counter:
        return qint64(1);
    case FieldType::Choice:
        return u"low"_s;
    case FieldType::Phone:
        return u"110"_s;
    case FieldType::Email:
        return u"a@b"_s;
    default:
        return u"text"_s;
    }
}

} // namespace

void TestValidate::judges_data() {
    QTest::addColumn<FieldDesc>("field");
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *tag, FieldDesc field, FieldValue value, QString id = {}) {
        QTest::newRow(tag) << field << value << id;
    };
    using enum FieldType;
    Validity must;
    must.required = true;
    row("required and there", of(Text, must), u"x"_s);
    row("required and empty", of(Text, must), {}, u"valid.required"_s);
    row("required and blank", of(Text, must), u" \u3000"_s, u"valid.required"_s);
    row("required number", of(Number, must), {}, u"valid.required"_s);
    row("not required", of(Text), {});

    row("number below min", of(Number, between(0, 100)), -0.001, u"valid.min"_s);
    row("number on min", of(Number, between(0, 100)), 0.0);
    row("number on max", of(Number, between(0, 100)), 100.0);
    row("number above max", of(Number, between(0, 100)), 100.001, u"valid.max"_s);
    row("counter below min", of(Counter, between(1, 2)), qint64(0), u"valid.min"_s);
    row("counter on max", of(Counter, between(1, 2)), qint64(2));
    row("money below min", of(FieldType::Money, between(1, 2)), money(u"CNY 0.99"_s),
        u"valid.min"_s);
    row("money on min", of(FieldType::Money, between(1, 2)), money(u"CNY 1.00"_s));
    row("money on max", of(FieldType::Money, between(1, 2)), money(u"CNY 2.00"_s));
    row("money above max", of(FieldType::Money, between(1, 2)), money(u"CNY 2.01"_s),
        u"valid.max"_s);
    // 0.07 times 100 is a little more than 7.
    row("money on a min that is no binary fraction", of(FieldType::Money, between(0.07, 1)),
        money(u"CNY 0.07"_s));
    row("money on a max that is no binary fraction", of(FieldType::Money, between(0, 0.29)),
        money(u"CNY 0.29"_s));
    row("money without minor units", of(FieldType::Money, between(1, 2)), money(u"JPY 2"_s));
    row("money without currency", of(FieldType::Money), dw::Money(), u"valid.type"_s);
    row("first day", of(Date), QDate(1, 1, 1));
    row("day before", of(Date), QDate(1, 1, 1).addDays(-1), u"valid.min"_s);
    row("last day", of(Date), QDate(9999, 12, 31));
    row("day after", of(Date), QDate(10000, 1, 1), u"valid.max"_s);
    row("instant too late", of(FieldType::Instant), dw::Instant{253402300800000}, u"valid.max"_s);

    row("length below", of(Text, atMost(5)), u"1234"_s);
    row("length on", of(Text, atMost(5)), u"12345"_s);
    row("length above", of(Text, atMost(5)), u"123456"_s, u"valid.length"_s);
    row("pairs count once", of(Text, atMost(2)), u"\U0001F600\U0001F600"_s);
    row("three pairs", of(Text, atMost(2)), u"\U0001F600\U0001F600\U0001F600"_s, u"valid.length"_s);
    row("a million", of(LongText), QString(1'000'000, u'x'));
    row("a million and one", of(LongText), QString(1'000'001, u'x'), u"valid.length"_s);
    row("no field allows more", of(LongText, atMost(2'000'000)), QString(1'000'001, u'x'),
        u"valid.length"_s);

    row("newline in text", of(Text), u"a\nb"_s, u"valid.control"_s);
    row("tab in text", of(Text), u"a\tb"_s, u"valid.control"_s);
    row("newline and tab in long text", of(LongText), u"a\n\tb"_s);
    row("return in long text", of(LongText), u"a\rb"_s, u"valid.control"_s);
    row("bell", of(LongText), u"a\u0007"_s, u"valid.control"_s);
    row("control of the second set", of(Text), u"a\u0085"_s, u"valid.control"_s);
    row("NUL in text", of(Text), QString(u'a') + QChar(0), u"valid.control"_s);
    row("NUL in long text", of(LongText), QString(u'a') + QChar(0), u"valid.control"_s);
    row("NUL in a choice", of(FieldType::Choice), u"low"_s + QChar(0), u"valid.control"_s);
    row("half a pair", of(Text), QString(QChar(0xD83D)), u"valid.control"_s);
    row("other half", of(Text), QString(QChar(0xDE00)) + u'x', u"valid.control"_s);
    row("Chinese", of(Text), u"苏州工业园区"_s);

    row("choice", of(FieldType::Choice), u"low"_s);
    row("no choice", of(FieldType::Choice), u"Low"_s, u"valid.choice"_s);
    row("set", of(Set), QStringList{u"low"_s, u"high"_s});
    row("set with another", of(Set), QStringList{u"low"_s, u"nil"_s}, u"valid.choice"_s);
    FieldDesc tags = of(Set);
    tags.choices.clear();
    tags.target = u"tag"_s;
    row("set of rows", tags, QStringList{RecordId{makeUuidV5(u"x"_s)}.text()});
    row("set of names", tags, QStringList{u"urgent"_s}, u"valid.type"_s);
    row("set of capital ids", tags, QStringList{RecordId{makeUuidV5(u"x"_s)}.text().toUpper()},
        u"valid.type"_s);

    for (const char *good : {"a@b", "li.wei+x@example.com.cn", "\xE6\x9D\x8E@\xE4\xBE\x8B.cn"})
        row(good, of(Email), QString::fromUtf8(good));
    for (const char *bad : {"a", "@b", "a@", "a@b@c", "a b@c", "a@b.", "a@.b", "a@b..c",
                            "a@b.cn;c@d.cn", "Li <a@b.cn>"})
        row(bad, of(Email), QString::fromUtf8(bad), u"valid.email"_s);
    for (const char *good : {"110", "+86 (512) 6288-1234", "0512-62881234 ext. 12",
                             ("400 820 8820\xE8\xBD\xAC"
                              "5"),
                             "021/555.12 34"})
        row(good, of(Phone), QString::fromUtf8(good));
    for (const char *bad : {"11", "call me", "12345 or 67890", "a@b.cn"})
        row(bad, of(Phone), QString::fromUtf8(bad), u"valid.phone"_s);
}

void TestValidate::judges() {
    QFETCH(FieldDesc, field);
    QFETCH(FieldValue, value);
    const auto found = validate(u"deal"_s, field, value);
    QTEST(found ? found->id : QString(), "id");
}

void TestValidate::saysWhatAndWhere() {
    const auto found = validate(u"deal"_s, of(FieldType::Number, between(0, 100)), 101.5);
    QVERIFY(found);
    const QMap<QString, QString> args{
        {u"field"_s, u"deal.f"_s}, {u"value"_s, u"101.5"_s}, {u"limit"_s, u"100"_s}};
    QCOMPARE(found->args, args);
    const auto control = validate(u"deal"_s, of(FieldType::Text), u"a\u0001b"_s);
    QCOMPARE(control->args.value(u"value"_s), u"a?b"_s);
}

void TestValidate::everyTypeRefusesAnotherOne_data() {
    QTest::addColumn<FieldType>("type");
    for (int i = 0; i <= int(FieldType::Formula); ++i)
        QTest::newRow(qPrintable(typeName(FieldType(i)))) << FieldType(i);
}

void TestValidate::everyTypeRefusesAnotherOne() {
    QFETCH(FieldType, type);
    if (type != FieldType::Formula)
        QVERIFY(!validate(u"deal"_s, of(type), sample(type)));
    const FieldValue other =
        type == FieldType::YesNo ? sample(FieldType::Text) : sample(FieldType::YesNo);
    const auto found = validate(u"deal"_s, of(type), other);
    QVERIFY(found);
    QCOMPARE(found->id, u"valid.type"_s);
    QCOMPARE(found->args.value(u"type"_s), typeName(type));
}

} // namespace dw::test

using dw::test::TestValidate;
DW_TEST(TestValidate)

#include "tst_validate.moc"
