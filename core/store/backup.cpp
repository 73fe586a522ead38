// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/store/schema.h"
#include "core/store/sqliteerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".dealwright"_L1;

QString stamp(Instant at) { return at.toUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s); }

/// `stem` and `ending` with a number between them where the plain name is taken.
QString freeName(const QString &stem, const QString &ending) {
    QString path = stem + ending;
    for (int n = 2; QFile::exists(path); ++n)
        path = u"%1-%2%3"_s.arg(stem).arg(n, 2, 10, QChar(u'0')).arg(ending);
    return path;
}

/// What SQLite keeps beside a database.
QStringList companions(const QString &database) {
    return {database + u"-wal"_s, database + u"-shm"_s, database + u"-journal"_s};
}

void removeWithCompanions(const QString &database) {
    QFile::remove(database);
    for (const QString &companion : companions(database))
        QFile::remove(companion);
}

Error fileError(const QString &path, const QString &detail) {
    return makeError(ErrorKind::Io, u"store.io"_s, {{u"file"_s, QDir::toNativeSeparators(path)}},
                     detail);
}

Result<void> vacuumInto(Connection &c, const QString &path) {
    auto vacuum = c.prepare(u"VACUUM INTO ?"_s);
    if (!vacuum)
        return vacuum.error();
    vacuum->bind(1, path);
    // VACUUM attaches what it writes; nothing else ever may.
    sqlite3_limit(c.handle(), SQLITE_LIMIT_ATTACHED, 1);
    auto done = vacuum->run();
    sqlite3_limit(c.handle(), SQLITE_LIMIT_ATTACHED, 0);
    return done;
}

/// A backup takes the place of data, so it is looked through before anything is moved.
Result<void> checkBackup(const QString &path) {
    const auto c = Connection::open(path, OpenMode::ReadOnly);
    if (!c)
        return c.error();
    const auto owner = (*c)->scalar(u"PRAGMA application_id"_s);
    const auto version = owner ? (*c)->scalar(u"PRAGMA user_version"_s) : owner;
    if (!version)
        return version.error();
    const QString file = QDir::toNativeSeparators(path);
    if (*owner != applicationId)
        return makeError(ErrorKind::Invalid, u"store.not_ours"_s, {{u"file"_s, file}});
    if (*version > currentSchema())
        return makeError(ErrorKind::Newer, u"store.newer"_s,
                         {{u"file"_s, file},
                          {u"found"_s, QString::number(*version)},
                          {u"known"_s, QString::number(currentSchema())}});
    return quickCheck(**c);
}

/// Out of the way with all that belongs to it: a -wal that stayed would be played into the backup.
Result<QString> setAside(const QString &database, const QString &stem) {
    QString kept;
    if (QFile::exists(database)) {
        kept = freeName(stem, {});
        if (!QFile::rename(database, kept))
            return fileError(database, u"cannot be renamed"_s);
    }
    const QString aside = kept.isEmpty() ? freeName(stem, {}) : kept;
    for (const QString &companion : companions(database)) {
        const QString to = aside + companion.mid(database.size());
        if (QFile::exists(companion) && !QFile::rename(companion, to))
            return fileError(companion, u"cannot be renamed"_s);
    }
    return kept;
}

} // namespace

Result<QString> backup(Connection &c, const WorkspacePaths &paths, const Clock &wall) {
    const auto version = c.scalar(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (const auto made = makeFolders(paths); !made)
        return made.error();
    const QString stem =
        u"%1/workspace-%2-v%3"_s.arg(paths.backups(), stamp(wall.now())).arg(*version);
    const QString path = freeName(stem, suffix);
    // Never seen under its own name before it is whole.
    const QString part = path + u".part"_s;
    removeWithCompanions(part);
    if (const auto written = vacuumInto(c, part); !written) {
        removeWithCompanions(part);
        return written.error();
    }
    if (!syncFile(part) || !QFile::rename(part, path)) {
        removeWithCompanions(part);
        return fileError(path, u"the backup cannot be completed"_s);
    }
    return path;
}

QStringList backupsOf(const WorkspacePaths &paths) {
    const QDir folder(paths.backups());
    QStringList stems;
    const QStringList names = folder.entryList({u"workspace-*"_s + suffix}, QDir::Files);
    for (const QString &name : names)
        stems << name.chopped(suffix.size());
    // By the name without its suffix: the second one of a second comes behind the first.
    std::sort(stems.begin(), stems.end(), std::greater<>());
    QStringList found;
    for (const QString &stem : stems)
        found << folder.filePath(stem + suffix);
    return found;
}

Result<QString> restoreBackup(const WorkspacePaths &paths, const QString &typed,
                              const Clock &wall) {
    const QString named = QDir(paths.backups()).filePath(typed);
    const QString chosen = QFileInfo(named).isFile() ? named : typed;
    if (!QFileInfo(chosen).isFile())
        return makeError(ErrorKind::NotFound, u"workspace.no_backup"_s, {{u"file"_s, typed}});
    if (const auto good = checkBackup(chosen); !good)
        return good.error();
    const QString part = paths.database() + u".part"_s;
    removeWithCompanions(part);
    if (!QFile::copy(chosen, part) || !syncFile(part)) {
        removeWithCompanions(part);
        return fileError(part, u"the backup cannot be copied"_s);
    }
    auto kept = setAside(paths.database(),
                         u"%1/workspace.damaged-%2"_s.arg(paths.folder, stamp(wall.now())));
    if (!kept)
        return kept;
    if (!QFile::rename(part, paths.database()))
        return fileError(paths.database(), u"the backup cannot be put in place"_s);
    return kept;
}

} // namespace dw
