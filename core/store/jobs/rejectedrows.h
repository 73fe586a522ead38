// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <functional>

namespace dw {

class Connection;

/// A row that an import could not take, with every reason, so that it can be mended and tried
/// again.
struct RejectedRow {
    QString file;    ///< Name without its folder.
    qint64 line = 0; ///< Of its first character, from 1.
    QStringList cells;
    std::vector<Message> reasons;
    friend bool operator==(const RejectedRow &, const RejectedRow &) = default;
};

/// Cells and reasons as the table keeps them: compact JSON.
[[nodiscard]] QString rejectedCellsText(const QStringList &cells);
[[nodiscard]] QString rejectedReasonsText(const std::vector<Message> &reasons);

/// Keeps rows with a set, in the transaction that is open: they come and go with it, and stay when
/// the set is undone. Set 0 is for imports that brought nothing else. Fails: "store.*".
[[nodiscard]] Result<void> keepRejectedRows(Connection &connection, qint64 set,
                                            const std::vector<RejectedRow> &rows);
/// The rows that were kept with a set, in the order of the files. Fails: "store.*", "store.damaged"
/// where a row cannot be read.
[[nodiscard]] Result<std::vector<RejectedRow>> rejectedRows(Connection &connection, qint64 set);
/// Takes rejected rows one by one; a failure ends it.
using TakeRejected = std::function<Result<void>(const RejectedRow &)>;
/// The same rows one by one, by file and line. Fails as rejectedRows(), and as `take` does.
[[nodiscard]] Result<void> eachRejectedRow(Connection &connection, qint64 set,
                                           const TakeRejected &take);
/// Those of a staging file, whose connection this is.
[[nodiscard]] Result<void> eachStagedRejectedRow(Connection &staged, const TakeRejected &take);
/// Takes rows out that came in since, by file and line; those that are not there are passed over.
/// Inside a transaction. Returns how many there were.
[[nodiscard]] Result<qint64> dropRejectedRows(Connection &connection, qint64 set,
                                              const std::vector<std::pair<QString, qint64>> &rows);
/// The sets that rows were kept with, oldest first; set 0 comes before all. Fails: "store.*".
[[nodiscard]] Result<std::vector<qint64>> setsWithRejectedRows(Connection &connection);

} // namespace dw
