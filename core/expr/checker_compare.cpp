// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "core/expr/checker.h"

#include "core/expr/exprerror.h"
#include "core/expr/words.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isOrder(Comparison c) { return c != Comparison::Equal && c != Comparison::Unequal; }

bool isEmptyText(const ExprNode &node) {
    return node.value.is<QString>() && node.value.as<QString>().isEmpty();
}

/// A duration beside a number of a unit of time becomes a number of that unit.
Result<void> measure(Typed &duration, const Typed &other, Span span) {
    if (!other.is(ValueType::Number))
        return typeError(span, u"="_s, duration, other);
    const auto number = durationIn(*duration.duration, other.unit);
    if (!number) {
        return exprError("expr.unit", span,
                         {{u"left"_s, other.unit.isEmpty() ? u"number"_s : other.unit},
                          {u"right"_s, timeUnitName(duration.duration->unit, 0)}});
    }
    duration.plan = planConstant(ValueType::Number, *number);
    duration.type = ValueType::Number;
    duration.unit = other.unit;
    duration.duration.reset();
    return {};
}

} // namespace

Result<void> Checker::chooseKey(const std::vector<Choice> &choices, ExprNode &literal) {
    const QString typed = literal.value.as<QString>();
    const QString wanted = fold(typed);
    QStringList keys;
    for (const Choice &choice : choices) {
        if (choice.key == wanted) {
            literal.value = choice.key;
            return {};
        }
        keys << choice.key;
    }
    for (const Choice &choice : choices) {
        if (fold(choice.label.en) == wanted || fold(choice.label.zh) == wanted) {
            literal.value = choice.key;
            return {};
        }
    }
    constexpr qsizetype mostShown = 20;
    if (keys.size() > mostShown)
        keys = keys.first(mostShown) << u"…"_s;
    return exprError("expr.choice", literal.span,
                     {{u"value"_s, excerpt(typed)}, {u"choices"_s, keys.join(u", "_s)}});
}

PlanNames Checker::namesOf(const QString &typed, const EntityDesc &target) {
    static const QRegularExpression shortId(u"\\A[a-z]-[0-9a-z]{1,30}\\z"_s);
    PlanNames names;
    const QString folded = fold(typed);
    names.texts << folded;
    if (shortId.match(folded).hasMatch()
        && folded.at(0) == QChar::fromLatin1(target.letter).toLower())
        names.shortIds << folded.toUpper();
    if (const RecordId id = RecordId::fromText(typed.trimmed()); !id.isNull())
        names.ids.push_back(id);
    return names;
}

PlanNode Checker::namedPlan(Comparison comparison, const Typed &link, PlanNames names) const {
    const EntityDesc *target = m_catalog.entity(link.target);
    PlanNode made =
        planStep(PlanOp::Named, ValueType::YesNo, planChildren(link.plan, titleOf(*target)));
    made.comparison = comparison;
    made.local = false;
    made.entity = target->key;
    made.names = std::make_shared<const PlanNames>(std::move(names));
    return made;
}

/// How two sides can be compared, by their types alone.
Result<Checker::Pairing> Checker::pairTypes(Comparison comparison, const Typed &left,
                                            const Typed &right, Span span) const {
    const QString sign = signOf(comparison);
    if (left.is(ValueType::Link) && right.isTextLiteral() && !isOrder(comparison))
        return Pairing{View::AsIs, View::AsIs, true};
    if (left.is(ValueType::Link) && right.is(ValueType::Link) && !isOrder(comparison)) {
        if (left.target != right.target)
            return exprError("expr.link_targets", span,
                             {{u"left"_s, left.target}, {u"right"_s, right.target}});
        return Pairing{};
    }
    if (left.is(ValueType::Choice) && right.is(ValueType::Choice) && !isOrder(comparison))
        return Pairing{};
    if (left.isTextLike() && right.isTextLike()) {
        // Keys, and titles of rows, have no order that a person could mean.
        if (isOrder(comparison) && !(left.is(ValueType::Text) && right.is(ValueType::Text)))
            return typeError(span, sign, left, right);
        return Pairing{View::Text, View::Text};
    }
    const bool leftTime = left.is(ValueType::Date) || left.is(ValueType::Instant);
    const bool rightTime = right.is(ValueType::Date) || right.is(ValueType::Instant);
    if (leftTime && rightTime && left.type != right.type)
        return Pairing{View::Day, View::Day};
    const bool orderless = left.is(ValueType::YesNo) || left.is(ValueType::Set);
    if (left.type != right.type || left.is(ValueType::Set) || (orderless && isOrder(comparison))) {
        if (left.is(ValueType::Set) || right.is(ValueType::Set))
            return exprError("expr.use_contains", span);
        const bool money = (left.is(ValueType::Money) && right.is(ValueType::Number))
                           || (left.is(ValueType::Number) && right.is(ValueType::Money));
        return money ? exprError("expr.money_number", span) : typeError(span, sign, left, right);
    }
    return Pairing{};
}

