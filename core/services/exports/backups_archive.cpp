// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ziparchive.h"
#include "core/services/exports/attachedfiles.h"
#include "core/services/exports/backups.h"
#include "core/services/exports/listexport.h"
#include "core/services/exports/workspaceexport_manifest.h"
#include "core/services/exports/workspaceimport_source.h"
#include "core/services/hashedfile.h"
#include "core/services/targetfile.h"
#include "core/store/jobs/jobtable.h"
#include "core/store/schema/migrations.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <filesystem>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr auto formName = "dealwright.backup"_L1;
constexpr int formVersion = 1;
constexpr qint64 largestManifest = 64 << 20;

const QString &databaseName() {
    static const QString name = u"workspace.dealwright"_s;
    return name;
}

Error cancelled() { return makeError(ErrorKind::Cancelled, u"cancelled"_s); }

std::filesystem::path native(const QString &path) {
    return std::filesystem::path(path.toStdU16String());
}

/// The same file by another name, which stays when the first one goes; a copy where the file system
/// cannot do that.
bool keepFile(const QString &from, const QString &to) {
    std::error_code failed;
    std::filesystem::create_hard_link(native(from), native(to), failed);
    return !failed || QFile::copy(from, to);
}

/// The rest of jobs that are not finished lies in files of their own. They are kept first: what the
/// copied database then says is finished needs none.
Result<QStringList> keepJobFiles(Connection &c, const WorkspacePaths &paths,
                                 const QString &folder) {
    const auto jobs = jobtable::unfinished(c);
    if (!jobs)
        return jobs.error();
    QStringList kept;
    for (const JobRow &job : *jobs) {
        // The name comes from the database, which may be anybody's.
        if (!job.file.isEmpty() && isSafePath(job.file) && !job.file.contains(u'/')
            && keepFile(paths.jobs() + u'/' + job.file, folder + u'/' + job.file))
            kept << job.file;
    }
    return kept;
}

/// What the archive will hold, with the hash of each.
class BackupArchive {
public:
    BackupArchive(const QString &path, const StopToken &stop) : m_path(path), m_stop(stop) {}

    Result<void> add(const QString &name, const QString &place) {
        QFile file(place);
        if (!file.open(QIODevice::ReadOnly))
            return notWritten(u"export.not_written"_s, m_path, file);
        HashedReader reader(file, file.size());
        reader.open(QIODevice::ReadOnly);
        while (!reader.read(1 << 20).isEmpty()) {
            if (m_stop.requested())
                return cancelled();
        }
        if (reader.failed() || reader.overran())
            return notWritten(u"export.not_written"_s, m_path, file);
        m_files.push_back({name, reader.bytes(), reader.sha256()});
        m_places << place;
        return {};
    }

    Result<void> write() {
        auto archive = ZipWriter::create(m_path);
        if (!archive)
            return archive.error();
        const QJsonObject manifest{{u"format"_s, formName},
                                   {u"version"_s, formVersion},
                                   {u"files"_s, manifestFilesToJson(m_files)}};
        if (const auto added =
                (*archive)->addBytes(u"backup.json"_s, QJsonDocument(manifest).toJson());
            !added)
            return added;
        for (size_t i = 0; i < m_files.size(); ++i) {
            const auto added = (*archive)->addFile(m_files[i].path, m_places.at(qsizetype(i)));
            if (!added)
                return added;
        }
        return (*archive)->finish([this](double) { return !m_stop.requested(); });
    }

private:
    const QString &m_path;
    const StopToken &m_stop;
    std::vector<ManifestFile> m_files;
    QStringList m_places;
};

Result<void> writeArchive(Connection &c, const ReadSource &source, const QString &path,
                          const WorkProgress &progress, const StopToken &stop) {
    const QTemporaryDir folder(path + u".part-XXXXXX"_s);
    if (!folder.isValid())
        return makeError(ErrorKind::Io, u"export.unwritable"_s, {{u"file"_s, path}},
                         folder.errorString());
    const auto jobs = keepJobFiles(c, source.paths, folder.path());
    if (!jobs)
        return jobs.error();
    const QString copy = folder.filePath(databaseName());
    if (const auto copied = copyDatabase(c, copy, progress, stop); !copied)
        return copied;
    BackupArchive archive(path, stop);
    if (const auto added = archive.add(databaseName(), copy); !added)
        return added;
    for (const QString &job : *jobs) {
        if (const auto added = archive.add(u"jobs/"_s + job, folder.filePath(job)); !added)
            return added;
    }
    for (const QString &file : attachedFiles(source.paths)) {
        const auto added = archive.add(u"files/"_s + file, source.paths.files() + u'/' + file);
        if (!added)
            return added;
    }
    return archive.write();
}

Result<void> writeDatabase(Connection &c, const ReadSource &source, const QString &path,
                           const WorkProgress &progress, const StopToken &stop) {
    if (const qsizetype count = attachedFiles(source.paths).size(); count > 0)
        return makeError(ErrorKind::Invalid, u"backup.files_left_out"_s,
                         {{u"file"_s, path}, {u"count"_s, QString::number(count)}});
    const QString part = path + u".part"_s;
    if (const auto copied = copyDatabase(c, part, progress, stop); !copied)
        return copied;
    std::error_code failed;
    std::filesystem::rename(native(part), native(path), failed);
    if (!failed)
        return {};
    QFile::remove(part);
    return makeError(ErrorKind::Io, u"export.not_written"_s, {{u"file"_s, path}},
                     QString::fromStdString(failed.message()));
}

