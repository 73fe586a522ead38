// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dw {

/// "0.1.0", as the build says.
[[nodiscard]] QString programVersion();

} // namespace dw
