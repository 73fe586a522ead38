// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceexport_manifest.h"

#include <QDir>
#include <cstdint>
#include <cstdlib>

/// The manifest of an exported workspace: what is read says the same when it is written and read
/// again, and no path in it leaves the folder.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString name = QStringLiteral("manifest.json");
    (void)dw::metaFromJson(bytes, name);
    const auto manifest = dw::ExportManifest::fromJson(bytes, name);
    if (!manifest)
        return 0;
    for (const dw::ManifestFile &file : manifest->files) {
        const QString clean = QDir::cleanPath(QStringLiteral("/export/") + file.path);
        if (!clean.startsWith(QStringLiteral("/export/")) || clean.size() != file.path.size() + 8)
            std::abort();
    }
    const auto again = dw::ExportManifest::fromJson(manifest->toJson(), name);
    if (!again || again->tables != manifest->tables || again->files != manifest->files
        || again->schema != manifest->schema || again->device != manifest->device)
        std::abort();
    return 0;
}
