// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardfilter.h"
#include "core/services/board/boardgroups.h"
#include "core/services/board/stageconversion.h"
#include "ui/models/cardmarks.h"
#include "ui/pages/board/boardmoves.h"

#include <QPointer>
#include <QScrollArea>
#include <vector>

namespace dw::ui {

class QuickAdd;
class BoardColumn;
class BoardStore;
class CardDrag;
class ColumnView;

/// All columns of a pipeline side by side: they share the width, and scroll when they would get
/// narrower than 150. Turns drags and keys into the wish to move deals.
class BoardView final : public QScrollArea {
    Q_OBJECT
public:
    /// `moves` says what a drop would do.
    BoardView(BoardStore &store, const BoardMoves &moves, ShellServices &shell, QWidget *parent);

    /// Selects the card and brings it into view; a null id clears.
    void select(RecordId deal);
    /// Selects the chosen deal again where a change has moved it to another column.
    void keepSelection();
    [[nodiscard]] RecordId selected() const { return m_selected; }
    [[nodiscard]] CardMarks &marks() { return m_marks; }
    /// The marked cards that are shown, else the selected one.
    [[nodiscard]] std::vector<RecordId> chosen() const;
    [[nodiscard]] int columnCount() const { return int(m_columns.size()); }
    [[nodiscard]] BoardColumn *column(int at) const { return m_columns[size_t(at)]; }
    /// The first card of the first column that has one; null on an empty board.
    [[nodiscard]] RecordId firstCard() const;
    void focusBoard();
    void setConversions(const std::vector<StageConversion> &stages);
    void setPeriod(ClosedPeriod period);
    /// The day or the minute changed: what the cards say of time is worded anew.
    void renew();
    void showRefusal(int column, const std::vector<RecordId> &deals,
                     const RefusalNote::Content &content);
    void closeRefusals();
    /// Opens the form of a new deal in the column of the selected card, else in the first.
    void addHere();
    /// A new deal that is typed in a column and not written yet.
    [[nodiscard]] bool hasInput() const;

signals:
    void opened(dw::RecordId deal);
    void selectedChanged(dw::RecordId deal);
    /// The deals should stand in this column before this row.
    void moveAsked(const std::vector<dw::RecordId> &deals, int column, int row);
    /// The earlier closed deals of the column should come.
    void earlierAsked(int column);
    void moreAsked(const dw::Record &draft);
    void columnsMade();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Target {
        int column = -1;
        int row = 0;
    };
    void rebuild();
    [[nodiscard]] std::vector<std::pair<BoardGroup, QuickAdd *>> takeTyped();
    void connectColumn(int at);
    void refreshHead(int column);
    void showConversion(int column);
    void choose(const ColumnView *view, RecordId deal);
    [[nodiscard]] std::vector<RecordId> withMarked(RecordId deal) const;
    void startDrag(int from, RecordId deal, QPoint grip, QPoint global);
    void drag(const QPoint &global);
    void drop(const QPoint &global);
    void endDrag();
    [[nodiscard]] Target targetAt(const QPoint &global) const;
    void step(int from, RecordId deal, int columns);
    void shift(int column, RecordId deal, int rows);
    void focusColumn(int from, int columns, int y);
    void askMove(const std::vector<RecordId> &deals, int column, int row);

    BoardStore &m_store;
    const BoardMoves &m_moves;
    ShellServices &m_shell;
    CardMarks m_marks;
    QWidget *m_strip;
    std::vector<BoardColumn *> m_columns;
    std::vector<StageConversion> m_conversions;
    ClosedPeriod m_period = ClosedPeriod::ThisQuarter;
    QPointer<CardDrag> m_drag;
    int m_dragFrom = -1;
    int m_dragOver = -1; ///< Column whose promise the label says.
    QPoint m_dragAt;
    int m_scrollTimer = 0;
    RecordId m_selected;
};

} // namespace dw::ui
