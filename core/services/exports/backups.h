// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/readsource.h"
#include "core/store/files/backup.h"

namespace dw {

/// How often and how many: settings `backup.every` and `backup.keep`.
struct BackupPlan {
    enum class Every { Never, Day, Week };
    Every every = Every::Day;
    int daily = 7;  ///< Days whose last scheduled backup stays.
    int weekly = 4; ///< Weeks (Monday to Sunday), the same.

    /// As the settings say; what cannot be read is as usual.
    [[nodiscard]] static BackupPlan of(Reader &reader);
};

/// Milliseconds between two backups.
[[nodiscard]] qint64 msBetween(BackupPlan::Every every);
/// The newest of those that hold what the workspace held then; `there` is newest first.
[[nodiscard]] std::optional<BackupFile> newestBackup(const std::vector<BackupFile> &there,
                                                     Instant now);
/// A scheduled backup is due: the newest is older than the plan allows, or there is none. What a
/// restore replaced is no backup of what there is now, and one from the future counts for nothing.
[[nodiscard]] bool isBackupDue(const BackupPlan &plan, const std::vector<BackupFile> &there,
                               Instant now);
/// The scheduled backups that the plan no longer keeps; the newest always stays. Of a day or a week
/// (of the zone, from Monday) that has some, the last one counts.
[[nodiscard]] std::vector<BackupFile> superfluousBackups(const BackupPlan &plan,
                                                         const std::vector<BackupFile> &there,
                                                         const QTimeZone &zone);

/// A backup in the workspace's own folder `backups`, from a snapshot, while others write; scheduled
/// ones that are no longer kept are removed afterwards. Returns its path. Any thread. Fails as
/// backup().
[[nodiscard]] Result<QString> backUp(const ReadSource &source, BackupKind kind,
                                     const BackupPlan &plan, const Clock &wall,
                                     const WorkProgress &progress = {}, const StopToken &stop = {});

/// A backup anywhere: the database alone where the name ends with `.dealwright`, database and
/// attached files where it ends with `.zip`. An older file stands until the new one is whole and
/// was looked through. Any thread. Fails: "backup.unknown_format" {file}, "backup.files_left_out"
/// {count} (Invalid: attached files need an archive), as checkExportTarget(), "export.not_written"
/// {file}, "store.*", "cancelled".
[[nodiscard]] Result<void> backUpTo(const ReadSource &source, const QString &path,
                                    const WorkProgress &progress = {}, const StopToken &stop = {});

/// Restores what backUp() or backUpTo() made into the workspace, whose lock must be held; there may
/// be none yet. Returns where what was there before is kept; empty where there was nothing. Fails
/// as restoreBackup() and "archive.*".
[[nodiscard]] Result<QString> restoreFrom(const WorkspacePaths &paths, const QString &from,
                                          const Clock &wall, const StopToken &stop = {});

} // namespace dw
