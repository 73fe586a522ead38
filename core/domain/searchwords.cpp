// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchwords.h"

#include "core/domain/text.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 20'000;

enum class Sort : quint8 { Between, Word, Chinese };

Sort sortOf(char32_t c) {
    if (c < 128)
        return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z')
                   ? Sort::Word
                   : Sort::Between;
    if (!QChar::isLetterOrNumber(c) && !QChar::isMark(c))
        return Sort::Between;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return Sort::Chinese;
    default:
        return Sort::Word;
    }
}

/// The character at the position, which moves behind it.
char32_t next(QStringView text, qsizetype &at) {
    const QChar c = text[at++];
    if (c.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[at++]);
    return c.unicode();
}

bool isAccent(QChar c) { return c >= u'\u0300' && c <= u'\u036F'; }

bool mayHaveAccents(QStringView text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'\u00C0' && c <= u'\u024F') || (c >= u'\u1E00' && c <= u'\u1EFF')
               || isAccent(c);
    });
}

} // namespace

QString foldedForSearch(const QString &text) {
    QString folded = fold(text.size() > longestText ? text.left(longestText) : text);
    if (!mayHaveAccents(folded))
        return folded;
    folded = folded.normalized(QString::NormalizationForm_D);
    folded.removeIf(isAccent);
    return folded.normalized(QString::NormalizationForm_C);
}

QString foldingVersion() {
    UVersionInfo version;
    u_getUnicodeVersion(version);
    return u"%1.%2 %3"_s.arg(version[0]).arg(version[1]).arg(int(QChar::currentUnicodeVersion()));
}

std::vector<TextPart> partsOf(QStringView folded) {
    std::vector<TextPart> parts;
    qsizetype at = 0;
    Sort open = Sort::Between;
    qsizetype from = 0;
    const auto close = [&](qsizetype end) {
        if (open != Sort::Between)
            parts.push_back({folded.mid(from, end - from), from, open == Sort::Chinese});
    };
    while (at < folded.size()) {
        const qsizetype here = at;
        const Sort sort = sortOf(next(folded, at));
        if (sort == open)
            continue;
        close(here);
        open = sort;
        from = here;
    }
    close(folded.size());
    return parts;
}

bool beginsWord(QStringView folded, qsizetype at) {
    if (at == 0)
        return true;
    qsizetype before = at - 1;
    if (folded[before].isLowSurrogate() && before > 0)
        --before;
    qsizetype here = at;
    return sortOf(next(folded, before)) != sortOf(next(folded, here));
}

std::vector<QStringView> charactersOf(QStringView text) {
    std::vector<QStringView> characters;
    characters.reserve(size_t(text.size()));
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype from = at;
        (void)next(text, at);
        characters.push_back(text.mid(from, at - from));
    }
    return characters;
}

QStringView together(QStringView first, QStringView last) {
    return QStringView(first.begin(), last.end());
}

QString digitsOf(QStringView folded) {
    QString digits;
    for (const QChar c : folded) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits;
}

QString joined(const Syllables &way) {
    QString text;
    for (const QLatin1StringView syllable : way)
        text += syllable;
    return text;
}

QString initialsOf(const Syllables &way) {
    QString letters;
    for (const QLatin1StringView syllable : way) {
        if (!syllable.isEmpty())
            letters += QLatin1Char(syllable.front());
    }
    return letters;
}

} // namespace dw
