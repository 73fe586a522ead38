// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceexport_catalog.h"

#include "core/store/schema/columns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QJsonObject labelJson(const Label &label) {
    return {{u"en"_s, label.en}, {u"zh"_s, label.in(Language::Chinese)}};
}

QJsonObject fieldJson(const EntityDesc &entity, const FieldDesc &field) {
    QJsonObject object{{u"key"_s, field.key},
                       {u"type"_s, typeName(field.type)},
                       {u"label"_s, labelJson(field.label)}};
    if (field.type == FieldType::Set)
        object.insert(u"table"_s, setTableOf(entity.key, field));
    else if (field.type == FieldType::Money)
        object.insert(u"columns"_s, QJsonArray::fromStringList(columnsOf(field)));
    else if (field.hasColumn())
        object.insert(u"columns"_s, QJsonArray{field.name});
    if (!field.target.isEmpty())
        object.insert(u"target"_s, field.target);
    QJsonArray choices;
    for (const Choice &choice : field.choices)
        choices.append(QJsonObject{{u"key"_s, choice.key}, {u"label"_s, labelJson(choice.label)}});
    if (!choices.isEmpty())
        object.insert(u"choices"_s, choices);
    return object;
}

} // namespace

QByteArray catalogToJson(const Catalog &catalog) {
    QJsonArray entities;
    for (const EntityDesc &entity : catalog.entities()) {
        QJsonArray fields;
        for (const FieldDesc &field : entity.fields)
            fields.append(fieldJson(entity, field));
        entities.append(QJsonObject{{u"table"_s, entity.key},
                                    {u"label"_s, labelJson(entity.label)},
                                    {u"fields"_s, fields}});
    }
    return QJsonDocument(QJsonObject{{u"entities"_s, entities}}).toJson();
}

} // namespace dw
