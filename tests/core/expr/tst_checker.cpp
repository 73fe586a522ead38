// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expr/exprfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestChecker : public QObject {
    Q_OBJECT

private slots:
    void types_data();
    void types();
    void refuses_data();
    void refuses();
    void suggestions_data();
    void suggestions();
    void choices_areNamed();
    void argumentsOfErrors();
    void unknownEntity();
    void ambiguousRelation_namesTheWays();
    void customLink_changesNoTypedMeaning();
    void target_ofLinks();
};

void TestChecker::types_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("text");
    QTest::addColumn<FieldType>("type");
    using enum FieldType;
    const auto deal = [](const char *text, FieldType type) {
        QTest::newRow(text) << u"deal"_s << QString::fromUtf8(text) << type;
    };
    const auto of = [](const char *entity, const char *text, FieldType type) {
        QTest::newRow(text) << QString::fromUtf8(entity) << QString::fromUtf8(text) << type;
    };
    deal("name", Text);
    deal("description", Text);
    deal("amount", FieldType::Money);
    deal("expected_close", Date);
    deal("created_at", FieldType::Instant);
    deal("stage_since", FieldType::Instant);
    deal("vip", YesNo);
    deal("visits", Number);
    deal("risk", FieldType::Choice);
    deal("tags", Set);
    deal("owner", Link);
    deal("id", Text);
    deal("short_id", Text);
    deal("account.id", Text);
    deal("account.owner.team.name", Text);
    deal("account.parent.parent.parent.parent.name", Text);
    deal("weighted", FieldType::Money);
    deal("heat", Number);
    deal("is_big", YesNo);
    deal("late_by > 30 days", YesNo);
    deal("amount * 2", FieldType::Money);
    deal("2 * amount", FieldType::Money);
    deal("amount / 2", FieldType::Money);
    deal("amount / margin", Number);
    deal("amount - CNY 5 + margin", FieldType::Money);
    deal("-amount", FieldType::Money);
    deal("amount > CNY 500000 and amount < CNY 900000", YesNo);
    deal("today() - expected_close", Number);
    deal("today() - created_at", Number);
    deal("now() - created_at", Number);
    deal("expected_close + 30 days", Date);
    deal("30 days + expected_close", Date);
    deal("created_at - 3 hours", FieldType::Instant);
    deal("created_at > 2026-03-10", YesNo);
    deal("expected_close < now()", YesNo);
    deal("pays_in > 2 weeks", YesNo);
    deal("pays_in + 1 week", Number);
    deal("today() - expected_close + 12 hours", Number);
    deal("stage = \"Won\"", YesNo);
    deal("\"Won\" = stage", YesNo);
    deal("stage.outcome = \"won\"", YesNo);
    deal("stage.outcome in (\"Won\", \"输单\")", YesNo);
    deal("owner in (\"Anna\", presales)", YesNo);
    deal("owner = presales", YesNo);
    deal("account contains \"Acme\"", YesNo);
    deal("risk = \"Low risk\"", YesNo);
    deal("risk contains \"lo\"", YesNo);
    deal("risk = name", YesNo);
    deal("tags contains \"key account\"", YesNo);
    deal("flags not contains \"high\"", YesNo);
    deal("account.tags contains \"vip\"", YesNo);
    deal("tags is empty", YesNo);
    deal("count(tags)", Number);
    deal("count(account.tags)", Number);
    deal("count(touchpoints)", Number);
    deal("count(touchpoint where kind = \"demo\") > 3", YesNo);
    deal("count(touchpoints.deal where touchpoints.kind = \"demo\")", Number);
    deal("count(account.deals where stage.outcome = \"open\")", Number);
    deal("sum(deal_lines.price)", FieldType::Money);
    deal("sum(deal_lines.price * deal_lines.quantity where quantity > 0)", FieldType::Money);
    deal("avg(deal_lines.quantity)", Number);
    deal("max(touchpoints.happened_at)", FieldType::Instant);
    deal("min(tasks.due_on where done = no)", Date);
    deal("min(amount, margin)", FieldType::Money);
    deal("max(score, 5, heat)", Number);
    deal("max(expected_close, closed_on)", Date);
    deal("coalesce(reason, source, \"none\")", Text);
    deal("coalesce(owner, presales)", Link);
    deal("coalesce(owner, \"nobody\")", Text);
    deal("coalesce(risk, \"new\")", Text);
    deal("if(vip, CNY 5, USD 5)", FieldType::Money);
    deal("if(amount is empty, 0, 1)", Number);
    deal("round(score / 3, 2)", Number);
    deal("abs(margin)", FieldType::Money);
    deal("length(name)", Number);
    deal("lower(owner)", Text);
    deal("year(expected_close) = year(today())", YesNo);
    deal("quarter(created_at) + month(created_at) + day(created_at)", Number);
    deal("days_between(created_at, closed_on)", Number);
    deal("date(created_at)", Date);
    deal("not vip or is_big", YesNo);
    deal("vip = yes", YesNo);
    deal("(score > 5) = vip", YesNo);
    of("account", "count(deals where amount > CNY 5)", Number);
    of("account", "count(deals.partner)", Number);
    of("account", "sum(count(deals.touchpoints where kind = \"call\"))", Number);
    of("account", "count(deals where count(touchpoints where person.team.name = \"East\") > 2)",
       Number);
    of("account", "sum(deals.weighted)", FieldType::Money);
    of("touchpoint", "minutes > 1 hour", YesNo);
    of("deal_line", "product = \"GTX Pro\"", YesNo);
    of("person", "count(people) > 0", YesNo);
    of("setting", "value contains \"x\"", YesNo);
}

