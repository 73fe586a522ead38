// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace dw::ui {

/// A quiet button that opens a menu, with the mark of one behind its text.
class MenuButton final : public QPushButton {
    Q_OBJECT
public:
    MenuButton(const Theme &theme, const QString &icon, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace dw::ui
