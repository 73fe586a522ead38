// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/reader.h"

namespace dw {

/// An open task of a deal.
struct DealTask {
    RecordId id;
    QString title;
    std::optional<QDate> due;  ///< The day of it, in the workspace's zone.
    std::optional<Instant> at; ///< Where it is due at a time of day.
    RecordId owner;
    QString ownerName;
};

/// Something that happened around a deal and is no change of a field: a touchpoint, a note, a task
/// that was done.
struct DealEvent {
    enum class Kind { Touchpoint, Note, DoneTask };
    Kind kind = Kind::Touchpoint;
    RecordId id;
    Instant at;     ///< When it happened; of a note when it was written.
    QString choice; ///< Key of the touchpoint's kind ("call", "visit", …).
    QString title;  ///< One line; may be empty.
    QString text;   ///< The whole; may be empty.
    QString who;    ///< Whose it is; may be empty.
};

/// A row that hangs on a deal and names another: a contact in a role, a competitor.
struct DealParty {
    RecordId row;   ///< Of deal_contact or deal_competitor.
    RecordId named; ///< The contact or account.
    QString name;
};

struct DealActivity {
    std::vector<DealTask> tasks;   ///< Open ones: the earliest first, what has no date last.
    std::vector<DealEvent> events; ///< Newest first.
    std::vector<DealParty> deciders, competitors;
};

/// What stands around a deal; nothing of it is in the bin. A few reads by key: for the worker.
[[nodiscard]] DealActivity activityOf(Reader &reader, const ReadTime &time, RecordId deal);

} // namespace dw
