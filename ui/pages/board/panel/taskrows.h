// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/activity/dealactivity.h"
#include "ui/shell/page.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dw::ui {

/// The open tasks of a deal, the next step first: done with one click, put off or taken away by the
/// menu of each.
class TaskRows final : public QWidget {
    Q_OBJECT
public:
    TaskRows(ShellServices &shell, QWidget *parent);
    void show(std::vector<DealTask> tasks);

signals:
    void addAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    [[nodiscard]] QWidget *makeRow(const DealTask &task);
    void finish(const DealTask &task);
    void openMenu(const DealTask &task, const QWidget &under);
    void putOff(const DealTask &task, QDate day);

    ShellServices &m_shell;
    std::vector<DealTask> m_tasks;
    QLabel *m_head, *m_none;
    QToolButton *m_add;
    QVBoxLayout *m_rows;
};

} // namespace dw::ui
