// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/carddelegate.h"

#include "core/services/wording/wording.h"
#include "ui/models/columnmodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace dw::ui {
using namespace Qt::StringLiterals;

CardDelegate::CardDelegate(ShellServices &shell, QObject *parent)
    : QStyledItemDelegate(parent),
      m_shell(shell),
      m_painter(shell.theme()) {}

CardPainter::Look CardDelegate::lookOf(const ColumnModel &model) const {
    Workspace &workspace = m_shell.workspace();
    return {model.stage(), workspace.readTime(), workspace.today(), m_shell.language()};
}

void CardDelegate::paint(QPainter *p, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const {
    const auto *model = static_cast<const ColumnModel *>(index.model());
    const BoardCard *card = model->card(index);
    if (!card)
        return;
    CardPainter::Look look = lookOf(*model);
    look.hovered = option.state.testFlag(QStyle::State_MouseOver);
    look.selected = option.state.testFlag(QStyle::State_Selected);
    look.focused = option.state.testFlag(QStyle::State_HasFocus);
    look.ghost = card->id == m_dragged;
    m_painter.paint(*p, QRectF(option.rect).adjusted(0, 0, 0, -CardPainter::gap), *card, look);
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
    return {100, CardPainter::height + CardPainter::gap};
}

bool CardDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &, const QModelIndex &index) {
    const auto *model = static_cast<const ColumnModel *>(view->model());
    const BoardCard *card = model->card(index);
    if (!card || event->type() != QEvent::ToolTip)
        return false;
    // Data is shown as it is, never read as markup.
    QStringList lines{card->name.toHtmlEscaped(), card->shortId};
    if (card->amount)
        lines << displayMoney(*card->amount, m_shell.language(), Style::Full);
    for (const QString &warning :
         CardPainter::warningsOf(*card, lookOf(*model), *m_shell.workspace().catalog()))
        lines << u"⚠ "_s + warning.toHtmlEscaped();
    QToolTip::showText(event->globalPos(),
                       u"<p style='white-space:pre'>"_s + lines.join(u"<br>"_s) + u"</p>"_s, view);
    return true;
}

} // namespace dw::ui
