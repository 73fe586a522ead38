// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/pinyin.h"

#include <QByteArray>
#include <QStringList>
#include <optional>

namespace dw {

/// How a text is found: by its words alone (long texts), also by the pinyin of what is Chinese in
/// it (names of things), also by the readings of surnames (names of people), or by its digits in a
/// row (phone numbers).
enum class SearchedAs : quint8 { Words, Name, PersonName, Digits };

/// Version of all that grams are made of; what was made with another must be made anew.
[[nodiscard]] QString searchTextVersion();

/// Appends the grams of a text, a blank behind each, in UTF-8: of Chinese one and two characters
/// each, of other words (and of pinyin and its initials) three letters each, with `_` for the
/// beginning and the end, and the first letter behind a `_`. Only the first 20,000 characters of a
/// text count. Thread-safe.
void appendGrams(QByteArray &to, const QString &text, SearchedAs how);

/// How far a search goes to find something.
enum class SearchReach : quint8 {
    WordStarts, ///< Words, pinyin and initials that begin so; Chinese and digits anywhere.
    Anywhere,
    Typos ///< Also words of Latin letters, of 4 and more, that differ by one letter: another, one
          ///< more, one less, or two that changed places.
};

/// How well a text answers; less is better.
enum class SearchFit : quint8 { Whole, Beginning, WordBeginning, Inside, Pinyin, Initials, Typo };

/// What a person typed, taken apart: every word must be found.
class SearchTerms {
public:
    /// Of more than 12 words the first count, of a word its first 60 characters.
    explicit SearchTerms(const QString &typed);

    /// Nothing that could be looked for.
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    [[nodiscard]] size_t count() const { return m_words.size(); }

    /// What grams a text must have to be worth a look for the word: all of one of the lists.
    [[nodiscard]] std::vector<QStringList> grams(size_t word, SearchReach reach) const;
    /// True where `Typos` finds no more than `Anywhere`.
    [[nodiscard]] bool takesNoTypos() const;

    /// A text as it is compared with terms; made once a text.
    class Text {
    public:
        Text(const QString &text, SearchedAs how);

    private:
        friend class SearchTerms;
        QString m_folded; ///< Digits alone where it is found by them.
        QStringList m_words;
        std::vector<Syllables> m_readings;
        bool m_digits;
    };
    /// How well the text answers the word; nullopt where it does not.
    [[nodiscard]] std::optional<SearchFit> fit(size_t word, const Text &text,
                                               SearchReach reach) const;

private:
    struct Word {
        QString text; ///< Folded.
        bool isChinese = false;
    };
    std::vector<Word> m_words;
};

} // namespace dw
