// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Control characters too: a file must not start with the signature of another format.
bool needsQuotes(const QString &cell) {
    return std::any_of(cell.cbegin(), cell.cend(),
                       [](QChar c) { return c == u',' || c == u'"' || c < u' '; });
}

QByteArray quoted(const QString &cell) {
    QByteArray bytes = cell.toUtf8();
    bytes.replace("\"", "\"\"");
    return '"' + bytes + '"';
}

} // namespace

QByteArray csvLine(const QStringList &cells) {
    if (cells.isEmpty())
        return {};
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString &cell = cells.at(i);
        if (i > 0)
            line += ',';
        // Alone on its line an empty cell would read as no row, and a first cell may look like the
        // byte order mark.
        const bool alone = cells.size() == 1 && cell.isEmpty();
        const bool marked = i == 0 && cell.startsWith(QChar::ByteOrderMark);
        line += needsQuotes(cell) || alone || marked ? quoted(cell) : cell.toUtf8();
    }
    line += "\r\n";
    return line;
}

Result<void> CsvWriter::write(const QStringList &cells) {
    const QByteArray line = csvLine(cells);
    if (m_device.write(line) == line.size())
        return {};
    return Error{ErrorKind::Io, {u"csv.write"_s, {}}, m_device.errorString(), {}};
}

} // namespace dw
