// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/waybutton.h"

#include <QPainter>

namespace dw::ui {

namespace {

constexpr int padding = 12;
constexpr int iconSide = 20;
constexpr int textLeft = 46;
constexpr int textTop = 9;
constexpr int lineHeight = 20;
constexpr int usualWidth = 440;

} // namespace

WayButton::WayButton(const Theme &theme, const QString &icon, const QString &text,
                     const QString &hint, QWidget *parent)
    : QPushButton(text, parent),
      m_theme(theme),
      m_icon(icon),
      m_hint(hint) {
    setAccessibleDescription(hint);
    setAutoDefault(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QRect WayButton::hintArea(int width) const {
    const QFontMetrics metrics(m_theme.font(metric::small));
    const QRect room(textLeft, textTop + lineHeight, width - textLeft - padding, 400);
    return metrics.boundingRect(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_hint);
}

QSize WayButton::sizeHint() const {
    return {usualWidth, hintArea(usualWidth).bottom() + textTop + 2};
}

void WayButton::paintEvent(QPaintEvent *) {
    const Tokens &t = m_theme.tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool lit = hasFocus() || underMouse();
    p.setPen(QPen(hasFocus() ? t.accent : lit ? t.strongBorder : t.border, 1));
    p.setBrush(isDown() ? t.accentSoft : t.surface);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::radiusCard,
                      metric::radiusCard);
    m_theme.paintIcon(p, QRectF(padding + 2, (height() - iconSide) / 2.0, iconSide, iconSide),
                      m_icon, t.accent);
    p.setPen(t.text);
    p.setFont(m_theme.font(metric::body, 600));
    p.drawText(QRect(textLeft, textTop, width() - textLeft - padding, lineHeight),
               Qt::AlignLeft | Qt::AlignVCenter, text());
    p.setPen(t.secondary);
    p.setFont(m_theme.font(metric::small));
    p.drawText(hintArea(width()).adjusted(0, 0, 2, 2), Qt::AlignLeft | Qt::TextWordWrap, m_hint);
}

} // namespace dw::ui
