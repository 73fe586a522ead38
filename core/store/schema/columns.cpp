// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/columns.h"

#include "core/domain/text.h"
#include "core/store/sqlite/sqlite.h"

#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 epochJulianDay = 2'440'588; // 1970-01-01

bool isSortableText(const FieldDesc &field) {
    return field.sortable && (field.type == FieldType::Text || field.type == FieldType::LongText);
}

/// A text that is there is never NULL, even where QString calls it null.
QString present(const QString &text) { return text.isNull() ? u""_s : text; }

int columnCountOf(const FieldDesc &field) {
    if (!field.hasColumn())
        return 0;
    return field.type == FieldType::Money || isSortableText(field) ? 2 : 1;
}

void bindText(Statement &s, int at, const FieldDesc &field, const FieldValue &value) {
    if (!value.is<QString>()) {
        s.bindNull(at);
        if (isSortableText(field))
            s.bindNull(at + 1);
        return;
    }
    const auto text = value.as<QString>();
    s.bind(at, present(text));
    if (isSortableText(field))
        s.bind(at + 1, collationKey(text));
}

void bindMoney(Statement &s, int at, const FieldValue &value) {
    if (!value.is<Money>()) {
        s.bindNull(at);
        s.bindNull(at + 1);
        return;
    }
    const auto money = value.as<Money>();
    s.bind(at, money.minor());
    s.bind(at + 1, money.currency().code());
}

FieldValue readMoney(const Statement &s, int column) {
    if (s.type(column) != SQLITE_INTEGER || s.type(column + 1) != SQLITE_TEXT)
        return {};
    const auto currency = Currency::fromCode(s.text(column + 1));
    return currency ? FieldValue(Money(s.integer(column), *currency)) : FieldValue();
}

FieldValue readDate(const Statement &s, int column) {
    constexpr qint64 farthest = 1'000'000'000;
    const qint64 days = s.integer(column);
    if (days < -farthest || days > farthest)
        return {};
    return QDate::fromJulianDay(days + epochJulianDay);
}

FieldValue readId(const Statement &s, int column) {
    const QByteArray bytes = s.blob(column);
    return bytes.size() == 16 ? FieldValue(RecordId::fromBytes(bytes)) : FieldValue();
}

/// What the column of a field must hold; anything else reads as empty, which `check` then finds.
int storageOf(FieldType type) {
    switch (type) {
    case FieldType::Number:
        return SQLITE_FLOAT;
    case FieldType::Money:
    case FieldType::Date:
    case FieldType::Instant:
    case FieldType::YesNo:
    case FieldType::Counter:
        return SQLITE_INTEGER;
    case FieldType::Person:
    case FieldType::Link:
        return SQLITE_BLOB;
    default:
        return SQLITE_TEXT;
    }
}

FieldValue readStored(const Statement &s, int column, const FieldDesc &field) {
    if (s.type(column) != storageOf(field.type))
        return {};
    switch (field.type) {
    case FieldType::Number:
        return s.real(column);
    case FieldType::Money:
        return readMoney(s, column);
    case FieldType::Date:
        return readDate(s, column);
    case FieldType::Instant:
        return Instant{s.integer(column)};
    case FieldType::YesNo:
        return s.integer(column) != 0;
    case FieldType::Counter:
        return s.integer(column);
    case FieldType::Person:
    case FieldType::Link:
        return readId(s, column);
    default:
        return s.text(column);
    }
}

} // namespace

QStringList columnsOf(const FieldDesc &field) {
    if (!field.hasColumn())
        return {};
    if (field.type == FieldType::Money)
        return {field.name + u"_minor"_s, field.name + u"_currency"_s};
    if (isSortableText(field))
        return {field.name, field.name + u"_key"_s};
    return {field.name};
}

QStringList columnTypesOf(const FieldDesc &field) {
    if (!field.hasColumn())
        return {};
    if (field.type == FieldType::Money)
        return {u"INTEGER"_s, u"TEXT"_s};
    if (isSortableText(field))
        return {u"TEXT"_s, u"BLOB"_s};
    switch (storageOf(field.type)) {
    case SQLITE_FLOAT:
        return {u"REAL"_s};
    case SQLITE_INTEGER:
        return {u"INTEGER"_s};
    case SQLITE_BLOB:
        return {u"BLOB"_s};
    default:
        return {u"TEXT"_s};
    }
}

QString setTableOf(const QString &entity, const FieldDesc &field) {
    return entity + u'_' + field.name;
}

int bindValue(Statement &s, int at, const FieldDesc &field, const FieldValue &value) {
    const int next = at + columnCountOf(field);
    switch (field.type) {
    case FieldType::Set:
    case FieldType::Formula:
        return at;
    case FieldType::Money:
        bindMoney(s, at, value);
        return next;
    case FieldType::Number:
        value.is<double>() ? s.bind(at, value.as<double>()) : s.bindNull(at);
        return next;
    case FieldType::Date:
        value.is<QDate>() ? s.bind(at, value.as<QDate>().toJulianDay() - epochJulianDay)
                          : s.bindNull(at);
        return next;
    case FieldType::Instant:
        value.is<Instant>() ? s.bind(at, value.as<Instant>().ms) : s.bindNull(at);
        return next;
    case FieldType::YesNo:
        value.is<bool>() ? s.bind(at, qint64(value.as<bool>())) : s.bindNull(at);
        return next;
    case FieldType::Counter:
        value.is<qint64>() ? s.bind(at, value.as<qint64>()) : s.bindNull(at);
        return next;
    case FieldType::Person:
    case FieldType::Link:
        value.is<RecordId>() ? s.bind(at, value.as<RecordId>().bytes()) : s.bindNull(at);
        return next;
    default:
        bindText(s, at, field, value);
        return next;
    }
}

FieldValue readValue(const Statement &s, int &column, const FieldDesc &field) {
    const int at = column;
    column += columnCountOf(field);
    return field.hasColumn() ? readStored(s, at, field) : FieldValue();
}

} // namespace dw
