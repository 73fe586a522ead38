// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/checker.h"

#include "core/expr/exprerror.h"
#include "core/expr/functions.h"
#include "core/expr/suggest.h"

#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isTime(const Typed &typed) {
    return typed.is(ValueType::Date) || typed.is(ValueType::Instant);
}

bool isAmount(const Typed &typed) {
    return typed.is(ValueType::Number) || typed.is(ValueType::Money);
}

Typed typedOf(PlanOp op, ValueType type, std::vector<PlanNode> children) {
    Typed typed;
    typed.type = type;
    typed.plan = planStep(op, type, std::move(children));
    return typed;
}

Error unknownFunction(const ExprNode &node) {
    std::vector<Suggestion> words;
    for (const FunctionInfo &info : functions())
        words.push_back({info.name, {}});
    Error error = exprError("expr.unknown_function", {node.span.at, int(node.name.size())},
                            {{u"name"_s, excerpt(node.name)}});
    if (const QString known = nearest(node.name, words); !known.isEmpty()) {
        error.message.args.insert(u"suggestion"_s, known);
        error.reasons.push_back({u"expr.did_you_mean"_s, {{u"name"_s, known}}});
    }
    return error;
}

QString arity(const FunctionInfo &info) {
    const QString fewest = QString::number(info.fewest);
    return info.fewest == info.most ? fewest : fewest + u'–' + QString::number(info.most);
}

/// Year, quarter, month or day of a date or an instant.
PlanOp partOp(Function function) {
    switch (function) {
    case Function::Year:
        return PlanOp::Year;
    case Function::Quarter:
        return PlanOp::Quarter;
    case Function::Month:
        return PlanOp::Month;
    default:
        return PlanOp::Day;
    }
}

} // namespace

Result<Typed> Checker::call(ExprNode &node, Scope scope) {
    const FunctionInfo *info = functionNamed(node.name);
    if (!info)
        return unknownFunction(node);
    const int given = int(node.children.size()) - (node.hasWhere ? 1 : 0);
    const bool extreme = info->function == Function::Min || info->function == Function::Max;
    if (given < info->fewest || given > info->most)
        return exprError("expr.arguments", node.span,
                         {{u"name"_s, node.name},
                          {u"expected"_s, arity(*info)},
                          {u"found"_s, QString::number(given)}});
    if (info->function >= Function::Count || (extreme && given == 1))
        return aggregate(node, scope);
    if (node.hasWhere)
        return exprError("expr.where_outside", node.children.back().span, {{u"name"_s, node.name}});
    std::vector<Typed> arguments;
    for (ExprNode &child : node.children) {
        Result<Typed> argument = check(child, scope);
        if (!argument)
            return argument;
        if (argument->duration)
            return exprError("expr.lone_duration", child.span);
        argument->literal = false;
        arguments.push_back(std::move(*argument));
    }
    return function(info->function, node, arguments);
}

Result<Typed> Checker::function(Function function, const ExprNode &node,
                                std::vector<Typed> &arguments) const {
    switch (function) {
    case Function::Today:
        return typedOf(PlanOp::Today, ValueType::Date, {});
    case Function::Now:
        return typedOf(PlanOp::Now, ValueType::Instant, {});
    case Function::Date:
    case Function::Year:
    case Function::Quarter:
    case Function::Month:
    case Function::Day:
    case Function::DaysBetween:
        return ofDates(function, node, arguments);
    case Function::Length:
    case Function::Lower:
        if (!arguments[0].isTextLike())
            return wantedType(node.children[0].span, node.name, "text", arguments[0]);
        return function == Function::Length
                   ? typedOf(PlanOp::Length, ValueType::Number, planChildren(asText(arguments[0])))
                   : typedOf(PlanOp::Lower, ValueType::Text, planChildren(asText(arguments[0])));
    case Function::Coalesce:
        return common(PlanOp::Coalesce, node, arguments, 0);
    case Function::If:
        if (!arguments[0].is(ValueType::YesNo))
            return exprError("expr.not_condition", node.children[0].span,
                             {{u"found"_s, typeWord(arguments[0])}});
        return common(PlanOp::If, node, arguments, 1);
    case Function::Round:
    case Function::Abs:
        return ofNumber(function, node, arguments);
    case Function::Min:
    case Function::Max:
        if (!isAmount(arguments[0]) && !isTime(arguments[0]))
            return wantedType(node.children[0].span, node.name, "number", arguments[0]);
        return common(function == Function::Min ? PlanOp::Least : PlanOp::Greatest, node, arguments,
                      0);
    case Function::Count:
    case Function::Sum:
    case Function::Avg:
        break;
    }
    Q_UNREACHABLE();
}

