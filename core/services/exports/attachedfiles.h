// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacefiles.h"

#include <QStringList>

namespace dw {

/// The attached files of a workspace: paths within its folder `files`, with `/`, sorted. Their
/// names follow from their content and are never written anew, so one that is there is whole.
[[nodiscard]] QStringList attachedFiles(const WorkspacePaths &paths);

} // namespace dw
