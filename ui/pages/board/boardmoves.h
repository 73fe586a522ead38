// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "core/services/deals/moveneeds.h"
#include "core/services/works.h"
#include "ui/dialogs/closedealdialog.h"
#include "ui/pages/board/columns/refusalnote.h"

namespace dw::ui {

class BoardStore;

/// Carries a wish to move deals to another column, or to another place in theirs: asks for what the
/// stage needs (closing fields, a reason for going back), shows the cards in their new place at
/// once, and puts them back when the door says no. What is not allowed is told where it was asked
/// for.
class BoardMoves final : public QObject {
    Q_OBJECT
public:
    BoardMoves(BoardStore &store, ShellServices &shell, QWidget *window);

    /// Before which row of the column they should stand, in their order; rows count only where the
    /// columns are stages.
    void move(const std::vector<RecordId> &deals, int column, int row);
    /// What a drop would do, for the label of what is dragged.
    struct Promise {
        QString text;
        bool allowed = true;
    };
    [[nodiscard]] Promise promise(const std::vector<RecordId> &deals, int column) const;

signals:
    /// Settled: the cards stand where they were asked to, or back where they were.
    void finished(const std::vector<dw::RecordId> &deals, bool moved);
    /// These cards came back.
    void refused(int column, const std::vector<dw::RecordId> &deals,
                 const dw::ui::RefusalNote::Content &content);
    /// The deal's form is to be opened, with the caret in a field of it.
    void fieldAsked(dw::RecordId deal, const QString &field);

private:
    /// A move of several deals on its way through questions.
    struct Move {
        int column = -1;
        BoardStage to;
        std::vector<MoveRequest> requests;
        std::optional<Message> why; ///< The refusal that a reason would lift.
        Record first;               ///< The first deal as it stands.
        QStringList refusals;
        std::vector<RecordId> refused;
        QString missing; ///< Field whose lack refused a deal.
    };
    [[nodiscard]] QString say(const Message &message) const;
    [[nodiscard]] QString subject(const Move &move) const;
    void toStage(const std::vector<RecordId> &deals, int column, int row);
    void judge(Move &move, RecordId deal, const std::vector<RecordId> &all) const;
    void ask(const Move &move);
    void askClosing(const Move &move);
    void askReason(const Move &move);
    void carryOut(const Move &move, const QString &reason, RecordId competitor = {});
    void change(const std::vector<RecordId> &deals, int column);
    void write(Work work, const std::vector<BoardCard> &before, int column, const QString &saying);
    void refuse(int column, const std::vector<RecordId> &deals, const QStringList &lines,
                const QString &missing = {});

    BoardStore &m_store;
    ShellServices &m_shell;
    QWidget *m_window;
};

} // namespace dw::ui
