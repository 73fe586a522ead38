// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expr/exprfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Text, stored form and tree, and formula fields among each other.
class TestExpression : public QObject {
    Q_OBJECT

private slots:
    void forms_data();
    void forms();
    void renamedKey_changesNothingStored();
    void stored_namesNoKeys();
    void formula_inAnotherFormula();
    void formula_thatIsWrong_data();
    void formula_thatIsWrong();
    void cycles_areFound_data();
    void cycles_areFound();
    void formulas_areNotTooDeep();
    void formulas_doNotExplode();
    void sameTree_seesEveryDifference_data();
    void sameTree_seesEveryDifference();
};

void TestExpression::forms_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *entity, const char *typed, const char *text,
                        const char *stored) {
        QTest::newRow(typed) << QString::fromUtf8(entity) << QString::fromUtf8(typed)
                             << QString::fromUtf8(text) << QString::fromUtf8(stored);
    };
    row("deal", "score>5 AND vip", "score > 5 and vip", "c_7k00score > 5 and c_7k00vip");
    row("deal", "presales.team.name = 'East'", "presales.team.name = \"East\"",
        "c_7k00presales.team.name = \"East\"");
    row("deal", "client = \"Acme\" and client.owner is empty",
        "client = \"Acme\" and client.owner is empty",
        "c_7k00client = \"Acme\" and c_7k00client.owner is empty");
    row("deal", "risk in (\"Low risk\", '高')", "risk in (\"low\", \"high\")",
        "c_7k00risk in (\"low\", \"high\")");
    row("deal", "flags contains \"Medium\"", "flags contains \"mid\"",
        "c_7k00flags contains \"mid\"");
    row("deal", "\"HIGH\" = risk", "\"high\" = risk", "\"high\" = c_7k00risk");
    row("deal", "count(touchpoint where kind = \"Demo\") > 3",
        "count(touchpoints where kind = \"demo\") > 3",
        "count(touchpoints.deal where kind = \"demo\") > 3");
    row("deal", "count(touchpoints.deal)", "count(touchpoints)", "count(touchpoints.deal)");
    row("deal", "count(account.deals.partner)", "count(account.deals.partner)",
        "count(account.deals.partner)");
    row("deal", "count(client.deals.client where score > 1)",
        "count(client.deals.client where score > 1)",
        "count(c_7k00client.deals.c_7k00client where c_7k00score > 1)");
    row("deal", "sum(deal_lines.price*deal_lines.quantity where deal_lines.quantity > 0)",
        "sum(deal_lines.price * deal_lines.quantity where quantity > 0)",
        "sum(deal_lines.deal.price * deal_lines.deal.quantity where quantity > 0)");
    row("account", "sum(deals.score)", "sum(deals.score)", "sum(deals.account.c_7k00score)");
    // What follows the list begins like its link, so the link has to be said.
    row("account", "max(deals.account.account.employees)", "max(deals.account.account.employees)",
        "max(deals.account.account.employees)");
    row("account", "sum(count(deals.touchpoints where kind = \"call\"))",
        "sum(count(deals.touchpoints where kind = \"call\"))",
        "sum(count(deals.account.touchpoints.deal where kind = \"call\"))");
    row("deal", "count(flags) > 1", "count(flags) > 1", "count(c_7k00flags) > 1");
    row("deal", "weighted > CNY 5 or heat > 3", "weighted > CNY 5 or heat > 3",
        "c_7k00weighted > CNY 5 or c_7k00heat > 3");
    row("deal", "max( 1,score ) - min(deal_lines.quantity)",
        "max(1, score) - min(deal_lines.quantity)",
        "max(1, c_7k00score) - min(deal_lines.deal.quantity)");
    row("deal", "id = short_id", "id = short_id", "id = short_id");
}

void TestExpression::forms() {
    QFETCH(QString, entity);
    QFETCH(QString, typed);
    const auto e = Expression::parse(typed, *exprCatalog(), entity);
    QVERIFY2(e.ok(), e.ok() ? "" : qPrintable(e.error().message.id));
    QTEST(e->text(*exprCatalog()), "text");
    QTEST(e->stored(), "stored");
    const auto fromText = Expression::parse(e->text(*exprCatalog()), *exprCatalog(), entity);
    QVERIFY(fromText.ok());
    QVERIFY(sameTree(fromText->tree(), e->tree()));
    const auto fromStored = Expression::fromStored(e->stored(), *exprCatalog(), entity);
    QVERIFY(fromStored.ok());
    QVERIFY(sameTree(fromStored->tree(), e->tree()));
    QCOMPARE(fromStored->stored(), e->stored());
}

