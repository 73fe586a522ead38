// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QTimeZone>

namespace dw {

/// Local time of one zone as instants, and back. Remembers the offset that was asked for last, so
/// that walking over many days asks the zone only where its offset changes. One thread at a time;
/// years 1 to 9999.
class ZoneTime {
public:
    /// A zone that is not valid counts as UTC.
    explicit ZoneTime(const QTimeZone &zone) : m_zone(zone) {}

    [[nodiscard]] QDate dateAt(Instant at);
    /// `minute` minutes (0 to 1440) after midnight by the clock on the wall. A time that happens
    /// twice means the first; one that is skipped means the instant of the change.
    [[nodiscard]] Instant instantAt(QDate day, int minute);

private:
    /// Milliseconds that local time is ahead of UTC.
    qint64 offsetAt(qint64 ms);

    QTimeZone m_zone;
    qint64 m_offset = 0;
    qint64 m_from = 0;  ///< The remembered offset holds from here …
    qint64 m_until = 0; ///< … to before here; nothing is remembered at first.
};

} // namespace dw
