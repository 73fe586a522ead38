// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/background.h"

#include <QThread>

namespace dw::desktop {

Background::Background(std::function<void()> task, std::function<void()> done)
    : m_thread(QThread::create(std::move(task))) {
    connect(m_thread.get(), &QThread::finished, this, [done = std::move(done)] { done(); });
    m_thread->start();
}

Background::~Background() { m_thread->wait(); }

} // namespace dw::desktop
