// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacefiles.h"
#include "core/store/query/reader.h"

namespace dw {

class Workspace;

/// What a thread of its own needs to read a workspace that is open elsewhere, without touching what
/// belongs to other threads.
struct ReadSource {
    WorkspacePaths paths;
    QString vfs;
    CatalogPtr catalog;
    ReadTime time;

    [[nodiscard]] static ReadSource of(const Workspace &workspace);
};

/// How much of the whole is done, in a unit of the work's own; a total of 0: nobody knows. Called
/// on the thread that works.
using WorkProgress = std::function<void(qint64 done, qint64 total)>;

} // namespace dw
