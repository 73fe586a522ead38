// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardtotals.h"

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

Share shareOf(const BoardStage &stage) {
    const double usual = stage.outcome == Outcome::Won ? 100 : 0;
    return Share::ofPercent(stage.winProbability.value_or(usual));
}

ColumnTotals totalsFrom(std::span<const ColumnSum> sums) {
    ColumnTotals totals;
    for (const ColumnSum &one : sums) {
        totals.count += int(one.rows);
        if (one.currency.isNull()) {
            totals.withoutAmount += int(one.rows);
            continue;
        }
        const auto sum = one.sum.value();
        const auto weighted = one.weighted.value();
        if (sum && weighted)
            totals.sums.push_back({Money(*sum, one.currency), Money(*weighted, one.currency)});
        else
            totals.overflow = true;
    }
    sortLargestFirst(totals.sums);
    return totals;
}

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
