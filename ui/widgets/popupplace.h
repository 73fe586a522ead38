// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QSize>

class QWidget;

namespace dw::ui {

/// Where a popup of this size goes, in global coordinates: 4 px under the anchor, left edges in
/// line; above it where the screen ends below, and moved left where it ends at the right.
[[nodiscard]] QPoint popupPlace(const QWidget *anchor, const QSize &size);

} // namespace dw::ui
