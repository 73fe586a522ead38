// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"

#include <vector>

namespace dw {

/// Rows around the one that is judged or evaluated. A database stands behind it, or plain values in
/// a test; deleted rows are never returned. Used on one thread at a time.
class Lookup {
public:
    virtual ~Lookup() = default;
    /// The row of `entity`, or nullptr. Valid until the next call.
    [[nodiscard]] virtual const Record *record(const QString &entity, RecordId id) = 0;
    /// All rows of `entity` whose link field `link` (stable name) points at `id`.
    [[nodiscard]] virtual std::vector<Record> related(const QString &entity, const QString &link,
                                                      RecordId id) = 0;
    /// Short id of the row, deleted or not ("D-7K0997"); empty where there is none.
    [[nodiscard]] virtual QString shortId(const QString &entity, RecordId id) {
        Q_UNUSED(entity)
        Q_UNUSED(id)
        return {};
    }
};

} // namespace dw
