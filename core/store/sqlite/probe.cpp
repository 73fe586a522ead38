// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/migrations.h"

#include "core/base/id.h"
#include "core/store/schema/schema.h"
#include "core/store/sqlite/sqliteerror.h"

#include <QDir>
#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error nothingThere(const WorkspacePaths &paths) {
    return makeError(ErrorKind::NotFound, u"workspace.none"_s,
                     {{u"folder"_s, QDir::toNativeSeparators(paths.folder)}});
}

/// A process died while it changed the file without a -wal; only a writer can roll that back.
bool isHot(const QString &database) { return QFileInfo(database + u"-journal"_s).size() > 0; }

/// What must be known before SQLite opens the file, which may already change those beside it: an
/// empty one loses its -wal. Only asks for sizes: closing the file here would take the locks of a
/// connection that this process may have.
Result<void> checkFile(const WorkspacePaths &paths) {
    const QString path = paths.database();
    const QFileInfo file(path);
    if (!file.exists())
        return nothingThere(paths);
    if (!file.isFile() || !file.isReadable())
        return makeError(ErrorKind::Io, u"store.open"_s,
                         {{u"file"_s, QDir::toNativeSeparators(path)}});
    if (file.size() > 0 || isHot(path))
        return {};
    // A database that is being made has another name.
    return damagedError(path, u"the database is empty"_s);
}

/// SQLite itself finds that whole pages are missing, but fills half a page up with zeros. While
/// there is a log the file may grow.
bool endsWithAPage(const Connection &c, qint64 pageSize) {
    return QFileInfo(c.path()).size() % pageSize == 0 || QFileInfo(c.path() + u"-wal"_s).size() > 0;
}

Result<int> checkVersion(Connection &c, const WorkspacePaths &paths) {
    const auto owner = c.scalar(u"PRAGMA application_id"_s);
    const auto version = owner ? c.scalar(u"PRAGMA user_version"_s) : owner;
    const auto tables = version ? c.scalar(u"SELECT count(*) FROM sqlite_schema"_s) : version;
    const auto pageSize = tables ? c.scalar(u"PRAGMA page_size"_s) : tables;
    if (!pageSize)
        return pageSize.error();
    if (*owner == 0 && *version == 0 && *tables == 0)
        return damagedError(paths.database(), u"the database holds nothing"_s);
    if (*owner != applicationId)
        return makeError(ErrorKind::Invalid, u"store.not_ours"_s,
                         {{u"file"_s, QDir::toNativeSeparators(paths.database())}});
    if (*version > currentSchema())
        return makeError(ErrorKind::Newer, u"store.newer"_s,
                         {{u"file"_s, QDir::toNativeSeparators(paths.database())},
                          {u"found"_s, QString::number(*version)},
                          {u"known"_s, QString::number(currentSchema())}});
    if (!endsWithAPage(c, *pageSize))
        return damagedError(paths.database(), u"the last page is cut off"_s);
    if (*version < 1)
        return damagedError(paths.database(), u"a schema of version %1"_s.arg(*version));
    const auto device = meta(c, u"device"_s);
    if (!device && device.error().kind != ErrorKind::Invalid)
        return device.error();
    if (!device || DeviceId::fromText(*device).isNull())
        return damagedError(paths.database(), u"the workspace does not know its device"_s);
    return int(*version);
}

} // namespace

Result<int> probe(const WorkspacePaths &paths, const QString &vfs) {
    if (const auto file = checkFile(paths); !file)
        return file.error();
    const OpenMode mode = isHot(paths.database()) ? OpenMode::ReadWrite : OpenMode::ReadOnly;
    const auto c = Connection::open(paths.database(), mode, vfs);
    if (!c)
        return c.error();
    return checkVersion(**c, paths);
}

Result<void> quickCheck(Connection &c) {
    auto check = c.prepare(u"PRAGMA quick_check(1)"_s);
    if (!check)
        return check.error();
    const auto row = check->step();
    if (!row)
        return row.error();
    const QString verdict = *row ? check->text(0) : u"no answer"_s;
    if (verdict != u"ok"_s)
        return damagedError(c.path(), verdict);
    return {};
}

} // namespace dw
