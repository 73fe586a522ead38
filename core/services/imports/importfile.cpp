// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importfile.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isBlank(const QString &cell) {
    return std::all_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isSpace(); });
}

bool isBlank(const TableRow &row) {
    return !row.problem && std::all_of(row.cells.cbegin(), row.cells.cend(), [](const QString &c) {
        return isBlank(c);
    });
}

QString nameOf(const ImportSource &source) {
    if (!source.name.isEmpty())
        return source.name;
    return source.file.isEmpty() ? u"pasted"_s : QFileInfo(source.file).fileName();
}

} // namespace

Result<std::unique_ptr<ImportFile>> ImportFile::open(const ImportSource &source) {
    std::unique_ptr<ImportFile> file(new ImportFile(nameOf(source), source.file));
    if (const auto started = file->start(source); !started)
        return started.error();
    return file;
}

Result<void> ImportFile::start(const ImportSource &source) {
    const QMap<QString, QString> name{{u"file"_s, m_name}};
    std::unique_ptr<QIODevice> device;
    if (source.file.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(source.pasted);
        device = std::move(buffer);
    } else {
        device = std::make_unique<QFile>(source.file);
    }
    if (!device->open(QIODevice::ReadOnly))
        return makeError(ErrorKind::NotFound, u"import.no_file"_s, {{u"file"_s, m_path}},
                         device->errorString());
    auto reader = openTable(std::move(device), source.form);
    if (!reader)
        return named(reader.error());
    m_reader = *std::move(reader);
    TableRow row;
    const auto more = next(row);
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
        m_header << armedAgain(cell).trimmed();
    if (source.isRetry)
        m_lines.emplace(m_header);
    return {};
}

QString ImportFile::sourceOf(qint64 line) const {
    return m_name + u", line "_s + QString::number(line);
}

Result<bool> ImportFile::next(TableRow &row) {
    do {
        const auto more = m_reader->next(row);
        if (!more)
            return named(more.error());
        if (!*more)
            return false;
    } while (isBlank(row));
    if (const auto place = m_lines && !row.problem ? m_lines->of(row.cells) : std::nullopt)
        row.line = place->second;
    return true;
}

Error ImportFile::named(const Error &error) const {
    Error out = error;
    const QString &id = error.message.id;
    QString said = u"import.not_csv"_s;
    if (id == "table.changed"_L1)
        said = u"import.changed"_s;
    else if (id.startsWith("csv.encoding"_L1) || id.startsWith("text.encoding"_L1)
             || id.startsWith("table.encoding"_L1))
        said = u"import.encoding"_s;
    else if (id == "csv.read"_L1 || id == "table.read"_L1)
        said = u"import.unreadable"_s;
    out.message = {said,
                   {{u"file"_s, m_name}, {u"line"_s, error.message.args.value(u"line"_s, u"1"_s)}}};
    out.reasons = {error.message};
    return out;
}

std::optional<Message> rowProblem(const TableRow &row, const QStringList &header) {
    if (row.problem)
        return row.problem;
    for (qsizetype i = header.size(); i < row.cells.size(); ++i) {
        if (!isBlank(row.cells.at(i)))
            return Message{u"import.extra_cells"_s,
                           {{u"count"_s, QString::number(row.cells.size() - header.size())}}};
    }
    return std::nullopt;
}

} // namespace dw
