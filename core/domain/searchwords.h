// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/pinyin.h"

namespace dw {

/// The first 20,000 characters of a text as searches compare it: folded (see fold()), without
/// accents. Thread-safe.
[[nodiscard]] QString foldedForSearch(const QString &text);
/// Version of the Unicode data behind foldedForSearch() and partsOf(), as text.
[[nodiscard]] QString foldingVersion();

/// A run of characters of one sort: such as are written without blanks between words (Chinese,
/// Japanese, Korean), or other letters and digits.
struct TextPart {
    QStringView text;
    qsizetype at = 0; ///< Where it begins.
    bool isChinese = false;
};
/// The parts of a folded text, which must outlive them.
[[nodiscard]] std::vector<TextPart> partsOf(QStringView folded);
/// True where a part begins at the position.
[[nodiscard]] bool beginsWord(QStringView folded, qsizetype at);

/// The characters of a text; one beyond U+FFFF has two units.
[[nodiscard]] std::vector<QStringView> charactersOf(QStringView text);
/// From the beginning of `first` to the end of `last`, which lie in one text.
[[nodiscard]] QStringView together(QStringView first, QStringView last);

/// The digits 0 to 9 of a folded text in a row.
[[nodiscard]] QString digitsOf(QStringView folded);

/// "suzhou" and "sz".
[[nodiscard]] QString joined(const Syllables &way);
[[nodiscard]] QString initialsOf(const Syllables &way);

} // namespace dw
