// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace dw {

/// The policy that a type brings: sets include and exclude, counters add up, long text keeps both,
/// else the last writer.
[[nodiscard]] MergePolicy usualPolicy(FieldType type);

/// Fills what a description of a custom field may leave out: merge group and policy by type, the
/// target of a person, a missing label from the other language or the key; drops what its type does
/// not use.
void completeField(FieldDesc &field);

/// Judges the description of a custom field. Fails: "catalog.bad_key" with {key},
/// "catalog.bad_field" with {field} and in `reasons` each of "catalog.bad_name",
/// "catalog.label_too_long", "catalog.no_choices", "catalog.bad_choice" {choice},
/// "catalog.unknown_target" {target}, "catalog.bad_limits", "catalog.no_formula",
/// "catalog.bad_formula_type".
[[nodiscard]] Result<void> checkField(const Catalog &catalog, const EntityDesc &entity,
                                      const FieldDesc &field);

/// "catalog.bad_field" for one reason.
[[nodiscard]] Error badField(const FieldDesc &field, QString reason,
                             QMap<QString, QString> args = {});

} // namespace dw
