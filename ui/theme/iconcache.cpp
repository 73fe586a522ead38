// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconcache.h"

#include "core/base/log.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace dw::ui {
using namespace Qt::StringLiterals;

const QByteArray &IconCache::source(const QString &name) {
    const auto found = m_sources.constFind(name);
    if (found != m_sources.constEnd())
        return *found;
    QFile file(u":/icons/"_s + name + u".svg"_s);
    QByteArray svg;
    if (file.open(QIODevice::ReadOnly))
        svg = file.readAll();
    else
        qCWarning(lcUi).noquote() << "no icon named" << name;
    return *m_sources.insert(name, svg);
}

QPixmap IconCache::pixmap(const QString &name, int pixels, const QColor &color) {
    const Key key{name, pixels, color.rgba()};
    const auto found = m_pixmaps.constFind(key);
    if (found != m_pixmaps.constEnd())
        return *found;
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QByteArray svg = source(name);
    if (!svg.isEmpty()) {
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(double(color.alphaF()));
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    return *m_pixmaps.insert(key, pixmap);
}

} // namespace dw::ui
