// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/checker.h"

#include "core/expr/exprerror.h"
#include "core/expr/words.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

int levelsOf(const PlanNode &plan) {
    int deepest = 0;
    for (const PlanNode &child : plan.children)
        deepest = std::max(deepest, levelsOf(child));
    return deepest + 1;
}

} // namespace

size_t stepsOf(const PlanNode &plan) {
    size_t steps = 1;
    for (const PlanNode &child : plan.children)
        steps += stepsOf(child);
    return steps;
}

Error typeError(Span span, const QString &operation, const Typed &left, const Typed &right) {
    Error error = exprError(
        "expr.type", span,
        {{u"operation"_s, operation}, {u"left"_s, typeWord(left)}, {u"right"_s, typeWord(right)}});
    error.reasons.push_back({u"expr.two_types"_s, error.message.args});
    return error;
}

Error wantedType(Span span, const QString &operation, const char *wanted, const Typed &found) {
    Error error = exprError("expr.type", span,
                            {{u"operation"_s, operation},
                             {u"expected"_s, QString::fromLatin1(wanted)},
                             {u"found"_s, typeWord(found)}});
    error.reasons.push_back({u"expr.wanted_type"_s, error.message.args});
    return error;
}

Result<void> joinUnits(Typed &left, const Typed &right, Span span) {
    if (left.type == ValueType::Number) {
        if (!left.unit.isEmpty() && !right.unit.isEmpty() && left.unit != right.unit)
            return exprError("expr.unit", span, {{u"left"_s, left.unit}, {u"right"_s, right.unit}});
        if (left.unit.isEmpty())
            left.unit = right.unit;
    }
    if (left.type == ValueType::Money) {
        if (left.currency && right.currency && *left.currency != *right.currency)
            return exprError(
                "expr.currency", span,
                {{u"left"_s, left.currency->code()}, {u"right"_s, right.currency->code()}});
        if (!left.currency)
            left.currency = right.currency;
    }
    return {};
}

Result<Typed> Checker::checkRoot(ExprNode &root, const EntityDesc &entity) {
    Result<Typed> typed = check(root, entity);
    if (!typed)
        return typed;
    if (typed->duration)
        return exprError("expr.lone_duration", root.span);
    if (levelsOf(typed->plan) > exprlimits::stepLevels)
        return exprError("expr.too_deep", root.span,
                         {{u"limit"_s, QString::number(exprlimits::levels)}});
    return typed;
}

Result<Typed> Checker::check(ExprNode &node, Scope scope) {
    Result<Typed> typed = checkKind(node, scope);
    if (!typed)
        return typed;
    ++m_steps;
    typed->type = typed->plan.type;
    return typed;
}

Result<Typed> Checker::checkKind(ExprNode &node, Scope scope) {
    switch (node.kind) {
    case ExprKind::Literal:
    case ExprKind::Duration:
        return literal(node);
    case ExprKind::Field:
        return field(node, scope);
    case ExprKind::Call:
        return call(node, scope);
    case ExprKind::Or:
    case ExprKind::And:
    case ExprKind::Not:
        return logic(node, scope);
    case ExprKind::Compare:
        return comparison(node, scope);
    case ExprKind::In:
        return in(node, scope);
    case ExprKind::Contains:
    case ExprKind::StartsWith:
        return containsOrStarts(node, scope);
    case ExprKind::IsEmpty:
        return isEmpty(node, scope);
    case ExprKind::Arithmetic:
        return arithmetic(node, scope);
    case ExprKind::Negate:
        return negated(node, scope);
    case ExprKind::Aggregate:
        break;
    }
    // A parsed tree has calls only; aggregates are what they become here.
    Q_UNREACHABLE();
}

Result<Typed> Checker::literal(const ExprNode &node) {
    Typed typed;
    typed.literal = true;
    if (node.kind == ExprKind::Duration) {
        typed.duration = node.duration;
        return typed;
    }
    ValueType type = ValueType::YesNo;
    if (node.value.is<QString>())
        type = ValueType::Text;
    else if (node.value.is<double>())
        type = ValueType::Number;
    else if (node.value.is<Money>())
        type = ValueType::Money;
    else if (node.value.is<QDate>())
        type = ValueType::Date;
    else if (node.value.is<Instant>())
        type = ValueType::Instant;
    const bool isEmpty = node.value.is<QString>() && node.value.as<QString>().isEmpty();
    typed.plan = planConstant(type, isEmpty ? FieldValue() : node.value);
    if (type == ValueType::Money)
        typed.currency = node.value.as<Money>().currency();
    return typed;
}

Result<PlanNode> Checker::condition(ExprNode &node, Scope scope) {
    Result<Typed> typed = check(node, scope);
    if (!typed)
        return typed.error();
    if (!typed->is(ValueType::YesNo))
        return exprError("expr.not_condition", node.span, {{u"found"_s, typeWord(*typed)}});
    return std::move(typed->plan);
}

Result<Typed> Checker::logic(ExprNode &node, Scope scope) {
    std::vector<PlanNode> parts;
    for (ExprNode &child : node.children) {
        Result<PlanNode> part = condition(child, scope);
        if (!part)
            return part.error();
        parts.push_back(std::move(*part));
    }
    const PlanOp op = node.kind == ExprKind::Or    ? PlanOp::Or
                      : node.kind == ExprKind::And ? PlanOp::And
                                                   : PlanOp::Not;
    Typed typed;
    typed.plan = planStep(op, ValueType::YesNo, std::move(parts));
    return typed;
}

Result<Typed> Checker::isEmpty(ExprNode &node, Scope scope) {
    Result<Typed> inner = check(node.children[0], scope);
    if (!inner)
        return inner;
    if (inner->duration)
        return wantedType(node.children[0].span, u"is empty"_s, "field", *inner);
    Typed typed;
    typed.plan = planStep(PlanOp::IsEmpty, ValueType::YesNo, planChildren(std::move(inner->plan)));
    if (node.negated)
        typed.plan = planStep(PlanOp::Not, ValueType::YesNo, planChildren(std::move(typed.plan)));
    return typed;
}

} // namespace dw
