// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QPixmap>

namespace dw::ui {

/// Line icons of resources/icons, rendered once per name, size in device pixels and colour. GUI
/// thread.
class IconCache final {
public:
    /// `pixels` is the side in device pixels. An unknown name gives a transparent picture and a
    /// warning in the log.
    [[nodiscard]] QPixmap pixmap(const QString &name, int pixels, const QColor &color);
    void clear() { m_pixmaps.clear(); }

private:
    struct Key {
        QString name;
        int pixels;
        QRgb color;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) {
            return qHashMulti(seed, key.name, key.pixels, key.color);
        }
    };
    [[nodiscard]] const QByteArray &source(const QString &name);

    QHash<QString, QByteArray> m_sources;
    QHash<Key, QPixmap> m_pixmaps;
};

} // namespace dw::ui
