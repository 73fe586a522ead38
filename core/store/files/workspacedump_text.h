// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacedump.h"

namespace dw {

/// The cell that says what the statement holds in the column; nullopt where the kind cannot say it.
[[nodiscard]] std::optional<QString> dumpCell(const Statement &s, int column, DumpKind kind);
/// Binds what dumpCell() wrote. False where it would have written it otherwise.
[[nodiscard]] bool bindDumpCell(Statement &s, int at, DumpKind kind, const QString &cell);

} // namespace dw
