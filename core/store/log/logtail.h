// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/sqlite/sqlite.h"

#include <functional>

namespace dw {

/// How far somebody who follows the change log has read it.
struct LogPosition {
    qint64 record = 0; ///< Local position of the newest change record; 0 = none yet.
    ChangeId id;       ///< Its id.
    qint64 set = 0;    ///< Local number of the newest change set.
};

/// One change record behind a position.
struct LogTouch {
    QString entity;
    RecordId row;
    bool created = false; ///< The record made the row.
    QByteArray groups;    ///< As decodeGroups() reads them.
    qint64 set = 0;
    bool isImport = false; ///< The kind of its set.
};

/// The end of the log as the connection sees it.
[[nodiscard]] Result<LogPosition> logEnd(Connection &c);
/// True where the log still holds what was read up to that position, so that it can be read on from
/// there; false where it was put back (a backup came in its place, a job was dropped).
[[nodiscard]] Result<bool> holds(Connection &c, const LogPosition &position);
/// Hands over what was written behind the position, oldest first.
Result<void> readLogBehind(Connection &c, const LogPosition &position,
                           const std::function<Result<void>(const LogTouch &)> &take);
/// Hands over the rows of the entity that imports made, with the number of their set.
Result<void> readImported(Connection &c, const QString &entity,
                          const std::function<void(RecordId, qint64)> &take);

} // namespace dw
