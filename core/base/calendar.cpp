// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/calendar.h"

#include "core/base/zonetime.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

const QDate firstDay(1, 1, 1);
const QDate lastDay(9999, 12, 31);
constexpr Instant firstInstant{-62'135'596'800'000};
constexpr Instant lastInstant{253'402'300'799'999};
/// More than there is between the first and the last instant.
constexpr std::chrono::milliseconds mostWork{400'000'000'000'000};

/// What an hour of the day means in one zone.
struct Span {
    Instant begin;
    Instant end;
};

Span spanOf(ZoneTime &time, QDate day, const WorkingHours &hours) {
    return {time.instantAt(day, hours.from), time.instantAt(day, hours.to)};
}

Instant workForward(const Calendar &calendar, Instant from, qint64 left, ZoneTime &time) {
    for (QDate day = time.dateAt(from); day <= lastDay; day = day.addDays(1)) {
        for (const WorkingHours &hours : calendar.hours(day)) {
            const Span span = spanOf(time, day, hours);
            const Instant begin = std::max(span.begin, from);
            const qint64 free = span.end.ms - begin.ms;
            if (free > 0 && left <= free)
                return {begin.ms + left};
            left -= std::max<qint64>(free, 0);
        }
    }
    return lastInstant;
}

Instant workBackward(const Calendar &calendar, Instant from, qint64 left, ZoneTime &time) {
    for (QDate day = time.dateAt(from); day >= firstDay; day = day.addDays(-1)) {
        const Calendar::Hours &ofDay = calendar.hours(day);
        for (auto hours = ofDay.rbegin(); hours != ofDay.rend(); ++hours) {
            const Span span = spanOf(time, day, *hours);
            const Instant end = std::min(span.end, from);
            const qint64 free = end.ms - span.begin.ms;
            if (free > 0 && left <= free)
                return {end.ms - left};
            left -= std::max<qint64>(free, 0);
        }
    }
    return firstInstant;
}

} // namespace

Calendar::Calendar() : m_nameEn(u"Monday to Friday"_s), m_nameZh(u"周一至周五"_s) {
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        m_week[size_t(day - Qt::Monday)] = {{9 * 60, 18 * 60}};
}

const Calendar::Hours &Calendar::hours(QDate day) const {
    static const Hours none;
    if (!day.isValid() || holiday(day))
        return none;
    const auto makeUp = std::lower_bound(m_makeUpDays.begin(), m_makeUpDays.end(), day,
                                         [](const MakeUpDay &m, QDate d) { return m.on < d; });
    const bool isMakeUp = makeUp != m_makeUpDays.end() && makeUp->on == day;
    return m_week[size_t((isMakeUp ? makeUp->like : day.dayOfWeek()) - Qt::Monday)];
}

const Holiday *Calendar::holiday(QDate day) const {
    const auto it = std::lower_bound(m_holidays.begin(), m_holidays.end(), day,
                                     [](const Holiday &h, QDate d) { return h.to < d; });
    return it != m_holidays.end() && it->from <= day ? &*it : nullptr;
}

Instant Calendar::addWorkingTime(Instant from, std::chrono::milliseconds work,
                                 const QTimeZone &zone) const {
    from = std::clamp(from, firstInstant, lastInstant);
    const qint64 amount = std::clamp(work, -mostWork, mostWork).count();
    ZoneTime time(zone);
    if (amount > 0)
        return workForward(*this, from, amount, time);
    return amount < 0 ? workBackward(*this, from, -amount, time) : from;
}

std::chrono::milliseconds Calendar::workingTimeBetween(Instant from, Instant to,
                                                       const QTimeZone &zone) const {
    if (to < from)
        return -workingTimeBetween(to, from, zone);
    from = std::clamp(from, firstInstant, lastInstant);
    to = std::clamp(to, firstInstant, lastInstant);
    ZoneTime time(zone);
    const QDate last = time.dateAt(to);
    qint64 sum = 0;
    for (QDate day = time.dateAt(from); day <= last; day = day.addDays(1)) {
        for (const WorkingHours &hours : this->hours(day)) {
            const Span span = spanOf(time, day, hours);
            const qint64 worked = std::min(span.end, to).ms - std::max(span.begin, from).ms;
            sum += std::max<qint64>(worked, 0);
        }
    }
    return std::chrono::milliseconds(sum);
}

QDate Calendar::addWorkdays(QDate day, int count) const {
    const int step = count < 0 ? -1 : 1;
    while (count != 0) {
        const QDate next = day.addDays(step);
        if (!next.isValid() || next < firstDay || next > lastDay)
            break;
        day = next;
        if (isWorkday(day))
            count -= step;
    }
    return day;
}

} // namespace dw
