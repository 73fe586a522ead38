// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"
#include "core/expr/expression.h"
#include "core/store/write/writetransaction_rows.h"
#include "core/store/write/writetransaction_state.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<void> checkFormula(const Catalog &catalog, const QString &entity, const FieldDesc &field) {
    if (field.type != FieldType::Formula)
        return {};
    const auto parsed = Expression::fromStored(field.formula, catalog, entity);
    return parsed ? Result<void>() : Result<void>(parsed.error());
}

} // namespace

Result<void> WriteTransaction::State::nameColumn(PendingRow &row, std::vector<FieldAfter> &fields) {
    if (const auto drawn = drawShortId(row); !drawn)
        return drawn;
    std::erase_if(fields, [](const FieldAfter &field) { return field.name == "name"_L1; });
    const QString column = u"c_"_s + row.now.shortId.toLower().remove(u'-');
    fields.push_back({u"name"_s, LoggedValue::given(column)});
    return {};
}

Result<CatalogPtr> WriteTransaction::State::catalogWith(const PendingRow &row,
                                                        const Row &proposed) const {
    const CatalogPtr current = catalog();
    auto definition = fieldFromRecord(*current, proposed.record);
    if (!definition) {
        // What a person typed is wrong input, not a damaged file.
        Error error = definition.error();
        error.kind = ErrorKind::Invalid;
        return error;
    }
    FieldDesc &field = definition->field;
    // A field that was deleted keeps its column and what the log says of it.
    field.hidden = field.hidden || proposed.deleted;
    const EntityDesc *entity = current->entity(definition->entity);
    if (!row.before && entity && !entity->byKey(field.key).isNull())
        return makeError(ErrorKind::Invalid, u"write.key_taken"_s,
                         {{u"field"_s, entity->key + u'.' + field.key}, {u"key"_s, field.key}});
    auto next = current->withField(definition->entity, field);
    if (!next)
        return next;
    if (const auto checked = checkFormula(**next, definition->entity, field); !checked)
        return checked.error();
    return next;
}

Result<void> WriteTransaction::State::adopt(const CatalogPtr &next, const Row &row) {
    const CatalogPtr current = catalog();
    const EntityDesc &definitions = *current->entity(u"custom_field");
    const auto entity = row.record.value(definitions.byName(u"entity")).as<QString>();
    const auto name = row.record.value(definitions.byName(u"name")).as<QString>();
    const bool isNew = current->entity(entity)->byName(name).isNull();
    if (isNew) {
        const EntityDesc &grown = *next->entity(entity);
        const FieldDesc &field = grown.field(grown.byName(name));
        if (const auto added = noted(addColumns(context.connection, entity, field)); !added)
            return added;
    }
    context.local.set(next);
    return {};
}

} // namespace dw
