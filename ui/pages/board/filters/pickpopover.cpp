// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/filters/pickpopover.h"

#include "core/domain/text.h"
#include "core/services/readworker.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/popupplace.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int popupWidth = 260, listHeight = 260;
constexpr int idRole = Qt::UserRole + 1, foldedRole = Qt::UserRole + 2;

} // namespace

PickPopover::PickPopover(const QString &entity, const QString &title, const QString &none,
                         const std::vector<RecordId> &picked, ShellServices &shell, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      m_shell(shell),
      m_none(none),
      m_picked(picked.begin(), picked.end()),
      m_search(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_shown(new QSortFilterProxyModel(this)),
      m_empty(makeText("secondary", {}, this)) {
    setObjectName(u"pickPopover"_s);
    setProperty("kind", u"popup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(popupWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search: %1").arg(title));
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(foldedRole);
    m_list->setModel(m_shown);
    m_list->setProperty("kind", u"fields"_s);
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(listHeight);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(title);
    m_list->installEventFilter(this);
    layout->addWidget(m_list);
    m_empty->hide();
    layout->addWidget(m_empty);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(fold(text));
        m_empty->setText(tr("Nothing is called so."));
        m_empty->setVisible(m_shown->rowCount() == 0);
    });
    connect(m_list, &QListView::clicked, this, &PickPopover::toggle);
    read(entity);
}

void PickPopover::read(const QString &entity) {
    using Entries = Result<std::vector<Entry>>;
    m_shell.workspace().worker().ask<Entries>(
        [entity](Reader &reader) -> Entries {
            Query query;
            query.entity = entity;
            const auto rows = reader.list(query, {});
            if (!rows)
                return rows.error();
            const FieldHandle title = reader.catalog()->entity(entity)->titleField();
            std::vector<Entry> entries;
            for (const Row &row : *rows) {
                const auto name = row.record.value(title).as<QString>();
                entries.push_back({row.record.id(), name, collationKey(name)});
            }
            std::sort(entries.begin(), entries.end(),
                      [](const Entry &a, const Entry &b) { return a.key < b.key; });
            return entries;
        },
        this,
        [this](Entries entries) {
            if (entries)
                fill(std::move(*entries));
            else
                m_shell.notifyError(entries.error());
        });
}

void PickPopover::fill(std::vector<Entry> entries) {
    if (!m_none.isEmpty())
        entries.insert(entries.begin(), Entry{{}, m_none, {}});
    for (const Entry &entry : entries) {
        auto *item = new QStandardItem(entry.title);
        item->setData(QVariant::fromValue(entry.id), idRole);
        item->setData(fold(entry.title), foldedRole);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        show(*item, m_picked.contains(entry.id));
        m_model->appendRow(item);
    }
    m_empty->setText(tr("There is nothing to choose from yet."));
    m_empty->setVisible(entries.empty());
}

/// The check mark is an icon, as in menus; the state is there for screen readers.
void PickPopover::show(QStandardItem &item, bool ticked) const {
    QPixmap none(14, 14);
    none.fill(Qt::transparent);
    item.setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    item.setIcon(ticked ? m_shell.theme().icon(u"check"_s, &Tokens::accent) : QIcon(none));
}

void PickPopover::toggle(const QModelIndex &index) {
    if (!index.isValid())
        return;
    QStandardItem *item = m_model->itemFromIndex(m_shown->mapToSource(index));
    const auto id = item->data(idRole).value<RecordId>();
    const bool ticked = !m_picked.contains(id);
    if (ticked)
        m_picked.insert(id);
    else
        m_picked.remove(id);
    show(*item, ticked);
    std::vector<RecordId> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto each = m_model->item(row)->data(idRole).value<RecordId>();
        if (m_picked.contains(each))
            rows.push_back(each);
    }
    emit picked(rows);
}

void PickPopover::popUpUnder(const QWidget &button) {
    adjustSize();
    move(popupPlace(&button, size()));
    QFrame::show();
    m_search->setFocus();
}

bool PickPopover::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_search && key == Qt::Key_Down) {
        m_list->setFocus();
        m_list->setCurrentIndex(m_shown->index(0, 0));
        return true;
    }
    if (watched == m_list
        && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        toggle(m_list->currentIndex());
        return true;
    }
    if (watched == m_list && key == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
        m_search->setFocus();
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (m_shown->rowCount() > 0)
            toggle(m_shown->index(0, 0));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace dw::ui
