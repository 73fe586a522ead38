// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expr/evaluator.h"
#include "core/store/query/compile.h"

#include <functional>

namespace dw {

/// Writes a plan as SQL, from left to right, so that parameters come in the order of their places.
/// Every value is one SQL expression, NULL where it is empty; a condition is true, or false or
/// NULL.
class SqlWriter {
public:
    SqlWriter(const Catalog &catalog, EvalContext &time) : m_catalog(catalog), m_time(time) {}

    /// The condition over rows of `entity` by the alias `t`. Fails: "expr.too_many",
    /// "expr.too_deep".
    [[nodiscard]] Result<CompiledExpression> run(const PlanNode &condition, const QString &entity);

private:
    /// Whose row is meant.
    struct Scope {
        const EntityDesc *entity;
        QString alias;
    };
    /// What SQLite's parser has to remember while this part is read; its stack is small.
    class Nested {
    public:
        Nested(SqlWriter &w, int cost) : m_writer(w), m_cost(cost) { w.m_depth += cost; }
        ~Nested() { m_writer.m_depth -= m_cost; }
        Nested(const Nested &) = delete;
        Nested &operator=(const Nested &) = delete;

    private:
        SqlWriter &m_writer;
        int m_cost;
    };

    // sqlwriter.cpp
    /// False where a limit is passed; nothing more is written then.
    [[nodiscard]] bool goesOn();
    void write(QStringView sql) { m_sql += sql; }
    void parameter(FieldValue value);
    void column(const Scope &scope, const QString &name);
    [[nodiscard]] Scope rowOf(const QString &entity);

    // sqlwriter_values.cpp
    void value(const PlanNode &step, const Scope &scope);
    void valueOf(const PlanNode &step, const Scope &scope);
    void field(const PlanNode &step, const Scope &scope);
    void call(QStringView function, const PlanNode &step, const Scope &scope);
    /// An argument behind `before` others; without their brackets.
    void argument(const PlanNode &step, const Scope &scope, size_t before);
    void arithmetic(const PlanNode &step, const Scope &scope);
    void rawNumber(const PlanNode &step, const Scope &scope);
    void operand(const PlanNode &step, const Scope &scope, bool brackets);
    void daysBetween(const PlanNode &step, const Scope &scope);
    void shift(const PlanNode &step, const Scope &scope);
    void choose(const PlanNode &step, const Scope &scope);

    // sqlwriter_conditions.cpp
    void condition(const PlanNode &step, const Scope &scope);
    /// Parts `from` to before `to` with a word between them.
    void joined(size_t from, size_t to, QStringView word, const std::function<void(size_t)> &part);
    void negation(const PlanNode &step, const Scope &scope);
    void comparison(const PlanNode &step, const Scope &scope);
    bool rowCountTest(const PlanNode &step, const Scope &scope);
    void compare(const PlanNode &left, Comparison sign, const PlanNode &right, const Scope &scope);
    void compareAmounts(const PlanNode &left, Comparison sign, const PlanNode &right,
                        const Scope &scope);
    bool amountIs(const PlanNode &field, Comparison sign, const PlanNode &known,
                  const Scope &scope);
    void in(const PlanNode &step, const Scope &scope);
    void list(const QStringList &texts);

    // sqlwriter_rows.cpp
    void fromLive(const Scope &row);
    void fromLinked(const Scope &row, const QString &link, const Scope &scope);
    void follow(const PlanNode &step, const Scope &scope);
    void aggregate(const PlanNode &step, const Scope &scope);
    void relatedRows(const PlanNode &step, const Scope &scope, const Scope &rows);
    void named(const PlanNode &step, const Scope &scope);
    void hasMember(const PlanNode &step, const Scope &scope);
    void memberRows(const PlanNode &step, const Scope &scope);
    void matches(const PlanNode &title, const PlanNames &names, const Scope &row);

    const Catalog &m_catalog;
    EvalContext &m_time;
    QString m_sql;
    std::vector<FieldValue> m_bindings;
    int m_aliases = 0;
    int m_depth = 0;
    QString m_failure; ///< Id of the error.
};

} // namespace dw
