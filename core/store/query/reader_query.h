// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/reader.h"
#include "core/store/schema/keytables.h"

namespace dw {

/// One thing that rows are ordered by.
struct OrderTerm {
    QString sql; ///< Over the alias `t`, without parameters.
    bool descending = false;
};

/// The terms behind the sort keys; money gives two. Fails: "record.sort".
[[nodiscard]] Result<std::vector<OrderTerm>> orderTerms(const Catalog &catalog,
                                                        const EntityDesc &entity,
                                                        const std::vector<SortKey> &sort);

/// A value as it lies in the database.
using SqlValue = std::variant<std::monostate, qint64, double, QString, QByteArray>;

/// Part of a query in the order of its pages. Rows that are empty in the first term come in a page
/// range of their own, so that each range is one walk along a key.
struct PageRange {
    QString where; ///< Over the alias `t`, or `k`; empty = everything.
    QString orderBy;
    std::vector<SqlValue> values;   ///< For the parameters of `where`.
    const KeyTable *keys = nullptr; ///< Along this one, by the alias `k`.
};

/// The key table that has the order of the query; nullptr where rows have to be sorted.
[[nodiscard]] const KeyTable *keysInOrder(const EntityDesc &entity, const Query &query);

/// The ranges of a query; those behind `anchor` (values of the terms, and the id) where there is
/// one. With `keys` the first term is theirs and the only one.
struct PageAnchor {
    std::vector<SqlValue> terms;
    RecordId id;
};
[[nodiscard]] std::vector<PageRange> pageRanges(const std::vector<OrderTerm> &terms,
                                                const std::optional<PageAnchor> &anchor,
                                                const KeyTable *keys = nullptr);

void bindSql(Statement &s, int at, const SqlValue &value);
[[nodiscard]] SqlValue readSql(const Statement &s, int column);

} // namespace dw
