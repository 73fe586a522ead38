// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace dw::ui {

/// A number as people type it, as a plain decimal: "1,284.50" → "1284.50", "1,284.5万" →
/// "12845000", "12.84M" → "12840000", full-width digits and U+2212 too. Exact: the point is moved,
/// nothing is multiplied. Nothing where the text is no such number; a comma that does not part
/// thousands is not guessed at.
[[nodiscard]] std::optional<QString> plainDecimal(const QString &typed);

} // namespace dw::ui
