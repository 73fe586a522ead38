// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/services/imports/readsource.h"

namespace dw::cli {

/// Shows on a terminal how far something is, each hundredth once; shows nothing with --json.
[[nodiscard]] WorkProgress progressOf(Session &session);

} // namespace dw::cli
