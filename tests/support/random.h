// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <concepts>
#include <iterator>
#include <limits>
#include <random>

namespace dw::test {

/// Random numbers that are the same in every run and on every system: the standard fixes the engine
/// but not its distributions, so those are here. One object a test, its seed written out.
class Random {
public:
    explicit Random(quint64 seed) : m_engine(seed) {}

    /// Any 64 bits.
    quint64 bits() { return m_engine(); }

    /// 0 to `n` - 1, each as likely as another; `n` is at least 1.
    template <std::integral T> T below(T n) {
        Q_ASSERT(n > 0);
        const auto range = quint64(n);
        // Numbers of the last, incomplete round would favour the low results.
        const quint64 rounds = std::numeric_limits<quint64>::max() / range;
        quint64 drawn = bits();
        while (drawn >= rounds * range)
            drawn = bits();
        return T(drawn % range);
    }

    /// `from` to `to`, both possible.
    qint64 between(qint64 from, qint64 to) {
        const quint64 span = quint64(to) - quint64(from);
        const quint64 offset =
            span == std::numeric_limits<quint64>::max() ? bits() : below<quint64>(span + 1);
        return qint64(quint64(from) + offset);
    }

    /// True with the given probability, 0 to 1.
    bool chance(double probability) { return double(bits() >> 11) * 0x1.0p-53 < probability; }

    /// An element of a container that is not empty; a reference into it.
    template <typename Container> const auto &pick(const Container &from) {
        return *std::next(std::begin(from), below(std::ssize(from)));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace dw::test
