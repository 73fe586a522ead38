// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardview.h"

#include "core/services/board/boardplace.h"
#include "ui/models/boardstore.h"
#include "ui/pages/board/boardcolumn.h"
#include "ui/pages/board/carddelegate.h"
#include "ui/pages/board/carddrag.h"
#include "ui/pages/board/columnhead.h"
#include "ui/pages/board/columnview.h"

#include <QHBoxLayout>
#include <QScrollBar>

namespace dw::ui {

namespace {

constexpr int edge = 36, scrollStep = 14, scrollMs = 16;

} // namespace

BoardView::BoardView(BoardStore &store, ShellServices &shell, QWidget *parent)
    : QScrollArea(parent),
      m_store(store),
      m_shell(shell),
      m_strip(new QWidget) {
    setObjectName(QStringLiteral("boardView"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QHBoxLayout(m_strip);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    setWidget(m_strip);
    viewport()->setAutoFillBackground(false);
    m_strip->setAutoFillBackground(false);
    connect(&store, &BoardStore::columnsChanged, this, &BoardView::rebuild);
    connect(&store, &BoardStore::columnTouched, this, &BoardView::refreshHead);
    rebuild();
}

void BoardView::rebuild() {
    endDrag();
    for (BoardColumn *column : m_columns)
        delete column;
    m_columns.clear();
    for (int i = 0; i < m_store.columnCount(); ++i) {
        auto *column = new BoardColumn(m_store.column(i), m_shell, m_strip);
        m_strip->layout()->addWidget(column);
        m_columns.push_back(column);
        ColumnView *view = column->view();
        connect(view, &ColumnView::opened, this, &BoardView::opened);
        connect(view, &ColumnView::stepAsked, this,
                [this, i](RecordId deal, int by) { step(i, deal, by); });
        connect(view, &ColumnView::shiftAsked, this,
                [this, i](RecordId deal, int by) { shift(i, deal, by); });
        connect(view, &ColumnView::focusAsked, this,
                [this, i](int by, int y) { focusColumn(i, by, y); });
        connect(view, &ColumnView::dragStarted, this,
                [this, i](RecordId deal, QPoint grip, QPoint global) {
                    startDrag(i, deal, grip, global);
                });
        connect(view, &ColumnView::currentChangedTo, this, [this, view](RecordId deal) {
            m_selected = deal;
            for (BoardColumn *other : m_columns) {
                if (other->view() != view)
                    other->view()->setCurrentIndex({});
            }
            emit selectedChanged(deal);
        });
        refreshHead(i);
    }
}

void BoardView::refreshHead(int column) {
    if (column < int(m_columns.size()))
        m_columns[size_t(column)]->head()->show(m_store.totals(column));
}

void BoardView::select(RecordId deal) {
    m_selected = deal;
    for (BoardColumn *column : m_columns) {
        column->view()->select(deal);
        if (column->view()->column()->rowOf(deal) >= 0)
            ensureWidgetVisible(column, 0, 0);
    }
}

void BoardView::keepSelection() {
    const BoardCard *card = m_store.card(m_selected);
    const int at = card ? m_store.columnOf(card->stage) : -1;
    if (at < 0)
        return;
    const ColumnView *view = m_columns[size_t(at)]->view();
    if (view->column()->rowOf(m_selected) >= 0 && view->currentCard() != card)
        select(m_selected);
}

RecordId BoardView::firstCard() const {
    for (int i = 0; i < m_store.columnCount(); ++i) {
        if (!m_store.column(i)->cards().empty())
            return m_store.column(i)->cards().front()->id;
    }
    return {};
}

void BoardView::focusBoard() {
    const BoardCard *card = m_store.card(m_selected);
    const int at = card ? m_store.columnOf(card->stage) : 0;
    if (at >= 0 && at < int(m_columns.size()))
        m_columns[size_t(at)]->view()->setFocus();
}

void BoardView::startDrag(int from, RecordId deal, QPoint grip, QPoint global) {
    const BoardCard *card = m_store.card(deal);
    if (!card || m_shell.workspace().mode() == Workspace::Mode::ReadOnly)
        return;
    ColumnView *view = m_columns[size_t(from)]->view();
    const CardDelegate delegate(m_shell, nullptr);
    m_drag = new CardDrag(*card, delegate.lookOf(*view->column()), view->viewport()->width(), grip,
                          m_shell, window());
    m_dragFrom = from;
    view->setDragged(deal);
    connect(m_drag, &CardDrag::moved, this, &BoardView::drag);
    connect(m_drag, &CardDrag::dropped, this, &BoardView::drop);
    connect(m_drag, &CardDrag::cancelled, this, &BoardView::endDrag);
    m_scrollTimer = startTimer(scrollMs);
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
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const bool here = int(i) == target.column;
        m_columns[i]->setTargeted(here);
        m_columns[i]->view()->setDropRow(here ? target.row : -1);
    }
    const bool elsewhere = target.column >= 0 && target.column != m_dragFrom;
    m_drag->setLabel(elsewhere ? QStringLiteral("→ ") + m_store.column(target.column)->stage().name
                               : QString());
}

void BoardView::drop(const QPoint &global) {
    const Target target = targetAt(global);
    const RecordId deal = m_drag ? m_drag->deal() : RecordId{};
    endDrag();
    if (target.column >= 0 && !deal.isNull())
        askMove(deal, target.column, target.row);
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

void BoardView::askMove(RecordId deal, int column, int row) {
    const auto &cards = m_store.column(column)->cards();
    const int standing = m_store.column(column)->rowOf(deal);
    if (standing >= 0 && (row == standing || row == standing + 1))
        return;
    const BoardCard *before = row > 0 ? cards[size_t(row) - 1] : nullptr;
    const BoardCard *after = row < int(cards.size()) ? cards[size_t(row)] : nullptr;
    emit moveAsked(deal, m_store.column(column)->stage().id, placeBetween(before, after));
}

void BoardView::step(int from, RecordId deal, int columns) {
    const int to = from + columns;
    if (to >= 0 && to < m_store.columnCount())
        askMove(deal, to, 0);
}

void BoardView::shift(int column, RecordId deal, int rows) {
    const int standing = m_store.column(column)->rowOf(deal);
    const int to = rows < 0 ? standing - 1 : standing + 2;
    if (standing >= 0 && to >= 0 && to <= m_store.column(column)->rowCount())
        askMove(deal, column, to);
}

void BoardView::focusColumn(int from, int columns, int y) {
    for (int to = from + columns; to >= 0 && to < int(m_columns.size()); to += columns) {
        ColumnView *view = m_columns[size_t(to)]->view();
        if (view->column()->rowCount() == 0)
            continue;
        const QModelIndex near = view->indexAt(QPoint(20, y));
        view->setCurrentIndex(
            near.isValid() ? near : view->column()->index(view->column()->rowCount() - 1));
        view->setFocus();
        ensureWidgetVisible(m_columns[size_t(to)], 0, 0);
        return;
    }
}

} // namespace dw::ui
