// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <functional>
#include <memory>
#include <vector>

namespace dw {

/// What an archive may hold; a file that promises more is refused before anything is unpacked, one
/// that holds more than it promised while it is.
struct ZipLimits {
    qint64 entries = 1'000'000;
    qint64 bytes = qint64(1) << 40;      ///< Of all entries unpacked.
    qint64 ratio = 300;                  ///< Unpacked to packed, of one entry …
    qint64 ratioFrom = qint64(64) << 20; ///< … that is larger than this when unpacked.
};

struct ZipEntry {
    QString name;      ///< As it stands in the archive; see isSafeArchivePath().
    qint64 size = 0;   ///< Unpacked.
    qint64 packed = 0; ///< As it lies there.
};

/// Reads a ZIP archive without holding it in memory. One thread at a time.
class ZipReader {
public:
    /// The device must be open and able to seek. Fails: "zip.truncated" (no directory at its end),
    /// "zip.damaged", "zip.encrypted", "zip.bomb" {limit}, "zip.read" (Io).
    [[nodiscard]] static Result<std::unique_ptr<ZipReader>> open(std::unique_ptr<QIODevice> device,
                                                                 const ZipLimits &limits = {});
    virtual ~ZipReader() = default;

    [[nodiscard]] virtual const std::vector<ZipEntry> &entries() const = 0;
    /// Position among the entries; -1 where there is none.
    [[nodiscard]] virtual qsizetype find(const QString &name) const = 0;
    /// A device that gives the unpacked bytes once, from front to end; it must not outlive the
    /// reader. A read that fails gives -1, and failureOf() says why. Fails as open().
    [[nodiscard]] virtual Result<std::unique_ptr<QIODevice>> read(qsizetype entry) = 0;
    /// All bytes of a small entry. Fails as open(), and "zip.bomb" {limit} beyond `most` bytes.
    [[nodiscard]] Result<QByteArray> bytes(qsizetype entry, qint64 most);
};

/// Why a device of ZipReader::read() stopped; nothing where it has not failed.
[[nodiscard]] std::optional<Error> failureOf(const QIODevice &entry);

/// True for a relative path with `/` between its parts that stays inside its folder on every
/// system.
[[nodiscard]] bool isSafeArchivePath(const QString &name);

/// Writes a ZIP archive (ZIP64 where it is needed). Nothing is read or written before finish().
class ZipWriter {
public:
    /// Fails: "zip.write" (Io).
    [[nodiscard]] static Result<std::unique_ptr<ZipWriter>> create(const QString &path);
    /// Drops what is not finished; an older file stays.
    virtual ~ZipWriter() = default;

    /// Fails: "zip.write" (a name that is taken).
    virtual Result<void> addBytes(const QString &name, const QByteArray &bytes) = 0;
    /// The file must stay as it is until finish() is done. Fails: "zip.write" (Io).
    virtual Result<void> addFile(const QString &name, const QString &path) = 0;
    /// Packs everything. `goOn` is given the share that is done (0 to 1) and says whether to go on.
    /// An older file stands until the new one is whole. Fails: "zip.write" (Io; Full where the disk
    /// is), "cancelled".
    virtual Result<void> finish(const std::function<bool(double)> &goOn = {}) = 0;
};

} // namespace dw
