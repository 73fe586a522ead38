// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "core/services/deals/moveneeds.h"
#include "core/services/works.h"
#include "ui/shell/page.h"

namespace dw::ui {

class BoardStore;

/// Carries a wish to move a deal out: asks for what the stage needs (closing fields, a reason for
/// going back), shows the card in its new place at once, and puts it back when the door says no.
class BoardMoves final : public QObject {
    Q_OBJECT
public:
    BoardMoves(BoardStore &store, ShellServices &shell, QWidget *window);

    void move(RecordId deal, RecordId stage, const QString &order);

signals:
    /// Settled: the card stands where it was asked to, or back where it was.
    void finished(dw::RecordId deal, bool moved);

private:
    void askClosing(const MoveRequest &request, const BoardStage &to, const MoveNeeds &needs);
    void askReason(const MoveRequest &request, const BoardStage &to, const MoveNeeds &needs);
    void carryOut(const MoveRequest &request, const QString &reason);

    BoardStore &m_store;
    ShellServices &m_shell;
    QWidget *m_window;
};

} // namespace dw::ui
