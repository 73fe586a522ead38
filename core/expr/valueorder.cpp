// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/valueorder.h"

namespace dw {

namespace {

template <typename T> int orderOf(const T &a, const T &b) { return int(b < a) - int(a < b); }

} // namespace

std::optional<int> compareValues(const FieldValue &a, const FieldValue &b) {
    if (a.isEmpty() || a.storage().index() != b.storage().index())
        return std::nullopt;
    return std::visit(
        [&b](const auto &left) -> std::optional<int> {
            using T = std::decay_t<decltype(left)>;
            if constexpr (std::is_same_v<T, std::monostate>) {
                return std::nullopt;
            } else {
                const T &right = std::get<T>(b.storage());
                if constexpr (std::is_same_v<T, QString>)
                    return compareText(left, right);
                else if constexpr (std::is_same_v<T, Money>)
                    return compare(left, right);
                else
                    return orderOf(left, right);
            }
        },
        a.storage());
}

bool answers(Comparison comparison, int order) {
    switch (comparison) {
    case Comparison::Equal:
        return order == 0;
    case Comparison::Unequal:
        return order != 0;
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterOrEqual:
        return order >= 0;
    }
    return false;
}

} // namespace dw
