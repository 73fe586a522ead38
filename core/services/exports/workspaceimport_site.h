// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacefiles.h"

namespace dw {

/// The folder beside the place of a workspace in which it is made (`<folder>.importing`), locked;
/// gone again unless it was moved there. What a process that died left in it is cleared.
class ImportSite {
public:
    /// Fails: "workspace.readonly" {folder}, "import.running" {folder} (Busy: another process works
    /// there), as makeFolders() and WorkspaceLock::take().
    [[nodiscard]] static Result<std::unique_ptr<ImportSite>> make(const WorkspacePaths &to);
    ~ImportSite();
    ImportSite(const ImportSite &) = delete;
    ImportSite &operator=(const ImportSite &) = delete;

    [[nodiscard]] const WorkspacePaths &paths() const { return m_paths; }
    /// The last step: the place gets the workspace as a whole. Fails: "workspace.readonly"
    /// {folder}.
    Result<void> moveTo(const WorkspacePaths &to);

private:
    ImportSite(WorkspacePaths paths, std::unique_ptr<WorkspaceLock> lock)
        : m_paths(std::move(paths)),
          m_lock(std::move(lock)) {}
    void clear() const;

    WorkspacePaths m_paths; ///< Empty once it was moved.
    std::unique_ptr<WorkspaceLock> m_lock;
};

} // namespace dw
