// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "ui/shell/page.h"

#include <QWidget>

namespace dw::ui {

/// Head of a column: stage and count, sum per currency, weighted sum.
class ColumnHead final : public QWidget {
    Q_OBJECT
public:
    ColumnHead(BoardStage stage, ShellServices &shell, QWidget *parent);

    void show(ColumnTotals totals);
    [[nodiscard]] QSize sizeHint() const override { return {150, 76}; }
    /// "CNY 12,840,000.00 · USD 4,000.00"-like sums in the reader's short form, largest first.
    [[nodiscard]] static QString sumsText(const ColumnTotals &totals, Language language,
                                          bool weighted);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString explanation() const;

    BoardStage m_stage;
    ShellServices &m_shell;
    ColumnTotals m_totals;
};

} // namespace dw::ui