void TestChecker::types() {
    QFETCH(QString, entity);
    QFETCH(QString, text);
    QFETCH(FieldType, type);
    const auto e = Expression::parse(text, *exprCatalog(), entity);
    QVERIFY2(e.ok(), e.ok() ? "" : qPrintable(e.error().message.id));
    QCOMPARE(typeName(e->type()), typeName(type));
}

void TestChecker::refuses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("place"); // the part of the text that the error points at
    const auto row = [](const char *text, const char *id, const char *place) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(id)
                            << QString::fromUtf8(place);
    };
    row("amout > CNY 5", "expr.unknown_field", "amout");
    row("account.nme = \"x\"", "expr.unknown_field", "nme");
    row("account.owner.nope = \"x\"", "expr.unknown_field", "nope");
    row("account.owner . nope = \"x\"", "expr.unknown_field", "account.owner . nope");
    row("金额 > CNY 5", "expr.unknown_field", "金额");
    row("me = owner", "expr.unknown_field", "me");
    row("deleted = yes", "expr.unknown_field", "deleted");
    row("merged_into is empty", "expr.unknown_field", "merged_into");
    row("touchpoints > 3", "expr.unknown_field", "touchpoints");
    row("name.length > 3", "expr.not_a_link", "name");
    row("account.tags.name = \"x\"", "expr.not_a_link", "tags");
    row("account.parent.parent.parent.parent.parent.name = \"x\"", "expr.path_too_long",
        "account.parent.parent.parent.parent.parent.name");
    row("cuont(touchpoints) > 1", "expr.unknown_function", "cuont");
    row("sqlite_version() = 1", "expr.unknown_function", "sqlite_version");
    row("today(1) = today()", "expr.arguments", "today(1)");
    row("if(vip, 1) = 1", "expr.arguments", "if(vip, 1)");
    row("round(1, 2, 3) = 1", "expr.arguments", "round(1, 2, 3)");
    row("coalesce(name) = \"x\"", "expr.arguments", "coalesce(name)");
    row("max(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21) = 1", "expr.arguments",
        "max(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21)");
    // types
    row("amount > 500000", "expr.money_number", "amount > 500000");
    row("500000 < amount", "expr.money_number", "500000 < amount");
    row("amount in (CNY 1, 2)", "expr.money_number", "2");
    row("amount + 5 > CNY 3", "expr.money_number", "amount + 5");
    row("name > 5", "expr.type", "name > 5");
    row("name = yes", "expr.type", "name = yes");
    row("expected_close = \"2026-03-10\"", "expr.type", "expected_close = \"2026-03-10\"");
    row("vip > no", "expr.type", "vip > no");
    row("risk < \"low\"", "expr.type", "risk < \"low\"");
    row("owner < \"Anna\"", "expr.type", "owner < \"Anna\"");
    row("owner = account", "expr.link_targets", "owner = account");
    row("tags = \"x\"", "expr.use_contains", "tags = \"x\"");
    row("tags in (\"x\")", "expr.use_contains", "\"x\"");
    row("flags = tags", "expr.use_contains", "flags = tags");
    row("coalesce(tags, flags) is empty", "expr.use_contains", "tags");
    row("name and vip", "expr.not_condition", "name");
    row("not amount", "expr.not_condition", "amount");
    row("vip or score", "expr.not_condition", "score");
    row("if(score, 1, 2) = 1", "expr.not_condition", "score");
    row("count(touchpoints where minutes) = 1", "expr.not_condition", "minutes");
    row("if(vip, 1, \"x\") = 1", "expr.type", "\"x\"");
    row("coalesce(amount, 0) > CNY 1", "expr.type", "0");
    row("name + name = \"x\"", "expr.type", "name + name");
    row("name * 2 = 4", "expr.type", "name * 2");
    row("amount * margin > CNY 1", "expr.type", "amount * margin");
    row("2 / amount > 1", "expr.type", "2 / amount");
    row("-name = \"x\"", "expr.type", "name");
    row("expected_close + closed_on > today()", "expr.type", "expected_close + closed_on");
    row("expected_close * 2 > today()", "expr.type", "expected_close * 2");
    row("amount contains \"5\"", "expr.type", "amount");
    row("name contains 5", "expr.type", "5");
    row("name starts with vip", "expr.type", "vip");
    row("length(amount) = 1", "expr.type", "amount");
    row("year(name) = 1", "expr.type", "name");
    row("round(amount) = CNY 1", "expr.type", "amount");
    row("abs(name) = 1", "expr.type", "name");
    row("min(name, reason) = \"x\"", "expr.type", "name");
    row("days_between(1, today()) = 1", "expr.type", "1");
    row("round(1.234, score) = 1", "expr.round_digits", "score");
    row("round(1.234, 10) = 1", "expr.round_digits", "10");
    row("round(1.234, -1) = 1", "expr.round_digits", "-1");
    row("round(1.234, 1.5) = 1", "expr.round_digits", "1.5");
    row("tags contains name", "expr.member_literal", "name");
    row("tags contains 5", "expr.member_literal", "5");
    // empties
    row("name = \"\"", "expr.use_is_empty", "\"\"");
    row("\"\" != name", "expr.use_is_empty", "\"\"");
    row("name in (\"x\", '')", "expr.use_is_empty", "''");
    row("name contains \"\"", "expr.use_is_empty", "\"\"");
    row("name starts with \"\"", "expr.use_is_empty", "\"\"");
    row("tags contains \"\"", "expr.use_is_empty", "\"\"");
    // choices
    row("risk = \"hihg\"", "expr.choice", "\"hihg\"");
    row("\"hihg\" = risk", "expr.choice", "\"hihg\"");
    row("risk in (\"low\", \"none\")", "expr.choice", "\"none\"");
    row("flags contains \"none\"", "expr.choice", "\"none\"");
    // currencies
    row("CNY 5 = USD 5", "expr.currency", "CNY 5 = USD 5");
    row("amount + CNY 5 > USD 3", "expr.currency", "amount + CNY 5 > USD 3");
    row("amount + (CNY 5 - EUR 1) > CNY 3", "expr.currency", "CNY 5 - EUR 1");
    row("CNY 5 / USD 5 > 1", "expr.currency", "CNY 5 / USD 5");
    row("min(CNY 5, amount, USD 3) = CNY 1", "expr.currency", "USD 3");
    row("CNY 5 in (CNY 3, USD 5)", "expr.currency", "USD 5");
    // units and durations
    row("30 days", "expr.lone_duration", "30 days");
    row("if(vip, 30 days, 60 days)", "expr.lone_duration", "30 days");
    row("score > 30 days", "expr.unit", "30 days");
    row("pays_in > 3 months", "expr.unit", "3 months");
    row("score + 30 days > 1", "expr.unit", "30 days");
    row("pays_in + account.employees > 1", "expr.unit", "pays_in + account.employees");
    row("stage.win_probability > pays_in", "expr.unit", "stage.win_probability > pays_in");
    row("today() - created_at > stage.win_probability", "expr.unit",
        "today() - created_at > stage.win_probability");
    row("expected_close + 30 > today()", "expr.time_number", "expected_close + 30");
    row("expected_close + 3 hours > today()", "expr.whole_days", "3 hours");
    row("expected_close + 1.5 days > today()", "expr.whole_days", "1.5 days");
    row("created_at + 1.5 months > now()", "expr.bad_duration", "1.5 months");
    row("created_at + 99999999 years > now()", "expr.bad_duration", "99999999 years");
    row("30 days - today() > today()", "expr.type", "30 days - today()");
    row("1 day + 2 days > 3 days", "expr.type", "1 day + 2 days");
    row("30 days * 2 > 3 days", "expr.type", "30 days * 2");
    row("amount + 30 days > CNY 1", "expr.type", "amount + 30 days");
    row("30 days = 1 month", "expr.type", "30 days = 1 month");
    row("30 days in (1, 2)", "expr.type", "1");
    row("name = 30 days", "expr.type", "30 days");
    row("30 days is empty", "expr.type", "30 days");
    // related rows
    row("count(5) > 1", "expr.no_relation", "5");
    row("count(deals) > 1", "expr.unknown_relation", "deals");
    row("count(settings) > 1", "expr.unknown_relation", "settings");
    row("count(account) > 1", "expr.unknown_relation", "account");
    row("count(name) > 1", "expr.unknown_relation", "name");
    row("sum(amount) > CNY 1", "expr.unknown_relation", "amount");
    row("max(amount) > CNY 1", "expr.unknown_relation", "amount");
    row("count(touchpoints.minutes) > 1", "expr.count_rows", "touchpoints.minutes");
    row("sum(deal_lines.price * quantity) > CNY 1", "expr.outside_list", "quantity");
    row("sum(deal_lines) > 1", "expr.outside_list", "deal_lines");
    row("sum(deal_lines.prize) > CNY 1", "expr.unknown_field", "deal_lines.prize");
    row("sum(touchpoints.kind) > 1", "expr.type", "touchpoints.kind");
    row("max(touchpoints.summary) = \"x\"", "expr.type", "touchpoints.summary");
    row("count(touchpoints where amount > CNY 1) > 1", "expr.unknown_field", "amount");
    row("round(score where vip) > 1", "expr.where_outside", "vip");
    row("max(1, 2 where vip) > 1", "expr.where_outside", "vip");
    row("count(account.deals where count(account.deals where count(account.deals where "
        "count(account.deals) > 1) > 1) "
        "> 1) > 1",
        "expr.nested_aggregates", "count(account.deals)");
}

