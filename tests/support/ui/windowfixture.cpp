// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/windowfixture.h"

#include "core/services/readworker.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {
namespace {

[[noreturn]] void give(const Error &error) {
    QString reasons;
    for (const Message &reason : error.reasons)
        reasons += u' ' + reason.id;
    qFatal("%s%s: %s", qPrintable(error.message.id), qPrintable(reasons), qPrintable(error.detail));
}

} // namespace

WindowFixture::WindowFixture()
    : m_clock(Instant{1'772'676'000'000}),
      m_preferences(ui::Preferences::none()),
      m_look(m_theme, m_languages, m_preferences),
      m_composing(nullptr),
      m_ring(m_theme, nullptr) {
    m_theme.apply(ui::ThemeChoice::Light);
    m_languages.use(Language::English);
    auto made = Workspace::create(
        {.path = m_folder.filePath(u"workspace"_s), .clock = m_clock, .wall = m_wall},
        {u"tester"_s, u"Li Wanqing"_s, u"Asia/Shanghai"_s, Language::English, u"CNY"_s});
    if (!made)
        give(made.error());
    m_workspace = std::move(*made);
    m_shell = std::make_unique<ui::Shell>(*m_workspace, m_theme, m_languages);
    QObject::connect(m_shell.get(), &ui::Shell::notified, m_shell.get(),
                     [this](const ui::Notification &n) { said.push_back(n); });
    m_window = std::make_unique<ui::MainWindow>(*m_shell, m_look, m_preferences);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->activateWindow();
    settle();
}

WindowFixture::~WindowFixture() {
    m_window.reset();
    m_languages.use(Language::English);
    QLocale::setDefault(QLocale::c());
}

void WindowFixture::settle() {
    // An answer may ask again.
    for (int round = 0; round < 4; ++round) {
        m_workspace->worker().drain();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
    }
}

Committed WindowFixture::must(const Work &work) {
    auto done = m_workspace->run(work);
    if (!done)
        give(done.error());
    settle();
    return *done;
}

std::vector<RecordId> WindowFixture::called(const QString &entity, const QString &title) {
    auto found = m_workspace->reader().byTitle(entity, title);
    if (!found)
        give(found.error());
    return *found;
}

RecordId WindowFixture::make(const QString &entity, const std::vector<TypedEdit> &edits) {
    return must(typedWork(entity, {}, edits, origin())).notice.moved.front().id;
}

} // namespace dw::test