Error badArchive(const PackedSource &source) {
    return makeError(ErrorKind::Invalid, u"backup.not_a_backup"_s, {{u"file"_s, source.name()}});
}

Result<std::vector<ManifestFile>> filesOf(PackedSource &source) {
    const auto json = source.bytes(u"backup.json"_s, largestManifest);
    if (!json)
        return json.error().message.id == "import.file_missing"_L1 ? badArchive(source)
                                                                   : json.error();
    const QJsonObject manifest = QJsonDocument::fromJson(*json).object();
    if (manifest.value(u"format"_s).toString() != formName)
        return badArchive(source);
    if (manifest.value(u"version"_s).toInt() > formVersion)
        return makeError(ErrorKind::Newer, u"import.newer_export"_s,
                         {{u"file"_s, source.name()},
                          {u"found"_s, QString::number(manifest.value(u"version"_s).toInt())},
                          {u"known"_s, QString::number(formVersion)}});
    auto files = manifestFilesFromJson(manifest.value(u"files"_s).toArray());
    return files ? Result<std::vector<ManifestFile>>(std::move(*files)) : badArchive(source);
}

/// Unpacks one file; `place` appears only when it is whole.
Result<void> unpack(PackedSource &source, const ManifestFile &file, const QString &place,
                    const StopToken &stop) {
    const QString part = place + u".part"_s;
    (void)QFile::remove(part);
    QFile out(part);
    const auto failed = [&] {
        Error error = notWritten(u"store.io"_s, QDir::toNativeSeparators(place), out);
        if (error.kind == ErrorKind::Full)
            error.message.id = u"store.full"_s;
        out.close();
        (void)QFile::remove(part);
        return error;
    };
    if (!QDir().mkpath(QFileInfo(place).path()) || !out.open(QIODevice::WriteOnly))
        return failed();
    bool isWritten = true;
    const auto read = readPacked(source, file, [&](QIODevice &device) -> Result<void> {
        for (QByteArray block = device.read(1 << 20); !block.isEmpty();
             block = device.read(1 << 20)) {
            isWritten = isWritten && out.write(block) == block.size();
            if (stop.requested())
                return cancelled();
            if (!isWritten)
                return failed();
        }
        return {};
    });
    if (read && isWritten && out.flush()) {
        out.close();
        if (syncFile(part) && QFile::rename(part, place))
            return {};
    }
    const Error error = failed();
    return read ? error : read.error();
}

/// Names that follow from the content never mean another one, so what is there stays.
Result<void> unpackBeside(PackedSource &source, const std::vector<ManifestFile> &files,
                          const WorkspacePaths &paths, const StopToken &stop) {
    for (const ManifestFile &file : files) {
        const bool isBeside = isAttachedPath(file.path) || file.path.startsWith("jobs/"_L1);
        const QString place = paths.folder + u'/' + file.path;
        if (!isBeside || QFile::exists(place))
            continue;
        if (const auto unpacked = unpack(source, file, place, stop); !unpacked)
            return unpacked;
    }
    return {};
}

Result<QString> restoreArchive(const WorkspacePaths &paths, const QString &from, const Clock &wall,
                               const StopToken &stop) {
    const auto source = PackedSource::open(from);
    if (!source)
        return source.error();
    const auto files = filesOf(**source);
    if (!files)
        return files.error();
    const auto database = std::find_if(files->begin(), files->end(), [](const ManifestFile &file) {
        return file.path == databaseName();
    });
    if (database == files->end())
        return badArchive(**source);
    // What is left of it is dropped when the workspace is opened.
    const QString unpacked = paths.database() + u".part-unpacked"_s;
    if (const auto done = unpack(**source, *database, unpacked, stop); !done)
        return done.error();
    // Nothing is put beside the workspace for a database that is no good.
    auto beside = checkDatabase(unpacked, stop);
    if (beside)
        beside = unpackBeside(**source, *files, paths, stop);
    auto kept =
        beside ? restoreBackup(paths, unpacked, wall, stop) : Result<QString>(beside.error());
    (void)QFile::remove(unpacked);
    return kept;
}

} // namespace

Result<void> backUpTo(const ReadSource &source, const QString &path, const WorkProgress &progress,
                      const StopToken &stop) {
    const bool isArchive = path.endsWith(".zip"_L1, Qt::CaseInsensitive);
    if (!isArchive && !path.endsWith(".dealwright"_L1, Qt::CaseInsensitive))
        return makeError(ErrorKind::Invalid, u"backup.unknown_format"_s, {{u"file"_s, path}});
    if (const auto checked = checkExportTarget(path, source.paths); !checked)
        return checked;
    const auto c = Connection::open(source.paths.database(), OpenMode::ReadOnly, source.vfs);
    if (!c)
        return c.error();
    return isArchive ? writeArchive(**c, source, path, progress, stop)
                     : writeDatabase(**c, source, path, progress, stop);
}

Result<QString> restoreFrom(const WorkspacePaths &paths, const QString &from, const Clock &wall,
                            const StopToken &stop) {
    if (const auto made = makeFolders(paths); !made)
        return made.error();
    return from.endsWith(".zip"_L1, Qt::CaseInsensitive) ? restoreArchive(paths, from, wall, stop)
                                                         : restoreBackup(paths, from, wall, stop);
}

} // namespace dw
