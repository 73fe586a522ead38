// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace dw {

class Connection;

/// The time zone of the workspace behind a connection; UTC where it has none that this system
/// knows.
[[nodiscard]] QTimeZone zoneOf(Connection &c);

} // namespace dw
