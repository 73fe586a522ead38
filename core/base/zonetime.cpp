// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zonetime.h"

#include <limits>

namespace dw {

namespace {

constexpr qint64 msOfDay = 86'400'000;
constexpr qint64 msOfMinute = 60'000;
constexpr qint64 epochDay = 2'440'588; ///< Julian day of 1970-01-01

} // namespace

qint64 ZoneTime::offsetAt(qint64 ms) {
    if (ms < m_from || ms >= m_until) {
        const QDateTime at = Instant{ms}.toUtc();
        const QDateTime next =
            m_zone.hasTransitions() ? m_zone.nextTransition(at).atUtc : QDateTime();
        m_offset = m_zone.isValid() ? qint64(m_zone.offsetFromUtc(at)) * 1000 : 0;
        m_from = ms;
        m_until = next.isValid() ? next.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    }
    return m_offset;
}

QDate ZoneTime::dateAt(Instant at) { return Instant{at.ms + offsetAt(at.ms)}.toUtc().date(); }

Instant ZoneTime::instantAt(QDate day, int minute) {
    const qint64 local = (day.toJulianDay() - epochDay) * msOfDay + minute * msOfMinute;
    // No offset is larger than a day, so these are the ones before and after any change close by.
    const qint64 before = offsetAt(local - msOfDay);
    const qint64 after = offsetAt(local + msOfDay);
    if (before == after || offsetAt(local - before) == before)
        return {local - before};
    const qint64 late = local - after;
    if (offsetAt(late) == after)
        return {late};
    return Instant::fromUtc(m_zone.nextTransition(Instant{late}.toUtc()).atUtc);
}

} // namespace dw