Result<Typed> Checker::ofDates(Function function, const ExprNode &node,
                               std::vector<Typed> &arguments) const {
    for (size_t i = 0; i < arguments.size(); ++i) {
        if (!isTime(arguments[i]))
            return wantedType(node.children[i].span, node.name, "date", arguments[i]);
        arguments[i].plan = planDay(std::move(arguments[i].plan));
    }
    if (function == Function::DaysBetween) {
        Typed typed =
            typedOf(PlanOp::DaysBetween, ValueType::Number,
                    planChildren(std::move(arguments[1].plan), std::move(arguments[0].plan)));
        typed.unit = u"days"_s;
        return typed;
    }
    if (function == Function::Date) {
        Typed typed;
        typed.type = ValueType::Date;
        typed.plan = std::move(arguments[0].plan);
        return typed;
    }
    return typedOf(partOp(function), ValueType::Number, planChildren(std::move(arguments[0].plan)));
}

Result<Typed> Checker::ofNumber(Function function, const ExprNode &node,
                                std::vector<Typed> &arguments) const {
    Typed &of = arguments[0];
    const bool abs = function == Function::Abs;
    if (!of.is(ValueType::Number) && !(abs && of.is(ValueType::Money)))
        return wantedType(node.children[0].span, node.name, "number", of);
    const ValueType type = of.type;
    of.plan =
        planStep(abs ? PlanOp::Absolute : PlanOp::Round, type, planChildren(std::move(of.plan)));
    if (arguments.size() > 1) {
        constexpr double mostDigits = 9;
        const double digits = node.children[1].value.as<double>();
        if (!node.children[1].value.is<double>() || digits < 0 || digits > mostDigits
            || std::floor(digits) != digits)
            return exprError("expr.round_digits", node.children[1].span);
        of.plan.digits = quint8(digits);
    }
    return std::move(of);
}

/// Arguments from `first` on brought to one type: that of the result.
Result<Typed> Checker::common(PlanOp op, const ExprNode &node, std::vector<Typed> &arguments,
                              size_t first) const {
    Typed result;
    result.type = arguments[first].type;
    result.unit = arguments[first].unit;
    result.currency = arguments[first].currency;
    result.target = arguments[first].target;
    const bool isExtreme = op == PlanOp::Least || op == PlanOp::Greatest;
    bool texts = true;
    bool oneTarget = true;
    for (size_t i = first; i < arguments.size(); ++i) {
        texts = texts && arguments[i].isTextLike();
        oneTarget =
            oneTarget && arguments[i].is(ValueType::Link) && arguments[i].target == result.target;
    }
    if (texts && !oneTarget) {
        for (size_t i = first; i < arguments.size(); ++i) {
            arguments[i].plan = asText(arguments[i]);
            arguments[i].plan.type = ValueType::Text;
        }
        result.type = ValueType::Text;
        result.target.clear();
    }
    std::vector<PlanNode> children;
    for (size_t i = 0; i < arguments.size(); ++i) {
        Typed &argument = arguments[i];
        const bool fits = i < first || argument.plan.type == result.type;
        if (!fits)
            return typeError(node.children[i].span, node.name, arguments[first], argument);
        if (argument.is(ValueType::Set))
            return exprError("expr.use_contains", node.children[i].span);
        if (i > first && isExtreme) {
            if (auto joined = joinUnits(result, argument, node.children[i].span); !joined)
                return joined.error();
        } else if (i > first) {
            // Any of them may be the result, so only what all have in common is known of it.
            if (argument.currency != result.currency)
                result.currency.reset();
            if (argument.unit != result.unit)
                result.unit.clear();
        }
        children.push_back(std::move(argument.plan));
    }
    result.plan = planStep(op, result.type, std::move(children));
    return result;
}

} // namespace dw
