// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"

namespace dw {

/// Finds out how the columns of a source write numbers and days, where the mapping does not say it,
/// and completes the mapping. Days are decided by all rows of the file, if its first rows do not.
/// Fails: "import.date_order" {file, columns, examples} where days read in both ways, nobody told
/// (`told`), and no row decides; as ImportFile.
[[nodiscard]] Result<void> findForms(const EntityDesc &entity, const ImportSource &source,
                                     std::optional<DateOrder> told, ImportMapping &mapping);

} // namespace dw
