// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/services/jobs/jobs.h"

namespace dw::cli {

/// A job as docs/CLI.md has it.
[[nodiscard]] QJsonObject jobJson(const JobInfo &job, const Catalog &catalog);
/// Waits for a job with its progress, until it stands still; an interrupt takes an import back.
/// Fails as Jobs::wait(), and with the reason why the job stands where it failed.
[[nodiscard]] Result<JobInfo> waitFor(Session &session, qint64 number);
/// Takes a set back, or does it again, as a job; answers as `undo` does. Fails also:
/// "undo.nothing".
[[nodiscard]] Result<Committed> undoAsJob(Session &session, qint64 set);

} // namespace dw::cli
