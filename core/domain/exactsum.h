// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <limits>
#include <optional>

namespace dw {

/// Adds int64 values without overflow on the way (up to 2^31 of them, in any order and with any
/// signs); only the result is asked whether it fits.
class ExactSum {
public:
    void add(qint64 v) { addParts(v >> 32, v & 0xFFFF'FFFF); }
    /// `high` * 2^32 + `low`: halves that were added elsewhere, as a database does.
    void addParts(qint64 high, qint64 low) {
        m_high += high;
        m_low += low;
    }
    /// Nothing where the sum does not fit in 64 bits.
    [[nodiscard]] std::optional<qint64> value() const {
        const qint64 high = m_high + (m_low >> 32);
        if (high < std::numeric_limits<qint32>::min() || high > std::numeric_limits<qint32>::max())
            return std::nullopt;
        return high * (qint64(1) << 32) + (m_low & 0xFFFF'FFFF);
    }

private:
    qint64 m_high = 0;
    qint64 m_low = 0;
};

} // namespace dw
