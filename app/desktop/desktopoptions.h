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
    bool help = false;
    bool version = false;
};

/// Fails (Invalid) with "cli.*".
[[nodiscard]] Result<DesktopOptions> readDesktopOptions(const QStringList &words);
[[nodiscard]] QString usage();

enum class Surface { Screen, None };

/// What must be settled before the application object is made: --scale, and the platform where
/// there is no display (pictures, usage and errors need none). Leaves what the environment already
/// says.
Surface prepareEnvironment(int argc, char **argv);

} // namespace dw::desktop
