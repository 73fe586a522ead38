// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/changelogtable.h"

#include <QMap>
#include <QSet>

namespace dw {

/// Where the merge groups of one row stand: the last change of each, found by walking the log of
/// the row backwards only as far as needed.
class GroupStands {
public:
    struct Stand {
        ChangeId change;
        Instant known;                     ///< When that change was known.
        QMap<QString, LoggedValue> logged; ///< What a Set left in the fields.
    };

    /// For a row that is made now: nothing stands.
    GroupStands() = default;
    explicit GroupStands(RecordId row) : m_row(row), m_walked(false) {}

    /// Reads on until these groups are known. Fails: "store.*", "history.bad_record".
    Result<void> find(Connection &c, const QSet<QString> &groups);
    /// Of a group that was looked for: the last change that touched it, else the one that made the
    /// row; a null change where there is neither.
    [[nodiscard]] Stand of(const QString &group) const;

private:
    void take(const LoggedChange &change);
    RecordId m_row;
    QMap<QString, Stand> m_stands; ///< A hash takes kilobytes, and units touch many rows.
    Stand m_creation;
    qint64 m_next = 0; ///< Only older records are left to read; 0 = none were read.
    bool m_walked = true;
};

} // namespace dw
