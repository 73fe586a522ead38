// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importer.h"

namespace dw::desktop {

/// Folder of the sample set that came with the program (beside it, where it was installed, or in
/// its source tree); empty where there is none.
[[nodiscard]] QString sampleSet();
/// Where the sample workspace lies: <data of this user>/dealwright/sample.
[[nodiscard]] QString sampleWorkspace();

/// Makes the sample workspace from the set. Takes seconds: not on the GUI thread.
[[nodiscard]] Result<void> makeSample(const Workspace::Options &options,
                                      const Workspace::Start &start, const QString &set,
                                      const ImportProgress &progress, StopToken stop);
/// A copy of a workspace that lies where it must not be opened, without its lock, made in `to`.
/// Fails: "store.io" {file}, "workspace.exists" {folder}.
[[nodiscard]] Result<void> copyWorkspace(const QString &from, const QString &to, StopToken stop);

} // namespace dw::desktop
