// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldvalue.h"

#include <vector>

namespace dw {

/// Where a part of an expression stood in the text that was parsed: 0-based characters (UTF-16
/// units).
struct Span {
    int at = 0;
    int length = 0;
};

enum class TimeUnit { Minutes, Hours, Days, Weeks, Months, Years };

/// A length of time as it was written: `30 days`. Months and years are whole numbers.
struct Duration {
    double amount = 0;
    TimeUnit unit = TimeUnit::Days;
    friend bool operator==(const Duration &, const Duration &) = default;
};

enum class Comparison { Equal, Unequal, Less, LessOrEqual, Greater, GreaterOrEqual };
enum class Arithmetic { Add, Subtract, Multiply, Divide };

enum class ExprKind {
    Literal,    ///< `value`: text, number, money, date, instant or yes/no.
    Duration,   ///< `duration`; only beside a date, an instant or a number of a unit of time.
    Field,      ///< `path`: link fields, then the field; or `id` or `short_id`.
    Call,       ///< `name`(children…).
    Aggregate,  ///< `name` over related rows; children: the value per row (not for count), then the
                ///< condition if `hasWhere`.
    Or,         ///< Two children or more.
    And,        ///< Two children or more.
    Not,        ///< One child.
    Compare,    ///< Two children and `comparison`.
    In,         ///< The first child among the others.
    Contains,   ///< Text within text, member of a set.
    StartsWith, ///< Two children.
    IsEmpty,    ///< One child.
    Arithmetic, ///< Two children and `arithmetic`.
    Negate      ///< One child.
};

/// One node of an expression, as a person wrote it. A checked tree names fields by their stable
/// names.
struct ExprNode {
    ExprKind kind = ExprKind::Literal;
    Span span;
    Comparison comparison = Comparison::Equal;
    Arithmetic arithmetic = Arithmetic::Add;
    bool negated = false;  ///< In, Contains, StartsWith, IsEmpty: written with `not`.
    bool hasWhere = false; ///< Aggregate: the last child is the condition on the related rows.
    FieldValue value;
    Duration duration;
    QString name; ///< Call, Aggregate: the function.
    QStringList
        path; ///< Field; Aggregate: links to the row whose related rows are meant, mostly none.
    QString relation; ///< Aggregate: plural of the related rows.
    QString via;      ///< Aggregate: their link field, by which they belong to the row.
    std::vector<ExprNode> children;
};

/// True where both say the same; where they stood in a text does not matter.
[[nodiscard]] bool sameTree(const ExprNode &a, const ExprNode &b);
/// Levels of the tree; 1 for a node without children.
[[nodiscard]] int depthOf(const ExprNode &node);

} // namespace dw
