// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace dw::ui {

/// One line icon in a token's colour.
class IconLabel final : public QWidget {
    Q_OBJECT
public:
    IconLabel(const Theme &theme, int side, QWidget *parent);
    void setIcon(const QString &name, QColor Tokens::*color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
    QColor Tokens::*m_color = &Tokens::glyph;
};

} // namespace dw::ui
