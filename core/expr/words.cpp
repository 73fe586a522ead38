// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/words.h"

#include <algorithm>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array reserved{"and"_L1,      "or"_L1,    "not"_L1,   "in"_L1,   "is"_L1,
                              "contains"_L1, "empty"_L1, "where"_L1, "true"_L1, "false"_L1,
                              "yes"_L1,      "no"_L1,    "null"_L1};

// In the order of TimeUnit.
constexpr std::array units{"minutes"_L1, "hours"_L1,  "days"_L1,
                           "weeks"_L1,   "months"_L1, "years"_L1};

} // namespace

bool isReserved(QStringView word) {
    return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

std::optional<TimeUnit> timeUnitOf(QStringView word) {
    for (size_t i = 0; i < units.size(); ++i) {
        if (word == units[i] || word == units[i].chopped(1))
            return TimeUnit(i);
    }
    return std::nullopt;
}

QString timeUnitName(TimeUnit unit, double amount) {
    const QLatin1StringView name = units.at(size_t(unit));
    return amount == 1 ? name.chopped(1) : name;
}

bool isCurrencyWord(QStringView word) {
    return word.size() == 3
           && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

QLatin1StringView signOf(Comparison comparison) {
    static constexpr std::array signs{"="_L1, "!="_L1, "<"_L1, "<="_L1, ">"_L1, ">="_L1};
    return signs.at(size_t(comparison));
}

Comparison mirrored(Comparison comparison) {
    switch (comparison) {
    case Comparison::Less:
        return Comparison::Greater;
    case Comparison::LessOrEqual:
        return Comparison::GreaterOrEqual;
    case Comparison::Greater:
        return Comparison::Less;
    case Comparison::GreaterOrEqual:
        return Comparison::LessOrEqual;
    default:
        return comparison;
    }
}

QLatin1StringView signOf(Arithmetic arithmetic) {
    static constexpr std::array signs{"+"_L1, "-"_L1, "*"_L1, "/"_L1};
    return signs.at(size_t(arithmetic));
}

} // namespace dw
