// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/relations.h"

namespace dw {

std::vector<FieldHandle> linksBetween(const EntityDesc &rows, const EntityDesc &to) {
    std::vector<FieldHandle> links;
    for (size_t i = 0; i < rows.fields.size(); ++i) {
        const FieldDesc &desc = rows.fields[i];
        const bool isLink = desc.type == FieldType::Link || desc.type == FieldType::Person;
        if (isLink && desc.target == to.key)
            links.push_back({quint16(i)});
    }
    return links;
}

FieldHandle usualLink(const EntityDesc &rows, const EntityDesc &to) {
    const std::vector<FieldHandle> links = linksBetween(rows, to);
    std::vector<FieldHandle> builtIn;
    for (const FieldHandle link : links) {
        if (rows.field(link).name == to.key)
            return link;
        if (!rows.field(link).custom)
            builtIn.push_back(link);
    }
    if (builtIn.size() == 1)
        return builtIn[0];
    return links.size() == 1 ? links[0] : FieldHandle();
}

const EntityDesc *relationNamed(const Catalog &catalog, QStringView word, const EntityDesc &to) {
    for (const EntityDesc &rows : catalog.entities()) {
        if (rows.plural == word && rows.listed && !linksBetween(rows, to).empty())
            return &rows;
    }
    return nullptr;
}

std::vector<const EntityDesc *> relationsOf(const Catalog &catalog, const EntityDesc &to) {
    std::vector<const EntityDesc *> relations;
    for (const EntityDesc &rows : catalog.entities()) {
        if (rows.listed && !linksBetween(rows, to).empty())
            relations.push_back(&rows);
    }
    return relations;
}

} // namespace dw
