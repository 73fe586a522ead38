// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/valuemath.h"

#include <QLocale>
#include <algorithm>
#include <array>

namespace dw {

namespace {

constexpr int mostDecimals = 9;
constexpr quint64 largest = quint64(std::numeric_limits<qint64>::max());
constexpr std::array<qint64, mostDecimals + 1> powers{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

/// units * 10^-scale.
struct Scaled {
    qint64 units = 0;
    int scale = 0;
};

/// The decimal number that `v` prints as, rounded half away from zero to at most `decimals`
/// decimals. Nothing where the units do not fit.
std::optional<Scaled> scaled(double v, int decimals) {
    if (!std::isfinite(v))
        return std::nullopt;
    const QByteArray printed =
        QByteArray::number(std::fabs(v), 'e', QLocale::FloatingPointShortest);
    const qsizetype mark = printed.indexOf('e');
    QByteArray digits = printed.first(mark);
    const qsizetype point = digits.indexOf('.');
    const int fraction = point < 0 ? 0 : int(digits.size() - point - 1);
    if (point >= 0)
        digits.remove(point, 1);
    // At most 17 digits, so they fit.
    auto units = digits.toULongLong();
    int scale = fraction - printed.sliced(mark + 1).toInt();
    for (; scale < 0 && units != 0; ++scale) {
        if (units > largest / 10)
            return std::nullopt;
        units *= 10;
    }
    unsigned dropped = 0;
    for (; scale > decimals && (units != 0 || dropped != 0); --scale) {
        dropped = unsigned(units % 10);
        units /= 10;
    }
    if (dropped >= 5)
        ++units;
    return Scaled{v < 0 ? -qint64(units) : qint64(units), std::clamp(scale, 0, decimals)};
}

quint64 magnitude(qint64 v) { return v < 0 ? 0 - quint64(v) : quint64(v); }

/// a * b / c, rounded half up; nothing where it does not fit. `c` is not zero and has 63 bits at
/// most.
std::optional<quint64> multipliedAndDivided(quint64 a, quint64 b, quint64 c) {
    constexpr quint64 half = 0xFFFF'FFFFU;
    const quint64 low = (a & half) * (b & half);
    const quint64 middle = (a >> 32) * (b & half) + (low >> 32);
    const quint64 other = (a & half) * (b >> 32) + (middle & half);
    quint64 high = (a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32);
    quint64 rest = (other << 32) | (low & half);
    if (high >= c)
        return std::nullopt;
    quint64 quotient = 0;
    for (int bit = 0; bit < 64; ++bit) {
        high = (high << 1) | (rest >> 63);
        rest <<= 1;
        quotient <<= 1;
        if (high >= c) {
            high -= c;
            quotient |= 1;
        }
    }
    if (quotient > largest)
        return std::nullopt;
    return high >= c - high ? quotient + 1 : quotient;
}

std::optional<Money> divided(qint64 minor, quint64 factor, qint64 divisor, Currency currency) {
    const auto amount = multipliedAndDivided(magnitude(minor), factor, magnitude(divisor));
    if (!amount || *amount > largest)
        return std::nullopt;
    return Money((minor < 0) != (divisor < 0) ? -qint64(*amount) : qint64(*amount), currency);
}

/// Code units in the order of the code points that they stand for.
unsigned rank(char16_t c) {
    if (c >= 0xE000)
        return c - 0x800U;
    return c >= 0xD800 ? c + 0x2000U : c;
}

bool isInRange(QDate day) { return day.isValid() && day.year() >= 1 && day.year() <= 9999; }

// Midnights of 0001-01-01 and 10000-01-01, UTC.
constexpr qint64 firstMs = -62'135'596'800'000;
constexpr qint64 endMs = 253'402'300'800'000;

bool isInRange(Instant at) { return at.ms >= firstMs && at.ms < endMs; }

} // namespace

std::optional<Money> times(const Money &money, double factor) {
    const auto decimal = scaled(factor, mostDecimals);
    if (!decimal)
        return std::nullopt;
    const auto product = money.times(decimal->units, decimal->scale);
    return product ? std::optional(*product) : std::nullopt;
}

std::optional<Money> over(const Money &money, double divisor) {
    const auto decimal = scaled(divisor, mostDecimals);
    if (!decimal || decimal->units == 0)
        return std::nullopt;
    return divided(money.minor(), quint64(powers.at(size_t(decimal->scale))), decimal->units,
                   money.currency());
}

std::optional<Money> added(const Money &a, const Money &b) {
    const auto sum = a.plus(b);
    return sum ? std::optional(*sum) : std::nullopt;
}

std::optional<Money> subtracted(const Money &a, const Money &b) {
    const auto difference = a.minus(b);
    return difference ? std::optional(*difference) : std::nullopt;
}

std::optional<Money> opposite(const Money &money) {
    return subtracted(Money(0, money.currency()), money);
}

double ratio(const Money &a, const Money &b) {
    if (a.currency() != b.currency() || b.minor() == 0)
        return emptyNumber;
    return double(a.minor()) / double(b.minor());
}

std::optional<int> compare(const Money &a, const Money &b) {
    if (a.currency() != b.currency())
        return std::nullopt;
    return int(a.minor() > b.minor()) - int(a.minor() < b.minor());
}

double rounded(double v, int digits) {
    const auto decimal = scaled(v, std::clamp(digits, 0, mostDecimals));
    // What has too many digits for 64 bits has no decimals.
    return decimal ? double(decimal->units) / double(powers.at(size_t(decimal->scale))) : v;
}

int compareText(QStringView a, QStringView b) {
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (left == a.end() || right == b.end())
        return int(left != a.end()) - int(right != b.end());
    return rank(left->unicode()) < rank(right->unicode()) ? -1 : 1;
}

double characterCount(QStringView text) {
    return double(text.size() - std::count_if(text.begin(), text.end(), [](QChar c) {
                      return c.isLowSurrogate();
                  }));
}

QDate plus(QDate day, int months, qint64 days) {
    if (!isInRange(day))
        return {};
    const QDate moved = day.addMonths(months).addDays(days);
    return isInRange(moved) ? moved : QDate();
}

std::optional<Instant> plus(Instant at, int months, qint64 ms, const QTimeZone &zone) {
    if (!isInRange(at))
        return std::nullopt;
    if (months != 0)
        at = Instant::fromUtc(
            at.toUtc().toTimeZone(zone.isValid() ? zone : QTimeZone::utc()).addMonths(months));
    at.ms += ms;
    return isInRange(at) ? std::optional(at) : std::nullopt;
}

double quarterOf(QDate day) { return (day.month() + 2) / 3; }

QDate dateOf(Instant at, ZoneTime &zone) { return isInRange(at) ? zone.dateAt(at) : QDate(); }

double NumberSum::sum() {
    if (m_numbers.empty())
        return emptyNumber;
    std::sort(m_numbers.begin(), m_numbers.end());
    double total = 0;
    for (const double v : m_numbers)
        total += v;
    return finiteOrEmpty(total);
}

void MoneySum::add(const Money &money) {
    if (m_count++ == 0)
        m_currency = money.currency();
    m_mixed = m_mixed || money.currency() != m_currency;
    m_high += money.minor() >> 32;
    m_low += money.minor() & 0xFFFF'FFFF;
}

std::optional<Money> MoneySum::sum() const {
    const qint64 high = m_high + (m_low >> 32);
    if (m_count == 0 || m_mixed || high != qint64(qint32(high)))
        return std::nullopt;
    return Money(qint64((quint64(high) << 32) | (quint64(m_low) & 0xFFFF'FFFFU)), m_currency);
}

std::optional<Money> MoneySum::average() const {
    const auto total = sum();
    return total ? divided(total->minor(), 1, m_count, m_currency) : std::nullopt;
}

} // namespace dw
