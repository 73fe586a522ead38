// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

namespace dw {

/// The text without what can name a person: e-mail addresses, phone numbers, long account and
/// identity numbers, quoted texts, the home folder `home` and the user it belongs to. Dates, short
/// numbers and ids stay readable; control characters are shown. For logs. Thread-safe.
[[nodiscard]] QString masked(const QString &text, const QString &home = QDir::homePath());

} // namespace dw
