// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace dw::test {

/// One include line: `path` as written between the quotes or angle brackets.
struct IncludeLine {
    int line = 0;
    QString path;
    bool quoted = false;
};

/// A piece of a source file with the line it starts on.
struct SourcePiece {
    int line = 0;
    QString text;
};

/// A C++ file taken apart far enough for rules about it: without comments, and with code and text
/// literals separated, so that a rule about calls is not misled by a comment or a message.
struct ScannedSource {
    QList<IncludeLine> includes;
    QList<SourcePiece> code;     ///< one piece per line; literals are left as ""
    QList<SourcePiece> literals; ///< neighbouring literals are joined, as the compiler does
    int lineCount = 0;
};

/// Takes C++ text apart. Knows line and block comments, plain and raw literals, and digit
/// separators; does not run the preprocessor, so code behind #if counts as well.
ScannedSource scanSource(const QString &text);

} // namespace dw::test
