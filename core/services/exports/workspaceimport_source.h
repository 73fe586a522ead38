// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <functional>
#include <memory>

namespace dw {

struct ManifestFile;

/// Where what was packed is read from: a folder or a ZIP archive. One thread.
class PackedSource {
public:
    /// Fails: "import.not_an_export" {file}, "zip.*".
    [[nodiscard]] static Result<std::unique_ptr<PackedSource>> open(const QString &path);
    virtual ~PackedSource() = default;

    /// The file of that path within it, from its beginning; only one at a time, and not beyond the
    /// source. Fails: "import.file_missing" {file}, "zip.*".
    [[nodiscard]] virtual Result<std::unique_ptr<QIODevice>> file(const QString &path) = 0;
    /// All of a small file. Fails as file(), and "import.file_too_long" {file} beyond `most` bytes.
    [[nodiscard]] Result<QByteArray> bytes(const QString &path, qint64 most);
    /// What it is called in messages.
    [[nodiscard]] const QString &name() const { return m_name; }

protected:
    explicit PackedSource(QString name) : m_name(std::move(name)) {}
    [[nodiscard]] Error missing(const QString &path) const;

private:
    QString m_name;
};

/// Reads one file of a source through `take`, and on to its end; what came must have the length and
/// the SHA-256 that a manifest says. Fails: "import.wrong_file" {file} (Damaged), "zip.*", as
/// PackedSource::file(), and with what `take` failed with where the file is what was written.
[[nodiscard]] Result<void> readPacked(PackedSource &source, const ManifestFile &named,
                                      const std::function<Result<void>(QIODevice &)> &take);

} // namespace dw
