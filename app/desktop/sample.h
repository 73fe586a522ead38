// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/demo/demo.h"

namespace dw::desktop {

/// Where the sample workspace of a language lies: <data of this user>/dealwright/Sample company, or
/// 示例公司.
[[nodiscard]] QString sampleWorkspace(Language language);

/// Makes the sample workspace in the language of `start`: there is either all of it or none. Takes
/// seconds: not on the GUI thread. Fails as Workspace::create and runDemo do.
[[nodiscard]] Result<void> makeSample(const Workspace::Options &options,
                                      const Workspace::Start &start, const DemoProgress &progress,
                                      StopToken stop);
/// A copy of a workspace that lies where it must not be opened, without its lock, made in `to`.
/// Fails: "store.io" {file}, "workspace.exists" {folder}.
[[nodiscard]] Result<void> copyWorkspace(const QString &from, const QString &to, StopToken stop);

} // namespace dw::desktop
