// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/entitydesc.h"

namespace dw {

namespace {

template <typename Matches>
FieldHandle firstField(const std::vector<FieldDesc> &fields, Matches matches) {
    for (size_t i = 0; i < fields.size(); ++i) {
        if (matches(fields[i]))
            return {quint16(i)};
    }
    return {};
}

} // namespace

FieldHandle EntityDesc::byName(QStringView wanted) const {
    return firstField(fields, [wanted](const FieldDesc &f) { return f.name == wanted; });
}

FieldHandle EntityDesc::byKey(QStringView wanted) const {
    return firstField(fields, [wanted](const FieldDesc &f) { return f.key == wanted; });
}

std::vector<FieldHandle> EntityDesc::group(QStringView wanted) const {
    std::vector<FieldHandle> handles;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].group == wanted)
            handles.push_back({quint16(i)});
    }
    return handles;
}

bool isHierarchy(const EntityDesc &entity, const FieldDesc &field) {
    const bool isOne = field.type == FieldType::Link || field.type == FieldType::Person;
    return isOne && !field.custom && field.target == entity.key;
}

} // namespace dw
