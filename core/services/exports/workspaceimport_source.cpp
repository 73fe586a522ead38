// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceimport_source.h"

#include "core/exchange/ziparchive.h"
#include "core/services/exports/workspaceexport_manifest.h"
#include "core/services/hashedfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

class FolderSource final : public PackedSource {
public:
    FolderSource(const QString &folder, const QString &name)
        : PackedSource(name),
          m_folder(folder) {}

    Result<std::unique_ptr<QIODevice>> file(const QString &path) override {
        auto file = std::make_unique<QFile>(m_folder + u'/' + path);
        const QFileInfo info(*file);
        // A device would be read for ever.
        if (!isSafePath(path) || !info.isFile() || !file->open(QIODevice::ReadOnly))
            return missing(path);
        return std::unique_ptr<QIODevice>(std::move(file));
    }

private:
    QString m_folder;
};

class ArchiveSource final : public PackedSource {
public:
    ArchiveSource(std::unique_ptr<ZipReader> archive, const QString &name)
        : PackedSource(name),
          m_archive(std::move(archive)) {}

    Result<std::unique_ptr<QIODevice>> file(const QString &path) override {
        const qsizetype at = m_archive->find(path);
        return at < 0 ? missing(path) : m_archive->read(at);
    }

private:
    std::unique_ptr<ZipReader> m_archive;
};

struct Reading {
    bool isOther = false;         ///< Not what the manifest says.
    std::optional<Error> archive; ///< Why an archive could not be read on.
    Result<void> taken;
};

Result<Reading> readOnce(PackedSource &source, const ManifestFile &named,
                         const std::function<Result<void>(QIODevice &)> &take) {
    constexpr qint64 block = 1 << 20;
    auto file = source.file(named.path);
    if (!file)
        return file.error();
    HashedReader reader(**file, named.bytes);
    reader.open(QIODevice::ReadOnly);
    Reading reading;
    reading.taken = take(reader);
    // A reader of lines may have stopped before the end.
    while (reading.taken && !reader.read(block).isEmpty()) {
    }
    reading.archive = failureOf(**file);
    reading.isOther =
        reader.overran() || reader.failed()
        || (reading.taken && (reader.bytes() != named.bytes || reader.sha256() != named.sha256));
    return reading;
}

} // namespace

Result<std::unique_ptr<PackedSource>> PackedSource::open(const QString &path) {
    const QString name = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (info.isDir())
        return std::unique_ptr<PackedSource>(std::make_unique<FolderSource>(path, name));
    auto file = std::make_unique<QFile>(path);
    if (!info.isFile() || !file->open(QIODevice::ReadOnly))
        return makeError(ErrorKind::NotFound, u"import.no_file"_s, {{u"file"_s, name}},
                         file->errorString());
    auto archive = ZipReader::open(std::move(file));
    if (!archive)
        return archive.error();
    return std::unique_ptr<PackedSource>(
        std::make_unique<ArchiveSource>(std::move(*archive), name));
}

Error PackedSource::missing(const QString &path) const {
    return makeError(ErrorKind::Damaged, u"import.file_missing"_s,
                     {{u"file"_s, m_name + u'/' + path}});
}

Result<QByteArray> PackedSource::bytes(const QString &path, qint64 most) {
    auto device = file(path);
    if (!device)
        return device.error();
    QByteArray content = (*device)->read(most + 1);
    if (const auto failed = failureOf(**device))
        return *failed;
    if (content.size() > most)
        return makeError(ErrorKind::Invalid, u"import.file_too_long"_s,
                         {{u"file"_s, m_name + u'/' + path}});
    return content;
}

Result<void> readPacked(PackedSource &source, const ManifestFile &named,
                        const std::function<Result<void>(QIODevice &)> &take) {
    const auto read = readOnce(source, named, take);
    if (!read)
        return read.error();
    if (read->archive)
        return *read->archive;
    const Error wrong = makeError(ErrorKind::Damaged, u"import.wrong_file"_s,
                                  {{u"file"_s, source.name() + u'/' + named.path}});
    if (read->isOther)
        return wrong;
    if (read->taken || read->taken.error().kind == ErrorKind::Cancelled)
        return read->taken;
    // That the file is not what was written explains whatever else is wrong with it.
    const auto again = readOnce(source, named, [](QIODevice &) { return Result<void>(); });
    return again && again->isOther ? Result<void>(wrong) : read->taken;
}

} // namespace dw
