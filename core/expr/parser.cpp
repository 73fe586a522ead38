// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/parser.h"

#include "core/expr/exprerror.h"
#include "core/expr/lexer.h"
#include "core/expr/valuemath.h"
#include "core/expr/words.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error tooMuch(const char *id, int limit, Span span) {
    return exprError(id, span, {{u"limit"_s, QString::number(limit)}});
}

/// Recursive descent. The first error stands; after it every rule returns at once.
class Parser {
public:
    explicit Parser(const QString &text) : m_text(text), m_tokens(tokenize(text)) {}

    Result<ExprNode> run() {
        ExprNode root = disjunction();
        if (!m_error && !at(TokenKind::End))
            expected("operator");
        if (!m_error && depthOf(root) > exprlimits::levels)
            m_error = tooMuch("expr.too_deep", exprlimits::levels, root.span);
        if (m_error)
            return *m_error;
        return root;
    }

private:
    [[nodiscard]] const Token &token(size_t ahead = 0) const {
        return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)];
    }
    [[nodiscard]] bool at(TokenKind kind) const { return token().kind == kind; }
    [[nodiscard]] bool atWord(QLatin1StringView word, size_t ahead = 0) const {
        return token(ahead).kind == TokenKind::Word && token(ahead).text == word;
    }
    Token take() { return m_tokens[std::min(m_next++, m_tokens.size() - 1)]; }
    bool skip(TokenKind kind) {
        if (m_error || !at(kind))
            return false;
        ++m_next;
        return true;
    }
    bool skipWord(QLatin1StringView word) {
        if (m_error || !atWord(word))
            return false;
        ++m_next;
        return true;
    }

    void fail(Error error) {
        if (!m_error)
            m_error = std::move(error);
    }
    /// Something of the class `what` (the id "expr.expected_<what>") is missing here.
    void expected(const char *what, QMap<QString, QString> args = {});
    bool want(TokenKind kind, const char *sign) {
        if (skip(kind))
            return true;
        expected("sign", {{u"sign"_s, QString::fromLatin1(sign)}});
        return false;
    }

    [[nodiscard]] Error badAmount(Span span, Message reason) const;

    /// A node that begins at `from` and ends with the last token taken.
    ExprNode node(ExprKind kind, Span from);
    ExprNode parent(ExprKind kind, ExprNode first, ExprNode second);

    ExprNode disjunction() { return chain(ExprKind::Or, "or"_L1, &Parser::conjunction); }
    ExprNode conjunction() { return chain(ExprKind::And, "and"_L1, &Parser::negation); }
    ExprNode chain(ExprKind kind, QLatin1StringView word, ExprNode (Parser::*operand)());
    ExprNode negation();
    ExprNode comparison();
    ExprNode test(ExprNode left, bool negated);
    ExprNode list(ExprNode left);
    ExprNode sum();
    ExprNode product();
    ExprNode signedValue();
    ExprNode primary();
    ExprNode bracket();
    ExprNode numberWithUnit();
    ExprNode moneyLiteral(const QString &code, const Token &number, Span from);
    ExprNode literal(FieldValue value, Span from);
    [[nodiscard]] bool isNegativeAmount(const Token &code) const;
    ExprNode wordOrPath();
    ExprNode call(const Token &name);

    /// Counts one level of recursion for as long as it lives.
    class Level {
    public:
        explicit Level(Parser &p) : m_parser(p) {
            if (++p.m_levels > exprlimits::levels)
                p.fail(tooMuch("expr.too_deep", exprlimits::levels, p.token().span));
        }
        ~Level() { --m_parser.m_levels; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;

    private:
        Parser &m_parser;
    };

    const QString &m_text;
    std::vector<Token> m_tokens;
    size_t m_next = 0;
    int m_levels = 0;
    int m_nodes = 0;
    std::optional<Error> m_error;
};

void Parser::expected(const char *what, QMap<QString, QString> args) {
    const Token &here = token();
    const QString found = excerpt(QStringView(m_text).sliced(here.span.at, here.span.length));
    Error error = exprError(
        "expr.syntax", here.span,
        {{u"expected"_s, args.value(u"sign"_s, QString::fromLatin1(what))}, {u"found"_s, found}});
    if (here.kind == TokenKind::Bad)
        error.reasons.push_back(here.problem);
    else
        error.reasons.push_back({u"expr.expected_"_s + QLatin1StringView(what), std::move(args)});
    fail(std::move(error));
}

Error Parser::badAmount(Span span, Message reason) const {
    const QString found = excerpt(QStringView(m_text).sliced(span.at, span.length));
    Error error =
        exprError("expr.syntax", span, {{u"expected"_s, u"amount"_s}, {u"found"_s, found}});
    error.reasons.push_back(std::move(reason));
    return error;
}

ExprNode Parser::node(ExprKind kind, Span from) {
    ExprNode made;
    made.kind = kind;
    const Span last = m_next == 0 ? from : m_tokens[std::min(m_next, m_tokens.size()) - 1].span;
    made.span = {from.at, std::max(from.length, last.at + last.length - from.at)};
    if (++m_nodes > exprlimits::nodes)
        fail(tooMuch("expr.too_many", exprlimits::nodes, made.span));
    return made;
}

