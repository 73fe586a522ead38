// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importcells.h"

#include "core/catalog/valuetext.h"
#include "core/services/imports/maven/presetcells.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Numbers of a workbook are plain, whatever the cells of its text columns look like.
NumberForm formOf(const ImportPlan::Column &column, CellKind kind) {
    return kind == CellKind::Text ? column.number : NumberForm{u'.', QChar()};
}

Error unfit(const QString &id, const FieldDesc &field, const QString &text) {
    return makeError(ErrorKind::Invalid, id,
                     {{u"field"_s, field.key}, {u"value"_s, text.left(100)}});
}

/// A power of ten as its exponent; nullopt for other numbers.
std::optional<int> powerOf(qint64 multiplier) {
    int power = 0;
    for (; multiplier % 10 == 0; multiplier /= 10)
        ++power;
    return multiplier == 1 ? std::optional(power) : std::nullopt;
}

/// "CNY 12.5" in 万 is "CNY 125000": the digits move, nothing is rounded on the way.
QString multiplied(const QString &plain, int power) {
    const qsizetype blank = plain.indexOf(u' ');
    return plain.left(blank + 1) + shifted(plain.mid(blank + 1), power);
}

bool isNumeric(FieldType type) { return type == FieldType::Number || type == FieldType::Counter; }

} // namespace

Result<FieldValue> CellReader::value(const FieldDesc &field, const ImportPlan::Column &column,
                                     const QString &text, CellKind kind) {
    auto read = plainValue(field, column, text, kind);
    if (read)
        return read;
    // What stands in the file, not what it was turned into.
    Error error = read.error();
    error.message.args.insert(u"value"_s, text.left(100));
    return error;
}

Result<FieldValue> CellReader::plainValue(const FieldDesc &field, const ImportPlan::Column &column,
                                          const QString &text, CellKind kind) {
    if (kind == CellKind::Error)
        return unfit(u"import.cell_error"_s, field, text);
    std::optional<QString> plain;
    switch (field.type) {
    case FieldType::Money:
        return money(field, column, text, kind);
    case FieldType::Number:
    case FieldType::Counter:
        plain = plainNumber(text, formOf(column, kind));
        break;
    case FieldType::Date:
        plain = plainDay(column, text, kind);
        break;
    case FieldType::Instant:
        plain = plainMoment(column, text, kind);
        break;
    default:
        return valueFromText(field, text);
    }
    if (!plain)
        return unfit(u"value."_s + typeName(field.type), field, text);
    if (!isNumeric(field.type) || column.multiplier == 1)
        return valueFromText(field, *plain);
    if (const auto power = powerOf(column.multiplier))
        return valueFromText(field, shifted(*plain, *power));
    auto value = valueFromText(field, *plain);
    if (value && value->is<double>())
        return FieldValue(value->as<double>() * double(column.multiplier));
    return value;
}

Result<FieldValue> CellReader::money(const FieldDesc &field, const ImportPlan::Column &column,
                                     const QString &text, CellKind kind) const {
    const auto plain = plainMoney(text, formOf(column, kind), column.currency);
    if (!plain)
        return unfit(u"value.money"_s, field, text);
    if (!plain->contains(u' '))
        return unfit(u"import.no_currency"_s, field, text);
    const auto power = powerOf(column.multiplier);
    auto value = valueFromText(field, power ? multiplied(*plain, *power) : *plain);
    if (!value || power)
        return value;
    const auto product = value->as<Money>().times(column.multiplier, 0);
    if (!product) {
        Error error = unfit(u"value.money"_s, field, text);
        error.reasons = {product.error().message};
        return error;
    }
    return FieldValue(*product);
}

/// A day; of a moment the day that it has in the zone of the workspace.
std::optional<QString> CellReader::plainDay(const ImportPlan::Column &column, const QString &text,
                                            CellKind kind) {
    if (kind == CellKind::Number) {
        const auto serial = plainSerial(text, m_from1904);
        return serial ? std::optional(serial->left(10)) : plainDate(text, column.dates);
    }
    if (auto day = plainDate(text, column.dates))
        return day;
    const auto moment = plainInstant(text, column.dates, m_zone);
    const auto at = moment ? Instant::fromIso(*moment) : std::nullopt;
    return at ? std::optional(m_zone.dateAt(*at).toString(Qt::ISODate)) : std::nullopt;
}

std::optional<QString> CellReader::plainMoment(const ImportPlan::Column &column,
                                               const QString &text, CellKind kind) {
    if (kind == CellKind::Number) {
        if (const auto serial = plainSerial(text, m_from1904))
            return plainInstant(*serial, DateOrder::YearMonthDay, m_zone);
    }
    return plainInstant(text, column.dates, m_zone);
}

std::optional<Instant> CellReader::instant(const ImportPlan::Column &column, const QString &text,
                                           CellKind kind) {
    const auto moment = plainMoment(column, text, kind);
    return moment ? Instant::fromIso(*moment) : std::nullopt;
}

} // namespace dw