void TestExpression::renamedKey_changesNothingStored() {
    const auto before =
        Expression::parse(u"score > 5 and count(deal_lines) > 0"_s, *exprCatalog(), u"deal"_s);
    // A clash after sync gave the field another key.
    Catalog renamed = *exprCatalog();
    auto &deal = const_cast<EntityDesc &>(*renamed.entity(u"deal"_s));
    deal.fields[deal.byKey(u"score"_s).index].key = u"score_2"_s;
    QCOMPARE(before->text(renamed), u"score_2 > 5 and count(deal_lines) > 0"_s);
    const auto after = Expression::fromStored(before->stored(), renamed, u"deal"_s);
    QVERIFY(after.ok());
    QVERIFY(sameTree(after->tree(), before->tree()));
    QVERIFY(!Expression::parse(u"score > 5"_s, renamed, u"deal"_s).ok());
}

void TestExpression::stored_namesNoKeys() {
    const auto byKey = Expression::fromStored(u"score > 5"_s, *exprCatalog(), u"deal"_s);
    QVERIFY(!byKey.ok());
    QCOMPARE(byKey.error().message.id, u"expr.unknown_field"_s);
    const auto byName = Expression::parse(u"c_7k00score > 5"_s, *exprCatalog(), u"deal"_s);
    QVERIFY(!byName.ok());
}

void TestExpression::formula_inAnotherFormula() {
    RowsLookup rows(exprCatalog());
    EvalContext context{*exprCatalog(), rows, Instant{}, QTimeZone::utc()};
    const Record deal = rowOf(*exprCatalog(), u"deal"_s, idOf(u"d"_s),
                              {{u"amount"_s, money("CNY 5000")}, {u"score"_s, 50.0}});
    const auto big = Expression::parse(u"is_big"_s, *exprCatalog(), u"deal"_s);
    QVERIFY(dw::holds(*big, deal, context)); // half of 5000
}

void TestExpression::formula_thatIsWrong_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("reason");
    QTest::newRow("syntax") << FieldType::Number << u"amount *"_s << u"expr.syntax"_s;
    QTest::newRow("unknown field")
        << FieldType::Number << u"c_gone * 2"_s << u"expr.unknown_field"_s;
    QTest::newRow("keys instead of names")
        << FieldType::Number << u"score * 2"_s << u"expr.unknown_field"_s;
    QTest::newRow("types") << FieldType::Number << u"name + 1"_s << u"expr.type"_s;
    QTest::newRow("another type than it says")
        << FieldType::Number << u"name"_s << u"expr.formula_type"_s;
    QTest::newRow("yes or no") << FieldType::YesNo << u"amount"_s << u"expr.formula_type"_s;
    QTest::newRow("duration") << FieldType::Number << u"30 days"_s << u"expr.formula_type"_s;
}

void TestExpression::formula_thatIsWrong() {
    QFETCH(FieldType, type);
    QFETCH(QString, formula);
    const CatalogPtr c =
        withFields(exprCatalog(), u"deal"_s, {formulaField(u"bad"_s, type, formula)});
    const auto e = Expression::parse(u"vip and  bad is empty"_s, *c, u"deal"_s);
    QVERIFY(!e.ok());
    QCOMPARE(e.error().message.id, u"expr.formula"_s);
    QCOMPARE(e.error().message.args.value(u"field"_s), u"deal.bad"_s);
    QCOMPARE(e.error().message.args.value(u"at"_s), u"9"_s);
    QCOMPARE(e.error().message.args.value(u"length"_s), u"3"_s);
    QVERIFY(!e.error().reasons.empty());
    QTEST(e.error().reasons[0].id, "reason");
}

void TestExpression::cycles_areFound_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("itself") << u"c_7k00first + 1"_s << u"1"_s;
    QTest::newRow("each other") << u"c_7k00second + 1"_s << u"c_7k00first * 2"_s;
    QTest::newRow("over related rows") << u"sum(account.deals.account.c_7k00first)"_s << u"1"_s;
    QTest::newRow("in a condition")
        << u"count(account.deals.account where c_7k00second > 1)"_s << u"c_7k00first"_s;
}

