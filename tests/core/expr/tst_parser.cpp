// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/exprerror.h"
#include "core/expr/parser.h"
#include "core/expr/printer.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestParser : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void spans_pointAtTheText();
    void length_isLimited();
    void depth_isLimited_data();
    void depth_isLimited();
    void nodes_areLimited();
};

void TestParser::reads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical"); // a tree prints in one form only
    const auto row = [](const char *name, const QString &text, const QString &canonical) {
        QTest::newRow(name) << text << canonical;
    };
    row("field", u"amount"_s, u"amount"_s);
    row("path", u"account . owner.name"_s, u"account.owner.name"_s);
    row("capitals", u"AMOUNT Is Not Empty"_s, u"amount is not empty"_s);
    row("and before or", u"a or b and c"_s, u"a or b and c"_s);
    row("brackets kept", u"(a or b) and c"_s, u"(a or b) and c"_s);
    row("brackets dropped", u"((a) and (b)) or (c)"_s, u"a and b or c"_s);
    row("nested and", u"a and (b and c)"_s, u"a and (b and c)"_s);
    row("not before and", u"not a and b"_s, u"not a and b"_s);
    row("not of brackets", u"not (a and b)"_s, u"not (a and b)"_s);
    row("not of a comparison", u"not a = 1"_s, u"not a = 1"_s);
    row("twice not", u"not not a"_s, u"not not a"_s);
    row("comparison of a condition", u"(a = 1) = yes"_s, u"(a = 1) = yes"_s);
    row("signs", u"a == 1 and b <> 2 and c != 3 and d <= 4 and e >= 5"_s,
        u"a = 1 and b != 2 and c != 3 and d <= 4 and e >= 5"_s);
    row("Chinese signs", u"（a ≥ 1） and b≠2 and c ≤ ３"_s, u"a >= 1 and b != 2 and c <= 3"_s);
    row("Chinese arithmetic", u"a × 2 ÷ 3 − 1 > 0"_s, u"a * 2 / 3 - 1 > 0"_s);
    row("Chinese quotes", u"a = “苏州”"_s, u"a = \"苏州\""_s);
    row("Chinese corner quotes", u"a in （「甲」、「乙」，‘丙’）"_s,
        u"a in (\"甲\", \"乙\", \"丙\")"_s);
    row("single quotes", u"a = 'it is \"so\"'"_s, u"a = \"it is \\\"so\\\"\""_s);
    row("escapes", u"a = \"tab\\t line\\n back\\\\ quote\\\" cr\\r\""_s,
        u"a = \"tab\\t line\\n back\\\\ quote\\\" cr\\r\""_s);
    row("raw line break", u"a = \"one\ntwo\""_s, u"a = \"one\\ntwo\""_s);
    row("beyond the basic plane", u"a = \"𠮷野家\""_s, u"a = \"𠮷野家\""_s);
    row("in", u"a in (1,2 , 3)"_s, u"a in (1, 2, 3)"_s);
    row("not in", u"a not in (1)"_s, u"a not in (1)"_s);
    row("contains", u"a contains \"x\" or b not contains \"y\""_s,
        u"a contains \"x\" or b not contains \"y\""_s);
    row("starts with", u"a starts with \"x\" and b not starts with \"y\""_s,
        u"a starts with \"x\" and b not starts with \"y\""_s);
    row("a field called starts", u"starts = 1 and starts starts with \"x\""_s,
        u"starts = 1 and starts starts with \"x\""_s);
    row("a field called days", u"days > 3"_s, u"days > 3"_s);
    row("a field of three letters", u"age - 5 > 0 and usd = 1"_s, u"age - 5 > 0 and usd = 1"_s);
    row("a field called count", u"count > 3"_s, u"count > 3"_s);
    row("is empty", u"a is empty"_s, u"a is empty"_s);
    row("arithmetic", u"1+2*3-4/5"_s, u"1 + 2 * 3 - 4 / 5"_s);
    row("left first", u"a - (b - c) - d"_s, u"a - (b - c) - d"_s);
    row("brackets of a sum", u"(a + b) * c"_s, u"(a + b) * c"_s);
    row("brackets of a quotient", u"a / (b * c)"_s, u"a / (b * c)"_s);
    row("minus a field", u"-a + -(b + c)"_s, u"-a + -(b + c)"_s);
    row("minus a number", u"- 5 + - -5"_s, u"-5 + 5"_s);
    row("minus an amount", u"-CNY 5"_s, u"CNY -5"_s);
    row("minus a duration", u"a + -30 days"_s, u"a + -30 days"_s);
    row("number", u"12.50"_s, u"12.5"_s);
    row("large number", u"1e300"_s, u"1e+300"_s);
    row("small number", u"25E-8"_s, u"2.5e-07"_s);
    row("amount", u"cny 500000.50"_s, u"CNY 500000.50"_s);
    row("amount without decimals", u"CNY 500000.00"_s, u"CNY 500000"_s);
    row("amount before its currency", u"500000 CNY"_s, u"CNY 500000"_s);
    row("amount without minor units", u"JPY 100"_s, u"JPY 100"_s);
    row("negative amount", u"CNY -5.50 - USD -3"_s, u"CNY -5.50 - USD -3"_s);
    row("difference of a field", u"age -5 > 0 and CNY - 5 > 0"_s, u"age - 5 > 0 and cny - 5 > 0"_s);
    row("durations", u"a + 30days - 1 day + 2 weeks + 3 Months + 1 year + 1.5 hours + 5 minutes"_s,
        u"a + 30 days - 1 day + 2 weeks + 3 months + 1 year + 1.5 hours + 5 minutes"_s);
    row("date", u"2026-03-10"_s, u"2026-03-10"_s);
    row("short date", u"2026-3-1"_s, u"2026-03-01"_s);
    row("difference", u"2026 - 3 - 1"_s, u"2026 - 3 - 1"_s);
    row("instant", u"2026-03-10T09:30:00+08:00"_s, u"2026-03-10T01:30:00Z"_s);
    row("instant of milliseconds", u"2026-03-10t01:30:00.250z"_s, u"2026-03-10T01:30:00.250Z"_s);
    row("yes and no", u"yes = true and no = false"_s, u"yes = yes and no = no"_s);
    row("call", u"IF( a , 1 , round( 2.5 ,1))"_s, u"if(a, 1, round(2.5, 1))"_s);
    row("no arguments", u"today( )"_s, u"today()"_s);
    row("blanks", u"\u3000a\t=\n1 "_s, u"a = 1"_s);
}

