// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposalheader.h"

#include "core/domain/text.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Longer headers are sentences, not names.
constexpr qsizetype mostHeaderLength = 200;

struct Scale {
    const char16_t *word;
    qint64 multiplier;
};
constexpr Scale scales[] = {
    {u"k", 1'000},           {u"thousand", 1'000},
    {u"thousands", 1'000},   {u"000", 1'000},
    {u"tsd", 1'000},         {u"千", 1'000},
    {u"m", 1'000'000},       {u"mn", 1'000'000},
    {u"mm", 1'000'000},      {u"mio", 1'000'000},
    {u"million", 1'000'000}, {u"millions", 1'000'000},
    {u"百万", 1'000'000},    {u"bn", 1'000'000'000},
    {u"mrd", 1'000'000'000}, {u"billion", 1'000'000'000},
    {u"万", 10'000},         {u"billions", 1'000'000'000},
    {u"亿", 100'000'000},
};

struct Coin {
    const char16_t *word;
    const char *code;
};
constexpr Coin coins[] = {
    {u"$", "USD"},      {u"us$", "USD"},    {u"€", "EUR"},       {u"£", "GBP"},
    {u"元", "CNY"},     {u"rmb", "CNY"},    {u"人民币", "CNY"},  {u"cn¥", "CNY"},
    {u"美元", "USD"},   {u"美金", "USD"},   {u"欧元", "EUR"},    {u"港元", "HKD"},
    {u"港币", "HKD"},   {u"日元", "JPY"},   {u"英镑", "GBP"},    {u"台币", "TWD"},
    {u"新台币", "TWD"}, {u"dollar", "USD"}, {u"dollars", "USD"}, {u"euro", "EUR"},
    {u"euros", "EUR"},  {u"yuan", "CNY"},
};

/// Codes that are no English words of their own, so that they are a unit also without brackets.
constexpr const char16_t *codes[] = {
    u"usd", u"eur", u"cny", u"gbp", u"jpy", u"hkd", u"twd", u"sgd", u"aud", u"cad", u"chf",
    u"inr", u"krw", u"brl", u"mxn", u"sek", u"nok", u"dkk", u"pln", u"czk", u"nzd", u"zar",
    u"thb", u"myr", u"idr", u"php", u"vnd", u"aed", u"sar", u"rub", u"huf", u"ils"};

struct Unit {
    std::optional<Currency> currency;
    qint64 multiplier = 1;
};

/// One word of a unit; false where it is none.
bool readUnitWord(QString word, Unit &unit) {
    if (word.isEmpty() || word == "in"_L1)
        return true;
    for (const char16_t *code : codes) {
        if (word == QStringView(code)) {
            unit.currency = *Currency::fromCode(word);
            return true;
        }
    }
    for (const Coin &coin : coins) {
        if (word == QStringView(coin.word)) {
            unit.currency = *Currency::fromCode(QString::fromLatin1(coin.code));
            return true;
        }
    }
    for (const Scale &scale : scales) {
        if (word == QStringView(scale.word)) {
            unit.multiplier = scale.multiplier;
            return true;
        }
    }
    // 万元, k€: a scale with the currency behind it.
    for (const Scale &scale : scales) {
        const QString rest = word.mid(QStringView(scale.word).size());
        if (unit.multiplier == 1 && !rest.isEmpty() && word.startsWith(QStringView(scale.word))) {
            Unit inner;
            if (readUnitWord(rest, inner) && inner.currency && inner.multiplier == 1) {
                unit = {inner.currency, scale.multiplier};
                return true;
            }
        }
    }
    return false;
}

std::optional<Unit> unitOf(const QString &text) {
    static const QRegularExpression between(u"[\\s,;/:'’.\\-_]+"_s);
    const QStringList words = fold(text).split(between, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    Unit unit;
    for (const QString &word : words) {
        if (!readUnitWord(word, unit))
            return std::nullopt;
    }
    const bool says = unit.currency || unit.multiplier != 1;
    return says ? std::optional(unit) : std::nullopt;
}

bool isHan(QChar c) { return c.script() == QChar::Script_Han; }

/// "closeDate" and "close_date" as "close Date" and "close date".
QStringList wordsOf(const QString &text) {
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words << fold(word);
        word.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!c.isLetterOrNumber()) {
            end();
            continue;
        }
        const bool afterLower = i > 0 && text[i - 1].isLower() && c.isUpper();
        const bool acronymEnds = i > 0 && i + 1 < text.size() && c.isUpper()
                                 && text[i - 1].isUpper() && text[i + 1].isLower();
        if (isHan(c) || afterLower || acronymEnds)
            end();
        word += c;
        if (isHan(c))
            end();
    }
    end();
    return words;
}

/// Takes the unit out of brackets; what else stands there stays.
QString withoutBracketUnit(const QString &header, HeaderText &text) {
    static const QRegularExpression bracket(u"[(\\[（［【]([^)\\]）］】]*)[)\\]）］】]"_s);
    QString rest = header;
    for (auto it = bracket.globalMatch(header); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (const auto unit = unitOf(match.captured(1))) {
            text.currency = unit->currency;
            text.multiplier = unit->multiplier;
            rest.replace(match.captured(0), u" "_s);
        }
    }
    return rest;
}

/// "Amount USD", "revenue in Mio. EUR": the words at the end that are a unit.
qsizetype wordsBeforeUnit(const QStringList &words, Unit &unit) {
    qsizetype count = words.size();
    while (count > 1) {
        Unit wider = unit;
        // A lone letter at the end is rather a name ("Plan M").
        if (words[count - 1].size() < 2 || !readUnitWord(words[count - 1], wider))
            break;
        unit = wider;
        --count;
    }
    return count;
}

/// 合同金额万元, 金额-美元: units of several characters that end a Chinese name.
QString withoutHanUnit(const QString &name, HeaderText &text) {
    for (const char16_t *end :
         {u"万元", u"亿元", u"千元", u"百万元", u"万美元", u"美元", u"欧元", u"港元", u"人民币"}) {
        const QStringView suffix(end);
        if (name.size() > suffix.size() && name.endsWith(suffix)
            && readMoneyUnit(suffix.toString(), text.currency, text.multiplier))
            return name.chopped(suffix.size());
    }
    return name;
}

} // namespace

QString squeezedName(const QString &name) {
    QString out = fold(name);
    out.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return out;
}

bool readMoneyUnit(const QString &text, std::optional<Currency> &currency, qint64 &multiplier) {
    const auto unit = unitOf(text);
    if (!unit)
        return false;
    currency = unit->currency;
    multiplier = unit->multiplier;
    return true;
}

HeaderText readHeader(const QString &header) {
    HeaderText text;
    const QString shown = header.left(mostHeaderLength);
    text.whole = squeezedName(shown);
    const QString rest = withoutBracketUnit(shown, text);
    text.words = wordsOf(rest);
    const bool bracketed = text.currency || text.multiplier != 1;
    if (!bracketed) {
        Unit unit;
        const qsizetype count = wordsBeforeUnit(text.words, unit);
        if (unit.currency || unit.multiplier != 1) {
            text.words = text.words.mid(0, count);
            text.currency = unit.currency;
            text.multiplier = unit.multiplier;
        }
    }
    text.name = text.words.join(QString());
    if (!text.currency && text.multiplier == 1) {
        const QString named = withoutHanUnit(text.name, text);
        text.words = named == text.name
                         ? text.words
                         : text.words.mid(0, text.words.size() - (text.name.size() - named.size()));
        text.name = named;
    }
    return text;
}

} // namespace dw
