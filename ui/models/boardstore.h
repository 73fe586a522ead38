// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardcontent.h"
#include "ui/models/columnmodel.h"

namespace dw::ui {

/// All cards of a pipeline, bucketed into the columns of a grouping; follows what changed without
/// reading everything again. GUI thread.
class BoardStore final : public QObject {
    Q_OBJECT
public:
    explicit BoardStore(QObject *parent = nullptr);

    /// Takes over what a board is now. Where its columns are those that stand, they stay and only
    /// what they hold is exchanged. `allowed`: as setAllowed() takes it.
    void reset(std::unique_ptr<BoardContent> content, std::optional<QSet<RecordId>> allowed = {});
    /// The same from a snapshot, made ready here and now.
    void reset(BoardSnapshot snapshot, std::optional<QSet<RecordId>> allowed = {});
    /// What the touched deals are now: a card that is not in `now` leaves the board. `known`: what
    /// all columns hold with them, where that need not be added up any more (boardTotals()).
    void apply(const std::vector<RecordId> &touched, const std::vector<BoardCard> &now,
               std::optional<std::vector<ColumnTotals>> known = {});
    /// By what the columns are made. `self`: who sits here, with the name.
    void setGrouping(BoardGrouping by, const std::pair<RecordId, QString> &self);
    /// The day that months are counted from; columns are made anew where it matters.
    void setToday(QDate today);
    /// Shows only cards that hold the text in name, account, owner or short id, whatever case and
    /// width. Empty = all.
    void setText(const QString &text);
    /// Shows only these deals; nothing = all.
    void setAllowed(std::optional<QSet<RecordId>> deals);
    /// Which of the touched deals may be shown, where setAllowed() gave some; before apply().
    void allow(const std::vector<RecordId> &touched, const QSet<RecordId> &allowed);
    /// How many closed deals of each stage the scope leaves out.
    void setEarlier(QHash<RecordId, int> earlier);

    [[nodiscard]] const BoardPipeline &pipeline() const { return m_content->pipeline; }
    [[nodiscard]] const BoardScope &scope() const { return m_content->scope; }
    /// By what the columns are to be made: for whoever makes a BoardContent.
    [[nodiscard]] const BoardColumns &columns() const { return m_wanted; }
    [[nodiscard]] BoardGrouping grouping() const { return m_wanted.by; }
    [[nodiscard]] const QString &text() const { return m_text; }
    /// True where a text or a filter narrows what is shown.
    [[nodiscard]] bool isNarrowed() const { return !m_folded.isEmpty() || m_allowed; }
    [[nodiscard]] int columnCount() const { return int(m_columns.size()); }
    [[nodiscard]] ColumnModel *column(int at) const { return m_columns[size_t(at)].get(); }
    /// The column that the card stands in, shown or not; -1 = none.
    [[nodiscard]] int columnOf(const BoardCard &card) const { return m_content->columnOf(card); }
    /// Where the pipeline has the stage; -1 where it has no such stage.
    [[nodiscard]] int columnOf(RecordId stage) const { return m_content->stageAt(stage); }
    /// The stage of a card; one that is not known is open and nameless.
    [[nodiscard]] const BoardStage &stageOf(const BoardCard &card) const;
    [[nodiscard]] const BoardCard *card(RecordId deal) const { return m_content->card(deal); }
    /// Cards on the board, filtered out ones too.
    [[nodiscard]] int size() const { return m_content->size(); }
    /// Of the cards that the filter lets through.
    [[nodiscard]] ColumnTotals totals(int column) const;
    /// Closed deals of the column that the scope leaves out.
    [[nodiscard]] int earlier(int column) const;

signals:
    void columnsChanged();
    /// Cards of this column moved, came or went: its sums are to be taken anew.
    void columnTouched(int column);

private:
    enum class Models { Follow, RefilledLater };
    [[nodiscard]] bool passes(const BoardCard &card) const;
    [[nodiscard]] std::vector<const BoardCard *> shownOf(int column) const;
    void makeColumns();
    void refill(ColumnModel::Values values);
    void take(RecordId deal, const BoardCard *next, Models models);

    std::unique_ptr<BoardContent> m_content;
    BoardColumns m_wanted;
    std::vector<std::unique_ptr<ColumnModel>> m_columns;
    std::optional<std::vector<ColumnTotals>> m_known; ///< Of all cards of each stage.
    /// Of each column as long as nothing in it changes.
    mutable std::vector<std::optional<ColumnTotals>> m_totals;
    std::optional<QSet<RecordId>> m_allowed;
    QString m_text;
    QString m_folded;
};

} // namespace dw::ui
