// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"

#include <QWidget>

namespace dw::ui {

class ColumnHead;
class ColumnModel;
class ColumnView;
class ShellServices;

/// One column of the board: its head above its cards, on sunken ground.
class BoardColumn final : public QWidget {
    Q_OBJECT
public:
    BoardColumn(ColumnModel *model, ShellServices &shell, QWidget *parent);

    [[nodiscard]] ColumnHead *head() const { return m_head; }
    [[nodiscard]] ColumnView *view() const { return m_view; }
    /// Accent border while a card hangs over it.
    void setTargeted(bool targeted);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ShellServices &m_shell;
    ColumnHead *m_head;
    ColumnView *m_view;
    bool m_targeted = false;
};

} // namespace dw::ui
