// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importcolumnsview.h"

#include "ui/dialogs/imports/fieldpicker.h"
#include "ui/dialogs/imports/importcolumnsmodel.h"
#include "ui/dialogs/imports/importdraft.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

using Model = ImportColumnsModel;
using State = Model::State;

constexpr int padding = 10, boxMargin = 3, boxPadding = 9, arrow = 14;
constexpr int barWidth = 36, barHeight = 4, barGap = 8, stateIcon = 14;
constexpr int fieldWidth = 196, sureWidth = 104;
constexpr double headerShare = 0.57;

/// Paints the cells, each state with an icon or a bar and its words; colour is never alone.
class ColumnsDelegate final : public QStyledItemDelegate {
public:
    ColumnsDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent),
          m_theme(theme) {}

    void paint(QPainter *p, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override {
        const Tokens &t = m_theme.tokens();
        const QRect cell = option.rect;
        const bool current = option.state.testFlag(QStyle::State_Selected);
        p->save();
        p->fillRect(cell, current ? t.accentSoft : t.surface);
        p->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), t.border);
        const auto state = State(index.data(Model::StateRole).toInt());
        const QString text = index.data().toString();
        const QRect inner = cell.adjusted(padding, 0, -padding, 0);
        switch (index.column()) {
        case Model::HeaderColumn:
            write(*p, inner, text, state == State::Left ? t.secondary : t.text, 500);
            break;
        case Model::SampleColumn:
            write(*p, inner, text, t.secondary, 400, metric::small);
            break;
        case Model::FieldColumn:
            paintBox(*p, cell, text, state);
            break;
        default:
            paintSure(*p, inner, text, state, index.data(Model::ConfidenceRole).toDouble());
            break;
        }
        p->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override {
        return {80, metric::row};
    }

private:
    void write(QPainter &p, const QRect &where, const QString &text, const QColor &color,
               int weight, int px = metric::body) const {
        const QFont font = m_theme.font(px, weight);
        p.setFont(font);
        p.setPen(color);
        p.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                   QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width()));
    }

    void paintBox(QPainter &p, const QRect &cell, const QString &text, State state) const {
        const Tokens &t = m_theme.tokens();
        const QRectF box =
            QRectF(cell.adjusted(2, boxMargin, -2, -boxMargin - 1)).adjusted(0.5, 0.5, -0.5, -0.5);
        QPen pen(t.strongBorder);
        if (state == State::Unsure)
            pen.setColor(t.warning);
        else if (state == State::NewField)
            pen.setColor(t.accent);
        else if (state == State::Left)
            pen.setStyle(Qt::DashLine);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(pen);
        p.setBrush(t.surface);
        p.drawRoundedRect(box, metric::radiusControl, metric::radiusControl);
        QRect inner = box.toRect().adjusted(boxPadding, 0, -boxPadding - arrow, 0);
        if (state == State::NewField) {
            m_theme.paintIcon(p, QRectF(inner.left(), box.center().y() - 6, 12, 12), u"plus"_s,
                              t.accent);
            inner.setLeft(inner.left() + 17);
        }
        write(p, inner, text, state == State::Left ? t.faint : t.text, 400);
        m_theme.paintIcon(
            p, QRectF(box.right() - arrow - 6, box.center().y() - arrow / 2.0, arrow, arrow),
            u"chevron-down"_s, t.secondary);
    }

    void paintSure(QPainter &p, QRect where, const QString &text, State state,
                   double confidence) const {
        const Tokens &t = m_theme.tokens();
        const auto icon = [&](const QString &name, const QColor &color) {
            m_theme.paintIcon(p,
                              QRectF(where.left(), where.center().y() - stateIcon / 2.0 + 1,
                                     stateIcon, stateIcon),
                              name, color);
            where.setLeft(where.left() + stateIcon + 6);
        };
        QColor color = t.secondary;
        switch (state) {
        case State::Sure: {
            const QRectF bar(where.left(), where.center().y() - barHeight / 2.0 + 1, barWidth,
                             barHeight);
            p.setRenderHint(QPainter::Antialiasing);
            p.setPen(Qt::NoPen);
            p.setBrush(t.border);
            p.drawRoundedRect(bar, 2, 2);
            p.setBrush(t.positive);
            p.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(barWidth * confidence, barHeight)), 2,
                              2);
            where.setLeft(where.left() + barWidth + barGap);
            break;
        }
        case State::Chosen:
            icon(u"check"_s, t.positive);
            break;
        case State::Unsure:
            icon(u"warning"_s, t.warning);
            color = t.warningText;
            break;
        case State::NewField:
            icon(u"plus"_s, t.accent);
            color = t.accent;
            break;
        case State::Left:
            color = t.faint;
            break;
        }
        write(p, where, text, color, 400, metric::small);
    }

    const Theme &m_theme;
};

} // namespace

ImportColumnsView::ImportColumnsView(ImportDraft &draft, ImportColumnsModel &model,
                                     ShellServices &shell, QWidget *parent)
    : QTableView(parent),
      m_draft(draft),
      m_shell(shell) {
    setObjectName(u"importColumns"_s);
    setModel(&model);
    setItemDelegate(new ColumnsDelegate(shell.theme(), this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metric::row);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == Model::FieldColumn)
            pick(index.row());
    });
    connect(&shell.theme(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void ImportColumnsView::pick(int row) {
    const ImportLook *look = m_draft.look();
    if (!look || row < 0 || size_t(row) >= look->columns.size())
        return;
    const ImportFields fields(*m_shell.workspace().catalog(), m_shell.language());
    const QModelIndex cell = model()->index(row, Model::FieldColumn);
    auto *picker = new FieldPicker(fields.options(*look, size_t(row)),
                                   look->columns[size_t(row)].as, m_shell.theme(), this);
    connect(picker, &FieldPicker::picked, this, [this, row](const MappedColumn &as) {
        m_draft.setColumn(size_t(row), as);
        setFocus();
    });
    const QRect rect = visualRect(cell);
    picker->openUnder({viewport()->mapToGlobal(rect.topLeft()), rect.size()});
}

void ImportColumnsView::keyPressEvent(QKeyEvent *event) {
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
                       || event->key() == Qt::Key_Space || event->key() == Qt::Key_F2;
    // Ctrl+Enter is the dialog's.
    if (opens && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        pick(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}

void ImportColumnsView::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    const int rest = std::max(200, viewport()->width() - fieldWidth - sureWidth);
    const int header = int(rest * headerShare);
    setColumnWidth(Model::HeaderColumn, header);
    setColumnWidth(Model::SampleColumn, rest - header);
    setColumnWidth(Model::FieldColumn, fieldWidth);
    setColumnWidth(Model::SureColumn, sureWidth);
}

} // namespace dw::ui
