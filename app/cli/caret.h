// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QStringList>

namespace dw::cli {

/// Two lines that show where in `typed` an error of an expression lies: the text (its part around
/// the place where it is long) and a line with `^` under the place. Nothing where the message has
/// no place ({at}, {length}) in the text.
[[nodiscard]] QStringList caretLines(const Message &message, const QString &typed);

} // namespace dw::cli
