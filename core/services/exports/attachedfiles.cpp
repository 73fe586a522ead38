// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/attachedfiles.h"

#include <QDir>
#include <QDirIterator>

namespace dw {

QStringList attachedFiles(const WorkspacePaths &paths) {
    const QDir root(paths.files());
    QDirIterator each(root.path(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    QStringList found;
    while (each.hasNext())
        found << root.relativeFilePath(each.next());
    found.sort();
    return found;
}

} // namespace dw
