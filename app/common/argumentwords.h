// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QStringList>

namespace dw {

/// The words of the command line behind the program's name.
struct ArgumentWords {
    QStringList words; ///< What is no UTF-8 in them is U+FFFD here.
    Message wrong;     ///< "cli.bad_utf8" {value} where a word is no UTF-8; empty = all are.
};

/// Reads them as the system hands them over: bytes in UTF-8 whatever the locale, on Windows UTF-16.
/// Needs the application object there.
[[nodiscard]] ArgumentWords argumentWords(int argc, const char *const *argv);

} // namespace dw
