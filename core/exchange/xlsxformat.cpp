// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxformat.h"

#include <QLocale>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Kind = NumberLook::Kind;

constexpr qsizetype longestCode = 1000;

struct Sign {
    QStringView sign;
    QStringView code; ///< Empty: several currencies have the sign.
};
constexpr Sign signs[] = {
    {u"€", u"EUR"},   {u"£", u"GBP"}, {u"₹", u"INR"}, {u"₩", u"KRW"},
    {u"₽", u"RUB"}, {u"฿", u"THB"}, {u"₫", u"VND"}, {u"₪", u"ILS"},
    {u"$", u""},      {u"¥", u""},    {u"￥", u""},   {u"元", u""},
};

/// Where the sign alone does not tell, the language of the format does.
QString byLanguage(QStringView sign, QStringView language) {
    struct Language {
        QStringView sign, number, code;
    };
    static constexpr Language languages[] = {
        {u"¥", u"804", u"CNY"},  {u"￥", u"804", u"CNY"}, {u"¥", u"411", u"JPY"},
        {u"￥", u"411", u"JPY"}, {u"$", u"409", u"USD"},  {u"$", u"C09", u"AUD"},
        {u"$", u"1009", u"CAD"}, {u"$", u"1409", u"NZD"}, {u"$", u"4809", u"SGD"},
        {u"$", u"C04", u"HKD"},  {u"$", u"404", u"TWD"},  {u"$", u"80A", u"MXN"},
    };
    for (const Language &known : languages) {
        if (known.sign == sign && language.endsWith(known.number, Qt::CaseInsensitive)
            && language.size() <= 6)
            return known.code.toString();
    }
    return {};
}

/// The currency that a piece of literal text names; empty where it names none.
QString currencyOf(QStringView literal, QStringView language = {}) {
    const QStringView text = literal.trimmed();
    const bool isCode = text.size() == 3 && std::all_of(text.begin(), text.end(), [](QChar c) {
                            return c >= u'A' && c <= u'Z';
                        });
    if (isCode)
        return text.toString();
    for (const Sign &known : signs) {
        if (known.sign != text)
            continue;
        if (!known.code.isEmpty())
            return known.code.toString();
        const QString code = byLanguage(text, language);
        return code.isEmpty() ? text.toString() : code;
    }
    return {};
}

/// Reads the first section of a format code.
class CodeScan {
public:
    explicit CodeScan(QStringView code) : m_code(code.first(qMin(code.size(), longestCode))) {}

    NumberLook run() {
        while (m_at < m_code.size() && m_code[m_at] != u';')
            step();
        if (m_elapsed)
            return {Kind::Elapsed};
        // An m beside hours or seconds means minutes.
        const bool day = m_day || (m_month && !m_time);
        if (day)
            return {m_time ? Kind::DayTime : Kind::Day};
        if (m_time)
            return {Kind::Time};
        if (m_percent)
            return {Kind::Percent};
        return m_currency.isEmpty() ? NumberLook{} : NumberLook{Kind::Money, m_currency};
    }

private:
    void step() {
        const QChar c = m_code[m_at];
        const QStringView rest = m_code.sliced(m_at);
        if (c == u'"')
            literal(upTo(u'"'));
        else if (c == u'[')
            bracket(upTo(u']'));
        else if (c == u'\\' || c == u'_' || c == u'*')
            escaped(c);
        else if (rest.startsWith(u"General", Qt::CaseInsensitive))
            m_at += 7;
        else if (rest.startsWith(u"E+", Qt::CaseInsensitive)
                 || rest.startsWith(u"E-", Qt::CaseInsensitive))
            m_at += 2;
        else if (rest.startsWith(u"AM/PM", Qt::CaseInsensitive) || rest.startsWith(u"上午/下午"))
            m_time = true, m_at += 5;
        else
            letter(c);
    }

    void letter(QChar c) {
        switch (c.toLower().unicode()) {
        case u'y':
        case u'd':
        case u'e':
            m_day = true;
            break;
        case u'm':
            m_month = true;
            break;
        case u'h':
        case u's':
            m_time = true;
            break;
        case u'%':
            m_percent = true;
            break;
        default:
            literal(m_code.sliced(m_at, 1));
        }
        ++m_at;
    }

    /// What stands between here and the closing sign; goes behind it.
    QStringView upTo(QChar close) {
        const qsizetype end = m_code.indexOf(close, m_at + 1);
        const qsizetype stop = end < 0 ? m_code.size() : end;
        const QStringView inside = m_code.sliced(m_at + 1, stop - m_at - 1);
        m_at = qMin(stop + 1, m_code.size());
        return inside;
    }

    void escaped(QChar c) {
        if (c == u'\\' && m_at + 1 < m_code.size())
            literal(m_code.sliced(m_at + 1, 1));
        m_at = qMin(m_at + 2, m_code.size());
    }

    void literal(QStringView text) {
        if (m_currency.isEmpty())
            m_currency = currencyOf(text);
    }