void TestParser::reads() {
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const auto tree = parseTree(text);
    QVERIFY2(tree.ok(), tree.ok() ? "" : qPrintable(tree.error().message.args.value(u"at"_s)));
    QCOMPARE(printStored(*tree), canonical);
    const auto again = parseTree(canonical);
    QVERIFY(again.ok());
    QVERIFY(sameTree(*tree, *again));
}

void TestParser::refuses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QString &text, int at, int length,
                        const char *expected, const char *reason) {
        QTest::newRow(name) << text << at << length << QString::fromLatin1(expected)
                            << QString::fromLatin1(reason);
    };
    row("nothing", u""_s, 0, 0, "value", "expr.expected_value");
    row("blanks only", u"  "_s, 2, 0, "value", "expr.expected_value");
    row("ends after a sign", u"a = "_s, 4, 0, "value", "expr.expected_value");
    row("ends after and", u"a and"_s, 5, 0, "value", "expr.expected_value");
    row("two values", u"a b"_s, 2, 1, "operator", "expr.expected_operator");
    row("two comparisons", u"a < b < c"_s, 6, 1, "operator", "expr.expected_operator");
    row("number and word", u"a > 5 apples"_s, 6, 6, "operator", "expr.expected_operator");
    row("open bracket", u"(a or b"_s, 7, 0, ")", "expr.expected_sign");
    row("closed twice", u"a)"_s, 1, 1, "operator", "expr.expected_operator");
    row("no list", u"a in 5"_s, 5, 1, "(", "expr.expected_sign");
    row("empty list", u"a in ()"_s, 6, 1, "value", "expr.expected_value");
    row("list that goes on", u"a in (1,)"_s, 8, 1, "value", "expr.expected_value");
    row("starts without with", u"a starts \"x\""_s, 9, 3, "with", "expr.expected_sign");
    row("is what", u"a is 5"_s, 5, 1, "empty", "expr.expected_sign");
    row("is not what", u"a is not"_s, 8, 0, "empty", "expr.expected_sign");
    row("dot at the end", u"a."_s, 2, 0, "name", "expr.expected_name");
    row("dot and number", u"a.5"_s, 2, 1, "name", "expr.expected_name");
    row("open call", u"round(5"_s, 7, 0, ")", "expr.expected_sign");
    row("where without a list", u"count( where a)"_s, 7, 5, "value", "expr.expected_value");
    row("where without a condition", u"count(a where )"_s, 14, 1, "value", "expr.expected_value");
    row("word of the language", u"and = 1"_s, 0, 3, "value", "expr.expected_value");
    row("null", u"a = null"_s, 4, 4, "value", "expr.expected_value");
    row("unknown sign", u"a # b"_s, 2, 1, "operator", "expr.bad_character");
    row("lone exclamation mark", u"a ! b"_s, 2, 1, "operator", "expr.bad_character");
    row("double bar", u"a || b"_s, 2, 1, "operator", "expr.bad_character");
    row("emoji", u"a = 😀"_s, 4, 2, "value", "expr.bad_character");
    row("open text", u"a = \"x or b"_s, 4, 7, "value", "expr.unterminated");
    row("open text of one sign", u"'"_s, 0, 1, "value", "expr.unterminated");
    row("unknown escape", u"a = \"x\\q\""_s, 6, 2, "value", "expr.bad_escape");
    row("escape at the end", u"\"x\\"_s, 2, 1, "value", "expr.bad_escape");
    row("no such day", u"a < 2026-02-30"_s, 4, 10, "value", "expr.bad_date");
    row("no such year", u"0000-01-01"_s, 0, 10, "value", "expr.bad_date");
    row("instant without zone", u"a < 2026-02-03T10:00:00"_s, 4, 19, "value", "expr.bad_instant");
    row("no such hour", u"2026-02-03T25:00:00Z"_s, 0, 20, "value", "expr.bad_instant");
    row("instant before the calendar", u"0001-01-01T00:00:00+14:00"_s, 0, 25, "value",
        "expr.bad_instant");
    row("number too large", u"1e999"_s, 0, 5, "value", "expr.bad_number");
    row("amount too large", u"CNY 99999999999999999999"_s, 0, 24, "amount", "money.overflow");
    row("opposite too large", u"-CNY -92233720368547758.08"_s, 0, 26, "amount", "money.overflow");
    row("too many decimals", u"CNY 1.005"_s, 0, 9, "amount", "money.digits");
    row("decimals of yen", u"1.5 JPY"_s, 0, 7, "amount", "money.digits");
    row("amount with exponent", u"CNY 1e5"_s, 0, 7, "amount", "money.format");
    // The first problem is told, not the one that the eye of the lexer falls on.
    row("two problems", u"a b \"c"_s, 2, 1, "operator", "expr.expected_operator");
    row("NUL", u"a"_s + QChar(0) + u"b"_s, 1, 1, "operator", "expr.bad_character");
    row("NUL in text", u"\"a"_s + QChar(0) + u"\""_s, 2, 1, "value", "expr.bad_character");
    row("escape sign in text", u"\"\u001b[0m\""_s, 1, 1, "value", "expr.bad_character");
    row("half a character", u"\"a"_s + QChar(0xD842) + u"\""_s, 2, 1, "value",
        "expr.bad_character");
    row("the other half", QString(QChar(0xDFB7)), 0, 1, "value", "expr.bad_character");
}

