// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "core/expr/expression.h"
#include "core/services/workinfo.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// A formula is taken as stored or as typed, and kept as stored: keys may be taken over by others,
/// names never.
Result<void> completeFormula(const Catalog &catalog, FieldDefinition &definition) {
    FieldDesc &field = definition.field;
    if (field.type != FieldType::Formula)
        return {};
    auto expression = Expression::fromStored(field.formula, catalog, definition.entity);
    if (!expression)
        expression = Expression::parse(field.formula, catalog, definition.entity);
    if (!expression)
        return expression.error();
    field.formula = expression->stored();
    field.formulaType = expression->type();
    return {};
}

/// Two fields of one label could not be told apart, in a form no more than in the header of a file.
Result<void> checkLabels(const EntityDesc &entity, const FieldDesc &added) {
    for (const FieldDesc &field : entity.fields) {
        if (field.hidden)
            continue;
        for (const QString &label : {added.label.en, added.label.zh}) {
            const QString folded = fold(label);
            if (!folded.isEmpty()
                && (folded == fold(field.label.en) || folded == fold(field.label.zh)))
                return makeError(ErrorKind::Invalid, u"field.label_taken"_s,
                                 {{u"entity"_s, entity.key},
                                  {u"value"_s, label.left(100)},
                                  {u"key"_s, field.key}});
        }
    }
    return {};
}

Result<void> addField(WriteTransaction &tx, FieldDefinition definition) {
    const CatalogPtr catalog = tx.catalogPtr();
    const auto entity = catalog->find(definition.entity);
    if (!entity)
        return entity.error();
    definition.entity = (*entity)->key;
    const bool keyIsFree = (*entity)->byKey(definition.field.key).isNull();
    if (const auto checked = checkLabels(**entity, definition.field); keyIsFree && !checked)
        return checked;
    if (const auto completed = completeFormula(*catalog, definition); !completed)
        return completed;
    const auto made = tx.create(fieldToRecord(*catalog, definition, {}));
    if (!made)
        return made.error();
    tx.setLabel(
        {u"set.field"_s, {{u"entity"_s, definition.entity}, {u"title"_s, definition.field.key}}});
    return {};
}

} // namespace

Work addFieldWork(const FieldDefinition &definition, const Origin &origin) {
    return {
        setInfo(origin, {u"set.field"_s,
                         {{u"entity"_s, definition.entity}, {u"title"_s, definition.field.key}}}),
        [definition](WriteTransaction &tx) { return addField(tx, definition); }};
}

} // namespace dw
