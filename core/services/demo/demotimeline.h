// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/demo/demovocabulary.h"

#include <QTimeZone>

namespace dw {

/// The days of the sample company: which are worked, how much begins on each, and when a quarter
/// ends. Days are counted from the first of the two years; today is `today()`, and some years
/// before and after are known as well.
class DemoTimeline {
public:
    DemoTimeline(const DemoVocabulary &vocabulary, Instant now, const QTimeZone &zone);

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] int today() const { return m_today; }
    [[nodiscard]] QDate date(int day) const { return m_first.addDays(day); }
    /// Minutes after midnight, in the zone.
    [[nodiscard]] Instant at(int day, int minute) const;
    /// Not at a weekend, and not in quiet days on which next to nothing is done.
    [[nodiscard]] bool isWorkday(int day) const;
    /// The day itself or the next workday after it, and the same backwards.
    [[nodiscard]] int workdayFrom(int day) const;
    [[nodiscard]] int workdayUntil(int day) const;
    /// The last day of the day's quarter.
    [[nodiscard]] int quarterEnd(int day) const;

    /// The moment in working hours up to which the share (0 up to, but not including, 1) of all
    /// that begins in the two years until yesterday has begun. Grows with the share.
    struct Moment {
        int day = 0;
        Instant at;
    };
    [[nodiscard]] Moment momentOf(double share) const;
    /// The share that has begun before the day.
    [[nodiscard]] double shareBefore(int day) const;

private:
    struct Day {
        qint64 startMs = 0;
        bool workday = false;
    };
    [[nodiscard]] double quietFactor(const DemoVocabulary &vocabulary, QDate date) const;
    [[nodiscard]] const Day &known(int day) const;

    Instant m_now;
    QDate m_first;
    int m_today = 0;
    std::vector<Day> m_days;     ///< From `earliest` days on.
    std::vector<double> m_begun; ///< Share begun before each day of the history; the last is 1.
};

} // namespace dw
