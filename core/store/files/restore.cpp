// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/store/files/backup.h"
#include "core/store/schema/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <filesystem>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// A restore has one moment at which it is decided: the whole copy gets the name
// `workspace.dealwright.restored`. Up to then nothing has changed, from then on finishRestore()
// goes on, however often it is cut off. Where what was there could not be copied and so is kept as
// it is, the name goes on with `-` and the stamp that it will bear.

constexpr auto asidePrefix = "workspace.damaged-"_L1;

QString decidedName(const WorkspacePaths &paths) { return paths.database() + u".restored"_s; }

/// The whole copy that waits to be put in place; empty where there is none.
QString decidedIn(const WorkspacePaths &paths) {
    const QString name = QFileInfo(decidedName(paths)).fileName();
    const QStringList found =
        QDir(paths.folder).entryList({name, name + u"-*"_s}, QDir::Files, QDir::Name);
    return found.isEmpty() ? QString() : paths.folder + u'/' + found.first();
}

Error fileError(const QString &path, const QString &detail) {
    return makeError(ErrorKind::Io, u"store.io"_s, {{u"file"_s, QDir::toNativeSeparators(path)}},
                     detail);
}

/// Takes the place of what bears the name, in one step.
bool replaceBy(const QString &from, const QString &to) {
    std::error_code failed;
    const auto native = [](const QString &path) {
        return std::filesystem::path(path.toStdU16String());
    };
    std::filesystem::rename(native(from), native(to), failed);
    return !failed;
}

const QStringList &companionNames() {
    static const QStringList names{u"-wal"_s, u"-shm"_s, u"-journal"_s};
    return names;
}

/// What belongs to the database that goes must not be played into the one that comes, so it goes
/// first.
Result<void> setCompanionsAside(const WorkspacePaths &paths, const QString &aside) {
    for (const QString &name : companionNames()) {
        const QString companion = paths.database() + name;
        if (!QFile::exists(companion))
            continue;
        const bool gone =
            aside.isEmpty() ? QFile::remove(companion) : replaceBy(companion, aside + name);
        if (!gone)
            return fileError(companion, u"cannot be put out of the way"_s);
    }
    return {};
}

/// A name for what is kept as it is that nothing bears yet; the part of it behind the prefix.
QString freeStamp(const WorkspacePaths &paths, Instant now) {
    const QString stamp = backupStamp(now);
    QString free = stamp;
    for (int n = 2; QFile::exists(paths.folder + u'/' + asidePrefix + free); ++n)
        free = u"%1-%2"_s.arg(stamp).arg(n, 2, 10, QChar(u'0'));
    return free;
}

/// A backup of what is there now; empty where it cannot be read and so cannot be copied.
Result<QString> keepPresent(const WorkspacePaths &paths, const Clock &wall, const StopToken &stop) {
    const auto version = probe(paths);
    const auto c = version ? Connection::open(paths.database(), OpenMode::ReadOnly)
                           : Result<std::unique_ptr<Connection>>(version.error());
    if (!c)
        return QString();
    auto kept = backup(**c, paths, wall, BackupKind::Replaced, {}, stop);
    if (!kept && kept.error().kind == ErrorKind::Damaged)
        return QString();
    return kept;
}

} // namespace

bool isRestorePending(const WorkspacePaths &paths) { return !decidedIn(paths).isEmpty(); }

Result<void> finishRestore(const WorkspacePaths &paths) {
    const QString decided = decidedIn(paths);
    if (decided.isEmpty())
        return {};
    const QString stamp = decided.mid(decidedName(paths).size() + 1);
    const QString aside = stamp.isEmpty() ? QString() : paths.folder + u'/' + asidePrefix + stamp;
    if (const auto gone = setCompanionsAside(paths, aside); !gone)
        return gone;
    if (!aside.isEmpty() && QFile::exists(paths.database())
        && !QFile::rename(paths.database(), aside))
        return fileError(paths.database(), u"cannot be renamed"_s);
    if (!replaceBy(decided, paths.database()))
        return fileError(paths.database(), u"the backup cannot be put in place"_s);
    if (!syncFolder(paths.folder))
        qCInfo(lcStore) << "the folder of the restored database could not be synced";
    return {};
}

Result<QString> restoreBackup(const WorkspacePaths &paths, const QString &typed, const Clock &wall,
                              const StopToken &stop) {
    if (const auto finished = finishRestore(paths); !finished)
        return finished.error();
    const QString named = QDir(paths.backups()).filePath(typed);
    const QString chosen = QFileInfo(named).isFile() ? named : typed;
    if (!QFileInfo(chosen).isFile())
        return makeError(ErrorKind::NotFound, u"workspace.no_backup"_s, {{u"file"_s, typed}});
    if (const auto good = checkDatabase(chosen, stop); !good)
        return good.error();
    const QString part = paths.database() + u".part"_s;
    {
        // Copied as a database: one that is in use has its last changes in a file beside it.
        const auto c = Connection::open(chosen, OpenMode::ReadOnly);
        if (!c)
            return c.error();
        if (const auto copied = copyDatabase(**c, part, {}, stop); !copied)
            return copied.error();
    }
    const bool isThere = QFile::exists(paths.database());
    auto kept = isThere ? keepPresent(paths, wall, stop) : QString();
    QString decided = decidedName(paths);
    if (kept && kept->isEmpty() && isThere) {
        const QString stamp = freeStamp(paths, wall.now());
        decided += u'-' + stamp;
        kept = paths.folder + u'/' + asidePrefix + stamp;
    }
    if (!kept || !QFile::rename(part, decided)) {
        QFile::remove(part);
        return kept ? fileError(part, u"the copy cannot be renamed"_s) : kept.error();
    }
    (void)syncFolder(paths.folder);
    if (const auto finished = finishRestore(paths); !finished)
        return finished.error();
    return kept;
}

} // namespace dw
