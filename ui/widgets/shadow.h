// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

class QPainter;

namespace dw::ui {

/// Reach of a shadow beyond what floats, px.
constexpr int shadowReach = 14;

/// A soft shadow around a rounded rectangle that floats, a little below it.
void paintShadow(QPainter &p, const QRectF &rect, Scheme scheme);

} // namespace dw::ui
