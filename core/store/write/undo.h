// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/history.h"

namespace dw {

/// What taking a set back would do. A row that the set made goes to the bin unless somebody has
/// worked on it since, or a row that remains needs it; of a changed row each merge group goes back
/// on its own, of sets each member, of counters the increment.
struct UndoPlan {
    ChangeSet set;
    std::vector<Moved> undone; ///< Groups whose last change is still that set's.
    struct Stays {
        QString entity;
        RecordId row;
        QString group;
        ChangeRecord by;        ///< The later change that stands in the way; none where a row does.
        QString forEntity = {}; ///< The row that stays and needs this one, where that is why.
        RecordId forRow = {};
    };
    std::vector<Stays> stays;
};

/// The set that undo (redo) of this person on this device would take back next; nullopt when there
/// is none. Undo: the newest set of theirs, no undo itself, that stands in force. Redo: their
/// newest undo that stands, as long as they did nothing else since.
[[nodiscard]] Result<std::optional<ChangeSet>> nextUndo(Connection &c, DeviceId device,
                                                        RecordId actor);
[[nodiscard]] Result<std::optional<ChangeSet>> nextRedo(Connection &c, DeviceId device,
                                                        RecordId actor);

/// The set, where this person on this device may take it back. Fails: as planUndo().
[[nodiscard]] Result<ChangeSet> undoableSet(Connection &c, qint64 set, DeviceId device,
                                            RecordId actor);

/// Fails: "undo.unknown_set", "undo.not_here" (made elsewhere or by somebody else), "undo.already"
/// (taken back already), "undo.seeded" (what the program itself made), "undo.open" (Busy: a job is
/// still writing it), each with {set}.
[[nodiscard]] Result<UndoPlan> planUndo(Connection &c, const Catalog &catalog, qint64 set,
                                        DeviceId device, RecordId actor);

/// Takes back what can be taken back; what was touched later stays and is noted ("undo.stays"
/// {entity, title, field: "entity.group"}), and what is needed by what stays ("undo.stays_needed"
/// {count, entity, title, target, name}: so many rows of that entity, and whom one of them is kept
/// for). Makes the unit's set an undo of that set (of an undo: a
/// redo), with "undo.of" {set} as its reason where it has none. Fails, beside planUndo's:
/// "undo.nothing" {set} (everything was touched later; what stays stands in the reasons).
[[nodiscard]] Result<void> undoSet(WriteTransaction &tx, qint64 set);

} // namespace dw
