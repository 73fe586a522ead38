// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/zonetime.h"
#include "core/domain/money.h"

#include <QDate>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace dw {

// What expressions do with values. Both back ends call these very functions, so that they cannot
// differ. An empty number is NaN, an empty date is not valid.

constexpr double emptyNumber = std::numeric_limits<double>::quiet_NaN();

/// A number that is beyond the range of numbers is empty.
[[nodiscard]] inline double finiteOrEmpty(double v) { return std::isfinite(v) ? v : emptyNumber; }

/// `money` times the decimal number that `factor` prints as, nine decimals of it; rounded half away
/// from zero to the minor unit. Nothing where the result does not fit.
[[nodiscard]] std::optional<Money> times(const Money &money, double factor);
/// `money` over a number, taken and rounded as in times(). Nothing for zero.
[[nodiscard]] std::optional<Money> over(const Money &money, double divisor);
/// Nothing where the currencies differ or the result does not fit.
[[nodiscard]] std::optional<Money> added(const Money &a, const Money &b);
[[nodiscard]] std::optional<Money> subtracted(const Money &a, const Money &b);
[[nodiscard]] std::optional<Money> opposite(const Money &money);
/// How often `b` goes into `a`; empty where the currencies differ or `b` is zero.
[[nodiscard]] double ratio(const Money &a, const Money &b);
/// Less than, equal to or greater than zero; nothing where the currencies differ.
[[nodiscard]] std::optional<int> compare(const Money &a, const Money &b);

/// Rounds what the number prints as half away from zero; `digits` from 0 to 9.
[[nodiscard]] double rounded(double v, int digits);

/// By code points, as SQLite compares UTF-8; less than, equal to or greater than zero.
[[nodiscard]] int compareText(QStringView a, QStringView b);
/// Characters (code points).
[[nodiscard]] double characterCount(QStringView text);

/// Months first (the last day of a shorter month), then days. Not valid outside the years 1 to
/// 9999.
[[nodiscard]] QDate plus(QDate day, int months, qint64 days);
/// Months by the calendar of the zone (UTC where it is not valid), then milliseconds. Nothing
/// outside the years 1 to 9999.
[[nodiscard]] std::optional<Instant> plus(Instant at, int months, qint64 ms, const QTimeZone &zone);
/// The day of an instant; not valid outside the years 1 to 9999.
[[nodiscard]] QDate dateOf(Instant at, ZoneTime &zone);

/// 1 to 4, of the calendar year.
[[nodiscard]] double quarterOf(QDate day);

/// Adds numbers up. The sum is the same in whatever order they came.
class NumberSum {
public:
    void add(double v) { m_numbers.push_back(v); }
    /// Empty where nothing was added or the sum is beyond the range of numbers.
    [[nodiscard]] double sum();
    [[nodiscard]] double average() { return sum() / double(m_numbers.size()); }

private:
    std::vector<double> m_numbers;
};

/// Adds amounts up exactly. Nothing where no amount was added, where their currencies differ or the
/// sum does not fit.
class MoneySum {
public:
    void add(const Money &money);
    [[nodiscard]] std::optional<Money> sum() const;
    /// Rounded half away from zero.
    [[nodiscard]] std::optional<Money> average() const;

private:
    // Upper and lower halves, so that no order of adding overflows on the way.
    qint64 m_high = 0;
    qint64 m_low = 0;
    qint64 m_count = 0;
    Currency m_currency;
    bool m_mixed = false;
};

} // namespace dw