void TestChecker::refuses() {
    QFETCH(QString, text);
    QFETCH(QString, place);
    const auto e = Expression::parse(text, *exprCatalog(), u"deal"_s);
    QVERIFY(!e.ok());
    QCOMPARE(e.error().kind, ErrorKind::Invalid);
    QTEST(e.error().message.id, "id");
    const auto &args = e.error().message.args;
    QCOMPARE(text.mid(args.value(u"at"_s).toInt(), args.value(u"length"_s).toInt()), place);
}

void TestChecker::suggestions_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char *text, const char *suggestion) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(suggestion);
    };
    row("amout > CNY 5", "amount");
    row("amonut > CNY 5", "amount");
    row("expectedclose is empty", "expected_close");
    row("expected_closed is empty", "expected_close");
    row("金额 > CNY 5", "amount");
    row("account.secter = \"x\"", "sector");
    row("shortid = \"x\"", "short_id");
    row("cuont(touchpoints) = 1", "count");
    row("roud(1) = 1", "round");
    row("count(touchpoint_s) = 1", "touchpoints");
    row("count(dealline) = 1", "deal_lines");
    row("zzzzzz = 1", "");
    row("x = 1", "");
    row("zzzzzz() = 1", "");
}

void TestChecker::suggestions() {
    QFETCH(QString, text);
    QFETCH(QString, suggestion);
    const auto e = Expression::parse(text, *exprCatalog(), u"deal"_s);
    QVERIFY(!e.ok());
    QCOMPARE(e.error().message.args.value(u"suggestion"_s), suggestion);
    QCOMPARE(e.error().reasons.size(), size_t(suggestion.isEmpty() ? 0 : 1));
}

