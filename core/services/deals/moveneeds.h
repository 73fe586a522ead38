// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

namespace dw {

/// What a person must be asked before a deal can go to a stage: the gate's own answer, asked early.
struct MoveNeeds {
    Record deal;                   ///< As it stands.
    std::vector<QString> missing;  ///< Fields by key (amount, closed_on, reason).
    std::optional<Message> reason; ///< The refusal that a reason would lift.
    std::vector<Message> refusals; ///< What nothing typed here would lift.
};

/// Fails: "record.unknown" for the deal or the stage.
[[nodiscard]] Result<MoveNeeds> needsOfMove(Workspace &workspace, RecordId deal, RecordId stage);

} // namespace dw
