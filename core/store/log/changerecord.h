// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/encoding.h"

#include <vector>

namespace dw {

/// Hybrid logical clock: 48 bits of milliseconds of the system clock since 1970, then 16 bits of a
/// counter. Only grows on a device, whatever its wall clock does; kept in the database with every
/// set. Each change record and each set has one of its own, so that they tell the order.
struct Hlc {
    quint64 value = 0;
    [[nodiscard]] Instant instant() const { return {qint64(value >> 16)}; }
    /// The next value after this one at wall time `now`.
    [[nodiscard]] Hlc next(Instant now) const {
        const quint64 wall = now.ms > 0 ? quint64(now.ms) << 16 : 0;
        return {wall > value ? wall : value + 1};
    }
    friend auto operator<=>(const Hlc &, const Hlc &) = default;
};

enum class ChangeOp : quint8 {
    Set = 0,     ///< The fields of the group have the values `next`.
    Add = 1,     ///< Counters: `next` is the increment, `old` what stood before.
    Include = 2, ///< Sets: the members in `next` come in; `old` is absent.
    Exclude = 3  ///< Sets: the members in `next` go out; `old` is absent.
};

struct FieldChange {
    QString name; ///< Stable name of the field; "deleted" and "merged_into" too.
    LoggedValue old;
    LoggedValue next;
    /// False for a field that a Set names only because its group changed. Says nothing of an Add.
    [[nodiscard]] bool differs() const { return old.value != next.value; }
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// What happened to one merge group. A Set names every field of its group, those that did not
/// differ too, because two writers of a group meet as a whole. A set field can have an Include and
/// an Exclude in one record.
struct GroupChange {
    QString group;
    ChangeOp op = ChangeOp::Set;
    std::vector<FieldChange> fields; ///< Sorted by name; never empty.
    ChangeId base; ///< The change that the group stood at before: the last that touched it, else
                   ///< the one that made the row; null in the record that makes the row.
    friend bool operator==(const GroupChange &, const GroupChange &) = default;
};

/// One immutable entry of the log: one row in one transaction. docs/FORMATS.md gives its bytes.
struct ChangeRecord {
    ChangeId id;    ///< UUID v7.
    qint64 seq = 0; ///< Local position; not hashed.
    qint64 set = 0; ///< Local number of its change set; not hashed.
    QString entity;
    RecordId row;
    bool created = false;            ///< The row was made by this record.
    std::vector<GroupChange> groups; ///< Sorted by group, then op.
    RecordId actor;                  ///< Of its set, as device and reason are.
    DeviceId device;
    QString source; ///< "meeting minutes 2026-02-10, minute 12", "sales.csv, line 214".
    Message reason; ///< "reason.text" {text} as people gave it, "undo.of"
                    ///< or "redo.of" {set}: what it takes back.
    Instant at;     ///< Business time.
    Hlc recorded;
    bool trusted =
        false;       ///< An import that declares its history: known at `at`, not at `recorded`.
    QByteArray salt; ///< 16 random bytes.
    QByteArray leaf; ///< SHA-256 over the salt and the canonical bytes.

    /// When it was known: `at` where the history is declared trustworthy, else the moment it was
    /// recorded.
    [[nodiscard]] Instant known() const { return trusted ? at : recorded.instant(); }
};

enum class SetKind { Edit, Import, Undo, Redo, Seed };

/// What a person undoes as one; also one link of the chain.
struct ChangeSet {
    qint64 seq = 0; ///< Local number, shown to people.
    SetUuid id;
    SetKind kind = SetKind::Edit;
    DeviceId device;
    RecordId actor;
    Message label; ///< What was done, for menus and lists: "set.edit" {entity, title, fields},
                   ///< "set.move" {…}, …
    QString source;
    Message reason;
    Instant at;
    Hlc recorded;
    qint64 undoOf = 0;   ///< Local number of the set that this one takes back; 0 = none.
    qint64 count = 0;    ///< Change records in it.
    QByteArray salt;     ///< 16 random bytes.
    QByteArray leaf;     ///< SHA-256 over the salt and the canonical bytes of what stands above.
    QByteArray digest;   ///< SHA-256 over the leaves of its records in order.
    QByteArray previous; ///< Head of the device's set before; 32 zero bytes for the first.
    QByteArray head;     ///< SHA-256 over (previous, device, id, count, digest, leaf).
};

} // namespace dw
