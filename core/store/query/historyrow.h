// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/changelogtable.h"

#include <QHash>
#include <functional>

namespace dw {

/// All changes of one row, in the order in which they stand (hybrid clock, which on one device is
/// the order of the log), and what follows from them once undo is taken into account.
class RowHistory {
public:
    explicit RowHistory(std::vector<LoggedChange> changes);
    [[nodiscard]] static Result<RowHistory> load(Connection &c, RecordId row, changelog::Read read);

    [[nodiscard]] const std::vector<LoggedChange> &changes() const { return m_changes; }
    /// The last change that touched the group, else the one that made the row; nullptr when there
    /// is neither.
    [[nodiscard]] const LoggedChange *last(const QString &group) const;
    /// The change whose doing it is that the group stands as `change` left it: an undo leads back
    /// to what stood before the set that it took back. nullptr where nothing stood before.
    [[nodiscard]] const LoggedChange *inForce(const LoggedChange *change,
                                              const QString &group) const;
    /// What the group stood at before the change (for the first of several changes of one set:
    /// before that set); nullptr where nothing stood before.
    [[nodiscard]] const LoggedChange *before(const LoggedChange &change,
                                             const QString &group) const;
    /// Business time of the change that gave the field the value that it has after `change`.
    [[nodiscard]] std::optional<Instant> since(const LoggedChange *change, const QString &group,
                                               const QString &field) const;

private:
    [[nodiscard]] const LoggedChange *find(ChangeId id) const;
    [[nodiscard]] const LoggedChange *undone(const LoggedChange &undo, const QString &group) const;
    [[nodiscard]] const LoggedChange *base(const LoggedChange &change, const QString &group) const;
    std::vector<LoggedChange> m_changes;
    mutable QHash<ChangeId, size_t> m_index; ///< Made when first asked.
};

/// Every row of the entity (of all entities where none is named), one after the other, in the order
/// of their ids. A row of which a record cannot be read is left out and its error handed to `bad`,
/// once for each such record; without that, fails: "history.bad_record". Fails: "store.*".
Result<void> eachRow(Connection &c, const QString &entity,
                     const std::function<void(const RowHistory &)> &take,
                     const std::function<void(const Error &)> &bad = {});

/// The first part of the record that touches the group; nullptr when there is none.
[[nodiscard]] const GroupChange *groupOf(const ChangeRecord &record, const QString &group);

} // namespace dw
