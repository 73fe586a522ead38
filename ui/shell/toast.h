// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"

#include <QFrame>
#include <QTimer>

namespace dw::ui {

/// One message at the bottom of the window. Goes by itself after a while, a failure only when
/// closed; stays while the pointer or the focus is on it. Never takes the focus.
class Toast final : public QFrame {
    Q_OBJECT
public:
    Toast(const Notification &notification, const Theme &theme, QWidget *parent);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isFailure() const { return m_failure; }
    /// The set that its action is about; 0 where it is about none.
    [[nodiscard]] qint64 set() const { return m_set; }

signals:
    void finished();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void act();
    void startTimer();

    QString m_text;
    bool m_failure;
    qint64 m_set;
    std::function<void()> m_run;
    QTimer m_timer;
};

} // namespace dw::ui
