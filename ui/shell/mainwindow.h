// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QWidget>
#include <vector>

class QStackedWidget;

namespace dw::ui {

class LookMenus;
class NotificationTray;
class Preferences;
class Rail;
class Shell;
class TopBar;

/// The window: rail, top bar, one page at a time, and messages over the bottom. Composes; the work
/// is in its parts.
class MainWindow final : public QWidget {
    Q_OBJECT
public:
    MainWindow(Shell &shell, LookMenus &look, Preferences &preferences);
    ~MainWindow() override;

    [[nodiscard]] const std::vector<Page *> &pages() const { return m_pages; }
    void showPage(int at);
    /// Where it stood the last time; a usual size in the middle at first.
    void restorePlace();
    /// What the workspace had to say while it was opened.
    void sayOpeningNotes();

signals:
    void anotherWorkspaceAsked();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void showTitle();

    Shell &m_shell;
    Preferences &m_preferences;
    Rail *m_rail;
    TopBar *m_topBar;
    QStackedWidget *m_stack;
    NotificationTray *m_tray;
    std::vector<Page *> m_pages;
};

} // namespace dw::ui
