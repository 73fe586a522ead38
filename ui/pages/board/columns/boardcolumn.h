// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/columns/quickadd.h"
#include "ui/pages/board/columns/refusalnote.h"

#include <QPointer>
#include <QWidget>

class QToolButton;

namespace dw::ui {

class BoardStore;
class CardMarks;
class ColumnHead;
class ColumnModel;
class ColumnView;
class QuickAdd;

/// One column of the board: its head, a note where a move was refused, the form of a new deal, the
/// cards, and at the foot what lies further back.
class BoardColumn final : public QWidget {
    Q_OBJECT
public:
    BoardColumn(ColumnModel *model, const BoardStore &store, CardMarks &marks, ShellServices &shell,
                QWidget *parent);

    [[nodiscard]] ColumnHead *head() const { return m_head; }
    [[nodiscard]] ColumnView *view() const { return m_view; }
    [[nodiscard]] QuickAdd *quickAdd() const { return m_add; }
    [[nodiscard]] RefusalNote *note() const { return m_note; }
    /// Accent border while a card hangs over it.
    void setTargeted(bool targeted);
    /// How many earlier closed deals a click would bring; 0 takes the foot away.
    void setEarlier(int count);
    void showRefusal(RefusalNote::Content content);
    void closeRefusal();
    /// Opens the form of a new deal.
    void addHere();
    /// The form with what is typed in it, for a column that takes this one's place; null where
    /// there is none.
    [[nodiscard]] QuickAdd *giveAway();
    void adopt(QuickAdd *form);
    /// By what the column is made.
    [[nodiscard]] BoardGroup group() const;

signals:
    void earlierAsked();
    void refusalClosed();
    void added(dw::RecordId deal);
    void moreAsked(const dw::Record &draft);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void closeAdd();
    void retranslate();

    const BoardStore &m_store;
    ShellServices &m_shell;
    ColumnModel *m_model;
    ColumnHead *m_head;
    QPointer<RefusalNote> m_note;
    QPointer<QuickAdd> m_add;
    ColumnView *m_view;
    QToolButton *m_foot;
    int m_earlier = 0;
    bool m_targeted = false;
};

} // namespace dw::ui