void TestParser::refuses() {
    QFETCH(QString, text);
    const auto tree = parseTree(text);
    QVERIFY(!tree.ok());
    const Error &error = tree.error();
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.message.id, u"expr.syntax"_s);
    QTEST(error.message.args.value(u"at"_s).toInt(), "at");
    QTEST(error.message.args.value(u"length"_s).toInt(), "length");
    QTEST(error.message.args.value(u"expected"_s), "expected");
    QCOMPARE(error.message.args.value(u"position"_s).toInt(),
             error.message.args.value(u"at"_s).toInt() + 1);
    QCOMPARE(error.reasons.size(), size_t(1));
    QTEST(error.reasons[0].id, "reason");
}

void TestParser::spans_pointAtTheText() {
    const QString text = u"not a = 1 and round( amount , 2 ) > (3 + 4)"_s;
    const auto tree = parseTree(text);
    QVERIFY(tree.ok());
    const auto partOf = [&](const ExprNode &node) {
        return text.mid(node.span.at, node.span.length);
    };
    QCOMPARE(partOf(*tree), text);
    QCOMPARE(partOf(tree->children[0]), u"not a = 1"_s);
    QCOMPARE(partOf(tree->children[0].children[0]), u"a = 1"_s);
    const ExprNode &comparison = tree->children[1];
    QCOMPARE(partOf(comparison.children[0]), u"round( amount , 2 )"_s);
    QCOMPARE(partOf(comparison.children[0].children[0]), u"amount"_s);
    QCOMPARE(partOf(comparison.children[1]), u"3 + 4"_s);
}

