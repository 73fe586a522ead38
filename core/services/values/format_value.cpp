// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wording.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString yesNo(bool yes, Language language) {
    if (language == Language::Chinese)
        return yes ? u"是"_s : u"否"_s;
    return yes ? u"Yes"_s : u"No"_s;
}

QString choiceLabel(const FieldDesc &field, const QString &key, Language language) {
    const auto it = std::find_if(field.choices.begin(), field.choices.end(),
                                 [&](const Choice &c) { return c.key == key; });
    return it == field.choices.end() ? key : it->label.in(language);
}

/// A number that never passes 9999 is a year or a code rather than a quantity, and takes no
/// separators.
QString number(const FieldDesc &field, double v, Language language) {
    const bool quantity =
        !field.validity.max || *field.validity.max > 9999 || *field.validity.max < 1000;
    QString text = displayNumber(v, language);
    if (!quantity)
        text.remove(u',');
    return field.unit == "%"_L1 ? text + u'%' : text;
}

struct Shown {
    const FieldDesc &field;
    const QString &label;
    Language language;
    const QTimeZone &zone;
    QDate today;
    Style style;

    QString operator()(std::monostate) const { return {}; }
    QString operator()(bool v) const { return yesNo(v, language); }
    QString operator()(qint64 v) const { return number(field, double(v), language); }
    QString operator()(double v) const { return number(field, v, language); }
    QString operator()(const QString &v) const { return choiceLabel(field, v, language); }
    QString operator()(QDate v) const { return displayDate(v, today, style); }
    QString operator()(Instant v) const { return displayInstant(v, zone, today, style); }
    QString operator()(const Money &v) const { return displayMoney(v, language, style); }
    QString operator()(RecordId v) const { return label.isEmpty() ? v.text() : label; }
    QString operator()(const QStringList &members) const {
        if (!label.isEmpty())
            return label;
        QStringList shown;
        for (const QString &member : members)
            shown << choiceLabel(field, member, language);
        return shown.join(language == Language::Chinese ? u"、"_s : u", "_s);
    }
};

} // namespace

QString displayValue(const FieldDesc &field, const FieldValue &value, const QString &label,
                     Language language, const QTimeZone &zone, QDate today, Style style) {
    return std::visit(Shown{field, label, language, zone, today, style}, value.storage());
}

} // namespace dw
