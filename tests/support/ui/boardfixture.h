// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ui/fakeshell.h"
#include "ui/pages/board/boardpage.h"

namespace dw::ui {
class BoardColumn;
class BoardView;
class ColumnView;
} // namespace dw::ui

namespace dw::test {

/// A board page over a workspace of its own, worked on by real events.
class BoardFixture final {
public:
    BoardFixture() = default;

    [[nodiscard]] FakeShell &shell() { return m_shell; }
    [[nodiscard]] Workspace &workspace() { return m_shell.workspace(); }
    [[nodiscard]] ui::BoardPage &page() { return *m_page; }
    [[nodiscard]] ui::BoardView &board() const;
    [[nodiscard]] ui::BoardColumn &column(int at) const;
    [[nodiscard]] ui::ColumnView &view(int column) const;

    /// Makes the page and waits until it shows its cards.
    void open();
    void close() { m_page.reset(); }
    /// Waits until all that was asked for is answered and painted.
    void settle();

    /// A deal of this name in a stage of the seeded pipeline.
    RecordId deal(const QString &stage, const QString &name, const QString &amount = {});
    [[nodiscard]] QString stageOf(RecordId deal);
    [[nodiscard]] FieldValue value(RecordId deal, QStringView field);
    /// Names of the cards shown in a column.
    [[nodiscard]] QStringList names(int column) const;
    [[nodiscard]] int columnCalled(const QString &name) const;

    [[nodiscard]] QPoint center(int column, int row) const; ///< Global.
    void click(int column, int row, Qt::KeyboardModifiers keys = {});
    void select(int column, int row);
    void key(int column, int key, Qt::KeyboardModifiers keys = {});
    /// Drags the card at (column, row) before a row of another column and lets go.
    void drag(int column, int row, int to, int before);
    /// The same, up to the moment before the mouse is let go; empty where no drag began.
    void hold(int column, int row, int to, int before);
    void letGo();
    /// Triggers the entry of an open menu.
    bool choose(const QString &text);
    void undo();

private:
    FakeShell m_shell;
    std::unique_ptr<ui::BoardPage> m_page;
    QPoint m_held;
};

} // namespace dw::test
