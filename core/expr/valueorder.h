// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldvalue.h"
#include "core/expr/plan.h"
#include "core/expr/valuemath.h"

namespace dw {

/// Orders two values of one type: less than, equal to or greater than zero. Nothing where one is
/// empty, where amounts have different currencies, or where there is no such order (links and
/// yes/no are equal or not).
[[nodiscard]] std::optional<int> compareValues(const FieldValue &a, const FieldValue &b);
/// What a comparison says of that order.
[[nodiscard]] bool answers(Comparison comparison, int order);

} // namespace dw