void TestParser::length_isLimited() {
    const QString fits = u"a"_s + QString(exprlimits::characters - 1, u' ');
    QVERIFY(parseTree(fits).ok());
    const auto tooLong = parseTree(fits + u' ');
    QVERIFY(!tooLong.ok());
    QCOMPARE(tooLong.error().message.id, u"expr.too_long"_s);
    QCOMPARE(tooLong.error().message.args.value(u"limit"_s), u"20000"_s);
    QCOMPARE(tooLong.error().message.args.value(u"at"_s), u"20000"_s);
}

void TestParser::depth_isLimited_data() {
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("close");
    QTest::addColumn<int>("fits");
    QTest::newRow("brackets") << u"("_s << u")"_s << 100;
    QTest::newRow("not") << u"not "_s << u""_s << 99;
    QTest::newRow("minus") << u"-"_s << u""_s << 99;
    QTest::newRow("calls") << u"abs("_s << u")"_s << 99;
    QTest::newRow("lists") << u"1 in ("_s << u")"_s << 99;
    QTest::newRow("sum from the left") << u""_s << u" + 1"_s << 99;
    QTest::newRow("sum from the right") << u"1 + ("_s << u")"_s << 99;
    QTest::newRow("where") << u"count(x where "_s << u")"_s << 99;
}

void TestParser::depth_isLimited() {
    QFETCH(QString, open);
    QFETCH(QString, close);
    QFETCH(int, fits);
    const auto nested = [&](int levels) {
        return open.repeated(levels) + u'a' + close.repeated(levels);
    };
    QVERIFY(parseTree(nested(fits)).ok());
    for (const int levels : {fits + 1, fits + 2, 500}) {
        const auto tooDeep = parseTree(nested(levels));
        QVERIFY(!tooDeep.ok());
        QCOMPARE(tooDeep.error().message.id, u"expr.too_deep"_s);
        QCOMPARE(tooDeep.error().message.args.value(u"limit"_s), u"100"_s);
    }
}

void TestParser::nodes_areLimited() {
    const auto list = [](int items) { return u"a in (1"_s + u",1"_s.repeated(items - 1) + u')'; };
    QVERIFY(parseTree(list(1998)).ok()); // the list and the field count too
    const auto tooMany = parseTree(list(1999));
    QVERIFY(!tooMany.ok());
    QCOMPARE(tooMany.error().message.id, u"expr.too_many"_s);
    QCOMPARE(tooMany.error().message.args.value(u"limit"_s), u"2000"_s);
    QVERIFY(!parseTree(u"(((((((((("_s + list(9000)).ok());
}

} // namespace dw::test

using dw::test::TestParser;
DW_TEST(TestParser)

#include "tst_parser.moc"
