// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importer.h"

namespace dw {

/// A mapping as it applies to one file: which column becomes which field.
struct ImportPlan {
    struct Column {
        qsizetype at = 0;
        FieldHandle field;
    };
    std::vector<Column> columns;
    std::vector<std::pair<FieldHandle, QString>>
        defaults;                     ///< Also of fields that a column gives, for its empty cells.
    std::optional<Currency> currency; ///< The mapping's own.
    QStringList notUsed; ///< Columns that no field takes, but for those that rejects add.
    QStringList missing; ///< Columns that the mapping names and the file lacks.
};

/// Fails: "import.unknown_field" {entity, field}, "import.own_field" {entity, field} (the program
/// alone sets it), "import.field_twice" {entity, field}, "import.header_twice" {header} (a column
/// that a field takes stands in the header twice), "import.no_columns" (with "csv.separator"
/// {separator} as reason where the file seems to use another one).
[[nodiscard]] Result<ImportPlan> planImport(const EntityDesc &entity, const ImportMapping &mapping,
                                            const QStringList &header);

} // namespace dw
