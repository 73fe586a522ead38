// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dw {

/// Sends what Qt and our categories log to stderr, a line each, in UTF-8, with personal data
/// masked. `rules` are filter rules as QLoggingCategory takes them; the environment's
/// QT_LOGGING_RULES goes before them. To be called before the application object is made, so that
/// its own warnings pass here too.
void installLogHandler(const QString &rules = {});

/// Masks what can name a person: e-mail addresses, long numbers (phones, accounts), the home
/// folder, quoted text. Control characters are shown.
[[nodiscard]] QString maskPersonal(const QString &text);

} // namespace dw
