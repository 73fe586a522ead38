// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/sqlwriter.h"
#include "core/store/schema/columns.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isArithmetic(const PlanNode &step) {
    switch (step.op) {
    case PlanOp::Add:
    case PlanOp::Subtract:
    case PlanOp::Multiply:
    case PlanOp::Divide:
    case PlanOp::Negate:
        return step.type == ValueType::Number && step.children[0].type == ValueType::Number
               && !step.constant;
    default:
        return false;
    }
}

bool isSum(const PlanNode &step) {
    return isArithmetic(step) && (step.op == PlanOp::Add || step.op == PlanOp::Subtract);
}

QStringView signOf(PlanOp op) {
    switch (op) {
    case PlanOp::Add:
        return u" + ";
    case PlanOp::Subtract:
        return u" - ";
    case PlanOp::Multiply:
        return u" * ";
    default:
        return u" / ";
    }
}

/// Functions of amounts for what SQL has an operator or a function of its own for numbers.
QStringView amountFunction(const PlanNode &step) {
    switch (step.op) {
    case PlanOp::Add:
        return u"dw_plus";
    case PlanOp::Subtract:
        return u"dw_minus";
    case PlanOp::Multiply:
        return u"dw_times";
    case PlanOp::Divide:
        return step.type == ValueType::Money ? u"dw_over" : u"dw_ratio";
    case PlanOp::Negate:
        return u"dw_negate";
    case PlanOp::Absolute:
        return u"dw_abs";
    case PlanOp::Least:
        return u"dw_least";
    default:
        return u"dw_greatest";
    }
}

} // namespace

/// What needs no row is computed now.
void SqlWriter::value(const PlanNode &step, const Scope &scope) {
    if (!goesOn())
        return;
    if (step.constant)
        parameter(Evaluator(m_time).value(step, Record()));
    else
        valueOf(step, scope);
}

void SqlWriter::valueOf(const PlanNode &step, const Scope &scope) {
    if (isArithmetic(step))
        return arithmetic(step, scope);
    switch (step.op) {
    case PlanOp::Field:
        return field(step, scope);
    case PlanOp::OwnId:
        write(u"dw_id_text(");
        column(scope, u"id"_s);
        return write(u")");
    case PlanOp::ShortId:
        write(u"nullif(");
        column(scope, u"short_id"_s);
        return write(u", '')");
    case PlanOp::Follow:
        return follow(step, scope);
    case PlanOp::Fold:
        return call(u"dw_fold", step, scope);
    case PlanOp::DayOf:
        write(u"dw_date(");
        argument(step.children[0], scope, 0);
        write(u", ");
        parameter(QString::fromUtf8(m_time.zone.id()));
        return write(u")");
    case PlanOp::Add:
    case PlanOp::Subtract:
    case PlanOp::Multiply:
    case PlanOp::Divide:
    case PlanOp::Negate:
        return call(amountFunction(step), step, scope);
    case PlanOp::Absolute:
        return call(step.type == ValueType::Money ? amountFunction(step) : u"abs", step, scope);
    case PlanOp::Least:
        return call(step.type == ValueType::Money ? amountFunction(step) : u"min", step, scope);
    case PlanOp::Greatest:
        return call(step.type == ValueType::Money ? amountFunction(step) : u"max", step, scope);
    case PlanOp::DaysBetween:
        return daysBetween(step, scope);
    case PlanOp::Shift:
        return shift(step, scope);
    case PlanOp::Year:
        return call(u"dw_year", step, scope);
    case PlanOp::Quarter:
        return call(u"dw_quarter", step, scope);
    case PlanOp::Month:
        return call(u"dw_month", step, scope);
    case PlanOp::Day:
        return call(u"dw_day", step, scope);
    case PlanOp::Length:
        return call(u"dw_length", step, scope);
    case PlanOp::Lower:
        return call(u"dw_lower", step, scope);
    case PlanOp::Round:
        write(u"dw_round(");
        argument(step.children[0], scope, 0);
        write(u", ");
        parameter(qint64(step.digits));
        return write(u")");
    case PlanOp::Coalesce:
        return call(u"coalesce", step, scope);
    case PlanOp::If:
        return choose(step, scope);
    case PlanOp::MemberCount:
        write(u"CAST((SELECT count(*)");
        memberRows(step, scope);
        return write(u") AS REAL)");
    case PlanOp::Count:
    case PlanOp::Sum:
    case PlanOp::Average:
    case PlanOp::Minimum:
    case PlanOp::Maximum:
        return aggregate(step, scope);
    default: {
        const Nested nested(*this, 2);
        write(u"((");
        condition(step, scope);
        return write(u") IS TRUE)");
    }
    }
}

