// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/search/searchtables.h"

namespace dw {

/// What a search looks at in a row.
struct SearchRow {
    RecordId id;
    QString shortId;
    std::vector<QString> texts; ///< In the order of indexedFields(); null where there is none.
};

/// Grams that a document must have: of every word (outer list) all grams of one of its lists.
using SearchGrams = std::vector<std::vector<QStringList>>;

/// Hands over the rows of the entity that stand and whose documents have the grams, the newest
/// first, until `take` returns false. None where there are no words. Fails: "store.deadline",
/// "store.*".
[[nodiscard]] Result<void> eachSearchRow(Connection &c, const EntityDesc &entity,
                                         const SearchGrams &grams,
                                         const std::function<bool(const SearchRow &)> &take);

} // namespace dw
