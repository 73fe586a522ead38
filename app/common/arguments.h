// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>
#include <span>

namespace dw {

/// An option that a program knows; `name` with its dashes ("--lang").
struct OptionSpec {
    enum class Kind {
        Flag,
        Value,
        Values
    }; ///< Without a value, with one, with one and as often as wanted.
    const char16_t *name;
    Kind kind = Kind::Value;
};

/// What stood on the command line: options wherever they stood, and the rest in its order.
struct Arguments {
    QHash<QString, QStringList> options; ///< By name with dashes; a flag has no values.
    QStringList free;

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    /// The value given last; nullopt where the option was not given.
    [[nodiscard]] std::optional<QString> value(const QString &option) const;
    [[nodiscard]] QStringList values(const QString &option) const { return options.value(option); }
};

/// Reads `--name value` and `--name=value` anywhere; what follows `--` is free, as is everything
/// that does not begin with two dashes. A value is taken as it stands, even where it begins with a
/// dash. Fails (Invalid): "cli.unknown_option" {option}, "cli.option_needs_value" {option},
/// "cli.option_takes_no_value" {option}, "cli.option_twice" {option}.
[[nodiscard]] Result<Arguments> parseArguments(const QStringList &words,
                                               std::span<const OptionSpec> known);

} // namespace dw
