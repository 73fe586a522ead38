// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undocontrol.h"

#include "core/services/readworker.h"

namespace dw::ui {

namespace {

struct Next {
    std::optional<Message> undo, redo;
};

std::optional<ChangeSet> orNone(Result<std::optional<ChangeSet>> found) {
    return found ? *std::move(found) : std::nullopt;
}

/// What the person did in the first place: an undo and a redo are named after what they take back
/// and do again.
Message labelOf(Reader &reader, ChangeSet set) {
    History history(reader.connection());
    while (set.undoOf != 0) {
        auto before = history.set(set.undoOf);
        if (!before || !*before)
            break;
        set = **before;
    }
    return set.label;
}

std::optional<Message> labelOf(Reader &reader, const std::optional<ChangeSet> &set) {
    return set ? std::optional(labelOf(reader, *set)) : std::nullopt;
}

} // namespace

UndoControl::UndoControl(Workspace &workspace, QObject *parent)
    : QObject(parent),
      m_workspace(workspace) {
    connect(&workspace, &Workspace::changed, this, &UndoControl::refresh);
    connect(&workspace, &Workspace::actorChanged, this, &UndoControl::refresh);
    refresh();
}

void UndoControl::refresh() {
    m_workspace.worker().ask<Next>(
        [device = m_workspace.device(), actor = m_workspace.actor()](Reader &reader) {
            Connection &connection = reader.connection();
            return Next{labelOf(reader, orNone(dw::nextUndo(connection, device, actor))),
                        labelOf(reader, orNone(dw::nextRedo(connection, device, actor)))};
        },
        this,
        [this](Next next) {
            m_undo = std::move(next.undo);
            m_redo = std::move(next.redo);
            emit changed();
        });
}

void UndoControl::enqueue(const Step &step) {
    m_steps.push_back(step);
    if (!m_busy)
        start();
}

void UndoControl::start() {
    m_busy = true;
    const Step step = m_steps.front();
    m_steps.pop_front();
    m_workspace.worker().ask<Found>(
        [step, device = m_workspace.device(), actor = m_workspace.actor()](Reader &reader) {
            return look(reader, step, device, actor);
        },
        this, [this, step](const Found &found) { act(step, found); });
}

UndoControl::Found UndoControl::look(Reader &reader, const Step &step, DeviceId device,
                                     RecordId actor) {
    Connection &connection = reader.connection();
    if (step.kind == Kind::Redo) {
        const auto next = orNone(dw::nextRedo(connection, device, actor));
        return next ? Found{next->seq, labelOf(reader, *next), {}, {}} : Found{};
    }
    qint64 set = step.set;
    if (step.kind == Kind::Undo) {
        const auto next = orNone(dw::nextUndo(connection, device, actor));
        if (!next)
            return {};
        set = next->seq;
    }
    auto plan = planUndo(connection, *reader.catalog(), set, device, actor);
    if (!plan)
        return {0, {}, {}, plan.error()};
    return {set, labelOf(reader, plan->set), *plan, {}};
}

void UndoControl::act(const Step &step, const Found &found) {
    if (found.error)
        emit failed(*found.error);
    const bool part = found.plan && !found.plan->stays.empty() && !found.plan->undone.empty();
    if (part && !step.agreed)
        emit partly(*found.plan);
    if (found.set == 0 || (part && !step.agreed))
        finish();
    else
        take(step, found);
}

void UndoControl::take(const Step &step, const Found &found) {
    const bool redo = step.kind == Kind::Redo;
    const Origin origin{m_workspace.actor()};
    m_workspace.submit(redo ? redoWork(found.set, origin) : undoWork(found.set, origin), this,
                       [this, redo, label = found.label](const Result<Committed> &done) {
                           if (!done)
                               emit failed(done.error());
                           else if (redo)
                               emit redone(label, *done);
                           else
                               emit undone(label, *done);
                           finish();
                       });
}

void UndoControl::finish() {
    m_busy = false;
    if (!m_steps.empty())
        start();
}

} // namespace dw::ui
