// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expr/exprfixture.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

/// One deal with everything around it, and one that is empty.
class TestEvaluate : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void holds_data();
    void holds();
    void values_data();
    void values();
    void empties_data();
    void empties();
    void proposedRow_isJudgedAsHandedIn();
    void deletedTarget_isNobody();
    void otherCurrency_comparesFalse();
    void wrongTypeInARow_countsAsEmpty();
    void timesOfOverflow_areEmpty();
    void zone_decidesTheDay();
    void context_isAskedForTimeOnly();

private:
    FieldValue valueOf(const QString &text, const Record &row);
    FieldValue valueOf(const QString &text) { return valueOf(text, m_deal); }
    bool holdsFor(const QString &text, const Record &row);

    const CatalogPtr m_catalog = exprCatalog();
    RowsLookup m_rows{m_catalog};
    Record m_deal;
    Record m_empty;
    // 2026-03-10 07:30 in Shanghai, still the 9th in UTC.
    const Instant m_now = *Instant::fromIso(u"2026-03-09T23:30:00Z"_s);
    EvalContext m_context{*m_catalog, m_rows, m_now, QTimeZone("Asia/Shanghai")};
};

void TestEvaluate::initTestCase() {
    const Catalog &c = *m_catalog;
    const auto at = [](const char *iso) { return *Instant::fromIso(QString::fromLatin1(iso)); };
    m_rows.add(rowOf(c, u"territory"_s, idOf(u"east"_s), {{u"name"_s, u"华东"_s}}), u"R-7K0001"_s);
    m_rows.add(rowOf(c, u"team"_s, idOf(u"team"_s),
                     {{u"name"_s, u"East"_s}, {u"territory"_s, idOf(u"east"_s)}}));
    m_rows.add(
        rowOf(c, u"person"_s, idOf(u"anna"_s),
              {{u"name"_s, u"Anna Snelling"_s}, {u"team"_s, idOf(u"team"_s)}, {u"active"_s, true}}),
        u"H-7K0001"_s);
    m_rows.add(rowOf(c, u"person"_s, idOf(u"bob"_s),
                     {{u"name"_s, u"Bob"_s}, {u"manager"_s, idOf(u"anna"_s)}}),
               u"H-7K0002"_s);
    m_rows.add(
        rowOf(c, u"stage"_s, idOf(u"won"_s), {{u"name"_s, u"Won"_s}, {u"outcome"_s, u"won"_s}}),
        u"S-7K0003"_s);
    m_rows.add(rowOf(c, u"tag"_s, idOf(u"key"_s), {{u"name"_s, u"Key Account"_s}}), u"G-7K0001"_s);
    m_rows.add(rowOf(c, u"tag"_s, idOf(u"new"_s), {{u"name"_s, u"New"_s}}));
    m_rows.add(rowOf(c, u"account"_s, idOf(u"acme"_s),
                     {{u"name"_s, u"ＡＣＭＥ　公司"_s},
                      {u"owner"_s, idOf(u"bob"_s)},
                      {u"revenue"_s, money("CNY 900.50")},
                      {u"tags"_s, QStringList{idOf(u"new"_s).text()}}}),
               u"A-7K0009"_s);
    m_rows.add(rowOf(c, u"product"_s, idOf(u"gtx"_s), {{u"name"_s, u"GTX Pro"_s}}));
    m_deal = rowOf(c, u"deal"_s, idOf(u"deal"_s),
                   {{u"name"_s, u"苏州 Expansion"_s},
                    {u"account"_s, idOf(u"acme"_s)},
                    {u"owner"_s, idOf(u"anna"_s)},
                    {u"stage"_s, idOf(u"won"_s)},
                    {u"amount"_s, money("CNY 1234.56")},
                    {u"expected_close"_s, QDate(2026, 1, 31)},
                    {u"description"_s, u""_s},
                    {u"tags"_s, QStringList{idOf(u"key"_s).text(), idOf(u"gone"_s).text()}},
                    {u"score"_s, 12.5},
                    {u"margin"_s, money("CNY -10")},
                    {u"visits"_s, qint64(3)},
                    {u"vip"_s, true},
                    {u"risk"_s, u"mid"_s},
                    {u"flags"_s, QStringList{u"low"_s, u"high"_s}},
                    {u"pays_in"_s, 30.0},
                    {u"created_at"_s, at("2026-03-08T16:30:00Z")}});
    m_rows.add(m_deal, u"D-7K0997"_s);
    m_empty = rowOf(c, u"deal"_s, idOf(u"empty"_s), {});
    const auto touch = [&](const char *name, const char *kind, double minutes, const char *when) {
        m_rows.add(rowOf(c, u"touchpoint"_s, idOf(QString::fromLatin1(name)),
                         {{u"deal"_s, m_deal.id()},
                          {u"kind"_s, QString::fromLatin1(kind)},
                          {u"minutes"_s, minutes},
                          {u"happened_at"_s, at(when)},
                          {u"person"_s, idOf(u"anna"_s)}}));
    };
    touch("t1", "demo", 30, "2026-03-01T08:00:00Z");
    touch("t2", "demo", 45, "2026-03-05T08:00:00Z");
    touch("t3", "call", 5, "2026-03-09T23:00:00Z");
    const auto line = [&](const char *name, FieldValue quantity, FieldValue price) {
        m_rows.add(rowOf(c, u"deal_line"_s, idOf(QString::fromLatin1(name)),
                         {{u"deal"_s, m_deal.id()},
                          {u"product"_s, idOf(u"gtx"_s)},
                          {u"quantity"_s, quantity},
                          {u"price"_s, price}}));
    };
    line("l1", 3.0, money("CNY 10.01"));
    line("l2", 0.5, money("CNY 0.25"));
    line("l3", FieldValue(), money("CNY 7"));
    m_rows.add(rowOf(c, u"deal_line"_s, idOf(u"l9"_s),
                     {{u"deal"_s, idOf(u"mixed"_s)}, {u"price"_s, money("CNY 1")}}));
    m_rows.add(rowOf(c, u"deal_line"_s, idOf(u"l8"_s),
                     {{u"deal"_s, idOf(u"mixed"_s)}, {u"price"_s, money("USD 1")}}));
}

