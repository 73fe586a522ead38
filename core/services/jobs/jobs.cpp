// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/jobs/jobs.h"

#include "core/base/log.h"
#include "core/services/jobs/jobloader.h"
#include "core/store/write/undo.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <condition_variable>
#include <map>
#include <thread>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int msBetweenSignals = 50;

Error readOnly() { return makeError(ErrorKind::Io, u"workspace.read_only"_s); }

Error about(const QString &id, ErrorKind kind, qint64 number) {
    return makeError(kind, id, {{u"number"_s, QString::number(number)}});
}

JobInfo infoOf(const JobRow &row) {
    JobInfo info;
    info.number = row.number;
    info.kind = row.kind;
    info.state = row.state;
    info.phase = row.phase;
    info.done = row.done;
    info.total = row.total;
    info.set = row.undoSet != 0 && row.kind == JobKind::Undo ? row.undoSet : row.set;
    info.ofSet = row.ofSet;
    info.label = row.label;
    info.actor = row.actor;
    info.started = row.started;
    info.ended = row.ended;
    info.rejected = row.rejected;
    info.notes = row.notes;
    info.moreNotes = row.moreNotes;
    if (!row.problem.isEmpty())
        info.problem = row.problem;
    info.request = row.request;
    info.report = row.report;
    info.isUnfinished = row.isUnfinished();
    return info;
}

} // namespace

struct Jobs::State {
    explicit State(const Surroundings &surroundings) : around(surroundings) {}

    /// A job of this process: being made ready, working, or just ended.
    struct Active {
        std::shared_ptr<JobWork> work; ///< nullptr while it is made ready.
        std::thread loader;
        JobRow latest;
        std::optional<Result<void>> end; ///< Stands from the end of the work to settle().
        QElapsedTimer told;
        bool cancel = false, pause = false; ///< Wished before the work was ready.
    };

    Surroundings around;
    mutable std::mutex mutex;
    std::condition_variable moved;
    std::map<qint64, std::shared_ptr<Active>> active;
};

Jobs::Jobs(const Surroundings &around) : m_state(std::make_unique<State>(around)) {
    qRegisterMetaType<JobInfo>();
}

Jobs::~Jobs() { prepareToClose(); }

void Jobs::prepareToClose() {
    std::map<qint64, std::shared_ptr<State::Active>> active;
    {
        const std::lock_guard lock(m_state->mutex);
        active = m_state->active;
    }
    for (const auto &[number, one] : active) {
        if (one->loader.joinable())
            one->loader.join();
    }
}

Result<std::vector<JobInfo>> Jobs::list() {
    const auto rows = jobtable::list(m_state->around.reader);
    if (!rows)
        return rows.error();
    std::vector<JobInfo> jobs;
    const std::lock_guard lock(m_state->mutex);
    for (const JobRow &row : *rows) {
        jobs.push_back(infoOf(row));
        jobs.back().isRunning = m_state->active.contains(row.number);
    }
    return jobs;
}

Result<JobInfo> Jobs::find(qint64 number) {
    const auto row = jobtable::find(m_state->around.reader, number);
    if (!row)
        return row.error();
    if (!*row)
        return about(u"job.unknown"_s, ErrorKind::NotFound, number);
    JobInfo info = infoOf(**row);
    const std::lock_guard lock(m_state->mutex);
    info.isRunning = m_state->active.contains(number);
    return info;
}

Result<qint64> Jobs::start(const QString &staged) {
    if (!m_state->around.door)
        return readOnly();
    const auto facts = readStaged(staged);
    if (!facts)
        return facts.error();
    JobRow row;
    row.id = {makeUuidV7(m_state->around.wall.now())};
    row.file = QFileInfo(staged).fileName();
    row.label = facts->job.info.label;
    row.actor = facts->job.info.actor;
    row.request = facts->job.request;
    row.report = facts->job.report;
    row.started = m_state->around.wall.now();
    row.total = stepsOf(staged, *facts);
    const auto added = m_state->around.door->maintain([&row](Connection &c) -> Result<void> {
        auto done = addJob(c, row);
        if (!done)
            return done.error();
        row = *std::move(done);
        return {};
    });
    if (!added)
        return added.error();
    const auto launched = launch(row, false);
    return launched ? Result<qint64>(row.number) : Result<qint64>(launched.error());
}

