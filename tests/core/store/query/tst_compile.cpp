// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/compile.h"

#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What the database finds by hand-picked conditions at the edges; evaluate() must find the same.
class TestCompile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void condition_finds_data();
    void condition_finds();
    void nesting_works_orIsRefused_data();
    void nesting_works_orIsRefused();
    void nesting_ofRelatedRows();
    void typedText_neverStandsInTheStatement();
    void longCondition_isRefused_orWorks();
    void noCondition_isRefused();
    void time_isThatOfTheCall();

private:
    RecordId deal(const QString &name, Fields fields);
    [[nodiscard]] Result<std::vector<Row>> list(const QString &condition) const;
    /// Names of the deals found, in order, without blanks; the id of the error otherwise.
    [[nodiscard]] QString found(const QString &condition) const;
    [[nodiscard]] QString evaluated(const QString &condition) const;

    std::unique_ptr<TestWorkspace> m_w;
    ReadTime m_time{*Instant::fromIso(u"2026-02-28T16:30:00Z"_s), QTimeZone("Asia/Shanghai")};
};

RecordId TestCompile::deal(const QString &name, Fields fields) {
    const RecordId id = m_w->deal(name);
    if (fields.size() > 0)
        m_w->change(u"deal", id, fields);
    m_w->tick();
    return id;
}

/// E has nothing but its name; the others stand at one edge each.
void TestCompile::initTestCase() {
    m_w = std::make_unique<TestWorkspace>();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const Currency cny = must(Currency::fromCode(u"CNY"_s));
    const RecordId acme =
        m_w->create(u"account", {{u"name", u"ＡＣＭＥ  Straße"_s}, {u"employees", 0.0}});
    const RecordId gone = m_w->create(u"account", {{u"name", u"Gone"_s}, {u"employees", 3.0}});
    deal(u"E"_s, {});
    const RecordId a = deal(u"A"_s, {{u"amount", Money(most, cny)},
                                     {u"account", acme},
                                     {u"expected_close", QDate(2026, 3, 1)},
                                     {u"source", u"50% O'Neill \"x\""_s}});
    const RecordId b = deal(u"B"_s, {{u"amount", Money(1, cny)},
                                     {u"account", gone},
                                     {u"expected_close", QDate(1, 1, 1)},
                                     {u"source", u"苏州\U0001F600"_s}});
    deal(u"C"_s, {{u"amount", must(Money::fromText(u"JPY 0"_s))},
                  {u"expected_close", QDate(9999, 12, 31)},
                  {u"source", u" Ａ_b "_s}});
    m_w->remove(u"deal", deal(u"Z"_s, {{u"amount", Money(1, cny)}}));
    m_w->remove(u"account", gone);
    const RecordId product = m_w->create(u"product", {{u"name", u"P"_s}});
    const auto line = [&](RecordId to, const FieldValue &quantity, const FieldValue &price) {
        return m_w->create(
            u"deal_line",
            {{u"deal", to}, {u"product", product}, {u"quantity", quantity}, {u"price", price}});
    };
    const Money ten(1000, cny);
    line(a, 2.0, ten);
    line(a, {}, Money(400, cny));
    line(a, 0.0, {});
    m_w->remove(u"deal_line", line(a, 100.0, ten));
    line(b, 1.0, ten);
    line(b, 1.0, must(Money::fromText(u"USD 10"_s)));
}

Result<std::vector<Row>> TestCompile::list(const QString &condition) const {
    const auto where = Expression::parse(condition, *m_w->catalog().get(), u"deal"_s);
    if (!where)
        return where.error();
    return m_w->reader().list({u"deal"_s, *where, {{u"name"_s, false}}, {}, 0, false}, m_time);
}

QString TestCompile::found(const QString &condition) const {
    const auto rows = list(condition);
    if (!rows)
        return rows.error().message.id;
    QString names;
    for (const Row &row : *rows)
        names += m_w->reader().title(u"deal"_s, row.record.id());
    return names;
}

QString TestCompile::evaluated(const QString &condition) const {
    const auto where = Expression::parse(condition, *m_w->catalog().get(), u"deal"_s);
    if (!where)
        return where.error().message.id;
    const auto all =
        must(m_w->reader().list({u"deal"_s, {}, {{u"name"_s, false}}, {}, 0, false}, m_time));
    EvalContext context{*m_w->catalog().get(), m_w->reader(), m_time.now, m_time.zone};
    QString names;
    for (const Row &row : all) {
        if (holds(*where, row.record, context))
            names += m_w->reader().title(u"deal"_s, row.record.id());
    }
    return names;
}