ExprNode Parser::parent(ExprKind kind, ExprNode first, ExprNode second) {
    ExprNode made = node(kind, first.span);
    made.children.push_back(std::move(first));
    made.children.push_back(std::move(second));
    return made;
}

ExprNode Parser::chain(ExprKind kind, QLatin1StringView word, ExprNode (Parser::*operand)()) {
    ExprNode first = (this->*operand)();
    if (m_error || !atWord(word))
        return first;
    const Span from = first.span;
    std::vector<ExprNode> parts;
    parts.push_back(std::move(first));
    while (skipWord(word))
        parts.push_back((this->*operand)());
    ExprNode made = node(kind, from);
    made.children = std::move(parts);
    return made;
}

ExprNode Parser::negation() {
    const Span from = token().span;
    if (!skipWord("not"_L1))
        return comparison();
    const Level level(*this);
    if (m_error)
        return {};
    ExprNode inner = negation();
    ExprNode made = node(ExprKind::Not, from);
    made.children.push_back(std::move(inner));
    return made;
}

std::optional<Comparison> comparisonOf(TokenKind kind) {
    switch (kind) {
    case TokenKind::Equal:
        return Comparison::Equal;
    case TokenKind::Unequal:
        return Comparison::Unequal;
    case TokenKind::Less:
        return Comparison::Less;
    case TokenKind::LessOrEqual:
        return Comparison::LessOrEqual;
    case TokenKind::Greater:
        return Comparison::Greater;
    case TokenKind::GreaterOrEqual:
        return Comparison::GreaterOrEqual;
    default:
        return std::nullopt;
    }
}

ExprNode Parser::comparison() {
    ExprNode left = sum();
    if (m_error)
        return left;
    if (const auto sign = comparisonOf(token().kind)) {
        take();
        ExprNode right = sum();
        ExprNode made = parent(ExprKind::Compare, std::move(left), std::move(right));
        made.comparison = *sign;
        return made;
    }
    const bool negated =
        atWord("not"_L1)
        && (atWord("in"_L1, 1) || atWord("contains"_L1, 1) || atWord("starts"_L1, 1));
    if (negated)
        take();
    return test(std::move(left), negated);
}

/// The tests that are words; the left side as it is where none follows.
ExprNode Parser::test(ExprNode left, bool negated) {
    if (skipWord("in"_L1)) {
        left = list(std::move(left));
    } else if (skipWord("contains"_L1)) {
        ExprNode right = sum();
        left = parent(ExprKind::Contains, std::move(left), std::move(right));
    } else if (skipWord("starts"_L1)) {
        if (!skipWord("with"_L1)) {
            expected("sign", {{u"sign"_s, u"with"_s}});
            return {};
        }
        ExprNode right = sum();
        left = parent(ExprKind::StartsWith, std::move(left), std::move(right));
    } else if (skipWord("is"_L1)) {
        negated = skipWord("not"_L1);
        if (!skipWord("empty"_L1)) {
            expected("sign", {{u"sign"_s, u"empty"_s}});
            return {};
        }
        ExprNode made = node(ExprKind::IsEmpty, left.span);
        made.children.push_back(std::move(left));
        left = std::move(made);
    } else {
        return left;
    }
    left.negated = negated;
    return left;
}

ExprNode Parser::list(ExprNode left) {
    const Span from = left.span;
    std::vector<ExprNode> parts;
    parts.push_back(std::move(left));
    if (!want(TokenKind::Open, "("))
        return {};
    const Level level(*this);
    do {
        parts.push_back(disjunction());
    } while (skip(TokenKind::Comma));
    want(TokenKind::Close, ")");
    ExprNode made = node(ExprKind::In, from);
    made.children = std::move(parts);
    return made;
}

ExprNode Parser::sum() {
    ExprNode left = product();
    while (!m_error && (at(TokenKind::Plus) || at(TokenKind::Minus))) {
        const bool add = take().kind == TokenKind::Plus;
        ExprNode right = product();
        left = parent(ExprKind::Arithmetic, std::move(left), std::move(right));
        left.arithmetic = add ? Arithmetic::Add : Arithmetic::Subtract;
    }
    return left;
}

ExprNode Parser::product() {
    ExprNode left = signedValue();
    while (!m_error && (at(TokenKind::Times) || at(TokenKind::Over))) {
        const bool times = take().kind == TokenKind::Times;
        ExprNode right = signedValue();
        left = parent(ExprKind::Arithmetic, std::move(left), std::move(right));
        left.arithmetic = times ? Arithmetic::Multiply : Arithmetic::Divide;
    }
    return left;
}

