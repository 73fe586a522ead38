// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fieldbuilder.h"

#include "core/catalog/fieldcheck.h"

namespace dw {

FieldBuilder::FieldBuilder(const char *key, FieldType type, const char16_t *en,
                           const char16_t *zh) {
    m_field.name = m_field.key = m_field.group = QString::fromLatin1(key);
    m_field.type = type;
    m_field.label = {QString::fromUtf16(en), QString::fromUtf16(zh)};
    m_field.policy = usualPolicy(type);
}

FieldBuilder &FieldBuilder::choice(const char *key, const char16_t *en, const char16_t *zh) {
    m_field.choices.push_back(
        {QString::fromLatin1(key), {QString::fromUtf16(en), QString::fromUtf16(zh)}});
    return *this;
}

} // namespace dw
