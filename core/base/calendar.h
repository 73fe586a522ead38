// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QDate>
#include <QJsonObject>
#include <QTimeZone>
#include <array>
#include <chrono>
#include <vector>

namespace dw {

/// A stretch of work within a day: minutes after midnight, 0 <= `from` < `to` <= 1440.
struct WorkingHours {
    int from = 0;
    int to = 0;
    friend bool operator==(const WorkingHours &, const WorkingHours &) = default;
};

/// Days off in a row, `to` being the last of them, with their name in both languages.
struct Holiday {
    QDate from;
    QDate to;
    QString en;
    QString zh;
    friend bool operator==(const Holiday &, const Holiday &) = default;
};

/// A day that is worked although its day of the week is free; it has the hours of `like`.
struct MakeUpDay {
    QDate on;
    Qt::DayOfWeek like = Qt::Monday;
    friend bool operator==(const MakeUpDay &, const MakeUpDay &) = default;
};

/// When people work: hours for each day of the week, holidays and make-up workdays. Immutable;
/// thread-safe.
class Calendar {
public:
    using Hours = std::vector<WorkingHours>; ///< In order, without overlap.

    /// Monday to Friday from 9 to 18, no holidays.
    Calendar();

    /// Reads the format of docs/FORMATS.md. Fails (Invalid): "calendar.member" {member} (missing,
    /// unknown, or of another type), "calendar.date" and "calendar.hours" {member, value},
    /// "calendar.order" {member} (ends before it begins, overlaps or is out of order),
    /// "calendar.twice" {member, date} (a day in two places), "calendar.like" {member} (a make-up
    /// workday like a free day), "calendar.no_hours", "calendar.too_long" {member, limit}. Members
    /// are named as in `holidays[3].from`, counted from 1.
    [[nodiscard]] static Result<Calendar> fromJson(const QJsonObject &json);
    /// The counterpart: fromJson gives an equal calendar.
    [[nodiscard]] QJsonObject toJson() const;

    [[nodiscard]] const QString &nameEn() const { return m_nameEn; }
    [[nodiscard]] const QString &nameZh() const { return m_nameZh; }
    /// The hours of a day; empty on a free one.
    [[nodiscard]] const Hours &hours(QDate day) const;
    [[nodiscard]] bool isWorkday(QDate day) const { return !hours(day).empty(); }
    /// The holiday that a day belongs to, or nullptr.
    [[nodiscard]] const Holiday *holiday(QDate day) const;

    /// The instant at which so much work has been done since `from`, or, where `work` is negative,
    /// after which so much is left until `from`. Work that ends with the hours ends there and not
    /// at the next begin; none at all leaves `from`. Stays within the years 1 to 9999.
    [[nodiscard]] Instant addWorkingTime(Instant from, std::chrono::milliseconds work,
                                         const QTimeZone &zone) const;
    /// The work that lies between two instants; negative where `to` is the earlier one.
    [[nodiscard]] std::chrono::milliseconds workingTimeBetween(Instant from, Instant to,
                                                               const QTimeZone &zone) const;
    /// The `count`-th workday after `day`, or before it where `count` is negative; `day` itself
    /// where it is 0. Stays within the years 1 to 9999.
    [[nodiscard]] QDate addWorkdays(QDate day, int count) const;

    friend bool operator==(const Calendar &, const Calendar &) = default;

private:
    friend class CalendarReader;

    QString m_nameEn;
    QString m_nameZh;
    std::array<Hours, 7> m_week;         ///< Monday first.
    std::vector<Holiday> m_holidays;     ///< By day, without overlap.
    std::vector<MakeUpDay> m_makeUpDays; ///< By day; none of them within a holiday.
};

} // namespace dw
