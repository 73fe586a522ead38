// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/columnview.h"

#include "ui/models/columnmodel.h"
#include "ui/pages/board/carddelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace dw::ui {

ColumnView::ColumnView(ColumnModel *model, ShellServices &shell, QWidget *parent)
    : QListView(parent),
      m_column(model),
      m_shell(shell),
      m_delegate(new CardDelegate(shell, this)) {
    setObjectName(QStringLiteral("columnView"));
    setModel(model);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(model->stage().name);
    connect(&shell.theme(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

const BoardCard *ColumnView::currentCard() const { return m_column->card(currentIndex()); }

int ColumnView::dropRowAt(const QPoint &point) const {
    constexpr int pitch = CardPainter::height + CardPainter::gap;
    const int y = point.y() + verticalOffset();
    return std::clamp((y + pitch / 2) / pitch, 0, m_column->rowCount());
}

void ColumnView::setDropRow(int row) {
    if (row == m_dropRow)
        return;
    m_dropRow = row;
    viewport()->update();
}

void ColumnView::setDragged(RecordId deal) {
    m_delegate->setDragged(deal);
    viewport()->update();
}

void ColumnView::select(RecordId deal) {
    const int row = m_column->rowOf(deal);
    if (row < 0) {
        setCurrentIndex({});
        return;
    }
    setCurrentIndex(m_column->index(row));
    scrollTo(currentIndex());
}

void ColumnView::keyPressEvent(QKeyEvent *event) {
    const BoardCard *card = currentCard();
    const bool moves = event->modifiers().testFlag(Qt::ControlModifier);
    const int key = event->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int step = key == Qt::Key_Left ? -1 : 1;
        if (moves && card)
            emit stepAsked(card->id, step);
        else if (!moves)
            emit focusAsked(step, card ? visualRect(currentIndex()).center().y() : 0);
        return;
    }
    if (moves && card && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        emit shiftAsked(card->id, key == Qt::Key_Up ? -1 : 1);
        return;
    }
    if (card && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        emit opened(card->id);
        return;
    }
    QListView::keyPressEvent(event);
}

void ColumnView::mousePressEvent(QMouseEvent *event) {
    m_pressedCard = {};
    if (event->button() == Qt::LeftButton) {
        m_pressed = event->position().toPoint();
        if (const BoardCard *card = m_column->card(indexAt(m_pressed)))
            m_pressedCard = card->id;
    }
    QListView::mousePressEvent(event);
}

void ColumnView::mouseMoveEvent(QMouseEvent *event) {
    const QPoint here = event->position().toPoint();
    if (!event->buttons().testFlag(Qt::LeftButton) || m_pressedCard.isNull()) {
        QListView::mouseMoveEvent(event);
        return;
    }
    if ((here - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    const int row = m_column->rowOf(m_pressedCard);
    const RecordId deal = std::exchange(m_pressedCard, {});
    if (row >= 0) {
        const QPoint grip = m_pressed - visualRect(m_column->index(row)).topLeft();
        emit dragStarted(deal, grip, event->globalPosition().toPoint());
    }
}

void ColumnView::mouseReleaseEvent(QMouseEvent *event) {
    const RecordId deal = std::exchange(m_pressedCard, {});
    QListView::mouseReleaseEvent(event);
    if (!deal.isNull() && event->button() == Qt::LeftButton)
        emit opened(deal);
}

// The release behind a double click would open the card a second time.
void ColumnView::mouseDoubleClickEvent(QMouseEvent *event) { event->accept(); }

void ColumnView::paintEvent(QPaintEvent *event) {
    QListView::paintEvent(event);
    if (m_dropRow < 0)
        return;
    constexpr int pitch = CardPainter::height + CardPainter::gap;
    const qreal y = m_dropRow * pitch - verticalOffset() - CardPainter::gap / 2.0 + 1;
    const QColor accent = m_shell.theme().tokens().accent;
    QPainter p(viewport());
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(accent, 2));
    p.drawLine(QPointF(6, std::max(1.0, y)), QPointF(viewport()->width(), std::max(1.0, y)));
    p.setPen(Qt::NoPen);
    p.setBrush(accent);
    p.drawEllipse(QPointF(3, std::max(3.0, y)), 3, 3);
}

// The base class would choose a neighbour of a card that leaves, which nobody asked for.
void ColumnView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) {
    if (currentIndex().row() >= start && currentIndex().row() <= end)
        setCurrentIndex({});
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void ColumnView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QListView::currentChanged(current, previous);
    if (const BoardCard *card = m_column->card(current))
        emit currentChangedTo(card->id);
}

void ColumnView::resizeEvent(QResizeEvent *event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace dw::ui