    void bracket(QStringView inside) {
        if (inside.startsWith(u'$')) {
            const qsizetype dash = inside.lastIndexOf(u'-');
            const QStringView sign = inside.sliced(1, (dash < 1 ? inside.size() : dash) - 1);
            if (m_currency.isEmpty() && !sign.isEmpty())
                m_currency = currencyOf(sign, dash < 1 ? QStringView() : inside.sliced(dash + 1));
            return;
        }
        const auto isOneOf = [&](QChar letter) {
            return !inside.isEmpty() && std::all_of(inside.begin(), inside.end(), [&](QChar c) {
                return c.toLower() == letter;
            });
        };
        m_elapsed = m_elapsed || isOneOf(u'h') || isOneOf(u'm') || isOneOf(u's');
    }

    const QStringView m_code;
    qsizetype m_at = 0;
    bool m_day = false, m_month = false, m_time = false, m_elapsed = false, m_percent = false;
    QString m_currency;
};

constexpr int certainDigits = 15; // that a binary number keeps of a decimal one

/// Whether the text is the shortest decimal already, as most stored amounts are: few digits, a
/// point between them, no zero too many at either end.
bool isShortDecimal(QStringView digits) {
    const qsizetype point = digits.indexOf(u'.');
    const bool shape = point > 0 && digits.size() - 1 <= certainDigits && digits.back() != u'0'
                       && digits.back() != u'.' && (digits.front() != u'0' || point == 1);
    const auto allDigits = [](QStringView part) {
        return std::all_of(part.begin(), part.end(),
                           [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    return shape && allDigits(digits.first(point)) && allDigits(digits.sliced(point + 1));
}

/// Digits and the place of the point, without sign.
QString withPoint(QString digits, qsizetype point) {
    while (digits.size() > point && digits.size() > 1 && digits.endsWith(u'0') && digits.size() > 1)
        digits.chop(1);
    if (point <= 0)
        return u"0."_s + QString(-point, u'0') + digits;
    if (digits.size() <= point)
        return digits + QString(point - digits.size(), u'0');
    return digits.first(point) + u'.' + digits.sliced(point);
}

/// Significant digits and decimal exponent of the number in scientific form.
struct Scientific {
    QString digits; ///< Without zeros at the end.
    int exponent = 0;
};
Scientific scientific(double value, int precision) {
    const QString text = QString::number(std::abs(value), 'e', precision);
    const qsizetype e = text.indexOf(u'e');
    Scientific out{text.first(e).remove(u'.'), text.sliced(e + 1).toInt()};
    while (out.digits.size() > 1 && out.digits.endsWith(u'0'))
        out.digits.chop(1);
    return out;
}

} // namespace

NumberLook builtInLook(int format) {
    if (format == 9 || format == 10)
        return {Kind::Percent};
    if ((format >= 14 && format <= 17) || (format >= 27 && format <= 31) || format == 36
        || (format >= 50 && format <= 54) || format == 57 || format == 58)
        return {Kind::Day};
    if ((format >= 18 && format <= 21) || (format >= 32 && format <= 35) || format == 45
        || format == 47 || format == 55 || format == 56)
        return {Kind::Time};
    if (format == 22)
        return {Kind::DayTime};
    return format == 46 ? NumberLook{Kind::Elapsed} : NumberLook{};
}

NumberLook lookOf(const QString &code) { return CodeScan(code).run(); }

QString plainDecimal(const QString &stored) {
    constexpr qsizetype exactDigits = 18;
    constexpr qsizetype noiseDigits = 12;
    constexpr int longestPlain = 21;
    const QString text = stored.trimmed();
    const QStringView digits = QStringView(text).sliced(text.startsWith(u'-') ? 1 : 0);
    const bool whole = !digits.isEmpty() && digits.size() <= exactDigits
                       && (digits.front() != u'0' || digits.size() == 1)
                       && std::all_of(digits.begin(), digits.end(),
                                      [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (whole)
        return digits == u"0" ? u"0"_s : text;
    if (isShortDecimal(digits))
        return text;
    bool isNumber = false;
    const double value = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber || !std::isfinite(value))
        return {};
    if (value == 0)
        return u"0"_s;
    Scientific shown = scientific(value, QLocale::FloatingPointShortest);
    if (shown.digits.size() > certainDigits) {
        const Scientific certain = scientific(value, certainDigits - 1);
        if (certain.digits.size() <= noiseDigits)
            shown = certain;
    }
    const QString sign = value < 0 ? u"-"_s : QString();
    if (std::abs(shown.exponent) >= longestPlain)
        return QString::number(value, 'g', QLocale::FloatingPointShortest);
    return sign + withPoint(shown.digits, shown.exponent + 1);
}

QString timesHundred(const QString &decimal) {
    if (decimal.contains(u'e'))
        return decimal;
    const bool negative = decimal.startsWith(u'-');
    QString digits = decimal.sliced(negative ? 1 : 0);
    const qsizetype dot = digits.indexOf(u'.');
    qsizetype point = (dot < 0 ? digits.size() : dot) + 2;
    digits.remove(u'.');
    if (digits.size() < point)
        digits += QString(point - digits.size(), u'0');
    while (point > 1 && digits.startsWith(u'0')) {
        digits.remove(0, 1);
        --point;
    }
    const QString moved = withPoint(digits, point);
    return negative && moved != u"0" ? u'-' + moved : moved;
}

} // namespace dw
