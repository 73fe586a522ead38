// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include "app/desktop/sample.h"
#include "core/services/wording/wording.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSessionManager>
#include <cstdio>

namespace dw::desktop {
using namespace Qt::StringLiterals;

namespace {

ui::Preferences preferencesFor(const DesktopOptions &options) {
    // A picture shows the workspace, not the habits of whoever makes it.
    return options.pictures.isEmpty() ? ui::Preferences::ofThisUser() : ui::Preferences::none();
}

} // namespace

Application::Application(const DesktopOptions &options)
    : m_options(options),
      m_clocks(options.program.now),
      m_preferences(preferencesFor(options)),
      m_look(m_theme, m_languages, m_preferences),
      m_composing(nullptr),
      m_focusRing(m_theme, nullptr),
      m_dialogs(m_theme),
      m_startUp({m_clocks.business(), m_clocks.wall(), m_dialogs,
                 [this] { return m_languages.current(); }, sampleWorkspace}) {
    m_languages.use(
        options.language.value_or(m_preferences.language().value_or(options.program.language)));
    const auto usual =
        options.pictures.isEmpty() ? ui::ThemeChoice::System : ui::ThemeChoice::Light;
    m_theme.apply(options.theme.value_or(m_preferences.theme().value_or(usual)));
    QApplication::setWindowIcon(QIcon(u":/icons/app.svg"_s));
    // What ends the program from outside closes the workspace as a person would.
    connect(&m_endSignals, &EndSignals::asked, this, [] { QApplication::exit(0); });
    connect(qApp, &QGuiApplication::commitDataRequest, this, &Application::endSession);
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] { m_session.reset(); });
}

Application::~Application() = default;

int Application::run() {
    // Between two windows none may stand for a moment.
    QApplication::setQuitOnLastWindowClosed(false);
    if (m_options.pictures.isEmpty())
        openForPeople();
    else if (!openForPictures())
        return 1;
    return QApplication::exec();
}

void Application::openForPeople() {
    connect(&m_startUp, &StartUp::opened, this, &Application::showWindow);
    connect(&m_startUp, &StartUp::gaveUp, this, [this] { quit(0); });
    const QString named = m_options.program.workspace;
    m_startUp.begin(named.isEmpty() ? m_preferences.workspace() : named);
}

void Application::showWindow() {
    m_session = std::make_unique<Session>(m_startUp.takeWorkspace(), m_theme, m_languages, m_look,
                                          m_preferences);
    ui::MainWindow &window = m_session->window;
    connect(&window, &ui::MainWindow::anotherWorkspaceAsked, this, &Application::askForAnother);
    window.restorePlace();
    window.show();
    window.sayOpeningNotes();
    m_session->shell.backups().start();
    QApplication::setQuitOnLastWindowClosed(true);

    const QString folder = m_session->workspace->paths().folder;
    m_preferences.setWorkspace(folder);
    const bool nobody = m_session->workspace->actor().isNull();
    if (nobody || !m_preferences.hasSeen(folder))
        m_session->shell.choosePerson();
    m_preferences.setSeen(folder);
}

void Application::askForAnother() {
    auto *dialog = new QFileDialog(&m_session->window, tr("Open a workspace"),
                                   QFileInfo(m_session->workspace->paths().folder).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    // Queued: the window that is answered for goes meanwhile.
    connect(dialog, &QFileDialog::fileSelected, this, &Application::exchange, Qt::QueuedConnection);
    dialog->open();
}

void Application::exchange(const QString &path) {
    QApplication::setQuitOnLastWindowClosed(false);
    m_session.reset();
    m_startUp.begin(path);
}

/// Asks nothing: read only where it cannot be written, and an error where it cannot be read.
bool Application::openForPictures() {
    Workspace::Options options{
        .path = m_options.program.workspace, .clock = m_clocks.business(), .wall = m_clocks.wall()};
    if (options.path.isEmpty()) {
        complain(makeError(ErrorKind::Invalid, u"cli.no_workspace"_s));
        return false;
    }
    auto workspace = Workspace::open(options);
    if (!workspace
        && (workspace.error().kind == ErrorKind::Busy || workspace.error().kind == ErrorKind::Io)) {
        Workspace::Options reading = options;
        reading.mode = Workspace::Mode::ReadOnly;
        workspace = Workspace::open(reading);
    }
    if (!workspace) {
        complain(workspace.error());
        return false;
    }
    m_session = std::make_unique<Session>(std::move(*workspace), m_theme, m_languages, m_look,
                                          m_preferences);
    makePictures();
    return true;
}

void Application::makePictures() {
    m_pictures = std::make_unique<Pictures>(m_session->window, m_session->shell, m_options.pictures,
                                            m_options.size);
    connect(m_pictures.get(), &Pictures::finished, this, [this] { quit(0); });
    connect(m_pictures.get(), &Pictures::failed, this, [this](const Error &error) {
        complain(error);
        quit(1);
    });
    m_pictures->start();
}

/// The desktop session ends. What is typed and not kept holds it up, where the session lets us ask;
/// the workspace itself is closed when the program leaves.
void Application::endSession(QSessionManager &manager) {
    if (!m_session || !m_options.pictures.isEmpty() || m_session->window.isAllKept()
        || !manager.allowsInteraction())
        return;
    manager.cancel();
    manager.release();
    m_session->window.close();
}

void Application::quit(int code) {
    // Before the event loop runs there is nothing to leave.
    QMetaObject::invokeMethod(
        qApp, [code] { QApplication::exit(code); }, Qt::QueuedConnection);
}

void Application::complain(const Error &error) {
    const QString text = word(error, m_languages.current(), *Catalog::builtin());
    std::fprintf(stderr, "dealwright: %s\n", qUtf8Printable(text));
}

} // namespace dw::desktop
