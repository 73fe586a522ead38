// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/entitydesc.h"

#include <QHash>
#include <memory>

namespace dw {

class Catalog;
using CatalogPtr = std::shared_ptr<const Catalog>;

/// The description of every entity and field: immutable; a change makes a new one. Thread-safe to
/// read.
class Catalog {
public:
    /// The built-in entities alone.
    [[nodiscard]] static CatalogPtr builtin();

    [[nodiscard]] const std::vector<EntityDesc> &entities() const { return m_entities; }
    /// By singular key; nullptr when there is none.
    [[nodiscard]] const EntityDesc *entity(QStringView key) const;
    /// By singular or plural, as people type it (`-` counts as `_`). Fails:
    /// "catalog.unknown_entity".
    [[nodiscard]] Result<const EntityDesc *> find(const QString &typed) const;

    /// A copy with one custom field more; or, where a field of that name stands already, its
    /// labels, choices, validity and `hidden` replaced. A key that is taken gets a numeric suffix.
    /// Fails: "catalog.unknown_entity", "catalog.bad_key", "catalog.bad_field" (no choices, unknown
    /// target, …), "catalog.type_changed" (the type of a field never changes).
    [[nodiscard]] Result<CatalogPtr> withField(const QString &entity, FieldDesc field) const;

private:
    std::vector<EntityDesc> m_entities;
    QHash<QString, qsizetype> m_index;
    friend class CatalogBuilder;
};

/// True when `key` is `[a-z][a-z0-9_]*`, at most 40 characters, and no reserved word of the
/// expression language nor a built-in column (`id`, `short_id`, `deleted`, `merged_into`), and does
/// not end in `_label`, which JSON adds to the keys of references.
[[nodiscard]] bool isValidKey(const QString &key);

} // namespace dw
