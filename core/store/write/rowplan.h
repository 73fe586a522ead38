// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/reader.h"

namespace dw {

struct KeyTable;

/// How the rows of one entity are read: which columns, which child tables.
class RowPlan {
public:
    /// Looks which columns the connection sees: a reader whose snapshot is older than the catalogue
    /// has none yet for a custom field that was just added, and reads it as absent. The entity must
    /// outlive the plan.
    [[nodiscard]] static Result<std::shared_ptr<const RowPlan>> make(Connection &c,
                                                                     const EntityDesc &entity);

    /// Every field of the entity is there.
    [[nodiscard]] bool isWhole() const { return m_whole; }
    /// `SELECT` of every column of alias `t`, `FROM` the table.
    [[nodiscard]] QString select() const;
    /// The same along a key table by the alias `k`.
    [[nodiscard]] QString selectAlong(const KeyTable &keys) const;
    /// The row that the statement stands at; sets are not filled yet.
    [[nodiscard]] Row read(const Statement &s) const;
    /// Fills the set fields: row by row where they are few, else from one pass over each child
    /// table.
    Result<void> fillSets(Connection &c, std::vector<Row> &rows) const;

private:
    explicit RowPlan(const EntityDesc &entity) : m_entity(entity) {}
    Result<void> fillFew(Connection &c, FieldHandle field, std::vector<Row> &rows) const;
    Result<void> fillMany(Connection &c, FieldHandle field, std::vector<Row> &rows) const;

    const EntityDesc &m_entity;
    std::vector<FieldHandle> m_stored; ///< Everything but formulas.
    std::vector<FieldHandle> m_sets;
    QString m_columns;
    bool m_whole = true;
};

/// Names of the columns of a table as the connection sees it; empty where there is no such table.
[[nodiscard]] Result<QStringList> columnsInDatabase(Connection &c, const QString &table);

} // namespace dw