Result<qint64> Jobs::startUndo(qint64 set, RecordId actor) {
    if (!m_state->around.door)
        return readOnly();
    const auto undone =
        undoableSet(m_state->around.reader, set, m_state->around.door->device(), actor);
    if (!undone)
        return undone.error();
    JobRow row;
    row.id = {makeUuidV7(m_state->around.wall.now())};
    row.kind = JobKind::Undo;
    row.phase = JobPhase::Undo;
    row.ofSet = set;
    row.label = undone->label;
    row.actor = actor;
    row.started = m_state->around.wall.now();
    row.total = undone->count;
    const auto added = m_state->around.door->maintain([&row](Connection &c) -> Result<void> {
        auto done = addJob(c, row);
        if (!done)
            return done.error();
        row = *std::move(done);
        return {};
    });
    if (!added)
        return added.error();
    const auto launched = launch(row, false);
    return launched ? Result<qint64>(row.number) : Result<qint64>(launched.error());
}

/// Makes the work ready on a thread of its own (leaves of an open set are read again) and hands it
/// to the door.
Result<void> Jobs::launch(JobRow row, bool cancel) {
    const auto active = std::make_shared<State::Active>();
    active->latest = row;
    active->cancel = cancel;
    active->told.start();
    const qint64 number = row.number;
    State *state = m_state.get();
    const auto tell = [this, state, number](const JobRow &now, std::optional<Result<void>> end) {
        std::shared_ptr<State::Active> one;
        bool due = end.has_value();
        {
            const std::lock_guard lock(state->mutex);
            const auto at = state->active.find(number);
            if (at == state->active.end())
                return;
            one = at->second;
            one->latest = now;
            if (end)
                one->end = std::move(end);
            due = due || one->told.elapsed() >= msBetweenSignals;
            if (due)
                one->told.restart();
        }
        state->moved.notify_all();
        if (!due)
            return;
        JobInfo info = infoOf(now);
        QMetaObject::invokeMethod(
            this,
            [this, number, info = std::move(info)]() mutable {
                if (const auto settled = settle(number); !settled)
                    qCWarning(lcServices) << "a job's end was not kept:" << settled.error().detail;
                {
                    const std::lock_guard guard(m_state->mutex);
                    info.isRunning = m_state->active.contains(number);
                }
                emit changed(info);
            },
            Qt::QueuedConnection);
    };
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->active.insert_or_assign(number, active);
    }
    active->loader = std::thread([state, active, row = std::move(row), tell, cancel] {
        auto options = loadJob(state->around.paths, state->around.vfs, row, cancel);
        if (!options) {
            tell(row, Result<void>(options.error()));
            return;
        }
        options->moved = [tell](const JobRow &now) { tell(now, std::nullopt); };
        options->ended = [tell](const JobRow &now, const Result<void> &how) { tell(now, how); };
        const auto work = std::make_shared<JobWork>(*std::move(options));
        {
            const std::lock_guard lock(state->mutex);
            active->work = work;
            if (active->cancel)
                work->cancel();
            else if (active->pause)
                work->pause();
        }
        state->around.door->startSliced(work);
    });
    return {};
}

/// Forgets a job that came to its end, and keeps why where it failed.
Result<void> Jobs::settle(qint64 number) {
    std::shared_ptr<State::Active> one;
    {
        const std::lock_guard lock(m_state->mutex);
        const auto at = m_state->active.find(number);
        if (at == m_state->active.end() || !at->second->end)
            return {};
        one = at->second;
        m_state->active.erase(at);
    }
    if (one->loader.joinable())
        one->loader.join();
    if (*one->end)
        return {};
    const Error error = one->end->error();
    qCInfo(lcServices) << "job" << number << "stands still:" << error.message.id << error.detail;
    JobRow row = one->latest;
    row.problem = error.message;
    if (row.state != JobState::Cancelled)
        row.state = JobState::Failed;
    return m_state->around.door->maintain(
        [&row](Connection &c) { return jobtable::update(c, row); });
}

