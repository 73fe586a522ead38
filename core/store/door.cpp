// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/door.h"

#include "core/store/doorwriter.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThread>
#include <condition_variable>
#include <deque>
#include <future>
#include <thread>

namespace dw {
using namespace Qt::StringLiterals;

/// The queue and the thread that works it off.
struct Door::State {
    using Job = std::function<void(DoorWriter &)>;

    ~State() {
        {
            const std::lock_guard lock(mutex);
            closing = true;
        }
        wake.notify_one();
        if (thread.joinable())
            thread.join();
    }

    void enqueue(Job job) {
        {
            const std::lock_guard lock(mutex);
            jobs.push_back(std::move(job));
        }
        wake.notify_one();
    }

    /// The next job; none once the door closes and everything is done.
    Job next() {
        std::unique_lock lock(mutex);
        wake.wait(lock, [this] { return closing || !jobs.empty(); });
        if (jobs.empty())
            return {};
        Job job = std::move(jobs.front());
        jobs.pop_front();
        return job;
    }

    void work(const Options &options, std::promise<Result<DeviceId>> opened) {
        const auto writer = DoorWriter::open(options);
        if (!writer) {
            opened.set_value(writer.error());
            return;
        }
        opened.set_value((*writer)->device());
        while (const Job job = next()) {
            job(**writer);
            (*writer)->checkpointIfDue();
        }
    }

    DeviceId device;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> jobs;
    bool closing = false;
    std::thread thread;
};

bool ChangeNotice::touches(QStringView entity) const {
    return std::any_of(moved.begin(), moved.end(),
                       [&](const Moved &one) { return one.entity == entity; });
}

Door::Door(std::unique_ptr<State> state) : m_state(std::move(state)) {}

// The thread may still say what it committed, so it ends before the object does.
Door::~Door() { m_state.reset(); }

Result<std::unique_ptr<Door>> Door::open(Options options) {
    auto state = std::make_unique<State>();
    std::promise<Result<DeviceId>> opened;
    auto device = opened.get_future();
    State &own = *state;
    own.thread =
        std::thread([&own, options = std::move(options), opened = std::move(opened)]() mutable {
            own.work(options, std::move(opened));
        });
    auto result = device.get();
    if (!result)
        return result.error();
    own.device = *result;
    return std::unique_ptr<Door>(new Door(std::move(state)));
}

Result<Committed> Door::run(const Work &work) {
    Q_ASSERT_X(std::this_thread::get_id() != m_state->thread.get_id(), "Door::run",
               "a unit waits for itself");
    std::promise<Result<Committed>> promise;
    auto result = promise.get_future();
    m_state->enqueue([&](DoorWriter &writer) { promise.set_value(write(writer, work)); });
    return result.get();
}

void Door::submit(const Work &work, QObject *context, std::function<void(Result<Committed>)> done) {
    using Promise = QPromise<Result<Committed>>;
    Q_ASSERT(!context || context->thread() == QThread::currentThread());
    const auto promise = std::make_shared<Promise>();
    promise->start();
    if (context && done) {
        // Dies with its context, and the answer with it.
        auto *watcher = new QFutureWatcher<Result<Committed>>(context);
        connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
            watcher->deleteLater();
            done(watcher->result());
        });
        watcher->setFuture(promise->future());
    }
    m_state->enqueue([this, work, promise](DoorWriter &writer) {
        promise->addResult(write(writer, work));
        promise->finish();
    });
}

Result<Committed> Door::write(DoorWriter &writer, const Work &work) {
    auto result = writer.write(work);
    if (result && result->set != 0)
        emit committed(result->notice);
    return result;
}

Result<void> Door::maintain(const std::function<Result<void>(Connection &)> &task) {
    Q_ASSERT(std::this_thread::get_id() != m_state->thread.get_id());
    std::promise<Result<void>> promise;
    auto result = promise.get_future();
    m_state->enqueue([&](DoorWriter &writer) { promise.set_value(writer.maintain(task)); });
    return result.get();
}

DeviceId Door::device() const { return m_state->device; }

void Door::setZone(const QTimeZone &zone) {
    m_state->enqueue([zone](DoorWriter &writer) { writer.setZone(zone); });
}

} // namespace dw
