// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/tree.h"

#include <algorithm>

namespace dw {

bool sameTree(const ExprNode &a, const ExprNode &b) {
    return a.kind == b.kind && a.comparison == b.comparison && a.arithmetic == b.arithmetic
           && a.negated == b.negated && a.hasWhere == b.hasWhere && a.value == b.value
           && a.duration == b.duration && a.name == b.name && a.path == b.path
           && a.relation == b.relation && a.via == b.via
           && std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                         sameTree);
}

int depthOf(const ExprNode &node) {
    int deepest = 0;
    for (const ExprNode &child : node.children)
        deepest = std::max(deepest, depthOf(child));
    return deepest + 1;
}

} // namespace dw
