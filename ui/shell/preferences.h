// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddesc.h"
#include "ui/theme/theme.h"

#include <QSettings>
#include <memory>

namespace dw::ui {

/// What this computer remembers of the window, outside any workspace: look, language, place, the
/// workspace opened last.
class Preferences final {
public:
    /// In the usual place of the system.
    [[nodiscard]] static Preferences ofThisUser();
    /// In a file of its own.
    [[nodiscard]] static Preferences inFile(const QString &file);
    /// Starts empty and forgets.
    [[nodiscard]] static Preferences none();

    [[nodiscard]] std::optional<ThemeChoice> theme() const;
    void setTheme(ThemeChoice choice);
    [[nodiscard]] std::optional<Language> language() const;
    void setLanguage(Language language);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    [[nodiscard]] bool wideRail() const;
    void setWideRail(bool wide);
    [[nodiscard]] QString workspace() const;
    void setWorkspace(const QString &folder);
    /// Workspaces that a window of this user has shown before.
    [[nodiscard]] bool hasSeen(const QString &folder) const;
    void setSeen(const QString &folder);

private:
    explicit Preferences(std::unique_ptr<QSettings> settings);
    [[nodiscard]] QVariant value(QLatin1StringView key) const;
    void setValue(QLatin1StringView key, const QVariant &value);

    std::unique_ptr<QSettings> m_settings; ///< Null: nothing is kept.
};

} // namespace dw::ui
