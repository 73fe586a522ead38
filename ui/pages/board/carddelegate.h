// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/cardpainter.h"
#include "ui/shell/page.h"

#include <QStyledItemDelegate>

namespace dw::ui {

class ColumnModel;

/// Paints the cards of one column and tells their warnings in the tooltip.
class CardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    CardDelegate(ShellServices &shell, QObject *parent);

    /// The card that is being dragged: drawn as the ghost of its place. Null = none.
    void setDragged(RecordId deal) { m_dragged = deal; }
    [[nodiscard]] CardPainter::Look lookOf(const ColumnModel &model) const;

    void paint(QPainter *p, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    ShellServices &m_shell;
    CardPainter m_painter;
    RecordId m_dragged;
};

} // namespace dw::ui
