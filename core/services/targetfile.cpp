// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/targetfile.h"

#include <QDir>
#include <QSaveFile>
#include <QStorageInfo>

namespace dw {
using namespace Qt::StringLiterals;

QString placeOf(const QString &path) {
    const QFileInfo info(path);
    const QString whole = info.canonicalFilePath();
    const QString folder = info.dir().canonicalPath();
    QString place = !whole.isEmpty()    ? whole
                    : !folder.isEmpty() ? folder + u'/' + info.fileName()
                                        : QDir::cleanPath(info.absoluteFilePath());
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    place = place.toLower();
#endif
    return place;
}

bool isWithinWorkspace(const QString &path, const WorkspacePaths &paths) {
    const QString place = placeOf(path);
    for (const QString &own : {paths.database(), paths.lock()}) {
        // What SQLite and a restore put beside the database begins with its name.
        if (place.startsWith(placeOf(own)))
            return true;
    }
    for (const QString &own : {paths.files(), paths.jobs(), paths.backups()}) {
        const QString folder = placeOf(own);
        if (place == folder || place.startsWith(folder + u'/'))
            return true;
    }
    return place == placeOf(paths.folder);
}

bool isOwnStream(QFileInfo info) {
    constexpr int mostLinks = 40;
    for (int i = 0; i < mostLinks; ++i) {
        if ((info.dir().canonicalPath() + u'/').startsWith("/proc/"_L1))
            return true;
        if (!info.isSymLink())
            return false;
        info.setFile(info.symLinkTarget());
    }
    return true;
}

Error notWritten(const QString &id, const QString &path, const QFileDevice &file) {
    // Where a part of a block still fitted in, Qt names no reason.
    const bool full = file.error() == QFileDevice::ResourceError
                      || QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() == 0;
    return makeError(full ? ErrorKind::Full : ErrorKind::Io, id, {{u"file"_s, path}},
                     file.errorString());
}

Result<void> checkTargetFile(const QString &path) {
    const QFileInfo info(path);
    if ((info.exists() && !info.isFile()) || isOwnStream(info))
        return makeError(ErrorKind::Invalid, u"export.not_a_file"_s, {{u"file"_s, path}});
    QSaveFile file(path);
    // What is written here goes into a file of its own, which is dropped again.
    if (!file.open(QIODevice::WriteOnly) || file.write("\n") != 1 || !file.flush())
        return notWritten(u"export.unwritable"_s, path, file);
    file.cancelWriting();
    return {};
}

} // namespace dw
