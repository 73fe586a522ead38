// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "core/store/schema/columns.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

FieldDesc fieldOf(FieldType type, bool sortable = false) {
    FieldDesc field;
    field.name = field.key = u"x"_s;
    field.type = type;
    field.sortable = sortable;
    return field;
}

Money money(const QString &text) { return *Money::fromText(text); }

} // namespace

class TestColumns : public QObject {
    Q_OBJECT

private slots:
    void columns_ofEachType_data();
    void columns_ofEachType();
    void value_ofEachType_comesBack_data();
    void value_ofEachType_comesBack();
    void value_ofAnotherStorage_readsAsEmpty_data();
    void value_ofAnotherStorage_readsAsEmpty();
    void value_ofAnotherType_isStoredAsNothing();
    void sortableText_hasItsKey();
    void set_hasATableOfItsOwn();

private:
    StoreFolder m_folder;
};

void TestColumns::columns_ofEachType_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<bool>("sortable");
    QTest::addColumn<QString>("expected");
    const auto row = [](FieldType type, const QString &expected, bool sortable = false) {
        QTest::newRow(qPrintable(typeName(type) + (sortable ? u" sortable"_s : QString())))
            << type << sortable << expected;
    };
    using enum FieldType;
    row(Text, u"x TEXT"_s);
    row(Text, u"x TEXT x_key BLOB"_s, true);
    row(LongText, u"x TEXT"_s);
    row(Number, u"x REAL"_s);
    row(FieldType::Money, u"x_minor INTEGER x_currency TEXT"_s);
    row(Date, u"x INTEGER"_s);
    row(FieldType::Instant, u"x INTEGER"_s);
    row(YesNo, u"x INTEGER"_s);
    row(FieldType::Choice, u"x TEXT"_s);
    row(Set, {});
    row(Person, u"x BLOB"_s);
    row(Link, u"x BLOB"_s);
    row(Counter, u"x INTEGER"_s);
    row(Phone, u"x TEXT"_s);
    row(Email, u"x TEXT"_s);
    row(Formula, {});
}

void TestColumns::columns_ofEachType() {
    QFETCH(FieldType, type);
    QFETCH(bool, sortable);
    QFETCH(QString, expected);
    const FieldDesc field = fieldOf(type, sortable);
    const QStringList columns = columnsOf(field);
    const QStringList types = columnTypesOf(field);
    QCOMPARE(columns.size(), types.size());
    QStringList both;
    for (qsizetype i = 0; i < columns.size(); ++i)
        both << columns.at(i) + u' ' + types.at(i);
    QCOMPARE(both.join(u' '), expected);
}

