// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/schema.h"

namespace dw::schema {

/// Rejected rows of an import are kept with their reasons, so that they can be mended and tried
/// again.
template <> QString step<2>() {
    return QStringLiteral(uR"sql(
CREATE TABLE rejected_row (
 seq INTEGER PRIMARY KEY, set_seq INTEGER NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL,
 cells TEXT NOT NULL, reasons TEXT NOT NULL);
CREATE INDEX rejected_row_by_set ON rejected_row (set_seq);
)sql");
}

} // namespace dw::schema
