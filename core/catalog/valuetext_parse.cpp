// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/valuetext.h"

#include "core/catalog/catalog.h"
#include "core/domain/text.h"

#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestToken = 1000;

using Parsed = std::optional<FieldValue>;

Parsed parseNumber(const QString &text) {
    static const QLocale plain = [] {
        QLocale locale = QLocale::c();
        locale.setNumberOptions(QLocale::RejectGroupSeparator);
        return locale;
    }();
    bool ok = false;
    const double v = plain.toDouble(text, &ok);
    return ok && std::isfinite(v) ? Parsed(v) : std::nullopt;
}

Parsed parseCounter(const QString &text) {
    bool ok = false;
    const qint64 v = text.toLongLong(&ok);
    return ok ? Parsed(v) : std::nullopt;
}

/// Ten characters and no more: Qt itself would take an instant and drop its time.
Parsed parseDate(const QString &text) {
    constexpr qsizetype length = 10;
    if (text.size() != length)
        return std::nullopt;
    for (qsizetype i = 0; i < length; ++i) {
        const QChar c = text.at(i);
        if (i == 4 || i == 7 ? c != u'-' : c < u'0' || c > u'9')
            return std::nullopt;
    }
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? Parsed(day) : std::nullopt;
}

Parsed parseInstant(const QString &text) {
    const auto at = Instant::fromIso(text);
    return at ? Parsed(*at) : std::nullopt;
}

Parsed parseYesNo(const QString &text) {
    static const QStringList yes{u"yes"_s, u"true"_s, u"1"_s, u"y"_s, u"是"_s};
    static const QStringList no{u"no"_s, u"false"_s, u"0"_s, u"n"_s, u"否"_s};
    const QString folded = fold(text);
    if (yes.contains(folded))
        return true;
    return no.contains(folded) ? Parsed(false) : std::nullopt;
}

Parsed parseId(const QString &text) {
    const RecordId id = RecordId::fromText(text);
    return id.isNull() ? std::nullopt : Parsed(id);
}

std::optional<QString> choiceKey(const FieldDesc &field, const QString &text) {
    const QString folded = fold(text);
    // A key is exact, so it goes before another choice's label.
    for (const Choice &choice : field.choices) {
        if (choice.key == folded)
            return choice.key;
    }
    for (const Choice &choice : field.choices) {
        if (fold(choice.label.en) == folded || fold(choice.label.zh) == folded)
            return choice.key;
    }
    return std::nullopt;
}

Parsed parseChoice(const FieldDesc &field, const QString &text) {
    const auto key = choiceKey(field, text);
    return key ? Parsed(*key) : std::nullopt;
}

Parsed parseSet(const FieldDesc &field, const QString &text) {
    static const QRegularExpression comma(u"[,，、]"_s);
    QStringList members;
    for (const QString &part : text.split(comma, Qt::SkipEmptyParts)) {
        const QString member = part.trimmed();
        if (member.isEmpty())
            continue;
        std::optional<QString> key;
        if (field.target.isEmpty())
            key = choiceKey(field, member);
        else if (const RecordId id = RecordId::fromText(member); !id.isNull())
            key = id.text();
        if (!key)
            return std::nullopt;
        members << *key;
    }
    return FieldValue(members);
}

Parsed parseToken(const FieldDesc &field, const QString &token) {
    switch (field.type) {
    case FieldType::Number:
        return parseNumber(token);
    case FieldType::Counter:
        return parseCounter(token);
    case FieldType::Date:
        return parseDate(token);
    case FieldType::Instant:
        return parseInstant(token);
    case FieldType::YesNo:
        return parseYesNo(token);
    case FieldType::Choice:
        return parseChoice(field, token);
    case FieldType::Person:
    case FieldType::Link:
        return parseId(token);
    default:
        return std::nullopt;
    }
}

Error unfit(const FieldDesc &field, const QString &text) {
    const bool link = field.type == FieldType::Person || field.type == FieldType::Link
                      || (field.type == FieldType::Set && !field.target.isEmpty());
    return makeError(ErrorKind::Invalid, u"value."_s + (link ? u"link"_s : typeName(field.type)),
                     {{u"field"_s, field.key}, {u"value"_s, text.left(100)}});
}

Result<FieldValue> parseMoney(const FieldDesc &field, const QString &token) {
    auto money = Money::fromText(token);
    if (money)
        return FieldValue(*money);
    Error error = unfit(field, token);
    // That the form is wrong is what the error itself says.
    if (money.error().message.id != "money.format"_L1)
        error.reasons.push_back(money.error().message);
    return error;
}

/// Line ends as they are stored: a line feed alone.
QString withPlainLineEnds(QString text) {
    if (text.contains(u'\r'))
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return text;
}

} // namespace

Result<FieldValue> valueFromText(const FieldDesc &field, const QString &text) {
    if (text.isEmpty())
        return FieldValue();
    if (field.type == FieldType::LongText)
        return FieldValue(withPlainLineEnds(text));
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return FieldValue();
    if (field.type == FieldType::Text)
        return FieldValue(trimmed);
    // An input method left in full width types ０５１２－６６６６ and a＠b.com.
    if (field.type == FieldType::Phone || field.type == FieldType::Email)
        return FieldValue(trimmed.normalized(QString::NormalizationForm_KC).trimmed());
    Parsed parsed;
    if (field.type == FieldType::Set) {
        parsed = parseSet(field, trimmed);
    } else if (trimmed.size() <= longestToken) {
        // Digits and signs typed in full width count as plain ones, and so does the minus that is
        // shown.
        const QString token =
            trimmed.normalized(QString::NormalizationForm_KC).replace(u'\u2212', u'-');
        if (field.type == FieldType::Money)
            return parseMoney(field, token);
        parsed = parseToken(field, token);
    }
    if (!parsed)
        return unfit(field, text);
    return *parsed;
}

} // namespace dw