FieldValue TestEvaluate::valueOf(const QString &text, const Record &row) {
    const auto e = Expression::parse(text, *m_catalog, row.entity());
    if (!e) {
        QTest::qFail(qPrintable(text + u": "_s + e.error().message.id), __FILE__, __LINE__);
        return {};
    }
    const FieldValue value = evaluate(*e, row, m_context);
    // The two faces of the back end agree.
    if (dw::holds(*e, row, m_context) != (value == FieldValue(true)))
        QTest::qFail(qPrintable(text), __FILE__, __LINE__);
    return value;
}

bool TestEvaluate::holdsFor(const QString &text, const Record &row) {
    return valueOf(text, row) == FieldValue(true);
}

void TestEvaluate::holds_data() {
    QTest::addColumn<bool>("empty"); // over the deal without values
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("answer");
    const auto deal = [](const char *text, bool answer) {
        QTest::newRow(text) << false << QString::fromUtf8(text) << answer;
    };
    const auto empty = [](const char *text, bool answer) {
        QTest::newRow(qPrintable(u"empty: "_s + QString::fromUtf8(text)))
            << true << QString::fromUtf8(text) << answer;
    };
    // text is compared folded
    deal("name = \"苏州 EXPANSION\"", true);
    deal("name = \"苏州　ｅｘｐａｎｓｉｏｎ\"", true);
    deal("name != \"苏州 expansion\"", false);
    deal("name contains \"苏州\"", true);
    deal("name contains \"州 e\"", true);
    deal("name contains \"杭州\"", false);
    deal("name not contains \"杭州\"", true);
    deal("name starts with \"苏\"", true);
    deal("name starts with \"州\"", false);
    deal("name < \"苏州 f\"", true);
    deal("name in (\"x\", \"苏州 expansion\")", true);
    deal("\"a\" < \"B\"", true);
    deal("\"\uFB00\" = \"FF\"", true);
    // empties: a comparison is false, its `not` true
    empty("amount > CNY 1", false);
    empty("amount <= CNY 1", false);
    empty("amount = CNY 1", false);
    empty("amount != CNY 1", false);
    empty("not amount = CNY 1", true);
    empty("not amount != CNY 1", true);
    empty("amount = margin", false);
    empty("name contains \"x\"", false);
    empty("name not contains \"x\"", true);
    empty("name in (\"x\")", false);
    empty("name not in (\"x\")", true);
    empty("name starts with \"x\"", false);
    empty("vip", false);
    empty("not vip", true);
    empty("vip = no", false);
    empty("vip is empty", true);
    empty("amount is empty", true);
    empty("amount is not empty", false);
    empty("tags is empty", true);
    empty("tags contains \"x\"", false);
    empty("tags not contains \"x\"", true);
    empty("owner = \"Anna\"", false);
    empty("owner != \"Anna\"", false);
    empty("not owner = \"Anna\"", true);
    empty("owner in (\"Anna\")", false);
    empty("owner not in (\"Anna\")", true);
    empty("owner is empty", true);
    empty("account.name is empty", true);
    empty("account.owner.name = \"x\"", false);
    empty("not account.owner.active", true);
    empty("count(touchpoints) = 0", true);
    empty("sum(deal_lines.quantity) is empty", true);
    empty("sum(deal_lines.quantity) = 0", false);
    empty("max(touchpoints.happened_at) is empty", true);
    empty("count(account.deals) = 0", true);
    empty("count(tags) = 0", true);
    empty("count(account.tags) = 0", true);
    empty("amount + CNY 1 is empty", true);
    empty("length(name) is empty", true);
    empty("is_big", false);
    empty("late_by is empty", true);
    deal("description is empty", true); // a text of no characters
    deal("description = name", false);
    deal("name != description", false);
    // yes and no
    deal("vip", true);
    deal("vip = yes", true);
    deal("vip != no", true);
    deal("(score > 10) = vip", true);
    deal("vip in (no, score < 1)", false);
    deal("vip and not (risk = \"high\" or score < 0)", true);
    deal("yes", true);
    deal("no or vip", true);
    // choices
    deal("risk = \"mid\"", true);
    deal("risk = \"MEDIUM\"", true);
    deal("risk = \"中\"", true);
    deal("risk != \"low\"", true);
    deal("risk in (\"low\", \"high\")", false);
    deal("\"mid\" = risk", true);
    deal("risk contains \"i\"", true);
    deal("stage.outcome = \"won\"", true);
    deal("coalesce(forecast_call, risk) = \"mid\"", true);
    deal("flags contains \"Low risk\"", true);
    deal("flags contains \"mid\"", false);
    deal("count(flags) = 2", true);
    // links
    deal("owner = \"anna snelling\"", true);
    deal("owner = \"Anna\"", false);
    deal("owner != \"Bob\"", true);
    deal("owner = \"H-7K0001\"", true);
    deal("owner = \"h-7k0001\"", true);
    deal("owner = \"H-7K0002\"", false);
    deal("owner in (\"Bob\", \"h-7k0001\")", true);
    deal("owner not in (\"Bob\")", true);
    deal("\"Anna Snelling\" = owner", true);
    deal("stage = \"won\"", true);
    deal("account = \"acme 公司\"", true);
    deal("account contains \"acme\"", true);
    deal("account starts with \"acme\"", true);
    deal("owner = account.owner", false);
    deal("account.owner.manager = owner", true);
    deal("owner in (account.owner.manager)", true);
    deal("owner.team.territory.name = \"华东\"", true);
    deal("owner.team.territory = \"R-7K0001\"", true);
    deal("length(owner) = 13", true);
    deal("lower(account) starts with \"acme\"", true);
    deal("coalesce(partner, account) = \"acme 公司\"", true);
    deal("coalesce(partner, \"nobody\") = \"Nobody\"", true);
    // sets of rows
    deal("tags contains \"key account\"", true);
    deal("tags contains \"G-7K0001\"", true);
    deal("tags contains \"new\"", false);
    deal("account.tags contains \"new\"", true);
    deal("account.tags not contains \"old\"", true);
    deal("count(tags) = 2", true); // also the member that nobody sees any more
    // amounts
    deal("amount > CNY 1234.55", true);
    deal("amount >= CNY 1234.56", true);
    deal("amount > CNY 1234.56", false);
    deal("CNY 1000 < amount", true);
    deal("amount > USD 1", false);
    deal("amount < USD 1", false);
    deal("amount != USD 1", false);
    deal("not amount = USD 1", true);
    deal("amount in (CNY 1, USD 1234.56)", false);
    deal("amount in (USD 1, CNY 1234.56)", true);
    deal("margin < CNY 0", true);
    deal("amount + margin = CNY 1224.56", true);
    deal("amount - margin = CNY 1244.56", true);
    deal("amount + USD 1 is empty", true);
    deal("-margin = CNY 10", true);
    deal("abs(margin) = CNY 10", true);
    deal("amount / margin = -123.456", true);
    deal("amount * 2 = CNY 2469.12", true);
    deal("0.5 * amount = CNY 617.28", true);
    deal("amount / 100 = CNY 12.35", true); // 12.3456
    deal("margin / 3 = CNY -3.33", true);
    deal("margin * 0.0005 = CNY -0.01", true); // half a cent, away from zero
    deal("amount / 0 is empty", true);
    deal("account.revenue = CNY 900.50", true);
    deal("min(amount, margin, CNY 5) = margin", true);
    deal("max(amount, USD 5) is empty", true);
    // dates, in Shanghai
    deal("today() = 2026-03-10", true);
    deal("now() = 2026-03-09T23:30:00Z", true);
    deal("created_at > 2026-03-08", true); // 00:30 on the 9th
    deal("created_at = 2026-03-09", true);
    deal("created_at in (2026-03-09)", true);
    deal("date(created_at) = 2026-03-09", true);
    deal("created_at > 2026-03-08T16:00:00Z", true);
    deal("today() - created_at = 1", true);
    deal("now() - created_at > 1.29", true);
    deal("today() - expected_close = 38", true);
    deal("today() - expected_close > 5 weeks", true);
    deal("today() - expected_close < 912 hours", false);
    deal("days_between(expected_close, today()) = 38", true);
    deal("days_between(created_at, now()) = 1", true);
    deal("expected_close + 1 month = 2026-02-28", true);
    deal("expected_close + 13 months = 2027-02-28", true);
    deal("expected_close - 1 year = 2025-01-31", true);
    deal("expected_close + 2 weeks = 2026-02-14", true);
    deal("created_at + 36 hours > now()", true);
    deal("created_at + 1 month = 2026-04-08T16:30:00Z", true);
    deal("year(expected_close) = 2026 and month(expected_close) = 1 and day(expected_close) = 31",
         true);
    deal("quarter(2026-03-31) = 1 and quarter(2026-04-01) = 2 and quarter(2026-12-31) = 4", true);
    deal("day(created_at) = 9", true);
    deal("pays_in = 30 days", true);
    deal("pays_in > 4 weeks", true);
    deal("pays_in - 1 week = 23", true);
    deal("pays_in in (2 weeks, 30 days)", true);
    deal("max(expected_close, today()) = today()", true);
    deal("max(expected_close, closed_on) is empty", true);
    // numbers
    deal("visits + 1 = 4", true);
    deal("visits / 0 is empty", true);
    deal("visits / (score - 12.5) is empty", true);
    deal("1 / (1e308 * 10) is empty", true);
    deal("1e308 * 10 is empty", true);
    deal("1e308 * 10 - 1e308 * 10 is empty", true);
    deal("1e308 * 10 > 1", false);
    deal("-(0 * 1) = 0", true);
    deal("2 + 3 * 4 = 14", true);
    deal("10 - 4 - 3 = 3", true);
    deal("12 / 4 / 3 = 1", true);
    deal("round(2.5) = 3 and round(-2.5) = -3", true);
    deal("round(1.005, 2) = 1.01", true);
    deal("round(score / 7, 3) = 1.786", true);
    deal("min(3, visits, score) = 3", true);
    deal("length(name) = 12", true);
    deal("length(\"𠮷野家\") = 3", true);
    // related rows
    deal("count(touchpoints where kind = \"demo\") = 2", true);
    deal("count(touchpoints where kind = \"demo\") > 3", false);
    deal("count(touchpoints where person = \"Anna Snelling\" and minutes >= 30 minutes) = 2", true);
    deal("count(account.deals) = 1", true);
    deal("sum(touchpoints.minutes) = 80", true);
    deal("avg(touchpoints.minutes where kind = \"demo\") = 37.5", true);
    deal("max(touchpoints.happened_at) = 2026-03-09T23:00:00Z", true);
    deal("min(touchpoints.happened_at) < 2026-03-02", true);
    deal("sum(deal_lines.price) = CNY 17.26", true);
    deal("sum(deal_lines.price * deal_lines.quantity) = CNY 30.16",
         true); // 30.03 + 0.13 (0.125 rounded), one without
    deal("avg(deal_lines.price) = CNY 5.75", true);
    deal("max(deal_lines.price where quantity is not empty) = CNY 10.01", true);
    deal("count(deal_lines where product = \"gtx pro\") = 3", true);
    deal("today() - max(touchpoints.happened_at) > 14 days", false);
    // formula fields
    deal("weighted = CNY 154.32", true);
    deal("heat = 9", true);
    deal("is_big", false);
    deal("late_by > 30 days", true);
    // an id
    deal("short_id = \"d-7k0997\"", true);
    deal("short_id starts with \"D-7\"", true);
    deal("account.short_id = \"A-7K0009\"", true);
    deal("if(vip, score, 0) = 12.5", true);
    deal("if(amount > CNY 5000, 1, 2) = 2", true);
}

