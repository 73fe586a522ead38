// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importer.h"

namespace dw {

/// True for the columns that writeRejects adds (`rejected: file`, `rejected: line`, `rejected:
/// reason`): an import passes them over unless a mapping names them.
[[nodiscard]] bool isRejectColumn(const QString &header);

/// Looks whether rejected rows can be written to `path` without harm, and changes nothing there.
/// `inputs`: files that the import reads or the workspace is made of, there or not. Fails:
/// "import.rejects_is_input" {file} (Invalid), "import.rejects_not_a_file" {file} (Invalid: a
/// folder, a device, a pipe, or a stream of the program), "import.rejects_unwritable" {file} (Io,
/// or Full).
[[nodiscard]] Result<void> checkRejectsTarget(const QString &path, const QStringList &inputs);

/// Writes rejected rows as CSV: the file's own columns, then those that isRejectColumn knows, the
/// reasons worded and `rejected: file` only where there are several. An older file stands until the
/// new one is whole. Fails: "import.rejects_not_written" {file} (Io, or Full).
[[nodiscard]] Result<void> writeRejects(const QString &path, const ImportReport &report,
                                        Language language, const Catalog &catalog);

} // namespace dw
