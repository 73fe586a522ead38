// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popupplace.h"

#include "ui/theme/tokens.h"

#include <QScreen>
#include <QWidget>

namespace dw::ui {

QPoint popupPlace(const QWidget *anchor, const QSize &size) {
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + metric::grid));
    if (at.y() + size.height() > screen.bottom())
        at.setY(anchor->mapToGlobal(QPoint(0, -metric::grid)).y() - size.height());
    at.setX(std::max(screen.left(), std::min(at.x(), screen.right() - size.width())));
    at.setY(std::max(screen.top(), at.y()));
    return at;
}

} // namespace dw::ui
