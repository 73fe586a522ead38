// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <concepts>
#include <iterator>
#include <span>

namespace dw {

/// A stream of random numbers that is the same on every system and with every standard library
/// (SplitMix64; the distributions of the standard differ from one to the next). Streams of one seed
/// that differ in name or index do not know of each other, so that the n-th thing can be drawn
/// without the n - 1 before it. Not for secrets.
class RandomSource {
public:
    explicit RandomSource(quint64 seed) : m_state(seed) {}
    /// The stream called `stream` for the thing number `index`.
    RandomSource(quint64 seed, quint64 stream, quint64 index)
        : m_state(mixed(mixed(mixed(seed) ^ stream) ^ index)) {}

    /// Any 64 bits.
    quint64 bits() { return mixed(m_state += step); }
    /// 0 up to, but not including, 1; in steps of 2^-53.
    double unit() { return double(bits() >> 11) * 0x1.0p-53; }
    /// True with the given probability, 0 to 1.
    bool chance(double probability) { return unit() < probability; }
    /// 0 to `n` - 1; `n` is 1 to 2^32. A result is more likely than another by at most `n` / 2^53.
    template <std::integral T> T below(T n) {
        Q_ASSERT(n > 0);
        return T(unit() * double(n));
    }
    /// `from` to `to`, both possible.
    int between(int from, int to) { return from + below(to - from + 1); }
    /// `from` up to, but not including, `to`.
    double real(double from, double to) { return from + unit() * (to - from); }
    /// Nearly normal with mean 0 and deviation 1, within -6 and 6: twelve units added up.
    double normal();
    /// Lognormal with the given median; `sigma` is the deviation of its logarithm.
    double lognormal(double median, double sigma);
    /// The position of one of the weights, as likely as it weighs; they add up to more than 0.
    size_t weighted(std::span<const double> weights);
    /// An element of a container that is not empty; a reference into it.
    template <typename Container> const auto &pick(const Container &from) {
        return *std::next(std::begin(from), below(std::ssize(from)));
    }

private:
    static constexpr quint64 step = 0x9E3779B97F4A7C15;
    static constexpr quint64 mixed(quint64 z) {
        z += step;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

} // namespace dw
