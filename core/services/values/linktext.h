// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/reader.h"

namespace dw {

/// The row (not in the bin) that a typed link means: by UUID, short id, or exact title in any case
/// and width; null for blank text. Fails: "link.unknown" {field: `entity.key`, value},
/// "link.ambiguous" {field, value, count, ids}, "store.*".
[[nodiscard]] Result<RecordId> linkFromText(Reader &reader, const QString &entity,
                                            const FieldDesc &field, const QString &text);

/// Short ids of rows that one name could mean, for "link.ambiguous" {ids}: at most five, and a mark
/// where there are more.
[[nodiscard]] QString candidateIds(Reader &reader, const QString &entity,
                                   const std::vector<RecordId> &ids);

/// The rows that a typed set means, as the members of its value: one title that may hold commas,
/// else parts between commas.
[[nodiscard]] Result<QStringList> linksFromText(Reader &reader, const QString &entity,
                                                const FieldDesc &field, const QString &text);

} // namespace dw
