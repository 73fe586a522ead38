// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"

#include <QByteArrayView>

namespace dw {

/// Finds out how the cells of a text are kept apart, from its beginning in UTF-8 without a mark;
/// what is told stays. Separators are looked for among , ; tab and |, quotes are " or ' or none.
/// `cut`: the text goes on. The first line decides most: a separator that it lacks is hardly one.
[[nodiscard]] CsvForm guessCsvForm(QByteArrayView text, bool cut,
                                   std::optional<QChar> separator = {},
                                   std::optional<QChar> quote = {});

/// The separator that a spreadsheet is told by the line `sep=;` on top; nothing where there is
/// none.
[[nodiscard]] std::optional<QChar> separatorLine(QByteArrayView text);

} // namespace dw
