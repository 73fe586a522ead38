// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importworker.h"

#include <QElapsedTimer>
#include <QThread>

namespace dw::ui {

namespace {

constexpr qint64 tellEveryMs = 33;

/// Tells the last progress and not every one.
class Teller {
public:
    explicit Teller(std::function<void(qint64, qint64)> tell) : m_tell(std::move(tell)) {}
    void operator()(qint64 done, qint64 total) {
        if (m_since.isValid() && m_since.elapsed() < tellEveryMs)
            return;
        m_since.start();
        m_tell(done, total);
    }

private:
    std::function<void(qint64, qint64)> m_tell;
    QElapsedTimer m_since;
};

} // namespace

ImportWorker::ImportWorker(QObject *parent) : QObject(parent) {}

ImportWorker::~ImportWorker() {
    stop();
    for (QThread *thread : m_threads) {
        thread->wait();
        delete thread;
    }
}

void ImportWorker::stop() {
    m_stop.stop();
    ++m_number;
    m_busy = false;
}

void ImportWorker::start(Step work, std::function<void()> answer) {
    stop();
    m_stop = StopToken();
    m_busy = true;
    const int number = m_number;
    const auto tell = [this, number](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this,
            [this, number, done, total] {
                if (number == m_number)
                    emit progressed(done, total);
            },
            Qt::QueuedConnection);
    };
    QThread *thread = QThread::create([work = std::move(work), tell, stop = m_stop] {
        const auto teller = std::make_shared<Teller>(tell);
        work([teller](qint64 done, qint64 total) { (*teller)(done, total); }, stop);
    });
    m_threads.push_back(thread);
    connect(thread, &QThread::finished, this, [this, thread, number, answer = std::move(answer)] {
        std::erase(m_threads, thread);
        thread->wait();
        thread->deleteLater();
        finish(number, answer);
    });
    thread->start();
}

void ImportWorker::finish(int number, const std::function<void()> &answer) {
    if (number != m_number)
        return;
    m_busy = false;
    answer();
}

} // namespace dw::ui
