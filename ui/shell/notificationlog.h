// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"

#include <deque>

namespace dw::ui {

/// What the window said, for whoever looked away: the newest of it, in the words in which it was
/// said. Progress and plain information pass by.
class NotificationLog final : public QObject {
    Q_OBJECT
public:
    struct Entry {
        Instant at;
        ShellServices::Tone tone = ShellServices::Tone::Info;
        QString text;
    };
    static constexpr size_t most = 50;

    NotificationLog(Shell &shell, QObject *parent);

    /// Newest first.
    [[nodiscard]] const std::deque<Entry> &entries() const { return m_entries; }
    /// Failures and warnings that nobody has looked at.
    [[nodiscard]] int unseen() const { return m_unseen; }
    void see();
    void clear();

signals:
    void changed();

private:
    void take(const Notification &notification);

    Shell &m_shell;
    std::deque<Entry> m_entries;
    int m_unseen = 0;
};

} // namespace dw::ui
