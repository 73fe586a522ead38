// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/format.h"
#include "core/services/wording/wording.h"

#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

struct Symbol {
    const char16_t *code;
    const char16_t *symbol;
};

/// Each symbol stands for one currency, so an amount can never be read as another one.
constexpr std::array symbols{
    Symbol{u"CNY", u"¥"},   Symbol{u"USD", u"$"},   Symbol{u"EUR", u"€"},   Symbol{u"GBP", u"£"},
    Symbol{u"JPY", u"JP¥"}, Symbol{u"HKD", u"HK$"}, Symbol{u"TWD", u"NT$"}, Symbol{u"KRW", u"₩"},
    Symbol{u"INR", u"₹"},   Symbol{u"SGD", u"S$"},  Symbol{u"AUD", u"A$"},  Symbol{u"CAD", u"C$"},
};

QString symbolOf(const Currency &currency) {
    const QString code = currency.code();
    for (const Symbol &s : symbols) {
        if (code == QStringView(s.code))
            return QString::fromUtf16(s.symbol);
    }
    return code.isEmpty() ? code : code + QChar(QChar::Nbsp);
}

quint64 powerOfTen(int exponent) {
    quint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

/// A unit that large amounts are told in, from `from` major units on.
struct Scale {
    quint64 from; ///< Major units; a power of ten.
    quint64 unit; ///< Major units; a power of ten.
    int decimals;
    bool trimmed; ///< Zeros at the end of the decimals are left out.
    const char16_t *suffix;
};

// Largest first. Amounts that a scale's rounding lifts to the next scale's start are told in that
// one.
constexpr std::array englishScales{
    Scale{1'000'000'000'000, 1'000'000'000, 0, false, u"B"},
    Scale{1'000'000'000, 1'000'000'000, 2, false, u"B"},
    Scale{1'000'000, 1'000'000, 2, false, u"M"},
    Scale{100'000, 1'000, 0, false, u"K"},
    Scale{10'000, 1'000, 1, true, u"K"},
    Scale{0, 1, 0, false, u""},
};
constexpr std::array chineseScales{
    Scale{100'000'000'000, 100'000'000, 0, false, u"亿"},
    Scale{100'000'000, 100'000'000, 2, false, u"亿"},
    Scale{1'000'000, 10'000, 0, false, u"万"},
    Scale{100'000, 10'000, 1, true, u"万"},
    Scale{10'000, 10'000, 2, true, u"万"},
    Scale{0, 1, 0, false, u""},
};

/// `minor` in steps of the scale's last decimal, rounded half up.
quint64 inSteps(quint64 minor, const Scale &scale, int digits) {
    const quint64 step = scale.unit * powerOfTen(digits) / powerOfTen(scale.decimals);
    return minor / step + (minor % step >= step - step / 2 ? 1 : 0);
}

QString decimalText(quint64 steps, int decimals, bool trimmed) {
    const quint64 tens = powerOfTen(decimals);
    QString fraction =
        decimals > 0 ? QString::number(steps % tens).rightJustified(decimals, u'0') : QString();
    while (trimmed && fraction.endsWith(u'0'))
        fraction.chop(1);
    return groupedInteger(qint64(steps / tens))
           + (fraction.isEmpty() ? QString() : u'.' + fraction);
}

template <size_t N>
QString shortText(quint64 minor, int digits, const std::array<Scale, N> &scales) {
    for (size_t i = 0; i < N; ++i) {
        const Scale &scale = scales[i];
        // Whether it belongs here is judged by what the next smaller scale would make of it.
        const Scale &judge = i + 1 < N ? scales[i + 1] : scale;
        const quint64 start = scale.from * powerOfTen(judge.decimals) / judge.unit;
        if (inSteps(minor, judge, digits) >= start)
            return decimalText(inSteps(minor, scale, digits), scale.decimals, scale.trimmed)
                   + QString::fromUtf16(scale.suffix);
    }
    return {};
}

QString fullText(quint64 minor, int digits) {
    const bool whole = minor % powerOfTen(digits) == 0;
    return whole ? groupedInteger(qint64(minor / powerOfTen(digits)))
                 : decimalText(minor, digits, false);
}

} // namespace

QString displayMoney(const Money &money, Language language, Style style) {
    const qint64 minor = money.minor();
    const quint64 size = minor < 0 ? 0 - quint64(minor) : quint64(minor);
    const int digits = money.currency().digits();
    QString text;
    if (style == Style::Full)
        text = fullText(size, digits);
    else if (language == Language::Chinese)
        text = shortText(size, digits, chineseScales);
    else
        text = shortText(size, digits, englishScales);
    const QString sign = minor < 0 ? QString(QChar(0x2212)) : QString();
    return sign + symbolOf(money.currency()) + text;
}

} // namespace dw
