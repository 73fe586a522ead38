// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/expr/tree.h"

#include <memory>

namespace dw {

enum class ValueType : quint8 { YesNo, Number, Text, Choice, Money, Date, Instant, Link, Set };

/// What a step of a plan does. `c0`, `c1` are its children.
enum class PlanOp : quint8 {
    Constant, ///< `value`; text that is compared is folded already.
    Today,
    Now,
    Field,   ///< `field` of the row. Counters become numbers, text of no characters is empty.
    OwnId,   ///< The row's UUID as text.
    ShortId, ///< The row's short id.
    Follow,  ///< c1 over the row of `entity` that the link c0 points at; empty where there is none.
    Fold,    ///< Folded text of c0.
    DayOf,   ///< Date of the instant c0 in the workspace's zone.
    Add,     ///< Numbers or amounts.
    Subtract,    ///< Numbers or amounts.
    Multiply,    ///< Numbers, or the amount c0 by the number c1.
    Divide,      ///< Numbers, an amount by a number, or an amount by an amount.
    Negate,      ///< A number or an amount.
    DaysBetween, ///< c0 - c1 of two dates or two instants, in days.
    Shift,       ///< The date or instant c0 moved by `shift`.
    Year,
    Quarter,
    Month,
    Day,
    Length,
    Lower,
    Absolute,
    Round,    ///< c0 to `digits` decimals.
    Least,    ///< Empty where a child is.
    Greatest, ///< Empty where a child is.
    Coalesce, ///< The first child that is not empty.
    If,       ///< c1 where c0 holds, else c2.
    And,      ///< From here to Named: conditions, never empty.
    Or,
    Not,
    Compare,    ///< c0 `comparison` c1, of one type; text is folded.
    In,         ///< c0 equals one of the others.
    Contains,   ///< Folded text c1 stands within c0.
    StartsWith, ///< Folded text c0 begins with c1.
    IsEmpty,
    HasMember, ///< Set `field` has a member of `names`; c0 is the title of a row of `entity`, if
               ///< the members are rows.
    Named, ///< The row of `entity` that the link c0 points at is, or with Unequal is not, one of
           ///< `names`; c1 is its title.
    MemberCount, ///< Members of the set `field`.
    Count, ///< From here on: over rows of `entity` whose `link` points at this row; the last child
           ///< is the condition.
    Sum,   ///< c0 per row.
    Average,
    Minimum,
    Maximum
};

/// Names by which a person may mean a row; all folded or parsed once.
struct PlanNames {
    QStringList texts;    ///< Folded titles, or keys of choices.
    QStringList shortIds; ///< Upper case.
    std::vector<RecordId> ids;
};

/// How far Shift moves: months by the calendar, then days (dates) or milliseconds (instants).
struct PlanShift {
    int months = 0;
    qint64 rest = 0;
};

/// One step of a checked expression: types are right, fields are handles, literals and formula
/// fields are put in. Both back ends run this.
struct PlanNode {
    PlanOp op = PlanOp::Constant;
    ValueType type = ValueType::YesNo;
    Comparison comparison = Comparison::Equal;
    bool constant = true;  ///< Needs no row, only the time.
    bool local = true;     ///< Needs no row but its own.
    bool hasWhere = false; ///< Aggregates: the last child is the condition.
    quint8 digits = 0;
    FieldHandle field;
    PlanShift shift;
    FieldValue value;
    QString entity;
    QString link;
    std::shared_ptr<const PlanNames> names;
    std::vector<PlanNode> children;
};

} // namespace dw
