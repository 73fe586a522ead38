// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expr/expression.h"
#include "core/store/query/reader.h"

namespace dw {

/// An expression as SQL with bound parameters; nothing a person wrote stands in the text.
struct CompiledExpression {
    QString sql; ///< Over the row alias `t`, true or not (NULL) true; parameters are plain `?`, in
                 ///< order.
    std::vector<FieldValue> bindings; ///< Bound by bindCompiled.
};

/// The second back end; the first is evaluate(), and a randomised test holds the two equal. What
/// needs no row is computed here, the time too. The statement needs the functions of
/// registerExpressionFunctions(). Fails: "expr.not_condition" {found} where the result is not yes
/// or no, "expr.too_many" and "expr.too_deep" where SQLite's limits would be passed (its parser
/// takes about 25 levels).
[[nodiscard]] Result<CompiledExpression> compileCondition(const Expression &condition,
                                                          const Catalog &catalog,
                                                          const ReadTime &time);

/// Binds from parameter `at` on; returns the next free one.
int bindCompiled(Statement &s, int at, const CompiledExpression &compiled);

} // namespace dw
