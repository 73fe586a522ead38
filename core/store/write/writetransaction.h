// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/reader.h"
#include "core/store/write/door.h"

namespace dw {

/// The version of a merge group that an author saw: the change that last touched it, else the one
/// that made the row.
struct GroupVersion {
    QString group; ///< Empty: every group that the list does not name.
    ChangeId version;
};

/// The writing side of one unit of work. Lives on the writer thread for as long as the unit runs.
/// Several changes of one row in a unit become one change record as long as time, source and trust
/// stay the same.
class WriteTransaction {
public:
    [[nodiscard]] const Catalog &catalog() const;
    [[nodiscard]] CatalogPtr catalogPtr() const;
    /// Sees what this unit has written so far.
    [[nodiscard]] Reader &reader();
    [[nodiscard]] const SetInfo &info() const;
    [[nodiscard]] Instant now() const; ///< Business time of the unit.
    [[nodiscard]] QDate today() const;
    [[nodiscard]] DeviceId device() const;

    /// From here on changes count at this time / come from there (an import's own dates and lines).
    /// Trusted history must come in the order of time: a change that would go behind what is known
    /// of its group already, or lies ahead of the clock, counts as known only now, and the author
    /// is told ("write.not_trusted" {count}).
    void setTime(Instant at, bool trusted);
    void setSource(const QString &source);
    /// Names the set by what the unit found out ("moved Acme to Won"); replaces SetInfo::label. May
    /// be called any time before the unit ends.
    void setLabel(Message label);

    /// Makes a row of the draft's entity with all its fields; an id is drawn (v7) where the draft
    /// has none. Judges rights, validity and gate. A row of `custom_field` also adds its column and
    /// changes the catalogue.
    Result<RecordId> create(const Record &draft);
    /// Sets the fields that `values` holds (an empty value clears); what does not differ is left
    /// out. Where `seen` names a group of which a later change stands, fails with "write.conflict".
    Result<void> change(const Record &values, const std::vector<GroupVersion> &seen = {});
    /// Members of a set field that come in and go out. A counter's increment.
    Result<void> changeMembers(const QString &entity, RecordId id, const QString &field,
                               const QStringList &include, const QStringList &exclude);
    Result<void> increment(const QString &entity, RecordId id, const QString &field, qint64 by);
    /// To the bin and back. Rows that hang on it are not touched: they are hidden with it and come
    /// back with it.
    Result<void> remove(const QString &entity, RecordId id);
    Result<void> restore(const QString &entity, RecordId id);

    /// Something the author should read after the commit.
    void note(Message message);
    /// Local number that the set gets when it closes; what an import keeps beside its rows names
    /// it.
    [[nodiscard]] qint64 set() const;
    /// What the gate warns of in the rows as they stand now (asks it about each).
    [[nodiscard]] const std::vector<Message> &warnings() const;
    /// True when somebody asked to stop; the unit then returns "cancelled".
    [[nodiscard]] bool stopRequested() const;
    void setStopToken(StopToken token);

    struct State;
    explicit WriteTransaction(State &state) : m_state(state) {}
    /// For what belongs to the store itself (undo).
    [[nodiscard]] State &state() { return m_state; }

private:
    State &m_state;
};

} // namespace dw
