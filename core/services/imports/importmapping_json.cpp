// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importmapping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestJson = 4 << 20;

struct NamedUse {
    ColumnUse use;
    QStringView name;
};
constexpr NamedUse uses[] = {
    {ColumnUse::Field, u"field"},          {ColumnUse::ExternalId, u"external_id"},
    {ColumnUse::CreatedAt, u"created_at"}, {ColumnUse::CreatedBy, u"created_by"},
    {ColumnUse::ChangedAt, u"changed_at"}, {ColumnUse::ChangedBy, u"changed_by"}};

Error badMap(const QString &member, const QString &detail = {}) {
    return makeError(ErrorKind::Invalid, u"import.bad_map"_s, {{u"member"_s, member.left(200)}},
                     detail);
}

/// Reads the members of one object; the first that is wrong is kept, and what follows gives
/// nothing.
class Members {
public:
    Members(QJsonObject object, QString path, std::optional<Error> &wrong)
        : m_object(std::move(object)),
          m_path(std::move(path)),
          m_wrong(wrong) {}

    void only(const QStringList &known) {
        for (auto it = m_object.begin(); it != m_object.end(); ++it) {
            if (!known.contains(it.key()))
                refuse(it.key());
        }
    }
    QString text(const QString &name) {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            refuse(name);
        return value.toString();
    }
    bool yesNo(const QString &name) {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isBool())
            refuse(name);
        return value.toBool();
    }
    /// A member that is one of some words, or absent.
    template <typename T>
    std::optional<T> word(const QString &name, std::optional<T> (*read)(const QString &)) {
        if (!m_object.contains(name))
            return std::nullopt;
        const auto value = read(m_object.value(name).toString());
        if (!value)
            refuse(name);
        return value;
    }
    QString currency(const QString &name) {
        const QString code = text(name);
        if (code.isEmpty())
            return {};
        const auto currency = Currency::fromCode(code);
        if (!currency)
            refuse(name);
        return currency ? currency->code() : QString();
    }
    QStringList texts(const QString &name) {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return {};
        if (!value.isArray())
            refuse(name);
        QStringList list;
        const QJsonArray array = value.toArray();
        for (const auto &one : array) {
            if (!one.isString())
                refuse(name);
            list << one.toString();
        }
        return list;
    }
    /// An object, or an empty one where the member is absent.
    Members object(const QString &name) {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isObject())
            refuse(name);
        return {value.toObject(), m_path + name + u'.', m_wrong};
    }
    [[nodiscard]] bool has(const QString &name) const { return m_object.contains(name); }
    [[nodiscard]] const QJsonObject &json() const { return m_object; }
    void refuse(const QString &name) {
        if (!m_wrong)
            m_wrong = badMap(m_path + name);
    }

private:
    QJsonObject m_object;
    QString m_path;
    std::optional<Error> &m_wrong;
};

FieldDesc newFieldFrom(Members members, const QString &key) {
    members.only({u"type"_s, u"en"_s, u"zh"_s, u"choices"_s, u"target"_s, u"unit"_s});
    FieldDesc field;
    field.key = key;
    field.custom = true;
    field.label = {members.text(u"en"_s), members.text(u"zh"_s)};
    field.target = members.text(u"target"_s);
    field.unit = members.text(u"unit"_s);
    const auto type = members.word<FieldType>(u"type"_s, typeFromName);
    // A formula has no values that a file could give.
    if (!type || *type == FieldType::Formula)
        members.refuse(u"type"_s);
    field.type = type.value_or(FieldType::Text);
    if (!isValidKey(key))
        members.refuse(u"key"_s);
    const QJsonValue choices = members.json().value(u"choices"_s);
    if (!choices.isUndefined() && !choices.isArray())
        members.refuse(u"choices"_s);
    const QJsonArray array = choices.toArray();
    for (const auto &one : array) {
        const QJsonObject choice = one.toObject();
        if (!isValidKey(choice.value(u"key"_s).toString()))
            members.refuse(u"choices"_s);
        field.choices.push_back(
            {choice.value(u"key"_s).toString(),
             {choice.value(u"en"_s).toString(), choice.value(u"zh"_s).toString()}});
    }
    return field;
}

