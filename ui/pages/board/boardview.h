// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"

#include <QPointer>
#include <QScrollArea>
#include <vector>

namespace dw::ui {

class BoardColumn;
class BoardStore;
class CardDrag;
class ShellServices;

/// All columns of a pipeline side by side: they share the width, and scroll when they would get
/// narrower than 150. Turns drags and keys into the wish to move a deal.
class BoardView final : public QScrollArea {
    Q_OBJECT
public:
    BoardView(BoardStore &store, ShellServices &shell, QWidget *parent);

    /// Selects the card and brings it into view; a null id clears.
    void select(RecordId deal);
    /// Selects the chosen deal again where a change has moved it to another column.
    void keepSelection();
    [[nodiscard]] RecordId selected() const { return m_selected; }
    [[nodiscard]] BoardColumn *column(int at) const { return m_columns[size_t(at)]; }
    /// The first card of the first column that has one; null on an empty board.
    [[nodiscard]] RecordId firstCard() const;
    void focusBoard();

signals:
    void opened(dw::RecordId deal);
    void selectedChanged(dw::RecordId deal);
    /// The deal should stand in this stage with this order key.
    void moveAsked(dw::RecordId deal, dw::RecordId stage, const QString &order);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Target {
        int column = -1;
        int row = 0;
    };
    void rebuild();
    void refreshHead(int column);
    void startDrag(int from, RecordId deal, QPoint grip, QPoint global);
    void drag(const QPoint &global);
    void drop(const QPoint &global);
    void endDrag();
    [[nodiscard]] Target targetAt(const QPoint &global) const;
    void step(int from, RecordId deal, int columns);
    void shift(int column, RecordId deal, int rows);
    void focusColumn(int from, int columns, int y);
    void askMove(RecordId deal, int column, int row);

    BoardStore &m_store;
    ShellServices &m_shell;
    QWidget *m_strip;
    std::vector<BoardColumn *> m_columns;
    QPointer<CardDrag> m_drag;
    int m_dragFrom = -1;
    QPoint m_dragAt;
    int m_scrollTimer = 0;
    RecordId m_selected;
};

} // namespace dw::ui
