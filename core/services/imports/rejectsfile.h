// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"

namespace dw {

/// True for the columns that writeRejects adds (`rejected: file`, `rejected: line`, `rejected:
/// reason`): an import passes them over unless a mapping names them.
[[nodiscard]] bool isRejectColumn(const QString &header);

/// Looks whether rejected rows can be written to `path` without harm, and changes nothing there.
/// `inputs`: files that the import reads or the workspace is made of, there or not. Fails:
/// "import.rejects_is_input" {file} (Invalid), "import.rejects_not_a_file" {file} (Invalid: a
/// folder, a device, a pipe, or a stream of the program), "import.rejects_unwritable" {file} (Io,
/// or Full).
[[nodiscard]] Result<void> checkRejectsTarget(const QString &path, const QStringList &inputs);

/// Gives rejected rows one by one, in order; may be asked more than once.
using EachRejected = std::function<Result<void>(const TakeRejected &)>;

/// Writes rejected rows as CSV: the columns of their files, then those that isRejectColumn knows,
/// the reasons worded and `rejected: file` only where there are several. An older file stands until
/// the new one is whole. Fails: "import.rejects_not_written" {file} (Io, or Full), and as `rows`.
[[nodiscard]] Result<void> writeRejects(const QString &path,
                                        const std::vector<std::pair<QString, QStringList>> &headers,
                                        const EachRejected &rows, Language language,
                                        const Catalog &catalog);
/// Those that a report holds.
[[nodiscard]] Result<void> writeRejects(const QString &path, const ImportReport &report,
                                        Language language, const Catalog &catalog);

/// Where a row of a file of rejects stood first; nullopt where the file does not say it.
class RejectColumns {
public:
    explicit RejectColumns(const QStringList &header);
    [[nodiscard]] bool tell() const { return m_line >= 0; }
    /// {file, line}; the file is empty where there was only one.
    [[nodiscard]] std::optional<std::pair<QString, qint64>> of(const QStringList &cells) const;

private:
    qsizetype m_file = -1, m_line = -1;
};

} // namespace dw
