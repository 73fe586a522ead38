// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/readworker.h"

#include "core/base/log.h"

#include <QPointer>
#include <QThread>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace dw {

namespace {

struct Question {
    std::function<void(Reader &)> run;
    QPointer<QObject> context;
    std::function<void()> answer;
};

/// A question that cannot have its own snapshot still gets its answer, which then says what is
/// wrong.
void answerInOneSnapshot(Reader &reader, const Question &question) {
    const auto snapshot = Transaction::begin(reader.connection(), Transaction::Kind::Read);
    if (!snapshot)
        qCInfo(lcServices) << "read without a snapshot:" << snapshot.error().detail;
    question.run(reader);
}

} // namespace

struct ReadWorker::State {
    explicit State(const CatalogHolder &holder) : catalog(holder) {}

    void serve(const QString &path, const QString &vfs, std::promise<std::optional<Error>> opened);
    std::optional<Question> next();
    void deliver(Question question);

    const CatalogHolder &catalog;
    QObject postman; ///< Lives on the owner's thread, so what is under way ends with the worker.
    std::mutex mutex;
    std::condition_variable moved;
    std::deque<Question> questions;
    bool busy = false;
    bool stopping = false;
    std::thread thread;
};

void ReadWorker::State::serve(const QString &path, const QString &vfs,
                              std::promise<std::optional<Error>> opened) {
    const auto connection = Connection::open(path, OpenMode::ReadOnly, vfs);
    if (!connection) {
        opened.set_value(connection.error());
        return;
    }
    opened.set_value(std::nullopt);
    Reader reader(**connection, catalog);
    while (auto question = next()) {
        answerInOneSnapshot(reader, *question);
        deliver(std::move(*question));
    }
}

std::optional<Question> ReadWorker::State::next() {
    std::unique_lock lock(mutex);
    busy = false;
    moved.notify_all();
    moved.wait(lock, [this] { return stopping || !questions.empty(); });
    if (stopping)
        return std::nullopt;
    Question question = std::move(questions.front());
    questions.pop_front();
    busy = true;
    return question;
}

// The context is looked at where it lives: only there nobody can delete it meanwhile.
void ReadWorker::State::deliver(Question question) {
    if (!question.answer)
        return;
    QMetaObject::invokeMethod(
        &postman,
        [context = std::move(question.context), answer = std::move(question.answer)] {
            if (!context)
                return;
            if (context->thread() == QThread::currentThread())
                answer();
            else
                QMetaObject::invokeMethod(context.data(), answer, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

Result<std::unique_ptr<ReadWorker>> ReadWorker::open(const QString &path, const QString &vfs,
                                                     const CatalogHolder &catalog) {
    auto state = std::make_unique<State>(catalog);
    std::promise<std::optional<Error>> opened;
    auto answer = opened.get_future();
    state->thread = std::thread([s = state.get(), path, vfs, p = std::move(opened)]() mutable {
        s->serve(path, vfs, std::move(p));
    });
    std::unique_ptr<ReadWorker> worker(new ReadWorker(std::move(state)));
    if (const auto error = answer.get())
        return *error;
    return worker;
}

ReadWorker::ReadWorker(std::unique_ptr<State> state) : m_state(std::move(state)) {}

ReadWorker::~ReadWorker() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->moved.notify_all();
    m_state->thread.join();
}

void ReadWorker::enqueue(std::function<void(Reader &)> question, QObject *context,
                         std::function<void()> answer) {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->questions.push_back({std::move(question), context, std::move(answer)});
    }
    m_state->moved.notify_all();
}

void ReadWorker::drain() {
    std::unique_lock lock(m_state->mutex);
    m_state->moved.wait(lock, [this] { return m_state->questions.empty() && !m_state->busy; });
}

} // namespace dw
