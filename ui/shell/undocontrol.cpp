// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undocontrol.h"

#include "core/services/jobs/jobs.h"
#include "core/services/readworker.h"

#include <QTimer>

namespace dw::ui {

namespace {

/// Slices of a job come hundreds of times a second.
constexpr int bulkEveryMs = 500;

using Next = UndoControl::Next;

struct Both {
    std::optional<Next> undo, redo;
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

/// A set never changes, so what is known of it need not be counted again.
std::optional<Next> nextOf(Reader &reader, const std::optional<ChangeSet> &set,
                           const std::optional<Next> &known) {
    if (!set)
        return std::nullopt;
    if (known && known->set == set->seq)
        return known;
    return Next{set->seq, labelOf(reader, *set),
                set->count < 2 ? set->count : undoSizeOf(reader.connection(), set->seq).records()};
}

} // namespace

UndoControl::UndoControl(Workspace &workspace, QObject *parent)
    : QObject(parent),
      m_workspace(workspace),
      m_later(new QTimer(this)) {
    m_later->setSingleShot(true);
    m_later->setInterval(bulkEveryMs);
    connect(m_later, &QTimer::timeout, this, &UndoControl::refresh);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeNotice &notice) {
        if (!notice.bulk)
            refresh();
        else if (!m_later->isActive())
            m_later->start();
    });
    connect(&workspace.jobs(), &Jobs::changed, this, [this](const JobInfo &job) {
        if (!job.isRunning)
            refresh();
    });
    connect(&workspace, &Workspace::actorChanged, this, &UndoControl::refresh);
    refresh();
}

void UndoControl::refresh() {
    m_workspace.worker().ask<Both>(
        [device = m_workspace.device(), actor = m_workspace.actor(), undo = m_undo,
         redo = m_redo](Reader &reader) {
            Connection &connection = reader.connection();
            return Both{nextOf(reader, orNone(dw::nextUndo(connection, device, actor)), undo),
                        nextOf(reader, orNone(dw::nextRedo(connection, device, actor)), redo)};
        },
        this,
        [this](Both next) {
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
        // What was agreed to may have been overtaken meanwhile.
        if (!next || (step.set != 0 && next->seq != step.set))
            return {};
        return {next->seq, labelOf(reader, *next), {}, undoSizeOf(connection, next->seq), {}};
    }
    qint64 set = step.set;
    if (set == 0) {
        const auto next = orNone(dw::nextUndo(connection, device, actor));
        if (!next)
            return {};
        set = next->seq;
    }
    const auto whole = undoableSet(connection, set, device, actor);
    // What would stay is not asked of so many: the job that takes them back lists it.
    if (whole && whole->count >= Jobs::manyRecords)
        return {set, labelOf(reader, *whole), {}, undoSizeOf(connection, set), {}};
    auto plan = planUndo(connection, *reader.catalog(), set, device, actor);
    if (!plan)
        return {0, {}, {}, {}, plan.error()};
    return {set, labelOf(reader, plan->set), *plan, undoSizeOf(connection, set, &plan->undone), {}};
}

void UndoControl::act(const Step &step, const Found &found) {
    if (found.error)
        emit failed(*found.error);
    const bool part = found.plan && !found.plan->stays.empty() && !found.plan->undone.empty();
    const bool asksPart = part && !step.partAgreed;
    if (asksPart)
        emit partly(*found.plan);
    if (found.set == 0 || asksPart)
        finish();
    else if (found.size.records() > mostUnasked && !step.sizeAgreed)
        ask(step, found);
    else
        take(step, found);
}

/// Steps that were asked for meanwhile were meant for a world in which this one was taken.
void UndoControl::ask(const Step &step, const Found &found) {
    m_steps.clear();
    finish();
    emit large({step.kind == Kind::Redo, found.set, found.label, found.size, step.partAgreed});
}

void UndoControl::goOn(const Large &step) {
    enqueue({step.redo ? Kind::Redo : Kind::UndoSet, step.set, step.rest, true});
}

void UndoControl::take(const Step &step, const Found &found) {
    const bool redo = step.kind == Kind::Redo;
    if (!redo && !found.plan) {
        if (const auto started = m_workspace.jobs().startUndo(found.set, m_workspace.actor());
            !started)
            emit failed(started.error());
        finish();
        return;
    }
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
