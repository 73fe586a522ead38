// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/backup.h"
#include "core/store/schema/migrations.h"

#include "core/base/log.h"
#include "core/store/schema/schema.h"
#include "core/store/search/searchtables.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

void removeDatabase(const QString &path) {
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + suffix);
}

Error existsError(const QString &database) {
    const QString folder = QFileInfo(database).absolutePath();
    return makeError(ErrorKind::Invalid, u"workspace.exists"_s,
                     {{u"folder"_s, QDir::toNativeSeparators(folder)}});
}

Result<void> writeSchema(Connection &c, const NewWorkspace &info, Instant now) {
    auto transaction = Transaction::begin(c, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    if (const auto applied = applySteps(c, currentSchema()); !applied)
        return applied.error();
    if (const auto written = writeFirstMeta(c, info.zone, now); !written)
        return written.error();
    return (*transaction)->commit();
}

/// A database in one file, on the disk.
Result<void> makeWhole(const QString &path, const NewWorkspace &info, Instant now,
                       const QString &vfs) {
    const auto c = Connection::open(path, OpenMode::Create, vfs);
    if (!c)
        return c.error();
    if (const auto written = writeSchema(**c, info, now); !written)
        return written;
    auto checkpoint = (*c)->prepare(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!checkpoint)
        return checkpoint.error();
    const auto brought = checkpoint->step();
    if (!brought)
        return brought.error();
    if (checkpoint->integer(0) != 0)
        return makeError(ErrorKind::Busy, u"store.busy"_s,
                         {{u"file"_s, QDir::toNativeSeparators(path)}});
    return {};
}

/// Never seen under its own name before it is whole; never over what is there.
Result<void> putInPlace(const QString &unfinished, const QString &database) {
    const bool synced = syncFile(unfinished);
    // What closing could not remove is empty, but belongs to no other name.
    QFile::remove(unfinished + u"-wal"_s);
    QFile::remove(unfinished + u"-shm"_s);
    if (synced && QFile::rename(unfinished, database)) {
        if (!syncFolder(QFileInfo(database).path()))
            qCInfo(lcStore) << "the folder of the new database could not be synced";
        return {};
    }
    const bool isTaken = QFile::exists(database);
    removeDatabase(unfinished);
    if (isTaken)
        return existsError(database);
    return makeError(ErrorKind::Io, u"store.io"_s,
                     {{u"file"_s, QDir::toNativeSeparators(database)}},
                     u"the new database cannot be put in place"_s);
}

} // namespace

Result<void> createDatabase(const WorkspacePaths &paths, const NewWorkspace &info,
                            const Clock &wall, const QString &vfs) {
    const auto found = probe(paths, vfs);
    if (found)
        return existsError(paths.database());
    if (found.error().kind != ErrorKind::NotFound)
        return found.error();
    const QString unfinished = paths.database() + u".new"_s;
    removeDatabase(unfinished);
    if (const auto made = makeWhole(unfinished, info, wall.now(), vfs); !made) {
        removeDatabase(unfinished);
        return made;
    }
    return putInPlace(unfinished, paths.database());
}

Result<void> migrate(const WorkspacePaths &paths, const Clock &wall, const QString &vfs) {
    const auto version = probe(paths, vfs);
    if (!version)
        return version.error();
    const auto c = Connection::open(paths.database(), OpenMode::ReadWrite, vfs);
    if (!c)
        return c.error();
    if (*version < currentSchema()) {
        if (const auto checked = quickCheck(**c); !checked)
            return checked.error();
        const auto kept = backup(**c, paths, wall);
        if (!kept)
            return kept.error();
        qCInfo(lcStore) << "migrating from schema" << *version << "to" << currentSchema()
                        << "with the backup" << *kept;
        if (const auto migrated = migrateTo(**c, currentSchema()); !migrated)
            return migrated.error();
    }
    if (const auto refreshed = refreshCollation(**c); !refreshed)
        return refreshed;
    return renewSearch(**c);
}

} // namespace dw
