// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"

namespace dw::cli {

/// Reads `FIELD=VALUE`, `FIELD=` (empties), `FIELD+=MEMBER` and `FIELD-=MEMBER`. A field
/// is named by its key or its label in either language; what names none is left as it is. Fails
/// (Invalid): "cli.bad_assignment" {value}, "cli.assigned_twice" {key}.
[[nodiscard]] Result<std::vector<TypedEdit>> assignmentsFrom(const EntityDesc &entity,
                                                             const QStringList &words);

} // namespace dw::cli
