// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowplace.h"

#include <QMargins>
#include <algorithm>

namespace dw::ui {

QRect placeWithin(const QRect &wanted, const QRect &room, const QMargins &frame) {
    const QRect inside = room.marginsRemoved(frame);
    const QSize size = wanted.size().boundedTo(inside.size());
    const int left = std::clamp(wanted.left(), inside.left(), inside.right() + 1 - size.width());
    const int top = std::clamp(wanted.top(), inside.top(), inside.bottom() + 1 - size.height());
    return {QPoint(left, top), size};
}

} // namespace dw::ui
