// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/plainsigns.h"
#include "core/exchange/valueforms.h"

#include <QLocale>
#include <QSet>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// A sign or name and the currencies that it may mean, the likeliest first.
struct Name {
    QStringView name; ///< In small letters.
    QStringView codes;
};
constexpr Name names[] = {
    {u"¥", u"CNY JPY"},       {u"元", u"CNY TWD HKD USD"},
    {u"圆", u"CNY JPY"},      {u"円", u"JPY"},
    {u"cn¥", u"CNY"},         {u"jp¥", u"JPY"},
    {u"rmb", u"CNY"},         {u"rmb¥", u"CNY"},
    {u"cnh", u"CNY"},         {u"人民币", u"CNY"},
    {u"人民幣", u"CNY"},      {u"$", u"USD AUD CAD NZD HKD SGD TWD MXN ARS CLP COP BRL"},
    {u"us$", u"USD"},         {u"$us", u"USD"},
    {u"美元", u"USD"},        {u"美金", u"USD"},
    {u"hk$", u"HKD"},         {u"港元", u"HKD"},
    {u"港币", u"HKD"},        {u"nt$", u"TWD"},
    {u"新台币", u"TWD"},      {u"台币", u"TWD"},
    {u"a$", u"AUD"},          {u"au$", u"AUD"},
    {u"澳元", u"AUD"},        {u"c$", u"CAD"},
    {u"ca$", u"CAD"},         {u"加元", u"CAD"},
    {u"nz$", u"NZD"},         {u"s$", u"SGD"},
    {u"新加坡元", u"SGD"},    {u"新元", u"SGD"},
    {u"r$", u"BRL"},          {u"mx$", u"MXN"},
    {u"€", u"EUR"},           {u"欧元", u"EUR"},
    {u"£", u"GBP"},           {u"英镑", u"GBP"},
    {u"日元", u"JPY"},        {u"日圆", u"JPY"},
    {u"₩", u"KRW"},           {u"韩元", u"KRW"},
    {u"₹", u"INR"},           {u"rs", u"INR PKR LKR"},
    {u"rs.", u"INR PKR LKR"}, {u"卢比", u"INR PKR"},
    {u"₽", u"RUB"},         {u"卢布", u"RUB"},
    {u"฿", u"THB"},           {u"泰铢", u"THB"},
    {u"₫", u"VND"},           {u"₪", u"ILS"},
    {u"₺", u"TRY"},           {u"zł", u"PLN"},
    {u"kč", u"CZK"},          {u"kr", u"SEK NOK DKK"},
    {u"kr.", u"DKK SEK NOK"}, {u"fr.", u"CHF"},
    {u"sfr.", u"CHF"},        {u"瑞士法郎", u"CHF"},
};

const QSet<QString> &codes() {
    static const QSet<QString> known = [] {
        QSet<QString> all;
        const auto locales =
            QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
        for (const QLocale &locale : locales)
            all << locale.currencySymbol(QLocale::CurrencyIsoCode);
        all.remove({});
        return all;
    }();
    return known;
}

/// What the text may mean as a currency; empty where it means none.
QStringList currenciesOf(QStringView text) {
    const QString name = text.trimmed().toString().toLower();
    if (codes().contains(name.toUpper()))
        return {name.toUpper()};
    for (const Name &known : names) {
        if (known.name == name)
            return known.codes.toString().split(u' ');
    }
    return {};
}

/// The currencies that fit both; what tells nothing fits all.
QStringList common(const QStringList &a, const QStringList &b) {
    if (a.isEmpty() || b.isEmpty())
        return a + b;
    QStringList both;
    std::copy_if(a.cbegin(), a.cend(), std::back_inserter(both),
                 [&](const QString &code) { return b.contains(code); });
    return both;
}

