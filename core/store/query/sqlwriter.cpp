// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/sqlwriter.h"

#include "core/expr/exprerror.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// The parser's stack has 100 places; a query around the condition takes some.
constexpr int mostDepth = 78;
constexpr qsizetype longestSql = readerSqlLength / 2;
constexpr size_t mostParameters = 30'000;

} // namespace

bool SqlWriter::goesOn() {
    if (m_sql.size() > longestSql || m_bindings.size() > mostParameters)
        m_failure = u"expr.too_many"_s;
    else if (m_depth > mostDepth)
        m_failure = u"expr.too_deep"_s;
    return m_failure.isEmpty();
}

void SqlWriter::parameter(FieldValue value) {
    write(u"?");
    m_bindings.push_back(std::move(value));
}

/// Names come from the catalogue, which takes no others than `[a-z][a-z0-9_]*`; some of them are
/// words of SQL.
void SqlWriter::column(const Scope &scope, const QString &name) {
    write(scope.alias);
    write(u".\"");
    write(name);
    write(u"\"");
}

SqlWriter::Scope SqlWriter::rowOf(const QString &entity) {
    return {m_catalog.entity(entity), u'r' + QString::number(++m_aliases)};
}

Result<CompiledExpression> SqlWriter::run(const PlanNode &root, const QString &entity) {
    condition(root, {m_catalog.entity(entity), u"t"_s});
    if (!goesOn()) {
        const int limit = m_failure == "expr.too_deep"_L1 ? exprlimits::levels : exprlimits::nodes;
        return exprError(m_failure.toLatin1().constData(), {},
                         {{u"limit"_s, QString::number(limit)}});
    }
    return CompiledExpression{std::move(m_sql), std::move(m_bindings)};
}

} // namespace dw
