// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/columnmodel.h"

#include <deque>
#include <memory>
#include <unordered_map>

namespace dw::ui {

/// All cards of a pipeline, bucketed by stage; follows what changed without reading everything
/// again. GUI thread.
class BoardStore final : public QObject {
    Q_OBJECT
public:
    explicit BoardStore(QObject *parent = nullptr);

    /// Takes over a pipeline; columns are made anew.
    void reset(BoardSnapshot snapshot);
    /// What the touched deals are now: a card that is not in `now` leaves the board. `known`: what
    /// all columns hold with them, where that need not be added up any more (boardTotals()).
    void apply(const std::vector<RecordId> &touched, const std::vector<BoardCard> &now,
               std::optional<std::vector<ColumnTotals>> known = {});
    /// Shows only cards that hold the text in name, account, owner or short id, whatever case and
    /// width. Empty = all.
    void setFilter(const QString &text);

    [[nodiscard]] const BoardPipeline &pipeline() const { return m_pipeline; }
    [[nodiscard]] const QString &filter() const { return m_filter; }
    [[nodiscard]] int columnCount() const { return int(m_columns.size()); }
    [[nodiscard]] ColumnModel *column(int at) const { return m_columns[size_t(at)].get(); }
    /// -1 where the pipeline has no such stage.
    [[nodiscard]] int columnOf(RecordId stage) const;
    [[nodiscard]] const BoardCard *card(RecordId deal) const;
    /// Cards on the board, filtered out ones too.
    [[nodiscard]] int size() const { return int(m_places.size()); }
    /// Of the cards that the filter lets through.
    [[nodiscard]] ColumnTotals totals(int column) const;

signals:
    void columnsChanged();
    /// Cards of this column moved, came or went: its sums are to be taken anew.
    void columnTouched(int column);

private:
    [[nodiscard]] bool passes(const BoardCard &card) const;
    void refill();
    enum class Models { Follow, RefilledLater };
    void take(RecordId deal, const BoardCard *next, Models models);

    BoardPipeline m_pipeline;
    std::deque<BoardCard> m_cards; ///< Addresses stay; places of cards that left are used again.
    std::vector<size_t> m_free;
    std::unordered_map<RecordId, size_t> m_places;
    std::vector<std::unique_ptr<ColumnModel>> m_columns;
    std::optional<std::vector<ColumnTotals>> m_known; ///< Of all cards, filtered out ones too.
    QString m_filter;
    QString m_folded;
};

} // namespace dw::ui
