// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/personbutton.h"

#include "ui/theme/contrast.h"
#include "ui/widgets/avatar.h"

#include <QPainter>

namespace dw::ui {

namespace {
constexpr int avatarSide = 24;
constexpr int margin = 4;
constexpr int gap = 8;
constexpr int arrow = 14;
constexpr int mostText = 160;
} // namespace

PersonButton::PersonButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent),
      m_theme(theme) {
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PersonButton::setPerson(const QString &name, const QString &shown) {
    m_name = name;
    setText(name.isEmpty() ? shown : name);
    updateGeometry();
    update();
}

QSize PersonButton::sizeHint() const {
    const QFontMetrics metrics(m_theme.font(metric::body));
    const int label = std::min(metrics.horizontalAdvance(QAbstractButton::text()) + 1, mostText);
    return {margin + avatarSide + gap + label + gap + arrow + margin, metric::control};
}

void PersonButton::paintEvent(QPaintEvent *) {
    const Tokens &t = m_theme.tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown() || hasFocus()) {
        p.setPen(hasFocus() ? QPen(t.accent) : QPen(Qt::NoPen));
        p.setBrush(underMouse() || isDown() ? mixed(t.text, t.surface, 0.05) : t.surface);
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::radiusControl,
                          metric::radiusControl);
    }
    const QRectF circle(margin, (height() - avatarSide) / 2.0, avatarSide, avatarSide);
    if (m_name.isEmpty())
        m_theme.paintIcon(p, circle.adjusted(3, 3, -3, -3), QStringLiteral("user"), t.secondary);
    else
        paintAvatar(p, circle, m_name, m_theme, t.surface);
    p.setPen(t.text);
    p.setFont(m_theme.font(metric::body));
    const int left = margin + avatarSide + gap;
    const QRect label(left, 0, width() - left - gap - arrow - margin, height());
    p.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
               p.fontMetrics().elidedText(text(), Qt::ElideRight, label.width() + 2));
    m_theme.paintIcon(p, QRectF(width() - margin - arrow, (height() - arrow) / 2.0, arrow, arrow),
                      QStringLiteral("chevron-down"), t.secondary);
}

} // namespace dw::ui
