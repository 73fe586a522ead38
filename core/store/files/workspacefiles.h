// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <memory>
#include <optional>

namespace dw {

/// Where the parts of a workspace lie.
struct WorkspacePaths {
    QString folder;
    [[nodiscard]] QString database() const; ///< workspace.dealwright
    [[nodiscard]] QString lock() const;     ///< workspace.lock
    [[nodiscard]] QString files() const;
    [[nodiscard]] QString jobs() const;
    [[nodiscard]] QString backups() const;
    /// Takes the folder or its `.dealwright` file.
    [[nodiscard]] static WorkspacePaths of(const QString &typed);
};

/// Who holds a workspace.
struct LockHolder {
    qint64 pid = 0;
    QString host;
    QString program;
};

/// What the lock file says; pid 0 and empty texts where there is none or it cannot be read.
[[nodiscard]] LockHolder lockHolder(const WorkspacePaths &paths);

/// The right to write: an exclusive file beside the database (pid, host, program as JSON), held for
/// as long as it lives. The system's lock on that file decides: what a dead process left is taken
/// over, a damaged one too, if no process holds the file.
class WorkspaceLock {
public:
    /// Fails: "workspace.held" (Busy, {pid, host, program}), "workspace.readonly" (Io: the folder
    /// cannot be written), "workspace.none" (NotFound: no such folder), "workspace.lock" (Io:
    /// something else lies in its place), "store.full". Another run of the same program is waited
    /// for, up to `waitMs` milliseconds: command lines are short. Blocks the thread.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceLock>> take(const WorkspacePaths &paths,
                                                                     int waitMs = 0);
    /// What a process that ended too early left in the file; absent where there was none.
    [[nodiscard]] const std::optional<LockHolder> &left() const { return m_left; }
    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock &) = delete;
    WorkspaceLock &operator=(const WorkspaceLock &) = delete;

private:
    WorkspaceLock() = default;
    QString m_path;
    std::optional<LockHolder> m_left;
    int m_fd = -1;
};

/// Refuses a network or synced folder (which need not exist yet): "workspace.network" with {kind,
/// folder}. Local kinds, and kinds it does not know, pass.
[[nodiscard]] Result<void> checkFolderKind(const QString &folder);
/// The same where the name of the file system ("ext4", "nfs4", "fuse.sshfs") is known.
[[nodiscard]] Result<void> checkFolderKind(const QString &folder, const QString &fileSystem);
/// Name of the file system that the folder is on or would be made on; empty where the system does
/// not say.
[[nodiscard]] QString fileSystemOf(const QString &folder);
/// The folder itself, or the nearest one above it that exists.
[[nodiscard]] QString nearestFolder(const QString &path);
/// Makes sure that what was written to the file is on the disk. False where that failed.
[[nodiscard]] bool syncFile(const QString &path);
/// Makes sure that the names in the folder are on the disk. False where that failed; true where the
/// system has no such thing.
[[nodiscard]] bool syncFolder(const QString &folder);
/// Makes the folder and its parts. Fails: "workspace.readonly" with {folder}, "store.full".
[[nodiscard]] Result<void> makeFolders(const WorkspacePaths &paths);

} // namespace dw