void TestChecker::choices_areNamed() {
    const auto e = Expression::parse(u"risk = \"huge\""_s, *exprCatalog(), u"deal"_s);
    QCOMPARE(e.error().message.args.value(u"value"_s), u"huge"_s);
    QCOMPARE(e.error().message.args.value(u"choices"_s), u"low, mid, high"_s);
}

void TestChecker::argumentsOfErrors() {
    const auto args = [](const QString &text) {
        return Expression::parse(text, *exprCatalog(), u"deal"_s).error().message.args;
    };
    QCOMPARE(args(u"name > 5"_s).value(u"left"_s), u"text"_s);
    QCOMPARE(args(u"name > 5"_s).value(u"right"_s), u"number"_s);
    QCOMPARE(args(u"name > 5"_s).value(u"operation"_s), u">"_s);
    QCOMPARE(args(u"length(amount) = 1"_s).value(u"expected"_s), u"text"_s);
    QCOMPARE(args(u"length(amount) = 1"_s).value(u"found"_s), u"money"_s);
    QCOMPARE(args(u"CNY 5 = USD 5"_s).value(u"left"_s), u"CNY"_s);
    QCOMPARE(args(u"CNY 5 = USD 5"_s).value(u"right"_s), u"USD"_s);
    QCOMPARE(args(u"pays_in > 3 months"_s).value(u"left"_s), u"days"_s);
    QCOMPARE(args(u"pays_in > 3 months"_s).value(u"right"_s), u"months"_s);
    QCOMPARE(args(u"round() = 1"_s).value(u"expected"_s), u"1–2"_s);
    QCOMPARE(args(u"account.nope = 1"_s).value(u"entity"_s), u"account"_s);
}

