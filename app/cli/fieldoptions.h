// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/arguments.h"
#include "core/catalog/fielddesc.h"

namespace dw::cli {

/// A custom field as the options of `field add` describe it, but for its formula. Fails (Invalid):
/// "cli.unknown_type" {value, types}, "cli.bad_choice" {value}, "cli.bad_number" {option, value},
/// "cli.unknown_class" {value}.
[[nodiscard]] Result<FieldDesc> fieldFromOptions(const QString &key, const QString &type,
                                                 const Arguments &arguments);

} // namespace dw::cli
