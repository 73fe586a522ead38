// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddefinition.h"
#include "core/services/imports/importer.h"

namespace dw {

/// A mapping as it applies to one file: which column becomes what, and how its cells are read.
struct ImportPlan {
    struct Column {
        qsizetype at = -1; ///< -1: there is none.
        FieldHandle field = {};
        NumberForm number = {};
        DateOrder dates = DateOrder::YearMonthDay;
        QString currency = {}; ///< Code for bare numbers; empty = none.
        qint64 multiplier = 1;
        QString system = {}; ///< Of ids.
        [[nodiscard]] bool isThere() const { return at >= 0; }
    };
    std::vector<Column> columns; ///< Fields of the entity.
    std::vector<Column> linkIds; ///< Ids that links have in another system.
    std::vector<Column> ownIds;  ///< Ids that the row has in other systems.
    Column createdAt, createdBy, changedAt, changedBy;
    Column product, quantity, price;        ///< A line of a deal.
    Column contact, role;                   ///< A contact of a deal.
    Column firstName, middleName, lastName; ///< The name in parts (importparts.h).
    std::vector<Column> currencies;         ///< Of amounts that stand in other columns.
    std::vector<std::pair<FieldHandle, QString>>
        defaults;                   ///< Also of fields that a column gives, for its empty cells.
    std::vector<FieldHandle> match; ///< What rows are found by; empty = as usual.
    QStringList notUsed;            ///< Columns that nothing takes, but for those that rejects add.
    QStringList missing;            ///< Columns that the mapping names and the file lacks.

    [[nodiscard]] bool gives(FieldHandle field) const;
};

/// Fails: "import.unknown_field" {entity, field}, "import.own_field" {entity, field} (the program
/// alone sets it), "import.no_link" {entity, field} (ids of another system stand for links only),
/// "import.field_twice" {entity, field}, "import.header_twice" {header} (a column that a field
/// takes stands in the header twice), "import.no_columns" (with "csv.separator" {separator} as
/// reason where the file seems to use another one).
[[nodiscard]] Result<ImportPlan> planImport(const EntityDesc &entity, const ImportMapping &mapping,
                                            const QStringList &header);

/// The catalogue with the fields that a mapping wants made, and what they are; a field of that key
/// and type that is there already is taken. `nameOf(n)`: the stable name that the n-th new field of
/// the import will get. Fails: "import.field_type" {entity, field}, as Catalog::withField().
struct FieldsToBe {
    CatalogPtr catalog;
    std::vector<FieldDefinition> fields;
};
[[nodiscard]] Result<void> addNewFields(FieldsToBe &known, const QString &entity,
                                        const ImportMapping &mapping,
                                        const std::function<QString(qsizetype)> &nameOf);

} // namespace dw
