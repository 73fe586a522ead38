// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardfilter.h"
#include "core/services/board/stageconversion.h"
#include "ui/models/columnmodel.h"
#include "ui/shell/page.h"

#include <QWidget>

class QToolButton;

namespace dw::ui {

/// Head of a column: name and count, sum per currency, weighted sum, how many of the deals that
/// reached the stage went on from it, and the button that adds a deal here.
class ColumnHead final : public QWidget {
    Q_OBJECT
public:
    ColumnHead(BoardGroup group, ShellServices &shell, QWidget *parent);

    void show(ColumnTotals totals);
    /// `wanted`: keeps room for the bar, as all heads of a board do where one has it.
    void setConversion(const StageConversion &conversion, bool wanted);
    /// Since when the closed deals that it counts were closed.
    void setPeriod(ClosedPeriod period);
    [[nodiscard]] QSize sizeHint() const override { return {150, m_barRoom ? 90 : 76}; }
    /// Everything that it shows and what it rests on, as text.
    [[nodiscard]] QString explanation() const;
    /// "CNY 12,840,000.00 · USD 4,000.00"-like sums in the reader's short form, largest first.
    [[nodiscard]] static QString sumsText(const ColumnTotals &totals, Language language,
                                          bool weighted);
    /// What it writes, with the room that each text has; for tests and for paper.
    struct Line {
        QRectF box;
        QString text; ///< Elided to the box.
        QFont font;
        QColor Tokens::*color;
        Qt::Alignment side = Qt::AlignLeft;
    };
    [[nodiscard]] std::vector<Line> lines() const;

signals:
    void addAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString weightedText() const;
    [[nodiscard]] QString conversionText() const;
    void paintBar(QPainter &p) const;

    BoardGroup m_group;
    ShellServices &m_shell;
    ColumnTotals m_totals;
    StageConversion m_conversion;
    ClosedPeriod m_period = ClosedPeriod::ThisQuarter;
    bool m_barRoom = false;
    QToolButton *m_add;
};

} // namespace dw::ui
