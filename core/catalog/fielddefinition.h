// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"

namespace dw {

/// A custom field and the entity it belongs to, as a row of `custom_field` holds it.
struct FieldDefinition {
    QString entity;
    FieldDesc field;
    friend bool operator==(const FieldDefinition &, const FieldDefinition &) = default;
};

/// The row of `custom_field` that describes the field. Its `definition` is a JSON object with the
/// members unit, choices
/// ([{"key","en","zh"}]), target, validity ({"required","min","max","max_length"}), personal
/// ("none", "name", "contact", "sensitive"), policy ("last_writer", "add", "include_exclude",
/// "keep_both"), formula, formula_type, searched, section; a member that says what is usual is left
/// out.
[[nodiscard]] Record fieldToRecord(const Catalog &catalog, const FieldDefinition &definition,
                                   RecordId id);

/// The counterpart; members of the JSON that this version does not know are passed over. What the
/// catalogue thinks of the field is asked of Catalog::withField. Fails: "catalog.bad_definition"
/// with {field, member} (Damaged) on an unknown type or on JSON of another shape.
[[nodiscard]] Result<FieldDefinition> fieldFromRecord(const Catalog &catalog, const Record &record);

} // namespace dw
