// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobs/stagingfile.h"

namespace dw {

// How a staging file lies in its database; docs/FORMATS.md, "Job file".

/// One change record of the log to be, or one change of a row that stands.
struct StagedItem {
    enum class Kind {
        Made,  ///< The record that makes a row; the row itself stands beside it.
        Later, ///< A later record of a row that the file makes.
        Change ///< A change of a row that stands: `groups` is what encodeStagedChange() gives.
    };
    Kind kind = Kind::Made;
    QString entity;
    RecordId row;
    ChangeId change; ///< Drawn when staged; null for Change.
    StagedOrigin origin;
    QByteArray groups;
};

/// Version of the layout; others are refused.
constexpr int stagedVersion = 1;

[[nodiscard]] QString stagedSchema();
[[nodiscard]] QString insertItemSql();
/// "new_contact".
[[nodiscard]] QString stagedTable(const QString &entity);
/// Columns of the entity's table but for id, short_id, deleted, merged_into.
[[nodiscard]] QStringList stagedColumns(const EntityDesc &entity);
/// "keys_contact_by_account".
[[nodiscard]] QString stagedKeys(const QString &keyTable);

[[nodiscard]] std::vector<std::pair<QString, QByteArray>> factsOf(const StagedFile &file);

[[nodiscard]] QByteArray encodeStagedChange(const EntityDesc &entity, const Record &values,
                                            const std::vector<GroupVersion> &seen);
struct StagedChange {
    Record values;
    std::vector<GroupVersion> seen;
};
/// Fields that the entity does not know are left out. Fails: "job.damaged".
[[nodiscard]] Result<StagedChange> decodeStagedChange(const EntityDesc &entity, RecordId row,
                                                      const QByteArray &bytes);

/// The file's name for messages.
[[nodiscard]] Error damagedJob(const Connection &c, const QString &detail);

} // namespace dw
