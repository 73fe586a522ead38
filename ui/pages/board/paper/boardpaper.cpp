// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/paper/boardpaper.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16, columnWidth = 196, gap = 8, side = 7;
constexpr int headerHeight = 48, headHeight = 76, footHeight = 22;

void write(QPainter &p, const QRectF &box, const QFont &font, const QColor &color,
           const QString &text, Qt::Alignment alignment = Qt::AlignLeft) {
    p.setFont(font);
    p.setPen(color);
    p.drawText(box, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
               QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width()));
}

} // namespace

int BoardPaper::width() const {
    const int columns = std::max(1, int(m_content.columns.size()));
    return 2 * margin + columns * columnWidth + (columns - 1) * gap;
}

int BoardPaper::heightOf(int rows) {
    return 2 * margin + headerHeight + headHeight + rows * cardsize::pitch + footHeight;
}

int BoardPaper::rowsOn(qreal height) {
    return std::max(1, int(height - heightOf(0)) / cardsize::pitch);
}

int BoardPaper::pageCount(qreal height) const {
    size_t most = 0;
    for (const Column &column : m_content.columns)
        most = std::max(most, column.cards.size());
    const auto rows = size_t(rowsOn(height));
    return std::max(1, int((most + rows - 1) / rows));
}

void BoardPaper::paintHeader(QPainter &p, const Theme &theme, const QString &pages) const {
    const Tokens &t = theme.tokens();
    const qreal right = width() - margin;
    write(p, {margin, margin, right - margin - 240, 26}, theme.font(metric::page, 600), t.text,
          m_content.title);
    write(p, {right - 230, margin, 230, 26}, theme.font(metric::small), t.secondary, pages,
          Qt::AlignRight);
    write(p, {margin, margin + 26, right - margin, 18}, theme.font(metric::small), t.secondary,
          m_content.made.isEmpty() ? m_content.totals
                                   : m_content.totals + u" · "_s + m_content.made);
}

void BoardPaper::paintColumn(QPainter &p, CardPainter &painter, const Theme &theme,
                             const Column &column, const QRectF &where, int first, int rows) const {
    const Tokens &t = theme.tokens();
    p.setPen(Qt::NoPen);
    p.setBrush(t.sunken);
    p.drawRoundedRect(where, metric::radiusCard, metric::radiusCard);
    const qreal left = where.left() + 12, width = where.width() - 24;
    const QString name = u"%1 · %2"_s.arg(column.name, QLocale().toString(column.count));
    write(p, {left, where.top() + 9, width, 20}, theme.font(metric::body, 600), t.text, name);
    write(p, {left, where.top() + 30, width, 22}, theme.font(metric::section, 600), t.text,
          column.sums);
    write(p, {left, where.top() + 52, width, 16}, theme.font(metric::caption), t.faint,
          column.weighted);
    const int cardWidth = columnWidth - 2 * side;
    const int end = std::min(int(column.cards.size()), first + rows);
    qreal y = where.top() + headHeight;
    for (int i = first; i < end; ++i, y += cardsize::pitch) {
        const Card &one = column.cards[size_t(i)];
        painter.paint(p, {where.left() + side, y}, cardWidth,
                      faceOf(one.card, one.scene, theme, cardWidth), {});
    }
    const int more = column.count - end;
    if (more > 0)
        write(p, {left, where.bottom() - footHeight, width, footHeight},
              theme.font(metric::caption), t.secondary, tr("%Ln more", nullptr, more));
}

void BoardPaper::paintPage(QPainter &p, CardPainter &painter, const Theme &theme, qreal height,
                           int page) const {
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(QRectF(0, 0, width(), height), theme.tokens().surface);
    const int pages = pageCount(height);
    paintHeader(p, theme, pages > 1 ? tr("Page %1 of %2").arg(page + 1).arg(pages) : QString());
    const int rows = rowsOn(height);
    qreal x = margin;
    for (const Column &column : m_content.columns) {
        const QRectF where(x, margin + headerHeight, columnWidth,
                           height - 2 * margin - headerHeight);
        paintColumn(p, painter, theme, column, where, page * rows, rows);
        x += columnWidth + gap;
    }
}

} // namespace dw::ui
