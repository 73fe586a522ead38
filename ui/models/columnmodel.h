// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"

#include <QAbstractListModel>
#include <vector>

namespace dw::ui {

/// The visible cards of one stage, in their order. Belongs to a BoardStore, which alone changes it.
class ColumnModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        CardRole = Qt::UserRole + 1
    }; ///< `const BoardCard *`, valid until the model changes.

    ColumnModel(BoardStage stage, QObject *parent);

    [[nodiscard]] const BoardStage &stage() const { return m_stage; }
    [[nodiscard]] const std::vector<const BoardCard *> &cards() const { return m_cards; }
    /// nullptr for an invalid index.
    [[nodiscard]] const BoardCard *card(const QModelIndex &index) const;
    /// -1 where the card is not shown here.
    [[nodiscard]] int rowOf(RecordId deal) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    friend class BoardStore;
    void reset(std::vector<const BoardCard *> cards);
    void insert(const BoardCard *card);
    void removeAt(int row);
    void refreshAt(int row);

    BoardStage m_stage;
    std::vector<const BoardCard *> m_cards;
};

} // namespace dw::ui
