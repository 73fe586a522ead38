// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/services/imports/importer.h"

namespace dw::cli {

/// {"file", "line", "cells", "reasons"}.
[[nodiscard]] QJsonObject rejectJson(const RejectedRow &row, const Catalog &catalog);
/// The whole report as docs/CLI.md has it.
[[nodiscard]] QJsonObject reportJson(const ImportReport &report, bool dryRun,
                                     const Catalog &catalog);
/// The same as lines of text; of many rejected rows the first.
void printReport(Session &session, const ImportReport &report, bool dryRun);

} // namespace dw::cli
