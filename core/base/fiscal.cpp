// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fiscal.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<FiscalCalendar> FiscalCalendar::make(int startMonth, int weekStart) {
    const auto wrong = [](const QString &id, int value) {
        return makeError(ErrorKind::Invalid, id, {{u"value"_s, QString::number(value)}});
    };
    if (startMonth < 1 || startMonth > 12)
        return wrong(u"calendar.bad_start_month"_s, startMonth);
    if (weekStart < Qt::Monday || weekStart > Qt::Sunday)
        return wrong(u"calendar.bad_week_start"_s, weekStart);
    FiscalCalendar calendar;
    calendar.m_startMonth = startMonth;
    calendar.m_weekStart = Qt::DayOfWeek(weekStart);
    return calendar;
}

FiscalQuarter FiscalCalendar::quarterOf(QDate day) const {
    if (!day.isValid())
        return {};
    const int monthsIn = (day.month() - m_startMonth + 12) % 12;
    // Eleven months later than its first day a fiscal year is in the year that names it.
    const int year = day.addMonths(11 - monthsIn).year();
    return {year, monthsIn / 3 + 1};
}

QDate FiscalCalendar::firstDay(FiscalQuarter quarter) const {
    if (quarter.quarter < 1 || quarter.quarter > 4)
        return {};
    const QDate first(m_startMonth == 1 ? quarter.year : quarter.year - 1, m_startMonth, 1);
    return first.addMonths(3 * (quarter.quarter - 1));
}

QDate FiscalCalendar::lastDay(FiscalQuarter quarter) const {
    const QDate first = firstDay(quarter);
    return first.isValid() ? first.addMonths(3).addDays(-1) : QDate();
}

QDate FiscalCalendar::firstDayOfWeek(QDate day) const {
    return day.isValid() ? day.addDays(-((day.dayOfWeek() - m_weekStart + 7) % 7)) : QDate();
}

} // namespace dw
