// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>
#include <span>

namespace dw {

enum class Function {
    Today,
    Now,
    Date,
    Year,
    Quarter,
    Month,
    Day,
    DaysBetween,
    Length,
    Lower,
    Coalesce,
    If,
    Round,
    Abs,
    Min, ///< Of values, or of related rows where it has one argument.
    Max,
    Count, ///< From here on: of related rows only.
    Sum,
    Avg
};

struct FunctionInfo {
    Function function;
    QLatin1StringView name;
    int fewest; ///< Arguments.
    int most;
};

/// Every function of the language, described for people in docs/EXPRESSIONS.md.
[[nodiscard]] std::span<const FunctionInfo> functions();
/// By name; nullptr where there is none.
[[nodiscard]] const FunctionInfo *functionNamed(QStringView name);

} // namespace dw