void TestCompile::condition_finds_data() {
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char16_t *condition, const char *expected) {
        const QString text = QString::fromUtf16(condition);
        QTest::newRow(qPrintable(text)) << text << QString::fromLatin1(expected);
    };
    // Empty values.
    row(u"amount is empty", "E");
    row(u"amount is not empty", "ABC");
    row(u"source = \"x\"", "");
    row(u"source != \"x\"", "ABC");
    row(u"not source = \"x\"", "ABCE");
    row(u"source not in (\"x\")", "ABCE");
    row(u"not (amount > CNY 0 or amount <= CNY 0)", "CE");
    row(u"(amount > CNY 0) = no", "CE");
    row(u"(source is empty) = (account is empty)", "ABE");
    row(u"coalesce(source, name) = \"e\"", "E");
    row(u"if(amount > CNY 0, 1, 2) = 2", "CE");
    row(u"if(amount is empty, 1, 2) = 1 and not (amount is not empty)", "E");
    row(u"yes", "ABCE");
    row(u"no or not yes", "");
    // Money.
    row(u"amount = CNY 92233720368547758.07", "A");
    row(u"amount + CNY 0.01 > CNY 0", "B");
    row(u"amount + CNY 0.01 is empty", "ACE");
    row(u"amount * 0.5 = CNY 0.01", "B");
    row(u"amount * -0.5 = CNY -0.01", "B");
    row(u"-amount < CNY 0", "AB");
    row(u"abs(-amount) = amount", "ABC");
    row(u"amount / 0 is empty", "ABCE");
    row(u"amount / CNY 0 is empty", "ABCE");
    row(u"amount / amount = 1", "AB");
    row(u"amount = JPY 0", "C");
    row(u"amount != JPY 0", "");
    row(u"amount in (CNY 0.01, JPY 0)", "BC");
    row(u"min(amount, CNY 5) = CNY 5", "A");
    row(u"max(amount, CNY 5) is empty", "CE");
    // Dates and instants.
    row(u"expected_close = 2026-03-01", "A");
    row(u"expected_close = today()", "A"); // 00:30 in Shanghai
    row(u"expected_close < 0001-01-02", "B");
    row(u"expected_close + 1 day is empty", "CE");
    row(u"expected_close - 1 day is empty", "BE");
    row(u"expected_close + 1 month = 2026-04-01", "A");
    row(u"expected_close - 1 day = 2026-02-28", "A");
    row(u"year(expected_close) = 9999 and quarter(expected_close) = 4", "C");
    row(u"day(expected_close) + month(expected_close) = 2", "B");
    row(u"days_between(2024-02-28, expected_close) = 732", "A");
    row(u"created_at > now()", "ABCE");
    row(u"date(created_at) = 2026-03-02", "ABCE");
    row(u"created_at - 100 years < 1926-03-03T00:00:00Z", "ABCE");
    // Text.
    row(u"source contains \"o'neill \\\"\"", "A");
    row(u"source contains \"%\"", "A");
    row(u"source contains \"_\"", "C");
    row(u"source = \"a_B\"", "C");
    row(u"source starts with \"a\"", "C");
    row(u"source starts with \"苏\"", "B");
    row(u"source contains \"\U0001F600\"", "B");
    row(u"length(source) = 3", "B");
    row(u"account.name = \"acme straße\"", "A");
    row(u"account = \"acme STRASSE\"", "A");
    row(u"account contains \"acme s\"", "A");
    row(u"account is not empty and account.name is empty", "B");
    row(u"name > \"B\"", "CE");
    row(u"lower(name) = \"a\"", "A");
    // Numbers.
    row(u"account.employees = 0", "A");
    row(u"account.employees / account.employees is empty", "ABCE");
    row(u"1 / account.employees is empty", "ABCE");
    row(u"account.employees = -0", "A");
    row(u"(account.employees + 1e308) * 10 is empty", "ABCE");
    row(u"round(account.employees + 2.5) = 3", "A");
    row(u"round(account.employees - 2.5) = -3", "A");
    row(u"round(account.employees + 1.005, 2) = 1.01", "A");
    row(u"account.employees + 0.1 + 0.2 = 0.3", "");
    // Related rows.
    row(u"count(deal_lines) = 3", "A");
    row(u"count(deal_lines) = 0", "CE");
    row(u"count(deal_lines where quantity > 0) = 1", "A");
    row(u"count(deal_lines where not quantity > 0) = 2", "A");
    row(u"sum(deal_lines.price) = CNY 14", "A");
    row(u"sum(deal_lines.price) is empty", "BCE");
    row(u"sum(deal_lines.price where price > CNY 0) = CNY 10", "B");
    row(u"sum(deal_lines.quantity) = 2", "AB");
    row(u"sum(deal_lines.price * deal_lines.quantity) = CNY 20", "A");
    row(u"avg(deal_lines.quantity) = 1", "AB");
    row(u"avg(deal_lines.price) = CNY 7", "A");
    row(u"min(deal_lines.quantity) = 0", "A");
    row(u"max(deal_lines.price) = CNY 10", "A");
    row(u"max(deal_lines.price) is empty", "BCE");
    row(u"count(deal_lines where deal.name = \"a\") > 0", "A");
    row(u"count(account.deals) = 1", "A");
    row(u"count(account.deals where count(deal_lines) = 3) = 1", "A");
    row(u"count(tags) = 0", "ABCE");
    row(u"tags is empty", "ABCE");
    row(u"stage = \"new\" and stage.outcome = \"Open\"", "ABCE");
    row(u"stage != \"new\"", "");
    row(u"owner in (\"nobody\") or owner not in (\"nobody\")", "ABCE");
    row(u"id = \"0195819c-0000-7000-8000-000000000009\"", "");
}

