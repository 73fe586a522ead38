// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/columnstore.h"
#include "core/domain/exactsum.h"

namespace dw {

/// A share as billionths: 0 to 1,000,000,000.
struct Share {
    static constexpr qint64 whole = 1'000'000'000;
    qint64 billionths = whole;

    /// 0 to 100; what is beyond counts as the end. Exact for percents of up to seven decimals.
    [[nodiscard]] static Share ofPercent(double percent);
    /// `minor` times the share, rounded half away from zero; always fits.
    [[nodiscard]] qint64 of(qint64 minor) const {
        const qint64 rest = minor % whole * billionths;
        return minor / whole * billionths + (rest + (rest < 0 ? -whole / 2 : whole / 2)) / whole;
    }
};

/// Which rows: those that stand (neither in the bin nor hanging on what is) and pass every term.
struct ColumnFilter {
    struct OneOf {
        int column = -1;           ///< Link or Text.
        std::vector<char> allowed; ///< By code, 0 (empty) too; a code beyond the end is not.
    };
    struct Between {
        int column = -1; ///< Day, Number, or Amount by minor units; empty never passes.
        qint64 from = 0; ///< Included, as `to` is.
        qint64 to = 0;
    };
    std::vector<OneOf> oneOf;
    std::vector<Between> between;
};

/// Sums of an Amount column, per currency and per value of the columns `by`.
struct SumQuery {
    int amount = -1;
    std::vector<int> by; ///< Link or Text; none to two.
    ColumnFilter filter;
    int weightBy = -1; ///< Link or Text: which column's codes choose the weight; -1 = all whole.
    std::vector<Share> weights; ///< By code; beyond the end: nothing.
};

/// One group; where `currency` is null the rows without an amount.
struct ColumnSum {
    std::vector<quint32> key; ///< Codes, as many as `by`.
    Currency currency;
    qint64 rows = 0;
    ExactSum sum;      ///< Says itself where it does not fit in 64 bits.
    ExactSum weighted; ///< Each amount times its weight, rounded per row, then added.
};

/// Groups that hold a row, ordered by key, then currency. Formula of the weighted sum: Σ
/// round(amount × weight). A few nanoseconds a row.
[[nodiscard]] std::vector<ColumnSum> sumAmounts(const ColumnTable &table, const SumQuery &query);

/// How many rows pass.
[[nodiscard]] qint64 countRows(const ColumnTable &table, const ColumnFilter &filter);

} // namespace dw