Result<void> Jobs::pause(qint64 number) {
    if (const auto known = find(number); !known)
        return known.error();
    const std::lock_guard lock(m_state->mutex);
    const auto at = m_state->active.find(number);
    if (at == m_state->active.end() || at->second->end)
        return about(u"job.not_running"_s, ErrorKind::Invalid, number);
    at->second->pause = true;
    if (at->second->work)
        at->second->work->pause();
    return {};
}

Result<void> Jobs::resume(qint64 number) {
    if (!m_state->around.door)
        return readOnly();
    const auto row = jobtable::find(m_state->around.reader, number);
    if (!row)
        return row.error();
    if (!*row)
        return about(u"job.unknown"_s, ErrorKind::NotFound, number);
    if (!(*row)->isUnfinished())
        return about(u"job.finished"_s, ErrorKind::Invalid, number);
    {
        const std::lock_guard lock(m_state->mutex);
        if (const auto at = m_state->active.find(number);
            at != m_state->active.end() && !at->second->end)
            return {};
    }
    if (const auto settled = settle(number); !settled)
        return settled;
    return launch(**row, false);
}

Result<void> Jobs::cancel(qint64 number) {
    {
        const std::lock_guard lock(m_state->mutex);
        const auto at = m_state->active.find(number);
        if (at != m_state->active.end() && !at->second->end) {
            at->second->cancel = true;
            if (at->second->work)
                at->second->work->cancel();
            return {};
        }
    }
    if (!m_state->around.door)
        return readOnly();
    if (const auto settled = settle(number); !settled)
        return settled;
    const auto row = jobtable::find(m_state->around.reader, number);
    if (!row)
        return row.error();
    if (!*row)
        return about(u"job.unknown"_s, ErrorKind::NotFound, number);
    if (!(*row)->isUnfinished())
        return about(u"job.finished"_s, ErrorKind::Invalid, number);
    return launch(**row, true);
}

Result<void> Jobs::rollForward() {
    const auto rows = jobtable::unfinished(m_state->around.reader);
    if (!rows)
        return rows.error();
    QStringList needed;
    for (const JobRow &row : *rows) {
        needed << row.file;
        if (row.state != JobState::Applying && row.state != JobState::Cancelled)
            continue;
        if (const auto launched = launch(row, false); !launched)
            return launched;
    }
    QDir folder(m_state->around.paths.jobs());
    const QStringList files = folder.entryList({u'*' + stagedSuffix}, QDir::Files);
    for (const QString &file : files) {
        if (!needed.contains(file) && !folder.remove(file))
            qCInfo(lcServices) << "a staging file that no job needs stays:" << file;
    }
    return {};
}

std::vector<qint64> Jobs::running() const {
    std::vector<qint64> numbers;
    const std::lock_guard lock(m_state->mutex);
    for (const auto &[number, one] : m_state->active)
        numbers.push_back(number);
    return numbers;
}

Result<JobInfo> Jobs::wait(qint64 number, const std::function<void(const JobInfo &)> &progress,
                           const std::optional<StopToken> &stop, WhenStopped whenStopped) {
    using namespace std::chrono_literals;
    bool stopped = false;
    for (;;) {
        std::shared_ptr<State::Active> one;
        JobRow latest;
        bool ended = false;
        {
            std::unique_lock lock(m_state->mutex);
            const auto at = m_state->active.find(number);
            if (at == m_state->active.end())
                break;
            one = at->second;
            m_state->moved.wait_for(lock, 50ms);
            latest = one->latest;
            ended = one->end.has_value();
        }
        if (progress)
            progress(infoOf(latest));
        if (ended) {
            if (const auto settled = settle(number); !settled)
                return settled.error();
            break;
        }
        if (stop && stop->requested() && !stopped) {
            stopped = true;
            if (whenStopped == WhenStopped::Leave)
                break;
            if (const auto done = cancel(number); !done)
                return done.error();
        }
    }
    return find(number);
}

} // namespace dw
