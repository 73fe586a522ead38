// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace dw {

class Reader;

/// The time zone of the workspace that a reader reads: the team's setting `zone`, else what the
/// workspace was made with; UTC where it has none that this system knows.
[[nodiscard]] QTimeZone zoneOf(Reader &reader);

} // namespace dw
