// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"
#include "core/store/query/boardquery.h"

namespace dw {

enum class Outcome { Open, Won, Lost };

struct BoardStage {
    RecordId id;
    QString name;
    double position = 0;
    std::optional<double> winProbability; ///< Percent, 0..100.
    Outcome outcome = Outcome::Open;
};

/// A row of `stage` as the board sees it; a stage without an outcome counts as open, without a
/// position as 0.
[[nodiscard]] BoardStage stageOf(const EntityDesc &stages, const Record &row);

struct BoardPipeline {
    RecordId id;
    QString name;
    std::vector<BoardStage> stages; ///< By position.
};

struct BoardSnapshot {
    BoardPipeline pipeline;
    std::vector<BoardCard> cards;
    BoardScope scope = {};
    QHash<RecordId, int> earlier = {}; ///< Closed deals that the scope leaves out, by stage.
};

/// Active pipelines with their stages, by position; one that holds deals is listed even if it is
/// not active.
[[nodiscard]] Result<std::vector<BoardPipeline>> pipelines(Reader &reader);
/// The deals of a pipeline that are in the scope. May take longer than a frame: ask the worker. A
/// stage that holds deals though it is in the bin or belongs to another pipeline stands behind the
/// pipeline's own, so that every deal has its column. Fails: "record.unknown" {entity, id}.
[[nodiscard]] Result<BoardSnapshot> loadBoard(Reader &reader, const ReadTime &time,
                                              RecordId pipeline, const BoardScope &scope = {});
/// True where the scope holds the card, which stands in a stage of this outcome.
[[nodiscard]] bool isInScope(const BoardCard &card, Outcome outcome, const BoardScope &scope);
/// The cards of these deals, whatever scope; a deal that is gone or left the pipeline is not among
/// them.
[[nodiscard]] Result<std::vector<BoardCard>> loadCards(Reader &reader, RecordId pipeline,
                                                       const std::vector<RecordId> &deals);
/// The deals whose card a notice touches (the deal itself, its tasks, its account's or owner's
/// name).
[[nodiscard]] std::vector<RecordId> touchedDeals(Reader &reader, const ChangeNotice &notice);

/// True where what moved can show on a card, or in the columns: the deal, its tasks, its names, the
/// pipeline. No deal points at an account or a person that is only being made.
[[nodiscard]] bool showsOnCards(const Moved &moved);

/// Days from `since` to `now` in the workspace's zone, counted by calendar days; 0 on the day
/// itself.
[[nodiscard]] int daysInStage(const BoardCard &card, const ReadTime &time);

/// What is wrong with an open deal, as a message each: "card.no_amount", "card.no_close",
/// "card.overdue" {days}, "card.no_account", "card.no_next_step"… Closed deals warn only of a
/// missing amount.
[[nodiscard]] std::vector<Message> cardWarnings(const BoardCard &card, Outcome outcome,
                                                QDate today);

/// Sum per currency, largest first; deals without amount are counted apart. Weighted: each amount
/// times the win probability of its stage (where it has none: 100 % won, 0 % else), rounded half up
/// per deal. A sum that would overflow is left out and `overflow` set.
struct CurrencySum {
    Money sum, weighted;
};
struct ColumnTotals {
    int count = 0;
    int withoutAmount = 0;
    bool overflow = false;
    std::vector<CurrencySum> sums;
};
[[nodiscard]] ColumnTotals totalsOf(const std::vector<const BoardCard *> &cards,
                                    const BoardStage &stage);

} // namespace dw
