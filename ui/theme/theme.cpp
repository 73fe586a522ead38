// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/fonts.h"
#include "ui/theme/iconcache.h"
#include "ui/theme/stillstyle.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/systemscheme.h"
#include "ui/theme/themeicon.h"

#include <QApplication>
#include <QPainter>
#include <cmath>

namespace dw::ui {
using namespace Qt::StringLiterals;

Theme::Theme(QObject *parent)
    : QObject(parent),
      m_system(std::make_unique<SystemScheme>()),
      m_icons(std::make_unique<IconCache>()) {
    loadFigures();
    connect(m_system.get(), &SystemScheme::changed, this, [this] {
        if (m_choice == ThemeChoice::System)
            use(m_system->scheme());
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState s) {
        if (s == Qt::ApplicationActive)
            m_system->refresh();
    });
}

Theme::~Theme() = default;

void Theme::apply(ThemeChoice choice) {
    m_choice = choice;
    QApplication::setStyle(new StillStyle);
    stopEffects();
    QApplication::setFont(font(metric::body));
    Scheme scheme = m_system->scheme();
    if (choice != ThemeChoice::System)
        scheme = choice == ThemeChoice::Dark ? Scheme::Dark : Scheme::Light;
    use(scheme);
}

void Theme::refreshFonts() {
    QApplication::setFont(font(metric::body));
    emit changed();
}

void Theme::use(Scheme scheme) {
    m_scheme = scheme;
    m_icons->clear();
    QApplication::setPalette(paletteOf(tokens()));
    qApp->setStyleSheet(styleSheetOf(tokens()));
    emit changed();
}

QFont Theme::font(int px, int weight) const {
    QFont font;
    font.setFamilies(interfaceFamilies());
    font.setPixelSize(px);
    font.setWeight(QFont::Weight(availableWeight(weight)));
    return font;
}

QPixmap Theme::pixmap(const QString &name, int px, const QColor &color, qreal ratio) const {
    QPixmap pixmap = m_icons->pixmap(name, int(std::lround(px * ratio)), color);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void Theme::paintIcon(QPainter &p, const QRectF &where, const QString &name,
                      const QColor &color) const {
    const qreal ratio = p.device()->devicePixelRatioF();
    const qreal side = std::min(where.width(), where.height());
    const QPixmap picture = pixmap(name, int(std::lround(side)), color, ratio);
    // On whole device pixels, or hairlines turn soft.
    const auto snapped = [ratio](qreal at) { return std::round(at * ratio) / ratio; };
    p.drawPixmap(
        QPointF(snapped(where.center().x() - side / 2), snapped(where.center().y() - side / 2)),
        picture);
}

QIcon Theme::icon(const QString &name, QColor Tokens::*color) const {
    return QIcon(new ThemeIcon(*this, name, color));
}

} // namespace dw::ui