void TestCompile::condition_finds() {
    QFETCH(const QString, condition);
    QFETCH(const QString, expected);
    QCOMPARE(found(condition), expected);
    QCOMPARE(evaluated(condition), expected);
    const QString not_ = found(u"not ("_s + condition + u')');
    QCOMPARE(not_, evaluated(u"not ("_s + condition + u')'));
    QCOMPARE(expected.size() + not_.size(), 4); // Two-valued: the one or the other.
}

namespace {

QString nested(int levels, const QString &before, const QString &inner, const QString &after) {
    return before.repeated(levels) + inner + after.repeated(levels);
}

struct Shape {
    const char *name;
    QString before, inner, after;
    QString around; ///< Makes a condition of it.
};

std::vector<Shape> shapes() {
    return {{"brackets", u"("_s, u"amount is empty"_s, u")"_s, u"%1"_s},
            {"not", u"not ("_s, u"amount is empty"_s, u")"_s, u"%1"_s},
            {"and or", u"(name = \"x\" or yes and ("_s, u"yes"_s, u"))"_s, u"%1"_s},
            {"abs", u"abs("_s, u"amount"_s, u")"_s, u"%1 = amount"_s},
            {"round", u"round("_s, u"length(name)"_s, u")"_s, u"%1 = 1"_s},
            {"min", u"min(7, "_s, u"length(name)"_s, u")"_s, u"%1 = 1"_s},
            {"coalesce", u"coalesce(source, "_s, u"name"_s, u")"_s, u"%1 = \"e\""_s},
            {"if", u"if(name = \"x\", 1, "_s, u"1"_s, u")"_s, u"%1 = 1"_s},
            {"if within if", u"if("_s, u"yes"_s, u" , yes, no)"_s, u"%1"_s},
            {"sum", u"(1 + "_s, u"length(name)"_s, u")"_s, u"%1 > 0"_s},
            {"product", u"2 / (1 + "_s, u"length(name)"_s, u")"_s, u"%1 > 0"_s},
            {"minus", u"-("_s, u"length(name)"_s, u")"_s, u"%1 is not empty"_s},
            {"lower", u"lower("_s, u"name"_s, u")"_s, u"%1 = \"e\""_s}};
}

} // namespace

