// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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

Result<void> addField(WriteTransaction &tx, FieldDefinition definition) {
    const CatalogPtr catalog = tx.catalogPtr();
    const auto entity = catalog->find(definition.entity);
    if (!entity)
        return entity.error();
    definition.entity = (*entity)->key;
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
