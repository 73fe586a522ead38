// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/menubutton.h"

#include <QPainter>

namespace dw::ui {

namespace {
constexpr int iconSide = 16;
constexpr int arrow = 14;
constexpr int arrowMargin = 8;
} // namespace

MenuButton::MenuButton(const Theme &theme, const QString &icon, QWidget *parent)
    : QPushButton(parent),
      m_theme(theme) {
    // The style sheet keeps room for the mark.
    setProperty("kind", QStringLiteral("menu"));
    setIcon(theme.icon(icon));
    setIconSize({iconSide, iconSide});
    setAutoDefault(false);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MenuButton::paintEvent(QPaintEvent *event) {
    QPushButton::paintEvent(event);
    QPainter p(this);
    QColor color = m_theme.tokens().secondary;
    if (!isEnabled())
        color.setAlphaF(0.5F);
    const QRectF where(width() - arrow - arrowMargin, (height() - arrow) / 2.0, arrow, arrow);
    m_theme.paintIcon(p, where, QStringLiteral("chevron-down"), color);
}

} // namespace dw::ui
