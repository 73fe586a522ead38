// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace dw::ui {
using namespace Qt::StringLiterals;

Languages::Languages(QObject *parent) : QObject(parent) {}

Languages::~Languages() {
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void Languages::use(Language language) {
    m_current = language;
    const bool chinese = language == Language::Chinese;
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedStates));
    const QString code = chinese ? u"zh_CN"_s : u"en"_s;
    // Whatever loads tells all widgets at once, so ours comes last: then both languages agree.
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_ours);
    if (m_ours.load(u":/i18n/dealwright_"_s + code + u".qm"_s))
        QCoreApplication::installTranslator(&m_ours);
    emit changed();
}

} // namespace dw::ui
