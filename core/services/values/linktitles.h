// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/reader.h"

namespace dw {

/// What the rows are called that a link, a person or a set of rows points at, comma-separated;
/// empty for every other value.
[[nodiscard]] QString linkTitles(Reader &reader, const FieldDesc &field, const FieldValue &value);

} // namespace dw
