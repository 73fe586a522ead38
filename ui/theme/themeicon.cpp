// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/themeicon.h"

#include <QPainter>

namespace dw::ui {

QColor ThemeIcon::colorIn(QIcon::Mode mode) const {
    QColor color = m_theme->tokens().*m_color;
    if (mode == QIcon::Disabled)
        color.setAlphaF(0.5F);
    return color;
}

void ThemeIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) {
    if (m_theme)
        m_theme->paintIcon(*painter, rect, m_name, colorIn(mode));
}

QPixmap ThemeIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) {
    if (!m_theme)
        return {};
    return m_theme->pixmap(m_name, std::min(size.width(), size.height()), colorIn(mode), 1.0);
}

} // namespace dw::ui
