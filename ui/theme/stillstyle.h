// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace dw::ui {

/// Fusion without motion: nothing fades, slides or glides by itself, so whoever told the system to
/// do without motion gets none.
class StillStyle final : public QProxyStyle {
    Q_OBJECT
public:
    StillStyle();
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *answer) const override;
};

/// Turns off the effects that Qt gives menus, lists and tooltips.
void stopEffects();

} // namespace dw::ui
