// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/backup.h"

#include "core/store/schema/migrations.h"
#include "core/store/schema/schema.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".dealwright"_L1;
constexpr auto stampForm = "yyyyMMdd'T'HHmmss'Z'"_L1;

struct KindName {
    BackupKind kind;
    QLatin1StringView name; ///< Between the schema and the suffix.
};
constexpr std::array kindNames{
    KindName{BackupKind::Migration, ""_L1}, KindName{BackupKind::Scheduled, "-scheduled"_L1},
    KindName{BackupKind::Manual, "-manual"_L1}, KindName{BackupKind::Replaced, "-replaced"_L1}};

QLatin1StringView nameOf(BackupKind kind) {
    return std::find_if(kindNames.begin(), kindNames.end(),
                        [kind](const KindName &one) { return one.kind == kind; })
        ->name;
}

/// `stem` and `ending` with a number between them where the plain name is taken.
QString freeName(const QString &stem, const QString &ending) {
    QString path = stem + ending;
    for (int n = 2; QFile::exists(path); ++n)
        path = u"%1-%2%3"_s.arg(stem).arg(n, 2, 10, QChar(u'0')).arg(ending);
    return path;
}

void removeWithCompanions(const QString &database) {
    for (const QString &name : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(database + name);
}

Error fileError(const QString &path, const QString &detail) {
    return makeError(ErrorKind::Io, u"store.io"_s, {{u"file"_s, QDir::toNativeSeparators(path)}},
                     detail);
}

/// Looks now and then, while a statement runs, whether it is to stop and how far it is.
class Watch {
public:
    Watch(Connection &c, const StopToken &stop, std::function<void()> tell)
        : m_db(c.handle()),
          m_stop(stop),
          m_tell(std::move(tell)) {
        m_sinceTold.start();
        sqlite3_progress_handler(m_db, operationsBetweenLooks, look, this);
    }
    ~Watch() { sqlite3_progress_handler(m_db, 0, nullptr, nullptr); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    /// The failure of a statement that was stopped.
    [[nodiscard]] Result<void> judge(const Result<void> &done) const {
        return !done && m_stop.requested() ? makeError(ErrorKind::Cancelled, u"cancelled"_s) : done;
    }

private:
    static constexpr int operationsBetweenLooks = 10'000;
    static constexpr qint64 msBetweenTellings = 100;

    static int look(void *self) {
        auto *watch = static_cast<Watch *>(self);
        if (watch->m_tell && watch->m_sinceTold.hasExpired(msBetweenTellings)) {
            watch->m_sinceTold.restart();
            watch->m_tell();
        }
        return watch->m_stop.requested() ? 1 : 0;
    }

    sqlite3 *m_db;
    StopToken m_stop;
    std::function<void()> m_tell;
    QElapsedTimer m_sinceTold;
};

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

/// A database of ours that this version can read; whole as far as SQLite can tell.
Result<void> checkWhole(const QString &path, const StopToken &stop) {
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
    const Watch watch(**c, stop, {});
    return watch.judge(quickCheck(**c));
}

Result<void> copyWhole(Connection &c, const QString &to, const CopyProgress &progress,
                       const StopToken &stop) {
    const auto pages = c.scalar(u"PRAGMA page_count"_s);
    const auto pageSize = pages ? c.scalar(u"PRAGMA page_size"_s) : pages;
    if (!pageSize)
        return pageSize.error();
    const qint64 total = *pages * *pageSize;
    {
        const Watch watch(c, stop,
                          progress ? [&] { progress(QFileInfo(to).size(), total); }
                                   : std::function<void()>());
        if (const auto copied = watch.judge(vacuumInto(c, to)); !copied)
            return copied;
    }
    if (const auto whole = checkWhole(to, stop); !whole)
        return whole;
    if (!syncFile(to))
        return fileError(to, u"the copy cannot be brought to the disk"_s);
    if (progress)
        progress(total, total);
    return {};
}

std::optional<BackupFile> backupFileOf(const QFileInfo &file) {
    static const QRegularExpression form(
        u"\\Aworkspace-([0-9]{8}T[0-9]{6}Z)-v([0-9]{1,4})(-scheduled|-manual|-replaced)?"
        "(-[0-9]{2,})?\\.dealwright\\z"_s);
    const auto match = form.match(file.fileName());
    QDateTime at = QDateTime::fromString(match.captured(1), stampForm);
    at.setTimeSpec(Qt::UTC);
    if (!match.hasMatch() || !at.isValid())
        return std::nullopt;
    const auto kind = std::find_if(kindNames.begin(), kindNames.end(), [&](const KindName &one) {
        return one.name == match.capturedView(3);
    });
    return BackupFile{file.filePath(), Instant::fromUtc(at), match.capturedView(2).toInt(),
                      kind->kind, file.size()};
}

/// The second one of a second comes behind the first.
bool isNewer(const BackupFile &a, const BackupFile &b) {
    if (a.at != b.at)
        return a.at > b.at;
    return a.path.chopped(suffix.size()) > b.path.chopped(suffix.size());
}

} // namespace

QString backupStamp(Instant at) { return at.toUtc().toString(stampForm); }

Result<void> copyDatabase(Connection &c, const QString &to, const CopyProgress &progress,
                          const StopToken &stop) {
    removeWithCompanions(to);
    auto copied = copyWhole(c, to, progress, stop);
    if (!copied)
        removeWithCompanions(to);
    return copied;
}

Result<void> checkDatabase(const QString &path, const StopToken &stop) {
    return checkWhole(path, stop);
}

Result<QString> backup(Connection &c, const WorkspacePaths &paths, const Clock &wall,
                       BackupKind kind, const CopyProgress &progress, const StopToken &stop) {
    const auto version = c.scalar(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (const auto made = makeFolders(paths); !made)
        return made.error();
    const QString stem = u"%1/workspace-%2-v%3%4"_s.arg(paths.backups(), backupStamp(wall.now()))
                             .arg(*version)
                             .arg(nameOf(kind));
    const QString path = freeName(stem, suffix);
    // Never seen under its own name before it is whole.
    const QString part = path + u".part"_s;
    if (const auto copied = copyDatabase(c, part, progress, stop); !copied)
        return copied.error();
    if (!QFile::rename(part, path)) {
        removeWithCompanions(part);
        return fileError(path, u"the backup cannot be completed"_s);
    }
    (void)syncFolder(paths.backups());
    return path;
}

std::vector<BackupFile> backupFiles(const WorkspacePaths &paths) {
    std::vector<BackupFile> found;
    const QFileInfoList files =
        QDir(paths.backups()).entryInfoList({u"workspace-*"_s + suffix}, QDir::Files);
    for (const QFileInfo &file : files) {
        if (auto one = backupFileOf(file))
            found.push_back(std::move(*one));
    }
    std::sort(found.begin(), found.end(), isNewer);
    return found;
}

QStringList backupsOf(const WorkspacePaths &paths) {
    QStringList names;
    for (const BackupFile &file : backupFiles(paths))
        names << file.path;
    return names;
}

} // namespace dw
