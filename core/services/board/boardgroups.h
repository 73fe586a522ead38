// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"

namespace dw {

/// By what the columns of a board are made.
enum class BoardGrouping { Stage, Owner, CloseMonth };

/// One column of a board: a stage, an owner, or a span of expected close dates.
struct BoardGroup {
    enum class When { Month, Earlier, Later, None };

    BoardGrouping by = BoardGrouping::Stage;
    RecordId row = {}; ///< Stage or owner; null = nobody.
    QString name =
        {};           ///< Of the row; empty for nobody and for months, which are worded when shown.
    QDate month = {}; ///< First day; of Earlier and Later where they end or begin.
    When when = When::Month;
    Outcome outcome = Outcome::Open;
    std::optional<double> winProbability = {}; ///< Percent; only of stages.
    friend bool operator==(const BoardGroup &, const BoardGroup &) = default;
};

/// How many months a board by close month shows one by one, this one the first.
constexpr int boardMonths = 6;

/// The columns for these cards. Stages: all of them. Owners: those who have open deals, by name as
/// people sort, and `self`; nobody first where there are such deals. Months: what is overdue by a
/// month or more, this month and the next five, what is later, what has no date. By owner and by
/// month a board holds open deals only.
[[nodiscard]] std::vector<BoardGroup> groupsOf(BoardGrouping by, const BoardPipeline &pipeline,
                                               const std::vector<const BoardCard *> &cards,
                                               const std::pair<RecordId, QString> &self,
                                               QDate today);

/// Which of the columns a card stands in; quick. -1 = none.
class GroupFinder {
public:
    GroupFinder() = default;
    GroupFinder(const std::vector<BoardGroup> &groups, const BoardPipeline &pipeline);
    [[nodiscard]] int find(const BoardCard &card) const;

private:
    BoardGrouping m_by = BoardGrouping::Stage;
    QHash<RecordId, int> m_rows;
    QHash<QDate, int> m_months;
    QSet<RecordId> m_open; ///< Stages.
    int m_earlier = -1, m_later = -1, m_none = -1;
    QDate m_first;
};

/// True where `a` stands above `b` in a column made by `by`: in a stage by place; by owner and by
/// month by expected close, what has none last.
[[nodiscard]] bool standsAbove(const BoardCard &a, const BoardCard &b, BoardGrouping by);

/// The expected close of a deal that is dropped on a month: the same day of it, or its last; a day
/// that would have gone by is today. Invalid where the group names no month to go to.
[[nodiscard]] QDate closeIn(const BoardGroup &month, std::optional<QDate> now, QDate today);

} // namespace dw
