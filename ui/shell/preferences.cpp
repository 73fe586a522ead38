// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include "core/services/wording/wording.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr std::pair<QLatin1StringView, ThemeChoice> themeNames[] = {
    {"light"_L1, ThemeChoice::Light},
    {"dark"_L1, ThemeChoice::Dark},
    {"system"_L1, ThemeChoice::System}};

} // namespace

Preferences::Preferences(std::unique_ptr<QSettings> settings) : m_settings(std::move(settings)) {}

Preferences Preferences::ofThisUser() {
    return Preferences(std::make_unique<QSettings>(u"Dealwright"_s, u"Dealwright"_s));
}

Preferences Preferences::inFile(const QString &file) {
    return Preferences(std::make_unique<QSettings>(file, QSettings::IniFormat));
}

Preferences Preferences::none() { return Preferences(nullptr); }

QVariant Preferences::value(QLatin1StringView key) const {
    return m_settings ? m_settings->value(QString(key)) : QVariant();
}

void Preferences::setValue(QLatin1StringView key, const QVariant &value) {
    if (m_settings)
        m_settings->setValue(QString(key), value);
}

std::optional<ThemeChoice> Preferences::theme() const {
    const QString stored = value("look/theme"_L1).toString();
    for (const auto &[name, choice] : themeNames) {
        if (stored == name)
            return choice;
    }
    return std::nullopt;
}

void Preferences::setTheme(ThemeChoice choice) {
    for (const auto &[name, known] : themeNames) {
        if (known == choice)
            setValue("look/theme"_L1, QString(name));
    }
}

std::optional<Language> Preferences::language() const {
    return languageFromName(value("look/language"_L1).toString());
}

void Preferences::setLanguage(Language language) {
    setValue("look/language"_L1, language == Language::Chinese ? u"zh_CN"_s : u"en"_s);
}

QByteArray Preferences::geometry() const { return value("window/geometry"_L1).toByteArray(); }

void Preferences::setGeometry(const QByteArray &geometry) {
    setValue("window/geometry"_L1, geometry);
}

bool Preferences::wideRail() const { return value("window/wideRail"_L1).toBool(); }

void Preferences::setWideRail(bool wide) { setValue("window/wideRail"_L1, wide); }

QString Preferences::workspace() const { return value("workspace/last"_L1).toString(); }

void Preferences::setWorkspace(const QString &folder) { setValue("workspace/last"_L1, folder); }

bool Preferences::hasSeen(const QString &folder) const {
    return value("workspace/seen"_L1).toStringList().contains(folder);
}

void Preferences::setSeen(const QString &folder) {
    if (!hasSeen(folder))
        setValue("workspace/seen"_L1, value("workspace/seen"_L1).toStringList() << folder);
}

} // namespace dw::ui
