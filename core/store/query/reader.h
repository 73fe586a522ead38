// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/lookup.h"
#include "core/expr/expression.h"
#include "core/store/schema/catalogholder.h"
#include "core/store/sqlite/sqlite.h"

#include <QHash>

namespace dw {

class RowPlan;

/// A record with the columns that every table has.
struct Row {
    Record record;
    QString shortId;
    bool deleted = false;
    RecordId mergedInto;
};

struct SortKey {
    QString field; ///< Stable name; "short_id" too. Text fields that are sortable go by their
                   ///< collation key.
    bool descending = false;
};

/// Which rows of one entity, in which order. Empty values come last, up and down; links go by the
/// title of the row they point at, choices in the order of the catalogue, money by currency first.
/// Rows that tie are ordered by id, so pages by key never overlap.
struct Query {
    QString entity;
    std::optional<Expression> where;
    std::vector<SortKey> sort;
    std::optional<RecordId> after; ///< Continue behind this row (key-set paging).
    int limit = 0;                 ///< 0 = all.
    bool bin = false;              ///< The deleted rows instead.
};

/// Time as expressions see it.
struct ReadTime {
    Instant now;
    QTimeZone zone;
};

/// Reads rows over one connection; belongs to its thread. Sees what its connection sees (the
/// writer's sees what is not yet committed).
class Reader final : public Lookup {
public:
    Reader(Connection &connection, const CatalogHolder &catalog)
        : m_connection(connection),
          m_catalog(catalog) {}

    [[nodiscard]] CatalogPtr catalog() const { return m_catalog.get(); }
    [[nodiscard]] Connection &connection() { return m_connection; }

    /// The row, deleted or not; nullopt when there is none. Derived fields are there, formulas are
    /// not.
    [[nodiscard]] Result<std::optional<Row>> find(const QString &entity, RecordId id);
    /// Rows of a query. Fails: "store.busy", "store.deadline" (the query ran longer than
    /// `deadlineMs`), "store.damaged", "record.sort" with {entity, field} (no such field, or none
    /// that sorts), "record.unknown" (no such row to continue behind).
    [[nodiscard]] Result<std::vector<Row>> list(const Query &query, const ReadTime &time,
                                                int deadlineMs = 60'000);
    /// The ids of all rows of the query in its order, whatever its `after` and `limit`: for whoever
    /// goes through many rows in an order that is not a key's. Fails as list() does.
    [[nodiscard]] Result<std::vector<RecordId>> ids(const Query &query, const ReadTime &time,
                                                    int deadlineMs = 60'000);
    /// How many rows the query has, whatever its `after` and `limit`. Fails as list() does.
    [[nodiscard]] Result<qint64> count(const Query &query, const ReadTime &time,
                                       int deadlineMs = 60'000);
    /// The id behind a UUID or a short id (any case), deleted rows too. Fails: "record.unknown"
    /// with {entity, id}.
    [[nodiscard]] Result<RecordId> resolve(const QString &entity, const QString &typed);
    /// The ids of the rows (not deleted) whose title folds to the same; empty when there is none.
    [[nodiscard]] Result<std::vector<RecordId>> byTitle(const QString &entity,
                                                        const QString &title);
    /// What people call the row: its title field, the title of the row that a link as title points
    /// at, else the short id. Empty when there is no such row.
    [[nodiscard]] QString title(const QString &entity, RecordId id);

    // Lookup
    [[nodiscard]] const Record *record(const QString &entity, RecordId id) override;
    [[nodiscard]] std::vector<Record> related(const QString &entity, const QString &link,
                                              RecordId id) override;
    [[nodiscard]] QString shortId(const QString &entity, RecordId id) override;

private:
    [[nodiscard]] Result<const EntityDesc *> entity(const QString &key);
    [[nodiscard]] Result<std::shared_ptr<const RowPlan>> plan(const EntityDesc &entity);
    [[nodiscard]] Result<std::vector<Row>> relatedRows(const QString &key, const QString &link,
                                                       RecordId id);

    [[nodiscard]] bool isHidden(const Row &row);

    Connection &m_connection;
    const CatalogHolder &m_catalog;
    std::optional<Record> m_looked;
    CatalogPtr m_planned; ///< Keeps alive what the plans refer to.
    QHash<QString, std::shared_ptr<const RowPlan>> m_plans;
};

} // namespace dw
