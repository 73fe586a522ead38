// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/plainsigns.h"
#include "core/exchange/valueforms.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNumber = 200;
constexpr int largestExponent = 60;

struct Multiplier {
    QStringView word;
    int zeros;
};
/// The longer word goes before the one that it begins with.
constexpr Multiplier multipliers[] = {
    {u"thousand", 3}, {u"million", 6}, {u"billion", 9}, {u"trillion", 12}, {u"万亿", 12},
    {u"萬億", 12},    {u"百万", 6},    {u"百萬", 6},    {u"千万", 7},      {u"千萬", 7},
    {u"十万", 5},     {u"十亿", 9},    {u"百亿", 10},   {u"千亿", 11},     {u"mio", 6},
    {u"mrd", 9},      {u"mn", 6},      {u"bn", 9},      {u"百", 2},        {u"千", 3},
    {u"万", 4},       {u"萬", 4},      {u"亿", 8},      {u"億", 8},        {u"k", 3},
    {u"m", 6},
};

/// Takes the multiplier off the end; how many zeros it stands for.
int takeMultiplier(QStringView &text, bool smallM) {
    if (!smallM && text.endsWith(u'm'))
        return 0;
    for (const Multiplier &known : multipliers) {
        if (text.endsWith(known.word, Qt::CaseInsensitive)) {
            text = text.chopped(known.word.size()).trimmed();
            return known.zeros;
        }
    }
    return 0;
}

/// Takes off the sign, wherever it stands; nothing where it stands twice.
std::optional<bool> takeSign(QStringView &text) {
    int signs = 0;
    bool negative = false;
    if (text.startsWith(u'(') && text.endsWith(u')') && text.size() > 2) {
        text = text.sliced(1, text.size() - 2).trimmed();
        negative = true;
        ++signs;
    }
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        negative = negative || text.startsWith(u'-');
        text = text.sliced(1).trimmed();
        ++signs;
    }
    if (text.endsWith(u'-')) {
        text = text.chopped(1).trimmed();
        negative = true;
        ++signs;
    }
    return signs > 1 ? std::nullopt : std::optional(negative);
}

bool allDigits(QStringView text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isPlainDigit);
}

/// Whether marks stand as 1,234,567 has them, or as 12,34,567 in India.
bool isGrouped(const QList<QStringView> &parts) {
    if (!std::all_of(parts.cbegin(), parts.cend(), allDigits) || parts.constLast().size() != 3)
        return false;
    const auto between = [&](qsizetype size) {
        return std::all_of(parts.cbegin() + 1, parts.cend() - 1,
                           [&](QStringView part) { return part.size() == size; });
    };
    const qsizetype first = parts.constFirst().size();
    return (first <= 3 && between(3)) || (first <= 2 && between(2));
}

/// Digits of the part before the decimal mark, without its groups.
std::optional<QString> wholeDigits(QStringView text, QChar group) {
    if (text.isEmpty())
        return QString();
    if (allDigits(text))
        return text.toString();
    for (const QChar mark : {group, QChar(u' '), QChar(u'\'')}) {
        if (mark.isNull() || !text.contains(mark))
            continue;
        if (!isGrouped(text.split(mark)))
            return std::nullopt;
        QString digits = text.toString();
        return digits.remove(mark);
    }
    return std::nullopt;
}

/// Takes the exponent off the end; nothing where there is none that makes sense.
std::optional<int> takeExponent(QStringView &text) {
    const qsizetype at = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    if (at <= 0)
        return at == 0 ? std::nullopt : std::optional(0);
    const QStringView digits = text.sliced(at + 1);
    bool isNumber = false;
    const int exponent = digits.toInt(&isNumber);
    text = text.first(at);
    if (!isNumber || std::abs(exponent) > largestExponent)
        return std::nullopt;
    return exponent;
}

/// The decimal with its point moved to the right (or left), exactly.
QString movedPoint(QString digits, qsizetype decimals, int zeros) {
    qsizetype point = digits.size() - decimals + zeros;
    if (point > digits.size())
        digits += QString(point - digits.size(), u'0');
    if (point < 1) {
        digits.prepend(QString(1 - point, u'0'));
        point = 1;
    }
    QString whole = digits.first(point);
    QString fraction = digits.sliced(point);
    const auto first =
        std::find_if(whole.cbegin(), whole.cend() - 1, [](QChar c) { return c != u'0'; });
    whole.remove(0, first - whole.cbegin());
    // Zeros at the end stay where they were written: an amount keeps its form.
    while (zeros != 0 && fraction.endsWith(u'0'))
        fraction.chop(1);
    return fraction.isEmpty() ? whole : whole + u'.' + fraction;
}

} // namespace

QString withPlainSigns(const QString &text) {
    // Most cells are plain already.
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; }))
        return text.trimmed();
    QString out = text;
    for (QChar &c : out) {
        const char16_t u = c.unicode();
        if (u < 0x80)
            continue;
        if (u >= 0xFF01 && u <= 0xFF5E)
            c = QChar(u - 0xFEE0);
        else if (c.isSpace())
            c = u' ';
        else if (u == u'\u2212' || u == u'\u2013' || u == u'\u2014' || u == u'\uFE63')
            c = u'-';
        else if (u == u'\u2019' || u == u'\u2018' || u == u'\u02BC')
            c = u'\'';
    }
    return out.trimmed();
}

namespace {

/// Whether the text is what would come out: the form that programs write, by far the most frequent.
bool isPlainNumber(QStringView text) {
    const QStringView digits = text.startsWith(u'-') ? text.sliced(1) : text;
    const qsizetype point = digits.indexOf(u'.');
    const QStringView whole = point < 0 ? digits : digits.first(point);
    const bool unsignedZero = !text.startsWith(u'-') || whole != u"0";
    return allDigits(whole) && (whole.size() == 1 || whole.front() != u'0') && unsignedZero
           && (point < 0 || allDigits(digits.sliced(point + 1)));
}

std::optional<QString> numberOf(const QString &text, const NumberForm &form, bool smallM) {
    if (text.size() > longestNumber)
        return std::nullopt;
    if (isPlainNumber(text) && (form.decimal == u'.' || !text.contains(u'.')))
        return text;
    const QString plain = withPlainSigns(text);
    QStringView rest = plain;
    const auto negative = takeSign(rest);
    if (!negative)
        return std::nullopt;
    const bool percent = rest.endsWith(u'%');
    if (percent)
        rest = rest.chopped(1).trimmed();
    const int zeros = percent ? 0 : takeMultiplier(rest, smallM);
    const auto exponent = takeExponent(rest);
    const qsizetype mark = rest.indexOf(form.decimal);
    const auto whole = wholeDigits(mark < 0 ? rest : rest.first(mark), form.group);
    const QStringView fraction = mark < 0 ? QStringView() : rest.sliced(mark + 1);
    if (!exponent || !whole || (!fraction.isEmpty() && !allDigits(fraction))
        || (whole->isEmpty() && fraction.isEmpty()))
        return std::nullopt;
    const QString number =
        movedPoint(*whole + fraction.toString(), fraction.size(), zeros + *exponent);
    const bool isZero = std::none_of(number.cbegin(), number.cend(),
                                     [](QChar c) { return c >= u'1' && c <= u'9'; });
    return *negative && !isZero ? u'-' + number : number;
}

} // namespace

std::optional<QString> plainNumber(const QString &text, const NumberForm &form) {
    return numberOf(text, form, false);
}

std::optional<QString> plainNumberOfMillions(const QString &text, const NumberForm &form) {
    return numberOf(text, form, true);
}

} // namespace dw
