// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/contentguess.h"
#include "core/exchange/csv.h"

#include <algorithm>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype blockBytes = 1 << 16;
constexpr qsizetype judgedBytes = 4096;
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF", 3);

using ByteTable = std::array<bool, 256>;

/// Bytes at which an unquoted (quoted) cell needs a look; all others are content. All are ASCII, so
/// no byte of a longer UTF-8 character is among them.
constexpr ByteTable tableOf(std::string_view bytes) {
    ByteTable table{};
    for (const char c : bytes)
        table[uchar(c)] = true;
    return table;
}
constexpr ByteTable plainStops = tableOf({",\r\n\0", 4});
constexpr ByteTable quotedStops = tableOf({"\"\r\n\0", 4});

const char *findStop(const char *from, const char *end, const ByteTable &stops) {
    return std::find_if(from, end, [&](char c) { return stops[uchar(c)]; });
}

/// Bytes at the end that may be the first part of a character, because the text was cut there.
qsizetype brokenTail(QByteArrayView cut) {
    qsizetype tail = 0;
    while (tail < cut.size() && tail < 4 && uchar(cut[cut.size() - 1 - tail]) >= 0x80) {
        ++tail;
        if (uchar(cut[cut.size() - tail]) >= 0xC0)
            break;
    }
    return tail;
}

} // namespace

CsvReader::CsvReader(QIODevice &device, CsvLimits limits) : m_device(device), m_limits(limits) {}

Result<bool> CsvReader::next(CsvRow &row) {
    if (m_failure)
        return *m_failure;
    row.cells.clear();
    row.problem.reset();
    m_rowBytes = 0;
    for (;;) {
        if (m_at == m_block.size()) {
            const auto filled = fill();
            if (!filled)
                return filled.error();
            if (!*filled)
                return finish(row);
        }
        const bool done = consume(row);
        if (m_failure)
            return *m_failure;
        if (done)
            return true;
    }
}

/// The next block; false at the end of the device.
Result<bool> CsvReader::fill() {
    if (m_ended)
        return false;
    m_block.resize(blockBytes);
    const qint64 got = m_device.read(m_block.data(), blockBytes);
    m_block.resize(qMax<qint64>(got, 0));
    m_at = 0;
    if (got < 0)
        return fail({ErrorKind::Io,
                     {u"csv.read"_s, {{u"line"_s, QString::number(m_line)}}},
                     m_device.errorString()});
    m_position += got;
    m_ended = got == 0;
    if (!m_started && got > 0) {
        m_started = true;
        if (const auto judged = judgeStart(); !judged)
            return judged.error();
    }
    return got > 0;
}

Result<void> CsvReader::judgeStart() {
    // A device may give a few bytes at a time; the verdict must not depend on it.
    while (m_block.size() < judgedBytes) {
        const QByteArray more = m_device.read(judgedBytes - m_block.size());
        if (more.isEmpty())
            break;
        m_position += more.size();
        m_block += more;
    }
    if (m_block.startsWith(byteOrderMark))
        m_at = byteOrderMark.size();
    const ContentGuess guess =
        guessContent(QByteArrayView(m_block).first(qMin(m_block.size(), judgedBytes)));
    const QMap<QString, QString> line{{u"line"_s, u"1"_s}};
    switch (guess.kind) {
    case ContentGuess::Kind::Text:
        return {};
    case ContentGuess::Kind::Encoding:
        return fail(makeError(ErrorKind::Invalid, u"csv.encoding_is"_s,
                              {{u"line"_s, u"1"_s}, {u"encoding"_s, guess.name}}));
    case ContentGuess::Kind::Workbook:
        return fail(makeError(ErrorKind::Invalid, u"csv.workbook"_s,
                              {{u"line"_s, u"1"_s}, {u"format"_s, guess.name}}));
    case ContentGuess::Kind::Binary:
        break;
    }
    return fail(makeError(ErrorKind::Invalid, u"csv.binary"_s, line, guess.name));
}

/// Takes bytes of the block; true when a row is complete.
bool CsvReader::consume(CsvRow &row) {
    while (m_at < m_block.size() && !m_failure) {
        const char c = m_block.at(m_at);
        if (m_afterCr) {
            m_afterCr = false;
            if (c == '\n') {
                ++m_at;
                if (m_state == State::Quoted)
                    append(row, &c, &c + 1);
                continue;
            }
        }
        switch (m_state) {
        case State::RowStart:
            if (c == '\r' || c == '\n') {
                endLine(c);
                ++m_at;
                break;
            }
            row.line = m_line;
            [[fallthrough]];
        case State::CellStart:
            m_cellLine = m_line;
            m_state = c == '"' ? State::Quoted : State::Plain;
            m_at += c == '"' ? 1 : 0;
            break;
        case State::Quoted:
            consumeQuoted(row);
            break;
        case State::QuoteInQuoted:
            if (c == '"') {
                append(row, &c, &c + 1);
                m_state = State::Quoted;
                ++m_at;
                break;
            }
            m_state = State::AfterQuote;
            break;
        case State::Plain:
        case State::AfterQuote:
            if (consumePlain(row))
                return true;
            break;
        }
    }
    return false;
}

