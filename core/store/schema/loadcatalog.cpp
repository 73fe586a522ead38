// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/migrations.h"

#include "core/catalog/fielddefinition.h"
#include "core/store/query/reader.h"
#include "core/store/schema/columns.h"
#include "core/store/write/rowplan.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<bool> isStored(Connection &c, const FieldDefinition &definition) {
    const FieldDesc &field = definition.field;
    const bool isSet = field.type == FieldType::Set;
    const auto there =
        columnsInDatabase(c, isSet ? setTableOf(definition.entity, field) : definition.entity);
    if (!there)
        return there.error();
    const QStringList columns = columnsOf(field);
    return !there->isEmpty()
           && std::all_of(columns.begin(), columns.end(),
                          [&](const QString &column) { return there->contains(column); });
}

/// A catalogue that grows by the rows of `custom_field`.
struct Growing {
    Connection &c;
    CatalogPtr catalog;
    std::vector<Message> &problems;

    void leaveOut(const Error &error) {
        problems.push_back(error.message);
        problems.insert(problems.end(), error.reasons.begin(), error.reasons.end());
    }
    Result<void> add(const Row &row);
};

Result<void> Growing::add(const Row &row) {
    auto definition = fieldFromRecord(*catalog, row.record);
    if (!definition) {
        leaveOut(definition.error());
        return {};
    }
    // The column of a field that was deleted stays, and so does what the log says about it.
    definition->field.hidden = definition->field.hidden || row.deleted;
    const auto added = catalog->withField(definition->entity, definition->field);
    if (!added) {
        leaveOut(added.error());
        return {};
    }
    const auto stored = isStored(c, *definition);
    if (!stored)
        return stored.error();
    if (*stored)
        catalog = *added;
    else
        leaveOut(makeError(ErrorKind::Damaged, u"store.no_column"_s,
                           {{u"field"_s, definition->entity + u'.' + definition->field.key}}));
    return {};
}

} // namespace

Result<CatalogPtr> loadCatalog(Connection &c, std::vector<Message> &problems) {
    const CatalogHolder builtin(Catalog::builtin());
    Reader reader(c, builtin);
    auto ids = c.prepare(u"SELECT id FROM custom_field ORDER BY rowid"_s);
    if (!ids)
        return ids.error();
    Growing growing{c, builtin.get(), problems};
    for (;;) {
        const auto more = ids->step();
        if (!more)
            return more.error();
        if (!*more)
            return growing.catalog;
        const auto row = reader.find(u"custom_field"_s, RecordId::fromBytes(ids->blob(0)));
        if (!row)
            return row.error();
        if (!*row)
            continue;
        if (const auto added = growing.add(**row); !added)
            return added.error();
    }
}

} // namespace dw
