// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/rowvalues.h"

namespace dw::cli {

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

/// Fails as columnsFromKeys().
[[nodiscard]] Result<SortOrder> sortOrderFrom(const QString &typed, const Catalog &catalog,
                                              const EntityDesc &entity);

} // namespace dw::cli
