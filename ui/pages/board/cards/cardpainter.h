// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/cards/cardface.h"

#include <QHash>
#include <QPixmap>
#include <QStaticText>

class QPainter;

namespace dw::ui {

/// Paints faces of cards: in their column, under the mouse, on paper. Keeps what painting a text
/// costs most, its shaping.
class CardPainter {
public:
    /// What the card looks like beside what it says.
    struct Look {
        bool hovered = false, selected = false, focused = false;
        bool marked = false;  ///< One of several that are selected.
        bool ghost = false;   ///< Its place while it is dragged.
        bool refused = false; ///< Came back from a move that was not allowed.
    };

    explicit CardPainter(const Theme &theme) : m_theme(theme) {}

    void paint(QPainter &p, const QPointF &at, int width, const CardFace &face, const Look &look);
    /// The colours changed.
    void forget() { m_avatars.clear(); }

    /// A face with its texts shaped.
    struct Shaped {
        CardFace face;
        std::vector<QStaticText> texts;
    };
    [[nodiscard]] static Shaped shape(CardFace face);
    void paint(QPainter &p, const QPointF &at, int width, const Shaped &shaped, const Look &look);

private:
    void paintFrame(QPainter &p, const QRectF &where, const Look &look) const;
    void paintParts(QPainter &p, const CardFace &face, const Look &look);
    void paintCheck(QPainter &p, const QRectF &box, bool marked) const;
    void paintOwner(QPainter &p, const CardFace &face);

    const Theme &m_theme;
    QHash<std::pair<QString, int>, QPixmap> m_avatars; ///< By name and device pixels.
};

} // namespace dw::ui