NumberForm numberFrom(Members members) {
    members.only({u"decimal"_s, u"group"_s});
    const QString decimal = members.text(u"decimal"_s);
    const QString group = members.text(u"group"_s);
    if (decimal.size() != 1)
        members.refuse(u"decimal"_s);
    if (group.size() > 1 || group == decimal)
        members.refuse(u"group"_s);
    return {decimal.isEmpty() ? QChar(u'.') : decimal.at(0),
            group.isEmpty() ? QChar() : group.at(0)};
}

ColumnUse useFrom(Members &members) {
    const QString name = members.has(u"use"_s) ? members.text(u"use"_s) : u"field"_s;
    for (const NamedUse &one : uses) {
        if (one.name == name)
            return one.use;
    }
    members.refuse(u"use"_s);
    return ColumnUse::None;
}

MappedColumn columnFrom(const QString &header, Members members) {
    members.only({u"use"_s, u"field"_s, u"new_field"_s, u"number"_s, u"date_order"_s, u"currency"_s,
                  u"multiplier"_s, u"system"_s});
    MappedColumn column{.header = header, .use = useFrom(members)};
    column.field = members.text(u"field"_s);
    if (members.has(u"new_field"_s))
        column.newField = newFieldFrom(members.object(u"new_field"_s), column.field);
    if (members.has(u"number"_s))
        column.number = numberFrom(members.object(u"number"_s));
    column.dates = members.word<DateOrder>(u"date_order"_s, dateOrderFromName);
    column.currency = members.currency(u"currency"_s);
    column.system = members.text(u"system"_s);
    const double multiplier = members.json().value(u"multiplier"_s).toDouble(1);
    constexpr double largest = 1e12;
    if (multiplier < 1 || multiplier > largest || multiplier != double(qint64(multiplier)))
        members.refuse(u"multiplier"_s);
    else
        column.multiplier = qint64(multiplier);
    if (column.use == ColumnUse::Field && column.field.isEmpty())
        return {.header = header, .use = ColumnUse::None};
    return column;
}

std::vector<MappedColumn> columnsFrom(Members members) {
    std::vector<MappedColumn> columns;
    const QJsonObject object = members.json();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isObject()) {
            columns.push_back(columnFrom(it.key(), members.object(it.key())));
            continue;
        }
        const QString field = members.text(it.key());
        columns.push_back({.header = it.key(),
                           .use = field.isEmpty() ? ColumnUse::None : ColumnUse::Field,
                           .field = field});
    }
    return columns;
}

QJsonObject newFieldJson(const FieldDesc &field) {
    QJsonObject object{
        {u"type"_s, typeName(field.type)}, {u"en"_s, field.label.en}, {u"zh"_s, field.label.zh}};
    QJsonArray choices;
    for (const Choice &choice : field.choices)
        choices.append(QJsonObject{
            {u"key"_s, choice.key}, {u"en"_s, choice.label.en}, {u"zh"_s, choice.label.zh}});
    if (!choices.isEmpty())
        object.insert(u"choices"_s, choices);
    if (!field.target.isEmpty())
        object.insert(u"target"_s, field.target);
    if (!field.unit.isEmpty())
        object.insert(u"unit"_s, field.unit);
    return object;
}

QJsonValue columnJson(const MappedColumn &column) {
    if (column.use == ColumnUse::None)
        return QJsonValue::Null;
    QJsonObject object;
    if (!column.field.isEmpty())
        object.insert(u"field"_s, column.field);
    for (const NamedUse &one : uses) {
        if (one.use == column.use && column.use != ColumnUse::Field)
            object.insert(u"use"_s, one.name.toString());
    }
    if (column.newField)
        object.insert(u"new_field"_s, newFieldJson(*column.newField));
    if (column.number)
        object.insert(u"number"_s, QJsonObject{{u"decimal"_s, QString(column.number->decimal)},
                                               {u"group"_s, column.number->group.isNull()
                                                                ? QString()
                                                                : QString(column.number->group)}});
    if (column.dates)
        object.insert(u"date_order"_s, nameOf(*column.dates));
    if (!column.currency.isEmpty())
        object.insert(u"currency"_s, column.currency);
    if (column.multiplier != 1)
        object.insert(u"multiplier"_s, column.multiplier);
    if (!column.system.isEmpty())
        object.insert(u"system"_s, column.system);
    const bool isPlain = column.use == ColumnUse::Field && object.size() == 1;
    return isPlain ? QJsonValue(column.field) : QJsonValue(object);
}

} // namespace

