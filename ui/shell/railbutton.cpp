// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/railbutton.h"

#include "ui/theme/contrast.h"

#include <QEvent>
#include <QPainter>

namespace dw::ui {

namespace {

constexpr int wideIcon = 16;
constexpr int tallIcon = 18;
constexpr int tallIconTop = 6;
constexpr int tallLabelTop = 27;
constexpr int tallLabelHeight = 15;
constexpr int wideTextLeft = 34;

} // namespace

RailButton::RailButton(const Theme &theme, const QString &icon, QWidget *parent)
    : QAbstractButton(parent),
      m_theme(theme),
      m_icon(icon) {
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RailButton::setWide(bool wide) {
    m_wide = wide;
    update();
}

void RailButton::paintEvent(QPaintEvent *) {
    const Tokens &t = m_theme.tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    p.setPen(hasFocus() ? QPen(t.accent) : QPen(Qt::NoPen));
    if (isChecked())
        p.setBrush(t.accentSoft);
    else if (underMouse())
        p.setBrush(mixed(t.text, t.background, 0.05));
    p.drawRoundedRect(frame, metric::radiusControl, metric::radiusControl);

    const QColor color = isChecked() ? t.accent : t.secondary;
    const int weight = isChecked() ? 600 : 400;
    p.setPen(color);
    if (m_wide) {
        m_theme.paintIcon(p, QRectF(9, (height() - wideIcon) / 2.0, wideIcon, wideIcon), m_icon,
                          color);
        p.setFont(m_theme.font(metric::body, weight));
        p.drawText(rect().adjusted(wideTextLeft, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   text());
        return;
    }
    m_theme.paintIcon(p, QRectF((width() - tallIcon) / 2.0, tallIconTop, tallIcon, tallIcon),
                      m_icon, color);
    p.setFont(m_theme.font(metric::caption, weight));
    const QRect label(-4, tallLabelTop, width() + 8, tallLabelHeight);
    p.drawText(label, Qt::AlignCenter,
               p.fontMetrics().elidedText(text(), Qt::ElideRight, label.width()));
}

} // namespace dw::ui
