// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"
#include "ui/shell/lookmenus.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"
#include "ui/widgets/composing.h"
#include "ui/widgets/focusring.h"

#include <QTemporaryDir>
#include <memory>

namespace dw::test {

/// The whole window over a real workspace in a temporary folder, shown offscreen: what the program
/// builds, with a clock that stands still at 2026-03-05T02:00:00Z (10 o'clock in Shanghai, the
/// workspace's zone), in English and the light theme.
class WindowFixture final {
public:
    WindowFixture();
    ~WindowFixture();

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::Shell &shell() { return *m_shell; }
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] ui::Languages &languages() { return m_languages; }
    [[nodiscard]] ui::Theme &theme() { return m_theme; }
    [[nodiscard]] Origin origin() const { return {m_workspace->actor()}; }

    /// Runs and waits, the notice too; ends the test program with the reason where it fails.
    Committed must(const Work &work);
    /// Rows of an entity called so.
    [[nodiscard]] std::vector<RecordId> called(const QString &entity, const QString &title);
    /// Makes a row from typed text.
    RecordId make(const QString &entity, const std::vector<TypedEdit> &edits);
    /// Waits until all questions asked so far are answered and their answers delivered.
    void settle();
    /// The open dialog of a type; null where there is none.
    template <typename T> [[nodiscard]] T *dialog() const {
        const auto all = m_window->findChildren<T *>();
        const auto open =
            std::find_if(all.begin(), all.end(), [](const T *d) { return d->isVisible(); });
        return open == all.end() ? nullptr : *open;
    }
    /// What the window said since it was made, oldest first.
    std::vector<ui::Notification> said;

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    SystemClock m_wall;
    ui::Preferences m_preferences;
    ui::Theme m_theme;
    ui::Languages m_languages;
    ui::LookMenus m_look;
    ui::Composing m_composing;
    ui::FocusRing m_ring;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ui::Shell> m_shell;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace dw::test
