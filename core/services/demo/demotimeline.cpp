// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demotimeline.h"

#include "core/services/demo/demomodel.h"

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

constexpr int earliest = -1200; ///< Days before the history that are known.
constexpr int latest = 1000;    ///< Days after today.
constexpr double daysOfYear = 365.25;
/// Where less than this is done, nobody meets and nothing is signed.
constexpr double barelyWorked = 0.25;
constexpr int dayBegins = 8 * 60 + 30;
constexpr double dayLastsMs = 9 * 3'600'000;

bool isWithin(const DemoVocabulary::Quiet &quiet, QDate date) {
    const auto order = [](int month, int day) { return month * 100 + day; };
    const int from = order(quiet.fromMonth, quiet.fromDay);
    const int to = order(quiet.toMonth, quiet.toDay);
    const int at = order(date.month(), date.day());
    return from <= to ? at >= from && at <= to : at >= from || at <= to;
}

} // namespace

DemoTimeline::DemoTimeline(const DemoVocabulary &vocabulary, Instant now, const QTimeZone &zone)
    : m_now(now) {
    const QDate today = now.toUtc().toTimeZone(zone).date();
    m_first = today.addYears(-2);
    m_today = int(m_first.daysTo(today));
    m_days.reserve(size_t(m_today + latest - earliest));
    for (int day = earliest; day < m_today + latest; ++day) {
        const QDate at = date(day);
        const bool weekday = at.dayOfWeek() <= Qt::Friday;
        m_days.push_back({at.startOfDay(zone).toMSecsSinceEpoch(),
                          weekday && quietFactor(vocabulary, at) >= barelyWorked});
    }
    m_begun.push_back(0);
    for (int day = 0; day < m_today; ++day) {
        const QDate at = date(day);
        double weight = 0;
        if (at.dayOfWeek() <= Qt::Friday)
            weight = quietFactor(vocabulary, at) * demomodel::monthFactors[size_t(at.month() - 1)]
                     * std::pow(1 + demomodel::growthPerYear, day / daysOfYear);
        m_begun.push_back(m_begun.back() + weight);
    }
    const double total = m_begun.back();
    for (double &begun : m_begun)
        begun /= total;
}

double DemoTimeline::quietFactor(const DemoVocabulary &vocabulary, QDate date) const {
    double factor = 1;
    for (const DemoVocabulary::Quiet &quiet : vocabulary.quiet) {
        bool within = false;
        if (quiet.newYear) {
            const qint64 after = vocabulary.newYear(date.year()).daysTo(date);
            within = after >= -quiet.before && after <= quiet.after;
        } else {
            within = isWithin(quiet, date);
        }
        if (within)
            factor = std::min(factor, quiet.factor);
    }
    return factor;
}

const DemoTimeline::Day &DemoTimeline::known(int day) const {
    return m_days[size_t(std::clamp(day - earliest, 0, int(m_days.size()) - 1))];
}

Instant DemoTimeline::at(int day, int minute) const {
    return {known(day).startMs + qint64(minute) * 60'000};
}

bool DemoTimeline::isWorkday(int day) const { return known(day).workday; }

int DemoTimeline::workdayFrom(int day) const {
    const int last = m_today + latest - 1;
    while (day < last && !isWorkday(day))
        ++day;
    return day;
}

int DemoTimeline::workdayUntil(int day) const {
    while (day > earliest && !isWorkday(day))
        --day;
    return day;
}

int DemoTimeline::quarterEnd(int day) const {
    const QDate at = date(day);
    const int month = (at.month() - 1) / 3 * 3 + 3;
    return int(m_first.daysTo(QDate(at.year(), month, 1).addMonths(1).addDays(-1)));
}

DemoTimeline::Moment DemoTimeline::momentOf(double share) const {
    const auto after = std::upper_bound(m_begun.begin(), m_begun.end(), share);
    const auto day = std::clamp<qint64>(after - m_begun.begin() - 1, 0, m_today - 1);
    const double before = m_begun[size_t(day)];
    const double width = m_begun[size_t(day) + 1] - before;
    const double within = width > 0 ? (share - before) / width : 0;
    const Instant begin = at(int(day), dayBegins);
    return {int(day), {begin.ms + qint64(std::clamp(within, 0.0, 1.0) * dayLastsMs)}};
}

double DemoTimeline::shareBefore(int day) const {
    return m_begun[size_t(std::clamp(day, 0, m_today))];
}

} // namespace dw
