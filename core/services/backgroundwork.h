// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

class QThread;

namespace dw {

/// One task on a thread of its own, told of its end on the thread it was started from. The thread
/// is waited for when this goes: whoever owns it asks the task to stop first.
class BackgroundWork final : public QObject {
    Q_OBJECT
public:
    BackgroundWork(std::function<void()> task, std::function<void()> done);
    ~BackgroundWork() override;

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace dw
