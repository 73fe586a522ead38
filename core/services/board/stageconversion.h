// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"

namespace dw {

/// How many of the deals that reached a stage went on from it.
struct StageConversion {
    int reached = 0; ///< Deals that were in the stage or in a later one.
    int wentOn = 0;  ///< Of these, those that reached a later stage or were won.
    /// 0 to 1; nothing where fewer than `leastDeals` reached the stage.
    [[nodiscard]] std::optional<double> rate() const;
    static constexpr int leastDeals = 5;
};

/// Counts what is known of closed deals, deal by deal, from the change log. Only deals that moved
/// through at least one open stage while somebody recorded it tell something: one that was entered
/// as closed says nothing of its way.
/// Formula: rate(s) = deals that reached a stage behind s ÷ deals that reached s or one behind it.
class StageConversions {
public:
    explicit StageConversions(const BoardPipeline &pipeline);

    /// Reads the moves of these closed deals. Fails: "store.*".
    Result<void> take(Reader &reader, const std::vector<RecordId> &deals);
    /// One for each stage of the pipeline, in its order.
    [[nodiscard]] const std::vector<StageConversion> &stages() const { return m_stages; }

private:
    std::vector<BoardStage> m_order;
    QHash<RecordId, int> m_places;
    std::vector<StageConversion> m_stages;
};

/// The newest closed deals of a pipeline since a day, at most so many.
[[nodiscard]] Result<std::vector<RecordId>> closedDeals(Reader &reader, RecordId pipeline,
                                                        QDate since, int most);

} // namespace dw
