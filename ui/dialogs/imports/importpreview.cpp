// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importpreview.h"

#include "core/services/imports/proposal/importlook.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 10, leastWidth = 60, mostWidth = 240, besideStretched = 170,
              numberWidth = 64;
constexpr qsizetype mostShownText = 300;

/// Cells as flat text; numbers stand at the right.
class TextDelegate final : public QStyledItemDelegate {
public:
    TextDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent),
          m_theme(theme) {}

    void paint(QPainter *p, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override {
        const Tokens &t = m_theme.tokens();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        p->save();
        p->fillRect(option.rect, selected ? t.accentSoft : t.surface);
        p->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                    t.border);
        const QRect inner = option.rect.adjusted(padding, 0, -padding, 0);
        const QFont font = m_theme.font(metric::small);
        const bool number = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
        p->setFont(font);
        p->setPen(number ? t.secondary : t.text);
        p->drawText(
            inner, (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
        p->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

class ImportPreview::Model final : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(Table table) {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
    }
    [[nodiscard]] const Table &table() const { return m_table; }
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override {
        return parent.isValid() ? 0 : int(m_table.rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override {
        return parent.isValid() ? 0 : int(m_table.headings.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override {
        if (role == Qt::TextAlignmentRole)
            return int((index.column() < m_table.numbers ? Qt::AlignRight : Qt::AlignLeft)
                       | Qt::AlignVCenter);
        const QString text = m_table.rows[size_t(index.row())].value(index.column());
        if (role == Qt::DisplayRole)
            return text.simplified();
        return role == Qt::ToolTipRole && text.size() > 12 ? text.toHtmlEscaped() : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return int((section < m_table.numbers ? Qt::AlignRight : Qt::AlignLeft)
                       | Qt::AlignVCenter);
        return role == Qt::DisplayRole ? m_table.headings.value(section) : QVariant();
    }

private:
    Table m_table;
};

ImportPreview::ImportPreview(const Theme &theme, QWidget *parent)
    : QTableView(parent),
      m_model(new Model(this)) {
    setModel(m_model);
    setItemDelegate(new TextDelegate(theme, this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metric::rowCompact);
    horizontalHeader()->setHighlightSections(false);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void ImportPreview::show(Table table) {
    const int stretched = table.stretched;
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_model->set(std::move(table));
    const QFontMetrics metrics(font());
    const Table &shown = m_model->table();
    for (int column = 0; column < int(shown.headings.size()); ++column) {
        int width = metrics.horizontalAdvance(shown.headings.at(column));
        for (size_t row = 0; row < std::min<size_t>(shown.rows.size(), 20); ++row)
            width = std::max(width, metrics.horizontalAdvance(
                                        shown.rows[row].value(column).left(40).simplified()));
        setColumnWidth(column, column < shown.numbers
                                   ? numberWidth
                                   : std::clamp(width + 2 * padding, leastWidth,
                                                stretched >= 0 ? besideStretched : mostWidth));
    }
    if (stretched >= 0)
        horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

ImportPreview::Table firstRows(const ImportLook &look) {
    ImportPreview::Table table;
    table.numbers = 1;
    table.headings << u"#"_s << look.header.mid(0, mostShownColumns);
    for (const TableRow &row : look.rows) {
        QStringList cells{QString::number(row.line)};
        for (const QString &cell : row.cells.mid(0, mostShownColumns))
            cells << cell.left(mostShownText);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace dw::ui
