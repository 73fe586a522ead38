// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"

#include <QWidget>

namespace dw::ui {

class Toast;

/// Messages over the bottom of its parent: failures until they are closed, the newest three, and
/// below them the newest other message, which replaces the one before. What offers to take back a
/// set goes once a later set is written. While a dialog stands open all but failures wait, so that
/// nobody misses what was said behind it.
class NotificationTray final : public QWidget {
    Q_OBJECT
public:
    NotificationTray(const Theme &theme, QWidget *parent);

    void show(const Notification &notification);
    /// A set was written: what offers to take back an earlier one is no longer true.
    void overtake(qint64 set);
    /// A dialog opened over the window, or the last one closed.
    void setBehindDialog(bool behind);
    /// What they say is in the language they were made in.
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const Notification &notification);
    void drop(Toast *toast);
    void makeRoomFor(const Notification &notification);
    void place();

    const Theme &m_theme;
    std::vector<Toast *> m_shown; ///< Failures first, oldest first.
    std::optional<Notification> m_waiting;
    bool m_behindDialog = false;
};

} // namespace dw::ui
