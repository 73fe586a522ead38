// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacefiles.h"
#include "core/store/jobs/jobwork.h"

namespace dw {

/// What a staging file says of itself. Any thread. Fails: "job.damaged" {file}, "job.newer" {file},
/// "store.*".
[[nodiscard]] Result<StagedFile> readStaged(const QString &path);
/// How many steps the job has, for its progress: items, keys, rejected rows.
[[nodiscard]] qint64 stepsOf(const QString &path, const StagedFile &facts);

/// Makes ready what the writer needs for a job, over a connection of its own: the leaves of a set
/// that stands open, the rows that others have edited since, the set that is taken back. Takes
/// about a second for a million records. A job that is (to be) cancelled and whose file is damaged
/// goes without it. Fails: as readStaged(), "job.set_lost" {set}, "store.*".
[[nodiscard]] Result<JobWork::Options> loadJob(const WorkspacePaths &paths, const QString &vfs,
                                               const JobRow &job, bool cancel);

} // namespace dw
