// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expr/tree.h"

namespace dw {

/// Words that can never be fields: operators, yes and no. In lower case, as the lexer gives them.
[[nodiscard]] bool isReserved(QStringView word);
/// "day", "days", "week", … Nothing where the word is no unit of time.
[[nodiscard]] std::optional<TimeUnit> timeUnitOf(QStringView word);
/// "days"; "day" for exactly one.
[[nodiscard]] QString timeUnitName(TimeUnit unit, double amount);
/// True for three letters a to z. Such a word beside a number is a currency.
[[nodiscard]] bool isCurrencyWord(QStringView word);
/// "=", "!=", "<", "<=", ">", ">=".
[[nodiscard]] QLatin1StringView signOf(Comparison comparison);
/// The comparison that says the same with its sides exchanged.
[[nodiscard]] Comparison mirrored(Comparison comparison);
/// "+", "-", "*", "/".
[[nodiscard]] QLatin1StringView signOf(Arithmetic arithmetic);

} // namespace dw
