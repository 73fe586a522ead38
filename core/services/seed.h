// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

namespace dw {

/// What is missing in `start`, filled: login from the environment, name, zone and currency. Fails:
/// "seed.zone" {value}, "money.currency".
[[nodiscard]] Result<Workspace::Start> completeStart(Workspace::Start start);

/// The rows of a new workspace as one set: the default pipeline and its stages, the team's
/// calendar, fiscal year and currency (all with v5 ids, so that two workspaces make the same rows),
/// the first person, and that this person sits here. Without a login nobody does.
[[nodiscard]] Work seedWork(const Workspace::Start &start, const Clock &clock);

/// True where nothing was ever written: the making of the workspace was cut off before its rows.
[[nodiscard]] Result<bool> needsSeed(Connection &c);

} // namespace dw
