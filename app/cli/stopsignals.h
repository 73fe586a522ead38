// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/write/door.h"

namespace dw::cli {

/// From here on the first interrupt, hang-up or request to end only stops the running unit of work,
/// which is then rolled back; the second ends the program as usual. At most one token a process.
void stopOnSignals(const StopToken &token);
/// A reader of our output that leaves must not end us in the middle of something.
void ignoreBrokenPipes();

} // namespace dw::cli
