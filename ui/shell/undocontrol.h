// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"
#include "ui/shell/undosize.h"

#include <QObject>
#include <deque>

class QTimer;

namespace dw::ui {

/// Undo and redo of who sits here: knows what would be taken back next (asked of the worker after
/// every change), and takes it back, one step after the other however fast the keys come. A set of
/// very many records is taken back by a job. GUI thread.
class UndoControl final : public QObject {
    Q_OBJECT
public:
    explicit UndoControl(Workspace &workspace, QObject *parent = nullptr);

    /// A step that could be taken.
    struct Next {
        qint64 set = 0;
        Message label;      ///< What the person did in the first place.
        qint64 records = 0; ///< So many records it moved.
    };
    /// What undo would take back and redo would do again; nothing where there is none.
    [[nodiscard]] const std::optional<Next> &nextUndo() const { return m_undo; }
    [[nodiscard]] const std::optional<Next> &nextRedo() const { return m_redo; }

    void undo() { enqueue({Kind::Undo, 0}); }
    void redo() { enqueue({Kind::Redo, 0}); }
    void undoSet(qint64 set) { enqueue({Kind::UndoSet, set}); }
    /// The same where partly() told that something stays, and the person wants the rest.
    void undoRest(qint64 set) { enqueue({Kind::UndoSet, set, true, false}); }

    /// A step that moves many records and waits for a yes.
    struct Large {
        bool redo = false;
        qint64 set = 0;
        Message label;
        UndoSize size;
        bool rest = false; ///< A part that stays was agreed to.
    };
    /// The person said yes to large().
    void goOn(const Large &step);

signals:
    void changed();
    /// `label` names what was taken back or done again.
    void undone(const dw::Message &label, const dw::Committed &done);
    void redone(const dw::Message &label, const dw::Committed &done);
    /// A later change stands in the way of a part; nothing was done yet.
    void partly(const dw::UndoPlan &plan);
    /// More than mostUnasked records would move; nothing was done yet.
    void large(const dw::ui::UndoControl::Large &step);
    void failed(const dw::Error &error);

private:
    enum class Kind { Undo, Redo, UndoSet };
    struct Step {
        Kind kind;
        qint64 set; ///< 0: what comes next.
        bool partAgreed = false;
        bool sizeAgreed = false;
    };
    struct Found {
        qint64 set = 0; ///< 0 where there is nothing to do.
        Message label;
        std::optional<UndoPlan> plan;
        UndoSize size;
        std::optional<Error> error;
    };
    void refresh();
    void enqueue(const Step &step);
    void start();
    void act(const Step &step, const Found &found);
    void take(const Step &step, const Found &found);
    void ask(const Step &step, const Found &found);
    void finish();
    [[nodiscard]] static Found look(Reader &reader, const Step &step, DeviceId device,
                                    RecordId actor);

    Workspace &m_workspace;
    std::optional<Next> m_undo, m_redo;
    std::deque<Step> m_steps;
    bool m_busy = false;
    QTimer *m_later; ///< While a job runs.
};

} // namespace dw::ui
