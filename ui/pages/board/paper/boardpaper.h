// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/cards/cardpainter.h"

#include <QCoreApplication>

namespace dw::ui {

/// A board as it is put on paper or into a picture: its own copy of what is shown, so that pages
/// can be painted one by one while the board goes on. Measures are logical px; paper is scaled to
/// them.
class BoardPaper {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::BoardPaper)
public:
    struct Card {
        BoardCard card;
        CardScene scene;
    };
    struct Column {
        QString name, sums, weighted;
        int count = 0;
        std::vector<Card> cards;
    };
    struct Content {
        QString title;  ///< Of the pipeline.
        QString totals; ///< Of all columns.
        QString made;   ///< When, and by what it is narrowed.
        std::vector<Column> columns;
    };
    explicit BoardPaper(Content content) : m_content(std::move(content)) {}

    [[nodiscard]] const Content &content() const { return m_content; }
    /// Width that all columns take side by side.
    [[nodiscard]] int width() const;
    /// Cards of a column that one page of this height holds; at least one.
    [[nodiscard]] static int rowsOn(qreal height);
    /// Pages of this height; at least one.
    [[nodiscard]] int pageCount(qreal height) const;
    /// One page of the paper, from 0, into the painter's logical px. `painter` keeps the avatars.
    void paintPage(QPainter &p, CardPainter &painter, const Theme &theme, qreal height,
                   int page) const;
    /// Height that so many rows take.
    [[nodiscard]] static int heightOf(int rows);

private:
    void paintHeader(QPainter &p, const Theme &theme, const QString &pages) const;
    void paintColumn(QPainter &p, CardPainter &painter, const Theme &theme, const Column &column,
                     const QRectF &where, int first, int rows) const;

    Content m_content;
};

} // namespace dw::ui
