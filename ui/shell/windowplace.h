// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace dw::ui {

/// The place of a window's content that comes nearest to `wanted` with the whole window inside
/// `room`; `frame` is what the window manager draws around it.
[[nodiscard]] QRect placeWithin(const QRect &wanted, const QRect &room, const QMargins &frame);

} // namespace dw::ui
