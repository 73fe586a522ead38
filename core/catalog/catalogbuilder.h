// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/fieldbuilder.h"

namespace dw {

/// Collects the built-in entities.
class CatalogBuilder {
public:
    struct Names {
        const char *key, *plural;
        const char16_t *en, *enPlural, *zh;
        char letter;
        const char *title;
        bool listed = true;
    };
    void entity(const Names &names, std::initializer_list<FieldBuilder> fields);
    [[nodiscard]] std::shared_ptr<const Catalog> finish();

private:
    std::vector<EntityDesc> m_entities;
};

void addCustomerEntities(CatalogBuilder &b); ///< account, contact, lead, tag
void addDealEntities(CatalogBuilder &b); ///< deal and its lines and links, product, pipeline, stage
void addPeopleEntities(CatalogBuilder &b);   ///< person, team, territory
void addActivityEntities(CatalogBuilder &b); ///< touchpoint, task, note, attachment
void addSystemEntities(CatalogBuilder &b);   ///< setting, custom_field, cross_reference

} // namespace dw
