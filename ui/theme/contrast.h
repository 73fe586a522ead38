// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace dw::ui {

/// Contrast of two opaque colours, 1..21. Source: WCAG 2.1, relative luminance.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// `share` (0..1) of `over` on `under`, both opaque.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, double share);

/// `color`, moved towards `toward` in steps until it reaches 4.5:1 on `background`; `toward` itself
/// where no step does.
[[nodiscard]] QColor readable(const QColor &color, const QColor &background, const QColor &toward);

} // namespace dw::ui
