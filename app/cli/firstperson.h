// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

namespace dw::cli {

/// Makes whoever is logged in the first person of a workspace that has none, and seats them here:
/// its making was cut off before that. Does nothing where there is a person. Fails as
/// Workspace::run.
[[nodiscard]] Result<void> seatFirstPerson(Workspace &workspace);

} // namespace dw::cli
