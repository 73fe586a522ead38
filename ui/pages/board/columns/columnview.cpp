// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/columns/columnview.h"

#include "ui/models/boardstore.h"
#include "ui/models/cardmarks.h"
#include "ui/pages/board/cards/carddelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace dw::ui {

ColumnView::ColumnView(ColumnModel *model, const BoardStore &store, CardMarks &marks,
                       ShellServices &shell, QWidget *parent)
    : QListView(parent),
      m_column(model),
      m_marks(marks),
      m_shell(shell),
      m_delegate(new CardDelegate(store, marks, shell, this)) {
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
    model->setDescriber([this](const BoardCard &card) {
        return CardWords::spoken(card, m_delegate->sceneOf(card), *m_shell.workspace().catalog(),
                                 m_marks.has(card.id));
    });
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row)
                    m_delegate->forget(m_column->cards()[size_t(row)]->id);
            });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_before = verticalScrollBar()->value();
        m_beforeCard = currentCard() ? currentCard()->id : RecordId();
    });
    connect(model, &QAbstractItemModel::modelReset, this, &ColumnView::resume);
    connect(model, &ColumnModel::valuesChanged, this, &ColumnView::renew);
    connect(&shell.theme(), &Theme::changed, this, &ColumnView::renew);
    connect(&marks, &CardMarks::changed, viewport(), qOverload<>(&QWidget::update));
}

/// A list that was read anew is looked at where it was before.
void ColumnView::resume() {
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(m_before);
    const int row = m_beforeCard.isNull() ? -1 : m_column->rowOf(m_beforeCard);
    if (row < 0)
        return;
    // It is the same card: nobody chose another.
    const QSignalBlocker quiet(this);
    setCurrentIndex(m_column->index(row));
    verticalScrollBar()->setValue(m_before);
}

const BoardCard *ColumnView::currentCard() const { return m_column->card(currentIndex()); }

int ColumnView::dropRowAt(const QPoint &point) const {
    const int y = point.y() + verticalOffset();
    return std::clamp((y + cardsize::pitch / 2) / cardsize::pitch, 0, m_column->rowCount());
}

void ColumnView::setDropRow(int row) {
    if (row == m_dropRow)
        return;
    m_dropRow = row;
    viewport()->update();
}

void ColumnView::setDragged(const std::vector<RecordId> &deals) {
    m_delegate->setDragged(deals);
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

void ColumnView::renew() {
    m_delegate->forget();
    viewport()->update();
}

/// Keys that move cards, or the focus to another column.
bool ColumnView::moveKey(QKeyEvent *event) {
    const BoardCard *card = currentCard();
    const bool moves = event->modifiers().testFlag(Qt::ControlModifier);
    const int key = event->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int step = key == Qt::Key_Left ? -1 : 1;
        if (moves && card)
            emit stepAsked(card->id, step);
        else if (!moves)
            emit focusAsked(step, card ? visualRect(currentIndex()).center().y() : 0);
        return true;
    }
    if (moves && card && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        emit shiftAsked(card->id, key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    return false;
}

/// Keys that mark cards.
bool ColumnView::markKey(QKeyEvent *event) {
    if (event->matches(QKeySequence::SelectAll)) {
        std::vector<RecordId> all;
        for (const BoardCard *card : m_column->cards())
            all.push_back(card->id);
        m_marks.add(all);
        return true;
    }
    const BoardCard *card = currentCard();
    if (!card)
        return false;
    if (event->key() == Qt::Key_Space) {
        m_marks.toggle(card->id);
        m_anchor = currentIndex().row();
        return true;
    }
    const int step = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (step == 0 || event->modifiers() != Qt::ShiftModifier)
        return false;
    const int from = currentIndex().row();
    if (!m_marks.has(card->id))
        m_anchor = from;
    const int to = std::clamp(from + step, 0, m_column->rowCount() - 1);
    setCurrentIndex(m_column->index(to));
    markTo(to);
    return true;
}

/// Marks everything from the anchor to a row.
void ColumnView::markTo(int row) {
    const int from = m_anchor < 0 || m_anchor >= m_column->rowCount() ? row : m_anchor;
    std::vector<RecordId> range;
    for (int i = std::min(from, row); i <= std::max(from, row); ++i)
        range.push_back(m_column->cards()[size_t(i)]->id);
    m_marks.add(range);
}

void ColumnView::keyPressEvent(QKeyEvent *event) {
    if (moveKey(event) || markKey(event))
        return;
    const BoardCard *card = currentCard();
    if (card && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit opened(card->id);
        return;
    }
    // Letters are the board's: the base class would look for a card that begins with them.
    const bool plain = event->modifiers() == Qt::NoModifier && !event->text().isEmpty()
                       && event->text().at(0).isLetterOrNumber();
    if (plain)
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

bool ColumnView::isOnCheck(const QPoint &point) const {
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return false;
    const QRect card = visualRect(index);
    return point.x() >= card.right() - 30 && point.y() <= card.top() + 30;
}

void ColumnView::markClicked(const QModelIndex &index, Qt::KeyboardModifiers keys) {
    if (keys.testFlag(Qt::ShiftModifier)) {
        if (m_anchor < 0 && currentIndex().isValid())
            m_anchor = currentIndex().row();
        markTo(index.row());
    } else {
        m_marks.toggle(m_column->card(index)->id);
        m_anchor = index.row();
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

void ColumnView::mousePressEvent(QMouseEvent *event) {
    m_pressedCard = {};
    m_marking = false;
    if (event->button() == Qt::LeftButton) {
        m_pressed = event->position().toPoint();
        const QModelIndex index = indexAt(m_pressed);
        const auto keys = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        if (index.isValid() && (keys || isOnCheck(m_pressed))) {
            m_marking = true;
            setFocus(Qt::MouseFocusReason);
            markClicked(index, event->modifiers());
            return;
        }
        if (const BoardCard *card = m_column->card(index))
            m_pressedCard = card->id;
        // The press of a drag of several must not choose another card.
        if (m_marks.has(m_pressedCard)) {
            setFocus(Qt::MouseFocusReason);
            return;
        }
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
    if (std::exchange(m_marking, false))
        return;
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
    const qreal y = m_dropRow * cardsize::pitch - verticalOffset() - cardsize::gap / 2.0 + 1;
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

void ColumnView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                             const QList<int> &roles) {
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row)
        m_delegate->forget(m_column->cards()[size_t(row)]->id);
    QListView::dataChanged(topLeft, bottomRight, roles);
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
