// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldvalue.h"
#include "core/store/sqlite/sqlite.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>
#include <vector>

namespace dw {

/// What a card shows; plain values.
struct BoardCard {
    RecordId id;
    QString shortId, name;
    RecordId account, owner, stage;
    QString accountName, ownerName;
    std::optional<Money> amount;
    std::optional<QDate> expectedClose, closedOn;
    std::optional<Instant> stageSince;
    QString order;    ///< Fractional key; empty until somebody placed the card (boardplace.h).
    QString nextStep; ///< Title of the earliest open task; empty = none.
    std::optional<QDate> nextStepDue;
    QString place; ///< What it is ordered by within its stage (boardplace.h); empty = not yet made.
    friend bool operator==(const BoardCard &, const BoardCard &) = default;
};

/// Which deals a board holds: all open ones, and of the closed ones those since a day.
struct BoardScope {
    QDate closedFrom = {};     ///< Invalid: all of them. A closed deal without a date is earlier.
    QSet<RecordId> whole = {}; ///< Stages that hold their earlier ones too.
};

// Narrow reads behind the board: the same as a Query and its titles would give, without a Record a
// row.

/// Cards of the deals of a pipeline that are not in the bin and in the scope. A task that is due at
/// an instant is due on its day in `zone`.
[[nodiscard]] Result<std::vector<BoardCard>> readCards(Connection &c, RecordId pipeline,
                                                       const QTimeZone &zone,
                                                       const BoardScope &scope = {});
/// How many deals of each closed stage the scope leaves out.
[[nodiscard]] Result<QHash<RecordId, int>> countEarlier(Connection &c, RecordId pipeline,
                                                        const BoardScope &scope);
/// Cards of these deals only, in their order; those that are gone or elsewhere are left out.
[[nodiscard]] Result<std::vector<BoardCard>> readCards(Connection &c, RecordId pipeline,
                                                       const QTimeZone &zone,
                                                       const std::vector<RecordId> &deals);
/// The pipelines that have deals.
[[nodiscard]] Result<QSet<RecordId>> pipelinesInUse(Connection &c);
/// The deals whose account or owner is one of these rows, by id.
[[nodiscard]] Result<std::vector<RecordId>> dealsAround(Connection &c, const QSet<RecordId> &rows);
/// The cards of one stage with nothing but what their place is made of: id, order and stageSince.
[[nodiscard]] Result<std::vector<BoardCard>> readPlaces(Connection &c, RecordId stage);

} // namespace dw
