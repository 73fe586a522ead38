// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/services/wording/wording.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/exports/exportrun.h"
#include "ui/dialogs/imports/droppedfiles.h"
#include "ui/shell/notificationtray.h"
#include "ui/shell/pagelist.h"
#include "ui/shell/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/shell.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowplace.h"

#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QStackedWidget>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr QSize leastSize(760, 480);
constexpr QSize usualSize(1440, 900);
/// What window managers draw around a window, as far as it is not known before it is shown.
constexpr QMargins usualFrame(4, 36, 4, 4);

QMargins frameOf(const QWidget &window) {
    const QRect outer = window.frameGeometry();
    const QRect inner = window.geometry();
    if (outer == inner)
        return usualFrame;
    return {inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
            outer.bottom() - inner.bottom()};
}

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
    setAcceptDrops(true);
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

    for (std::unique_ptr<Page> &page : makePages(shell))
        addPage(std::move(page));
    m_rail->setWide(preferences.wideRail());
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::widthChosen, this,
            [this](bool wide) { m_preferences.setWideRail(wide); });
    connect(m_topBar, &TopBar::anotherWorkspaceAsked, this,
            [this] { whenKept([this] { emit anotherWorkspaceAsked(); }); });
    connect(m_topBar, &TopBar::exportAsked, this, &MainWindow::askExport);
    connect(m_topBar, &TopBar::aboutAsked, this,
            [this] { (new AboutDialog(m_shell, this))->open(); });
    connect(&shell, &Shell::notified, m_tray, &NotificationTray::show);
    connect(&shell.workspace(), &Workspace::changed, m_tray,
            [this](const ChangeNotice &notice) { m_tray->overtake(notice.set); });
    showAt(0);
    showTitle();
}

MainWindow::~MainWindow() { m_shell.setWindow(nullptr); }

void MainWindow::addPage(std::unique_ptr<Page> page) {
    m_rail->addPage(*page);
    m_pages.push_back(page.get());
    m_stack->addWidget(page.release());
}

Page *MainWindow::currentPage() const { return m_pages[size_t(m_stack->currentIndex())]; }

void MainWindow::showPage(int at) {
    if (at == m_stack->currentIndex())
        return;
    // The rail has marked the other page already; it comes only with the answer.
    m_rail->setCurrent(m_stack->currentIndex());
    whenKept([this, at] { showAt(at); });
}

void MainWindow::showAt(int at) {
    m_stack->setCurrentIndex(at);
    m_rail->setCurrent(at);
    m_tray->raise();
}

/// What would be lost, and the dialog or page that holds it; empty where all is kept.
QString MainWindow::unsaved(QWidget *&where) {
    for (Dialog *dialog : findChildren<Dialog *>()) {
        if (dialog->isVisible() && dialog->hasInput()) {
            where = dialog;
            return dialog->windowTitle();
        }
    }
    where = this;
    return currentPage()->mayClose() ? QString() : currentPage()->unsaved();
}

bool MainWindow::isAllKept() {
    QWidget *where = nullptr;
    return unsaved(where).isEmpty();
}

/// At once where nothing would be lost, else when the person says so.
void MainWindow::whenKept(std::function<void()> go) {
    QWidget *where = nullptr;
    const QString lost = unsaved(where);
    if (lost.isEmpty())
        go();
    else
        askToLose(lost, *where, std::move(go));
}

void MainWindow::askToLose(const QString &lost, QWidget &over, std::function<void()> go) {
    const auto asked = findChildren<ConfirmDialog *>();
    if (std::any_of(asked.begin(), asked.end(), [](const QDialog *d) { return d->isVisible(); }))
        return;
    auto *dialog = new ConfirmDialog({tr("Leave without saving “%1”?").arg(lost),
                                      tr("What was typed there is not saved and would be lost."),
                                      tr("Leave without saving"), tr("Go on editing")},
                                     &over);
    connect(dialog, &ConfirmDialog::agreed, this, std::move(go));
    dialog->open();
}

void MainWindow::restorePlace() {
    QRect wanted(QPoint(), usualSize);
    if (restoreGeometry(m_preferences.geometry()))
        wanted = geometry();
    else
        wanted.moveCenter(screen()->availableGeometry().center());
    if (isMaximized() || isFullScreen())
        return;
    const QScreen *at = QGuiApplication::screenAt(wanted.center());
    const QRect room = (at ? at : screen())->availableGeometry();
    const QRect place = placeWithin(wanted, room, frameOf(*this));
    setMinimumSize(leastSize.boundedTo(place.size()));
    setGeometry(place);
}

void MainWindow::sayOpeningNotes() {
    QStringList lines;
    for (const Message &note : m_shell.workspace().openingNotes())
        lines << word(note, m_shell.language(), *m_shell.workspace().catalog());
    if (!lines.isEmpty())
        m_shell.notify(ShellServices::Tone::Warning, lines.join(u'\n'), {});
}

void MainWindow::askExport() {
    auto *dialog = new ExportDialog(currentPage()->shownList(), m_shell, this);
    connect(dialog, &ExportDialog::answered, this,
            [this](const ExportChoice &choice) { new ExportRun(choice, m_shell, this); });
    dialog->open();
}

/// Files that are dragged onto the window are imported.
void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    if (m_shell.workspace().mode() == Workspace::Mode::Write
        && !droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event) {
    const QStringList files = droppedFiles(*event->mimeData());
    event->acceptProposedAction();
    // The drag is to end before a dialog opens.
    QMetaObject::invokeMethod(
        this, [this, files] { m_shell.openImport(files); }, Qt::QueuedConnection);
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
    QWidget *where = nullptr;
    const QString lost = m_mayClose ? QString() : unsaved(where);
    if (!lost.isEmpty()) {
        event->ignore();
        askToLose(lost, *where, [this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_preferences.setGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

bool MainWindow::event(QEvent *event) {
    switch (event->type()) {
    case QEvent::WindowBlocked:
        keepFocus(true);
        break;
    case QEvent::WindowUnblocked:
        keepFocus(false);
        break;
    case QEvent::Show:
        if (!focusWidget())
            focusPage();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

/// A dialog that closes gives the focus back to where it was, and to the page where that is gone.
void MainWindow::keepFocus(bool behindDialog) {
    m_tray->setBehindDialog(behindDialog);
    if (behindDialog) {
        m_focusBefore = focusWidget();
        return;
    }
    if (m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else
        focusPage();
}

/// What a page would give it to may not be there (a board without cards).
void MainWindow::focusPage() {
    Page *page = currentPage();
    page->takeFocus();
    const QWidget *has = focusWidget();
    if (!has || !has->isVisible() || !page->isAncestorOf(has))
        page->Page::takeFocus();
}

} // namespace dw::ui
