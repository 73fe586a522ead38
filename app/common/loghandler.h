// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

namespace dw {

class LogFile;

/// Sends what Qt and our categories log to stderr, a line each, in UTF-8, with personal data
/// masked. `rules` are filter rules as QLoggingCategory takes them; the environment's
/// QT_LOGGING_RULES goes before them. To be called before the application object is made, so that
/// its own warnings pass here too.
void installLogHandler(const QString &rules = {});

/// What is logged goes to `file` too from now on; to none where it is null.
void logAlsoTo(std::shared_ptr<LogFile> file);

} // namespace dw
