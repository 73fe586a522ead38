// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/jobs/jobs.h"
#include "ui/shell/page.h"

namespace dw::ui {

/// Asks over `over` whether the job is to be stopped (an import: taken back as a whole), and stops
/// it where the person says so.
void askToCancelJob(const JobInfo &job, ShellServices &shell, QWidget *over);

/// Goes on with a job that pauses or stands still, or pauses it; failures are told.
void pauseOrResume(const JobInfo &job, ShellServices &shell);

/// True where pauseOrResume() would go on with it.
[[nodiscard]] bool isHalted(const JobInfo &job);

} // namespace dw::ui
