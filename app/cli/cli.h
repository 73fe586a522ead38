// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace dw::cli {

class Printer;

/// Reads the words of a command line (without the program's name), runs its verb, and says what
/// came of it.
[[nodiscard]] Exit run(const QStringList &words, Printer &printer);
/// Ends a call whose words cannot be taken at all, as a misuse.
[[nodiscard]] Exit refuse(const QStringList &words, const Message &wrong, Printer &printer);

} // namespace dw::cli
