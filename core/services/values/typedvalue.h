// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"

namespace dw {

/// What typed edits ask for, once their keys are fields, their names rows and their texts values.
struct TypedValues {
    struct Members {
        FieldHandle field;
        QStringList include, exclude;
    };
    Record values; ///< Fields that get a value or are cleared.
    std::vector<Members> members;
    std::vector<std::pair<FieldHandle, qint64>> increments;

    [[nodiscard]] bool gives(FieldHandle field) const { return values.has(field); }
};

/// Reads typed edits of a row, or (a null `id`) of a new one, for which members and increments
/// become values. Every edit that is wrong is named: one alone is the error, several are the
/// reasons of "field.several_wrong" {count}. Fails: "field.unknown" {entity, field},
/// "field.read_only" {field}, "field.not_a_set" {field}, "value.*", "link.unknown" {field, value},
/// "link.ambiguous" {field, value, count}, "store.*"; {field} is `entity.key` everywhere but in the
/// first.
[[nodiscard]] Result<TypedValues> readTypedEdits(Reader &reader, const EntityDesc &entity,
                                                 RecordId id, const std::vector<TypedEdit> &edits);

/// Writes them to a row that stands.
[[nodiscard]] Result<void> writeTypedValues(WriteTransaction &tx, const TypedValues &typed,
                                            const std::vector<GroupVersion> &seen = {});

/// Keys of the fields that they move, as `entity.key` with commas between.
[[nodiscard]] QString touchedFields(const EntityDesc &entity, const Record &standing,
                                    const TypedValues &typed);

} // namespace dw
