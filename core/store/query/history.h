// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/changerecord.h"
#include "core/store/query/reader.h"
#include "core/store/write/writetransaction.h"

namespace dw {

/// Reads the change log over one connection; belongs to its thread.
class History {
public:
    explicit History(Connection &connection) : m_connection(connection) {}

    /// Changes of one row, oldest first; only those that touch `field` (stable name) where one is
    /// named. `limit` 0 = all, else the newest so many.
    [[nodiscard]] Result<std::vector<ChangeRecord>> ofRecord(RecordId row,
                                                             const QString &field = {},
                                                             int limit = 0);
    /// The change that says why the field has its value; nullopt when nothing ever set it.
    [[nodiscard]] Result<std::optional<ChangeRecord>> why(RecordId row, const QString &field);
    /// The version of every merge group that was ever touched; groups set at creation stand at the
    /// creating change.
    [[nodiscard]] Result<std::vector<GroupVersion>> versions(RecordId row);
    [[nodiscard]] Result<std::optional<ChangeSet>> set(qint64 seq);
    [[nodiscard]] Result<std::vector<ChangeRecord>> ofSet(qint64 seq);
    /// Sets from `before` (0 = the newest) backwards.
    [[nodiscard]] Result<std::vector<ChangeSet>> sets(qint64 before, int limit);

    /// The row as it was known at `t`: nullopt where it did not exist or was deleted. Derived
    /// fields as of then too.
    [[nodiscard]] Result<std::optional<Record>> recordAt(const Catalog &catalog,
                                                         const QString &entity, RecordId row,
                                                         Instant t);
    /// Every row of the entity that existed at `t`, handed over one by one.
    Result<void> rowsAt(const Catalog &catalog, const QString &entity, Instant t,
                        const std::function<void(const Record &)> &take);

private:
    Connection &m_connection;
};

} // namespace dw
