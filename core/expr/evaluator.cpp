// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/evaluator.h"

#include "core/domain/text.h"
#include "core/expr/valueorder.h"

namespace dw {

namespace {

const FieldValue nothing;

bool holdsType(const FieldValue &v, ValueType type) {
    switch (type) {
    case ValueType::YesNo:
        return v.is<bool>();
    case ValueType::Number:
        return v.is<double>();
    case ValueType::Text:
    case ValueType::Choice:
        // Text of no characters says nothing.
        return v.is<QString>() && !v.as<QString>().isEmpty();
    case ValueType::Money:
        return v.is<Money>();
    case ValueType::Date:
        return v.is<QDate>();
    case ValueType::Instant:
        return v.is<Instant>();
    case ValueType::Link:
        return v.is<RecordId>();
    case ValueType::Set:
        return v.is<QStringList>();
    }
    return false;
}

FieldValue maybe(const std::optional<Money> &money) {
    return money ? FieldValue(*money) : FieldValue();
}

double datePart(PlanOp op, QDate day) {
    switch (op) {
    case PlanOp::Year:
        return day.year();
    case PlanOp::Quarter:
        return quarterOf(day);
    case PlanOp::Month:
        return day.month();
    default:
        return day.day();
    }
}

/// Days since some fixed day of a date, or milliseconds of an instant; empty where there is none.
double timeAsNumber(const FieldValue &v) {
    if (v.is<QDate>())
        return double(v.as<QDate>().toJulianDay());
    return v.is<Instant>() ? double(v.as<Instant>().ms) : emptyNumber;
}

} // namespace

FieldValue Evaluator::value(const PlanNode &step, const Record &row) {
    switch (step.op) {
    case PlanOp::Constant:
        return step.value;
    case PlanOp::Today:
        return dateOf(m_context.now, zone());
    case PlanOp::Now:
        return m_context.now;
    case PlanOp::Field: {
        FieldValue room;
        return fieldOf(step, row, room);
    }
    case PlanOp::OwnId:
    case PlanOp::ShortId:
    case PlanOp::Fold:
    case PlanOp::Lower:
        return text(step, row);
    case PlanOp::Follow:
        return follow(step, row);
    case PlanOp::DayOf:
        return dayOf(step, row);
    case PlanOp::Shift:
        return shifted(step, row);
    case PlanOp::Least:
    case PlanOp::Greatest:
        return extreme(step, row);
    case PlanOp::Coalesce:
        return firstFilled(step, row);
    case PlanOp::If:
        return value(step.children[holds(step.children[0], row) ? 1 : 2], row);
    case PlanOp::Count:
    case PlanOp::Sum:
    case PlanOp::Average:
    case PlanOp::Minimum:
    case PlanOp::Maximum:
        return aggregate(step, row);
    default:
        break;
    }
    if (step.type == ValueType::Money)
        return money(step, row);
    return step.type == ValueType::Number ? FieldValue(number(step, row))
                                          : FieldValue(holds(step, row));
}

/// The value of a step without a copy where it lies somewhere already; else in `room`.
const FieldValue &Evaluator::operand(const PlanNode &step, const Record &row, FieldValue &room) {
    if (step.op == PlanOp::Constant)
        return step.value;
    if (step.op == PlanOp::Field)
        return fieldOf(step, row, room);
    room = value(step, row);
    return room;
}

const FieldValue &Evaluator::fieldOf(const PlanNode &step, const Record &row, FieldValue &room) {
    const FieldValue &held = row.value(step.field);
    if (holdsType(held, step.type))
        return held;
    if (step.type != ValueType::Number || !held.is<qint64>())
        return nothing;
    room = double(held.as<qint64>());
    return room;
}

double Evaluator::number(const PlanNode &step, const Record &row) {
    return finiteOrEmpty(rawNumber(step, row));
}

double Evaluator::rawNumber(const PlanNode &step, const Record &row) {
    switch (step.op) {
    case PlanOp::Add:
        return rawNumber(step.children[0], row) + rawNumber(step.children[1], row);
    case PlanOp::Subtract:
        return rawNumber(step.children[0], row) - rawNumber(step.children[1], row);
    case PlanOp::Multiply:
        return rawNumber(step.children[0], row) * rawNumber(step.children[1], row);
    case PlanOp::Divide:
        return quotient(step, row);
    case PlanOp::Negate:
        return -rawNumber(step.children[0], row);
    case PlanOp::Absolute:
        return std::fabs(number(step.children[0], row));
    case PlanOp::Round:
        return rounded(number(step.children[0], row), step.digits);
    case PlanOp::DaysBetween:
    case PlanOp::Year:
    case PlanOp::Quarter:
    case PlanOp::Month:
    case PlanOp::Day:
        return numberOfTime(step, row);
    case PlanOp::Length: {
        FieldValue room;
        const FieldValue &of = operand(step.children[0], row, room);
        return of.is<QString>() ? characterCount(of.as<QString>()) : emptyNumber;
    }
    case PlanOp::MemberCount:
        return double(row.value(step.field).as<QStringList>().size());
    default:
        break;
    }
    FieldValue room;
    const FieldValue &v = operand(step, row, room);
    return v.is<double>() ? v.as<double>() : emptyNumber;
}

double Evaluator::quotient(const PlanNode &step, const Record &row) {
    const PlanNode &divisor = step.children[1];
    if (divisor.type == ValueType::Money) {
        FieldValue left;
        FieldValue right;
        const FieldValue &a = operand(step.children[0], row, left);
        const FieldValue &b = operand(divisor, row, right);
        return a.is<Money>() && b.is<Money>() ? ratio(a.as<Money>(), b.as<Money>()) : emptyNumber;
    }
    const double by = number(divisor, row);
    return by == 0 ? emptyNumber : rawNumber(step.children[0], row) / by;
}

double Evaluator::numberOfTime(const PlanNode &step, const Record &row) {
    FieldValue room;
    const FieldValue &first = operand(step.children[0], row, room);
    if (step.op != PlanOp::DaysBetween)
        return first.is<QDate>() ? datePart(step.op, first.as<QDate>()) : emptyNumber;
    FieldValue other;
    const FieldValue &second = operand(step.children[1], row, other);
    const double difference = timeAsNumber(first) - timeAsNumber(second);
    constexpr double msOfDay = 86'400'000;
    return step.children[0].type == ValueType::Date ? difference : difference / msOfDay;
}

FieldValue Evaluator::money(const PlanNode &step, const Record &row) {
    FieldValue room;
    const FieldValue &first = operand(step.children[0], row, room);
    if (!first.is<Money>())
        return {};
    const auto amount = first.as<Money>();
    if (step.op == PlanOp::Negate || step.op == PlanOp::Absolute) {
        const bool turns = step.op == PlanOp::Negate || amount.minor() < 0;
        return turns ? maybe(opposite(amount)) : FieldValue(amount);
    }
    if (step.op == PlanOp::Multiply)
        return maybe(times(amount, number(step.children[1], row)));
    if (step.op == PlanOp::Divide)
        return maybe(over(amount, number(step.children[1], row)));
    FieldValue other;
    const FieldValue &second = operand(step.children[1], row, other);
    if (!second.is<Money>())
        return {};
    return maybe(step.op == PlanOp::Add ? added(amount, second.as<Money>())
                                        : subtracted(amount, second.as<Money>()));
}

FieldValue Evaluator::shifted(const PlanNode &step, const Record &row) {
    FieldValue room;
    const FieldValue &from = operand(step.children[0], row, room);
    if (from.is<QDate>())
        return plus(from.as<QDate>(), step.shift.months, step.shift.rest);
    if (!from.is<Instant>())
        return {};
    const auto at = plus(from.as<Instant>(), step.shift.months, step.shift.rest, m_context.zone);
    return at ? FieldValue(*at) : FieldValue();
}

FieldValue Evaluator::extreme(const PlanNode &step, const Record &row) {
    FieldValue best;
    for (const PlanNode &child : step.children) {
        FieldValue room;
        const FieldValue &next = operand(child, row, room);
        if (next.isEmpty())
            return {};
        if (best.isEmpty()) {
            best = next;
            continue;
        }
        const auto order = compareValues(next, best);
        if (!order)
            return {};
        if (step.op == PlanOp::Least ? *order < 0 : *order > 0)
            best = next;
    }
    return best;
}

FieldValue Evaluator::firstFilled(const PlanNode &step, const Record &row) {
    for (const PlanNode &child : step.children) {
        FieldValue v = value(child, row);
        if (!v.isEmpty())
            return v;
    }
    return {};
}

FieldValue Evaluator::dayOf(const PlanNode &step, const Record &row) {
    FieldValue room;
    const FieldValue &at = operand(step.children[0], row, room);
    return at.is<Instant>() ? FieldValue(dateOf(at.as<Instant>(), zone())) : FieldValue();
}

FieldValue Evaluator::text(const PlanNode &step, const Record &row) {
    if (step.op == PlanOp::OwnId)
        return row.id().isNull() ? FieldValue() : FieldValue(row.id().text());
    if (step.op == PlanOp::ShortId) {
        const QString id = m_context.lookup.shortId(row.entity(), row.id());
        return id.isEmpty() ? FieldValue() : FieldValue(id);
    }
    FieldValue room;
    const FieldValue &of = operand(step.children[0], row, room);
    if (!of.is<QString>())
        return {};
    return step.op == PlanOp::Fold ? fold(of.as<QString>()) : of.as<QString>().toLower();
}

ZoneTime &Evaluator::zone() {
    if (!m_context.zoneTime)
        m_context.zoneTime.emplace(m_context.zone);
    return *m_context.zoneTime;
}

} // namespace dw
