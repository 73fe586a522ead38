// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

namespace dw::ui {

/// What a new row starts with: the preset, and where that says nothing, who sits here as owner, and
/// for a deal the first pipeline with its first open stage.
[[nodiscard]] Record newDraft(const QString &entity, const Record &preset, Workspace &workspace);

} // namespace dw::ui
