// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importlooksample.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const LookRequest &request) { return QFileInfo(request.file).fileName(); }

Error unreadable(const LookRequest &request, const Error &error) {
    Error out = error;
    out.message = {u"mapping.unreadable"_s, {{u"file"_s, nameOf(request)}}};
    out.reasons = {error.message};
    return out;
}

Result<std::unique_ptr<QIODevice>> openDevice(const LookRequest &request) {
    if (request.file.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(request.pasted);
        buffer->open(QIODevice::ReadOnly);
        return Result<std::unique_ptr<QIODevice>>(std::move(buffer));
    }
    auto file = std::make_unique<QFile>(request.file);
    // A folder can be opened on some systems, but never read.
    if (QFileInfo(request.file).isDir() || !file->open(QIODevice::ReadOnly))
        return makeError(ErrorKind::NotFound, u"import.no_file"_s, {{u"file"_s, request.file}},
                         file->errorString());
    return Result<std::unique_ptr<QIODevice>>(std::move(file));
}

bool isBlank(const TableRow &row) {
    return !row.problem && std::all_of(row.cells.cbegin(), row.cells.cend(), [](const QString &c) {
        return c.trimmed().isEmpty();
    });
}

/// The next row that holds anything.
Result<bool> nextRow(TableReader &reader, TableRow &row, const StopToken &stop) {
    do {
        if (stop.requested())
            return makeError(ErrorKind::Cancelled, u"cancelled"_s);
        const auto more = reader.next(row);
        if (!more || !*more)
            return more;
    } while (isBlank(row));
    return true;
}

Result<void> readRows(TableReader &reader, SourceSample &sample, const StopToken &stop) {
    qsizetype cells = 0, text = 0;
    TableRow row;
    while (sample.rows.size() < mostSampleRows && cells < mostSampleCells
           && text < mostSampleText) {
        const auto more = nextRow(reader, row, stop);
        // What can be read of a file that breaks off further down is worth a look.
        if (!more && (sample.rows.empty() || more.error().kind == ErrorKind::Cancelled))
            return more.error();
        if (!more)
            return {};
        if (!*more) {
            sample.whole = true;
            return {};
        }
        cells += row.cells.size();
        for (const QString &cell : row.cells)
            text += cell.size();
        sample.rows.push_back(row);
    }
    return {};
}

} // namespace

Result<SourceSample> readSample(const LookRequest &request, const TableForm &form,
                                const StopToken &stop) {
    auto device = openDevice(request);
    if (!device)
        return device.error();
    const qint64 bytes = (*device)->size();
    auto reader = openTable(*std::move(device), form);
    if (!reader)
        return unreadable(request, reader.error());
    SourceSample sample;
    TableRow first;
    const auto more = nextRow(**reader, first, stop);
    if (!more)
        return more.error().kind == ErrorKind::Cancelled ? more.error()
                                                         : unreadable(request, more.error());
    if (!*more)
        return makeError(ErrorKind::Invalid, u"import.empty_file"_s,
                         {{u"file"_s, nameOf(request)}});
    if (first.problem) {
        Error error =
            makeError(ErrorKind::Invalid, u"mapping.unreadable"_s, {{u"file"_s, nameOf(request)}});
        error.reasons = {*first.problem};
        return error;
    }
    for (const QString &cell : first.cells)
        sample.header << cell.trimmed();
    if (const auto read = readRows(**reader, sample, stop); !read)
        return read.error().kind == ErrorKind::Cancelled ? read.error()
                                                         : unreadable(request, read.error());
    sample.form = (*reader)->form();
    sample.encodingIsGuess = (*reader)->encodingIsGuess();
    sample.sheets = (*reader)->sheets();
    sample.bytes = bytes;
    return sample;
}

} // namespace dw
