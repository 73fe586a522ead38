// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconlabel.h"

#include <QPainter>

namespace dw::ui {

IconLabel::IconLabel(const Theme &theme, int side, QWidget *parent)
    : QWidget(parent),
      m_theme(theme) {
    setFixedSize(side, side);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconLabel::setIcon(const QString &name, QColor Tokens::*color) {
    m_name = name;
    m_color = color;
    update();
}

void IconLabel::paintEvent(QPaintEvent *) {
    if (m_name.isEmpty())
        return;
    QPainter p(this);
    m_theme.paintIcon(p, rect(), m_name, m_theme.tokens().*m_color);
}

} // namespace dw::ui
