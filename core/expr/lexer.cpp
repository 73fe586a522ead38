// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/lexer.h"

#include "core/expr/exprerror.h"

#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isDigit(char16_t c) { return c >= u'0' && c <= u'9'; }

/// The plain counterpart of what an input method types.
char16_t plain(QChar typed) {
    const char16_t c = typed.unicode();
    if (c >= u'\uFF01' && c <= u'\uFF5E')
        return char16_t(c - 0xFEE0);
    switch (c) {
    case u'、':
        return u',';
    case u'−': // U+2212
        return u'-';
    case u'×':
        return u'*';
    case u'÷':
        return u'/';
    default:
        return c;
    }
}

/// The quote that ends a text begun by `open`, or nothing where `open` begins none.
char16_t closingQuote(char16_t open) {
    switch (open) {
    case u'"':
    case u'\'':
    case u'＂':
    case u'＇':
        return open;
    case u'“':
        return u'”';
    case u'‘':
        return u'’';
    case u'「':
        return u'」';
    default:
        return 0;
    }
}

class Lexer {
public:
    explicit Lexer(QStringView text) : m_text(text) {}

    std::vector<Token> run() {
        while (
            m_tokens.empty()
            || (m_tokens.back().kind != TokenKind::End && m_tokens.back().kind != TokenKind::Bad)) {
            while (m_at < m_text.size() && m_text.at(m_at).isSpace())
                ++m_at;
            m_start = m_at;
            next();
        }
        return std::move(m_tokens);
    }

private:
    /// The character `ahead` of here in its plain form; 0 behind the end.
    [[nodiscard]] char16_t peek(qsizetype ahead = 0) const {
        return m_at + ahead < m_text.size() ? plain(m_text.at(m_at + ahead)) : u'\0';
    }
    /// The part from the start of the token to `end`, in plain characters.
    [[nodiscard]] QString taken() const {
        QString out;
        out.reserve(m_at - m_start);
        for (qsizetype i = m_start; i < m_at; ++i)
            out += QChar(plain(m_text.at(i)));
        return out;
    }

    Token &push(TokenKind kind) {
        Token token;
        token.kind = kind;
        token.span = {int(m_start), int(m_at - m_start)};
        m_tokens.push_back(std::move(token));
        return m_tokens.back();
    }
    void sign(TokenKind kind, qsizetype length) {
        m_at += length;
        push(kind);
    }
    void fail(const char *problem, Span span, QMap<QString, QString> args = {}) {
        Token &token = push(TokenKind::Bad);
        token.span = span;
        token.problem = {QString::fromLatin1(problem), std::move(args)};
    }
    /// Points at the character at `at`, both halves of it where it has two.
    void failAtCharacter(qsizetype at) {
        const bool pair = at + 1 < m_text.size() && m_text.at(at).isHighSurrogate()
                          && m_text.at(at + 1).isLowSurrogate();
        const QStringView shown = m_text.sliced(at, pair ? 2 : 1);
        const bool printable = pair || (m_text.at(at).isPrint() && !m_text.at(at).isSurrogate());
        fail("expr.bad_character", {int(at), pair ? 2 : 1},
             {{u"name"_s, printable
                              ? shown.toString()
                              : u"U+%1"_s.arg(uint(m_text.at(at).unicode()), 4, 16, QChar(u'0'))}});
    }

    void next();
    void word();
    void digits();
    [[nodiscard]] qsizetype digitsAt(qsizetype ahead) const;
    [[nodiscard]] qsizetype dateLength() const;
    bool dateOrInstant();
    void number();
    void text(char16_t close);
    bool escape(QString &out);

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    std::vector<Token> m_tokens;
};

void Lexer::next() {
    if (m_at >= m_text.size()) {
        push(TokenKind::End);
        return;
    }
    const char16_t c = peek();
    if (isDigit(c))
        return digits();
    if (QChar(c).isLetter() || c == u'_')
        return word();
    if (const char16_t close = closingQuote(m_text.at(m_at).unicode()))
        return text(close);
    const bool equal = peek(1) == u'=';
    switch (c) {
    case u'=':
        return sign(TokenKind::Equal, equal ? 2 : 1);
    case u'!':
        if (equal)
            return sign(TokenKind::Unequal, 2);
        return failAtCharacter(m_at);
    case u'≠':
        return sign(TokenKind::Unequal, 1);
    case u'<':
        if (peek(1) == u'>')
            return sign(TokenKind::Unequal, 2);
        return sign(equal ? TokenKind::LessOrEqual : TokenKind::Less, equal ? 2 : 1);
    case u'≤':
        return sign(TokenKind::LessOrEqual, 1);
    case u'>':
        return sign(equal ? TokenKind::GreaterOrEqual : TokenKind::Greater, equal ? 2 : 1);
    case u'≥':
        return sign(TokenKind::GreaterOrEqual, 1);
    case u'+':
        return sign(TokenKind::Plus, 1);
    case u'-':
        return sign(TokenKind::Minus, 1);
    case u'*':
        return sign(TokenKind::Times, 1);
    case u'/':
        return sign(TokenKind::Over, 1);
    case u'(':
        return sign(TokenKind::Open, 1);
    case u')':
        return sign(TokenKind::Close, 1);
    case u',':
        return sign(TokenKind::Comma, 1);
    case u'.':
        return sign(TokenKind::Dot, 1);
    default:
        return failAtCharacter(m_at);
    }
}

