// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/maven/presetcells.h"

#include "core/catalog/valuetext.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

FieldValue PresetCells::value(const QString &column, QStringView field) {
    const QString cell = text(column);
    return cell.isEmpty() ? FieldValue() : read(column, desc(field), cell);
}

std::optional<QDate> PresetCells::date(const QString &column, QStringView field) {
    FieldDesc day = desc(field);
    day.type = FieldType::Date;
    const QString cell = text(column);
    const FieldValue value = cell.isEmpty() ? FieldValue() : read(column, day, cell);
    return value.is<QDate>() ? std::optional(value.as<QDate>()) : std::nullopt;
}

FieldValue PresetCells::money(const QString &column, QStringView field, const QString &currency,
                              int power) {
    const QString cell = text(column);
    return cell.isEmpty() ? FieldValue()
                          : read(column, desc(field), currency + u' ' + shifted(cell, power));
}

void PresetCells::need(const QString &column) {
    if (text(column).isEmpty())
        refuse({u"import.needs"_s, {{u"field"_s, column}}});
}

/// People look for what is wrong in the file, so its column is named and not the field.
FieldValue PresetCells::read(const QString &column, const FieldDesc &field, const QString &text) {
    auto value = valueFromText(field, text);
    if (value)
        return *value;
    Message wrong = value.error().message;
    wrong.args.insert(u"field"_s, column);
    wrong.args.insert(u"value"_s, this->text(column).left(100));
    refuse(std::move(wrong));
    for (const Message &why : value.error().reasons)
        refuse(why);
    return {};
}

QString shifted(const QString &decimal, int power) {
    static const QRegularExpression shape(u"\\A(-?[0-9]+)(?:\\.([0-9]*))?\\z"_s);
    const auto match = shape.match(decimal);
    if (!match.hasMatch() || power <= 0)
        return decimal;
    const QString fraction = match.captured(2).leftJustified(power, u'0');
    const QString rest = fraction.mid(power);
    return match.captured(1) + fraction.left(power) + (rest.isEmpty() ? QString() : u'.' + rest);
}

} // namespace dw
