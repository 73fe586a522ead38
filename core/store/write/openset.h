// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/chain.h"
#include "core/store/sqlite/sqlite.h"

namespace dw {

struct LogPosition;

/// The change set of a long job, written slice by slice. Its row stands from the start with an
/// empty head, which is how an open set is known; sets of others close meanwhile and stand before
/// it in the chain, which goes in the order of `recorded`. Used on the writer thread.
class OpenSet {
public:
    /// The set as it is written first; inside a transaction. Takes the number after the position's.
    [[nodiscard]] static Result<std::unique_ptr<OpenSet>> begin(Connection &c,
                                                                LogPosition &position,
                                                                ChangeSet set, Instant wall);
    /// One that another run of the program left open: its leaves are read again, in any thread that
    /// owns the connection. Fails: "job.set_lost" (Damaged) where it is not there or closed.
    [[nodiscard]] static Result<std::unique_ptr<OpenSet>> restore(Connection &c, qint64 seq);

    [[nodiscard]] const ChangeSet &set() const { return m_set; }
    [[nodiscard]] qint64 seq() const { return m_set.seq; }
    /// Records so far.
    [[nodiscard]] qint64 count() const { return m_set.count; }
    /// Makes the leaf of a record and counts it. The record must go into the log in this order.
    QByteArray add(const ChangeRecord &record, const QByteArray &groups);
    /// Forgets what was added since keep(): the transaction was rolled back.
    void keep() { m_kept = m_set.count; }
    /// False where records were added since keep() that a rollback took away; restore() is due.
    [[nodiscard]] bool isKept() const { return m_kept == m_set.count; }
    /// Writes digest, leaf and head: the set becomes the last link of the device's chain. Inside a
    /// transaction.
    Result<void> close(Connection &c, LogPosition &position, Instant wall);

private:
    explicit OpenSet(ChangeSet set) : m_set(std::move(set)), m_kept(m_set.count) {}
    ChangeSet m_set;
    qint64 m_kept = 0;
    Sha256 m_leaves;
    ChainHasher m_hasher;
};

/// Numbers of the sets that are open.
[[nodiscard]] Result<std::vector<qint64>> openSets(Connection &c);

} // namespace dw
