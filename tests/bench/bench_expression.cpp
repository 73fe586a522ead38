// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/workspacefixture.h"

#include "core/store/query/compile.h"

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int deals = 100'000;

qint64 countOf(Connection &c, const QString &sql, const CompiledExpression &bindings) {
    auto s = c.prepare(sql);
    orFail(s);
    bindCompiled(*s, 1, bindings);
    auto row = s->step();
    orFail(row);
    return s->integer(0);
}

/// The same condition: evaluated over records at hand, compiled to SQL, written as SQL by hand, and
/// written in C++.
void expression() {
    WorkspaceFixture fixture;
    fixture.makeDeals(deals);
    Workspace &workspace = fixture.workspace();
    const CatalogPtr catalog = workspace.catalog();
    const auto condition = Expression::parse(
        u"amount > CNY 500000 and expected_close < 2026-07-01"_s, *catalog, u"deal"_s);
    orFail(condition);
    const auto rows =
        workspace.reader().list({u"deal"_s, {}, {}, {}, 0, false}, workspace.readTime());
    orFail(rows);

    EvalContext context{*catalog, workspace.reader(), workspace.clock().now(), workspace.zone()};
    qint64 evaluated = 0, handwritten = 0, compiled = 0, plain = 0;
    const double evaluateMs = milliseconds([&] {
        for (const Row &row : *rows)
            evaluated += holds(*condition, row.record, context) ? 1 : 0;
    });
    const EntityDesc &entity = *catalog->entity(u"deal");
    const FieldHandle amount = entity.byName(u"amount"), close = entity.byName(u"expected_close");
    const auto cny = Currency::fromCode(u"CNY"_s);
    const double cppMs = milliseconds([&] {
        for (const Row &row : *rows) {
            const Money money = row.record.value(amount).as<Money>();
            const QDate day = row.record.value(close).as<QDate>();
            handwritten += money.currency() == *cny && money.minor() > 50'000'000 && day.isValid()
                           && day < QDate(2026, 7, 1);
        }
    });
    const auto sql = compileCondition(*condition, *catalog, workspace.readTime());
    orFail(sql);
    Connection &c = workspace.reader().connection();
    const double compiledMs = milliseconds([&] {
        compiled =
            countOf(c, u"SELECT count(*) FROM deal t WHERE t.deleted = 0 AND "_s + sql->sql, *sql);
    });
    const QString byHand =
        u"SELECT count(*) FROM deal t WHERE t.deleted = 0 AND t.amount_currency = 'CNY' "
        "AND t.amount_minor > 50000000 AND t.expected_close < 20635"_s;
    const double plainMs = milliseconds([&] { plain = countOf(c, byHand, {}); });
    if (evaluated == 0 || evaluated != handwritten || evaluated != compiled || evaluated != plain)
        fail(u"the forms disagree: %1 %2 %3 %4"_s.arg(evaluated)
                 .arg(handwritten)
                 .arg(compiled)
                 .arg(plain));
    line(u"C++ by hand over %1 records"_s.arg(deals), u"%1 ms"_s.arg(cppMs, 0, 'f', 1));
    line(u"evaluated over the same records"_s, u"%1 ms"_s.arg(evaluateMs, 0, 'f', 1),
         evaluateMs / cppMs);
    line(u"SQL by hand over the same rows"_s, u"%1 ms"_s.arg(plainMs, 0, 'f', 1));
    line(u"compiled to SQL"_s, u"%1 ms"_s.arg(compiledMs, 0, 'f', 1), compiledMs / plainMs);
}

} // namespace

DW_BENCH("expression", expression)

} // namespace dw::bench
