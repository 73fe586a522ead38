// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

namespace dw::cli {

/// True for the word that stands in `list` for the rows that imports rejected.
[[nodiscard]] bool meansRejectedRows(const QString &word);
/// Lists them: those of `--set`, or of all imports, oldest first; the first `--limit`.
[[nodiscard]] Exit listRejectedRows(Session &session);

} // namespace dw::cli