void Lexer::word() {
    while (QChar(peek()).isLetterOrNumber() || peek() == u'_')
        ++m_at;
    const QString read = taken().toLower();
    push(TokenKind::Word).text = read;
}

void Lexer::digits() {
    if (!dateOrInstant())
        number();
}

/// How many digits stand `ahead` of here in a row.
qsizetype Lexer::digitsAt(qsizetype ahead) const {
    qsizetype count = 0;
    while (isDigit(peek(ahead + count)))
        ++count;
    return count;
}

/// Length of the `2026-03-10` or `2026-3-1` that stands here, 0 where none does. Blanks make it a
/// difference of numbers.
qsizetype Lexer::dateLength() const {
    if (digitsAt(0) != 4 || peek(4) != u'-')
        return 0;
    const qsizetype month = digitsAt(5);
    if (month < 1 || month > 2 || peek(5 + month) != u'-')
        return 0;
    const qsizetype day = digitsAt(6 + month);
    return day == 1 || day == 2 ? 6 + month + day : 0;
}

bool Lexer::dateOrInstant() {
    const qsizetype length = dateLength();
    if (length == 0)
        return false;
    m_at += length;
    const bool hasTime = QChar(peek()).toUpper() == u'T' && isDigit(peek(1));
    if (!hasTime) {
        const QStringList parts = taken().split(u'-');
        const QDate day(parts[0].toInt(), parts[1].toInt(), parts[2].toInt());
        if (day.isValid())
            push(TokenKind::Date).value = day;
        else
            fail("expr.bad_date", {int(m_start), int(m_at - m_start)}, {{u"value"_s, taken()}});
        return true;
    }
    ++m_at;
    while (isDigit(peek()) || peek() == u':' || (peek() == u'.' && isDigit(peek(1))))
        ++m_at;
    if (QChar(peek()).toUpper() == u'Z') {
        ++m_at;
    } else if ((peek() == u'+' || peek() == u'-') && isDigit(peek(1))) {
        ++m_at;
        while (isDigit(peek()) || peek() == u':')
            ++m_at;
    }
    const auto at = Instant::fromIso(taken().toUpper());
    const int year = at ? at->toUtc().date().year() : 0;
    if (year >= 1 && year <= 9999)
        push(TokenKind::Instant).value = *at;
    else
        fail("expr.bad_instant", {int(m_start), int(m_at - m_start)},
             {{u"value"_s, excerpt(taken())}});
    return true;
}

void Lexer::number() {
    while (isDigit(peek()))
        ++m_at;
    if (peek() == u'.' && isDigit(peek(1))) {
        ++m_at;
        while (isDigit(peek()))
            ++m_at;
    }
    const bool sign = peek(1) == u'+' || peek(1) == u'-';
    if ((peek() == u'e' || peek() == u'E') && isDigit(peek(sign ? 2 : 1))) {
        m_at += sign ? 2 : 1;
        while (isDigit(peek()))
            ++m_at;
    }
    const QString read = taken();
    const double v = read.toDouble();
    if (!std::isfinite(v))
        return fail("expr.bad_number", {int(m_start), int(m_at - m_start)},
                    {{u"value"_s, excerpt(read)}});
    Token &token = push(TokenKind::Number);
    token.text = read;
    token.value = v;
}

void Lexer::text(char16_t close) {
    ++m_at;
    QString out;
    while (m_at < m_text.size()) {
        const QChar c = m_text.at(m_at);
        if (c == close) {
            ++m_at;
            push(TokenKind::Text).value = out;
            return;
        }
        if (c == u'\\') {
            if (!escape(out))
                return;
            continue;
        }
        const bool pair =
            c.isHighSurrogate() && m_at + 1 < m_text.size() && m_text.at(m_at + 1).isLowSurrogate();
        const bool blank = c == u'\n' || c == u'\r' || c == u'\t';
        // A lone half of a character has no form in the database, and nobody means a control
        // character.
        if ((c.isSurrogate() && !pair) || (c.category() == QChar::Other_Control && !blank))
            return failAtCharacter(m_at);
        out += m_text.sliced(m_at, pair ? 2 : 1);
        m_at += pair ? 2 : 1;
    }
    fail("expr.unterminated", {int(m_start), int(m_text.size() - m_start)},
         {{u"name"_s, QString(QChar(close))}});
}

bool Lexer::escape(QString &out) {
    static constexpr QStringView letters = u"\"'\\nrt”’」＂＇";
    static constexpr QStringView meant = u"\"'\\\n\r\t”’」＂＇";
    const qsizetype known =
        m_at + 1 < m_text.size() ? letters.indexOf(m_text.at(m_at + 1)) : qsizetype(-1);
    if (known < 0) {
        const int length = int(std::min<qsizetype>(2, m_text.size() - m_at));
        fail("expr.bad_escape", {int(m_at), length});
        return false;
    }
    out += meant.at(known);
    m_at += 2;
    return true;
}

} // namespace

std::vector<Token> tokenize(QStringView text) { return Lexer(text).run(); }

} // namespace dw
