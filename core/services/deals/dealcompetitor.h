// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"

namespace dw {

/// Notes an account as a competitor in a deal, seen today; nothing where it stands there already.
[[nodiscard]] Work competitorWork(RecordId deal, RecordId account, QDate seen,
                                  const Origin &origin);

} // namespace dw
