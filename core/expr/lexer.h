// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/expr/tree.h"

namespace dw {

enum class TokenKind {
    End,
    Bad,  ///< Not readable; `problem` says why. Nothing follows.
    Word, ///< `text` in lower case.
    Number,
    Text,
    Date,
    Instant,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Over,
    Open,
    Close,
    Comma,
    Dot
};

struct Token {
    TokenKind kind = TokenKind::End;
    Span span;
    QString text;     ///< Word and Number: as read.
    FieldValue value; ///< Number, Text, Date, Instant.
    Message problem;
};

/// Splits the text of an expression. Letters and signs of full width count as plain ones, both
/// kinds of quotes hold text. The last token is End, or Bad where the text cannot be read on.
[[nodiscard]] std::vector<Token> tokenize(QStringView text);

} // namespace dw
