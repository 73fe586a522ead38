// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/write/writetransaction.h"

namespace dw {

/// The close date follows the outcome of a deal's stage, whatever way a person moves it: Won or
/// Lost from another outcome closes it today, an open stage clears close date and reason. Nothing
/// is done where `values` gives no stage; what `values` gives stands. `standing` is empty for a new
/// deal. Imports do not come here: a file that lacks a date is told so, not completed. Fails:
/// "store.*".
[[nodiscard]] Result<void> settleClosing(WriteTransaction &tx, const Record &standing,
                                         Record &values);

} // namespace dw