void SqlWriter::field(const PlanNode &step, const Scope &scope) {
    const FieldDesc &desc = scope.entity->field(step.field);
    if (desc.type == FieldType::Set) {
        write(u"(SELECT 1");
        memberRows(step, scope);
        return write(u" LIMIT 1)");
    }
    const QStringList columns = columnsOf(desc);
    switch (step.type) {
    case ValueType::Money:
        write(u"dw_money(");
        column(scope, columns[0]);
        write(u", ");
        column(scope, columns[1]);
        return write(u")");
    case ValueType::Text:
    case ValueType::Choice:
        write(u"nullif(");
        column(scope, columns[0]);
        return write(u", '')");
    case ValueType::Number:
        if (desc.type == FieldType::Counter) {
            write(u"CAST(");
            column(scope, columns[0]);
            return write(u" AS REAL)");
        }
        [[fallthrough]];
    default:
        column(scope, columns[0]);
    }
}

void SqlWriter::argument(const PlanNode &step, const Scope &scope, size_t before) {
    const Nested nested(*this, before == 0 ? 3 : 5);
    value(step, scope);
}

void SqlWriter::call(QStringView function, const PlanNode &step, const Scope &scope) {
    write(function);
    write(u"(");
    for (size_t i = 0; i < step.children.size(); ++i) {
        if (i > 0)
            write(u", ");
        argument(step.children[i], scope, i);
    }
    write(u")");
}

/// Sums and products are SQL's own; what left the range of numbers on the way is made empty at
/// their end.
void SqlWriter::arithmetic(const PlanNode &step, const Scope &scope) {
    const Nested nested(*this, 3);
    write(u"dw_finite(");
    rawNumber(step, scope);
    write(u")");
}

void SqlWriter::rawNumber(const PlanNode &step, const Scope &scope) {
    if (!goesOn())
        return;
    const PlanNode &left = step.children[0];
    if (step.op == PlanOp::Negate) {
        // Two signs without brackets would begin a comment.
        const Nested nested(*this, 3);
        write(u"(-");
        operand(left, scope, true);
        return write(u")");
    }
    const PlanNode &right = step.children[1];
    const bool product = step.op == PlanOp::Multiply || step.op == PlanOp::Divide;
    operand(left, scope, product && isSum(left));
    write(signOf(step.op));
    const Nested nested(*this, 2);
    // An infinite divisor would give zero.
    if (step.op == PlanOp::Divide)
        value(right, scope);
    else
        operand(right, scope, true);
}

void SqlWriter::operand(const PlanNode &step, const Scope &scope, bool brackets) {
    if (!isArithmetic(step))
        return value(step, scope);
    const Nested nested(*this, brackets ? 1 : 0);
    if (brackets)
        write(u"(");
    rawNumber(step, scope);
    if (brackets)
        write(u")");
}

void SqlWriter::daysBetween(const PlanNode &step, const Scope &scope) {
    const bool instants = step.children[0].type == ValueType::Instant;
    const Nested nested(*this, 4);
    write(u"((CAST(");
    argument(step.children[0], scope, 0);
    write(u" AS REAL) - CAST(");
    argument(step.children[1], scope, 1);
    write(instants ? u" AS REAL)) / 86400000.0)" : u" AS REAL)))");
}

void SqlWriter::shift(const PlanNode &step, const Scope &scope) {
    const bool instant = step.type == ValueType::Instant;
    write(instant ? u"dw_shift_instant(" : u"dw_shift_date(");
    argument(step.children[0], scope, 0);
    write(u", ");
    parameter(qint64(step.shift.months));
    write(u", ");
    parameter(step.shift.rest);
    if (instant) {
        write(u", ");
        parameter(QString::fromUtf8(m_time.zone.id()));
    }
    write(u")");
}

void SqlWriter::choose(const PlanNode &step, const Scope &scope) {
    write(u"CASE WHEN ");
    {
        const Nested nested(*this, 4);
        condition(step.children[0], scope);
    }
    const Nested nested(*this, 6);
    write(u" THEN ");
    value(step.children[1], scope);
    write(u" ELSE ");
    value(step.children[2], scope);
    write(u" END");
}

} // namespace dw
