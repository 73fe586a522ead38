// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceimport_site.h"

#include <QDir>
#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error cannotBeWritten(const QString &folder) {
    return makeError(ErrorKind::Io, u"workspace.readonly"_s,
                     {{u"folder"_s, QDir::toNativeSeparators(folder)}});
}

} // namespace

Result<std::unique_ptr<ImportSite>> ImportSite::make(const WorkspacePaths &to) {
    const WorkspacePaths paths{to.folder + u".importing"_s};
    if (!QDir().mkpath(paths.folder))
        return cannotBeWritten(QFileInfo(to.folder).path());
    auto lock = WorkspaceLock::take(paths);
    if (!lock && lock.error().kind == ErrorKind::Busy)
        return makeError(ErrorKind::Busy, u"import.running"_s,
                         {{u"folder"_s, QDir::toNativeSeparators(to.folder)}});
    if (!lock)
        return lock.error();
    std::unique_ptr<ImportSite> site(new ImportSite(paths, std::move(*lock)));
    site->clear();
    if (const auto made = makeFolders(paths); !made)
        return made.error();
    return site;
}

ImportSite::~ImportSite() {
    if (m_paths.folder.isEmpty())
        return;
    clear();
    m_lock.reset();
    (void)QDir().rmdir(m_paths.folder);
}

Result<void> ImportSite::moveTo(const WorkspacePaths &to) {
    m_lock.reset();
    (void)QDir().rmdir(to.folder);
    if (!QDir().rename(m_paths.folder, to.folder))
        return cannotBeWritten(to.folder);
    m_paths.folder.clear();
    (void)syncFolder(QFileInfo(to.folder).path());
    return {};
}

void ImportSite::clear() const {
    for (const QString &folder : {m_paths.files(), m_paths.jobs(), m_paths.backups()})
        (void)QDir(folder).removeRecursively();
    for (const QString &name : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        (void)QFile::remove(m_paths.database() + name);
}

} // namespace dw
