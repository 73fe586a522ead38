// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/historyrow.h"
#include "core/store/write/undo.h"
#include "core/store/write/writetransaction.h"

namespace dw {

/// What puts back one field: a value, an increment, or members. Which of them, its group's change
/// said.
struct FieldInverse {
    QString name;
    ChangeOp op = ChangeOp::Set;
    LoggedValue value;            ///< Set: what stood before.
    qint64 increment = 0;         ///< Add.
    QStringList include, exclude; ///< Include, Exclude.
    std::optional<Instant> since; ///< Set: business time of what is put back.
};

/// What takes back one row's part of a set.
struct RowInverse {
    QString entity;
    RecordId row;
    bool binned = false; ///< The set made the row: it goes to the bin.
    QMap<QString, std::vector<FieldInverse>> groups;
    std::vector<UndoPlan::Stays> stays;

    [[nodiscard]] bool isEmpty() const { return !binned && groups.isEmpty(); }
};

/// Writes it (undo.cpp).
Result<void> takeBack(WriteTransaction::State &state, const RowInverse &inverse);

/// Inverse of what the set did to the row, by merge group: only where nothing later stands on it.
[[nodiscard]] RowInverse inverseOf(const RowHistory &history, const QString &entity, RecordId row,
                                   qint64 set);

} // namespace dw
