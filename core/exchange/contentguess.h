// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace dw {

/// What the first bytes of a file look like.
struct ContentGuess {
    enum class Kind : quint8 {
        Text,     ///< Text of the encoding `name`; without a name, of one that cannot be told.
        Archive,  ///< A ZIP archive, as XLSX and ODS are.
        Compound, ///< A compound file: an old workbook (XLS), or an encrypted one.
        Foreign,  ///< Another format, called `name`: "PDF", "HTML"…
        Binary    ///< No text, and nothing known.
    };
    Kind kind = Kind::Text;
    QString name;
    int mark = 0;         ///< Bytes of the byte order mark.
    bool isPlain = false; ///< Nothing but ASCII: most encodings read it alike.
    friend bool operator==(const ContentGuess &, const ContentGuess &) = default;
};

/// Judges by signatures and byte order marks, then by what the bytes would be in UTF-8, UTF-16 (the
/// zeros of plain characters), GB18030 (looksLikeGbk()) and windows-1252 (accented letters among
/// plain ones). `cut`: more bytes follow, so the last character may be incomplete.
[[nodiscard]] ContentGuess guessContent(QByteArrayView start, bool cut = false);

/// True where bytes that are no UTF-8 read as Chinese in GBK (so in GB18030 too): all of them pair
/// up, and nearly all pairs lie in the area of the common characters. Needs whole characters.
[[nodiscard]] bool looksLikeGbk(QByteArrayView bytes);

} // namespace dw
