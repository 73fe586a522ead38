// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/zonetime.h"
#include "core/catalog/catalog.h"
#include "core/catalog/lookup.h"
#include "core/expr/plan.h"
#include "core/expr/tree.h"

#include <QTimeZone>

namespace dw {

/// A parsed and checked expression over the fields of one entity. Immutable, cheap to copy,
/// thread-safe. The language is described in docs/EXPRESSIONS.md.
class Expression {
public:
    /// Parses and checks what a person typed (field keys). Errors point at the place: args {at:
    /// 0-based character, length, position: at + 1, …}; a near miss has a {suggestion}, and
    /// `reasons` say what was expected. Text: "expr.syntax" {expected, found}, "expr.too_long"
    /// (over 20,000 characters), "expr.too_deep" (over 100 levels), "expr.too_many" (over 2,000
    /// nodes). Names: "expr.unknown_field", "expr.unknown_function", "expr.unknown_relation",
    /// "expr.ambiguous_relation", "expr.not_a_link", "expr.path_too_long", "expr.choice" {value,
    /// choices}. Types: "expr.type" {operation, left, right} or {operation, expected, found},
    /// "expr.not_condition", "expr.arguments", "expr.money_number", "expr.time_number",
    /// "expr.currency", "expr.unit", "expr.whole_days", "expr.bad_duration", "expr.lone_duration",
    /// "expr.link_targets", "expr.use_contains", "expr.use_is_empty", "expr.member_literal",
    /// "expr.round_digits".
    /// Related rows: "expr.no_relation", "expr.count_rows", "expr.outside_list",
    /// "expr.where_outside", "expr.nested_aggregates". Formula fields: "expr.cycle", "expr.formula"
    /// {field}, "expr.formula_too_deep". Also "catalog.unknown_entity".
    [[nodiscard]] static Result<Expression> parse(const QString &text, const Catalog &catalog,
                                                  const QString &entity);
    /// The same from the stored form, which names fields by their stable names (FieldDesc::name).
    [[nodiscard]] static Result<Expression> fromStored(const QString &stored,
                                                       const Catalog &catalog,
                                                       const QString &entity);

    [[nodiscard]] const QString &entity() const { return m_entity; }
    [[nodiscard]] const ExprNode &tree() const { return m_checked->tree; }
    /// What the back ends run.
    [[nodiscard]] const PlanNode &plan() const { return m_checked->plan; }
    /// Type of the result; YesNo for a condition. Counters and counts are Number, texts of every
    /// sort Text, a link to a person is Link.
    [[nodiscard]] FieldType type() const;
    /// Entity that the result points at, where it is a link.
    [[nodiscard]] const QString &target() const { return m_checked->target; }
    /// Text with keys, as shown; parses back to the same tree.
    [[nodiscard]] QString text(const Catalog &catalog) const;
    /// Text with stable names, as stored.
    [[nodiscard]] QString stored() const;

private:
    struct Checked {
        ExprNode tree;
        PlanNode plan;
        QString target;
    };
    QString m_entity;
    std::shared_ptr<const Checked> m_checked;
    friend class ExpressionMaker;
};

/// What an evaluation may look at beside the record itself. Time comes from here only. Made once
/// and used for many records; nothing in it changes after the first. One thread at a time.
struct EvalContext {
    const Catalog &catalog;
    Lookup &lookup;
    Instant now;
    QTimeZone zone;
    std::optional<ZoneTime> zoneTime = {}; ///< Kept by evaluate(): what it has learnt of the zone.
};

/// Evaluates over a record handed in (which no database need hold yet, and which `lookup` has not
/// lent). Two-valued logic: a comparison with empty is false, arithmetic with empty and division by
/// zero give empty. Never fails: a checked expression has a value or is empty.
[[nodiscard]] FieldValue evaluate(const Expression &e, const Record &record, EvalContext &context);

/// A condition's answer: true only where the value is yes.
[[nodiscard]] bool holds(const Expression &condition, const Record &record, EvalContext &context);

} // namespace dw