void TestChecker::unknownEntity() {
    const auto e = Expression::parse(u"1 = 1"_s, *exprCatalog(), u"deals"_s);
    QCOMPARE(e.error().message.id, u"catalog.unknown_entity"_s);
    QCOMPARE(e.error().kind, ErrorKind::NotFound);
}

void TestChecker::ambiguousRelation_namesTheWays() {
    // A product has no deals of its own; two custom links make two ways, of which none is the usual
    // one.
    FieldDesc first = customField(u"hero"_s, FieldType::Link);
    FieldDesc second = customField(u"extra"_s, FieldType::Link);
    first.target = second.target = u"product"_s;
    const CatalogPtr one = withFields(exprCatalog(), u"deal"_s, {first});
    QVERIFY(Expression::parse(u"count(deals) > 1"_s, *one, u"product"_s).ok());
    const CatalogPtr both = withFields(one, u"deal"_s, {second});
    const auto e = Expression::parse(u"count(deals) > 1"_s, *both, u"product"_s);
    QVERIFY(!e.ok());
    QCOMPARE(e.error().message.id, u"expr.ambiguous_relation"_s);
    QCOMPARE(e.error().message.args.value(u"choices"_s), u"deals.hero, deals.extra"_s);
    QVERIFY(Expression::parse(u"count(deals.extra) > 1"_s, *both, u"product"_s).ok());
}

void TestChecker::customLink_changesNoTypedMeaning() {
    // `client` and `presales` are custom links of deals to accounts and people; the built-in ones
    // stay meant.
    const auto ofAccount = Expression::parse(u"count(deals) > 1"_s, *exprCatalog(), u"account"_s);
    QCOMPARE(ofAccount->stored(), u"count(deals.account) > 1"_s);
    const auto ofPerson = Expression::parse(u"count(deals) > 1"_s, *exprCatalog(), u"person"_s);
    QCOMPARE(ofPerson->stored(), u"count(deals.owner) > 1"_s);
}

void TestChecker::target_ofLinks() {
    const auto e = Expression::parse(u"coalesce(owner, presales)"_s, *exprCatalog(), u"deal"_s);
    QCOMPARE(e->target(), u"person"_s);
    QCOMPARE(Expression::parse(u"name"_s, *exprCatalog(), u"deal"_s)->target(), QString());
}

} // namespace dw::test

using dw::test::TestChecker;
DW_TEST(TestChecker)

#include "tst_checker.moc"
