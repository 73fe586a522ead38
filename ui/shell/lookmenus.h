// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/languages.h"
#include "ui/shell/preferences.h"
#include "ui/theme/theme.h"

class QMenu;

namespace dw::ui {

/// The choices of theme and language: carries them out and remembers them on this computer.
class LookMenus final : public QObject {
    Q_OBJECT
public:
    LookMenus(Theme &theme, Languages &languages, Preferences &preferences);

    /// Fills an empty menu with the choices; the one in force is marked.
    void fillThemes(QMenu &menu);
    void fillLanguages(QMenu &menu);
    /// The icon of the theme in force: sun, moon or monitor.
    [[nodiscard]] QString themeIcon() const;

private:
    Theme &m_theme;
    Languages &m_languages;
    Preferences &m_preferences;
};

} // namespace dw::ui
