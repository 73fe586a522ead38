// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/services/imports/importer.h"

namespace dw::cli {

/// What the words and options of `import` ask for: ENTITY FILE…, or ENTITY=FILE…; "-" is what comes
/// in by the standard input. Needs the workspace open. Fails with what is wrong about the call
/// ("cli.*", "catalog.unknown_entity", "import.*").
[[nodiscard]] Result<ImportRequest> importRequest(Session &session);

/// The files that the words name.
[[nodiscard]] QStringList filesOf(const QStringList &words);

/// Proposes a mapping for every source without one. Returns what it leaves out as it is not sure of
/// it: "import.unsure" {header, field, text}.
[[nodiscard]] Result<std::vector<Message>> proposeMappings(Session &session,
                                                           ImportRequest &request);

} // namespace dw::cli
