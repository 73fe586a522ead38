// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogbuilder.h"

namespace dw {

void CatalogBuilder::entity(const Names &names, std::initializer_list<FieldBuilder> fields) {
    EntityDesc entity;
    entity.key = QString::fromLatin1(names.key);
    entity.plural = QString::fromLatin1(names.plural);
    entity.label = {QString::fromUtf16(names.en), QString::fromUtf16(names.zh)};
    entity.pluralLabel = {QString::fromUtf16(names.enPlural), QString::fromUtf16(names.zh)};
    entity.letter = names.letter;
    entity.title = QString::fromLatin1(names.title);
    entity.listed = names.listed;
    entity.fields.reserve(fields.size());
    for (const FieldBuilder &field : fields)
        entity.fields.push_back(field.build());
    m_entities.push_back(std::move(entity));
}

std::shared_ptr<const Catalog> CatalogBuilder::finish() {
    auto catalog = std::make_shared<Catalog>();
    catalog->m_entities = std::move(m_entities);
    m_entities.clear();
    for (qsizetype i = 0; i < qsizetype(catalog->m_entities.size()); ++i)
        catalog->m_index.insert(catalog->m_entities[size_t(i)].key, i);
    return catalog;
}

} // namespace dw
