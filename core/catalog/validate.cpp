// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/validate.h"

#include "core/catalog/valuetext.h"

#include <algorithm>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 1'000'000;
constexpr int longestEmail = 320;
constexpr int longestPhone = 100;

using Finding = std::optional<Message>;

struct Judge {
    const QString &entity;
    const FieldDesc &field;
    const FieldValue &value;

    [[nodiscard]] Message wrong(const QString &what, QMap<QString, QString> args = {}) const {
        args.insert(u"field"_s, entity + u'.' + field.key);
        QString shown = valueToText(field, value).left(100);
        // What is wrong may be the very characters that must not travel on.
        std::replace_if(
            shown.begin(), shown.end(), [](QChar c) { return c.unicode() < 32; }, u'?');
        args.insert(u"value"_s, shown);
        return {u"valid."_s + what, std::move(args)};
    }
    [[nodiscard]] Message wrong(const QString &what, const QString &limit) const {
        return wrong(what, {{u"limit"_s, limit}});
    }
    [[nodiscard]] bool hasType() const;
    [[nodiscard]] Finding range(double v) const;
    [[nodiscard]] Finding days(QDate day) const;
    [[nodiscard]] Finding text(const QString &text) const;
    [[nodiscard]] Finding shape(const QString &text) const;
    [[nodiscard]] Finding members(const QStringList &members) const;
    [[nodiscard]] Finding verdict() const;
};

bool Judge::hasType() const {
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Choice:
    case FieldType::Phone:
    case FieldType::Email:
        return value.is<QString>();
    case FieldType::Number:
        return value.is<double>();
    case FieldType::Money:
        return value.is<Money>() && !value.as<Money>().currency().isNull();
    case FieldType::Date:
        return value.is<QDate>();
    case FieldType::Instant:
        return value.is<Instant>();
    case FieldType::YesNo:
        return value.is<bool>();
    case FieldType::Set:
        return value.is<QStringList>();
    case FieldType::Person:
    case FieldType::Link:
        return value.is<RecordId>();
    case FieldType::Counter:
        return value.is<qint64>();
    case FieldType::Formula:
        return false;
    }
    return false;
}

Finding Judge::range(double v) const {
    const Validity &limits = field.validity;
    const auto shown = [](double limit) {
        return QString::number(limit, 'g', QLocale::FloatingPointShortest);
    };
    if (limits.min && v < *limits.min)
        return wrong(u"min"_s, shown(*limits.min));
    if (limits.max && v > *limits.max)
        return wrong(u"max"_s, shown(*limits.max));
    return std::nullopt;
}

/// Years that ISO 8601 writes with four digits.
Finding Judge::days(QDate day) const {
    static const QDate first(1, 1, 1);
    static const QDate last(9999, 12, 31);
    if (day < first)
        return wrong(u"min"_s, first.toString(Qt::ISODate));
    if (day > last)
        return wrong(u"max"_s, last.toString(Qt::ISODate));
    return std::nullopt;
}

/// Control characters, and halves of surrogate pairs, which no encoding can keep.
bool hasForbidden(const QString &text, bool multiLine) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.category() == QChar::Other_Control && !(multiLine && (c == u'\n' || c == u'\t')))
            return true;
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (c.isSurrogate())
            return true;
    }
    return false;
}

