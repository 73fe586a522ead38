// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

namespace dw::cli {

/// The record that a verb is about. The entity belongs to the session's catalogue.
struct Target {
    const EntityDesc *entity;
    Row row;
    [[nodiscard]] RecordId id() const { return row.record.id(); }
};

/// Entity in singular or plural; record by UUID or short id, deleted ones too. Fails:
/// "catalog.unknown_entity", "record.unknown".
[[nodiscard]] Result<Target> findTarget(Session &session, const QString &entity,
                                        const QString &record);
/// {"id", "short_id"}.
[[nodiscard]] QJsonObject identityJson(const Row &row);
/// Arguments for sentences about the record: entity, id (short), title.
[[nodiscard]] QMap<QString, QString> nameArgs(Session &session, const Target &target);

} // namespace dw::cli
