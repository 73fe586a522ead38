// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importsink.h"

namespace dw {

/// A row of an import that points at rows of its own kind which did not come in.
struct WaitingRow {
    ImportPlace place;
    QString title;
    std::vector<Message> reasons; ///< "link.unknown" {field, value} for what it waits for.
};

/// Says better why rows wait for one another: "link.unknown" becomes "import.loop" {field, value}
/// where row and target stand in a circle, and "import.target_rejected" {field, value} where the
/// target is another of these rows. Takes time linear in rows and links.
void tellWhyTheyWait(std::vector<WaitingRow> &rows);

} // namespace dw
