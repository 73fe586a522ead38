// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"

namespace dw {

// What a job keeps of the import that made it: enough to try its rejected rows again, and to tell
// its figures. docs/FORMATS.md has the members.

[[nodiscard]] QByteArray jobRequestJson(const ImportRequest &request,
                                        const std::vector<ImportSource> &sources,
                                        const ImportReport &report);
[[nodiscard]] QByteArray jobReportJson(const ImportReport &report);

/// How a job was asked for.
struct JobRequest {
    ImportRequest request; ///< Its sources have no files, but names and mappings.
    std::vector<std::pair<QString, QStringList>> headers; ///< By name of the file.
};
/// Fails: "import.job_unreadable" (Damaged).
[[nodiscard]] Result<JobRequest> jobRequestFrom(const QByteArray &json);

/// The figures that jobReportJson() wrote, for lists of jobs; empty ones where it cannot be read.
[[nodiscard]] ImportReport jobReportFrom(const QByteArray &json);

} // namespace dw
