// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/cards/cardpainter.h"
#include "ui/shell/page.h"

#include <QCache>
#include <QSet>
#include <QStyledItemDelegate>

namespace dw::ui {

class BoardStore;
class CardMarks;

/// Paints the cards of one column and tells their warnings in the tooltip. Keeps the faces of the
/// cards seen last.
class CardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    CardDelegate(const BoardStore &store, const CardMarks &marks, ShellServices &shell,
                 QObject *parent);

    /// The cards that are being dragged: drawn as the ghosts of their places.
    void setDragged(const std::vector<RecordId> &deals);
    /// What a face is made of changed: theme, language, day.
    void forget();
    void forget(RecordId deal) { m_faces.remove(deal); }
    [[nodiscard]] CardScene sceneOf(const BoardCard &card) const;

    void paint(QPainter *p, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const CardPainter::Shaped &shapedOf(const BoardCard &card, int width) const;

    const BoardStore &m_store;
    const CardMarks &m_marks;
    ShellServices &m_shell;
    mutable CardPainter m_painter;
    mutable QCache<RecordId, CardPainter::Shaped> m_faces;
    mutable int m_width = 0; ///< Of the faces.
    QSet<RecordId> m_dragged;
};

} // namespace dw::ui
