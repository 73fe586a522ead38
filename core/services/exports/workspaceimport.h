// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/services/imports/readsource.h"

namespace dw {

struct WorkspaceImportReport {
    qint64 rows = 0;   ///< Of all tables.
    qint64 files = 0;  ///< Attached ones.
    QString workspace; ///< Its UUID.
};

/// Makes the workspace anew that exportWorkspace() wrote, from its folder or archive: an equal one,
/// the device and its chain included. Nothing is at `to` before everything was read, compared with
/// the manifest and found whole as `check` does; it is made beside that place, in
/// `<folder>.importing`. There must be nothing at `to`, or an empty folder. Any thread. Progress
/// counts rows. Fails: "workspace.exists", "import.folder_taken" {folder}, "import.running"
/// {folder} (Busy), "import.not_an_export" {file}, "import.newer_export" {file, found, known}
/// (Newer), "import.bad_manifest" {file, member}, "import.file_missing" {file}, "import.wrong_file"
/// {file} (its length or hash is another), "import.bad_line" {file, line, column},
/// "import.wrong_count" {file, found, expected}, "import.bad_table" {table, column},
/// "import.damaged_export" (with what the check found), "archive.*", "csv.*", "store.*",
/// "cancelled".
[[nodiscard]] Result<WorkspaceImportReport> importWorkspace(const QString &from,
                                                            const WorkspacePaths &to,
                                                            const WorkProgress &progress = {},
                                                            const StopToken &stop = {},
                                                            const QString &vfs = {});

} // namespace dw