/// The same with the literals of both sides brought into the form of the other: choices to keys,
/// durations to numbers.
Result<Checker::Pairing> Checker::pair(Comparison comparison, Typed &left, ExprNode &leftNode,
                                       Typed &right, ExprNode &rightNode, Span span) const {
    for (const ExprNode *node : {&leftNode, &rightNode}) {
        if (isEmptyText(*node))
            return exprError("expr.use_is_empty", node->span);
    }
    if (left.duration || right.duration) {
        if (left.duration && right.duration)
            return typeError(span, signOf(comparison), left, right);
        const auto measured = left.duration ? measure(left, right, leftNode.span)
                                            : measure(right, left, rightNode.span);
        if (!measured)
            return measured.error();
    }
    const auto choose = [&](const Typed &choice, Typed &text, ExprNode &node) -> Result<void> {
        if (!choice.is(ValueType::Choice) || !choice.choices || !text.isTextLiteral()
            || isOrder(comparison))
            return {};
        if (auto chosen = chooseKey(*choice.choices, node); !chosen)
            return chosen;
        text.plan = planConstant(ValueType::Choice, node.value);
        text.type = ValueType::Choice;
        return {};
    };
    if (auto chosen = choose(left, right, rightNode); !chosen)
        return chosen.error();
    if (auto chosen = choose(right, left, leftNode); !chosen)
        return chosen.error();
    Result<Pairing> pairing = pairTypes(comparison, left, right, span);
    if (pairing && pairing->left == View::AsIs && !pairing->isName) {
        Typed joined;
        joined.type = left.type;
        joined.unit = left.unit;
        joined.currency = left.currency;
        if (auto units = joinUnits(joined, right, span); !units)
            return units.error();
    }
    return pairing;
}

PlanNode Checker::viewed(View view, Typed &typed) const {
    switch (view) {
    case View::Text:
        return planFold(asText(typed));
    case View::Day:
        return planDay(std::move(typed.plan));
    case View::AsIs:
        break;
    }
    return std::move(typed.plan);
}

Result<Typed> Checker::comparison(ExprNode &node, Scope scope) {
    ExprNode *leftNode = &node.children[0];
    ExprNode *rightNode = &node.children[1];
    Result<Typed> left = check(*leftNode, scope);
    if (!left)
        return left;
    Result<Typed> right = check(*rightNode, scope);
    if (!right)
        return right;
    Comparison sign = node.comparison;
    if (left->isTextLiteral() && right->is(ValueType::Link)) {
        std::swap(left, right);
        std::swap(leftNode, rightNode);
        sign = mirrored(sign);
    }
    const auto pairing = pair(sign, *left, *leftNode, *right, *rightNode, node.span);
    if (!pairing)
        return pairing.error();
    Typed typed;
    if (pairing->isName) {
        typed.plan = namedPlan(
            sign, *left, namesOf(rightNode->value.as<QString>(), *m_catalog.entity(left->target)));
        return typed;
    }
    PlanNode first = viewed(pairing->left, *left);
    typed.plan = planStep(PlanOp::Compare, ValueType::YesNo,
                          planChildren(std::move(first), viewed(pairing->right, *right)));
    typed.plan.comparison = sign;
    return typed;
}

Result<Typed> Checker::in(ExprNode &node, Scope scope) {
    Result<Typed> left = check(node.children[0], scope);
    if (!left)
        return left;
    PlanNames names;
    std::map<View, std::vector<PlanNode>> lists; // what is looked for, by the view of the left side
    for (size_t i = 1; i < node.children.size(); ++i) {
        ExprNode &item = node.children[i];
        Result<Typed> right = check(item, scope);
        if (!right)
            return right;
        if (left->duration)
            return typeError(item.span, u"in"_s, *left, *right);
        const auto pairing =
            pair(Comparison::Equal, *left, node.children[0], *right, item, item.span);
        if (!pairing)
            return pairing.error();
        if (pairing->isName) {
            PlanNames more = namesOf(item.value.as<QString>(), *m_catalog.entity(left->target));
            names.texts += more.texts;
            names.shortIds += more.shortIds;
            names.ids.insert(names.ids.end(), more.ids.begin(), more.ids.end());
            continue;
        }
        auto &list = lists[pairing->left];
        if (list.empty()) {
            Typed copy = *left;
            list.push_back(viewed(pairing->left, copy));
        }
        list.push_back(viewed(pairing->right, *right));
    }
    std::vector<PlanNode> parts;
    if (!names.texts.isEmpty())
        parts.push_back(namedPlan(Comparison::Equal, *left, std::move(names)));
    for (auto &[view, list] : lists)
        parts.push_back(planStep(PlanOp::In, ValueType::YesNo, std::move(list)));
    Typed typed;
    typed.plan = parts.size() == 1 ? std::move(parts[0])
                                   : planStep(PlanOp::Or, ValueType::YesNo, std::move(parts));
    if (node.negated)
        typed.plan = planStep(PlanOp::Not, ValueType::YesNo, planChildren(std::move(typed.plan)));
    return typed;
}

} // namespace dw
