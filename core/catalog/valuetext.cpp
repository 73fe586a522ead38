// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/valuetext.h"

#include "core/catalog/catalog.h"

#include <QJsonArray>
#include <QJsonObject>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Shortest text that reads back to the same number; whole numbers without exponent as far as they
/// are exact.
QString numberText(double v) {
    if (v == std::trunc(v) && std::abs(v) < 9.0e15)
        return QString::number(qint64(v));
    return QString::number(v, 'g', QLocale::FloatingPointShortest);
}

struct ToText {
    QString operator()(std::monostate) const { return {}; }
    QString operator()(bool v) const { return v ? u"yes"_s : u"no"_s; }
    QString operator()(qint64 v) const { return QString::number(v); }
    QString operator()(double v) const { return numberText(v); }
    QString operator()(const QString &v) const { return v; }
    QString operator()(QDate v) const { return v.toString(Qt::ISODate); }
    QString operator()(Instant v) const { return v.toIso(); }
    QString operator()(const Money &v) const { return v.toText(); }
    QString operator()(RecordId v) const { return v.text(); }
    QString operator()(const QStringList &v) const { return v.join(u','); }
};

struct ToJson {
    QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }
    QJsonValue operator()(bool v) const { return v; }
    QJsonValue operator()(qint64 v) const { return v; }
    QJsonValue operator()(double v) const { return v; }
    QJsonValue operator()(const Money &v) const {
        return QJsonObject{{u"amount"_s, v.toDecimal()}, {u"currency"_s, v.currency().code()}};
    }
    QJsonValue operator()(const QStringList &v) const { return QJsonArray::fromStringList(v); }
    template <typename T> QJsonValue operator()(const T &v) const { return ToText{}(v); }
};

} // namespace

// A formula's value has the type of its result, so both go by what is held and not by the field.
QString valueToText(const FieldDesc &, const FieldValue &value) {
    return std::visit(ToText{}, value.storage());
}

QJsonValue valueToJson(const FieldDesc &, const FieldValue &value) {
    return std::visit(ToJson{}, value.storage());
}

} // namespace dw
