// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"

#include <QJsonObject>

namespace dw {

/// What counts towards the completeness of a record: a field, one at least of several fields, or
/// rows that belong to it.
struct QualityPart {
    /// Keys of fields joined by `|` ("phone|email": either will do), or "@contacts", "@history"
    /// (touchpoints and notes), "@files".
    QString key;
    int weight = 1; ///< 1 to 1,000.
    [[nodiscard]] bool isRows() const { return key.startsWith(u'@'); }
    friend bool operator==(const QualityPart &, const QualityPart &) = default;
};

struct EntityQuality {
    QString entity; ///< "account", "contact", "lead" or "deal".
    std::vector<QualityPart> parts;
    /// Σ of the weights.
    [[nodiscard]] int total() const;
    friend bool operator==(const EntityQuality &, const EntityQuality &) = default;
};

/// The entities whose quality is measured, in the order in which it is told.
[[nodiscard]] QStringList measuredEntities();

/// What counts where the setting "quality.parts" says nothing.
[[nodiscard]] std::vector<EntityQuality> usualQuality();

/// The setting: {"account": {"name": 1, "phone|email": 2, "@contacts": 3}, …}. An entity that it
/// does not name is measured as usual, one with no parts not at all. Whether the fields are there
/// is not looked at. Fails: "quality.entity" {entity}, "quality.part" {entity, part},
/// "quality.weight" {entity, part}, "quality.too_many" {entity} (over 60 fields).
[[nodiscard]] Result<std::vector<EntityQuality>> qualityFromJson(const QJsonObject &setting);

/// The handles of the part's fields; empty for rows, and where one of the fields is not there or
/// cannot be filled by people (a formula).
[[nodiscard]] std::vector<FieldHandle> fieldsOf(const QualityPart &part, const EntityDesc &entity);

} // namespace dw
