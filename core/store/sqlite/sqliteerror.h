// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace dw {

/// A failure as SQLite reports it.
struct SqliteFailure {
    int code = 0;        ///< Extended result code.
    int systemError = 0; ///< errno or GetLastError() behind it; 0 = unknown.
    QString words;       ///< SQLite's own, for the detail.
    QString doing;       ///< What was tried, for the detail.
    QString path;        ///< The database.
};

/// What a caller can react to: Full, Damaged, Busy, Io, else Invalid (a programmer's mistake).
[[nodiscard]] Error errorOf(const SqliteFailure &failure);

/// "store.damaged" with {file} and {backups}: the newest backups of its workspace, or a dash.
[[nodiscard]] Error damagedError(const QString &database, QString detail);

} // namespace dw
