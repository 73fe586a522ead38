// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardgroups.h"

#include <QAbstractListModel>
#include <functional>
#include <vector>

namespace dw::ui {

/// The visible cards of one column, in their order. Belongs to a BoardStore, which alone changes
/// it.
class ColumnModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        CardRole = Qt::UserRole + 1
    }; ///< `const BoardCard *`, valid until the model changes.

    /// What an exchanged list holds of the cards that were there before.
    enum class Values { Same, Other };

    ColumnModel(BoardGroup group, QObject *parent);

    [[nodiscard]] const BoardGroup &group() const { return m_group; }
    [[nodiscard]] const std::vector<const BoardCard *> &cards() const { return m_cards; }
    /// nullptr for an invalid index.
    [[nodiscard]] const BoardCard *card(const QModelIndex &index) const;
    /// What a screen reader says of a card; the name where nobody told.
    void setDescriber(std::function<QString(const BoardCard &)> describe) {
        m_describe = std::move(describe);
    }
    /// -1 where the card is not shown here.
    [[nodiscard]] int rowOf(RecordId deal) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// Any card may say something else now.
    void valuesChanged();

private:
    friend class BoardStore;
    /// Another list; the same one may come with other values.
    void exchange(std::vector<const BoardCard *> cards, Values values);
    void insert(const BoardCard *card);
    void removeAt(int row);
    void refreshAt(int row);

    BoardGroup m_group;
    std::function<QString(const BoardCard &)> m_describe;
    std::vector<const BoardCard *> m_cards;
};

} // namespace dw::ui
