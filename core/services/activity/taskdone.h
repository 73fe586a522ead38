// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/write/writetransaction.h"

namespace dw {

/// The moment at which a task was done follows its mark, whatever way a person sets it: done now,
/// or not done at any time. What `values` gives stands. `standing` is empty for a new task. Imports
/// do not come here: a file tells when its tasks were done.
void settleTask(WriteTransaction &tx, const Record &standing, Record &values);

} // namespace dw
