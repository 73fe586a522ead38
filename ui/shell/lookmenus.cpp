// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lookmenus.h"

#include "ui/widgets/menu.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

LookMenus::LookMenus(Theme &theme, Languages &languages, Preferences &preferences)
    : m_theme(theme),
      m_languages(languages),
      m_preferences(preferences) {}

void LookMenus::fillThemes(QMenu &menu) {
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::Light, tr("Light")},
                                                       {ThemeChoice::Dark, tr("Dark")},
                                                       {ThemeChoice::System, tr("As the system")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = addChoice(menu, m_theme, text, choice == m_theme.choice());
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_theme.apply(choice);
            m_preferences.setTheme(choice);
        });
    }
}

void LookMenus::fillLanguages(QMenu &menu) {
    // Each in its own language, or who cannot read the one in force would not find the other.
    const std::pair<Language, QString> choices[] = {{Language::English, u"English"_s},
                                                    {Language::Chinese, u"简体中文"_s}};
    for (const auto &[language, text] : choices) {
        QAction *action = addChoice(menu, m_theme, text, language == m_languages.current());
        connect(action, &QAction::triggered, this, [this, language = language] {
            m_languages.use(language);
            m_theme.refreshFonts();
            m_preferences.setLanguage(language);
        });
    }
}

QString LookMenus::themeIcon() const {
    if (m_theme.choice() == ThemeChoice::System)
        return u"monitor"_s;
    return m_theme.scheme() == Scheme::Dark ? u"moon"_s : u"sun"_s;
}

} // namespace dw::ui
