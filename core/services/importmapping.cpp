// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/fieldnames.h"
#include "core/services/rejectsfile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error badMap(const QString &member, const QString &detail = {}) {
    return makeError(ErrorKind::Invalid, u"import.bad_map"_s, {{u"member"_s, member}}, detail);
}

/// A member that is text, or absent.
Result<QString> textMember(const QJsonObject &object, const QString &name) {
    const QJsonValue value = object.value(name);
    if (value.isUndefined())
        return QString();
    if (!value.isString())
        return badMap(name);
    return value.toString();
}

/// The members of an object of texts, or nothing where it is absent; null counts as empty.
Result<QMap<QString, QString>> textsMember(const QJsonObject &object, const QString &name) {
    QMap<QString, QString> texts;
    const QJsonValue value = object.value(name);
    if (value.isUndefined())
        return texts;
    if (!value.isObject())
        return badMap(name);
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (!it->isString() && !it->isNull())
            return badMap(name + u'.' + it.key());
        texts.insert(it.key(), it->toString());
    }
    return texts;
}

Result<void> checkMembers(const QJsonObject &object) {
    static const QStringList known{u"columns"_s, u"currency"_s, u"key"_s, u"mode"_s, u"defaults"_s};
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return badMap(it.key());
    }
    const QJsonValue mode = object.value(u"mode"_s);
    // Rows are added; whoever asks for more must not believe that it was done.
    if (!mode.isUndefined() && mode != u"add"_s)
        return badMap(u"mode"_s);
    return {};
}

} // namespace

Result<ImportMapping> ImportMapping::fromJson(const QByteArray &json) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return makeError(ErrorKind::Invalid, u"import.map_not_json"_s, {}, problem.errorString());
    const QJsonObject object = document.object();
    if (const auto checked = checkMembers(object); !checked)
        return checked.error();
    const auto columns = textsMember(object, u"columns"_s);
    const auto defaults = textsMember(object, u"defaults"_s);
    const auto currency = textMember(object, u"currency"_s);
    const auto key = textMember(object, u"key"_s);
    for (const auto *member : {&columns, &defaults}) {
        if (!*member)
            return member->error();
    }
    for (const auto *member : {&currency, &key}) {
        if (!*member)
            return member->error();
    }
    if (!currency->isEmpty() && !Currency::fromCode(*currency))
        return badMap(u"currency"_s);
    ImportMapping mapping;
    for (auto it = columns->begin(); it != columns->end(); ++it)
        mapping.columns.emplace_back(it.key(), it.value());
    mapping.currency = *currency;
    mapping.key = *key;
    mapping.defaults = *defaults;
    return mapping;
}

QByteArray ImportMapping::toJson() const {
    QJsonObject columnsObject;
    for (const auto &[header, field] : columns)
        columnsObject.insert(header, field);
    QJsonObject object{{u"columns"_s, columnsObject}, {u"mode"_s, u"add"_s}};
    if (!currency.isEmpty())
        object.insert(u"currency"_s, currency);
    if (!key.isEmpty())
        object.insert(u"key"_s, key);
    QJsonObject defaultsObject;
    for (auto it = defaults.begin(); it != defaults.end(); ++it)
        defaultsObject.insert(it.key(), it.value());
    if (!defaults.isEmpty())
        object.insert(u"defaults"_s, defaultsObject);
    return QJsonDocument(object).toJson();
}

ImportMapping ImportMapping::propose(const EntityDesc &entity, const QStringList &header) {
    const FieldNames names(entity, isImportable);
    ImportMapping mapping;
    for (const QString &column : header) {
        const QString field = isRejectColumn(column) ? QString() : names.keyOf(column);
        if (!field.isEmpty())
            mapping.columns.emplace_back(column, field);
    }
    return mapping;
}

bool isImportable(const FieldDesc &field) {
    return !field.readOnly && !field.derived && !field.hidden && field.type != FieldType::Formula;
}

} // namespace dw
