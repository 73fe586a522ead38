// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace dw::ui {

class BellButton;
class JobStatus;
class LookMenus;
class MenuButton;
class PersonButton;
class Shell;

/// The bar at the top: the workspace, what is new, undo and redo, the look, and who sits here. Its
/// actions carry the shortcuts of the window.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    TopBar(Shell &shell, LookMenus &look, QWidget *parent);

signals:
    void anotherWorkspaceAsked();
    void exportAsked();
    void aboutAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildWorkspace(QHBoxLayout &layout);
    void buildNew(QHBoxLayout &layout);
    void buildUndo(QHBoxLayout &layout);
    void buildLook(QHBoxLayout &layout);
    void buildPerson(QHBoxLayout &layout);
    QToolButton *addButton(QHBoxLayout &layout, const QString &icon);
    void addSeparator(QHBoxLayout &layout);
    void retranslate();
    void showUndo();
    void showPerson();
    void showBackup();
    [[nodiscard]] bool mayWrite() const;

    Shell &m_shell;
    LookMenus &m_look;
    MenuButton *m_workspace;
    QLabel *m_readOnly;
    MenuButton *m_new;
    struct NewAction {
        QString entity;
        QAction *action;
    };
    std::vector<NewAction> m_newActions;
    QAction *m_import;
    JobStatus *m_jobs;
    QAction *m_undo;
    QAction *m_redo;
    QToolButton *m_theme;
    QToolButton *m_language;
    BellButton *m_bell;
    PersonButton *m_person;
    QAction *m_another;
    QAction *m_showFolder;
    QAction *m_export;
    QAction *m_backUp;
    QAction *m_switchPerson;
    QAction *m_about;
};

} // namespace dw::ui
