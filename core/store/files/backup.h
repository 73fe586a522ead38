// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/stoptoken.h"
#include "core/store/files/workspacefiles.h"
#include "core/store/sqlite/sqlite.h"

#include <functional>
#include <vector>

namespace dw {

/// Why a backup was made; its name says so.
enum class BackupKind {
    Migration, ///< Before the schema changes.
    Scheduled, ///< By the calendar; the only kind that is removed again.
    Manual,    ///< Somebody asked for it.
    Replaced   ///< What a restored backup took the place of.
};

/// A backup in the folder `backups`.
struct BackupFile {
    QString path;
    Instant at; ///< When it was made, in whole seconds.
    int schema = 0;
    BackupKind kind = BackupKind::Migration;
    qint64 size = 0; ///< Bytes.
};

/// Bytes of the copy; called on the thread that copies.
using CopyProgress = std::function<void(qint64 done, qint64 total)>;

/// Copies what the connection sees into a new file by VACUUM INTO, looks through the copy and
/// brings it to the disk. Nobody waits for it but the connection's own thread. Nothing stays where
/// it fails or is stopped. Fails: "store.*", "cancelled".
[[nodiscard]] Result<void> copyDatabase(Connection &c, const QString &to,
                                        const CopyProgress &progress = {},
                                        const StopToken &stop = {});

/// Refuses what is no database of ours, comes from a newer version or is damaged. Changes nothing.
/// Fails: "store.not_ours", "store.newer", "store.damaged", "store.*", "cancelled".
[[nodiscard]] Result<void> checkDatabase(const QString &path, const StopToken &stop = {});

/// A copy in `backups`, named by clock, schema and kind; seen under its name only when it is whole.
/// Returns its path. Fails as copyDatabase().
[[nodiscard]] Result<QString> backup(Connection &c, const WorkspacePaths &paths, const Clock &wall,
                                     BackupKind kind = BackupKind::Migration,
                                     const CopyProgress &progress = {}, const StopToken &stop = {});
/// The time in the name of a backup: 20260227T000000Z.
[[nodiscard]] QString backupStamp(Instant at);
/// Newest first; what does not bear such a name is no backup.
[[nodiscard]] std::vector<BackupFile> backupFiles(const WorkspacePaths &paths);
/// Their paths, newest first.
[[nodiscard]] QStringList backupsOf(const WorkspacePaths &paths);

/// Puts a backup (a path, or a name in `backups`) in the database's place. What was there is kept:
/// as a backup of the kind Replaced where it can be read, else as it is, as
/// `workspace.damaged-<time>`. Returns where; empty where there was nothing. The lock must be held
/// and nobody may have the database open. Killed anywhere, finishRestore() brings it to the end
/// from the moment on that the copy is whole; before, nothing has changed. Fails:
/// "workspace.no_backup" with {file} (NotFound), "store.damaged" and as probe() where the backup is
/// no good itself, "store.*", "cancelled".
[[nodiscard]] Result<QString> restoreBackup(const WorkspacePaths &paths, const QString &backup,
                                            const Clock &wall, const StopToken &stop = {});
/// A restore was cut off after the copy was whole: the workspace must not be opened before
/// finishRestore().
[[nodiscard]] bool isRestorePending(const WorkspacePaths &paths);
/// Brings a restore to its end; nothing happens where none is pending. The lock must be held.
/// Fails: "store.io".
[[nodiscard]] Result<void> finishRestore(const WorkspacePaths &paths);

} // namespace dw
