// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fieldoptions.h"
#include "app/cli/messagejson.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "core/expr/expression.h"

#include <QLocale>
#include <algorithm>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// The expression with keys, as people typed it; the stored text where it can no longer be read.
QString formulaText(const Catalog &catalog, const EntityDesc &entity, const FieldDesc &field) {
    if (field.type != FieldType::Formula)
        return {};
    const auto expression = Expression::fromStored(field.formula, catalog, entity.key);
    return expression ? expression->text(catalog) : field.formula;
}

QJsonValue numberOrNull(const std::optional<double> &number) {
    return number ? QJsonValue(*number) : QJsonValue();
}

/// All that a line of text has room for beside type and label.
QString aboutField(Session &session, const EntityDesc &entity, const FieldDesc &field) {
    QStringList parts;
    const auto add = [&](const QString &id, const QString &text) {
        if (!text.isEmpty())
            parts << session.say(id, {{u"text"_s, text}});
    };
    const auto number = [](const std::optional<double> &n) {
        return n ? QString::number(*n, 'g', QLocale::FloatingPointShortest) : QString();
    };
    add(u"cli.field_formula"_s, formulaText(session.catalog(), entity, field));
    add(u"cli.field_target"_s, field.target);
    add(u"cli.field_unit"_s, field.unit);
    QStringList choices;
    for (const Choice &choice : field.choices)
        choices << choice.key;
    add(u"cli.field_choices"_s, choices.join(u", "_s));
    add(u"cli.field_min"_s, number(field.validity.min));
    add(u"cli.field_max"_s, number(field.validity.max));
    add(u"cli.field_max_length"_s,
        field.validity.maxLength > 0 ? QString::number(field.validity.maxLength) : QString());
    if (field.validity.required)
        parts << session.say(u"cli.field_required"_s);
    if (field.readOnly && field.type != FieldType::Formula)
        parts << session.say(u"cli.field_read_only"_s);
    if (field.hidden)
        parts << session.say(u"cli.field_hidden"_s);
    return parts.join(u"; "_s);
}

QJsonObject fieldJson(const Catalog &catalog, const EntityDesc &entity, const FieldDesc &field) {
    const bool isFormula = field.type == FieldType::Formula;
    QJsonArray choices;
    for (const Choice &choice : field.choices)
        choices.append(QJsonObject{{u"key"_s, choice.key},
                                   {u"label_en"_s, choice.label.en},
                                   {u"label_zh"_s, choice.label.zh}});
    return {{u"entity"_s, entity.key},
            {u"key"_s, field.key},
            {u"name"_s, field.name},
            {u"type"_s, typeName(field.type)},
            {u"label_en"_s, field.label.en},
            {u"label_zh"_s, field.label.zh},
            {u"unit"_s, textOrNull(field.unit)},
            {u"target"_s, textOrNull(field.target)},
            {u"choices"_s, choices},
            {u"formula"_s, textOrNull(formulaText(catalog, entity, field))},
            {u"formula_type"_s, textOrNull(isFormula ? typeName(field.formulaType) : QString())},
            {u"min"_s, numberOrNull(field.validity.min)},
            {u"max"_s, numberOrNull(field.validity.max)},
            {u"max_length"_s,
             field.validity.maxLength > 0 ? QJsonValue(field.validity.maxLength) : QJsonValue()},
            {u"required"_s, field.validity.required},
            {u"read_only"_s, field.readOnly},
            {u"custom"_s, field.custom},
            {u"hidden"_s, field.hidden}};
}

Result<FieldDefinition> definitionFrom(Session &session, const EntityDesc &entity,
                                       const FieldDesc &described) {
    FieldDefinition definition{entity.key, described};
    FieldDesc &field = definition.field;
    if (!field.target.isEmpty()) {
        const auto target = session.catalog().find(field.target);
        if (!target)
            return target.error();
        field.target = (*target)->key;
    }
    if (field.type != FieldType::Formula)
        return definition;
    auto formula = Expression::parse(session.option(u"--formula"_s).value_or(QString()),
                                     session.catalog(), entity.key);
    if (!formula)
        return formula.error();
    field.formula = formula->stored();
    field.formulaType = formula->type();
    return definition;
}

/// The custom field that the catalogue has now and had not before; its key may have got a suffix.
const FieldDesc *added(const EntityDesc &before, const EntityDesc &now) {
    const auto it = std::find_if(now.fields.begin(), now.fields.end(), [&](const FieldDesc &field) {
        return before.byName(field.name).isNull();
    });
    return it == now.fields.end() ? nullptr : &*it;
}

} // namespace

Exit runFieldAdd(Session &session) {
    const auto described =
        fieldFromOptions(session.words().at(1), session.words().at(2), session.arguments());
    if (!described)
        return session.misuse(described.error().message);
    const auto found = session.catalog().find(session.words().at(0));
    if (!found)
        return session.fail(found.error());
    const EntityDesc before = **found;
    const auto definition = definitionFrom(session, before, *described);
    if (!definition)
        return session.failAt(definition.error(),
                              session.option(u"--formula"_s).value_or(QString()));
    const auto committed = session.workspace().run(addFieldWork(*definition, session.origin()));
    if (!committed)
        return session.fail(committed.error());

    session.refreshCatalog();
    const EntityDesc *entity = session.catalog().entity(before.key);
    const FieldDesc *field = entity ? added(before, *entity) : nullptr;
    if (!field)
        field = &definition->field;
    return session.done(*committed,
                        {u"cli.field_added"_s,
                         {{u"entity"_s, before.key},
                          {u"key"_s, field->key},
                          {u"set"_s, QString::number(committed->set)}}},
                        fieldJson(session.catalog(), entity ? *entity : before, *field));
}

Exit runFieldList(Session &session) {
    const EntityDesc *only = nullptr;
    if (!session.words().isEmpty()) {
        const auto found = session.catalog().find(session.words().first());
        if (!found)
            return session.fail(found.error());
        only = *found;
    }
    TextTable table({{session.say(u"cli.head_entity"_s)},
                     {session.say(u"cli.head_key"_s)},
                     {session.say(u"cli.head_type"_s)},
                     {session.say(u"cli.head_label"_s)},
                     {session.say(u"cli.head_custom"_s)},
                     {session.say(u"cli.head_about"_s)}});
    if (session.json())
        session.printer().beginArray(u"fields"_s);
    for (const EntityDesc &entity : session.catalog().entities()) {
        if (only ? &entity != only : !entity.listed)
            continue;
        for (const FieldDesc &field : entity.fields) {
            if (session.json())
                session.printer().element(fieldJson(session.catalog(), entity, field));
            else
                table.add({entity.key, field.key, typeName(field.type),
                           field.label.in(session.language()),
                           field.custom ? session.say(u"cli.yes"_s) : QString(),
                           aboutField(session, entity, field)});
        }
    }
    if (session.json())
        session.printer().endArray();
    else
        session.printer().lines(table.lines());
    return Exit::Done;
}

} // namespace dw::cli
