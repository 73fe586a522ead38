// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importjob.h"
#include "core/services/imports/rejectsfile.h"
#include "core/services/jobs/jobs.h"

namespace dw {

/// The rejected rows of a job, with what it takes to show them and to try them again.
struct RejectedJob {
    JobInfo info;
    JobRequest asked;

    [[nodiscard]] bool has(const RejectedRow &row) const;
};

/// Fails: "job.unknown" {number}, "import.job_unreadable", "store.*".
[[nodiscard]] Result<RejectedJob> rejectedJob(Workspace &workspace, qint64 number);
/// The rows one by one.
[[nodiscard]] EachRejected rejectedRowsOf(Workspace &workspace, const RejectedJob &job);

/// Tries them again with the mapping and the settings that the job kept: all of them, or those of a
/// file that was mended (as writeRejects() wrote it). Where the job only added, what was made in a
/// row's stead meanwhile is filled. Rows that come in, or are rejected anew (then by the new job),
/// leave the list; rows of a file without the column `rejected: line` cannot be told and stay
/// ("import.retry_kept" among the notes). Fails: "import.nothing_rejected" {number}, as
/// rejectedJob() and runImport().
[[nodiscard]] Result<ImportReport> retryRejects(Workspace &workspace, qint64 number,
                                                const QString &mended, RecordId actor,
                                                const ImportProgress &progress = {},
                                                StopToken stop = {});

} // namespace dw
