// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacedump.h"

#include <QJsonArray>
#include <QMap>

namespace dw {

/// One file of an exported workspace, as the manifest names it.
struct ManifestFile {
    QString path; ///< Within the export, with `/`.
    qint64 bytes = 0;
    QString sha256; ///< In small hexadecimal digits.
    friend bool operator==(const ManifestFile &, const ManifestFile &) = default;
};

struct ManifestTable {
    DumpTable table;
    qint64 rows = 0;
    [[nodiscard]] QString path() const; ///< tables/<name>.csv
    friend bool operator==(const ManifestTable &, const ManifestTable &) = default;
};

/// `manifest.json` of an exported workspace: what there is beside it, to be compared with.
/// docs/FORMATS.md, "Exported workspace".
struct ExportManifest {
    int schema = 0;
    QString workspace; ///< UUIDs.
    QString device;
    std::vector<ManifestTable> tables; ///< By name.
    std::vector<ManifestFile> files;   ///< By path; everything but the manifest itself.

    [[nodiscard]] QByteArray toJson() const;
    /// `file`: what the manifest is called in messages. Fails: "import.not_an_export" {file},
    /// "import.newer_export" {file, found, known} (Newer), "import.bad_manifest" {file, member}.
    [[nodiscard]] static Result<ExportManifest> fromJson(const QByteArray &json,
                                                         const QString &file);
};

/// The files as a manifest lists them.
[[nodiscard]] QJsonArray manifestFilesToJson(const std::vector<ManifestFile> &files);
/// nullopt where one of them is named or measured as no file can be, or twice.
[[nodiscard]] std::optional<std::vector<ManifestFile>> manifestFilesFromJson(
    const QJsonArray &list);

/// The attached files stand below `files/`.
[[nodiscard]] bool isAttachedPath(const QString &path);
/// True for a path that stays where it begins: parts of letters, digits, `.`, `_` and `-` that are
/// not only points, at most six, each at most 200 long.
[[nodiscard]] bool isSafePath(const QString &path);

/// The texts of `meta.json`, which stand in the export beside the tables.
[[nodiscard]] QByteArray metaToJson(const QMap<QString, QString> &meta);
/// Fails: "import.bad_manifest" {file, member}.
[[nodiscard]] Result<QMap<QString, QString>> metaFromJson(const QByteArray &json,
                                                          const QString &file);

} // namespace dw
