// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dw::cli {

/// Columns that the text takes in a terminal: 2 for wide and full-width characters (Unicode's East
/// Asian Width W and F), 0 for marks that combine with what stands before, else 1. Control
/// characters must have been written out.
[[nodiscard]] int textWidth(QStringView text);
/// The text itself, or its beginning with `…` where it would take more than `width` columns (at
/// least 1).
[[nodiscard]] QString elided(const QString &text, int width);

} // namespace dw::cli
