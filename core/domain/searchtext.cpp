// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchtext.h"

#include "core/domain/searchwords.h"

#include <QSet>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Appends grams, each once where several readings would give it again and again.
class GramWriter {
public:
    explicit GramWriter(QByteArray &to) : m_to(to) {}

    void put(QStringView gram) { put(gram.toUtf8()); }
    void chinese(QStringView run) {
        const std::vector<QStringView> characters = charactersOf(run);
        for (size_t i = 0; i < characters.size(); ++i) {
            put(characters[i]);
            if (i > 0)
                put(together(characters[i - 1], characters[i]));
        }
    }
    void word(const QString &text) {
        const QString padded = u'_' + text + u'_';
        const std::vector<QStringView> letters = charactersOf(padded);
        put(together(letters[0], letters[1]));
        for (size_t i = 2; i < letters.size(); ++i)
            put(together(letters[i - 2], letters[i]));
    }
    /// What is the same as before is left out until the next call.
    void beginReadings() {
        m_readings = true;
        m_seen.clear();
    }

private:
    void put(const QByteArray &gram) {
        if (m_readings) {
            if (m_seen.contains(gram))
                return;
            m_seen.insert(gram);
        }
        m_to += gram;
        m_to += ' ';
    }

    QByteArray &m_to;
    QSet<QByteArray> m_seen;
    bool m_readings = false;
};

void putReadings(GramWriter &writer, QStringView run, PinyinPlace place) {
    writer.beginReadings();
    for (const Syllables &way : pinyinOf(run, place)) {
        writer.word(joined(way));
        writer.word(initialsOf(way));
    }
}

/// Letters three by three, so that every letter is in one of the grams.
void addTrigrams(QStringList &grams, QStringView text) {
    const std::vector<QStringView> letters = charactersOf(text);
    if (letters.size() < 3)
        return;
    for (size_t i = 0; i + 3 <= letters.size(); i += 3)
        grams << together(letters[i], letters[i + 2]).toString();
    if (letters.size() % 3 != 0)
        grams << together(letters[letters.size() - 3], letters.back()).toString();
}

/// The first two letters behind a `_`; of one letter, that.
void addBeginning(QStringList &grams, QStringView text) {
    const std::vector<QStringView> letters = charactersOf(text);
    grams << u'_' + together(letters.front(), letters[letters.size() > 1 ? 1 : 0]).toString();
}

QStringList gramsOfChinese(QStringView run) {
    const std::vector<QStringView> characters = charactersOf(run);
    if (characters.size() == 1)
        return {run.toString()};
    QStringList grams;
    for (size_t i = 0; i + 2 <= characters.size(); i += 2)
        grams << together(characters[i], characters[i + 1]).toString();
    if (characters.size() % 2 != 0)
        grams << together(characters[characters.size() - 2], characters.back()).toString();
    return grams;
}

bool isLong(QStringView word) { return charactersOf(word).size() >= 3; }

QStringList gramsOfWord(const QString &word, SearchReach reach) {
    QStringList grams;
    if (reach == SearchReach::WordStarts || !isLong(word))
        addBeginning(grams, word);
    addTrigrams(grams, word);
    return grams;
}

/// One letter wrong leaves one half whole; two letters that changed places across the middle are
/// put back.
std::vector<QStringList> gramsAroundTypo(const QString &word) {
    const qsizetype middle = word.size() / 2;
    QStringList first, second;
    addBeginning(first, word.left(middle));
    addTrigrams(first, word.left(middle));
    const QString rest = word.mid(middle);
    addTrigrams(second, rest.size() < 3 ? rest + u'_' : rest);
    QString turned = word;
    std::swap(turned[middle - 1], turned[middle]);
    return {first, second, gramsOfWord(turned, SearchReach::WordStarts)};
}

constexpr qsizetype shortestWithTypo = 4;
constexpr qsizetype shortestBeginningWithTypo = 5;

