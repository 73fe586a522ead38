// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/functions.h"

#include "core/expr/exprerror.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

std::span<const FunctionInfo> functions() {
    constexpr int most = exprlimits::arguments;
    static constexpr FunctionInfo all[] = {{Function::Today, "today"_L1, 0, 0},
                                           {Function::Now, "now"_L1, 0, 0},
                                           {Function::Date, "date"_L1, 1, 1},
                                           {Function::Year, "year"_L1, 1, 1},
                                           {Function::Quarter, "quarter"_L1, 1, 1},
                                           {Function::Month, "month"_L1, 1, 1},
                                           {Function::Day, "day"_L1, 1, 1},
                                           {Function::DaysBetween, "days_between"_L1, 2, 2},
                                           {Function::Length, "length"_L1, 1, 1},
                                           {Function::Lower, "lower"_L1, 1, 1},
                                           {Function::Coalesce, "coalesce"_L1, 2, most},
                                           {Function::If, "if"_L1, 3, 3},
                                           {Function::Round, "round"_L1, 1, 2},
                                           {Function::Abs, "abs"_L1, 1, 1},
                                           {Function::Min, "min"_L1, 1, most},
                                           {Function::Max, "max"_L1, 1, most},
                                           {Function::Count, "count"_L1, 1, 1},
                                           {Function::Sum, "sum"_L1, 1, 1},
                                           {Function::Avg, "avg"_L1, 1, 1}};
    return all;
}

const FunctionInfo *functionNamed(QStringView name) {
    const auto all = functions();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const FunctionInfo &f) { return name == f.name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace dw
