// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/sqliteerror.h"

#include "core/store/files/backup.h"

#include <QDir>
#include <QFileInfo>
#include <cerrno>
#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int shownBackups = 5;

/// A full disk can also show in files that SQLite does not write itself (shared memory, temporary
/// files).
bool isFull(const SqliteFailure &failure) {
    if ((failure.code & 0xFF) == SQLITE_FULL)
        return true;
#ifdef Q_OS_WIN
    constexpr int diskFull = 112;
    constexpr int handleDiskFull = 39;
    const bool noRoom = failure.systemError == diskFull || failure.systemError == handleDiskFull;
#else
    const bool noRoom = failure.systemError == ENOSPC || failure.systemError == EDQUOT;
#endif
    return noRoom && (failure.code & 0xFF) == SQLITE_IOERR;
}

bool isDamage(int code) {
    return (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB
           || code == SQLITE_IOERR_CORRUPTFS || code == SQLITE_IOERR_DATA;
}

Error simpleError(const SqliteFailure &failure, ErrorKind kind, const QString &id, QString detail) {
    return makeError(kind, id, {{u"file"_s, QDir::toNativeSeparators(failure.path)}},
                     std::move(detail));
}

} // namespace

Error damagedError(const QString &database, QString detail) {
    QStringList names;
    const QStringList backups =
        backupsOf(WorkspacePaths{QFileInfo(database).absolutePath()}).mid(0, shownBackups);
    for (const QString &backup : backups)
        names << QFileInfo(backup).fileName();
    Error error = makeError(
        ErrorKind::Damaged, u"store.damaged"_s,
        {{u"file"_s, QDir::toNativeSeparators(database)}, {u"backups"_s, names.join(u", "_s)}},
        std::move(detail));
    if (names.isEmpty())
        error.reasons.push_back({u"store.no_backup"_s, {}});
    else
        error.reasons.push_back({u"store.restore_backup"_s, {{u"backups"_s, names.join(u", "_s)}}});
    return error;
}

Error errorOf(const SqliteFailure &failure) {
    QString detail = u"%1: %2 (%3)"_s.arg(failure.doing, failure.words).arg(failure.code);
    if (isFull(failure))
        return simpleError(failure, ErrorKind::Full, u"store.full"_s, std::move(detail));
    if (isDamage(failure.code))
        return damagedError(failure.path, std::move(detail));
    if (failure.code == SQLITE_IOERR_NOMEM)
        return simpleError(failure, ErrorKind::Io, u"store.memory"_s, std::move(detail));
    switch (failure.code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return simpleError(failure, ErrorKind::Busy, u"store.busy"_s, std::move(detail));
    case SQLITE_INTERRUPT:
        return simpleError(failure, ErrorKind::Busy, u"store.deadline"_s, std::move(detail));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return simpleError(failure, ErrorKind::Io, u"store.readonly"_s, std::move(detail));
    case SQLITE_CANTOPEN:
        return simpleError(failure, ErrorKind::Io, u"store.open"_s, std::move(detail));
    case SQLITE_NOMEM:
        return simpleError(failure, ErrorKind::Io, u"store.memory"_s, std::move(detail));
    case SQLITE_IOERR:
    case SQLITE_NOLFS:
        return simpleError(failure, ErrorKind::Io, u"store.io"_s, std::move(detail));
    case SQLITE_TOOBIG:
        return simpleError(failure, ErrorKind::Invalid, u"store.too_big"_s, std::move(detail));
    default:
        return simpleError(failure, ErrorKind::Invalid, u"store.internal"_s, std::move(detail));
    }
}

} // namespace dw
