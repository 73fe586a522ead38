// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QComboBox>

namespace dw::ui {

/// A drop-down in the workbench's look; the wheel moves it only while it has the focus.
class Select final : public QComboBox {
    Q_OBJECT
public:
    Select(const Theme &theme, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace dw::ui
