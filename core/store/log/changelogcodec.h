// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/changerecord.h"

namespace dw {

// The bytes that docs/FORMATS.md describes under "Change record" and "Change set and chain":
// deterministic CBOR, one encoding a value.

/// The groups of a change record, as stored and hashed.
[[nodiscard]] QByteArray encodeGroups(const std::vector<GroupChange> &groups);
/// Fails: "history.bad_record" (Damaged) on anything that encodeGroups would not have written.
[[nodiscard]] Result<std::vector<GroupChange>> decodeGroups(const QByteArray &bytes);

/// A message, as stored (label and reason of a set) and hashed.
[[nodiscard]] QByteArray encodeMessage(const Message &message);
/// Fails: "history.bad_record" (Damaged) on anything that encodeMessage would not have written.
[[nodiscard]] Result<Message> decodeMessage(const QByteArray &bytes);

} // namespace dw
