// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/select.h"

#include <QListView>
#include <QPainter>
#include <QWheelEvent>

namespace dw::ui {

namespace {
constexpr int arrow = 14;
constexpr int arrowMargin = 7;
} // namespace

Select::Select(const Theme &theme, QWidget *parent) : QComboBox(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    // The style sheet reaches the items only of a view that is set.
    setView(new QListView(this));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Select::paintEvent(QPaintEvent *event) {
    QComboBox::paintEvent(event);
    QPainter p(this);
    QColor color = m_theme.tokens().secondary;
    if (!isEnabled())
        color.setAlphaF(0.5F);
    const QRectF where(width() - arrow - arrowMargin, (height() - arrow) / 2.0, arrow, arrow);
    m_theme.paintIcon(p, where, QStringLiteral("chevron-down"), color);
}

void Select::wheelEvent(QWheelEvent *event) {
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace dw::ui
