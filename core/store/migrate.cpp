// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/base/log.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error existsError(const QString &database) {
    const QString folder = QFileInfo(database).absolutePath();
    return makeError(ErrorKind::Invalid, u"workspace.exists"_s,
                     {{u"folder"_s, QDir::toNativeSeparators(folder)}});
}

Result<void> writeSchema(Connection &c, const NewWorkspace &info, Instant now) {
    auto transaction = Transaction::begin(c, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    const auto tables = c.scalar(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables)
        return tables.error();
    if (*tables != 0) // Somebody else was faster.
        return existsError(c.path());
    if (const auto applied = applySteps(c, currentSchema()); !applied)
        return applied.error();
    if (const auto written = writeFirstMeta(c, info.zone, now); !written)
        return written.error();
    return (*transaction)->commit();
}

} // namespace

Result<void> createDatabase(const WorkspacePaths &paths, const NewWorkspace &info,
                            const Clock &wall, const QString &vfs) {
    const auto found = probe(paths, vfs);
    if (found)
        return existsError(paths.database());
    if (found.error().kind != ErrorKind::NotFound)
        return found.error();
    const auto c = Connection::open(paths.database(), OpenMode::Create, vfs);
    if (!c)
        return c.error();
    return writeSchema(**c, info, wall.now());
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
    return refreshCollation(**c);
}

} // namespace dw
