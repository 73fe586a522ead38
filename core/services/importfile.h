// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"

#include <QFile>
#include <memory>

namespace dw {

/// A CSV file that is imported: its header, then its rows. Failures name the file.
class ImportFile {
public:
    /// Fails: "import.no_file" {file}, "import.empty_file" {file}, and as next().
    [[nodiscard]] static Result<std::unique_ptr<ImportFile>> open(const QString &path);

    /// Without its folder, unless told otherwise.
    [[nodiscard]] const QString &name() const { return m_name; }
    void setName(const QString &name) { m_name = name; }
    [[nodiscard]] const QStringList &header() const { return m_header; }
    [[nodiscard]] qint64 size() const { return m_file.size(); }
    [[nodiscard]] qint64 position() const { return m_reader.position(); }
    /// Where a value comes from: "sales.csv, line 214".
    [[nodiscard]] QString sourceOf(qint64 line) const;

    /// The next row that holds anything; false at the end. Fails with {file, line} and the reader's
    /// own words as the reason: "import.encoding", "import.not_csv"; "import.unreadable" {file}
    /// (Io).
    Result<bool> next(CsvRow &row);

private:
    explicit ImportFile(const QString &path);
    Error named(const Error &error) const;
    QFile m_file;
    QString m_name;
    CsvReader m_reader;
    QStringList m_header;
};

/// What is wrong with the shape of a row, beside what the reader says: more cells than the header
/// names, "import.extra_cells" {count}.
[[nodiscard]] std::optional<Message> rowProblem(const CsvRow &row, const QStringList &header);

/// Position of the column with this name: exact, else folded. -1 where there is none.
[[nodiscard]] qsizetype columnOf(const QStringList &header, const QString &name);

} // namespace dw
