// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/catalog/fielddesc.h"

#include <optional>

namespace dw {

/// Judges one value against its description: type, required, limits, choices, length, e-mail and
/// phone shape, control characters. Returns what is wrong, with args {field: "entity.key", value,
/// limit…}: "valid.type", "valid.required", "valid.min", "valid.max", "valid.length",
/// "valid.choice", "valid.email", "valid.phone", "valid.control".
[[nodiscard]] std::optional<Message> validate(const QString &entity, const FieldDesc &field,
                                              const FieldValue &value);

} // namespace dw
