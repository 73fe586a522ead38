// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardstore.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/cards/carddelegate.h"
#include "ui/pages/board/cards/carddrag.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"

#include <QScrollBar>

namespace dw::ui {

namespace {

constexpr int edge = 36, scrollStep = 14, scrollMs = 16;

} // namespace

void BoardView::startDrag(int from, RecordId deal, QPoint grip, QPoint global) {
    const BoardCard *card = m_store.card(deal);
    if (!card)
        return;
    const std::vector<RecordId> deals = withMarked(deal);
    ColumnView *view = m_columns[size_t(from)]->view();
    const int width = view->viewport()->width();
    m_drag =
        new CardDrag(deals, faceOf(*card, view->cards().sceneOf(*card), m_shell.theme(), width),
                     width, grip, m_shell, window());
    m_dragFrom = from;
    for (BoardColumn *column : m_columns)
        column->view()->setDragged(deals);
    connect(m_drag, &CardDrag::moved, this, &BoardView::drag);
    connect(m_drag, &CardDrag::dropped, this, &BoardView::drop);
    connect(m_drag, &CardDrag::cancelled, this, &BoardView::endDrag);
    m_scrollTimer = startTimer(scrollMs);
    m_dragOver = -1;
    drag(global);
}

BoardView::Target BoardView::targetAt(const QPoint &global) const {
    if (!rect().contains(mapFromGlobal(global)))
        return {};
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const QPoint inside = m_columns[i]->mapFromGlobal(global);
        if (inside.x() >= -4 && inside.x() < m_columns[i]->width() + 4) {
            const ColumnView *view = m_columns[i]->view();
            return {int(i), view->dropRowAt(view->viewport()->mapFromGlobal(global))};
        }
    }
    return {};
}

void BoardView::drag(const QPoint &global) {
    if (!m_drag)
        return;
    m_dragAt = global;
    m_drag->follow(global);
    const Target target = targetAt(global);
    const bool ordered = m_store.grouping() == BoardGrouping::Stage;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const bool here = int(i) == target.column;
        m_columns[i]->setTargeted(here);
        m_columns[i]->view()->setDropRow(here && ordered ? target.row : -1);
    }
    if (target.column == m_dragOver)
        return;
    m_dragOver = target.column;
    if (target.column < 0 || target.column == m_dragFrom) {
        m_drag->setLabel({});
        return;
    }
    const BoardMoves::Promise promise = m_moves.promise(m_drag->deals(), target.column);
    m_drag->setLabel(promise.text, promise.allowed);
}

void BoardView::drop(const QPoint &global) {
    const Target target = targetAt(global);
    const std::vector<RecordId> deals = m_drag ? m_drag->deals() : std::vector<RecordId>();
    endDrag();
    if (target.column >= 0 && !deals.empty())
        askMove(deals, target.column, target.row);
}

void BoardView::endDrag() {
    if (m_scrollTimer != 0)
        killTimer(std::exchange(m_scrollTimer, 0));
    if (m_drag)
        m_drag->close();
    m_drag = nullptr;
    for (BoardColumn *column : m_columns) {
        column->setTargeted(false);
        column->view()->setDropRow(-1);
        column->view()->setDragged({});
    }
    m_dragFrom = -1;
    m_dragOver = -1;
}

/// While a card hangs over an edge, what lies beyond scrolls in.
void BoardView::timerEvent(QTimerEvent *event) {
    if (event->timerId() != m_scrollTimer || !m_drag) {
        QScrollArea::timerEvent(event);
        return;
    }
    const auto scroll = [](QScrollBar *bar, int at, int size) {
        if (at < edge)
            bar->setValue(bar->value() - scrollStep);
        else if (at > size - edge)
            bar->setValue(bar->value() + scrollStep);
    };
    const QPoint here = mapFromGlobal(m_dragAt);
    if (!rect().contains(here))
        return;
    scroll(horizontalScrollBar(), here.x(), width());
    const Target target = targetAt(m_dragAt);
    if (target.column >= 0) {
        ColumnView *view = m_columns[size_t(target.column)]->view();
        scroll(view->verticalScrollBar(), view->mapFromGlobal(m_dragAt).y(), view->height());
    }
    drag(m_dragAt);
}

} // namespace dw::ui
