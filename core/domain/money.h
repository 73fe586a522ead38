// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <compare>

namespace dw {

/// ISO 4217 code of three capital letters; valid by construction, default is "none".
class Currency {
public:
    Currency() = default;
    /// Fails: "money.currency" when the text is not three letters A-Z (folded from lower case).
    [[nodiscard]] static Result<Currency> fromCode(const QString &code);
    [[nodiscard]] QString code() const;
    [[nodiscard]] bool isNull() const { return m_code[0] == 0; }
    /// Decimal digits of the minor unit (ISO 4217: JPY 0, most 2, KWD 3).
    [[nodiscard]] int digits() const;

    friend auto operator<=>(const Currency &, const Currency &) = default;

private:
    char m_code[3] = {0, 0, 0};
};

/// An exact amount: int64 minor units of one currency. There is no way in from a floating-point
/// number.
class Money {
public:
    Money() = default;
    Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}

    /// Parses a plain decimal ("-1234.50"; no plus sign, no separators, point as decimal mark,
    /// digits on both sides of it). Fails: "money.format", "money.digits" (more decimals than the
    /// currency has, zeros at the end aside), "money.overflow".
    [[nodiscard]] static Result<Money> fromDecimal(const QString &text, Currency currency);
    /// Parses "CNY 500000.00" (code first). Fails like fromDecimal and Currency::fromCode.
    [[nodiscard]] static Result<Money> fromText(const QString &text);

    [[nodiscard]] qint64 minor() const { return m_minor; }
    [[nodiscard]] Currency currency() const { return m_currency; }
    /// Plain decimal with all digits of the currency: "500000.00".
    [[nodiscard]] QString toDecimal() const;
    /// "CNY 500000.00".
    [[nodiscard]] QString toText() const;

    /// Fails: "money.currencies" when they differ, "money.overflow".
    [[nodiscard]] Result<Money> plus(const Money &other) const;
    [[nodiscard]] Result<Money> minus(const Money &other) const;
    /// Times a decimal quantity given as `units` * 10^-`scale` (scale 0..9), rounded half up (away
    /// from zero) to the minor unit. Fails: "money.overflow".
    [[nodiscard]] Result<Money> times(qint64 units, int scale) const;

    friend bool operator==(const Money &, const Money &) = default;

private:
    qint64 m_minor = 0;
    Currency m_currency;
};

} // namespace dw
