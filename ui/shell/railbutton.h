// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace dw::ui {

/// One item of the rail.
class RailButton final : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const Theme &theme, const QString &icon, QWidget *parent);
    void setWide(bool wide);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    bool m_wide = false;
};

} // namespace dw::ui
