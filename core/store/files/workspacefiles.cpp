// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <cerrno>

#ifdef Q_OS_WIN
#    include <io.h>
#    include <windows.h>
#else
#    include <fcntl.h>
#    include <unistd.h>
#endif

namespace dw {
using namespace Qt::StringLiterals;

QString WorkspacePaths::database() const { return folder + u"/workspace.dealwright"_s; }

QString WorkspacePaths::lock() const { return folder + u"/workspace.lock"_s; }

QString WorkspacePaths::files() const { return folder + u"/files"_s; }

QString WorkspacePaths::jobs() const { return folder + u"/jobs"_s; }

QString WorkspacePaths::backups() const { return folder + u"/backups"_s; }

WorkspacePaths WorkspacePaths::of(const QString &typed) {
    const QFileInfo info(typed);
    const bool isFile = typed.endsWith(u".dealwright"_s) && !info.isDir();
    const QString folder = isFile ? info.absolutePath() : info.absoluteFilePath();
    return {QDir::cleanPath(folder)};
}

QString nearestFolder(const QString &path) {
    QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    while (!QFileInfo(folder).isDir()) {
        const QString parent = QFileInfo(folder).path();
        if (parent == folder)
            break;
        folder = parent;
    }
    return folder;
}

bool syncFile(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_WIN
    return FlushFileBuffers(HANDLE(_get_osfhandle(file.handle()))) != 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

bool syncFolder(const QString &folder) {
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
    return true;
#else
    const int fd =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    // A file system that cannot do it says EINVAL.
    const bool synced = ::fsync(fd) == 0 || errno == EINVAL;
    ::close(fd);
    return synced;
#endif
}

namespace {

Error folderError(const QString &folder, [[maybe_unused]] int systemError) {
    // There is no portable way to ask a failed mkdir for its reason; room is the one that people
    // can do something about.
#ifdef Q_OS_WIN
    const QStorageInfo storage(nearestFolder(folder));
    const bool full = storage.isValid() && !storage.isReadOnly() && storage.bytesAvailable() == 0;
#else
    const bool full = systemError == ENOSPC || systemError == EDQUOT;
#endif
    return makeError(full ? ErrorKind::Full : ErrorKind::Io,
                     full ? u"store.full"_s : u"workspace.readonly"_s,
                     {{u"file"_s, QDir::toNativeSeparators(folder)},
                      {u"folder"_s, QDir::toNativeSeparators(folder)}});
}

} // namespace

Result<void> makeFolders(const WorkspacePaths &paths) {
    for (const QString &folder : {paths.folder, paths.files(), paths.jobs(), paths.backups()}) {
        if (!QDir().mkpath(folder))
            return folderError(folder, errno);
    }
    return {};
}

} // namespace dw
