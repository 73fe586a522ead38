// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/schema/catalogholder.h"
#include "core/store/sqlite/sqlite.h"

namespace dw {

/// One thing that `check` found; damage makes the verdict bad, the rest is listed.
struct CheckFinding {
    bool damage = false;
    Message message;
};

struct CheckReport {
    std::vector<CheckFinding> findings;
    qint64 records = 0; ///< Rows of all entities.
    qint64 changes = 0;
    qint64 sets = 0;
    [[nodiscard]] bool damaged() const;
};

/// integrity_check, the chain (every leaf, digest and head recomputed), the schema against the
/// catalogue, rows against the log (what the log says a row holds, it holds) as damage; orphaned
/// references, doubled short ids and titles, left-over files in jobs/ as findings. Reads only.
/// Fails only where nothing can be read at all.
[[nodiscard]] Result<CheckReport> checkWorkspace(Connection &c, const CatalogHolder &catalog,
                                                 const QString &jobsFolder);

} // namespace dw
