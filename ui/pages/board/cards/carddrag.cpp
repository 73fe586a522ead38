// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/cards/carddrag.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace dw::ui {

namespace {

constexpr int shadow = 10, labelHeight = 22, labelRoom = 180;

} // namespace

CardDrag::CardDrag(std::vector<RecordId> deals, CardFace face, int width, QPoint grip,
                   ShellServices &shell, QWidget *board)
    : QWidget(board),
      m_deals(std::move(deals)),
      m_face(std::move(face)),
      m_painter(shell.theme()),
      m_shell(shell),
      m_grip(grip),
      m_cardWidth(width) {
    setObjectName(QStringLiteral("cardDrag"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    resize(width + 2 * shadow + labelRoom, cardsize::height + 2 * shadow + labelHeight);
    show();
    raise();
    setFocus();
    grabMouse(Qt::ClosedHandCursor);
}

void CardDrag::follow(const QPoint &global) {
    move(parentWidget()->mapFromGlobal(global) - m_grip - QPoint(shadow, shadow));
}

void CardDrag::setLabel(const QString &label, bool allowed) {
    m_label = label;
    m_allowed = allowed;
    update();
}

void CardDrag::mouseMoveEvent(QMouseEvent *event) { emit moved(event->globalPosition().toPoint()); }

void CardDrag::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || m_done)
        return;
    const QPoint global = event->globalPosition().toPoint();
    finish();
    emit dropped(global);
}

void CardDrag::keyPressEvent(QKeyEvent *event) {
    if (event->key() != Qt::Key_Escape || m_done)
        return;
    finish();
    emit cancelled();
}

void CardDrag::focusOutEvent(QFocusEvent *) {
    if (m_done)
        return;
    finish();
    emit cancelled();
}

void CardDrag::finish() {
    m_done = true;
    releaseMouse();
    hide();
    close();
}

void CardDrag::paintEvent(QPaintEvent *) {
    const Tokens &t = m_shell.theme().tokens();
    const QRectF card(shadow, shadow, m_cardWidth, cardsize::height);
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    for (int i = shadow; i > 0; i -= 2) {
        p.setBrush(QColor(10, 14, 22, 6));
        p.drawRoundedRect(card.adjusted(-i, -i + 3, i, i), metric::radiusCard + i,
                          metric::radiusCard + i);
    }
    if (m_deals.size() > 1) {
        p.setPen(QPen(t.border, 1));
        p.setBrush(t.surface);
        p.drawRoundedRect(card.translated(5, 5).adjusted(0.5, 0.5, -0.5, -0.5), metric::radiusCard,
                          metric::radiusCard);
    }
    m_painter.paint(p, card.topLeft(), m_cardWidth, m_face, {.marked = m_deals.size() > 1});
    if (m_label.isEmpty())
        return;
    p.setFont(m_shell.theme().font(metric::small, 500));
    const qreal width = QFontMetricsF(p.font()).horizontalAdvance(m_label) + 16;
    const QRectF tag(shadow + 10, card.bottom() - 4,
                     std::min(width, qreal(this->width()) - shadow - 10), labelHeight);
    p.setPen(Qt::NoPen);
    p.setBrush(m_allowed ? t.accent : t.danger);
    p.drawRoundedRect(tag, 4, 4);
    p.setPen(m_allowed ? t.onAccent : t.surface);
    p.drawText(tag.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
               QFontMetricsF(p.font()).elidedText(m_label, Qt::ElideRight, tag.width() - 16));
}

} // namespace dw::ui
