// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/programoptions.h"
#include "ui/theme/theme.h"

#include <QSize>

namespace dw::desktop {

/// How the window program was called.
struct DesktopOptions {
    ProgramOptions program; ///< `workspace` from --workspace, or a file or folder given alone.
    std::optional<Language> language; ///< Only where --lang said it.
    std::optional<ui::ThemeChoice> theme;
    QString pictures; ///< Folder of --screenshots; empty = a window for people.
    QSize size{1440, 900};
};

/// Fails (Invalid) with "cli.*".
[[nodiscard]] Result<DesktopOptions> readDesktopOptions(const QStringList &words);
[[nodiscard]] QString usage();

/// What --help or --version answer; empty where neither was asked for. Needs no application object.
[[nodiscard]] QString answerAlone(int argc, const char *const *argv);

enum class Surface { Screen, None };

/// What must be settled before the application object is made: --scale, and the platform where
/// there is no display (pictures, usage and errors need none). Leaves what the environment already
/// says.
Surface prepareEnvironment(int argc, const char *const *argv);

} // namespace dw::desktop
