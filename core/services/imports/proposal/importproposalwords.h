// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace dw {

/// Names under which other systems and spreadsheets export a field, with `|` between them; case,
/// width, blanks and punctuation do not count. `target` is a field key, or one of "#id",
/// "#created_at", "#created_by", "#changed_at", "#changed_by" (a ColumnUse), "#from_stage" (the
/// stage knows it), "#aside" (bookkeeping of the other system that nobody misses).
struct ImportWords {
    const char *entity; ///< Empty: of every entity that has the target.
    const char *target;
    const char16_t *names;
};

/// What people call an entity, for "Opportunity Name" and for files called so; what a link to it is
/// called as well.
struct EntityWords {
    const char *entity;
    const char16_t *names;
};

// One table an area; importproposalnames.cpp looks through all of them.
namespace importwords {
[[nodiscard]] std::span<const EntityWords> entities();
[[nodiscard]] std::span<const ImportWords> common();
[[nodiscard]] std::span<const ImportWords> customers();
[[nodiscard]] std::span<const ImportWords> deals();
[[nodiscard]] std::span<const ImportWords> activities();
[[nodiscard]] std::span<const ImportWords> people();
} // namespace importwords

} // namespace dw
