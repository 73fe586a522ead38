// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddesc.h"
#include "core/expr/plan.h"

namespace dw {

/// A checked part of an expression: its plan, and what is known of its value.
struct Typed {
    PlanNode plan;
    ValueType type = ValueType::YesNo;
    std::optional<Duration> duration; ///< Set for a length of time, which has no plan.
    QString unit;                     ///< Number: "days", "%", … ; empty = none or unknown.
    std::optional<Currency> currency; ///< Money: where every row has the same.
    QString target;                   ///< Link: entity.
    const std::vector<Choice> *choices = nullptr; ///< Choice, and Set of choices; of the catalogue.
    bool literal = false;

    [[nodiscard]] bool isText() const { return type == ValueType::Text && !duration; }
    [[nodiscard]] bool is(ValueType t) const { return type == t && !duration; }
    /// Text, a choice (its key) or a link (its title).
    [[nodiscard]] bool isTextLike() const {
        return is(ValueType::Text) || is(ValueType::Choice) || is(ValueType::Link);
    }
    /// A text in quotes.
    [[nodiscard]] bool isTextLiteral() const { return literal && is(ValueType::Text); }
};

/// The type as error messages name it: "number", "money", "duration", …
[[nodiscard]] QString typeWord(const Typed &typed);

/// A step over children; `constant` and `local` follow from them.
[[nodiscard]] PlanNode planStep(PlanOp op, ValueType type, std::vector<PlanNode> children);
[[nodiscard]] PlanNode planConstant(ValueType type, FieldValue value);
/// The children of a braced list, moved.
template <typename... Nodes> [[nodiscard]] std::vector<PlanNode> planChildren(Nodes &&...nodes) {
    std::vector<PlanNode> children;
    children.reserve(sizeof...(nodes));
    (children.push_back(std::forward<Nodes>(nodes)), ...);
    return children;
}

/// Folded text; of a literal once and for all.
[[nodiscard]] PlanNode planFold(PlanNode text);
/// The day of an instant; a date as it is.
[[nodiscard]] PlanNode planDay(PlanNode dateOrInstant);

/// How many milliseconds the unit has; nothing for months and years.
[[nodiscard]] std::optional<qint64> millisecondsOf(TimeUnit unit);
/// The duration in a unit of time of a field ("days", "hours", …); nothing where the field's unit
/// is none, or the duration is one of months or years.
[[nodiscard]] std::optional<double> durationIn(const Duration &duration, const QString &unit);

} // namespace dw
