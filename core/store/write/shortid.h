// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/sqlite/sqlite.h"

namespace dw {

/// Two base-32 characters (Crockford's alphabet: no I, L, O, U) that tell a device's short ids from
/// those of others.
[[nodiscard]] QString deviceCodeOf(DeviceId device);

/// "D-7K0997": letter of the entity, device code, counter in base 32, at least four characters.
[[nodiscard]] QString shortIdOf(char letter, const QString &deviceCode, qint64 n);

/// As stored: capitals, and the digits that people read as letters (O, I, L) as digits; null where
/// the text cannot be a short id.
[[nodiscard]] QString shortIdFromTyped(const QString &typed);

/// The one that this device draws next if nobody draws before; `ahead`: after so many others. Looks
/// only.
[[nodiscard]] Result<QString> peekShortId(Connection &c, char letter, qint64 ahead);

/// Draws the next one of this letter, inside the writer's transaction.
[[nodiscard]] Result<QString> nextShortId(Connection &c, char letter, const QString &deviceCode);

} // namespace dw