qsizetype characters(const QString &text) {
    return text.size()
           - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

Finding Judge::text(const QString &text) const {
    int limit = longestText;
    if (field.type == FieldType::Email)
        limit = longestEmail;
    else if (field.type == FieldType::Phone)
        limit = longestPhone;
    if (field.validity.maxLength > 0)
        limit = std::min(limit, field.validity.maxLength);
    if (text.size() > limit && characters(text) > limit)
        return wrong(u"length"_s, QString::number(limit));
    if (hasForbidden(text, field.type == FieldType::LongText))
        return wrong(u"control"_s);
    return shape(text);
}

/// One `@` with something on both sides, and no blanks, commas or brackets; the parts of the domain
/// between points are not empty. By hand, as an import asks it of every row.
bool isEmail(const QString &text) {
    const auto isForbidden = [](QChar c) {
        return c == u'@' || c == u',' || c == u';' || c == u'<' || c == u'>' || c == u' '
               || (c >= u'\t' && c <= u'\r');
    };
    const qsizetype at = text.indexOf(u'@');
    if (at < 1 || std::any_of(text.begin(), text.begin() + at, isForbidden))
        return false;
    bool isEmpty = true;
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isForbidden(c) || (c == u'.' && isEmpty))
            return false;
        isEmpty = c == u'.';
    }
    return !isEmpty;
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Digits and the signs that stand between them, an extension behind: "(021) 555-1234 ext. 5".
bool isPhone(const QString &text) {
    static const QString signs = u" ()（）./#*,;:~–‑-"_s;
    const auto belongs = [](QChar c) { return isDigit(c) || signs.contains(c); };
    qsizetype i = text.startsWith(u'+') ? 1 : 0;
    const qsizetype first = i;
    while (i < text.size() && belongs(text.at(i)))
        ++i;
    if (i == first)
        return false;
    if (i == text.size())
        return true;
    const QString rest = text.mid(i).toLower();
    for (const QString &word : {u"ext"_s, u"x"_s, u"转"_s, u"分机"_s}) {
        if (!rest.startsWith(word))
            continue;
        qsizetype at = word.size();
        at += at < rest.size() && rest.at(at) == u'.' ? 1 : 0;
        at += at < rest.size() && rest.at(at) == u' ' ? 1 : 0;
        return at < rest.size() && std::all_of(rest.begin() + at, rest.end(), isDigit);
    }
    return false;
}

Finding Judge::shape(const QString &text) const {
    if (field.type == FieldType::Email && !isEmail(text))
        return wrong(u"email"_s);
    if (field.type == FieldType::Phone) {
        const auto digits =
            std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
        if (digits < 3 || digits > 30 || !isPhone(text))
            return wrong(u"phone"_s);
    }
    if (field.type == FieldType::Choice)
        return members({text});
    return std::nullopt;
}

Finding Judge::members(const QStringList &members) const {
    for (const QString &member : members) {
        if (!field.target.isEmpty()) {
            const RecordId id = RecordId::fromText(member);
            if (id.isNull() || id.text() != member)
                return wrong(u"type"_s, {{u"type"_s, typeName(field.type)}});
            continue;
        }
        const bool known = std::any_of(field.choices.begin(), field.choices.end(),
                                       [&](const Choice &choice) { return choice.key == member; });
        if (!known)
            return wrong(u"choice"_s, {{u"choice"_s, member.left(100)}});
    }
    return std::nullopt;
}

Finding Judge::verdict() const {
    const bool blank =
        value.isEmpty() || (value.is<QString>() && value.as<QString>().trimmed().isEmpty());
    if (blank && field.validity.required)
        return wrong(u"required"_s);
    if (value.isEmpty())
        return std::nullopt;
    if (!hasType())
        return wrong(u"type"_s, {{u"type"_s, typeName(field.type)}});
    if (value.is<double>())
        return range(value.as<double>());
    if (value.is<qint64>())
        return range(double(value.as<qint64>()));
    if (value.is<Money>()) {
        const Money money = value.as<Money>();
        // Divided and not multiplied, so that 0.07 is the same number as a limit of 0.07.
        return range(double(money.minor()) / std::pow(10.0, money.currency().digits()));
    }
    if (value.is<QDate>())
        return days(value.as<QDate>());
    if (value.is<Instant>())
        return days(value.as<Instant>().toUtc().date());
    if (value.is<QStringList>())
        return members(value.as<QStringList>());
    return value.is<QString>() ? text(value.as<QString>()) : std::nullopt;
}

} // namespace

std::optional<Message> validate(const QString &entity, const FieldDesc &field,
                                const FieldValue &value) {
    return Judge{entity, field, value}.verdict();
}

} // namespace dw
