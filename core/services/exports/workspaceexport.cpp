// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceexport.h"

#include "core/exchange/csv.h"
#include "core/exchange/ziparchive.h"
#include "core/services/exports/attachedfiles.h"
#include "core/services/exports/listexport.h"
#include "core/services/exports/workspaceexport_catalog.h"
#include "core/services/exports/workspaceexport_manifest.h"
#include "core/services/hashedfile.h"
#include "core/services/targetfile.h"
#include "core/store/schema/migrations.h"

#include <QDir>
#include <QTemporaryDir>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsBetweenLooks = 1'000;

Error cancelled() { return makeError(ErrorKind::Cancelled, u"cancelled"_s); }

/// Writes the files of an export into a folder and keeps account of them.
class ExportFolder {
public:
    ExportFolder(QString folder, QString shown) : m_folder(std::move(folder)), m_shown(shown) {}

    /// Makes a file of what `fill` puts into it.
    Result<void> write(const QString &path, const std::function<Result<void>(QIODevice &)> &fill) {
        const QString place = m_folder + u'/' + path;
        if (!QDir().mkpath(QFileInfo(place).path()))
            return makeError(ErrorKind::Io, u"export.not_written"_s, {{u"file"_s, m_shown}},
                             u"the folder of %1 cannot be made"_s.arg(path));
        HashedFile file(place);
        if (!file.create())
            return notWritten(u"export.not_written"_s, m_shown, file.file());
        const auto filled = fill(file);
        const bool isWhole = file.finish();
        // A disk that is full shows as a failure of whatever wrote.
        const bool isWriting = !filled && filled.error().message.id == "csv.write"_L1;
        if (!isWhole || isWriting)
            return notWritten(u"export.not_written"_s, m_shown, file.file());
        m_files.push_back({path, file.written(), file.sha256()});
        return filled;
    }
    Result<void> write(const QString &path, const QByteArray &content) {
        return write(path, [&](QIODevice &device) {
            // What did not fit in shows when the file is finished.
            device.write(content);
            return Result<void>();
        });
    }
    [[nodiscard]] std::vector<ManifestFile> files() const {
        std::vector<ManifestFile> sorted = m_files;
        std::sort(sorted.begin(), sorted.end(),
                  [](const auto &a, const auto &b) { return a.path < b.path; });
        return sorted;
    }

private:
    QString m_folder;
    QString m_shown; ///< What people know of it.
    std::vector<ManifestFile> m_files;
};

/// Reads one snapshot of the workspace into a folder.
class Exporter {
public:
    Exporter(Connection &c, const ReadSource &source, ExportFolder &folder,
             const WorkProgress &progress, const StopToken &stop)
        : m_connection(c),
          m_source(source),
          m_folder(folder),
          m_progress(progress),
          m_stop(stop) {}

    Result<WorkspaceExportReport> run() {
        const auto unfinished = hasUnfinishedJob(m_connection);
        if (!unfinished)
            return unfinished.error();
        if (*unfinished)
            return makeError(ErrorKind::Busy, u"export.unfinished_job"_s);
        if (const auto counted = count(); !counted)
            return counted.error();
        for (const ManifestTable &table : m_manifest.tables) {
            if (const auto written = writeTable(table); !written)
                return written.error();
        }
        if (const auto copied = copyAttached(); !copied)
            return copied.error();
        if (const auto written = writeRest(); !written)
            return written.error();
        WorkspaceExportReport report{m_done, m_attached, 0};
        for (const ManifestFile &file : m_folder.files())
            report.bytes += file.bytes;
        return report;
    }

private:
    Result<void> count() {
        auto tables = dumpTables(m_connection, *m_source.catalog);
        if (!tables)
            return tables.error();
        for (DumpTable &table : *tables) {
            const auto rows = dumpRowCount(m_connection, table);
            if (!rows)
                return rows.error();
            m_total += *rows;
            m_manifest.tables.push_back({std::move(table), *rows});
        }
        return {};
    }

    Result<void> writeTable(const ManifestTable &table) {
        return m_folder.write(table.path(), [&](QIODevice &device) -> Result<void> {
            CsvWriter writer(device);
            QStringList names;
            for (const DumpColumn &column : table.table.columns)
                names << column.name;
            if (const auto written = writer.write(names); !written)
                return written;
            return dumpRows(m_connection, table.table, [&](const QStringList &cells) {
                return m_done++ % rowsBetweenLooks == 0 && m_stop.requested()
                           ? Result<void>(cancelled())
                           : tell(writer.write(cells));
            });
        });
    }

    Result<void> tell(const Result<void> &written) {
        if (m_progress && m_done % rowsBetweenLooks == 0)
            m_progress(m_done, m_total);
        return written;
    }

    Result<void> copyAttached() {
        for (const QString &path : attachedFiles(m_source.paths)) {
            if (m_stop.requested())
                return cancelled();
            const QString inExport = u"files/"_s + path;
            if (!isSafePath(inExport))
                return makeError(ErrorKind::Invalid, u"export.file_name"_s, {{u"file"_s, path}});
            const QString place = m_source.paths.files() + u'/' + path;
            if (const auto copied = copyFile(place, inExport); !copied)
                return copied;
            ++m_attached;
        }
        return {};
    }

