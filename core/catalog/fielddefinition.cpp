// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"

#include "core/catalog/fieldcheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// In the order of the enumerations.
constexpr std::array personalNames{"none"_L1, "name"_L1, "contact"_L1, "sensitive"_L1};
constexpr std::array policyNames{"last_writer"_L1, "add"_L1, "include_exclude"_L1, "keep_both"_L1};

void putText(QJsonObject &json, const QString &member, const QString &text) {
    if (!text.isEmpty())
        json.insert(member, text);
}

QJsonObject validityJson(const Validity &v) {
    QJsonObject json;
    if (v.required)
        json.insert(u"required"_s, true);
    if (v.min)
        json.insert(u"min"_s, *v.min);
    if (v.max)
        json.insert(u"max"_s, *v.max);
    if (v.maxLength > 0)
        json.insert(u"max_length"_s, v.maxLength);
    return json;
}

QString definitionJson(const FieldDesc &field) {
    QJsonObject json;
    putText(json, u"unit"_s, field.unit);
    putText(json, u"target"_s, field.target);
    putText(json, u"formula"_s, field.formula);
    putText(json, u"section"_s, field.section);
    if (field.type == FieldType::Formula)
        json.insert(u"formula_type"_s, typeName(field.formulaType));
    if (field.personal != PersonalData::None)
        json.insert(u"personal"_s, QString(personalNames.at(size_t(field.personal))));
    if (field.policy != MergePolicy::LastWriter)
        json.insert(u"policy"_s, QString(policyNames.at(size_t(field.policy))));
    if (field.searched)
        json.insert(u"searched"_s, true);
    if (const QJsonObject validity = validityJson(field.validity); !validity.isEmpty())
        json.insert(u"validity"_s, validity);
    QJsonArray choices;
    for (const Choice &choice : field.choices)
        choices.append(QJsonObject{
            {u"key"_s, choice.key}, {u"en"_s, choice.label.en}, {u"zh"_s, choice.label.zh}});
    if (!choices.isEmpty())
        json.insert(u"choices"_s, choices);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// Reads members of a type; remembers the first that has another one.
class MemberReader {
public:
    explicit MemberReader(QJsonObject json) : m_json(std::move(json)) {}

    QString text(const QString &member) { return take(member, QJsonValue::String).toString(); }
    bool yes(const QString &member) { return take(member, QJsonValue::Bool).toBool(); }
    QJsonArray array(const QString &member) { return take(member, QJsonValue::Array).toArray(); }
    QJsonObject object(const QString &member) {
        return take(member, QJsonValue::Object).toObject();
    }
    std::optional<double> number(const QString &member) {
        const QJsonValue v = take(member, QJsonValue::Double);
        return v.isDouble() ? std::optional(v.toDouble()) : std::nullopt;
    }
    template <typename Enum, size_t N>
    Enum oneOf(const QString &member, const std::array<QLatin1StringView, N> &names, Enum usual) {
        if (!m_json.contains(member))
            return usual;
        const auto it = std::find(names.begin(), names.end(), text(member));
        if (it == names.end()) {
            fail(member);
            return usual;
        }
        return Enum(it - names.begin());
    }
    void fail(const QString &member) {
        if (m_failed.isEmpty())
            m_failed = member;
    }
    [[nodiscard]] const QString &failed() const { return m_failed; }

private:
    QJsonValue take(const QString &member, QJsonValue::Type type) {
        const QJsonValue v = m_json.value(member);
        if (v.type() == type || v.isUndefined())
            return v;
        fail(member);
        return {};
    }

    QJsonObject m_json;
    QString m_failed;
};

void readValidity(MemberReader &from, Validity &validity) {
    MemberReader limits(from.object(u"validity"_s));
    validity.required = limits.yes(u"required"_s);
    validity.min = limits.number(u"min"_s);
    validity.max = limits.number(u"max"_s);
    const double length = limits.number(u"max_length"_s).value_or(0);
    if (length < 0 || length > 1e9)
        limits.fail(u"max_length"_s);
    else
        validity.maxLength = int(length);
    if (!limits.failed().isEmpty())
        from.fail(u"validity."_s + limits.failed());
}

void readChoices(MemberReader &from, std::vector<Choice> &choices) {
    const QJsonArray array = from.array(u"choices"_s);
    for (const auto &element : array) {
        MemberReader one(element.toObject());
        Choice choice{one.text(u"key"_s), {one.text(u"en"_s), one.text(u"zh"_s)}};
        if (!element.isObject() || choice.key.isEmpty() || !one.failed().isEmpty())
            from.fail(u"choices"_s);
        choices.push_back(std::move(choice));
    }
}

void readDefinition(MemberReader &from, FieldDesc &field) {
    field.unit = from.text(u"unit"_s);
    field.target = from.text(u"target"_s);
    field.formula = from.text(u"formula"_s);
    field.section = from.text(u"section"_s);
    field.searched = from.yes(u"searched"_s);
    field.personal = from.oneOf(u"personal"_s, personalNames, PersonalData::None);
    field.policy = from.oneOf(u"policy"_s, policyNames, usualPolicy(field.type));
    if (field.type == FieldType::Formula) {
        const auto type = typeFromName(from.text(u"formula_type"_s));
        if (!type)
            from.fail(u"formula_type"_s);
        field.formulaType = type.value_or(FieldType::Number);
    }
    readValidity(from, field.validity);
    readChoices(from, field.choices);
}

} // namespace

