// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardview.h"

#include "ui/models/boardstore.h"
#include "ui/pages/board/cards/carddelegate.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnhead.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/columns/quickadd.h"

#include <QHBoxLayout>

namespace dw::ui {

namespace {

/// The same stage, owner or span of dates, whatever else is told of it.
bool isSame(const BoardGroup &a, const BoardGroup &b) {
    return a.by == b.by && a.row == b.row && a.month == b.month && a.when == b.when;
}

} // namespace
using namespace Qt::StringLiterals;

BoardView::BoardView(BoardStore &store, const BoardMoves &moves, ShellServices &shell,
                     QWidget *parent)
    : QScrollArea(parent),
      m_store(store),
      m_moves(moves),
      m_shell(shell),
      m_marks(nullptr),
      m_strip(new QWidget) {
    setObjectName(u"boardView"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
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

/// The forms in which something is typed, with what their columns were made by.
std::vector<std::pair<BoardGroup, QuickAdd *>> BoardView::takeTyped() {
    std::vector<std::pair<BoardGroup, QuickAdd *>> typed;
    for (BoardColumn *column : m_columns) {
        if (!column->quickAdd() || !column->quickAdd()->hasInput())
            continue;
        typed.emplace_back(column->group(), column->giveAway());
        typed.back().second->setParent(m_strip);
    }
    return typed;
}

void BoardView::rebuild() {
    endDrag();
    std::vector<std::pair<BoardGroup, QuickAdd *>> typed = takeTyped();
    for (BoardColumn *column : m_columns)
        delete column;
    m_columns.clear();
    for (int i = 0; i < m_store.columnCount(); ++i) {
        auto *column = new BoardColumn(m_store.column(i), m_store, m_marks, m_shell, m_strip);
        m_strip->layout()->addWidget(column);
        m_columns.push_back(column);
        connectColumn(i);
        column->head()->setPeriod(m_period);
        showConversion(i);
        refreshHead(i);
        for (auto &[group, form] : typed) {
            if (form && isSame(group, m_store.column(i)->group()))
                column->adopt(std::exchange(form, nullptr));
        }
    }
    for (const auto &[group, form] : typed)
        delete form;
    m_marks.setRefused({});
    keepSelection();
    emit columnsMade();
}

void BoardView::connectColumn(int at) {
    BoardColumn *column = m_columns[size_t(at)];
    ColumnView *view = column->view();
    connect(view, &ColumnView::opened, this, &BoardView::opened);
    connect(view, &ColumnView::stepAsked, this,
            [this, at](RecordId deal, int by) { step(at, deal, by); });
    connect(view, &ColumnView::shiftAsked, this,
            [this, at](RecordId deal, int by) { shift(at, deal, by); });
    connect(view, &ColumnView::focusAsked, this,
            [this, at](int by, int y) { focusColumn(at, by, y); });
    connect(view, &ColumnView::dragStarted, this,
            [this, at](RecordId deal, QPoint grip, QPoint global) {
                startDrag(at, deal, grip, global);
            });
    connect(view, &ColumnView::currentChangedTo, this,
            [this, view](RecordId deal) { choose(view, deal); });
    connect(column, &BoardColumn::earlierAsked, this, [this, at] { emit earlierAsked(at); });
    connect(column, &BoardColumn::refusalClosed, this, [this] { m_marks.setRefused({}); });
    connect(column, &BoardColumn::added, this, &BoardView::select);
    connect(column, &BoardColumn::moreAsked, this, &BoardView::moreAsked);
}

/// One card of the whole board is selected.
void BoardView::choose(const ColumnView *view, RecordId deal) {
    m_selected = deal;
    for (BoardColumn *other : m_columns) {
        if (other->view() != view)
            other->view()->setCurrentIndex({});
    }
    emit selectedChanged(deal);
}

void BoardView::refreshHead(int column) {
    if (column >= int(m_columns.size()))
        return;
    BoardColumn *shown = m_columns[size_t(column)];
    shown->head()->show(m_store.totals(column));
    shown->view()->setAccessibleName(shown->head()->accessibleName());
    shown->setEarlier(m_store.isNarrowed() ? 0 : m_store.earlier(column));
}

void BoardView::showConversion(int column) {
    const bool byStage = m_store.grouping() == BoardGrouping::Stage
                         && m_conversions.size() == m_store.pipeline().stages.size();
    const bool wanted = byStage
                        && std::any_of(m_conversions.begin(), m_conversions.end(),
                                       [](const StageConversion &stage) { return stage.rate(); });
    m_columns[size_t(column)]->head()->setConversion(
        byStage ? m_conversions[size_t(column)] : StageConversion(), wanted);
}

void BoardView::setConversions(const std::vector<StageConversion> &stages) {
    m_conversions = stages;
    for (int i = 0; i < int(m_columns.size()); ++i)
        showConversion(i);
}

void BoardView::setPeriod(ClosedPeriod period) {
    m_period = period;
    for (BoardColumn *column : m_columns)
        column->head()->setPeriod(period);
}

void BoardView::renew() {
    for (BoardColumn *column : m_columns)
        column->view()->renew();
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
    const int at = card ? m_store.columnOf(*card) : -1;
    if (at < 0 || at >= int(m_columns.size()))
        return;
    const ColumnView *view = m_columns[size_t(at)]->view();
    if (view->column()->rowOf(m_selected) >= 0 && view->currentCard() != card)
        select(m_selected);
}

std::vector<RecordId> BoardView::chosen() const {
    std::vector<RecordId> deals;
    for (const RecordId deal : m_marks.deals()) {
        if (m_store.card(deal))
            deals.push_back(deal);
    }
    if (deals.empty() && m_store.card(m_selected))
        deals.push_back(m_selected);
    return deals;
}

std::vector<RecordId> BoardView::withMarked(RecordId deal) const {
    return m_marks.has(deal) ? chosen() : std::vector<RecordId>{deal};
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
    int at = card ? m_store.columnOf(*card) : -1;
    for (int i = 0; at < 0 && i < int(m_columns.size()); ++i) {
        if (m_store.column(i)->rowCount() > 0)
            at = i;
    }
    if (at >= 0 && at < int(m_columns.size()))
        m_columns[size_t(at)]->view()->setFocus();
}

void BoardView::addHere() {
    const BoardCard *card = m_store.card(m_selected);
    int at = card ? std::max(0, m_store.columnOf(*card)) : 0;
    for (int i = 0; i < int(m_columns.size()); ++i) {
        if (m_columns[size_t(i)]->view()->hasFocus())
            at = i;
    }
    if (at < int(m_columns.size()))
        m_columns[size_t(at)]->addHere();
}

bool BoardView::hasInput() const {
    return std::any_of(m_columns.begin(), m_columns.end(), [](const BoardColumn *column) {
        return column->quickAdd() && column->quickAdd()->hasInput();
    });
}

void BoardView::showRefusal(int column, const std::vector<RecordId> &deals,
                            const RefusalNote::Content &content) {
    closeRefusals();
    if (column < 0 || column >= int(m_columns.size()))
        return;
    m_columns[size_t(column)]->showRefusal(content);
    ensureWidgetVisible(m_columns[size_t(column)], 0, 0);
    m_marks.setRefused(deals);
}

void BoardView::closeRefusals() {
    for (BoardColumn *column : m_columns)
        column->closeRefusal();
    m_marks.setRefused({});
}

void BoardView::askMove(const std::vector<RecordId> &deals, int column, int row) {
    if (deals.size() == 1) {
        const int standing = m_store.column(column)->rowOf(deals.front());
        const bool ordered = m_store.grouping() == BoardGrouping::Stage;
        if (standing >= 0 && (!ordered || row == standing || row == standing + 1))
            return;
    }
    closeRefusals();
    emit moveAsked(deals, column, row);
}

void BoardView::step(int from, RecordId deal, int columns) {
    const int to = from + columns;
    if (to >= 0 && to < m_store.columnCount())
        askMove(withMarked(deal), to, 0);
}

void BoardView::shift(int column, RecordId deal, int rows) {
    const int standing = m_store.column(column)->rowOf(deal);
    const int to = rows < 0 ? standing - 1 : standing + 2;
    if (standing >= 0 && to >= 0 && to <= m_store.column(column)->rowCount())
        askMove({deal}, column, to);
}

void BoardView::focusColumn(int from, int columns, int y) {
    const int to = from + columns;
    if (to < 0 || to >= int(m_columns.size()))
        return;
    // An empty column has the focus too: a new deal can be added there.
    ColumnView *view = m_columns[size_t(to)]->view();
    if (const int rows = view->column()->rowCount(); rows > 0) {
        const QModelIndex near = view->indexAt(QPoint(20, y));
        view->setCurrentIndex(near.isValid() ? near : view->column()->index(rows - 1));
    }
    view->setFocus();
    ensureWidgetVisible(m_columns[size_t(to)], 0, 0);
}

} // namespace dw::ui