void TestExpression::cycles_areFound() {
    QFETCH(QString, first);
    QFETCH(QString, second);
    const CatalogPtr c = withFields(exprCatalog(), u"deal"_s,
                                    {formulaField(u"first"_s, FieldType::Number, first),
                                     formulaField(u"second"_s, FieldType::Number, second)});
    const auto e = Expression::parse(u"1 < first"_s, *c, u"deal"_s);
    QVERIFY(!e.ok());
    QCOMPARE(e.error().message.id, u"expr.cycle"_s);
    QCOMPARE(e.error().message.args.value(u"field"_s), u"deal.first"_s);
    QCOMPARE(e.error().message.args.value(u"at"_s), u"4"_s);
}

void TestExpression::formulas_areNotTooDeep() {
    std::vector<FieldDesc> fields{formulaField(u"f0"_s, FieldType::Number, u"c_7k00score"_s)};
    for (int i = 1; i <= 8; ++i)
        fields.push_back(
            formulaField(u"f%1"_s.arg(i), FieldType::Number, u"c_7k00f%1 + 1"_s.arg(i - 1)));
    const CatalogPtr c = withFields(exprCatalog(), u"deal"_s, fields);
    QVERIFY(Expression::parse(u"f7 > 1"_s, *c, u"deal"_s).ok());
    const auto e = Expression::parse(u"f8 > 1"_s, *c, u"deal"_s);
    QVERIFY(!e.ok());
    QCOMPARE(e.error().message.id, u"expr.formula_too_deep"_s);
    QCOMPARE(e.error().message.args.value(u"at"_s), u"0"_s);
}

void TestExpression::formulas_doNotExplode() {
    // Each takes the one before ten times: a thousand steps, ten thousand, …
    std::vector<FieldDesc> fields{formulaField(u"g0"_s, FieldType::Number, u"c_7k00score"_s)};
    for (int i = 1; i <= 6; ++i) {
        const QString one = u"c_7k00g%1"_s.arg(i - 1);
        fields.push_back(
            formulaField(u"g%1"_s.arg(i), FieldType::Number, QStringList(10, one).join(u" + "_s)));
    }
    const CatalogPtr c = withFields(exprCatalog(), u"deal"_s, fields);
    QVERIFY(Expression::parse(u"g2 > 1"_s, *c, u"deal"_s).ok());
    const auto e = Expression::parse(u"g6 > 1"_s, *c, u"deal"_s);
    QVERIFY(!e.ok());
    QCOMPARE(e.error().message.id, u"expr.too_many"_s);
}

void TestExpression::sameTree_seesEveryDifference_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char *a, const char *b) {
        QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b);
    };
    row("score > 5", "score > 6");
    row("score < 5", "score <= 5");
    row("score + 5 = 1", "score - 5 = 1");
    row("score is empty", "score is not empty");
    row("vip and vip", "vip or vip");
    row("vip and vip", "vip and vip and vip");
    row("pays_in = 2 weeks", "pays_in = 14 days");
    row("year(today()) = 1", "month(today()) = 1");
    row("count(account.deals) = 1", "count(account.deals.partner) = 1");
    row("count(touchpoints) = 1", "count(tasks) = 1");
    row("count(touchpoints) = 1", "count(touchpoints where minutes > 1) = 1");
    row("owner = \"a\"", "owner = \"A\"");
    row("owner.name = \"a\"", "presales.name = \"a\"");
}

void TestExpression::sameTree_seesEveryDifference() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    const auto left = Expression::parse(a, *exprCatalog(), u"deal"_s);
    const auto right = Expression::parse(b, *exprCatalog(), u"deal"_s);
    QVERIFY(left.ok() && right.ok());
    QVERIFY(
        sameTree(left->tree(), Expression::parse(u"  "_s + a, *exprCatalog(), u"deal"_s)->tree()));
    QVERIFY(!sameTree(left->tree(), right->tree()));
}

} // namespace dw::test

using dw::test::TestExpression;
DW_TEST(TestExpression)

#include "tst_expression.moc"
