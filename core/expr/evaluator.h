// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expr/expression.h"

namespace dw {

/// The first back end: runs a plan over a record.
class Evaluator {
public:
    explicit Evaluator(EvalContext &context) : m_context(context) {}

    /// The value of a step; of a condition yes or no.
    [[nodiscard]] FieldValue value(const PlanNode &step, const Record &row);
    /// True where the step is yes.
    [[nodiscard]] bool holds(const PlanNode &step, const Record &row);

private:
    // evaluator.cpp: values of one row
    const FieldValue &operand(const PlanNode &step, const Record &row, FieldValue &room);
    static const FieldValue &fieldOf(const PlanNode &step, const Record &row, FieldValue &room);
    /// A number that may still be infinite: sums and products look at that only once, at their end.
    double rawNumber(const PlanNode &step, const Record &row);
    double number(const PlanNode &step, const Record &row);
    double quotient(const PlanNode &step, const Record &row);
    double numberOfTime(const PlanNode &step, const Record &row);
    FieldValue money(const PlanNode &step, const Record &row);
    FieldValue shifted(const PlanNode &step, const Record &row);
    FieldValue extreme(const PlanNode &step, const Record &row);
    FieldValue firstFilled(const PlanNode &step, const Record &row);
    FieldValue dayOf(const PlanNode &step, const Record &row);
    FieldValue text(const PlanNode &step, const Record &row);
    ZoneTime &zone();

    // evaluator_conditions.cpp
    bool compares(const PlanNode &step, const Record &row);
    bool isIn(const PlanNode &step, const Record &row);
    bool textTest(const PlanNode &step, const Record &row);

    // evaluator_rows.cpp: other rows
    FieldValue follow(const PlanNode &step, const Record &row);
    bool isNamed(const PlanNode &step, const Record &row);
    bool hasMember(const PlanNode &step, const Record &row);
    bool matches(const PlanNode &title, const Record &row, const PlanNode &step);
    FieldValue aggregate(const PlanNode &step, const Record &row);
    FieldValue numberTotal(const PlanNode &step, const std::vector<const Record *> &rows);
    FieldValue moneyTotal(const PlanNode &step, const std::vector<const Record *> &rows);
    FieldValue extremeOf(const PlanNode &step, const std::vector<const Record *> &rows);

    EvalContext &m_context;
};

} // namespace dw
