// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QIconEngine>
#include <QPointer>

namespace dw::ui {

/// An icon that asks the theme when it is painted, so that a change of theme needs no new icons.
class ThemeIcon final : public QIconEngine {
public:
    ThemeIcon(const Theme &theme, QString name, QColor Tokens::*color)
        : m_theme(&theme),
          m_name(std::move(name)),
          m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override { return new ThemeIcon(*this); }

private:
    [[nodiscard]] QColor colorIn(QIcon::Mode mode) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    QColor Tokens::*m_color;
};

} // namespace dw::ui
