// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/rejectsfile.h"

namespace dw {

/// A table that is imported: its header, then its rows. Failures name the file.
class ImportFile {
public:
    /// Fails: "import.no_file" {file}, "import.empty_file" {file}, and as next().
    [[nodiscard]] static Result<std::unique_ptr<ImportFile>> open(const ImportSource &source);

    /// Without its folder, unless told otherwise.
    [[nodiscard]] const QString &name() const { return m_name; }
    void setName(const QString &name) { m_name = name; }
    [[nodiscard]] const QStringList &header() const { return m_header; }
    [[nodiscard]] qint64 size() const { return m_reader->size(); }
    [[nodiscard]] qint64 position() const { return m_reader->position(); }
    [[nodiscard]] const TableForm &form() const { return m_reader->form(); }
    [[nodiscard]] bool countsFrom1904() const { return m_reader->countsFrom1904(); }
    /// Where a value comes from: "sales.csv, line 214".
    [[nodiscard]] QString sourceOf(qint64 line) const;

    /// The next row that holds anything; false at the end. Fails with {file, line} and the reader's
    /// own words as the reason: "import.encoding", "import.not_csv"; "import.unreadable" {file}
    /// (Io); "import.changed" {file}: somebody wrote to it meanwhile.
    Result<bool> next(TableRow &row);

private:
    ImportFile(QString name, QString path) : m_name(std::move(name)), m_path(std::move(path)) {}
    Result<void> start(const ImportSource &source);
    Error named(const Error &error) const;
    QString m_name;
    QString m_path;
    std::unique_ptr<TableReader> m_reader;
    QStringList m_header;
    std::optional<RejectColumns> m_lines; ///< Where rows that are tried again stood first.
};

/// What is wrong with the shape of a row, beside what the reader says: more cells than the header
/// names, "import.extra_cells" {count}.
[[nodiscard]] std::optional<Message> rowProblem(const TableRow &row, const QStringList &header);

} // namespace dw
