// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QHash>
#include <optional>

namespace dw {

/// Names of rows as files write them: exact but for case and width, or else without blanks and
/// punctuation ("GTXPro" for "GTX Pro") where that means one row only.
class NameIndex {
public:
    struct Match {
        RecordId id;
        QString name;       ///< As the row is called.
        bool exact = false; ///< False: found without blanks and punctuation.
    };

    /// A name that is known already keeps its row.
    void add(const QString &name, RecordId id);
    [[nodiscard]] std::optional<Match> find(const QString &name) const;

private:
    QHash<QString, Match> m_exact;
    QHash<QString, QList<Match>> m_squeezed;
};

} // namespace dw
