// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importfile.h"

#include "core/domain/text.h"

#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isBlank(const QString &cell) { return cell.trimmed().isEmpty(); }

bool isBlank(const CsvRow &row) {
    return !row.problem && std::all_of(row.cells.cbegin(), row.cells.cend(), [](const QString &c) {
        return isBlank(c);
    });
}

} // namespace

ImportFile::ImportFile(const QString &path)
    : m_file(path),
      m_name(QFileInfo(path).fileName()),
      m_reader(m_file) {}

Result<std::unique_ptr<ImportFile>> ImportFile::open(const QString &path) {
    std::unique_ptr<ImportFile> file(new ImportFile(path));
    const QMap<QString, QString> name{{u"file"_s, file->m_name}};
    if (!file->m_file.open(QIODevice::ReadOnly))
        return makeError(ErrorKind::NotFound, u"import.no_file"_s, {{u"file"_s, path}},
                         file->m_file.errorString());
    CsvRow row;
    const auto more = file->next(row);
    if (!more)
        return more.error();
    if (!*more)
        return makeError(ErrorKind::Invalid, u"import.empty_file"_s, name);
    if (row.problem) {
        Error error = makeError(ErrorKind::Invalid, u"import.not_csv"_s, name);
        error.message.args.insert(u"line"_s, QString::number(row.line));
        error.reasons = {*row.problem};
        return error;
    }
    for (const QString &cell : row.cells)
        file->m_header << cell.trimmed();
    return file;
}

QString ImportFile::sourceOf(qint64 line) const { return u"%1, line %2"_s.arg(m_name).arg(line); }

Result<bool> ImportFile::next(CsvRow &row) {
    do {
        const auto more = m_reader.next(row);
        if (!more)
            return named(more.error());
        if (!*more)
            return false;
    } while (isBlank(row));
    return true;
}

Error ImportFile::named(const Error &error) const {
    Error out = error;
    const QString id = error.message.id;
    out.message = {id.startsWith("csv.encoding"_L1) ? u"import.encoding"_s
                   : id == "csv.read"_L1            ? u"import.unreadable"_s
                                                    : u"import.not_csv"_s,
                   {{u"file"_s, m_name}, {u"line"_s, error.message.args.value(u"line"_s)}}};
    out.reasons = {error.message};
    return out;
}

std::optional<Message> rowProblem(const CsvRow &row, const QStringList &header) {
    if (row.problem)
        return row.problem;
    for (qsizetype i = header.size(); i < row.cells.size(); ++i) {
        if (!isBlank(row.cells.at(i)))
            return Message{u"import.extra_cells"_s,
                           {{u"count"_s, QString::number(row.cells.size() - header.size())}}};
    }
    return std::nullopt;
}

qsizetype columnOf(const QStringList &header, const QString &name) {
    const qsizetype exact = header.indexOf(name);
    if (exact >= 0)
        return exact;
    const QString folded = fold(name);
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (fold(header.at(i)) == folded)
            return i;
    }
    return -1;
}

} // namespace dw
