// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/services/wording.h"
#include "ui/shell/notificationtray.h"
#include "ui/shell/pagelist.h"
#include "ui/shell/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/shell.h"
#include "ui/shell/topbar.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QStackedWidget>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr QSize leastSize(760, 480);
constexpr QSize usualSize(1440, 900);
} // namespace

MainWindow::MainWindow(Shell &shell, LookMenus &look, Preferences &preferences)
    : m_shell(shell),
      m_preferences(preferences),
      m_rail(new Rail(shell.theme(), this)),
      m_topBar(new TopBar(shell, look, this)),
      m_stack(new QStackedWidget(this)),
      m_tray(new NotificationTray(shell.theme(), m_stack)) {
    setObjectName(u"mainWindow"_s);
    setMinimumSize(leastSize);
    shell.setWindow(this);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);

    for (std::unique_ptr<Page> &page : makePages(shell)) {
        m_rail->addPage(*page);
        m_pages.push_back(page.get());
        m_stack->addWidget(page.release());
    }
    m_rail->setWide(preferences.wideRail());
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::widthChosen, this,
            [this](bool wide) { m_preferences.setWideRail(wide); });
    connect(m_topBar, &TopBar::anotherWorkspaceAsked, this, &MainWindow::anotherWorkspaceAsked);
    connect(&shell, &Shell::notified, m_tray, &NotificationTray::show);
    showPage(0);
    showTitle();
}

MainWindow::~MainWindow() { m_shell.setWindow(nullptr); }

void MainWindow::showPage(int at) {
    m_stack->setCurrentIndex(at);
    m_rail->setCurrent(at);
    m_tray->raise();
}

void MainWindow::restorePlace() {
    if (restoreGeometry(m_preferences.geometry()))
        return;
    const QRect room = screen()->availableGeometry();
    resize(usualSize.boundedTo(room.size()));
    move(room.center() - rect().center());
}

void MainWindow::sayOpeningNotes() {
    for (const Message &note : m_shell.workspace().openingNotes())
        m_shell.notify(ShellServices::Tone::Warning,
                       word(note, m_shell.language(), *m_shell.workspace().catalog()), {});
}

void MainWindow::showTitle() {
    // The platform adds the program's name.
    setWindowTitle(QDir(m_shell.workspace().paths().folder).dirName());
}

void MainWindow::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        m_rail->retranslate();
        m_tray->clear();
    }
    QWidget::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event) {
    m_preferences.setGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace dw::ui
