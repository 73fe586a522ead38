// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddesc.h"

#include <array>
#include <iterator>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// In the order of FieldType.
constexpr std::array typeNames{"text"_L1,    "long_text"_L1, "number"_L1, "money"_L1, "date"_L1,
                               "instant"_L1, "yes_no"_L1,    "choice"_L1, "set"_L1,   "person"_L1,
                               "link"_L1,    "counter"_L1,   "phone"_L1,  "email"_L1, "formula"_L1};
static_assert(typeNames.size() == size_t(FieldType::Formula) + 1);

} // namespace

QString typeName(FieldType type) { return typeNames.at(size_t(type)); }

std::optional<FieldType> typeFromName(const QString &name) {
    const auto it = std::find(typeNames.begin(), typeNames.end(), name);
    if (it == typeNames.end())
        return std::nullopt;
    return FieldType(std::distance(typeNames.begin(), it));
}

} // namespace dw