Result<ImportMapping> ImportMapping::fromJson(const QByteArray &json) {
    if (json.size() > largestJson)
        return makeError(ErrorKind::Invalid, u"import.map_too_large"_s,
                         {{u"limit"_s, QString::number(largestJson)}});
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return makeError(ErrorKind::Invalid, u"import.map_not_json"_s, {}, problem.errorString());
    std::optional<Error> wrong;
    Members members(document.object(), {}, wrong);
    members.only({u"columns"_s, u"currency"_s, u"date_order"_s, u"match"_s, u"key"_s, u"mode"_s,
                  u"missing"_s, u"system"_s, u"trusted"_s, u"defaults"_s});
    ImportMapping mapping;
    mapping.columns = columnsFrom(members.object(u"columns"_s));
    mapping.currency = members.currency(u"currency"_s);
    mapping.dates = members.word<DateOrder>(u"date_order"_s, dateOrderFromName);
    mapping.match = members.texts(u"match"_s);
    if (const QString key = members.text(u"key"_s); !key.isEmpty() && mapping.match.isEmpty())
        mapping.match = QStringList{key};
    mapping.mode = members.word<ImportMode>(u"mode"_s, modeFromName);
    mapping.missing = members.word<MissingTargets>(u"missing"_s, missingFromName);
    mapping.system = members.text(u"system"_s);
    mapping.trusted = members.yesNo(u"trusted"_s);
    Members defaults = members.object(u"defaults"_s);
    const QStringList fields = defaults.json().keys();
    for (const QString &field : fields)
        mapping.defaults.insert(field, defaults.text(field));
    if (wrong)
        return *wrong;
    return mapping;
}

Result<QMap<QString, ImportMapping>> mappingsFromJson(const QByteArray &json) {
    if (json.size() > largestJson)
        return makeError(ErrorKind::Invalid, u"import.map_too_large"_s,
                         {{u"limit"_s, QString::number(largestJson)}});
    QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(u"mapping"_s).isObject())
        object = object.value(u"mapping"_s).toObject();
    QMap<QString, ImportMapping> mappings;
    const QJsonObject files = object.value(u"files"_s).toObject();
    if (object.size() != 1 || files.isEmpty()) {
        // The text itself, where it is no object: its own reading says what is wrong.
        auto one =
            ImportMapping::fromJson(object.isEmpty() ? json : QJsonDocument(object).toJson());
        if (!one)
            return one.error();
        mappings.insert({}, *std::move(one));
        return mappings;
    }
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (!it->isObject())
            return badMap(u"files."_s + it.key());
        auto one = ImportMapping::fromJson(QJsonDocument(it->toObject()).toJson());
        if (!one)
            return one.error();
        mappings.insert(it.key(), *std::move(one));
    }
    return mappings;
}

QByteArray ImportMapping::toJson() const {
    QJsonObject columnsObject;
    for (const MappedColumn &column : columns)
        columnsObject.insert(column.header, columnJson(column));
    QJsonObject object{{u"columns"_s, columnsObject}};
    const auto put = [&](const QString &name, const QString &text) {
        if (!text.isEmpty())
            object.insert(name, text);
    };
    put(u"currency"_s, currency);
    put(u"system"_s, system);
    put(u"date_order"_s, dates ? nameOf(*dates) : QString());
    put(u"mode"_s, mode ? nameOf(*mode) : QString());
    put(u"missing"_s, missing ? nameOf(*missing) : QString());
    if (!match.isEmpty())
        object.insert(u"match"_s, QJsonArray::fromStringList(match));
    if (trusted)
        object.insert(u"trusted"_s, true);
    QJsonObject defaultsObject;
    for (auto it = defaults.begin(); it != defaults.end(); ++it)
        defaultsObject.insert(it.key(), it.value());
    if (!defaults.isEmpty())
        object.insert(u"defaults"_s, defaultsObject);
    return QJsonDocument(object).toJson();
}

} // namespace dw
