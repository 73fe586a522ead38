// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacefiles.h"

#include <vector>

namespace dw {

/// Takes the right to write. A lock that a dead process left, or a damaged one, is taken over and
/// noted: "opening.lock_taken_over" {pid, host, program}, "opening.lock_damaged" {file}.
[[nodiscard]] Result<std::unique_ptr<WorkspaceLock>> takeLock(const WorkspacePaths &paths,
                                                              int waitMs,
                                                              std::vector<Message> &notes);

/// Drops what a dead process left: what was still being staged ("opening.job_dropped" {file}) and
/// half-made databases and backups
/// ("opening.half_made_dropped" {file}). Only for who holds the lock.
void dropLeftovers(const WorkspacePaths &paths, std::vector<Message> &notes);

} // namespace dw
