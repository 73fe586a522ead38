// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceimport.h"

#include "core/exchange/csv.h"
#include "core/services/exports/workspaceexport_manifest.h"
#include "core/services/exports/workspaceimport_site.h"
#include "core/services/exports/workspaceimport_source.h"
#include "core/services/targetfile.h"
#include "core/store/check/check.h"
#include "core/store/schema/migrations.h"

#include <QDir>
#include <QStorageInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestJson = 64 << 20;
constexpr qint64 rowsBetweenLooks = 1'000;
/// What a row may take: a change of the longest texts, before and after, in hexadecimal.
constexpr CsvLimits limits{256 << 20, 512 << 20, 4'096};

Error cancelled() { return makeError(ErrorKind::Cancelled, u"cancelled"_s); }

QString shown(const QString &path) { return QDir::toNativeSeparators(path); }

/// Reads an export into a folder that is nobody's workspace yet.
class Importer {
public:
    Importer(PackedSource &source, WorkspacePaths to, const WorkProgress &progress,
             const StopToken &stop, QString vfs)
        : m_source(source),
          m_name(source.name()),
          m_to(std::move(to)),
          m_progress(progress),
          m_stop(stop),
          m_vfs(std::move(vfs)) {}

    Result<WorkspaceImportReport> run() {
        if (const auto read = readManifest(); !read)
            return read.error();
        if (const auto room = checkRoom(); !room)
            return room.error();
        if (const auto loaded = loadTables(); !loaded)
            return loaded.error();
        if (const auto copied = copyAttached(); !copied)
            return copied.error();
        if (const auto whole = checkResult(); !whole)
            return whole.error();
        return WorkspaceImportReport{m_done, m_attached, m_manifest.workspace};
    }

private:
    Result<void> readManifest() {
        const auto json = m_source.bytes(u"manifest.json"_s, largestJson);
        if (!json)
            return json.error().message.id == "import.file_missing"_L1 ? notAnExport()
                                                                       : json.error();
        auto manifest = ExportManifest::fromJson(*json, m_name);
        if (!manifest)
            return manifest.error();
        m_manifest = std::move(*manifest);
        for (const ManifestFile &one : m_manifest.files)
            m_files.insert(one.path, one);
        for (const ManifestTable &table : m_manifest.tables)
            m_total += table.rows;
        return {};
    }
    [[nodiscard]] Error notAnExport() const {
        return makeError(ErrorKind::Invalid, u"import.not_an_export"_s, {{u"file"_s, m_name}});
    }

    /// Better refused at once than when the disk is full. What a manifest claims beyond that is
    /// found out while its files are read.
    Result<void> checkRoom() const {
        qint64 needed = 0;
        for (const ManifestFile &file : m_manifest.files)
            needed += qMin(file.bytes, std::numeric_limits<qint64>::max() - needed);
        const QStorageInfo disk(m_to.folder);
        if (disk.isValid() && disk.bytesAvailable() < needed)
            return makeError(ErrorKind::Full, u"store.full"_s, {{u"file"_s, shown(m_to.folder)}});
        return {};
    }

    /// A file that the manifest names; fromJson() has seen that it does.
    Result<void> readFile(const QString &path,
                          const std::function<Result<void>(QIODevice &)> &take) {
        return readPacked(m_source, m_files[path], take);
    }

    Result<void> loadTables() {
        QMap<QString, QString> meta;
        if (const auto read = readMeta(meta); !read)
            return read;
        auto loader = DumpLoader::create(m_to.database(), m_manifest.schema, m_vfs);
        if (!loader)
            return loader.error();
        for (const ManifestTable &table : m_manifest.tables) {
            if (const auto loaded = loadTable(**loader, table); !loaded)
                return loaded;
        }
        if (const auto finished = (*loader)->finish(meta); !finished)
            return finished;
        loader->reset();
        if (!syncFile(m_to.database()))
            return makeError(ErrorKind::Io, u"store.io"_s, {{u"file"_s, shown(m_to.database())}});
        return {};
    }

    Result<void> readMeta(QMap<QString, QString> &meta) {
        QByteArray json;
        const auto read = readFile(u"meta.json"_s, [&](QIODevice &device) {
            json = device.read(largestJson);
            return Result<void>();
        });
        if (!read)
            return read;
        auto texts = metaFromJson(json, m_name);
        if (!texts)
            return texts.error();
        const bool isSame = texts->value(u"workspace"_s) == m_manifest.workspace
                            && texts->value(u"device"_s) == m_manifest.device;
        if (!isSame)
            return makeError(ErrorKind::Invalid, u"import.bad_manifest"_s,
                             {{u"file"_s, m_name}, {u"member"_s, u"meta.json"_s}});
        meta = std::move(*texts);
        return {};
    }

    Result<void> loadTable(DumpLoader &loader, const ManifestTable &table) {
        if (const auto begun = loader.begin(table.table); !begun)
            return begun;
        const QString file = m_name + u'/' + table.path();
        qint64 rows = 0;
        const auto read = readFile(table.path(), [&](QIODevice &device) -> Result<void> {
            CsvReader reader(device, limits);
            CsvRow row;
            if (const auto header = readHeader(reader, table, file); !header)
                return header;
            for (;; ++rows) {
                const auto more = reader.next(row);
                if (!more)
                    return withFile(more.error(), file);
                if (!*more)
                    return {};
                if (row.problem)
                    return badLine(file, row.line, {});
                if (const auto added = loader.add(row.cells); !added)
                    return added.error().message.id == "import.bad_cell"_L1 ? badLine(
                               file, row.line, added.error().message.args.value(u"column"_s))
                                                                            : added.error();
                if (const auto looked = look(); !looked)
                    return looked;
            }
        });
        if (!read)
            return read;
        if (rows != table.rows)
            return makeError(ErrorKind::Damaged, u"import.wrong_count"_s,
                             {{u"file"_s, file},
                              {u"found"_s, QString::number(rows)},
                              {u"expected"_s, QString::number(table.rows)}});
        return {};
    }

    Result<void> look() {
        if (++m_done % rowsBetweenLooks != 0)
            return {};
        if (m_progress)
            m_progress(m_done, m_total);
        return m_stop.requested() ? Result<void>(cancelled()) : Result<void>();
    }

    static Result<void> readHeader(CsvReader &reader, const ManifestTable &table,
                                   const QString &file) {
        QStringList names;
        for (const DumpColumn &column : table.table.columns)
            names << column.name;
        CsvRow row;
        const auto read = reader.next(row);
        if (!read)
            return withFile(read.error(), file);
        return *read && row.cells == names ? Result<void>() : badLine(file, 1, {});
    }
    static Error badLine(const QString &file, qint64 line, const QString &column) {
        return makeError(
            ErrorKind::Invalid, u"import.bad_line"_s,
            {{u"file"_s, file}, {u"line"_s, QString::number(line)}, {u"column"_s, column}});
    }
    static Error withFile(Error error, const QString &file) {
        error.message.args.insert(u"file"_s, file);
        return error;
    }

    Result<void> copyAttached() {
        for (const ManifestFile &file : m_manifest.files) {
            if (!isAttachedPath(file.path))
                continue;
            if (const auto copied = copyFile(file); !copied)
                return copied;
            ++m_attached;
        }
        // What is not read is compared all the same: nothing of an export may be damaged.
        return readFile(u"catalog.json"_s, [](QIODevice &) { return Result<void>(); });
    }

    Result<void> copyFile(const ManifestFile &file) {
        const QString place = m_to.folder + u'/' + file.path;
        QFile out(place);
        const auto failed = [&] {
            Error error = notWritten(u"store.io"_s, shown(place), out);
            if (error.kind == ErrorKind::Full)
                error.message.id = u"store.full"_s;
            return error;
        };
        if (!QDir().mkpath(QFileInfo(place).path())
            || !out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return failed();
        const auto read = readFile(file.path, [&](QIODevice &device) -> Result<void> {
            for (;;) {
                const QByteArray block = device.read(1 << 20);
                if (m_stop.requested())
                    return cancelled();
                if (block.isEmpty())
                    return {};
                if (out.write(block) != block.size())
                    return failed();
            }
        });
        if (!read)
            return read;
        if (!out.flush())
            return failed();
        out.close();
        return syncFile(place) ? Result<void>() : failed();
    }

    /// Whoever can write a manifest can make its hashes fit, so what came in is looked at as
    /// `check` does.
    Result<void> checkResult() const {
        if (m_stop.requested())
            return cancelled();
        const auto c = Connection::open(m_to.database(), OpenMode::ReadOnly, m_vfs);
        if (!c)
            return c.error();
        std::vector<Message> problems;
        const auto catalog = loadCatalog(**c, problems);
        if (!catalog)
            return catalog.error();
        const auto report = checkWorkspace(**c, CatalogHolder(*catalog), m_to.jobs());
        if (!report)
            return report.error();
        if (!report->damaged())
            return {};
        Error error =
            makeError(ErrorKind::Damaged, u"import.damaged_export"_s, {{u"file"_s, m_name}});
        for (const CheckFinding &finding : report->findings) {
            if (finding.damage && error.reasons.size() < 10)
                error.reasons.push_back(finding.message);
        }
        return error;
    }

    PackedSource &m_source;
    QString m_name; ///< Of the export, as people know it.
    WorkspacePaths m_to;
    const WorkProgress &m_progress;
    const StopToken &m_stop;
    QString m_vfs;
    ExportManifest m_manifest;
    QHash<QString, ManifestFile> m_files;
    qint64 m_total = 0;
    qint64 m_done = 0;
    qint64 m_attached = 0;
};

Result<void> checkPlace(const WorkspacePaths &to) {
    if (const auto kind = checkFolderKind(to.folder); !kind)
        return kind;
    const QMap<QString, QString> args{{u"folder"_s, shown(to.folder)}};
    if (QFile::exists(to.database()))
        return makeError(ErrorKind::Invalid, u"workspace.exists"_s, args);
    const QFileInfo info(to.folder);
    if (info.exists() && !(info.isDir() && QDir(to.folder).isEmpty()))
        return makeError(ErrorKind::Invalid, u"import.folder_taken"_s, args);
    return {};
}

} // namespace

Result<WorkspaceImportReport> importWorkspace(const QString &from, const WorkspacePaths &to,
                                              const WorkProgress &progress, const StopToken &stop,
                                              const QString &vfs) {
    if (const auto free = checkPlace(to); !free)
        return free.error();
    auto source = PackedSource::open(from);
    if (!source)
        return source.error();
    auto site = ImportSite::make(to);
    if (!site)
        return site.error();
    auto report = Importer(**source, (*site)->paths(), progress, stop, vfs).run();
    if (!report)
        return report;
    if (const auto moved = (*site)->moveTo(to); !moved)
        return moved.error();
    return report;
}

} // namespace dw
