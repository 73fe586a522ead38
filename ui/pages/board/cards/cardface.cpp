// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/cards/cardface.h"

#include <QFontMetricsF>
#include <cmath>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr qreal paddingX = 9, paddingY = 7, icon = 12, glyph = 14, check = 16, avatarSide = 20;

/// Puts the lines of one card into its face.
class Layout {
public:
    Layout(const BoardCard &card, const CardScene &scene, const Theme &theme, int width)
        : m_card(card),
          m_scene(scene),
          m_theme(theme),
          m_inner(paddingX, paddingY, width - 2 * paddingX, cardsize::height - 2 * paddingY) {}

    CardFace run() {
        title(line(0, 18));
        put(line(18, 16), CardWords::account(m_card), m_theme.font(metric::small),
            m_card.accountName.isEmpty() ? &Tokens::faint : &Tokens::secondary);
        amount(line(37, 22));
        nextStep(line(61, 17));
        foot(line(81, 20));
        return std::move(m_face);
    }

private:
    [[nodiscard]] QRectF line(qreal top, qreal height) const {
        return {m_inner.left(), m_inner.top() + top, m_inner.width(), height};
    }
    void put(const QRectF &box, const QString &text, const QFont &font, QColor Tokens::*color,
             bool right = false) {
        // A box narrower than an ellipsis says nothing.
        if (box.width() < 8 || text.isEmpty())
            return;
        // Names are one line, whatever they hold.
        QString single = text;
        single.replace(u'\n', u' ');
        const QString shown = QFontMetricsF(font).elidedText(single, Qt::ElideRight, box.width());
        m_face.texts.push_back({box, shown, font, color, right, shown != single});
    }
    static qreal widthOf(const QFont &font, const QString &text) {
        return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1;
    }
    void title(const QRectF &line) {
        m_face.warns = !cardWarnings(m_card, m_scene.stage.outcome, m_scene.today).empty();
        m_face.corner = {line.right() - check, line.center().y() - check / 2, check, check};
        QRectF text = line;
        if (m_face.warns)
            text.setRight(line.right() - glyph - 4);
        put(text, m_card.name, m_theme.font(metric::body, 600), &Tokens::text);
    }
    [[nodiscard]] QString rate() const {
        const auto &probability = m_scene.stage.winProbability;
        return probability ? u"%1%"_s.arg(qRound(*probability)) : QString();
    }
    [[nodiscard]] qreal pillWidth() const {
        return rate().isEmpty() ? 0 : widthOf(m_theme.font(metric::caption, 500), rate()) + 15;
    }
    qreal pill(const QRectF &line) {
        const auto &stage = m_scene.stage;
        if (!stage.winProbability)
            return 0;
        const bool won = stage.outcome == Outcome::Won, lost = stage.outcome == Outcome::Lost;
        const QString text = rate();
        const QFont font = m_theme.font(metric::caption, 500);
        const qreal inside = widthOf(font, text), width = inside + 15;
        m_face.pill = {line.right() - width, line.center().y() - 9, width, 18};
        m_face.pillFill = won    ? &Tokens::positiveSoft
                          : lost ? &Tokens::dangerSoft
                                 : &Tokens::sunken;
        put({m_face.pill.left() + 7.5, m_face.pill.top(), inside, 18}, text, font,
            won    ? &Tokens::positiveText
            : lost ? &Tokens::dangerText
                   : &Tokens::secondary);
        return width;
    }
    void amount(const QRectF &line) {
        const QString words = CardWords::amount(m_card, m_scene, Style::Short);
        const QFont font = m_card.amount ? m_theme.font(14, 600) : m_theme.font(metric::small, 500);
        // A figure is worth more than a rate that its column says too.
        const qreal room = line.width() - widthOf(font, words);
        const qreal taken = room < pillWidth() + 6 ? 0 : pill(line);
        put(line.adjusted(0, 0, taken > 0 ? -taken - 6 : 0, 0), words, font,
            m_card.amount ? &Tokens::text : &Tokens::warningText);
    }
    void nextStep(const QRectF &line) {
        const CardWords::NextStep next = CardWords::nextStep(m_card, m_scene);
        m_face.icons.push_back({{line.left(), line.center().y() - icon / 2, icon, icon},
                                next.icon,
                                next.late ? &Tokens::warning : &Tokens::glyph});
        put(line.adjusted(icon + 5, 0, 0, 0), next.text, m_theme.font(metric::caption),
            next.late ? &Tokens::warningText : &Tokens::secondary);
    }
    void foot(const QRectF &line) {
        const QFont font = m_theme.font(metric::caption);
        qreal left = line.left(), right = line.right();
        if (const QString days = CardWords::days(m_card, m_scene); !days.isEmpty()) {
            const qreal width = std::min(widthOf(font, days), line.width() - avatarSide);
            put({right - width, line.top(), width, line.height()}, days, font, &Tokens::faint,
                true);
            right -= width + 6;
        }
        if (!m_card.ownerName.isEmpty()) {
            m_face.avatar = {left, line.top(), avatarSide, avatarSide};
            m_face.owner = m_card.ownerName;
            left += avatarSide + 6;
        }
        // By owner or month the column does not say the stage.
        const bool stage = m_scene.grouping != BoardGrouping::Stage;
        put({left, line.top(), right - left, line.height()},
            stage ? m_scene.stage.name : CardWords::owner(m_card), font,
            stage || !m_card.ownerName.isEmpty() ? &Tokens::secondary : &Tokens::faint);
    }

    const BoardCard &m_card;
    const CardScene &m_scene;
    const Theme &m_theme;
    QRectF m_inner;
    CardFace m_face;
};

} // namespace

CardFace faceOf(const BoardCard &card, const CardScene &scene, const Theme &theme, int width) {
    return Layout(card, scene, theme, width).run();
}

} // namespace dw::ui
