// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QPointer>
#include <QWidget>
#include <functional>
#include <memory>
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
///
/// Nothing typed is lost without a question: before the window closes, another page comes or
/// another workspace is asked for, what cannot be kept is named.
class MainWindow final : public QWidget {
    Q_OBJECT
public:
    MainWindow(Shell &shell, LookMenus &look, Preferences &preferences);
    ~MainWindow() override;

    [[nodiscard]] const std::vector<Page *> &pages() const { return m_pages; }
    void addPage(std::unique_ptr<Page> page);
    void showPage(int at);
    /// Keeps what was typed where that can be done; false where something would still be lost.
    [[nodiscard]] bool isAllKept();
    /// Where it stood the last time, a usual size in the middle at first; never more than the
    /// screen has room for.
    void restorePlace();
    /// What the workspace had to say while it was opened.
    void sayOpeningNotes();

signals:
    void anotherWorkspaceAsked();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showTitle();
    void askExport();
    void whenKept(std::function<void()> go);
    void askToLose(const QString &lost, QWidget &over, std::function<void()> go);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] QString unsaved(QWidget *&where);
    void keepFocus(bool behindDialog);
    void focusPage();
    void showAt(int at);

    Shell &m_shell;
    Preferences &m_preferences;
    Rail *m_rail;
    TopBar *m_topBar;
    QStackedWidget *m_stack;
    NotificationTray *m_tray;
    std::vector<Page *> m_pages;
    QPointer<QWidget> m_focusBefore; ///< What had the focus when a dialog came.
    bool m_mayClose = false;         ///< The person agreed to lose what is typed.
};

} // namespace dw::ui
