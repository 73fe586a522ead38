// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <compare>

namespace dw {

/// A quarter of a fiscal year, with the two numbers that its label shows: FY2026 Q3.
struct FiscalQuarter {
    int year = 0;    ///< The calendar year in which the fiscal year ends.
    int quarter = 0; ///< 1 to 4.
    friend auto operator<=>(const FiscalQuarter &, const FiscalQuarter &) = default;
};

/// How a workspace divides time: the month in which its fiscal year begins and the day on which its
/// week does. An invalid date gives an invalid date, or the quarter 0 of the year 0.
class FiscalCalendar {
public:
    /// The calendar year, and weeks from Monday.
    FiscalCalendar() = default;
    /// `startMonth` 1 to 12, `weekStart` 1 (Monday) to 7 (Sunday).
    /// Fails: "calendar.bad_start_month", "calendar.bad_week_start" with {value}.
    [[nodiscard]] static Result<FiscalCalendar> make(int startMonth, int weekStart);

    [[nodiscard]] int startMonth() const { return m_startMonth; }
    [[nodiscard]] Qt::DayOfWeek weekStart() const { return m_weekStart; }

    [[nodiscard]] FiscalQuarter quarterOf(QDate day) const;
    [[nodiscard]] int yearOf(QDate day) const { return quarterOf(day).year; }
    [[nodiscard]] QDate firstDay(FiscalQuarter quarter) const;
    [[nodiscard]] QDate lastDay(FiscalQuarter quarter) const;
    [[nodiscard]] QDate firstDayOfYear(int year) const { return firstDay({year, 1}); }
    [[nodiscard]] QDate lastDayOfYear(int year) const { return lastDay({year, 4}); }
    /// The first day of the week that `day` lies in.
    [[nodiscard]] QDate firstDayOfWeek(QDate day) const;

    friend bool operator==(const FiscalCalendar &, const FiscalCalendar &) = default;

private:
    int m_startMonth = 1;
    Qt::DayOfWeek m_weekStart = Qt::Monday;
};

} // namespace dw
