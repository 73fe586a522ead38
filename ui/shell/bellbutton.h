// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/notificationlog.h"

#include <QToolButton>

namespace dw::ui {

/// Opens the list of what the window said; a badge counts what went wrong and was not looked at.
/// Not there before anything was said.
class BellButton final : public QToolButton {
    Q_OBJECT
public:
    BellButton(Shell &shell, QWidget *parent);
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void openList();

    Shell &m_shell;
    NotificationLog *m_log;
};

} // namespace dw::ui
