// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/expr/tree.h"

namespace dw {

/// Bounds of one expression; what it takes from formula fields counts too.
namespace exprlimits {
constexpr int characters = 20'000;
constexpr int levels = 100;  ///< Brackets and levels of the tree.
constexpr int nodes = 2'000; ///< Parts of the tree as written.
constexpr int steps = 5'000; ///< Parts after formula fields have been put in.
constexpr int stepLevels = 200;
constexpr int pathLength = 6;     ///< Parts of `a.b.c`.
constexpr int aggregateDepth = 3; ///< Aggregates within aggregates.
constexpr int formulaDepth = 8;   ///< Formula fields that use formula fields.
constexpr int arguments = 20;
} // namespace exprlimits

/// An error that points at a place: args at, length (0-based characters) and position (at + 1, for
/// people).
[[nodiscard]] Error exprError(const char *id, Span span, QMap<QString, QString> args = {});

/// What a person wrote, cut to a length that can be shown.
[[nodiscard]] QString excerpt(QStringView text);

} // namespace dw
