// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacefiles.h"

#include <QFileInfo>

class QFileDevice;

namespace dw {

/// Where the path leads, whether or not a file is there yet: equal for paths that name the same
/// file.
[[nodiscard]] QString placeOf(const QString &path);

/// True for a path such as /dev/stdout, which leads to what the program writes to already: a file
/// put in its place would cut that off.
[[nodiscard]] bool isOwnStream(QFileInfo info);

/// True for what a workspace is made of: its database with what stands beside it, its lock, and all
/// in its folders `files`, `jobs` and `backups`.
[[nodiscard]] bool isWithinWorkspace(const QString &path, const WorkspacePaths &paths);

/// That the file could not be written, as the message `id` with {file} says it: Full where the disk
/// has no room, else Io.
[[nodiscard]] Error notWritten(const QString &id, const QString &path, const QFileDevice &file);

/// Looks whether a file may be put there, and changes nothing. Fails: "export.not_a_file" {file}
/// (Invalid: a folder, a device, a pipe, or a stream of the program), "export.unwritable" {file}
/// (Io, or Full).
[[nodiscard]] Result<void> checkTargetFile(const QString &path);

} // namespace dw
