// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recordview.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

struct SectionLabel {
    QStringView key, en, zh;
};

/// The sections that the catalogue names, in the order of a form.
constexpr SectionLabel sectionLabels[] = {
    {u"main", u"Details", u"基本信息"},  {u"closing", u"Closing", u"结案"},
    {u"contact", u"Reach", u"联系方式"}, {u"address", u"Address", u"地址"},
    {u"more", u"More", u"更多信息"},     {u"custom", u"Custom fields", u"自定义字段"},
};

/// A section that nobody named here stands behind the others and is called by its key.
size_t placeOf(const QString &key) {
    const auto found = std::find_if(std::begin(sectionLabels), std::end(sectionLabels),
                                    [&](const SectionLabel &label) { return label.key == key; });
    return size_t(found - std::begin(sectionLabels));
}

Label labelOf(const QString &key) {
    const size_t place = placeOf(key);
    if (place == std::size(sectionLabels))
        return {key, key};
    return {sectionLabels[place].en.toString(), sectionLabels[place].zh.toString()};
}

bool isShown(const FieldDesc &field) {
    if (field.hidden || field.derived || field.section == "system"_L1)
        return false;
    return !field.readOnly || field.type == FieldType::Formula;
}

} // namespace

std::vector<FormSection> formOf(const EntityDesc &entity) {
    std::vector<FormSection> form;
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldDesc &field = entity.fields[i];
        if (!isShown(field))
            continue;
        const QString key = field.section.isEmpty() ? u"main"_s : field.section;
        auto section = std::find_if(form.begin(), form.end(),
                                    [&](const FormSection &s) { return s.key == key; });
        if (section == form.end())
            section = form.insert(form.end(), {key, labelOf(key), {}});
        section->fields.push_back({quint16(i)});
    }
    std::stable_sort(form.begin(), form.end(), [](const FormSection &a, const FormSection &b) {
        return placeOf(a.key) < placeOf(b.key);
    });
    return form;
}

} // namespace dw
