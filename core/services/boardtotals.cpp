// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/boardtotals.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dw {

namespace {

/// Good enough to say which of two currencies has the longer bar.
double majorUnits(const Money &money) {
    return double(money.minor()) / std::pow(10.0, money.currency().digits());
}

} // namespace

void sortLargestFirst(std::vector<CurrencySum> &sums) {
    std::stable_sort(sums.begin(), sums.end(), [](const CurrencySum &a, const CurrencySum &b) {
        return majorUnits(a.sum) > majorUnits(b.sum);
    });
}

ColumnTotals together(const std::vector<ColumnTotals> &columns) {
    ColumnTotals all;
    std::map<Currency, std::optional<CurrencySum>> byCurrency; // nothing = too large
    for (const ColumnTotals &column : columns) {
        all.count += column.count;
        all.withoutAmount += column.withoutAmount;
        all.overflow = all.overflow || column.overflow;
        for (const CurrencySum &more : column.sums) {
            const auto [it, isNew] = byCurrency.try_emplace(more.sum.currency(), more);
            if (isNew || !it->second)
                continue;
            const auto sum = it->second->sum.plus(more.sum);
            const auto weighted = it->second->weighted.plus(more.weighted);
            it->second =
                sum && weighted ? std::optional(CurrencySum{*sum, *weighted}) : std::nullopt;
        }
    }
    for (const auto &[currency, sum] : byCurrency) {
        all.overflow = all.overflow || !sum;
        if (sum)
            all.sums.push_back(*sum);
    }
    sortLargestFirst(all.sums);
    return all;
}

} // namespace dw
