// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddesc.h"

#include <QTranslator>

namespace dw::ui {

/// The language of the interface: translators of ours and of Qt, and the locale of calendars and
/// numbers. Every widget gets a LanguageChange when it changes. One per program.
class Languages final : public QObject {
    Q_OBJECT
public:
    explicit Languages(QObject *parent = nullptr);
    ~Languages() override;

    [[nodiscard]] Language current() const { return m_current; }
    void use(Language language);

signals:
    void changed();

private:
    Language m_current = Language::English;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace dw::ui