void TestCompile::nesting_works_orIsRefused_data() {
    QTest::addColumn<int>("shape");
    const auto all = shapes();
    for (size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << int(i);
}

/// However deep: the answer of evaluate(), or an error that says what is wrong; never that of
/// SQLite's parser.
void TestCompile::nesting_works_orIsRefused() {
    QFETCH(const int, shape);
    const Shape s = shapes().at(size_t(shape));
    int deepest = 0;
    bool refused = false;
    for (int levels = 1; levels <= 120; ++levels) {
        const QString condition = s.around.arg(nested(levels, s.before, s.inner, s.after));
        const auto rows = list(condition);
        if (rows) {
            QVERIFY2(!refused, "a deeper one is taken again");
            if (levels % 10 == 1)
                QCOMPARE(found(condition), evaluated(condition));
            deepest = levels;
            continue;
        }
        refused = true;
        const Error &error = rows.error();
        QVERIFY2(error.message.id == "expr.too_deep"_L1,
                 qPrintable(error.message.id + u' ' + error.detail));
        QCOMPARE(error.kind, ErrorKind::Invalid);
        QVERIFY(error.message.args.contains(u"limit"_s));
    }
    QVERIFY2(refused, "there is no limit");
    QVERIFY2(deepest >= 9, qPrintable(QString::number(deepest)));
}

void TestCompile::nesting_ofRelatedRows() {
    const QString related =
        u"count(account.deals where count(deal_lines where count(deal.deal_lines) > 2) > 2) > 0"_s;
    QCOMPARE(found(related), u"A"_s);
    QCOMPARE(evaluated(related), u"A"_s);
    QCOMPARE(found(nested(4, u"not (not ("_s, related, u"))"_s)), u"A"_s);
    QCOMPARE(found(u"count(deal_lines where "_s
                   + nested(8, u"("_s, u"abs(quantity + 1) > 2"_s, u")"_s) + u") = 1"_s),
             u"A"_s);
    const QString tooDeep = nested(90, u"not ("_s, related, u")"_s);
    QCOMPARE(found(tooDeep), u"expr.too_deep"_s);
}

void TestCompile::typedText_neverStandsInTheStatement() {
    const QString typed = u"x'; DROP TABLE deal; -- \\n"_s;
    const auto where = must(
        Expression::parse(u"source = \"%1\" or account = \"%1\" or source contains \"%1\""
                          " or amount = CNY 987654321 or expected_close = 2031-07-19"_s.arg(typed),
                          *m_w->catalog().get(), u"deal"_s));
    const auto compiled = must(compileCondition(where, *m_w->catalog().get(), m_time));
    for (const QString &part : {u"DROP"_s, u"drop"_s, u"98765"_s, u"2031"_s, u"'x"_s})
        QVERIFY2(!compiled.sql.contains(part), qPrintable(compiled.sql));
    QVERIFY(compiled.bindings.size() >= 5);
    QCOMPARE(qsizetype(compiled.bindings.size()), compiled.sql.count(u'?'));
    QCOMPARE(found(u"source = \"%1\""_s.arg(typed)), QString());
    QCOMPARE(found(u"source != \"%1\""_s.arg(typed)), u"ABC"_s);
}

void TestCompile::longCondition_isRefused_orWorks() {
    const auto chain = [](int parts, const QString &part, const QString &word) {
        QStringList all;
        for (int i = 0; i < parts; ++i)
            all << part;
        return all.join(word);
    };
    // A flat chain costs no depth.
    QCOMPARE(found(chain(400, u"name != \"a\""_s, u" and "_s)), u"BCE"_s);
    QCOMPARE(found(chain(400, u"name = \"a\""_s, u" or "_s)), u"A"_s);
    QCOMPARE(found(chain(90, u"1"_s, u" + "_s) + u" = 90"_s), u"ABCE"_s);
    QCOMPARE(found(chain(1200, u"name = \"a\""_s, u" or "_s)), u"expr.too_many"_s);
    QStringList members;
    for (int i = 0; i < 1900; ++i)
        members << u"\"%1\""_s.arg(i);
    members << u"\"e\""_s;
    QCOMPARE(found(u"name in (%1)"_s.arg(members.join(u','))), u"E"_s);
    QCOMPARE(found(u"name = \"%1\""_s.arg(QString(25'000, u'x'))), u"expr.too_long"_s);
}

void TestCompile::noCondition_isRefused() {
    for (const QString &text : {u"amount"_s, u"1 + 1"_s, u"name"_s, u"count(deal_lines)"_s}) {
        const auto value = must(Expression::parse(text, *m_w->catalog().get(), u"deal"_s));
        const auto compiled = compileCondition(value, *m_w->catalog().get(), m_time);
        QCOMPARE(messageId(compiled), u"expr.not_condition"_s);
        QVERIFY(!compiled.error().message.args.value(u"found"_s).isEmpty());
    }
}

void TestCompile::time_isThatOfTheCall() {
    const ReadTime before = m_time;
    QCOMPARE(found(u"expected_close = today()"_s), u"A"_s);
    m_time.zone = QTimeZone::utc();
    QCOMPARE(found(u"expected_close = today()"_s), QString());
    QCOMPARE(found(u"expected_close = today() + 1 day"_s), u"A"_s);
    m_time.now = *Instant::fromIso(u"9999-12-31T23:59:59Z"_s);
    QCOMPARE(found(u"expected_close = today()"_s), u"C"_s);
    QCOMPARE(found(u"created_at < now()"_s), u"ABCE"_s);
    m_time = before;
}

} // namespace dw::test

using dw::test::TestCompile;
DW_TEST(TestCompile)

#include "tst_compile.moc"
