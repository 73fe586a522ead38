// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notificationlog.h"

namespace dw::ui {

NotificationLog::NotificationLog(Shell &shell, QObject *parent) : QObject(parent), m_shell(shell) {
    connect(&shell, &Shell::notified, this, &NotificationLog::take);
}

void NotificationLog::take(const Notification &notification) {
    using Tone = ShellServices::Tone;
    if (notification.tone == Tone::Info)
        return;
    m_entries.push_front({m_shell.workspace().wall().now(), notification.tone, notification.text});
    if (m_entries.size() > most)
        m_entries.pop_back();
    if (notification.tone != Tone::Success)
        ++m_unseen;
    emit changed();
}

void NotificationLog::see() {
    m_unseen = 0;
    emit changed();
}

void NotificationLog::clear() {
    m_entries.clear();
    see();
}

} // namespace dw::ui
