// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/cards/carddelegate.h"

#include "ui/models/boardstore.h"
#include "ui/models/cardmarks.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// Several screens of one column.
constexpr int keptFaces = 400;

} // namespace

CardDelegate::CardDelegate(const BoardStore &store, const CardMarks &marks, ShellServices &shell,
                           QObject *parent)
    : QStyledItemDelegate(parent),
      m_store(store),
      m_marks(marks),
      m_shell(shell),
      m_painter(shell.theme()),
      m_faces(keptFaces) {}

void CardDelegate::setDragged(const std::vector<RecordId> &deals) {
    m_dragged = QSet<RecordId>(deals.begin(), deals.end());
}

void CardDelegate::forget() {
    m_faces.clear();
    m_painter.forget();
}

CardScene CardDelegate::sceneOf(const BoardCard &card) const {
    Workspace &workspace = m_shell.workspace();
    return {m_store.stageOf(card), workspace.readTime(), workspace.today(), m_shell.language(),
            m_store.grouping()};
}

const CardPainter::Shaped &CardDelegate::shapedOf(const BoardCard &card, int width) const {
    if (width != m_width) {
        m_faces.clear();
        m_width = width;
    }
    if (const CardPainter::Shaped *kept = m_faces.object(card.id))
        return *kept;
    auto *shaped = new CardPainter::Shaped(
        CardPainter::shape(faceOf(card, sceneOf(card), m_shell.theme(), width)));
    m_faces.insert(card.id, shaped);
    return *shaped;
}

void CardDelegate::paint(QPainter *p, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const {
    const auto *model = static_cast<const ColumnModel *>(index.model());
    const BoardCard *card = model->card(index);
    if (!card)
        return;
    CardPainter::Look look;
    look.hovered = option.state.testFlag(QStyle::State_MouseOver);
    look.selected = option.state.testFlag(QStyle::State_Selected);
    look.focused = option.state.testFlag(QStyle::State_HasFocus);
    look.marked = m_marks.has(card->id);
    look.refused = m_marks.isRefused(card->id);
    look.ghost = m_dragged.contains(card->id);
    m_painter.paint(*p, option.rect.topLeft(), option.rect.width(),
                    shapedOf(*card, option.rect.width()), look);
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
    return {100, cardsize::pitch};
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
         CardWords::warnings(*card, sceneOf(*card), *m_shell.workspace().catalog()))
        lines << u"⚠ "_s + warning.toHtmlEscaped();
    QToolTip::showText(event->globalPos(),
                       u"<p style='white-space:pre'>"_s + lines.join(u"<br>"_s) + u"</p>"_s, view);
    return true;
}

} // namespace dw::ui
