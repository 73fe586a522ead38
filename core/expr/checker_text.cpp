// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/checker.h"

#include "core/expr/exprerror.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<Typed> Checker::containsOrStarts(ExprNode &node, Scope scope) {
    ExprNode &left = node.children[0];
    if (node.kind == ExprKind::Contains && left.kind == ExprKind::Field) {
        const Result<Place> found = place(left, scope);
        if (!found)
            return found.error();
        const bool isSet =
            !found->field.isNull() && found->entity->field(found->field).type == FieldType::Set;
        if (isSet)
            return member(node, *found);
    }
    return textTest(node, scope);
}

Result<Typed> Checker::textTest(ExprNode &node, Scope scope) {
    const bool starts = node.kind == ExprKind::StartsWith;
    const QString operation = starts ? u"starts with"_s : u"contains"_s;
    std::vector<PlanNode> sides;
    for (ExprNode &child : node.children) {
        Result<Typed> side = check(child, scope);
        if (!side)
            return side;
        if (!side->isTextLike())
            return wantedType(child.span, operation, "text", *side);
        if (child.value.is<QString>() && child.value.as<QString>().isEmpty())
            return exprError("expr.use_is_empty", child.span);
        sides.push_back(planFold(asText(*side)));
    }
    Typed typed;
    typed.plan = planStep(starts ? PlanOp::StartsWith : PlanOp::Contains, ValueType::YesNo,
                          std::move(sides));
    if (node.negated)
        typed.plan = planStep(PlanOp::Not, ValueType::YesNo, planChildren(std::move(typed.plan)));
    return typed;
}

/// `set contains "…"`: the key or label of a choice, or what names a row.
Result<Typed> Checker::member(ExprNode &node, const Place &place) {
    ExprNode &wanted = node.children[1];
    if (wanted.kind != ExprKind::Literal || !wanted.value.is<QString>())
        return exprError("expr.member_literal", wanted.span);
    if (wanted.value.as<QString>().isEmpty())
        return exprError("expr.use_is_empty", wanted.span);
    const FieldDesc &desc = place.entity->field(place.field);
    PlanNames names;
    PlanNode test;
    if (const EntityDesc *target = m_catalog.entity(desc.target)) {
        names = namesOf(wanted.value.as<QString>(), *target);
        test = planStep(PlanOp::HasMember, ValueType::YesNo, planChildren(titleOf(*target)));
        test.local = false;
        test.entity = target->key;
    } else {
        if (auto chosen = chooseKey(desc.choices, wanted); !chosen)
            return chosen.error();
        names.texts << wanted.value.as<QString>();
        test = planStep(PlanOp::HasMember, ValueType::YesNo, {});
    }
    test.constant = false;
    test.field = place.field;
    test.names = std::make_shared<const PlanNames>(std::move(names));
    node.children[0].path = place.names;
    Typed typed;
    typed.plan = wrapped(place, std::move(test));
    if (node.negated)
        typed.plan = planStep(PlanOp::Not, ValueType::YesNo, planChildren(std::move(typed.plan)));
    return typed;
}

} // namespace dw
