// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/expr/tree.h"

namespace dw {

/// Reads text to a tree whose fields are named as they were typed; nothing is looked up. Every call
/// is a Call, aggregates too (`hasWhere` set where the last child is their condition). Fails:
/// "expr.syntax" with what was {expected} and {found} and the reason, "expr.too_long",
/// "expr.too_deep", "expr.too_many" {limit}. Any text is safe.
[[nodiscard]] Result<ExprNode> parseTree(const QString &text);

} // namespace dw
