// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/columnmodel.h"

#include <algorithm>

namespace dw::ui {

ColumnModel::ColumnModel(BoardGroup group, QObject *parent)
    : QAbstractListModel(parent),
      m_group(std::move(group)) {}

const BoardCard *ColumnModel::card(const QModelIndex &index) const {
    return index.isValid() && checkIndex(index) ? m_cards[size_t(index.row())] : nullptr;
}

int ColumnModel::rowOf(RecordId deal) const {
    const auto it = std::find_if(m_cards.begin(), m_cards.end(),
                                 [&](const BoardCard *card) { return card->id == deal; });
    return it == m_cards.end() ? -1 : int(it - m_cards.begin());
}

int ColumnModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant ColumnModel::data(const QModelIndex &index, int role) const {
    const BoardCard *found = card(index);
    if (!found)
        return {};
    if (role == Qt::AccessibleTextRole && m_describe)
        return m_describe(*found);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return found->name;
    if (role == CardRole)
        return QVariant::fromValue(found);
    return {};
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex &index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

void ColumnModel::exchange(std::vector<const BoardCard *> cards, Values values) {
    const bool sameList =
        std::equal(cards.begin(), cards.end(), m_cards.begin(), m_cards.end(),
                   [](const BoardCard *a, const BoardCard *b) { return a->id == b->id; });
    if (!sameList)
        beginResetModel();
    m_cards = std::move(cards);
    if (values == Values::Other)
        emit valuesChanged();
    if (!sameList)
        endResetModel();
}

void ColumnModel::insert(const BoardCard *card) {
    const auto at = std::lower_bound(
        m_cards.begin(), m_cards.end(), card,
        [this](const BoardCard *a, const BoardCard *b) { return standsAbove(*a, *b, m_group.by); });
    const int row = int(at - m_cards.begin());
    beginInsertRows({}, row, row);
    m_cards.insert(at, card);
    endInsertRows();
}

void ColumnModel::removeAt(int row) {
    beginRemoveRows({}, row, row);
    m_cards.erase(m_cards.begin() + row);
    endRemoveRows();
}

void ColumnModel::refreshAt(int row) { emit dataChanged(index(row), index(row)); }

} // namespace dw::ui
