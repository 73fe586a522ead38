// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shadow.h"

#include <QPainter>

namespace dw::ui {

namespace {
constexpr int drop = 3;
constexpr float lightLayer = 0.011F;
constexpr float darkLayer = 0.05F;
} // namespace

void paintShadow(QPainter &p, const QRectF &rect, Scheme scheme) {
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    QColor color = Qt::black;
    color.setAlphaF(scheme == Scheme::Dark ? darkLayer : lightLayer);
    p.setBrush(color);
    for (int grown = 1; grown <= shadowReach - drop; ++grown) {
        const double radius = metric::radiusCard + grown;
        p.drawRoundedRect(rect.adjusted(-grown, -grown, grown, grown).translated(0, drop), radius,
                          radius);
    }
    p.restore();
}

} // namespace dw::ui
