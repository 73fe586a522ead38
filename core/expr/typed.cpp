// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/typed.h"

#include "core/domain/text.h"
#include "core/expr/words.h"

#include <array>

namespace dw {
using namespace Qt::StringLiterals;

QString typeWord(const Typed &typed) {
    // In the order of ValueType.
    static constexpr std::array words{"yes_no"_L1, "number"_L1,  "text"_L1, "choice"_L1, "money"_L1,
                                      "date"_L1,   "instant"_L1, "link"_L1, "set"_L1};
    return typed.duration ? u"duration"_s : QString(words.at(size_t(typed.type)));
}

PlanNode planStep(PlanOp op, ValueType type, std::vector<PlanNode> children) {
    PlanNode made;
    made.op = op;
    made.type = type;
    for (const PlanNode &child : children) {
        made.constant = made.constant && child.constant;
        made.local = made.local && child.local;
    }
    made.children = std::move(children);
    return made;
}

PlanNode planConstant(ValueType type, FieldValue value) {
    PlanNode made;
    made.op = PlanOp::Constant;
    made.type = type;
    made.value = std::move(value);
    return made;
}

PlanNode planFold(PlanNode text) {
    if (text.op != PlanOp::Constant)
        return planStep(PlanOp::Fold, ValueType::Text, planChildren(std::move(text)));
    if (text.value.is<QString>())
        text.value = fold(text.value.as<QString>());
    text.type = ValueType::Text;
    return text;
}

PlanNode planDay(PlanNode dateOrInstant) {
    if (dateOrInstant.type != ValueType::Instant)
        return dateOrInstant;
    return planStep(PlanOp::DayOf, ValueType::Date, planChildren(std::move(dateOrInstant)));
}

std::optional<qint64> millisecondsOf(TimeUnit unit) {
    switch (unit) {
    case TimeUnit::Minutes:
        return 60'000;
    case TimeUnit::Hours:
        return 3'600'000;
    case TimeUnit::Days:
        return 86'400'000;
    case TimeUnit::Weeks:
        return 7 * 86'400'000;
    case TimeUnit::Months:
    case TimeUnit::Years:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> durationIn(const Duration &duration, const QString &unit) {
    const auto fieldUnit = timeUnitOf(unit);
    const auto own = millisecondsOf(duration.unit);
    if (!fieldUnit || !own)
        return std::nullopt;
    const auto one = millisecondsOf(*fieldUnit);
    if (!one)
        return std::nullopt;
    return duration.amount * double(*own) / double(*one);
}

} // namespace dw
