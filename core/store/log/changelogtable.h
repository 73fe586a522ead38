// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/changerecord.h"
#include "core/store/sqlite/sqlite.h"

namespace dw {

/// A change record with the set that its own set takes back (0 = none).
struct LoggedChange {
    ChangeRecord record;
    qint64 undoOf = 0;
};

// The tables `change_record` and `change_set`: the only place that knows their columns.
namespace changelog {

/// How much of a change record is read.
enum class Read {
    Whole, ///< With actor, device and reason of its set.
    State  ///< What a replay needs: no actor, device, source, reason, salt and leaf.
};

/// `SELECT … FROM change_record r JOIN change_set s …`, to be followed by WHERE and ORDER BY.
[[nodiscard]] const QString &selectChanges(Read read);
/// The change record of the row that the statement stands on. Fails: "history.bad_record" {seq}.
[[nodiscard]] Result<LoggedChange> readChange(const Statement &s, Read read);
/// Steps to the end. Fails as readChange() and "store.*".
[[nodiscard]] Result<std::vector<LoggedChange>> readChanges(Statement &s, Read read);

/// `SELECT seq, id, entity, row, created, groups, set, kind of the set FROM change_record r JOIN
/// …`, to be followed by WHERE and ORDER BY: what moved, undecoded.
[[nodiscard]] const QString &selectTouches();
/// `SELECT row, set` of the rows of an entity (first parameter) that imports made.
[[nodiscard]] const QString &selectImported();
/// Local number of the newest set; 0 where there is none.
[[nodiscard]] Result<qint64> newestSet(Connection &c);

/// `SELECT … FROM change_set s`, to be followed by WHERE and ORDER BY.
[[nodiscard]] const QString &selectSets();
/// The set of the row that the statement stands on. Fails: "history.bad_record" {seq}.
[[nodiscard]] Result<ChangeSet> readSet(const Statement &s);
/// The set of that number; nullopt when there is none.
[[nodiscard]] Result<std::optional<ChangeSet>> findSet(Connection &c, qint64 seq);

/// Adds a record behind all others; `groups` as encodeGroups writes record.groups.
[[nodiscard]] Result<void> insertChange(Connection &c, const ChangeRecord &record,
                                        const QByteArray &groups);
/// True where nothing was ever written.
[[nodiscard]] Result<bool> isEmpty(Connection &c);
[[nodiscard]] Result<void> insertSet(Connection &c, const ChangeSet &set);

} // namespace changelog

} // namespace dw