void TestEvaluate::holds() {
    QFETCH(bool, empty);
    QFETCH(QString, text);
    QTEST(holdsFor(text, empty ? m_empty : m_deal), "answer");
}

void TestEvaluate::values_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<FieldValue>("value");
    const auto row = [](const char *text, FieldValue value) {
        QTest::newRow(text) << QString::fromUtf8(text) << value;
    };
    row("amount", money("CNY 1234.56"));
    row("visits", 3.0);
    row("visits * 2", 6.0);
    row("name", u"苏州 Expansion"_s);
    row("lower(name)", u"苏州 expansion"_s);
    row("owner", idOf(u"anna"_s));
    row("owner.team", idOf(u"team"_s));
    row("risk", u"mid"_s);
    row("flags", QStringList({u"high"_s, u"low"_s}));
    row("expected_close + 1 day", QDate(2026, 2, 1));
    row("created_at + 90 minutes", *Instant::fromIso(u"2026-03-08T18:00:00Z"_s));
    row("today()", QDate(2026, 3, 10));
    row("id", idOf(u"deal"_s).text());
    row("short_id", u"D-7K0997"_s);
    row("vip", true);
    row("not vip", false);
    row("amount > CNY 1", true);
    row("count(touchpoints)", 3.0);
    row("sum(deal_lines.price)", money("CNY 17.26"));
    row("max(touchpoints.happened_at)", *Instant::fromIso(u"2026-03-09T23:00:00Z"_s));
    row("if(vip, \"yes it is\", name)", u"yes it is"_s);
    row("coalesce(partner, account)", idOf(u"acme"_s));
    row("0 * -1", 0.0);
    row("abs(0 - 3)", 3.0);
}