/// A minus before a literal belongs to it, so that a tree has one form for each number.
ExprNode Parser::signedValue() {
    const Span from = token().span;
    if (!skip(TokenKind::Minus))
        return primary();
    const Level level(*this);
    if (m_error)
        return {};
    ExprNode inner = signedValue();
    if (m_error)
        return {};
    const Span whole{from.at, inner.span.at + inner.span.length - from.at};
    if (inner.kind == ExprKind::Duration) {
        inner.duration.amount = -inner.duration.amount;
    } else if (inner.value.is<double>()) {
        inner.value = -inner.value.as<double>();
    } else if (inner.value.is<Money>()) {
        const auto opposite = dw::opposite(inner.value.as<Money>());
        if (!opposite) {
            fail(badAmount(whole, {u"money.overflow"_s, {}}));
            return {};
        }
        inner.value = *opposite;
    } else {
        ExprNode made = node(ExprKind::Negate, from);
        made.children.push_back(std::move(inner));
        return made;
    }
    inner.span = whole;
    return inner;
}

ExprNode Parser::literal(FieldValue value, Span from) {
    ExprNode made = node(ExprKind::Literal, from);
    made.value = std::move(value);
    return made;
}

ExprNode Parser::primary() {
    const Span from = token().span;
    switch (token().kind) {
    case TokenKind::Number:
        return numberWithUnit();
    case TokenKind::Text:
    case TokenKind::Date:
    case TokenKind::Instant:
        return literal(take().value, from);
    case TokenKind::Open:
        return bracket();
    case TokenKind::Word:
        return wordOrPath();
    default:
        expected("value");
        return {};
    }
}

ExprNode Parser::bracket() {
    const Level level(*this);
    take();
    if (m_error)
        return {};
    ExprNode inner = disjunction();
    want(TokenKind::Close, ")");
    return inner;
}

/// `5`, `30 days`, `500000 CNY`.
ExprNode Parser::numberWithUnit() {
    const Token number = take();
    const bool starts = atWord("starts"_L1) && atWord("with"_L1, 1);
    if (!at(TokenKind::Word) || isReserved(token().text) || starts)
        return literal(number.value, number.span);
    if (const auto unit = timeUnitOf(token().text)) {
        take();
        ExprNode made = node(ExprKind::Duration, number.span);
        made.duration = {number.value.as<double>(), *unit};
        return made;
    }
    if (isCurrencyWord(token().text)) {
        const QString code = take().text;
        return moneyLiteral(code, number, number.span);
    }
    expected("operator");
    return {};
}

ExprNode Parser::moneyLiteral(const QString &code, const Token &number, Span from) {
    ExprNode made = node(ExprKind::Literal, from);
    const auto money = Money::fromDecimal(number.text, *Currency::fromCode(code));
    if (money) {
        made.value = *money;
        return made;
    }
    fail(badAmount(made.span, money.error().message));
    return {};
}

/// `CNY -5` as amounts are written elsewhere, while `age -5` is a difference.
bool Parser::isNegativeAmount(const Token &code) const {
    const QStringView typed = QStringView(m_text).sliced(code.span.at, code.span.length);
    const bool capitals =
        std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.isUpper(); });
    return capitals && at(TokenKind::Minus) && token(1).kind == TokenKind::Number
           && token(1).span.at == token().span.at + 1;
}

ExprNode Parser::wordOrPath() {
    const Token first = token();
    if (first.text == "yes"_L1 || first.text == "true"_L1 || first.text == "no"_L1
        || first.text == "false"_L1) {
        take();
        return literal(first.text == "yes"_L1 || first.text == "true"_L1, first.span);
    }
    if (isReserved(first.text)) {
        expected("value");
        return {};
    }
    take();
    if (isCurrencyWord(first.text) && (at(TokenKind::Number) || isNegativeAmount(first))) {
        const bool negative = skip(TokenKind::Minus);
        Token number = take();
        if (negative)
            number.text.prepend(u'-');
        return moneyLiteral(first.text, number, first.span);
    }
    if (at(TokenKind::Open))
        return call(first);
    ExprNode made = node(ExprKind::Field, first.span);
    made.path << first.text;
    while (skip(TokenKind::Dot)) {
        if (!at(TokenKind::Word)) {
            expected("name");
            return {};
        }
        made.path << take().text;
        made.span.length =
            m_tokens[m_next - 1].span.at + m_tokens[m_next - 1].span.length - made.span.at;
    }
    return made;
}

ExprNode Parser::call(const Token &name) {
    const Level level(*this);
    take();
    if (m_error)
        return {};
    std::vector<ExprNode> arguments;
    bool hasWhere = false;
    if (!at(TokenKind::Close)) {
        do {
            arguments.push_back(disjunction());
        } while (skip(TokenKind::Comma));
        hasWhere = skipWord("where"_L1);
        if (hasWhere)
            arguments.push_back(disjunction());
    }
    want(TokenKind::Close, ")");
    ExprNode made = node(ExprKind::Call, name.span);
    made.name = name.text;
    made.hasWhere = hasWhere;
    made.children = std::move(arguments);
    return made;
}

} // namespace

Result<ExprNode> parseTree(const QString &text) {
    if (text.size() > exprlimits::characters)
        return tooMuch("expr.too_long", exprlimits::characters,
                       {exprlimits::characters, int(text.size()) - exprlimits::characters});
    return Parser(text).run();
}

} // namespace dw
