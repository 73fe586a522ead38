// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/values/rowvalues.h"

#include <variant>

namespace dw {

/// The order that `--sort KEY,-KEY` asks for.
struct SortOrder {
    struct Key {
        ListColumn column;
        bool descending = false;
    };
    std::vector<Key> keys;

    /// Whether the store can sort so by itself; formulas, paths and sets only sort() can.
    [[nodiscard]] bool isStored() const;
    [[nodiscard]] std::vector<SortKey> storedKeys() const;
    /// Empty values stand last in either direction; rows that tie keep their order.
    void sort(std::vector<Row> &rows, RowValues &values) const;
};

/// Brings rows in an order while only a key of each is held.
class RowOrder {
public:
    /// Both must outlive it.
    RowOrder(const SortOrder &order, RowValues &values) : m_order(order), m_values(values) {}

    void add(const Row &row);
    /// Places of the rows in the order in which they were added, as SortOrder::sort() says.
    [[nodiscard]] std::vector<size_t> places() const;
    /// The ids of the rows in that order.
    [[nodiscard]] std::vector<RecordId> sorted() const;

private:
    /// A value brought to a form that compares with others of its column.
    using Sortable =
        std::variant<std::monostate, qint64, double, QByteArray, std::pair<QByteArray, qint64>>;
    struct ToSortable;
    [[nodiscard]] Sortable sortable(const ListColumn &column, const Row &row) const;
    [[nodiscard]] static int compare(const Sortable &a, const Sortable &b, bool descending);

    const SortOrder &m_order;
    RowValues &m_values;
    std::vector<RecordId> m_ids;
    std::vector<std::vector<Sortable>> m_keys;
};

/// Fails as columnsFromKeys().
[[nodiscard]] Result<SortOrder> sortOrderFrom(const QString &typed, const Catalog &catalog,
                                              const EntityDesc &entity);

} // namespace dw
