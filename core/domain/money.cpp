// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <string_view>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// ISO 4217, list one (active codes) of 2024; every code that is not here has two digits.
constexpr std::array<std::string_view, 17> withoutDigits{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                         "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
                                                         "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> withThreeDigits{"BHD", "IQD", "JOD", "KWD",
                                                          "LYD", "OMR", "TND"};
constexpr std::array<std::string_view, 2> withFourDigits{"CLF", "UYW"};

constexpr quint64 largest = quint64(std::numeric_limits<qint64>::max());
constexpr qsizetype longestShown = 60;

bool contains(const auto &codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

constexpr quint64 powerOfTen(int exponent) {
    quint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

Error malformed(const QString &text) {
    return makeError(ErrorKind::Invalid, u"money.format"_s,
                     {{u"value"_s, text.left(longestShown)}});
}

Error overflow() { return makeError(ErrorKind::Invalid, u"money.overflow"_s); }

/// Absolute value, which for the smallest qint64 no qint64 can hold.
quint64 magnitude(qint64 v) { return v < 0 ? 0 - quint64(v) : quint64(v); }

Result<Money> withSign(bool negative, quint64 amount, Currency currency) {
    if (amount > largest + (negative ? 1 : 0))
        return overflow();
    return Money(negative ? qint64(0 - amount) : qint64(amount), currency);
}

/// Two texts of digits around the decimal point, and a sign.
struct Decimal {
    bool negative = false;
    QStringView whole;
    QStringView fraction;
};

std::optional<Decimal> splitDecimal(QStringView text) {
    Decimal parts;
    if (text.startsWith(u'-')) {
        parts.negative = true;
        text = text.sliced(1);
    }
    const qsizetype point = text.indexOf(u'.');
    parts.whole = point < 0 ? text : text.first(point);
    parts.fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    const bool digitsOnly = std::all_of(parts.whole.begin(), parts.whole.end(), isDigit)
                            && std::all_of(parts.fraction.begin(), parts.fraction.end(), isDigit);
    if (!digitsOnly || parts.whole.isEmpty() || (point >= 0 && parts.fraction.isEmpty()))
        return std::nullopt;
    return parts;
}

/// `amount` with one more decimal digit at its end; nothing where that leaves 64 bits.
std::optional<quint64> append(quint64 amount, unsigned digit) {
    constexpr quint64 limit = std::numeric_limits<quint64>::max();
    if (amount > (limit - digit) / 10)
        return std::nullopt;
    return amount * 10 + digit;
}

/// An unsigned number of 128 bits in four limbs, the lowest first.
using Limbs = std::array<quint32, 4>;

Limbs multiply(quint64 a, quint64 b) {
    const std::array<quint64, 2> x{a & 0xFFFF'FFFFU, a >> 32};
    const std::array<quint64, 2> y{b & 0xFFFF'FFFFU, b >> 32};
    Limbs product{};
    for (size_t i = 0; i < 2; ++i) {
        quint64 carry = 0;
        for (size_t j = 0; j < 2; ++j) {
            const quint64 sum = x[i] * y[j] + product[i + j] + carry;
            product[i + j] = quint32(sum);
            carry = sum >> 32;
        }
        product[i + 2] = quint32(carry);
    }
    return product;
}

/// Divides in place and returns the remainder.
quint64 divide(Limbs &n, quint32 divisor) {
    quint64 remainder = 0;
    for (auto limb = n.rbegin(); limb != n.rend(); ++limb) {
        const quint64 part = (remainder << 32) | *limb;
        *limb = quint32(part / divisor);
        remainder = part % divisor;
    }
    return remainder;
}

} // namespace

Result<Currency> Currency::fromCode(const QString &code) {
    Currency currency;
    bool valid = code.size() == std::ssize(currency.m_code);
    for (qsizetype i = 0; valid && i < code.size(); ++i) {
        const char16_t letter = code.at(i).unicode();
        const char16_t upper = letter >= u'a' && letter <= u'z' ? char16_t(letter - 32) : letter;
        valid = upper >= u'A' && upper <= u'Z';
        currency.m_code[i] = char(upper);
    }
    if (!valid)
        return makeError(ErrorKind::Invalid, u"money.currency"_s,
                         {{u"value"_s, code.left(longestShown)}});
    return currency;
}

QString Currency::code() const {
    return isNull() ? QString() : QString::fromLatin1(m_code, std::ssize(m_code));
}

int Currency::digits() const {
    const std::string_view code(m_code, std::size(m_code));
    if (contains(withoutDigits, code))
        return 0;
    if (contains(withThreeDigits, code))
        return 3;
    return contains(withFourDigits, code) ? 4 : 2;
}

Result<Money> Money::fromDecimal(const QString &text, Currency currency) {
    const auto parts = splitDecimal(text);
    if (!parts)
        return malformed(text);
    const int digits = currency.digits();
    const auto beyond = parts->fraction.sliced(qMin<qsizetype>(digits, parts->fraction.size()));
    if (!std::all_of(beyond.begin(), beyond.end(), [](QChar c) { return c == u'0'; }))
        return makeError(ErrorKind::Invalid, u"money.digits"_s,
                         {{u"value"_s, text.left(longestShown)},
                          {u"currency"_s, currency.code()},
                          {u"digits"_s, QString::number(digits)}});
    quint64 amount = 0;
    const auto read = [&amount](QChar c) {
        const auto longer = append(amount, unsigned(c.unicode() - u'0'));
        amount = longer.value_or(0);
        return longer.has_value();
    };
    const auto kept = parts->fraction.first(parts->fraction.size() - beyond.size());
    bool fits = std::all_of(parts->whole.begin(), parts->whole.end(), read)
                && std::all_of(kept.begin(), kept.end(), read);
    for (qsizetype i = kept.size(); fits && i < digits; ++i)
        fits = read(u'0');
    if (!fits)
        return overflow();
    return withSign(parts->negative, amount, currency);
}

Result<Money> Money::fromText(const QString &text) {
    const QString plain = text.simplified();
    const qsizetype blank = plain.indexOf(u' ');
    if (blank < 0)
        return malformed(text);
    const auto currency = Currency::fromCode(plain.first(blank));
    if (!currency)
        return currency.error();
    return fromDecimal(plain.sliced(blank + 1), *currency);
}

QString Money::toDecimal() const {
    const int digits = m_currency.digits();
    QString text = QString::number(magnitude(m_minor));
    if (digits > 0) {
        text = text.rightJustified(digits + 1, u'0');
        text.insert(text.size() - digits, u'.');
    }
    return m_minor < 0 ? u'-' + text : text;
}

QString Money::toText() const {
    return m_currency.isNull() ? toDecimal() : m_currency.code() + u' ' + toDecimal();
}

Result<Money> Money::plus(const Money &other) const {
    if (m_currency != other.m_currency)
        return makeError(ErrorKind::Invalid, u"money.currencies"_s,
                         {{u"first"_s, m_currency.code()}, {u"second"_s, other.m_currency.code()}});
    // Unsigned arithmetic wraps; a sum that overflowed has another sign than both of its parts.
    const auto sum = qint64(quint64(m_minor) + quint64(other.m_minor));
    if (((m_minor ^ sum) & (other.m_minor ^ sum)) < 0)
        return overflow();
    return Money(sum, m_currency);
}

Result<Money> Money::minus(const Money &other) const {
    if (m_currency != other.m_currency)
        return plus(other);
    const auto difference = qint64(quint64(m_minor) - quint64(other.m_minor));
    if (((m_minor ^ other.m_minor) & (m_minor ^ difference)) < 0)
        return overflow();
    return Money(difference, m_currency);
}

Result<Money> Money::times(qint64 units, int scale) const {
    Q_ASSERT(scale >= 0 && scale <= 9);
    const auto divisor = quint32(powerOfTen(scale));
    Limbs product = multiply(magnitude(m_minor), magnitude(units));
    const quint64 remainder = divide(product, divisor);
    if (product[2] != 0 || product[3] != 0)
        return overflow();
    quint64 amount = (quint64(product[1]) << 32) | product[0];
    if (remainder * 2 >= divisor) {
        if (amount > largest)
            return overflow();
        ++amount;
    }
    return withSign((m_minor < 0) != (units < 0), amount, m_currency);
}

} // namespace dw
