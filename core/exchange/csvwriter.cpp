// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/textcodec.h"
#include "core/exchange/csv.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Control characters too: a file must not start with the signature of another format.
bool needsQuotes(const QString &cell, QChar separator) {
    return std::any_of(cell.cbegin(), cell.cend(),
                       [separator](QChar c) { return c == separator || c == u'"' || c < u' '; });
}

QByteArray quoted(const QString &cell) {
    QByteArray bytes = cell.toUtf8();
    bytes.replace("\"", "\"\"");
    return '"' + bytes + '"';
}

} // namespace

QByteArray csvLine(const QStringList &cells, QChar separator) {
    if (cells.isEmpty())
        return {};
    const QByteArray between = QString(separator).toUtf8();
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString &cell = cells.at(i);
        if (i > 0)
            line += between;
        // Alone on its line an empty cell would read as no row, and a first cell may look like the
        // byte order mark.
        const bool alone = cells.size() == 1 && cell.isEmpty();
        const bool marked = i == 0 && cell.startsWith(QChar::ByteOrderMark);
        line += needsQuotes(cell, separator) || alone || marked ? quoted(cell) : cell.toUtf8();
    }
    line += "\r\n";
    return line;
}

CsvWriter::CsvWriter(QIODevice &device, CsvStyle style)
    : m_device(device),
      m_style(std::move(style)) {}

Result<void> CsvWriter::write(const QStringList &cells) {
    QByteArray line = csvLine(cells, m_style.separator);
    if (!m_begun && m_style.mark)
        line.prepend("\xEF\xBB\xBF");
    m_begun = true;
    if (m_style.encoding != "UTF-8"_L1) {
        auto encoded = encodeText(QString::fromUtf8(line), m_style.encoding);
        if (!encoded)
            return encoded.error();
        line = std::move(*encoded);
    }
    if (m_device.write(line) == line.size())
        return {};
    return Error{ErrorKind::Io, {u"csv.write"_s, {}}, m_device.errorString(), {}};
}

namespace {

/// Whether the text, apostrophes in front aside, begins as a formula does.
bool runs(const QString &text) {
    static const QString starts = u"=+-@\t\r"_s;
    const auto first = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c != u'\''; });
    return first != text.cend() && starts.contains(*first);
}

} // namespace

QString disarmed(const QString &text) { return runs(text) ? u'\'' + text : text; }

QString armedAgain(const QString &cell) {
    return cell.startsWith(u'\'') && runs(cell) ? cell.mid(1) : cell;
}

} // namespace dw