/// Content up to the end of the cell, of the line or of the block; true when a row is complete.
bool CsvReader::consumePlain(CsvRow &row) {
    const char *from = m_block.constData() + m_at;
    const char *end = m_block.constData() + m_block.size();
    const char *stop = findStop(from, end, plainStops);
    if (m_state == State::AfterQuote
        && std::any_of(from, stop, [](char c) { return c != ' ' && c != '\t'; }))
        flag(row, "csv.text_after_quote", {{u"column"_s, column(row)}});
    append(row, from, stop);
    m_at += stop - from;
    if (stop == end)
        return false;
    ++m_at;
    if (*stop == '\0') {
        flag(row, "csv.nul", {{u"column"_s, column(row)}});
        append(row, stop, stop + 1);
        return false;
    }
    endCell(row);
    if (*stop == ',') {
        m_state = State::CellStart;
        return false;
    }
    endLine(*stop);
    m_state = State::RowStart;
    return true;
}

void CsvReader::consumeQuoted(CsvRow &row) {
    const char *from = m_block.constData() + m_at;
    const char *end = m_block.constData() + m_block.size();
    const char *stop = findStop(from, end, quotedStops);
    append(row, from, stop);
    m_at += stop - from;
    if (stop == end)
        return;
    ++m_at;
    if (*stop == '"') {
        m_state = State::QuoteInQuoted;
        return;
    }
    if (*stop == '\0')
        flag(row, "csv.nul", {{u"column"_s, column(row)}});
    else
        endLine(*stop);
    append(row, stop, stop + 1);
}

/// Never more than the limits allow; what is cut off is flagged.
void CsvReader::append(CsvRow &row, const char *from, const char *to) {
    const qsizetype wanted = to - from;
    qsizetype count = wanted;
    if (m_cell.size() + count > m_limits.cellBytes) {
        flag(row, "csv.cell_too_long",
             {{u"column"_s, column(row)}, {u"limit"_s, QString::number(m_limits.cellBytes)}});
        count = m_limits.cellBytes - m_cell.size();
    }
    if (m_rowBytes + count > m_limits.rowBytes) {
        flag(row, "csv.row_too_long", {{u"limit"_s, QString::number(m_limits.rowBytes)}});
        count = m_limits.rowBytes - m_rowBytes;
    }
    m_cut = m_cut || count < wanted;
    m_cell.append(from, count);
    m_rowBytes += count;
}

void CsvReader::endCell(CsvRow &row) {
    if (m_cut)
        m_cell.chop(brokenTail(m_cell));
    m_cut = false;
    if (row.cells.size() == m_limits.cells) {
        flag(row, "csv.too_many_cells", {{u"limit"_s, QString::number(m_limits.cells)}});
        m_cell.resize(0);
        return;
    }
    m_decoder.resetState();
    row.cells.append(m_decoder.decode(m_cell));
    if (m_decoder.hasError())
        failEncoding();
    m_cell.resize(0);
}

void CsvReader::failEncoding() {
    const QString line = QString::number(m_cellLine);
    if (looksLikeGbk(m_cell))
        fail(makeError(ErrorKind::Invalid, u"csv.encoding_is"_s,
                       {{u"line"_s, line}, {u"encoding"_s, u"GBK"_s}}));
    else
        fail(makeError(ErrorKind::Invalid, u"csv.encoding"_s, {{u"line"_s, line}}));
}

void CsvReader::endLine(char end) {
    ++m_line;
    m_afterCr = end == '\r';
}

/// The device has ended: what was begun is the last row.
Result<bool> CsvReader::finish(CsvRow &row) {
    if (m_state == State::Quoted)
        return fail(makeError(ErrorKind::Invalid, u"csv.unclosed_quote"_s,
                              {{u"line"_s, QString::number(m_cellLine)}}));
    if (m_state == State::RowStart)
        return false;
    m_state = State::RowStart;
    endCell(row);
    if (m_failure)
        return *m_failure;
    return true;
}

/// Number of the cell being read, from 1.
QString CsvReader::column(const CsvRow &row) { return QString::number(row.cells.size() + 1); }

/// The first thing that is wrong stands; the others mostly follow from it.
void CsvReader::flag(CsvRow &row, const char *id, QMap<QString, QString> args) {
    if (!row.problem)
        row.problem = Message{QString::fromLatin1(id), std::move(args)};
}

Error CsvReader::fail(Error error) {
    m_failure = std::move(error);
    return *m_failure;
}

} // namespace dw