bool mayHaveTypo(const QString &word) {
    return word.size() >= shortestWithTypo
           && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

/// The same but for one letter: another, one more or less, or two that changed places.
bool differByOne(QStringView a, QStringView b) {
    while (!a.isEmpty() && !b.isEmpty() && a.front() == b.front()) {
        a = a.mid(1);
        b = b.mid(1);
    }
    while (!a.isEmpty() && !b.isEmpty() && a.back() == b.back()) {
        a.chop(1);
        b.chop(1);
    }
    if (a.size() <= 1 && b.size() <= 1)
        return true;
    return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
}

/// The word, or what it begins with, is what was meant.
bool isNearly(QStringView typed, QStringView word) {
    if (differByOne(typed, word))
        return true;
    if (typed.size() < shortestBeginningWithTypo)
        return false;
    for (qsizetype size = typed.size() - 1; size <= typed.size() + 1; ++size) {
        if (word.size() > size && differByOne(typed, word.left(size)))
            return true;
    }
    return false;
}

std::optional<SearchFit> better(std::optional<SearchFit> a, std::optional<SearchFit> b) {
    if (!a || (b && *b < *a))
        return b;
    return a;
}

/// Where the word stands in the text.
std::optional<SearchFit> fitInText(const QString &folded, const QString &word, bool onlyStarts) {
    std::optional<SearchFit> best;
    for (qsizetype at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        if (at == 0)
            return folded.size() == word.size() ? SearchFit::Whole : SearchFit::Beginning;
        if (beginsWord(folded, at))
            return SearchFit::WordBeginning;
        if (!onlyStarts)
            best = SearchFit::Inside;
    }
    return best;
}

std::optional<SearchFit> fitInReading(const Syllables &way, const QString &word) {
    const QString all = joined(way);
    qsizetype start = 0;
    for (const QLatin1StringView syllable : way) {
        if (QStringView(all).mid(start).startsWith(word))
            return SearchFit::Pinyin;
        start += syllable.size();
    }
    const qsizetype at = initialsOf(way).indexOf(word);
    // One letter says little in the middle.
    return at == 0 || (at > 0 && word.size() > 1) ? std::optional(SearchFit::Initials)
                                                  : std::nullopt;
}

} // namespace

QString searchTextVersion() { return u"1 "_s + foldingVersion(); }

void appendGrams(QByteArray &to, const QString &text, SearchedAs how) {
    GramWriter writer(to);
    const QString folded = foldedForSearch(text);
    if (how == SearchedAs::Digits) {
        if (const QString digits = digitsOf(folded); !digits.isEmpty())
            writer.word(digits);
        return;
    }
    const std::vector<TextPart> parts = partsOf(folded);
    for (const TextPart &part : parts)
        part.isChinese ? writer.chinese(part.text) : writer.word(part.text.toString());
    if (how == SearchedAs::Words)
        return;
    for (const TextPart &part : parts) {
        if (!part.isChinese)
            continue;
        const bool isSurname = how == SearchedAs::PersonName && part.at == 0;
        putReadings(writer, part.text,
                    isSurname ? PinyinPlace::SurnameFirst : PinyinPlace::Anywhere);
    }
}

SearchTerms::SearchTerms(const QString &typed) {
    constexpr size_t mostWords = 12;
    constexpr qsizetype longestWord = 60;
    const QString folded = foldedForSearch(typed);
    for (const TextPart &part : partsOf(folded)) {
        if (m_words.size() == mostWords)
            break;
        const std::vector<QStringView> characters = charactersOf(part.text);
        const size_t last = std::min(characters.size(), size_t(longestWord)) - 1;
        m_words.push_back(
            {together(characters.front(), characters[last]).toString(), part.isChinese});
    }
}

std::vector<QStringList> SearchTerms::grams(size_t word, SearchReach reach) const {
    const Word &wanted = m_words[word];
    if (wanted.isChinese)
        return {gramsOfChinese(wanted.text)};
    if (reach != SearchReach::Typos || !mayHaveTypo(wanted.text))
        return {gramsOfWord(wanted.text, reach)};
    return gramsAroundTypo(wanted.text);
}

bool SearchTerms::takesNoTypos() const {
    return std::none_of(m_words.begin(), m_words.end(),
                        [](const Word &word) { return !word.isChinese && mayHaveTypo(word.text); });
}

SearchTerms::Text::Text(const QString &text, SearchedAs how)
    : m_folded(foldedForSearch(text)),
      m_digits(how == SearchedAs::Digits) {
    if (m_digits) {
        m_folded = digitsOf(m_folded);
        return;
    }
    for (const TextPart &part : partsOf(m_folded)) {
        if (!part.isChinese) {
            m_words << part.text.toString();
            continue;
        }
        if (how == SearchedAs::Words)
            continue;
        const bool isSurname = how == SearchedAs::PersonName && part.at == 0;
        const auto ways =
            pinyinOf(part.text, isSurname ? PinyinPlace::SurnameFirst : PinyinPlace::Anywhere);
        m_readings.insert(m_readings.end(), ways.begin(), ways.end());
    }
}

std::optional<SearchFit> SearchTerms::fit(size_t word, const Text &text, SearchReach reach) const {
    const Word &wanted = m_words[word];
    const bool onlyStarts = reach == SearchReach::WordStarts && !wanted.isChinese && !text.m_digits;
    auto best = fitInText(text.m_folded, wanted.text, onlyStarts);
    if (best || wanted.isChinese || text.m_digits)
        return best;
    for (const Syllables &way : text.m_readings)
        best = better(best, fitInReading(way, wanted.text));
    if (best || reach != SearchReach::Typos || !mayHaveTypo(wanted.text))
        return best;
    const bool isNear = std::any_of(text.m_words.begin(), text.m_words.end(),
                                    [&](const QString &one) { return isNearly(wanted.text, one); });
    return isNear ? std::optional(SearchFit::Typo) : std::nullopt;
}

} // namespace dw
