// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/fieldnames.h"

#include "core/domain/text.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Folded, and without what people put between words.
QString squeezed(const QString &text) {
    QString out = fold(text);
    out.removeIf([](QChar c) { return c == u' ' || c == u'_' || c == u'-' || c == u'.'; });
    return out;
}

} // namespace

FieldNames::FieldNames(const EntityDesc &entity,
                       const std::function<bool(const FieldDesc &)> &counts) {
    const auto offerAll = [&](auto nameOf) {
        for (const FieldDesc &field : entity.fields) {
            const QString name = squeezed(nameOf(field));
            if (!name.isEmpty() && !m_keys.contains(name) && counts(field))
                m_keys.insert(name, field.key);
        }
    };
    offerAll([](const FieldDesc &field) { return field.key; });
    offerAll([](const FieldDesc &field) { return field.label.en; });
    offerAll([](const FieldDesc &field) { return field.label.zh; });
}

QString FieldNames::keyOf(const QString &name) const { return m_keys.value(squeezed(name)); }

} // namespace dw
