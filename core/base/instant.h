// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <compare>
#include <optional>

namespace dw {

/// A point in time: milliseconds since 1970-01-01T00:00:00 UTC. Never a date at midnight.
struct Instant {
    qint64 ms = 0;

    friend auto operator<=>(const Instant &, const Instant &) = default;

    [[nodiscard]] QDateTime toUtc() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }
    /// ISO 8601 in UTC with `Z`; milliseconds only where they are not zero.
    [[nodiscard]] QString toIso() const;
    /// Parses ISO 8601 with an offset or `Z`; a date alone means its midnight in UTC.
    [[nodiscard]] static std::optional<Instant> fromIso(const QString &text);
    [[nodiscard]] static Instant fromUtc(const QDateTime &t) { return {t.toMSecsSinceEpoch()}; }
};

} // namespace dw
