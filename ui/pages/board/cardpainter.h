// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QRectF>

class QPainter;

namespace dw::ui {

/// Paints one card of the board: title, account, amount with win probability, next step, owner with
/// days in stage. The same for the card in its column and the one under the mouse.
class CardPainter {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::CardPainter)
public:
    /// What the card looks like beside its values.
    struct Look {
        const BoardStage &stage;
        ReadTime time;
        QDate today;
        Language language = Language::English;
        bool hovered = false, selected = false, focused = false;
        bool ghost = false; ///< Its place while it is dragged.
    };
    static constexpr int height = 116;
    static constexpr int gap = 6;

    explicit CardPainter(Theme &theme);

    void paint(QPainter &p, const QRectF &where, const BoardCard &card, const Look &look) const;
    /// The card's warnings as sentences, for tooltip and screen reader.
    [[nodiscard]] static QStringList warningsOf(const BoardCard &card, const Look &look,
                                                const Catalog &catalog);
    /// "18 days", "18 天".
    [[nodiscard]] static QString daysText(int days);

private:
    void paintFrame(QPainter &p, const QRectF &where, const Look &look) const;
    void paintTitle(QPainter &p, const QRectF &line, const BoardCard &card, const Look &look) const;
    void paintAmount(QPainter &p, const QRectF &line, const BoardCard &card,
                     const Look &look) const;
    void paintNextStep(QPainter &p, const QRectF &line, const BoardCard &card,
                       const Look &look) const;
    void paintFoot(QPainter &p, const QRectF &line, const BoardCard &card, const Look &look) const;
    [[nodiscard]] qreal paintPill(QPainter &p, const QRectF &line, const Look &look) const;

    Theme &m_theme;
};

} // namespace dw::ui