Record fieldToRecord(const Catalog &catalog, const FieldDefinition &definition, RecordId id) {
    const EntityDesc *entity = catalog.entity(u"custom_field");
    Q_ASSERT(entity);
    const FieldDesc &field = definition.field;
    Record record(entity->key, id);
    const auto set = [&](QStringView name, FieldValue value) {
        record.set(entity->byName(name), std::move(value));
    };
    const auto textOrEmpty = [](const QString &text) {
        return text.isEmpty() ? FieldValue() : FieldValue(text);
    };
    set(u"entity", definition.entity);
    set(u"name", field.name);
    set(u"key", field.key);
    set(u"type", typeName(field.type));
    set(u"label_en", textOrEmpty(field.label.en));
    set(u"label_zh", textOrEmpty(field.label.zh));
    set(u"definition", definitionJson(field));
    set(u"hidden", field.hidden);
    return record;
}

Result<FieldDefinition> fieldFromRecord(const Catalog &catalog, const Record &record) {
    const EntityDesc *entity = catalog.entity(u"custom_field");
    Q_ASSERT(entity && record.entity() == entity->key);
    const auto text = [&](QStringView name) {
        return record.value(entity->byName(name)).as<QString>();
    };
    FieldDefinition definition{text(u"entity"), {}};
    FieldDesc &field = definition.field;
    field.name = text(u"name");
    field.key = text(u"key");
    field.group = field.name;
    field.label = {text(u"label_en"), text(u"label_zh")};
    field.hidden = record.value(entity->byName(u"hidden")).as<bool>();
    field.custom = true;
    const auto bad = [&](const QString &member) {
        return makeError(
            ErrorKind::Damaged, u"catalog.bad_definition"_s,
            {{u"field"_s, definition.entity + u'.' + field.key}, {u"member"_s, member.left(100)}});
    };
    const auto type = typeFromName(text(u"type"));
    if (!type)
        return bad(u"type"_s);
    field.type = *type;
    field.readOnly = field.type == FieldType::Formula;

    const QString json = text(u"definition");
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &problem);
    if (!json.isEmpty() && !document.isObject())
        return bad(u"definition"_s);
    MemberReader members(document.object());
    readDefinition(members, field);
    if (!members.failed().isEmpty())
        return bad(members.failed());
    return definition;
}

} // namespace dw
