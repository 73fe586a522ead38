// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/changerecord.h"
#include "core/store/log/hash.h"

namespace dw {

// The chain of change sets of one device; docs/FORMATS.md says what it proves and what only a
// witness outside can.

/// What stands before the first set of a device.
[[nodiscard]] QByteArray chainStart();

/// The canonical bytes of a record, without what its set says for all; `groups` as encodeGroups
/// writes record.groups.
[[nodiscard]] QByteArray recordBytes(const ChangeRecord &record, const QByteArray &groups);
/// The canonical bytes of what a set says of itself; `undone` is the id of the set that it takes
/// back, null where it takes none back.
[[nodiscard]] QByteArray setBytes(const ChangeSet &set, SetUuid undone);

/// Makes the hashes of a chain, in order. One thread at a time.
class ChainHasher {
public:
    /// Begins a set.
    void begin();
    /// The leaf of one record.
    QByteArray leaf(const ChangeRecord &record, const QByteArray &groups);
    /// Counts a leaf for the digest of the set.
    void addLeaf(const QByteArray &leaf);
    /// The leaf of what the set says of itself.
    QByteArray setLeaf(const ChangeSet &set, SetUuid undone);
    /// Digest over the leaves since begin().
    QByteArray digest();
    /// Head over previous, device, id, count, digest and leaf of the set.
    QByteArray head(const ChangeSet &set);

private:
    QByteArray salted(const QByteArray &salt, const QByteArray &bytes);
    Sha256 m_hash;
    Sha256 m_leaves;
};

} // namespace dw
