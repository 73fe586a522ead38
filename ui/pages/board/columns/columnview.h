// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"

#include <QListView>

namespace dw::ui {

class BoardStore;
class CardDelegate;
class CardMarks;
class ColumnModel;
class ShellServices;

/// The cards of one column. Says what the person wants; the board decides. Keys: arrows walk, Ctrl
/// with an arrow moves the card (or all that are marked), Space marks it, Shift with an arrow marks
/// on the way, Ctrl+A the column, Return opens it.
class ColumnView final : public QListView {
    Q_OBJECT
public:
    ColumnView(ColumnModel *model, const BoardStore &store, CardMarks &marks, ShellServices &shell,
               QWidget *parent);

    [[nodiscard]] ColumnModel *column() const { return m_column; }
    [[nodiscard]] const BoardCard *currentCard() const;
    [[nodiscard]] CardDelegate &cards() const { return *m_delegate; }
    /// The row before which a card dropped at this point (viewport) would stand.
    [[nodiscard]] int dropRowAt(const QPoint &point) const;
    /// Line with a dot before that row; -1 takes it away.
    void setDropRow(int row);
    void setDragged(const std::vector<RecordId> &deals);
    void select(RecordId deal);
    /// What the cards say changed: theme, language, day.
    void renew();

signals:
    void opened(dw::RecordId deal);
    /// -1 to the left, 1 to the right.
    void stepAsked(dw::RecordId deal, int columns);
    void shiftAsked(dw::RecordId deal, int rows);
    /// Focus to another column, at about the same height.
    void focusAsked(int columns, int y);
    /// The mouse went far enough with the button down; `grip` is where it holds the card.
    void dragStarted(dw::RecordId deal, const QPoint &grip, const QPoint &global);
    void currentChangedTo(dw::RecordId deal);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool moveKey(QKeyEvent *event);
    bool markKey(QKeyEvent *event);
    void markTo(int row);
    void markClicked(const QModelIndex &index, Qt::KeyboardModifiers keys);
    void resume();
    [[nodiscard]] bool isOnCheck(const QPoint &point) const;

    ColumnModel *m_column;
    CardMarks &m_marks;
    ShellServices &m_shell;
    CardDelegate *m_delegate;
    QPoint m_pressed;
    RecordId m_pressedCard;
    bool m_marking = false; ///< The press marked a card: its release opens none.
    int m_anchor = -1;      ///< Row that a range of marks begins at.
    int m_dropRow = -1;
    int m_before = 0; ///< Where it was scrolled to, and what was current, before a new list.
    RecordId m_beforeCard;
};

} // namespace dw::ui
