// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace dw {

/// What a file looks like that claims to be text.
struct ContentGuess {
    enum class Kind {
        Text,     ///< Nothing speaks against UTF-8.
        Encoding, ///< Text of the encoding `name`.
        Workbook, ///< A spreadsheet of the format `name`.
        Binary    ///< No text at all.
    };
    Kind kind = Kind::Text;
    QString name; ///< "UTF-16", "UTF-32", "GBK", "XLSX", "XLS"…; empty where nothing is known.
    friend bool operator==(const ContentGuess &, const ContentGuess &) = default;
};

/// Judges by the first bytes of a file: signatures, byte order marks, and the zeros of UTF-16
/// without one.
[[nodiscard]] ContentGuess guessContent(QByteArrayView start);

/// True where bytes that are no UTF-8 read as Chinese in GBK (so in GB18030 too): all of them pair
/// up, and nearly all pairs lie in the area of the common characters. Needs whole characters.
[[nodiscard]] bool looksLikeGbk(QByteArrayView bytes);

} // namespace dw
