// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardmoves.h"

#include "core/services/wording/wording.h"
#include "ui/dialogs/closedealdialog.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/models/boardstore.h"

namespace dw::ui {

namespace {

BoardCard movedCard(const BoardCard &card, const MoveRequest &request, const BoardStage &stage,
                    Instant now) {
    BoardCard next = card;
    if (next.stage != request.stage)
        next.stageSince = now;
    next.stage = stage.id;
    next.order = request.order.value_or(next.order);
    return next;
}

} // namespace

BoardMoves::BoardMoves(BoardStore &store, ShellServices &shell, QWidget *window)
    : QObject(window),
      m_store(store),
      m_shell(shell),
      m_window(window) {}

void BoardMoves::move(RecordId deal, RecordId stage, const QString &order) {
    const BoardCard *card = m_store.card(deal);
    const int to = m_store.columnOf(stage);
    if (!card || to < 0)
        return;
    const MoveRequest request{deal, stage, {}, order, {}};
    if (card->stage == stage) {
        carryOut(request, {});
        return;
    }
    const auto needs = needsOfMove(m_shell.workspace(), deal, stage);
    const BoardStage &next = m_store.column(to)->stage();
    if (!needs)
        m_shell.notifyError(needs.error());
    else if (next.outcome != Outcome::Open)
        askClosing(request, next, *needs);
    else if (needs->reason)
        askReason(request, next, *needs);
    else
        carryOut(request, {});
}

void BoardMoves::askClosing(const MoveRequest &request, const BoardStage &to,
                            const MoveNeeds &needs) {
    const CloseRequest close{m_store.card(request.deal)->name, to.name, to.outcome, needs.missing,
                             needs.deal};
    auto *dialog = new CloseDealDialog(m_shell, close, m_window);
    connect(dialog, &CloseDealDialog::answered, this,
            [this, request](const std::vector<TypedEdit> &edits) {
                MoveRequest complete = request;
                complete.edits = edits;
                carryOut(complete, {});
            });
    connect(dialog, &QDialog::rejected, this,
            [this, request] { emit finished(request.deal, false); });
    dialog->open();
}

void BoardMoves::askReason(const MoveRequest &request, const BoardStage &to,
                           const MoveNeeds &needs) {
    const QString name = m_store.card(request.deal)->name;
    const QString why = word(*needs.reason, m_shell.language(), *m_shell.workspace().catalog());
    auto *dialog =
        new ReasonDialog(tr("Move “%1” to “%2”").arg(name, to.name), why, m_shell, m_window);
    connect(dialog, &ReasonDialog::answered, this,
            [this, request](const QString &reason) { carryOut(request, reason); });
    connect(dialog, &QDialog::rejected, this,
            [this, request] { emit finished(request.deal, false); });
    dialog->open();
}

void BoardMoves::carryOut(const MoveRequest &request, const QString &reason) {
    const BoardCard *standing = m_store.card(request.deal);
    const int to = m_store.columnOf(request.stage);
    if (!standing || to < 0)
        return;
    const BoardCard before = *standing;
    const BoardStage &stage = m_store.column(to)->stage();
    m_store.apply({before.id},
                  {movedCard(before, request, stage, m_shell.workspace().clock().now())});

    const Origin origin{m_shell.workspace().actor(), {}, reason};
    const QString saying = before.stage == stage.id
                               ? QString()
                               : tr("“%1” is now in “%2”").arg(before.name, stage.name);
    m_shell.run(moveWork(request, origin), saying, [this, before](const Result<Committed> &result) {
        if (!result)
            m_store.apply({before.id}, {before});
        emit finished(before.id, result.ok());
    });
}

} // namespace dw::ui
