// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/readsource.h"

#include "core/services/workspace.h"

namespace dw {

ReadSource ReadSource::of(const Workspace &workspace) {
    return {workspace.paths(), workspace.vfs(), workspace.catalog(), workspace.readTime()};
}

} // namespace dw
