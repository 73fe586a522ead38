// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/words.h"
#include "core/store/query/sqlwriter.h"
#include "core/store/schema/columns.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// SQLite reads a chain as a tree of its length, and takes 1,000 levels.
constexpr size_t longestChain = 50;

} // namespace

void SqlWriter::condition(const PlanNode &step, const Scope &scope) {
    if (!goesOn())
        return;
    if (step.constant)
        return value(step, scope);
    switch (step.op) {
    case PlanOp::And:
    case PlanOp::Or:
        return joined(0, step.children.size(), step.op == PlanOp::And ? u" AND " : u" OR ",
                      [&](size_t i) { condition(step.children[i], scope); });
    case PlanOp::Not:
        return negation(step, scope);
    case PlanOp::Compare:
        return comparison(step, scope);
    case PlanOp::In:
        return in(step, scope);
    case PlanOp::Contains:
    case PlanOp::StartsWith:
        call(u"instr", step, scope);
        return write(step.op == PlanOp::Contains ? u" > 0" : u" = 1");
    case PlanOp::IsEmpty:
        value(step.children[0], scope);
        return write(u" IS NULL");
    case PlanOp::HasMember:
        return hasMember(step, scope);
    case PlanOp::Named:
        return named(step, scope);
    default:
        return value(step, scope);
    }
}

void SqlWriter::joined(size_t from, size_t to, QStringView word,
                       const std::function<void(size_t)> &part) {
    const size_t count = to - from;
    const size_t size = count <= longestChain ? 1 : (count + longestChain - 1) / longestChain;
    for (size_t i = from; i < to; i += size) {
        if (i > from)
            write(word);
        const Nested nested(*this, i > from ? 3 : 1);
        write(u"(");
        size > 1 ? joined(i, std::min(i + size, to), word, part) : part(i);
        write(u")");
    }
}

void SqlWriter::negation(const PlanNode &step, const Scope &scope) {
    const PlanNode &inner = step.children[0];
    if (inner.op == PlanOp::IsEmpty && !inner.constant) {
        value(inner.children[0], scope);
        return write(u" IS NOT NULL");
    }
    const Nested nested(*this, 1);
    write(u"(");
    condition(inner, scope);
    write(u") IS NOT TRUE");
}

void SqlWriter::comparison(const PlanNode &step, const Scope &scope) {
    if (!rowCountTest(step, scope))
        compare(step.children[0], step.comparison, step.children[1], scope);
}

void SqlWriter::compare(const PlanNode &left, Comparison sign, const PlanNode &right,
                        const Scope &scope) {
    if (left.type == ValueType::Money)
        return compareAmounts(left, sign, right, scope);
    value(left, scope);
    write(u' ' + signOf(sign) + u' ');
    const Nested nested(*this, 2);
    value(right, scope);
}

void SqlWriter::compareAmounts(const PlanNode &left, Comparison sign, const PlanNode &right,
                               const Scope &scope) {
    if (right.constant ? amountIs(left, sign, right, scope)
                       : amountIs(right, mirrored(sign), left, scope))
        return;
    write(u"dw_compare(");
    argument(left, scope, 0);
    write(u", ");
    argument(right, scope, 1);
    write(u") "_s + signOf(sign) + u" 0"_s);
}

/// Whether there are related rows at all is known with the first of them.
bool SqlWriter::rowCountTest(const PlanNode &step, const Scope &scope) {
    const PlanNode &count = step.children[0];
    const PlanNode &limit = step.children[1];
    if (count.op != PlanOp::Count || limit.op != PlanOp::Constant)
        return false;
    const auto number = limit.value.as<double>();
    const Comparison sign = step.comparison;
    const bool any = (number == 0 && (sign == Comparison::Greater || sign == Comparison::Unequal))
                     || (number == 1 && sign == Comparison::GreaterOrEqual);
    const bool none =
        (number == 0 && (sign == Comparison::Equal || sign == Comparison::LessOrEqual))
        || (number == 1 && sign == Comparison::Less);
    if (!any && !none)
        return false;
    write(any ? u"EXISTS (SELECT 1" : u"NOT EXISTS (SELECT 1");
    const Nested nested(*this, 2);
    relatedRows(count, scope, rowOf(count.entity));
    write(u")");
    return true;
}

/// An amount of the row beside one that is known: two columns, which need no function. False where
/// it is not that.
bool SqlWriter::amountIs(const PlanNode &field, Comparison sign, const PlanNode &known,
                         const Scope &scope) {
    if (field.op != PlanOp::Field || !known.constant)
        return false;
    const FieldValue amount = Evaluator(m_time).value(known, Record());
    if (!amount.is<Money>())
        return false;
    const QStringList columns = columnsOf(scope.entity->field(field.field));
    write(u"(");
    column(scope, columns[1]);
    write(u" = ");
    parameter(amount.as<Money>().currency().code());
    write(u" AND ");
    column(scope, columns[0]);
    write(u' ' + signOf(sign) + u' ');
    parameter(amount.as<Money>().minor());
    write(u")");
    return true;
}

void SqlWriter::in(const PlanNode &step, const Scope &scope) {
    const PlanNode &wanted = step.children[0];
    if (wanted.type == ValueType::Money) {
        // SQL has no list for what lies in two columns.
        const Nested nested(*this, 1);
        write(u"(");
        joined(1, step.children.size(), u" OR ",
               [&](size_t i) { compare(wanted, Comparison::Equal, step.children[i], scope); });
        return write(u")");
    }
    value(wanted, scope);
    write(u" IN (");
    const Nested nested(*this, 5);
    for (size_t i = 1; i < step.children.size(); ++i) {
        if (i > 1)
            write(u", ");
        value(step.children[i], scope);
    }
    write(u")");
}

void SqlWriter::list(const QStringList &texts) {
    write(u" IN (");
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            write(u", ");
        parameter(texts[i]);
    }
    write(u")");
}

} // namespace dw
