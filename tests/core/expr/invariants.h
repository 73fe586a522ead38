// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/expr/exprfixture.h"

namespace dw::test {

/// What holds for any text whatever: it is refused with a place inside the text, or it prints,
/// stores and evaluates, and both printed forms parse back to the same tree. Returns what is
/// broken, empty when nothing is.
inline QString brokenInvariant(const QString &text, const QString &entity) {
    using namespace Qt::StringLiterals;
    static const CatalogPtr catalog = exprCatalog();
    static RowsLookup rows = [] {
        RowsLookup made(catalog);
        made.add(rowOf(*catalog, u"account"_s, idOf(u"account"_s),
                       {{u"name"_s, u"Acme"_s}, {u"revenue"_s, money("CNY 100")}}),
                 u"A-7K0001"_s);
        made.add(
            rowOf(*catalog, u"touchpoint"_s, idOf(u"touchpoint"_s),
                  {{u"deal"_s, idOf(u"row"_s)}, {u"kind"_s, u"demo"_s}, {u"minutes"_s, 30.0}}));
        made.add(rowOf(
            *catalog, u"deal_line"_s, idOf(u"line"_s),
            {{u"deal"_s, idOf(u"row"_s)}, {u"price"_s, money("CNY 7")}, {u"quantity"_s, 2.0}}));
        return made;
    }();
    static const std::vector<Record> records{
        Record(u"deal"_s, idOf(u"row"_s)), rowOf(*catalog, u"deal"_s, idOf(u"row"_s),
                                                 {{u"name"_s, u"苏州 Deal"_s},
                                                  {u"amount"_s, money("CNY 5")},
                                                  {u"account"_s, idOf(u"account"_s)},
                                                  {u"expected_close"_s, QDate(2026, 3, 10)},
                                                  {u"score"_s, 2.5},
                                                  {u"visits"_s, qint64(3)},
                                                  {u"vip"_s, true},
                                                  {u"risk"_s, u"low"_s},
                                                  {u"flags"_s, QStringList{u"low"_s}},
                                                  {u"created_at"_s, Instant{1'700'000'000'000}}})};

    const auto e = Expression::parse(text, *catalog, entity);
    if (!e) {
        const auto &args = e.error().message.args;
        const qsizetype at = args.value(u"at"_s, u"-1"_s).toInt();
        const qsizetype length = args.value(u"length"_s, u"-1"_s).toInt();
        const bool isInside = at >= 0 && length >= 0 && at + length <= text.size();
        return e.error().message.id.startsWith("expr."_L1) && isInside
                   ? QString()
                   : u"an error without a place"_s;
    }
    const QString shown = e->text(*catalog);
    const auto again = Expression::parse(shown, *catalog, entity);
    // What people typed in few characters may print in more.
    if (!again && again.error().message.id != "expr.too_long"_L1)
        return u"the text does not parse: "_s + shown;
    if (again && !sameTree(again->tree(), e->tree()))
        return u"the text is another tree: "_s + shown;
    if (again && again->text(*catalog) != shown)
        return u"the text has two forms: "_s + shown;
    const auto stored = Expression::fromStored(e->stored(), *catalog, entity);
    if (!stored && stored.error().message.id != "expr.too_long"_L1)
        return u"the stored form does not parse: "_s + e->stored();
    if (stored && !sameTree(stored->tree(), e->tree()))
        return u"the stored form is another tree: "_s + e->stored();
    EvalContext context{*catalog, rows, Instant{1'773'100'000'000}, QTimeZone::utc()};
    for (const Record &record : records) {
        const FieldValue value = evaluate(*e, record, context);
        if (holds(*e, record, context) != (value == FieldValue(true)))
            return u"holds() differs from evaluate(): "_s + shown;
        if (stored && evaluate(*stored, record, context) != value)
            return u"the stored form has another value: "_s + e->stored();
    }
    return {};
}

} // namespace dw::test
