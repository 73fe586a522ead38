// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/services/imports/readsource.h"

#include <QObject>
#include <functional>
#include <memory>

class QThread;

namespace dw::ui {

/// One piece of work on a thread of its own at a time, with its progress and a way to stop it. What
/// is started later stops what is under way, whose answer nobody gets. GUI thread.
class ImportWorker final : public QObject {
    Q_OBJECT
public:
    explicit ImportWorker(QObject *parent);
    /// Stops, and waits until the thread has noticed.
    ~ImportWorker() override;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    void stop();

    /// `work` runs there; `answer` is called here with what it gave.
    template <typename T>
    void run(std::function<T(const WorkProgress &, StopToken)> work,
             std::function<void(T)> answer) {
        auto result = std::make_shared<std::optional<T>>();
        start(
            [work = std::move(work), result](const WorkProgress &progress, StopToken stop) {
                result->emplace(work(progress, std::move(stop)));
            },
            [answer = std::move(answer), result] { answer(std::move(**result)); });
    }

signals:
    /// At most some thirty times a second. A total of 0: nobody knows.
    void progressed(qint64 done, qint64 total);

private:
    using Step = std::function<void(const WorkProgress &, StopToken)>;
    void start(Step work, std::function<void()> answer);
    void finish(int number, const std::function<void()> &answer);

    std::vector<QThread *> m_threads; ///< The newest last; the others were told to stop.
    StopToken m_stop;
    int m_number = 0;
    bool m_busy = false;
};

} // namespace dw::ui
