// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expr/expression.h"

namespace dw {

/// The condition that people typed about rows of the entity. Fails as Expression::parse(), and
/// "cli.no_condition" {type}.
[[nodiscard]] Result<Expression> conditionFrom(const QString &typed, const Catalog &catalog,
                                               const EntityDesc &entity);

} // namespace dw
