// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "core/expr/evaluator.h"

#include "core/expr/valueorder.h"

#include <algorithm>

namespace dw {

FieldValue Evaluator::follow(const PlanNode &step, const Record &row) {
    FieldValue room;
    const FieldValue &link = operand(step.children[0], row, room);
    if (!link.is<RecordId>())
        return {};
    const Record *target = m_context.lookup.record(step.entity, link.as<RecordId>());
    if (!target)
        return {};
    const PlanNode &inner = step.children[1];
    if (inner.local)
        return value(inner, *target);
    // The next row that is looked up takes the place of this one.
    const Record own = *target;
    return value(inner, own);
}

/// True where the row, whose title `title` gives, is one of the names of `step`.
bool Evaluator::matches(const PlanNode &title, const Record &row, const PlanNode &step) {
    const PlanNames &names = *step.names;
    if (std::find(names.ids.begin(), names.ids.end(), row.id()) != names.ids.end())
        return true;
    const RecordId id = row.id();
    FieldValue room;
    const FieldValue &called = operand(title, row, room);
    if (called.is<QString>() && names.texts.contains(fold(called.as<QString>())))
        return true;
    return !names.shortIds.isEmpty()
           && names.shortIds.contains(m_context.lookup.shortId(step.entity, id));
}

bool Evaluator::isNamed(const PlanNode &step, const Record &row) {
    FieldValue room;
    const FieldValue &link = operand(step.children[0], row, room);
    if (!link.is<RecordId>())
        return false;
    const Record *target = m_context.lookup.record(step.entity, link.as<RecordId>());
    if (!target)
        return false;
    const PlanNode &title = step.children[1];
    const bool found =
        title.local ? matches(title, *target, step) : matches(title, Record(*target), step);
    return found == (step.comparison == Comparison::Equal);
}

bool Evaluator::hasMember(const PlanNode &step, const Record &row) {
    const FieldValue &set = row.value(step.field);
    if (!set.is<QStringList>())
        return false;
    const auto &members = std::get<QStringList>(set.storage());
    if (step.entity.isEmpty())
        return members.contains(step.names->texts.first());
    const PlanNode &title = step.children[0];
    return std::any_of(members.begin(), members.end(), [&](const QString &member) {
        const Record *target = m_context.lookup.record(step.entity, RecordId::fromText(member));
        if (!target)
            return false;
        return title.local ? matches(title, *target, step) : matches(title, Record(*target), step);
    });
}

FieldValue Evaluator::aggregate(const PlanNode &step, const Record &row) {
    if (row.id().isNull())
        return step.op == PlanOp::Count ? FieldValue(0.0) : FieldValue();
    const std::vector<Record> rows = m_context.lookup.related(step.entity, step.link, row.id());
    std::vector<const Record *> chosen;
    chosen.reserve(rows.size());
    for (const Record &related : rows) {
        if (!step.hasWhere || holds(step.children.back(), related))
            chosen.push_back(&related);
    }
    switch (step.op) {
    case PlanOp::Count:
        return double(chosen.size());
    case PlanOp::Sum:
    case PlanOp::Average:
        return step.type == ValueType::Money ? moneyTotal(step, chosen) : numberTotal(step, chosen);
    default:
        return extremeOf(step, chosen);
    }
}

FieldValue Evaluator::numberTotal(const PlanNode &step, const std::vector<const Record *> &rows) {
    NumberSum total;
    for (const Record *row : rows) {
        const double v = number(step.children[0], *row);
        if (!std::isnan(v))
            total.add(v);
    }
    return step.op == PlanOp::Sum ? total.sum() : total.average();
}

FieldValue Evaluator::moneyTotal(const PlanNode &step, const std::vector<const Record *> &rows) {
    MoneySum total;
    for (const Record *row : rows) {
        FieldValue room;
        const FieldValue &v = operand(step.children[0], *row, room);
        if (v.is<Money>())
            total.add(v.as<Money>());
    }
    const auto result = step.op == PlanOp::Sum ? total.sum() : total.average();
    return result ? FieldValue(*result) : FieldValue();
}

FieldValue Evaluator::extremeOf(const PlanNode &step, const std::vector<const Record *> &rows) {
    FieldValue best;
    for (const Record *row : rows) {
        FieldValue v = value(step.children[0], *row);
        if (v.isEmpty())
            continue;
        if (best.isEmpty()) {
            best = std::move(v);
            continue;
        }
        const auto order = compareValues(v, best);
        if (!order)
            return {};
        if (step.op == PlanOp::Minimum ? *order < 0 : *order > 0)
            best = std::move(v);
    }
    return best;
}

} // namespace dw
