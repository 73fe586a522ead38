// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importcells.h"
#include "core/services/imports/importlinks.h"

namespace dw {

/// What the cells of one row say.
struct ReadRow {
    Record values;                ///< What could be read; links that were found.
    std::vector<Message> reasons; ///< Why it cannot come in, whatever else there is.
    QSet<quint16> unread;         ///< Fields whose cells could not be read, and say so already.
    /// Links to rows that are not there (yet).
    struct Missing {
        FieldHandle field;
        LinkName name;
    };
    std::vector<Missing> missing;
    QString stage;      ///< Deals: which one the text means depends on the pipeline.
    QStringList ownIds; ///< One for each of the plan's ownIds; empty where the cell is.
    std::optional<Instant> createdAt, changedAt;
    QString createdBy, changedBy;
    FieldValue quantity, price; ///< Of a deal's line.
    QString product, contact, role;
    QString madeName; ///< Of a deal in a file that has no names.
};

/// Reads the cells of a row as the plan says: typed values, links looked up. Reasons: "value.*",
/// "valid.*", "money.*", "link.ambiguous", "import.no_currency" {field, value},
/// "import.cell_error".
class RowReader {
public:
    /// The references must outlive the reader.
    RowReader(const Catalog &catalog, const EntityDesc &entity, ImportPlan plan, CellReader cells,
              ImportLinks &links);

    /// Fails: "store.*" only.
    Result<ReadRow> read(const TableRow &row);
    /// Reads typed text into a field: a default, where the file has no value.
    Result<void> take(FieldHandle field, const QString &text, ReadRow &into);
    [[nodiscard]] const ImportPlan &plan() const { return m_plan; }
    [[nodiscard]] const EntityDesc &entity() const { return m_entity; }
    /// Puts a link that was found, or a member of a set.
    void put(FieldHandle field, RecordId id, Record &values) const;

private:
    struct Cell {
        QString text;
        CellKind kind = CellKind::Text;
        [[nodiscard]] bool isBlank() const { return text.isEmpty(); }
    };
    [[nodiscard]] Cell cellOf(const TableRow &row, const ImportPlan::Column &column,
                              bool isLong = false) const;
    [[nodiscard]] ImportPlan::Column withCurrency(const ImportPlan::Column &column,
                                                  const TableRow &row) const;
    Result<void> takeName(const TableRow &row, ReadRow &into);
    Result<void> takeCell(const ImportPlan::Column &column, const Cell &cell, ReadRow &into);
    Result<void> takeLinks(FieldHandle field, const QString &text, const QString &id,
                           const QString &system, ReadRow &into);
    Result<void> takeLinkIds(const TableRow &row, ReadRow &into);
    void takeLine(const TableRow &row, ReadRow &into);
    void takeOrigin(const TableRow &row, ReadRow &into);
    void refuse(FieldHandle field, const Error &error, ReadRow &into) const;

    const Catalog &m_catalog;
    const EntityDesc &m_entity;
    ImportPlan m_plan;
    CellReader m_cells;
    ImportLinks &m_links;
    FieldHandle m_stage;          ///< Of deals; null for other entities.
    FieldHandle m_author;         ///< Of notes and touchpoints.
    std::vector<bool> m_isLink;   ///< By field, as the next one is.
    std::vector<QString> m_names; ///< "deal.account": as messages name them.
};

} // namespace dw
