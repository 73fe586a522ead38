// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/valueforms.h"

namespace dw {

/// The text with signs as plain ones: full-width characters, blanks of every width, dashes that
/// mean minus, curly apostrophes; trimmed.
[[nodiscard]] QString withPlainSigns(const QString &text);

/// plainNumber(), which an `m` in small letters may end as well: an amount of millions, where it
/// would be metres elsewhere.
[[nodiscard]] std::optional<QString> plainNumberOfMillions(const QString &text,
                                                           const NumberForm &form);

[[nodiscard]] inline bool isPlainDigit(QChar c) { return c >= u'0' && c <= u'9'; }

} // namespace dw
