// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardgroups.h"
#include "ui/models/columntext.h"

#include <deque>
#include <memory>
#include <unordered_map>

namespace dw::ui {

/// By what the columns of a board are made, and what that depends on.
struct BoardColumns {
    BoardGrouping by = BoardGrouping::Stage;
    std::pair<RecordId, QString> self = {}; ///< Who sits here, with the name.
    QDate today = {};                       ///< The day that months are counted from.
    friend bool operator==(const BoardColumns &, const BoardColumns &) = default;
};

/// A board made ready to be shown: its cards at addresses that stay, by id and in columns. Made on
/// the worker, because that takes longer than a frame with many cards; belongs to one thread at a
/// time.
class BoardContent {
public:
    BoardContent() = default;
    BoardContent(BoardSnapshot snapshot, const BoardColumns &columns);
    BoardContent(const BoardContent &) = delete;
    BoardContent &operator=(const BoardContent &) = delete;

    BoardPipeline pipeline;
    BoardScope scope;
    QHash<RecordId, int> earlier;

    [[nodiscard]] const BoardColumns &columns() const { return m_columns; }
    [[nodiscard]] const std::vector<BoardGroup> &groups() const { return m_groups; }
    /// All cards of a column in their order.
    [[nodiscard]] const std::vector<const BoardCard *> &sorted(int column) const {
        return m_sorted[size_t(column)];
    }
    /// The column that the card stands in; -1 = none.
    [[nodiscard]] int columnOf(const BoardCard &card) const { return m_finder.find(card); }
    [[nodiscard]] const BoardCard *card(RecordId deal) const;
    [[nodiscard]] int size() const { return int(m_places.size()); }

    /// The cards of a column that hold the text, which is folded, in their order.
    [[nodiscard]] std::vector<const BoardCard *> found(int column, const QString &folded) const;
    /// Of all cards of a column.
    [[nodiscard]] const ColumnTotals &totals(int column) const;
    /// Of some cards, each weighted by its stage.
    [[nodiscard]] ColumnTotals sum(const std::vector<const BoardCard *> &cards) const;
    /// Where the pipeline has the stage; -1 where it has no such stage.
    [[nodiscard]] int stageAt(RecordId stage) const { return m_stages.value(stage, -1); }
    /// Makes ready what found() looks through and what totals() tells.
    void prepare() const;

    /// Makes the columns anew.
    void arrange(const BoardColumns &columns);
    /// The columns that there would be now.
    [[nodiscard]] std::vector<BoardGroup> groupsNow() const;
    enum class Sorting { Keep, Later };
    /// Puts a card in, or over the one that stands; the address of one that stands stays.
    const BoardCard *put(BoardCard card, Sorting sorting);
    void remove(RecordId deal, Sorting sorting);
    /// After Sorting::Later.
    void sort();

private:
    [[nodiscard]] std::vector<const BoardCard *>::iterator placeIn(int column,
                                                                   const BoardCard *card);
    void insertSorted(const BoardCard *card);
    void removeSorted(const BoardCard *card);
    void prepareSearch() const;

    std::deque<BoardCard> m_cards; ///< Places of cards that left are used again.
    std::vector<size_t> m_free;
    std::unordered_map<RecordId, size_t> m_places;
    QHash<RecordId, int> m_stages;
    BoardColumns m_columns;
    std::vector<BoardGroup> m_groups;
    GroupFinder m_finder;
    std::vector<std::vector<const BoardCard *>> m_sorted;
    mutable std::vector<ColumnText> m_texts; ///< Of each column; empty until asked for.
    mutable std::vector<std::optional<ColumnTotals>> m_totals;
};

} // namespace dw::ui
