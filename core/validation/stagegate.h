// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/gatecase.h"

namespace dw {

/// The gate of this version: what a deal's stage asks for. Pure.
/// Refuses: a stage of another pipeline ("gate.stage_of_other_pipeline"), Won without amount
/// ("gate.won_needs" {field}) or close date, Lost without reason or close date ("gate.lost_needs"
/// {field}), an open deal with a close date ("gate.open_has_close_date"), a move backwards without
/// a reason ("gate.backward_needs_reason" {from, to}), a closed deal's move by hand to another open
/// stage without a reason ("gate.reopen_needs_reason"). Warns: no amount on an open deal
/// ("gate.no_amount"). Imports, history and what a hub brought are never refused: their refusals
/// come back as warnings. Undo and redo carry their own reason.
[[nodiscard]] Verdict stageGate(const GateCase &c);

/// Which fields a move to this stage asks for that the deal does not have yet, by key, so that a
/// form can ask for them.
[[nodiscard]] std::vector<QString> missingForStage(const Catalog &catalog, const Record &deal,
                                                   const Record &stage);

} // namespace dw
