// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backgroundwork.h"

#include <QThread>

namespace dw {

BackgroundWork::BackgroundWork(std::function<void()> task, std::function<void()> done)
    : m_thread(QThread::create(std::move(task))) {
    connect(m_thread.get(), &QThread::finished, this, [done = std::move(done)] { done(); });
    m_thread->start(QThread::LowPriority);
}

BackgroundWork::~BackgroundWork() { m_thread->wait(); }

} // namespace dw
