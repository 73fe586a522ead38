// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/door.h"

#include "core/store/write/doorwriter.h"
#include "core/store/write/slicedwork.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPromise>
#include <QThread>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <thread>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sliceUs = 5'000;

} // namespace

/// The queue and the thread that works it off: units first, slices of long work between them.
struct Door::State {
    using Job = std::function<void(DoorWriter &)>;

    ~State() { end(); }

    /// Works off what was asked for; what slices are left stays undone.
    void end() {
        {
            const std::lock_guard lock(mutex);
            closing = true;
            ++waiting;
        }
        wake.notify_one();
        if (thread.joinable())
            thread.join();
    }

    void enqueue(Job job) {
        {
            const std::lock_guard lock(mutex);
            jobs.push_back(std::move(job));
            ++waiting;
        }
        wake.notify_one();
    }

    /// What the writer does next: a job, a slice of the work, or neither once the door closes and
    /// everything that was asked for is done.
    struct Next {
        Job job;
        std::shared_ptr<SlicedWork> work;
    };
    Next next() {
        std::unique_lock lock(mutex);
        wake.wait(lock, [this] { return closing || !jobs.empty() || !sliced.empty(); });
        Next next;
        if (!jobs.empty()) {
            next.job = std::move(jobs.front());
            jobs.pop_front();
            --waiting;
        } else if (!closing) {
            next.work = sliced.front();
        }
        return next;
    }

    /// Nothing of them may outlive the connection.
    void leaveSliced() {
        const std::lock_guard lock(mutex);
        for (const auto &work : sliced)
            work->left();
        sliced.clear();
    }

    void takeOff(const SlicedWork *work) {
        const std::lock_guard lock(mutex);
        std::erase_if(sliced, [work](const auto &one) { return one.get() == work; });
    }

    /// Tells work under way what somebody else wrote, another work among them.
    void tellEdited(const ChangeNotice &notice, const SlicedWork *by = nullptr) {
        const std::lock_guard lock(mutex);
        for (const auto &work : sliced) {
            if (work.get() != by)
                work->noteEdited(notice);
        }
    }

    /// Runs it and remembers when it held the writer longest.
    void timed(const QString &what, const std::function<void()> &run) {
        QElapsedTimer timer;
        timer.start();
        run();
        const qint64 us = timer.nsecsElapsed() / 1000;
        const std::lock_guard lock(mutex);
        if (us > longest.us)
            longest = {what, us};
    }

    void work(const Options &options, std::promise<Result<DeviceId>> opened) {
        const auto writer = DoorWriter::open(options);
        if (!writer) {
            opened.set_value(writer.error());
            return;
        }
        opened.set_value((*writer)->device());
        for (;;) {
            const Next next = this->next();
            if (next.job) {
                timed(u"unit"_s, [&] { next.job(**writer); });
            } else if (next.work) {
                QElapsedTimer timer;
                timer.start();
                const auto mayGoOn = [this, &timer] {
                    return waiting == 0 && timer.nsecsElapsed() / 1000 < sliceUs;
                };
                timed(next.work->nextSlice(),
                      [&] { door->writeSlice(**writer, *next.work, mayGoOn); });
            } else {
                break;
            }
            timed(u"checkpoint"_s, [&] { (*writer)->checkpointIfDue(); });
        }
        leaveSliced();
    }

    DeviceId device;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> jobs;
    std::atomic<int> waiting = 0; ///< Jobs, and the end of the door.
    std::vector<std::shared_ptr<SlicedWork>> sliced;
    Hold longest;
    bool closing = false;
    Door *door = nullptr; ///< Set before any work is started.
    std::thread thread;
};

bool ChangeNotice::touches(QStringView entity) const {
    return std::any_of(moved.begin(), moved.end(),
                       [&](const Moved &one) { return one.entity == entity; });
}

Door::Door(std::unique_ptr<State> state) : m_state(std::move(state)) { m_state->door = this; }

// The thread may still say what it committed, so it ends before the object does.
Door::~Door() { m_state->end(); }

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
    if (result && result->set != 0) {
        m_state->tellEdited(result->notice);
        emit committed(result->notice);
    }
    return result;
}

void Door::writeSlice(DoorWriter &writer, SlicedWork &work, const std::function<bool()> &mayGoOn) {
    ChangeNotice notice;
    notice.bulk = true;
    const Result<bool> more = writer.slice(work, mayGoOn, notice);
    if (!notice.moved.empty() && more) {
        m_state->tellEdited(notice, &work);
        emit committed(notice);
    }
    if (more && *more)
        return;
    m_state->takeOff(&work);
    work.ended(more ? Result<void>() : Result<void>(more.error()));
}

void Door::startSliced(std::shared_ptr<SlicedWork> work) {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->sliced.push_back(std::move(work));
    }
    m_state->wake.notify_one();
}

Door::Hold Door::takeLongestHold() {
    const std::lock_guard lock(m_state->mutex);
    return std::exchange(m_state->longest, {});
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
