// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importmapping.h"
#include "core/services/works.h"

namespace dw {

/// What a person confirmed for files of one shape: which column becomes what, in which form the
/// values stand, and how the file is read.
struct RememberedShape {
    ImportMapping mapping;
    TableForm form; ///< Encoding, separator, quote and sheet; empty where nobody told.
};

/// The shape of a file: the set of its folded headers, and what its rows are. 32 hexadecimal
/// digits; the order of the columns does not count.
[[nodiscard]] QString shapeOf(const QString &entity, const QStringList &header);

/// What was confirmed for the shape; nothing where that was never done or cannot be read any more.
[[nodiscard]] std::optional<RememberedShape> rememberedShape(Reader &reader, const QString &shape);

/// Keeps it for the team (setting "import.mapping.<shape>"), in place of what stood there. A
/// mapping that is too long for a setting is not kept.
[[nodiscard]] std::optional<Work> rememberWork(const QString &shape,
                                               const RememberedShape &confirmed,
                                               const Origin &origin);

} // namespace dw