void TestColumns::value_ofEachType_comesBack_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<FieldValue>("value");
    const auto row = [](const char *name, FieldType type, FieldValue value) {
        QTest::newRow(name) << type << value;
    };
    using enum FieldType;
    row("text", Text, u"苏州 O'Neill \U0001F600"_s);
    row("empty text", Text, u""_s);
    row("null text", Text, QString());
    row("long text", LongText, QString(100'000, u'长'));
    row("number", Number, 0.1);
    row("whole number", Number, 5.0);
    row("smallest number", Number, -std::numeric_limits<double>::max());
    row("money", FieldType::Money, money(u"CNY 500000.00"_s));
    row("greatest money", FieldType::Money,
        dw::Money(std::numeric_limits<qint64>::max(), money(u"JPY 1"_s).currency()));
    row("least money", FieldType::Money,
        dw::Money(std::numeric_limits<qint64>::min(), money(u"KWD 1"_s).currency()));
    row("date", Date, QDate(2026, 2, 28));
    row("date before 1970", Date, QDate(1969, 12, 31));
    row("date of year 1", Date, QDate(1, 1, 1));
    row("date of year 9999", Date, QDate(9999, 12, 31));
    row("instant", FieldType::Instant, dw::Instant{1'772'150'400'123});
    row("instant before 1970", FieldType::Instant, dw::Instant{-1});
    row("yes", YesNo, true);
    row("no", YesNo, false);
    row("choice", FieldType::Choice, u"won"_s);
    row("person", Person, testId(1));
    row("link", Link, testId(2));
    row("counter", Counter, std::numeric_limits<qint64>::min());
    row("phone", Phone, u"+86 512 0000"_s);
    row("email", Email, u"a@example.com"_s);
    for (const FieldType type :
         {Text, LongText, Number, FieldType::Money, Date, FieldType::Instant, YesNo,
          FieldType::Choice, Set, Person, Link, Counter, Phone, Email, Formula})
        row(qPrintable(u"empty "_s + typeName(type)), type, {});
}

void TestColumns::value_ofEachType_comesBack() {
    QFETCH(FieldType, type);
    QFETCH(FieldValue, value);
    const auto c = m_folder.open(OpenMode::Create);
    for (const bool sortable : {false, true}) {
        const FieldDesc field = fieldOf(type, sortable);
        QStringList columns = columnsOf(field);
        QStringList definitions{u"before INTEGER"_s};
        for (qsizetype i = 0; i < columns.size(); ++i)
            definitions << columns.at(i) + u' ' + columnTypesOf(field).at(i);
        definitions << u"behind INTEGER"_s;
        QVERIFY(c->exec(u"CREATE TEMP TABLE t(%1)"_s.arg(definitions.join(u", "_s))));
        {
            auto put = c->prepare(u"INSERT INTO t VALUES(%1)"_s.arg(
                u"?, "_s.repeated(definitions.size()).chopped(2)));
            put->bind(1, qint64(11));
            const int next = bindValue(*put, 2, field, value);
            QCOMPARE(next, 2 + int(columns.size()));
            put->bind(next, qint64(22));
            QVERIFY(put->run());
            auto get = c->prepare(u"SELECT * FROM t"_s);
            QVERIFY(*get->step());
            int column = 1;
            QCOMPARE(readValue(*get, column, field), value);
            QCOMPARE(get->integer(column), 22);
        }
        QVERIFY(c->exec(u"DROP TABLE t"_s));
    }
}

void TestColumns::value_ofAnotherStorage_readsAsEmpty_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("sql");
    using enum FieldType;
    QTest::newRow("text as blob") << Text << u"x'61', NULL"_s;
    QTest::newRow("text as number") << Text << u"1, NULL"_s;
    QTest::newRow("number as text") << Number << u"'1.5', NULL"_s;
    QTest::newRow("date as real") << Date << u"1.5, NULL"_s;
    QTest::newRow("date beyond the calendar") << Date << u"9223372036854775807, NULL"_s;
    QTest::newRow("short id") << Link << u"x'0102', NULL"_s;
    QTest::newRow("id of zeros") << Link << u"zeroblob(16), NULL"_s;
    QTest::newRow("id as text") << Person << u"'0195819c-0000-7000-8000-000000000001', NULL"_s;
    QTest::newRow("money without currency") << FieldType::Money << u"100, NULL"_s;
    QTest::newRow("money of no currency") << FieldType::Money << u"100, 'money'"_s;
    QTest::newRow("money without amount") << FieldType::Money << u"NULL, 'CNY'"_s;
    QTest::newRow("money as real") << FieldType::Money << u"1.5, 'CNY'"_s;
}

void TestColumns::value_ofAnotherStorage_readsAsEmpty() {
    QFETCH(FieldType, type);
    QFETCH(QString, sql);
    const auto c = m_folder.open(OpenMode::Create);
    auto get = c->prepare(u"SELECT "_s + sql);
    QVERIFY2(get, qPrintable(failure(get)));
    QVERIFY(*get->step());
    int column = 0;
    QVERIFY(readValue(*get, column, fieldOf(type)).isEmpty());
}

void TestColumns::value_ofAnotherType_isStoredAsNothing() {
    const auto c = m_folder.open(OpenMode::Create);
    using enum FieldType;
    for (const FieldType type : {Number, Date, FieldType::Instant, YesNo, Person, Counter, Text}) {
        auto get = c->prepare(u"SELECT ?"_s);
        const FieldValue other = type == Text ? FieldValue(1.5) : FieldValue(u"text"_s);
        QCOMPARE(bindValue(*get, 1, fieldOf(type), other), 2);
        QVERIFY(*get->step());
        QVERIFY2(get->isNull(0), qPrintable(typeName(type)));
    }
}

void TestColumns::sortableText_hasItsKey() {
    const auto c = m_folder.open(OpenMode::Create);
    auto get = c->prepare(u"SELECT ?, ?"_s);
    QCOMPARE(bindValue(*get, 1, fieldOf(FieldType::Text, true), u"曾伟"_s), 3);
    QVERIFY(*get->step());
    QCOMPARE(get->text(0), u"曾伟"_s);
    QCOMPARE(get->blob(1), collationKey(u"曾伟"_s));
}

void TestColumns::set_hasATableOfItsOwn() {
    QCOMPARE(setTableOf(u"deal"_s, fieldOf(FieldType::Set)), u"deal_x"_s);
}

} // namespace dw::test

using dw::test::TestColumns;
DW_TEST(TestColumns)

#include "tst_columns.moc"
