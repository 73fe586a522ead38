// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemscheme.h"

#include "ui/theme/portal.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>
#include <QVariant>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

Scheme schemeOfPalette() {
    const QPalette palette = QGuiApplication::palette();
    const bool dark = palette.color(QPalette::Window).lightness()
                      < palette.color(QPalette::WindowText).lightness();
    return dark ? Scheme::Dark : Scheme::Light;
}

std::optional<Scheme> schemeOfRegistry() {
#ifdef Q_OS_WIN
    const QSettings settings(
        uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
        QSettings::NativeFormat);
    const QVariant light = settings.value("AppsUseLightTheme"_L1);
    if (light.isValid())
        return light.toInt() == 0 ? Scheme::Dark : Scheme::Light;
#endif
    return std::nullopt;
}

} // namespace

SystemScheme::SystemScheme(QObject *parent) : QObject(parent), m_scheme(schemeOfPalette()) {
    refresh();
    watchPortal(this, [this](Scheme scheme) { set(scheme); });
}

void SystemScheme::refresh() {
    if (const auto scheme = schemeOfRegistry())
        set(*scheme);
}

void SystemScheme::set(Scheme scheme) {
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    emit changed();
}

} // namespace dw::ui
