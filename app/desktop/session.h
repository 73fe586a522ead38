// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"

namespace dw::desktop {

/// One open workspace with its window; the members go in the reverse order.
struct Session {
    Session(std::unique_ptr<Workspace> opened, ui::Theme &theme, ui::Languages &languages,
            ui::LookMenus &look, ui::Preferences &preferences)
        : workspace(std::move(opened)),
          shell(*workspace, theme, languages),
          window(shell, look, preferences) {}

    std::unique_ptr<Workspace> workspace;
    ui::Shell shell;
    ui::MainWindow window;
};

} // namespace dw::desktop
