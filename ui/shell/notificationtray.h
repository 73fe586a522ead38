// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"

#include <QPointer>
#include <QWidget>
#include <deque>

namespace dw::ui {

class Toast;

/// Messages over the bottom of its parent, the newest lowest; three at once, more wait their turn.
/// One that says the same as one that stands is not shown twice.
class NotificationTray final : public QWidget {
    Q_OBJECT
public:
    NotificationTray(const Theme &theme, QWidget *parent);

    void show(const Notification &notification);
    /// What they say is in the language they were made in.
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void next();
    void drop(Toast *toast);
    void place();

    const Theme &m_theme;
    std::deque<Notification> m_waiting;
    std::vector<Toast *> m_shown;
};

} // namespace dw::ui