/// Length of what may belong to the number behind its last digit: blanks, a multiplier, a sign.
qsizetype numberTail(QStringView behind) {
    static constexpr QStringView words[] = {
        u"thousand", u"million", u"billion", u"trillion", u"mio", u"mrd", u"mn", u"bn", u"k", u"m"};
    static constexpr QStringView chinese = u"十百千万萬亿億";
    qsizetype at = 0;
    while (at < behind.size() && behind[at] == u' ')
        ++at;
    const QStringView rest = behind.sliced(at);
    for (const QStringView word : words) {
        const bool ends = rest.size() == word.size()
                          || (rest.size() > word.size() && !rest[word.size()].isLetter());
        if (ends && rest.startsWith(word, Qt::CaseInsensitive))
            return at + word.size();
    }
    const qsizetype begin = at;
    while (at < behind.size() && chinese.contains(behind[at]))
        ++at;
    return at == begin ? 0 : at;
}

/// An amount taken apart: what stands before and behind its digits, and its sign.
struct Parts {
    QString before, number, behind;
    bool negative = false;
};

/// Nothing where there are no digits, or more than one sign.
std::optional<Parts> partsOf(QString text) {
    int signs = 0;
    if (text.startsWith(u'(') && text.endsWith(u')')) {
        text = text.sliced(1, text.size() - 2).trimmed();
        ++signs;
    }
    const auto first = std::find_if(text.cbegin(), text.cend(), isPlainDigit);
    const auto last = std::find_if(text.crbegin(), text.crend(), isPlainDigit).base();
    if (first == text.cend())
        return std::nullopt;
    qsizetype begin = first - text.cbegin();
    // ".5" begins with its mark; "Rs.5" does not.
    if (begin > 0 && (text.at(begin - 1) == u'.' || text.at(begin - 1) == u',')
        && (begin == 1 || !text.at(begin - 2).isLetter()))
        --begin;
    qsizetype end = last - text.cbegin();
    end += numberTail(QStringView(text).sliced(end));
    Parts parts{text.first(begin), text.sliced(begin, end - begin), text.sliced(end)};
    signs += int(parts.before.count(u'-') + parts.behind.count(u'-'));
    parts.before.remove(u'-');
    parts.behind.remove(u'-');
    const bool plus = parts.before.trimmed().startsWith(u'+');
    if (plus)
        parts.before.remove(parts.before.indexOf(u'+'), 1);
    if (signs + (plus ? 1 : 0) > 1)
        return std::nullopt;
    parts.negative = signs > 0;
    return parts;
}

} // namespace

std::optional<QString> plainMoney(const QString &text, const NumberForm &form,
                                  const QString &currency) {
    constexpr qsizetype longest = 200;
    if (text.size() > longest)
        return std::nullopt;
    if (!text.isEmpty() && isPlainDigit(text.front()) && isPlainDigit(text.back())) {
        const auto number = plainNumberOfMillions(text, form);
        return !number || currency.isEmpty() ? number : currency + u' ' + *number;
    }
    QString plain = withPlainSigns(text);
    plain.replace(u'￥', u'¥').replace(u'￡', u'£');
    const auto parts = partsOf(plain);
    if (!parts)
        return std::nullopt;
    const QStringList before = currenciesOf(parts->before);
    const QStringList behind = currenciesOf(parts->behind);
    const QStringList fitting = common(before, behind);
    const bool strange = (!parts->before.trimmed().isEmpty() && before.isEmpty())
                         || (!parts->behind.trimmed().isEmpty() && behind.isEmpty())
                         || (!before.isEmpty() && !behind.isEmpty() && fitting.isEmpty());
    const auto number =
        strange
            ? std::nullopt
            : plainNumberOfMillions(parts->negative ? u'-' + parts->number : parts->number, form);
    if (!number)
        return std::nullopt;
    const QString code =
        fitting.isEmpty() || fitting.contains(currency) ? currency : fitting.constFirst();
    return code.isEmpty() ? *number : code + u' ' + *number;
}

} // namespace dw
