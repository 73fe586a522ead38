// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/checker.h"

#include "core/expr/exprerror.h"
#include "core/expr/words.h"

#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr double mostMonths = 120'000; // 10,000 years
constexpr double mostDays = 3'653'000;

bool isTime(const Typed &typed) {
    return typed.is(ValueType::Date) || typed.is(ValueType::Instant);
}

bool isWhole(double v) { return std::floor(v) == v; }

/// The step that moves a date or an instant; nothing where the duration is too long, or not whole
/// where it must be.
std::optional<PlanShift> shiftBy(const Duration &duration, ValueType moved) {
    const double amount = duration.amount;
    PlanShift shift;
    const auto ms = millisecondsOf(duration.unit);
    if (!ms) {
        const double months = duration.unit == TimeUnit::Years ? amount * 12 : amount;
        if (!isWhole(months) || std::fabs(months) > mostMonths)
            return std::nullopt;
        shift.months = int(months);
        return shift;
    }
    const double unit = moved == ValueType::Date ? 86'400'000.0 : 1.0;
    const double rest = amount * double(*ms) / unit;
    if (!isWhole(rest) || std::fabs(rest) > mostDays * 86'400'000.0 / unit)
        return std::nullopt;
    shift.rest = qint64(rest);
    return shift;
}

Typed numberOf(PlanNode plan, QString unit = {}) {
    Typed typed;
    typed.type = ValueType::Number;
    typed.plan = std::move(plan);
    typed.unit = std::move(unit);
    return typed;
}

PlanNode twoSided(PlanOp op, ValueType type, Typed &left, Typed &right) {
    return planStep(op, type, planChildren(std::move(left.plan), std::move(right.plan)));
}

} // namespace

Result<Typed> Checker::arithmetic(ExprNode &node, Scope scope) {
    Result<Typed> left = check(node.children[0], scope);
    if (!left)
        return left;
    Result<Typed> right = check(node.children[1], scope);
    if (!right)
        return right;
    switch (node.arithmetic) {
    case Arithmetic::Add:
    case Arithmetic::Subtract:
        if (left->duration || right->duration)
            return withDuration(node, std::move(*left), std::move(*right));
        return sum(node, std::move(*left), std::move(*right));
    case Arithmetic::Multiply:
        return product(node, std::move(*left), std::move(*right));
    case Arithmetic::Divide:
        return quotient(node, std::move(*left), std::move(*right));
    }
    Q_UNREACHABLE();
}

Result<Typed> Checker::negated(ExprNode &node, Scope scope) {
    Result<Typed> inner = check(node.children[0], scope);
    if (!inner)
        return inner;
    if (!inner->is(ValueType::Number) && !inner->is(ValueType::Money))
        return wantedType(node.children[0].span, u"-"_s, "number", *inner);
    const ValueType type = inner->type;
    inner->plan = planStep(PlanOp::Negate, type, planChildren(std::move(inner->plan)));
    inner->literal = false;
    return inner;
}

/// A date or an instant moved by a duration, or a number of a unit of time made larger or smaller
/// by one.
Result<Typed> Checker::withDuration(const ExprNode &node, Typed left, Typed right) const {
    const bool subtract = node.arithmetic == Arithmetic::Subtract;
    const QString sign = signOf(node.arithmetic);
    if ((left.duration && right.duration) || (left.duration && subtract))
        return typeError(node.span, sign, left, right);
    Typed &other = left.duration ? right : left;
    Duration duration = left.duration ? *left.duration : *right.duration;
    const Span place = node.children[left.duration ? 0 : 1].span;
    if (other.is(ValueType::Number)) {
        const auto number = durationIn(duration, other.unit);
        if (!number)
            return exprError("expr.unit", place,
                             {{u"left"_s, other.unit.isEmpty() ? u"number"_s : other.unit},
                              {u"right"_s, timeUnitName(duration.unit, 0)}});
        const QString unit = other.unit;
        return numberOf(
            planStep(subtract ? PlanOp::Subtract : PlanOp::Add, ValueType::Number,
                     planChildren(std::move(other.plan), planConstant(ValueType::Number, *number))),
            unit);
    }
    if (!isTime(other))
        return typeError(node.span, sign, left, right);
    if (subtract)
        duration.amount = -duration.amount;
    const auto shift = shiftBy(duration, other.type);
    if (!shift)
        return exprError(other.is(ValueType::Date) ? "expr.whole_days" : "expr.bad_duration",
                         place);
    Typed typed;
    typed.plan = planStep(PlanOp::Shift, other.type, planChildren(std::move(other.plan)));
    typed.plan.shift = *shift;
    return typed;
}

/// Sums and differences without a duration.
Result<Typed> Checker::sum(const ExprNode &node, Typed left, Typed right) const {
    const bool subtract = node.arithmetic == Arithmetic::Subtract;
    const QString sign = signOf(node.arithmetic);
    if (isTime(left) && isTime(right) && subtract) {
        if (left.type != right.type) {
            left.plan = planDay(std::move(left.plan));
            right.plan = planDay(std::move(right.plan));
        }
        return numberOf(twoSided(PlanOp::DaysBetween, ValueType::Number, left, right), u"days"_s);
    }
    const bool numbers = left.is(ValueType::Number) && right.is(ValueType::Number);
    const bool amounts = left.is(ValueType::Money) && right.is(ValueType::Money);
    if (!numbers && !amounts) {
        if ((left.is(ValueType::Money) && right.is(ValueType::Number))
            || (left.is(ValueType::Number) && right.is(ValueType::Money)))
            return exprError("expr.money_number", node.span);
        if ((isTime(left) && right.is(ValueType::Number))
            || (left.is(ValueType::Number) && isTime(right)))
            return exprError("expr.time_number", node.span);
        return typeError(node.span, sign, left, right);
    }
    if (auto joined = joinUnits(left, right, node.span); !joined)
        return joined.error();
    const ValueType type = left.type;
    left.plan = twoSided(subtract ? PlanOp::Subtract : PlanOp::Add, type, left, right);
    left.literal = false;
    return left;
}

Result<Typed> Checker::product(const ExprNode &node, Typed left, Typed right) const {
    if (left.is(ValueType::Number) && right.is(ValueType::Money))
        std::swap(left, right);
    if (!right.is(ValueType::Number) || !(left.is(ValueType::Number) || left.is(ValueType::Money)))
        return typeError(node.span, signOf(node.arithmetic), left, right);
    const ValueType type = left.type;
    left.plan = twoSided(PlanOp::Multiply, type, left, right);
    left.literal = false;
    // A unit times a bare number stays; of two units something else would come.
    if (type == ValueType::Number)
        left.unit = left.unit.isEmpty() ? right.unit : right.unit.isEmpty() ? left.unit : QString();
    return left;
}

Result<Typed> Checker::quotient(const ExprNode &node, Typed left, Typed right) const {
    const bool ratio = left.is(ValueType::Money) && right.is(ValueType::Money);
    const bool share =
        right.is(ValueType::Number) && (left.is(ValueType::Number) || left.is(ValueType::Money));
    if (!ratio && !share)
        return typeError(node.span, signOf(node.arithmetic), left, right);
    if (ratio) {
        if (auto joined = joinUnits(left, right, node.span); !joined)
            return joined.error();
        return numberOf(twoSided(PlanOp::Divide, ValueType::Number, left, right));
    }
    const ValueType type = left.type;
    left.plan = twoSided(PlanOp::Divide, type, left, right);
    left.literal = false;
    if (!right.unit.isEmpty())
        left.unit.clear();
    return left;
}

} // namespace dw
