// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposalvalues.h"

#include "core/catalog/valuetext.h"
#include "core/domain/text.h"
#include "core/services/imports/proposal/importproposalheader.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Regex = QRegularExpression;

bool isEmail(const QString &text) {
    static const Regex shape(u"\\A[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;.]{2,}\\z"_s);
    return shape.match(text).hasMatch();
}

/// 6 to 15 digits with what people put between them, and not a plain number of another kind.
bool isPhone(const QString &text) {
    static const Regex shape(
        u"\\A\\+?[0-9(][0-9()\\s./\\-–]{5,22}(?:\\s*(?:x|ext\\.?|转|-)\\s*[0-9]{1,6})?\\z"_s,
        Regex::CaseInsensitiveOption);
    const auto digits =
        std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return digits >= 6 && digits <= 18 && shape.match(text).hasMatch();
}

/// A phone number that is written as nothing but one could be.
bool isSurelyPhone(const QString &text) {
    static const Regex shape(
        u"\\A(?:\\+\\s*[0-9]|1[3-9][0-9]{9}\\z|0[0-9]{2,3}[\\s\\-]?[0-9]{7,8}\\b|"
        u"\\(?[0-9]{3}\\)?[\\s.\\-][0-9]{3}[\\s.\\-][0-9]{4})"_s);
    return isPhone(text) && shape.match(text).hasMatch();
}

bool isNumber(const QString &text) {
    static const Regex shape(u"\\A[(]?[+\\-−]?\\s*(?:[0-9]+|[0-9]{1,3}(?:[.,'’\\s][0-9]{3})+|[0-9]{"
                             u"1,2}(?:,[0-9]{2})*,[0-9]{3})"
                             u"(?:[.,][0-9]+)?\\s*[)\\-−]?\\s*%?\\z"_s);
    return shape.match(text).hasMatch();
}

bool isYear(const QString &text) {
    static const Regex shape(u"\\A(?:1[6-9]|20)[0-9]{2}(?:年)?\\z"_s);
    return shape.match(text).hasMatch();
}

/// A number with a unit of money before or behind it.
bool isInMoney(const QString &text) {
    static const Regex shape(
        u"\\A\\s*[(\\-−]?\\s*([^0-9.,+\\-−()]*)\\s*([+\\-−]?[0-9][0-9.,'’\\s]*)"
        u"([^0-9]*?)\\s*\\)?\\s*\\z"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return false;
    const QString unit = match.captured(1).trimmed() + u' ' + match.captured(3).trimmed();
    if (unit.contains(u'¥') || unit.contains(u'￥'))
        return true;
    std::optional<Currency> currency;
    qint64 multiplier = 1;
    return readMoneyUnit(unit, currency, multiplier);
}

constexpr QStringView dayShape(
    u"(?:[0-9]{4}\\s*[-/.年]\\s*[0-9]{1,2}\\s*[-/.月]\\s*[0-9]{1,2}\\s*日?"
    u"|[0-9]{1,2}\\s*[-/.]\\s*[0-9]{1,2}\\s*[-/.]\\s*(?:[0-9]{4}|[0-9]{2})"
    u"|[0-9]{1,2}[\\s\\-.]+[A-Za-z]{3,9}\\.?[\\s\\-,]+[0-9]{2,4}"
    u"|[A-Za-z]{3,9}\\.?\\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\\s+[0-9]{4}"
    u"|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))");

bool isDate(const QString &text) {
    static const Regex shape(u"\\A"_s + dayShape.toString() + u"\\z"_s);
    return shape.match(text).hasMatch();
}

bool isInstant(const QString &text) {
    static const Regex shape(u"\\A"_s + dayShape.toString()
                                 + u"[T,\\s]\\s*(?:上午|下午)?\\s*[0-9]{1,2}[:：][0-9]{2}(?:[:：]["
                                   u"0-9]{2}(?:[.,][0-9]+)?)?"
                                   u"\\s*(?:AM|PM|Z|UTC|GMT|[+\\-][0-9]{2}:?[0-9]{2})?\\z"_s,
                             Regex::CaseInsensitiveOption);
    return shape.match(text).hasMatch();
}

const FieldDesc &yesNoField() {
    static const FieldDesc field = [] {
        FieldDesc f;
        f.key = f.name = u"yes_no"_s;
        f.type = FieldType::YesNo;
        return f;
    }();
    return field;
}

bool isYesNo(const QString &text) { return valueFromText(yesNoField(), text).ok(); }

qsizetype knownAmong(const QStringList &values, const QSet<QString> &names) {
    return std::count_if(values.begin(), values.end(),
                         [&](const QString &value) { return names.contains(fold(value)); });
}

} // namespace

ValueLook lookAtValues(const QStringList &values) {
    ValueLook look;
    QSet<QString> different;
    for (const QString &value : values) {
        const QString text = value.trimmed();
        ++look.count;
        different.insert(text);
        look.longest = std::max(look.longest, text.size());
        const bool money = isInMoney(text);
        const bool number = isNumber(text);
        look.emails += isEmail(text);
        const QString plain = text.normalized(QString::NormalizationForm_KC);
        look.phones += isPhone(plain);
        look.surePhones += isSurelyPhone(plain);
        look.numbers += number;
        look.money += number || money;
        look.inMoney += money;
        look.years += isYear(text);
        look.dates += isDate(text);
        look.instants += isInstant(text);
        look.yesNo += isYesNo(text);
    }
    look.distinct = different.size();
    return look;
}

qsizetype fittingValues(const FieldDesc &field, const QStringList &values, const ValueLook &look,
                        const KnownNames &known) {
    switch (field.type) {
    case FieldType::Email:
        return look.emails;
    case FieldType::Phone:
        return look.phones;
    case FieldType::Number:
    case FieldType::Counter:
        return field.validity.min == 1000 ? look.years : look.numbers;
    case FieldType::Money:
        return look.money;
    case FieldType::Date:
    case FieldType::Instant:
        return look.dates + look.instants;
    case FieldType::YesNo:
        return look.yesNo;
    case FieldType::Choice:
        return std::count_if(values.begin(), values.end(), [&](const QString &value) {
            return valueFromText(field, value.trimmed()).ok();
        });
    case FieldType::Person:
    case FieldType::Link:
        return knownAmong(values, known.value(field.target));
    case FieldType::Text: {
        const int limit = field.validity.maxLength;
        return std::count_if(values.begin(), values.end(), [&](const QString &value) {
            return limit == 0 || value.trimmed().size() <= limit;
        });
    }
    default:
        return values.size();
    }
}

} // namespace dw
