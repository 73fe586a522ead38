// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/services/imports/readsource.h"

namespace dw {

struct WorkspaceExportReport {
    qint64 rows = 0;  ///< Of all tables.
    qint64 files = 0; ///< Attached ones.
    qint64 bytes = 0; ///< Of everything before it is packed.
};

/// Writes the whole workspace, history and chain included, as the folder of CSV and JSON that
/// docs/FORMATS.md describes, or as one archive where the name ends with `.zip`. One snapshot,
/// while others write. A folder must not exist yet, or be empty; an older archive stands until the
/// new one is whole. What is half made is removed. Any thread. Progress counts rows. Fails as
/// checkExportTarget(), "export.folder_taken" {folder}, "export.unfinished_job" (Busy: an import is
/// not finished), "export.not_exact" {table, column} (Damaged: a value that the form cannot hold),
/// "export.file_missing" {file} (Damaged: an attachment), "export.not_written" {file}, "cancelled".
[[nodiscard]] Result<WorkspaceExportReport> exportWorkspace(const ReadSource &source,
                                                            const QString &path,
                                                            const WorkProgress &progress = {},
                                                            const StopToken &stop = {});

} // namespace dw
