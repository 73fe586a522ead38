// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/expr/functions.h"
#include "core/expr/typed.h"

#include <map>

namespace dw {

/// How the fields of a tree are named: by the key that people type, or by the stable name that is
/// stored.
enum class FieldNaming { Keys, StableNames };

/// Checks a tree against the catalogue. What it names is looked up, types, units and currencies are
/// judged, and a plan is made that both back ends run. In the tree, fields get their stable names,
/// choices their keys, and calls that are aggregates become Aggregate. One object an expression.
class Checker {
public:
    Checker(const Catalog &catalog, FieldNaming naming) : m_catalog(catalog), m_naming(naming) {}

    /// Fails with the errors that Expression::parse names.
    [[nodiscard]] Result<Typed> checkRoot(ExprNode &root, const EntityDesc &entity);

private:
    using Scope = const EntityDesc &;

    /// A way from the row to a field: over links to a row of `entity`.
    struct Place {
        std::vector<std::pair<FieldHandle, const EntityDesc *>>
            links; ///< Link field and what it points at.
        const EntityDesc *entity = nullptr;
        FieldHandle field; ///< Null for `id` and `short_id`.
        QString special;
        QStringList names; ///< Stable names of the links and the field.
    };
    /// How a side of a comparison is looked at.
    enum class View { AsIs, Text, Day };
    struct Pairing {
        View left = View::AsIs;
        View right = View::AsIs;
        bool isName = false; ///< The right side is a literal name for what the left side links to.
    };
    /// Where the related rows of an aggregate are.
    struct Relation {
        Place place; ///< Of the row whose related rows are meant; no field.
        const EntityDesc *rows = nullptr;
        FieldHandle via;
        QString word;         ///< As it was typed.
        qsizetype length = 0; ///< Parts of the path that name it, with the links before and behind.
    };

    // checker.cpp
    Result<Typed> check(ExprNode &node, Scope scope);
    Result<Typed> checkKind(ExprNode &node, Scope scope);
    Result<Typed> literal(const ExprNode &node);
    Result<Typed> logic(ExprNode &node, Scope scope);
    Result<PlanNode> condition(ExprNode &node, Scope scope);
    Result<Typed> isEmpty(ExprNode &node, Scope scope);

    // checker_fields.cpp
    Result<Typed> field(ExprNode &node, Scope scope);
    Result<Place> place(const ExprNode &node, Scope scope) const;
    Result<Typed> leaf(const Place &place, Span span);
    Result<Typed> formula(const EntityDesc &entity, const FieldDesc &desc, Span span);
    Result<Typed> formulaText(const EntityDesc &entity, const FieldDesc &desc, Span span);
    [[nodiscard]] static PlanNode wrapped(const Place &place, PlanNode leaf);
    [[nodiscard]] PlanNode titleOf(const EntityDesc &entity, int depth = 0) const;
    [[nodiscard]] PlanNode asText(Typed &typed) const;
    [[nodiscard]] FieldHandle named(const EntityDesc &entity, const QString &name) const;
    [[nodiscard]] Error unknownField(const ExprNode &node, qsizetype part,
                                     const EntityDesc &entity) const;

    // checker_compare.cpp
    Result<Typed> comparison(ExprNode &node, Scope scope);
    Result<Typed> in(ExprNode &node, Scope scope);
    Result<Pairing> pair(Comparison comparison, Typed &left, ExprNode &leftNode, Typed &right,
                         ExprNode &rightNode, Span span) const;
    Result<Pairing> pairTypes(Comparison comparison, const Typed &left, const Typed &right,
                              Span span) const;
    [[nodiscard]] PlanNode viewed(View view, Typed &typed) const;
    [[nodiscard]] PlanNode namedPlan(Comparison comparison, const Typed &link,
                                     PlanNames names) const;

    [[nodiscard]] static PlanNames namesOf(const QString &typed, const EntityDesc &target);
    static Result<void> chooseKey(const std::vector<Choice> &choices, ExprNode &literal);

    // checker_text.cpp
    Result<Typed> containsOrStarts(ExprNode &node, Scope scope);
    Result<Typed> textTest(ExprNode &node, Scope scope);
    Result<Typed> member(ExprNode &node, const Place &place);

    // checker_arithmetic.cpp
    Result<Typed> arithmetic(ExprNode &node, Scope scope);
    Result<Typed> negated(ExprNode &node, Scope scope);
    Result<Typed> sum(const ExprNode &node, Typed left, Typed right) const;
    Result<Typed> withDuration(const ExprNode &node, Typed left, Typed right) const;
    Result<Typed> product(const ExprNode &node, Typed left, Typed right) const;
    Result<Typed> quotient(const ExprNode &node, Typed left, Typed right) const;

    // checker_calls.cpp
    Result<Typed> call(ExprNode &node, Scope scope);
    Result<Typed> function(Function function, const ExprNode &node,
                           std::vector<Typed> &arguments) const;
    Result<Typed> ofDates(Function function, const ExprNode &node,
                          std::vector<Typed> &arguments) const;
    Result<Typed> ofNumber(Function function, const ExprNode &node,
                           std::vector<Typed> &arguments) const;
    Result<Typed> common(PlanOp op, const ExprNode &node, std::vector<Typed> &arguments,
                         size_t first) const;

    // checker_aggregates.cpp
    Result<Typed> aggregate(ExprNode &node, Scope scope);
    Result<Typed> overRows(PlanOp op, ExprNode &node, const Relation &relation,
                           const QStringList &prefix);
    static Result<Typed> memberCount(ExprNode &node, const Place &place);
    [[nodiscard]] static PlanNode countedOrZero(const Place &place, PlanNode count);
    Result<Relation> relation(const ExprNode &node, Scope scope) const;
    Result<FieldHandle> linkBetween(const EntityDesc &rows, const EntityDesc &to,
                                    const ExprNode &node, qsizetype part) const;
    [[nodiscard]] const EntityDesc *rowsNamed(const QString &word, const EntityDesc &to) const;
    [[nodiscard]] Error unknownRelation(const ExprNode &node, qsizetype part,
                                        const EntityDesc &entity) const;
    /// With `optionalFor` (entity of the rows) only where it stands, and no field has that name.
    static Result<void> strip(ExprNode &node, const QStringList &prefix,
                              const EntityDesc *optionalFor);

    const Catalog &m_catalog;
    FieldNaming m_naming;
    size_t m_steps = 0;
    int m_aggregates = 0;
    std::vector<std::pair<QString, QString>>
        m_formulas; ///< Entity and stable name of those being put in.
    std::map<std::pair<QString, QString>, Typed> m_checkedFormulas;
};

/// Brings what two numbers or amounts are in together: the unit or the currency of the result.
/// Fails: "expr.unit" {left, right}, "expr.currency" {left, right}.
[[nodiscard]] Result<void> joinUnits(Typed &left, const Typed &right, Span span);
/// "expr.type" for an operator or function that does not take these.
[[nodiscard]] Error typeError(Span span, const QString &operation, const Typed &left,
                              const Typed &right);
/// The same for one value, with what is wanted instead.
[[nodiscard]] Error wantedType(Span span, const QString &operation, const char *wanted,
                               const Typed &found);
/// Length of a plan in steps.
[[nodiscard]] size_t stepsOf(const PlanNode &plan);

} // namespace dw
