// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/write/writetransaction.h"

namespace dw {

/// Gives a new deal what it lacks of pipeline and stage: the pipeline of its stage, the first open
/// stage of its pipeline, or both of the first active pipeline. Fails: "link.unknown" {field,
/// value} for a stage that is not there, "import.no_stage", "store.*".
[[nodiscard]] Result<void> placeDeal(WriteTransaction &tx, Record &deal);

/// Sets the stage that a typed text means among those of the deal's pipeline, and the pipeline
/// where it has none yet. Fails: "link.unknown", "link.ambiguous" {field, value, count}, "store.*".
[[nodiscard]] Result<void> placeDealByText(WriteTransaction &tx, Record &deal,
                                           const QString &stage);

} // namespace dw
