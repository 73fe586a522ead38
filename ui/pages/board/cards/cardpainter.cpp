// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/cards/cardpainter.h"

#include "ui/widgets/avatar.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

namespace dw::ui {
using namespace Qt::StringLiterals;

CardPainter::Shaped CardPainter::shape(CardFace face) {
    Shaped shaped{std::move(face), {}};
    shaped.texts.reserve(shaped.face.texts.size());
    for (const CardFace::Text &text : shaped.face.texts) {
        QStaticText shape(text.text);
        shape.setTextFormat(Qt::PlainText);
        shape.prepare({}, text.font);
        shaped.texts.push_back(std::move(shape));
    }
    return shaped;
}

void CardPainter::paint(QPainter &p, const QPointF &at, int width, const CardFace &face,
                        const Look &look) {
    paint(p, at, width, shape(face), look);
}

void CardPainter::paint(QPainter &p, const QPointF &at, int width, const Shaped &shaped,
                        const Look &look) {
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(at);
    if (look.ghost)
        p.setOpacity(0.38);
    paintFrame(p, QRectF(0, 0, width, cardsize::height), look);
    paintParts(p, shaped.face, look);
    const Tokens &t = m_theme.tokens();
    for (size_t i = 0; i < shaped.texts.size(); ++i) {
        const CardFace::Text &text = shaped.face.texts[i];
        const QSizeF size = shaped.texts[i].size();
        p.setFont(text.font);
        p.setPen(t.*text.color);
        const qreal x = text.right ? text.box.right() - size.width() : text.box.left();
        p.drawStaticText(QPointF(x, text.box.center().y() - size.height() / 2), shaped.texts[i]);
    }
    p.restore();
}

void CardPainter::paintFrame(QPainter &p, const QRectF &where, const Look &look) const {
    const Tokens &t = m_theme.tokens();
    qreal width = 1;
    QColor edge = look.hovered ? t.strongBorder : t.border;
    // A card that came back is selected as a rule; that it came back says more.
    if (look.refused) {
        width = 2;
        edge = t.danger;
    } else if (look.selected) {
        width = 2;
        edge = t.accent;
    } else if (look.marked || look.focused) {
        edge = t.accent;
    }
    QPen pen(edge, width);
    if (look.ghost)
        pen.setStyle(Qt::DashLine);
    p.setPen(pen);
    p.setBrush(look.marked ? t.accentSoft : t.surface);
    const qreal half = width / 2;
    p.drawRoundedRect(where.adjusted(half, half, -half, -half), metric::radiusCard,
                      metric::radiusCard);
}

void CardPainter::paintParts(QPainter &p, const CardFace &face, const Look &look) {
    const Tokens &t = m_theme.tokens();
    if (look.marked || (look.hovered && !look.ghost)) {
        paintCheck(p, face.corner, look.marked);
    } else if (face.warns) {
        const QRectF &c = face.corner;
        m_theme.paintIcon(p, {c.right() - 14, c.center().y() - 7, 14, 14}, u"warning"_s, t.warning);
    }
    for (const CardFace::Icon &icon : face.icons)
        m_theme.paintIcon(p, icon.box, icon.name, t.*icon.color);
    if (!face.pill.isNull()) {
        p.setPen(Qt::NoPen);
        p.setBrush(look.marked && face.pillFill == &Tokens::sunken ? t.surface : t.*face.pillFill);
        p.drawRoundedRect(face.pill, 9, 9);
    }
    if (!face.avatar.isNull())
        paintOwner(p, face);
}

void CardPainter::paintCheck(QPainter &p, const QRectF &box, bool marked) const {
    const Tokens &t = m_theme.tokens();
    p.setPen(QPen(marked ? t.accent : t.strongBorder, 1));
    p.setBrush(marked ? t.accent : t.surface);
    p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (marked)
        m_theme.paintIcon(p, box.adjusted(2, 2, -2, -2), u"check"_s, t.onAccent);
}

void CardPainter::paintOwner(QPainter &p, const CardFace &face) {
    // Paper has more points than the screen.
    if (p.paintEngine()->type() == QPaintEngine::Pdf) {
        paintAvatar(p, face.avatar, face.owner, m_theme, m_theme.tokens().surface);
        return;
    }
    const qreal ratio = p.device()->devicePixelRatioF();
    const QSize pixels = (face.avatar.size() * ratio).toSize();
    QPixmap &pixmap = m_avatars[{face.owner, pixels.width()}];
    if (pixmap.isNull()) {
        pixmap = QPixmap(pixels);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter inner(&pixmap);
        paintAvatar(inner, QRectF({}, face.avatar.size()), face.owner, m_theme,
                    m_theme.tokens().surface);
    }
    p.drawPixmap(face.avatar.topLeft(), pixmap);
}

} // namespace dw::ui
