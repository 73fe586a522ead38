// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"

namespace dw::cli {

/// Reads `FIELD=VALUE`, `FIELD=` (empties), `FIELD+=MEMBER` and `FIELD-=MEMBER`. Fails (Invalid):
/// "cli.bad_assignment" {value}, "cli.assigned_twice" {key}.
[[nodiscard]] Result<std::vector<TypedEdit>> assignmentsFrom(const QStringList &words);

} // namespace dw::cli
