// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QTimeZone>
#include <atomic>

namespace dw {

/// The only source of time; injected wherever time matters. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// Today in the given time zone (the workspace's).
    [[nodiscard]] QDate today(const QTimeZone &zone) const {
        return now().toUtc().toTimeZone(zone).date();
    }
};

/// The system's wall clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// Stands still until told otherwise: `--now`, and tests.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : m_ms(at.ms) {}
    [[nodiscard]] Instant now() const override { return {m_ms.load()}; }
    void set(Instant at) { m_ms = at.ms; }
    void advanceMs(qint64 ms) { m_ms += ms; }

private:
    std::atomic<qint64> m_ms;
};

} // namespace dw
