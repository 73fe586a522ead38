// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/evaluator.h"

#include "core/expr/valueorder.h"

#include <algorithm>

namespace dw {

bool Evaluator::holds(const PlanNode &step, const Record &row) {
    const auto held = [&](const PlanNode &part) { return holds(part, row); };
    switch (step.op) {
    case PlanOp::And:
        return std::all_of(step.children.begin(), step.children.end(), held);
    case PlanOp::Or:
        return std::any_of(step.children.begin(), step.children.end(), held);
    case PlanOp::Not:
        return !held(step.children[0]);
    case PlanOp::Compare:
        return compares(step, row);
    case PlanOp::In:
        return isIn(step, row);
    case PlanOp::Contains:
    case PlanOp::StartsWith:
        return textTest(step, row);
    case PlanOp::IsEmpty: {
        FieldValue room;
        return operand(step.children[0], row, room).isEmpty();
    }
    case PlanOp::HasMember:
        return hasMember(step, row);
    case PlanOp::Named:
        return isNamed(step, row);
    default: {
        FieldValue room;
        return operand(step, row, room).as<bool>();
    }
    }
}

bool Evaluator::compares(const PlanNode &step, const Record &row) {
    const PlanNode &left = step.children[0];
    const PlanNode &right = step.children[1];
    if (left.type == ValueType::Number) {
        const double a = number(left, row);
        const double b = number(right, row);
        return !std::isnan(a) && !std::isnan(b)
               && answers(step.comparison, int(a > b) - int(a < b));
    }
    FieldValue leftRoom;
    FieldValue rightRoom;
    const FieldValue &a = operand(left, row, leftRoom);
    if (a.isEmpty())
        return false;
    const auto order = compareValues(a, operand(right, row, rightRoom));
    return order && answers(step.comparison, *order);
}

bool Evaluator::isIn(const PlanNode &step, const Record &row) {
    FieldValue room;
    const FieldValue &wanted = operand(step.children[0], row, room);
    if (wanted.isEmpty())
        return false;
    return std::any_of(step.children.begin() + 1, step.children.end(), [&](const PlanNode &item) {
        FieldValue itemRoom;
        return compareValues(wanted, operand(item, row, itemRoom)) == 0;
    });
}

bool Evaluator::textTest(const PlanNode &step, const Record &row) {
    FieldValue wholeRoom;
    FieldValue partRoom;
    const FieldValue &whole = operand(step.children[0], row, wholeRoom);
    const FieldValue &part = operand(step.children[1], row, partRoom);
    if (!whole.is<QString>() || !part.is<QString>())
        return false;
    const auto &text = std::get<QString>(whole.storage());
    const auto &wanted = std::get<QString>(part.storage());
    return step.op == PlanOp::StartsWith ? text.startsWith(wanted) : text.contains(wanted);
}

} // namespace dw
