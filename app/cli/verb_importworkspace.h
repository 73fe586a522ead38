// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace dw::cli {

/// True where `import` is asked to read a whole workspace back instead of a list.
[[nodiscard]] bool meansWorkspace(const Session &session);
/// `import workspace IN`: makes the workspace that `export workspace` wrote.
[[nodiscard]] Exit importWorkspaceInto(Session &session);

} // namespace dw::cli