    Result<void> copyFile(const QString &from, const QString &to) {
        constexpr qint64 block = 1 << 20;
        QFile file(from);
        if (!file.open(QIODevice::ReadOnly))
            return makeError(ErrorKind::Io, u"export.file_missing"_s, {{u"file"_s, from}},
                             file.errorString());
        return m_folder.write(to, [&](QIODevice &device) -> Result<void> {
            while (!file.atEnd()) {
                if (m_stop.requested())
                    return cancelled();
                const QByteArray bytes = file.read(block);
                if (bytes.isEmpty())
                    return makeError(ErrorKind::Io, u"export.file_missing"_s, {{u"file"_s, from}},
                                     file.errorString());
                device.write(bytes);
            }
            return {};
        });
    }

    Result<void> writeRest() {
        const auto meta = dumpMeta(m_connection);
        const auto schema = meta ? dumpSchema(m_connection) : Result<int>(meta.error());
        if (!schema)
            return schema.error();
        m_manifest.schema = *schema;
        m_manifest.workspace = meta->value(u"workspace"_s);
        m_manifest.device = meta->value(u"device"_s);
        if (auto written = m_folder.write(u"meta.json"_s, metaToJson(*meta)); !written)
            return written;
        if (auto written = m_folder.write(u"catalog.json"_s, catalogToJson(*m_source.catalog));
            !written)
            return written;
        m_manifest.files = m_folder.files();
        return m_folder.write(u"manifest.json"_s, m_manifest.toJson());
    }

    Connection &m_connection;
    const ReadSource &m_source;
    ExportFolder &m_folder;
    const WorkProgress &m_progress;
    const StopToken &m_stop;
    ExportManifest m_manifest;
    qint64 m_total = 0;
    qint64 m_done = 0;
    qint64 m_attached = 0;
};

Result<WorkspaceExportReport> exportInto(const ReadSource &source, ExportFolder &folder,
                                         const WorkProgress &progress, const StopToken &stop) {
    const auto c = Connection::open(source.paths.database(), OpenMode::ReadOnly, source.vfs);
    if (!c)
        return c.error();
    const auto snapshot = Transaction::begin(**c, Transaction::Kind::Read);
    if (!snapshot)
        return snapshot.error();
    return Exporter(**c, source, folder, progress, stop).run();
}

/// A folder of that name must not be there, or be empty.
Result<void> checkTargetFolder(const QString &path, const WorkspacePaths &paths) {
    const QMap<QString, QString> args{{u"folder"_s, QDir::toNativeSeparators(path)},
                                      {u"file"_s, QDir::toNativeSeparators(path)}};
    const QFileInfo info(path);
    if (isWithinWorkspace(path, paths))
        return makeError(ErrorKind::Invalid, u"export.own_file"_s, args);
    if ((info.exists() && !info.isDir()) || (info.isDir() && !QDir(path).isEmpty()))
        return makeError(ErrorKind::Invalid, u"export.folder_taken"_s, args);
    return {};
}

Result<WorkspaceExportReport> exportFolder(const ReadSource &source, const QString &path,
                                           const WorkProgress &progress, const StopToken &stop) {
    if (const auto checked = checkTargetFolder(path, source.paths); !checked)
        return checked.error();
    // Beside the place that it goes to, so that it gets its name in one step.
    QTemporaryDir part(path + u".part-XXXXXX"_s);
    const Error failed = makeError(ErrorKind::Io, u"export.unwritable"_s,
                                   {{u"file"_s, QDir::toNativeSeparators(path)}});
    if (!part.isValid())
        return failed;
    ExportFolder folder(part.path(), QDir::toNativeSeparators(path));
    auto report = exportInto(source, folder, progress, stop);
    if (!report)
        return report;
    (void)QDir().rmdir(path);
    if (!QDir().rename(part.path(), path))
        return failed;
    part.setAutoRemove(false);
    return report;
}

Result<WorkspaceExportReport> exportArchive(const ReadSource &source, const QString &path,
                                            const WorkProgress &progress, const StopToken &stop) {
    if (const auto checked = checkExportTarget(path, source.paths); !checked)
        return checked.error();
    const QTemporaryDir part(path + u".part-XXXXXX"_s);
    if (!part.isValid())
        return makeError(ErrorKind::Io, u"export.unwritable"_s,
                         {{u"file"_s, QDir::toNativeSeparators(path)}}, part.errorString());
    ExportFolder folder(part.path(), QDir::toNativeSeparators(path));
    auto report = exportInto(source, folder, progress, stop);
    if (!report)
        return report;
    auto archive = ZipWriter::create(path);
    if (!archive)
        return archive.error();
    for (const ManifestFile &file : folder.files()) {
        const auto added = (*archive)->addFile(file.path, part.filePath(file.path));
        if (!added)
            return added.error();
    }
    const auto finished = (*archive)->finish([&](double) { return !stop.requested(); });
    return finished ? report : finished.error();
}

} // namespace

Result<WorkspaceExportReport> exportWorkspace(const ReadSource &source, const QString &path,
                                              const WorkProgress &progress, const StopToken &stop) {
    const QString place = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    return place.endsWith(".zip"_L1, Qt::CaseInsensitive)
               ? exportArchive(source, place, progress, stop)
               : exportFolder(source, place, progress, stop);
}

} // namespace dw
