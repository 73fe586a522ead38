// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/history.h"
#include "core/store/query/reader.h"
#include "core/store/schema/catalogholder.h"

#include <QObject>
#include <functional>
#include <memory>

namespace dw {

/// A thread with a read-only connection of its own: questions are answered in order; a receiver
/// that is gone gets no answer.
class ReadWorker final {
public:
    [[nodiscard]] static Result<std::unique_ptr<ReadWorker>> open(const QString &path,
                                                                  const QString &vfs,
                                                                  const CatalogHolder &catalog);
    ~ReadWorker();

    /// Runs `question` on the worker's thread in one read transaction, then `answer` on the
    /// context's thread.
    template <typename T>
    void ask(std::function<T(Reader &)> question, QObject *context, std::function<void(T)> answer) {
        auto result = std::make_shared<std::optional<T>>();
        enqueue([question = std::move(question),
                 result](Reader &reader) { *result = question(reader); },
                context, [answer = std::move(answer), result] { answer(std::move(**result)); });
    }
    /// Waits until all questions asked so far are answered on the worker's side.
    void drain();

private:
    struct State;
    explicit ReadWorker(std::unique_ptr<State> state);
    void enqueue(std::function<void(Reader &)> question, QObject *context,
                 std::function<void()> answer);
    std::unique_ptr<State> m_state;
};

} // namespace dw