void TestEvaluate::values() {
    QFETCH(QString, text);
    QTEST(valueOf(text), "value");
}

void TestEvaluate::empties_data() {
    QTest::addColumn<QString>("text");
    for (const char *text : {"partner",
                             "reason",
                             "description",
                             "closed_on",
                             "closed_on + 1 day",
                             "reason = \"x\" and no",
                             "partner.name",
                             "amount + USD 1",
                             "amount / 0",
                             "score / 0",
                             "1e308 * 1e308",
                             "-reason_none",
                             "max(closed_on, today())",
                             "account.description",
                             "sum(account.deals.margin where no)",
                             "2026-01-01 - closed_on",
                             "9999-12-31 + 1 day",
                             "0001-01-01 - 1 month",
                             "length(reason)",
                             "CNY 92233720368547758.07 + CNY 0.01",
                             "CNY 92233720368547758.07 * 1.1",
                             "amount / 1e300",
                             "amount * 1e300",
                             "coalesce(reason, source)",
                             "round(score / 0)"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestEvaluate::empties() {
    QFETCH(QString, text);
    if (text == u"reason = \"x\" and no"_s) {
        QCOMPARE(valueOf(text), FieldValue(false)); // a condition is never empty
        return;
    }
    if (text == u"-reason_none"_s)
        text = u"-(closed_on - today())"_s;
    QVERIFY(valueOf(text).isEmpty());
}

void TestEvaluate::proposedRow_isJudgedAsHandedIn() {
    Record proposed = m_deal;
    proposed.set(handleOf(*m_catalog, u"deal"_s, u"amount"_s), money("CNY 9"));
    proposed.set(handleOf(*m_catalog, u"deal"_s, u"owner"_s), idOf(u"bob"_s));
    QVERIFY(holdsFor(u"amount = CNY 9 and owner = \"Bob\" and count(touchpoints) = 3"_s, proposed));
    // A row that is not written yet has nothing around it.
    const Record fresh(u"deal"_s, RecordId());
    QVERIFY(holdsFor(u"count(touchpoints) = 0 and id is empty and short_id is empty"_s, fresh));
}

void TestEvaluate::deletedTarget_isNobody() {
    RowsLookup rows(m_catalog);
    EvalContext context{*m_catalog, rows, m_now, QTimeZone::utc()};
    const auto e = [&](const QString &text) {
        return *Expression::parse(text, *m_catalog, u"deal"_s);
    };
    // The link stands, the row behind it is in the bin.
    QVERIFY(dw::holds(e(u"owner is not empty"_s), m_deal, context));
    QVERIFY(dw::holds(e(u"owner.name is empty"_s), m_deal, context));
    QVERIFY(!dw::holds(e(u"owner = \"Anna Snelling\""_s), m_deal, context));
    QVERIFY(!dw::holds(e(u"owner != \"Bob\""_s), m_deal, context));
    QVERIFY(!dw::holds(e(u"tags contains \"key account\""_s), m_deal, context));
    QVERIFY(dw::holds(e(u"tags is not empty"_s), m_deal, context));
}

void TestEvaluate::otherCurrency_comparesFalse() {
    const Record mixed =
        rowOf(*m_catalog, u"deal"_s, idOf(u"mixed"_s), {{u"amount"_s, money("USD 3")}});
    QVERIFY(!holdsFor(u"amount > CNY 1"_s, mixed));
    QVERIFY(!holdsFor(u"amount != CNY 3"_s, mixed));
    QVERIFY(holdsFor(u"not amount > CNY 1"_s, mixed));
    QVERIFY(holdsFor(u"sum(deal_lines.price) is empty and count(deal_lines) = 2"_s, mixed));
    QVERIFY(
        holdsFor(u"max(deal_lines.price) is empty and avg(deal_lines.price) is empty"_s, mixed));
    QVERIFY(holdsFor(u"sum(deal_lines.price where price = USD 1) = USD 1"_s, mixed));
}

void TestEvaluate::wrongTypeInARow_countsAsEmpty() {
    Record odd = m_empty;
    odd.set(handleOf(*m_catalog, u"deal"_s, u"amount"_s), u"CNY 5"_s);
    odd.set(handleOf(*m_catalog, u"deal"_s, u"score"_s), qint64(7)); // a whole number is a number
    odd.set(handleOf(*m_catalog, u"deal"_s, u"name"_s), 7.0);
    odd.set(handleOf(*m_catalog, u"deal"_s, u"owner"_s), u"Anna"_s);
    odd.set(handleOf(*m_catalog, u"deal"_s, u"tags"_s), u"x"_s);
    QVERIFY(holdsFor(
        u"amount is empty and name is empty and owner is empty and tags is empty and score = 7"_s,
        odd));
    QVERIFY(
        holdsFor(u"count(tags) = 0 and not tags contains \"x\" and not owner = \"Anna\""_s, odd));
}

void TestEvaluate::timesOfOverflow_areEmpty() {
    Record odd = m_empty;
    odd.set(handleOf(*m_catalog, u"deal"_s, u"created_at"_s),
            Instant{std::numeric_limits<qint64>::max()});
    odd.set(handleOf(*m_catalog, u"deal"_s, u"expected_close"_s), QDate(2'000'000, 1, 1));
    QVERIFY(holdsFor(
        u"date(created_at) is empty and created_at + 1 hour is empty and created_at is not empty"_s,
        odd));
    QVERIFY(holdsFor(u"expected_close + 1 day is empty and year(expected_close) = 2000000"_s, odd));
    QVERIFY(holdsFor(u"created_at - now() > 1 and not created_at > today()"_s, odd));
}

void TestEvaluate::zone_decidesTheDay() {
    EvalContext utc{*m_catalog, m_rows, m_now, QTimeZone::utc()};
    const auto today = Expression::parse(u"today()"_s, *m_catalog, u"deal"_s);
    QCOMPARE(evaluate(*today, m_deal, utc), FieldValue(QDate(2026, 3, 9)));
    const auto created = Expression::parse(u"date(created_at)"_s, *m_catalog, u"deal"_s);
    QCOMPARE(evaluate(*created, m_deal, utc), FieldValue(QDate(2026, 3, 8)));
    EvalContext broken{*m_catalog, m_rows, m_now, QTimeZone("Nowhere/Land")};
    QCOMPARE(evaluate(*today, m_deal, broken), FieldValue(QDate(2026, 3, 9)));
    const auto month = Expression::parse(u"created_at + 1 month"_s, *m_catalog, u"deal"_s);
    QCOMPARE(evaluate(*month, m_deal, broken),
             FieldValue(*Instant::fromIso(u"2026-04-08T16:30:00Z"_s)));
}

void TestEvaluate::context_isAskedForTimeOnly() {
    // One expression, two times: nothing of the first is kept in it.
    const auto late = Expression::parse(u"expected_close < today()"_s, *m_catalog, u"deal"_s);
    EvalContext now{*m_catalog, m_rows, m_now, QTimeZone::utc()};
    EvalContext before{*m_catalog, m_rows, *Instant::fromIso(u"2026-01-31T12:00:00Z"_s),
                       QTimeZone::utc()};
    QVERIFY(dw::holds(*late, m_deal, now));
    QVERIFY(!dw::holds(*late, m_deal, before));
    QVERIFY(dw::holds(*late, m_deal, now));
}

} // namespace dw::test

using dw::test::TestEvaluate;
DW_TEST(TestEvaluate)

#include "tst_evaluate.moc"
