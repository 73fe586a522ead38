// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "core/services/wording/wording.h"
#include "ui/shell/bellbutton.h"
#include "ui/shell/jobstatus.h"
#include "ui/shell/lookmenus.h"
#include "ui/shell/personbutton.h"
#include "ui/shell/shell.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/menubutton.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QUrl>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
constexpr int gap = 4;
constexpr int aroundSeparator = 16;
constexpr int separatorHeight = 18;
constexpr int iconSide = 16;

/// Under the button, with its right edge where the button's is when it would leave the window.
void popUnder(QMenu &menu, const QWidget &button) {
    const QWidget &window = *button.window();
    QPoint at = button.mapTo(&window, QPoint(0, button.height() + gap));
    at.setX(std::min(at.x(), window.width() - menu.sizeHint().width() - gap));
    menu.popup(window.mapToGlobal(at));
}

} // namespace

TopBar::TopBar(Shell &shell, LookMenus &look, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_look(look) {
    setObjectName(u"topBar"_s);
    setFixedHeight(metric::topBar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin, 0, margin, 1);
    layout->setSpacing(gap);
    buildWorkspace(*layout);
    layout->addStretch();
    m_jobs = new JobStatus(shell, this);
    layout->addWidget(m_jobs);
    buildNew(*layout);
    addSeparator(*layout);
    buildUndo(*layout);
    addSeparator(*layout);
    buildLook(*layout);
    m_bell = new BellButton(shell, this);
    layout->addWidget(m_bell);
    addSeparator(*layout);
    buildPerson(*layout);
    connect(&shell.undoControl(), &UndoControl::changed, this, &TopBar::showUndo);
    connect(&shell.workspace(), &Workspace::actorChanged, this, &TopBar::showPerson);
    connect(&shell.workspace(), &Workspace::changed, this, [this](const ChangeNotice &notice) {
        if (notice.touches(u"person"))
            showPerson();
    });
    connect(m_jobs, &JobStatus::ended, &shell, &Shell::sayJob);
    connect(&shell.theme(), &Theme::changed, this, &TopBar::retranslate);
    retranslate();
}

bool TopBar::mayWrite() const { return m_shell.workspace().mode() == Workspace::Mode::Write; }

void TopBar::buildWorkspace(QHBoxLayout &layout) {
    m_workspace = new MenuButton(m_shell.theme(), u"workspace"_s, this);
    m_workspace->setObjectName(u"workspace"_s);
    const QString folder = m_shell.workspace().paths().folder;
    m_workspace->setText(QDir(folder).dirName());
    m_workspace->setToolTip(QDir::toNativeSeparators(folder));
    QMenu *menu = makeMenu(m_workspace);
    m_another = menu->addAction(m_shell.theme().icon(u"folder"_s), {});
    m_showFolder = menu->addAction(m_shell.theme().icon(u"external"_s), {});
    menu->addSeparator();
    m_export = menu->addAction(m_shell.theme().icon(u"export"_s), {});
    m_export->setObjectName(u"export"_s);
    m_backUp = menu->addAction(m_shell.theme().icon(u"backup"_s), {});
    m_backUp->setObjectName(u"backUp"_s);
    connect(m_another, &QAction::triggered, this, &TopBar::anotherWorkspaceAsked);
    connect(m_export, &QAction::triggered, this, &TopBar::exportAsked);
    connect(m_backUp, &QAction::triggered, this, [this] { m_shell.backups().backUpNow(); });
    connect(menu, &QMenu::aboutToShow, this, &TopBar::showBackup);
    connect(&m_shell.backups(), &BackupSchedule::runningChanged, this, &TopBar::showBackup);
    connect(m_showFolder, &QAction::triggered, this,
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    connect(m_workspace, &QPushButton::clicked, this,
            [this, menu] { popUnder(*menu, *m_workspace); });
    layout.addWidget(m_workspace);
    m_readOnly = new QLabel(this);
    m_readOnly->setProperty("role", u"tag"_s);
    m_readOnly->setVisible(!mayWrite());
    layout.addWidget(m_readOnly);
}

void TopBar::buildNew(QHBoxLayout &layout) {
    m_new = new MenuButton(m_shell.theme(), u"plus"_s, this);
    m_new->setObjectName(u"new"_s);
    QMenu *menu = makeMenu(m_new);
    const auto add = [&](const QString &entity, const QString &icon, const QKeySequence &keys) {
        QAction *action = menu->addAction(m_shell.theme().icon(icon), {});
        action->setObjectName(u"new:"_s + entity);
        action->setShortcut(keys);
        action->setEnabled(mayWrite());
        connect(action, &QAction::triggered, this, [this, entity] { m_shell.openNew(entity, {}); });
        addAction(action);
        m_newActions.push_back({entity, action});
    };
    add(u"deal"_s, u"deal"_s, Qt::CTRL | Qt::Key_N);
    add(u"account"_s, u"account"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    add(u"contact"_s, u"contact"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    menu->addSeparator();
    m_import = menu->addAction(m_shell.theme().icon(u"import"_s), {});
    m_import->setObjectName(u"importFiles"_s);
    m_import->setShortcut(Qt::CTRL | Qt::Key_I);
    m_import->setEnabled(mayWrite());
    connect(m_import, &QAction::triggered, this, [this] { m_shell.openImport({}); });
    addAction(m_import);
    m_new->setEnabled(mayWrite());
    connect(m_new, &QPushButton::clicked, this, [this, menu] { popUnder(*menu, *m_new); });
    layout.addWidget(m_new);
}

void TopBar::buildUndo(QHBoxLayout &layout) {
    const auto add = [&](const QString &name, const QKeySequence &keys) {
        auto *action = new QAction(m_shell.theme().icon(name), {}, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setEnabled(false);
        addAction(action);
        QToolButton *button = addButton(layout, name);
        button->setDefaultAction(action);
        return action;
    };
    m_undo = add(u"undo"_s, Qt::CTRL | Qt::Key_Z);
    m_redo = add(u"redo"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    m_redo->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    connect(m_undo, &QAction::triggered, this, [this] { m_shell.undo(); });
    connect(m_redo, &QAction::triggered, this, [this] { m_shell.redo(); });
}

void TopBar::buildLook(QHBoxLayout &layout) {
    m_theme = addButton(layout, u"sun"_s);
    m_language = addButton(layout, u"globe"_s);
    const auto offer = [this](QToolButton *button, void (LookMenus::*fill)(QMenu &)) {
        connect(button, &QToolButton::clicked, this, [this, button, fill] {
            QMenu *menu = makeMenu(button);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            (m_look.*fill)(*menu);
            popUnder(*menu, *button);
        });
    };
    m_theme->setObjectName(u"theme"_s);
    m_language->setObjectName(u"language"_s);
    offer(m_theme, &LookMenus::fillThemes);
    offer(m_language, &LookMenus::fillLanguages);
}

void TopBar::buildPerson(QHBoxLayout &layout) {
    m_person = new PersonButton(m_shell.theme(), this);
    m_person->setObjectName(u"who"_s);
    QMenu *menu = makeMenu(m_person);
    m_switchPerson = menu->addAction(m_shell.theme().icon(u"users"_s), {});
    connect(m_switchPerson, &QAction::triggered, this, [this] { m_shell.choosePerson(); });
    menu->addSeparator();
    m_about = menu->addAction(m_shell.theme().icon(u"info"_s), {});
    m_about->setObjectName(u"about"_s);
    m_about->setShortcut(QKeySequence::HelpContents);
    connect(m_about, &QAction::triggered, this, &TopBar::aboutAsked);
    addAction(m_about);
    connect(m_person, &QAbstractButton::clicked, this,
            [this, menu] { popUnder(*menu, *m_person); });
    layout.addWidget(m_person);
}

QToolButton *TopBar::addButton(QHBoxLayout &layout, const QString &icon) {
    auto *button = new QToolButton(this);
    button->setIcon(m_shell.theme().icon(icon));
    button->setIconSize({iconSide, iconSide});
    button->setFixedSize(metric::control, metric::control);
    button->setFocusPolicy(Qt::StrongFocus);
    layout.addWidget(button);
    return button;
}

void TopBar::addSeparator(QHBoxLayout &layout) {
    auto *line = new QFrame(this);
    line->setProperty("kind", u"line"_s);
    line->setFixedSize(1, separatorHeight);
    layout.addSpacing(aroundSeparator - gap);
    layout.addWidget(line);
    layout.addSpacing(aroundSeparator - gap);
}

void TopBar::retranslate() {
    m_readOnly->setText(tr("Read only"));
    m_readOnly->setToolTip(tr("Another window or program writes to this workspace."));
    m_new->setText(tr("New"));
    const QString closed = tr("This workspace is open to read only");
    m_new->setToolTip(mayWrite() ? QString() : closed);
    for (const auto &[entity, action] : m_newActions)
        action->setText(
            m_shell.workspace().catalog()->entity(entity)->label.in(m_shell.language()));
    m_another->setText(tr("Open another workspace…"));
    m_showFolder->setText(tr("Show in folder"));
    m_export->setText(tr("Export…"));
    m_import->setText(tr("Import…"));
    m_jobs->retranslate();
    showBackup();
    m_switchPerson->setText(tr("Somebody else sits here…"));
    m_about->setText(tr("About Dealwright"));
    m_bell->retranslate();
    m_theme->setIcon(m_shell.theme().icon(m_look.themeIcon()));
    m_theme->setToolTip(tr("Theme"));
    m_language->setToolTip(tr("Language"));
    for (QWidget *button : {static_cast<QWidget *>(m_theme), static_cast<QWidget *>(m_language)})
        button->setAccessibleName(button->toolTip());
    showUndo();
    showPerson();
}

void TopBar::showUndo() {
    const auto show = [this](QAction *action, const std::optional<UndoControl::Next> &next,
                             const QString &plain, const QString &named) {
        action->setEnabled(next && mayWrite());
        action->setText(plain);
        QString what = plain;
        if (next)
            what = named.arg(word(next->label, m_shell.language(), *m_shell.workspace().catalog()));
        if (next && next->records > 1)
            what = tr("%1 · %n record(s)", nullptr, int(next->records)).arg(what);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(u"%1  (%2)"_s.arg(what, keys));
    };
    const UndoControl &control = m_shell.undoControl();
    show(m_undo, control.nextUndo(), tr("Undo"), tr("Undo: %1"));
    show(m_redo, control.nextRedo(), tr("Redo"), tr("Redo: %1"));
}

void TopBar::showPerson() {
    Workspace &workspace = m_shell.workspace();
    const QString name = workspace.actor().isNull()
                             ? QString()
                             : workspace.reader().title(u"person"_s, workspace.actor());
    m_person->setPerson(name, tr("Who sits here?"));
    m_person->setToolTip(tr("Who sits here: the author of every change"));
}

/// The age of the last one stands where a menu has its shortcuts.
void TopBar::showBackup() {
    const BackupSchedule &backups = m_shell.backups();
    const Workspace &workspace = m_shell.workspace();
    const auto newest = backups.newest();
    const QString last =
        backups.isRunning() ? tr("being made…")
        : newest ? displayInstant(newest->at, workspace.zone(), workspace.today(), Style::Short)
                 : tr("none yet");
    m_backUp->setText(tr("Back up now") + u'\t' + last);
    m_backUp->setEnabled(!backups.isRunning());
}

void TopBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::paintEvent(QPaintEvent *) {
    const Tokens &t = m_shell.theme().tokens();
    QPainter p(this);
    p.fillRect(rect(), t.surface);
    p.fillRect(QRect(0, height() - 1, width(), 1), t.border);
}

} // namespace dw::ui
