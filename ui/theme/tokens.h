// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QMetaType>

namespace dw::ui {

enum class Scheme { Light, Dark };

/// Every colour of the interface; the two sets stand in tokens.cpp and nowhere else.
struct Tokens {
    QColor background, surface, raised, sunken;
    QColor border, strongBorder;
    QColor text, secondary, faint, glyph; ///< `glyph` is for icons only.
    QColor accent, onAccent, accentSoft;
    QColor positive, positiveText, positiveSoft;
    QColor warning, warningText, warningSoft;
    QColor danger, dangerText, dangerSoft;
    QColor info, infoText;
};
[[nodiscard]] const Tokens &tokensOf(Scheme scheme);
/// A person's colour, the same on every machine: by name, from the colour-blind safe categories.
[[nodiscard]] QColor categoryColor(const QString &name);

namespace metric {
constexpr int grid = 4;
constexpr int radiusControl = 6, radiusCard = 8;
constexpr int caption = 11, small = 12, body = 13, section = 15, page = 20,
              figure = 28; ///< Type, px.
constexpr int row = 32, rowCompact = 26, control = 30, controlSmall = 24;
constexpr int rail = 200, railCollapsed = 56, topBar = 48, pageHead = 48, filterBar = 40,
              sidePanel = 315;
} // namespace metric

} // namespace dw::ui
