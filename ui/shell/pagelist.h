// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <memory>
#include <vector>

namespace dw::ui {

/// The pages of the workbench in the order of the rail.
[[nodiscard]] std::vector<std::unique_ptr<Page>> makePages(ShellServices &shell);

} // namespace dw::ui
