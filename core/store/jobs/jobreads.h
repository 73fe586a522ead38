// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/jobs/stagingfile.h"
#include "core/store/search/searchtables.h"

#include <QSet>

namespace dw {

/// Rows that others touched since a set was begun.
struct EditedSince {
    QSet<RecordId> rows;
    qint64 upTo = 0; ///< Place in the log up to which all of them are among the rows.
};
/// Those of sets with a higher number, of records behind a place in the log. Any connection.
[[nodiscard]] Result<EditedSince> editedSince(Connection &c, qint64 set, qint64 behind = 0);
/// Rows of one entity that a set made, in the order of the log.
struct RowsMade {
    QString entity;
    std::vector<SearchEntry> rows; ///< Empty: there are no more.
    std::vector<qint64> places;    ///< Where the log says so.
};
/// The next ones behind a place in the log, at most so many.
[[nodiscard]] Result<RowsMade> rowsMade(Connection &c, qint64 set, qint64 behind, int most);
/// Keys that a staging file has for the key tables; 0 where it cannot be read.
[[nodiscard]] qint64 stagedKeyCount(Connection &staged, const StagedFile &facts);

} // namespace dw
