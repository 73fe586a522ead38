// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dw {

/// Groups of three digits parted by commas, minus as U+2212; both languages write numbers so.
[[nodiscard]] QString groupedInteger(qint64 v);

/// Text with everything that a screen would obey instead of show written out: control characters,
/// line and paragraph separators, marks that turn the direction of text, and halves of surrogate
/// pairs become `\n`, `\t`, `\u{1b}`…
[[nodiscard]] QString visibleText(const QString &text);

} // namespace dw
