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
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF", 3);

QByteArray bytesOf(QChar c) { return c.isNull() ? QByteArray() : QString(c).toUtf8(); }

const char *findStop(const char *from, const char *end, const std::array<bool, 256> &stops) {
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

CsvReader::CsvReader(QIODevice &device, CsvLimits limits, CsvForm form)
    : m_device(device),
      m_limits(limits),
      m_separator(bytesOf(form.separator)),
      m_quote(bytesOf(form.quote)) {
    for (const char c : {'\r', '\n', '\0'}) {
        m_plainStops[uchar(c)] = true;
        m_quotedStops[uchar(c)] = true;
    }
    m_plainStops[uchar(m_separator.front())] = true;
    if (!m_quote.isEmpty())
        m_quotedStops[uchar(m_quote.front())] = true;
}

Result<bool> CsvReader::next(CsvRow &row) {
    if (m_failure)
        return *m_failure;
    row.cells.clear();
    row.problem.reset();
    m_rowBytes = 0;
    for (;;) {
        if (m_at == m_block.size() || m_starved) {
            const auto filled = fill();
            if (!filled)
                return filled.error();
            if (!*filled && m_at == m_block.size())
                return finish(row);
        }
        const bool done = consume(row);
        if (m_failure)
            return *m_failure;
        if (done)
            return true;
    }
}

/// The next block behind what is left of the last one; false at the end of the device.
Result<bool> CsvReader::fill() {
    m_starved = false;
    if (m_ended)
        return false;
    const qsizetype left = m_block.size() - m_at;
    m_block.remove(0, m_at);
    m_at = 0;
    m_block.resize(left + blockBytes);
    const qint64 got = m_device.read(m_block.data() + left, blockBytes);
    m_block.resize(left + qMax<qint64>(got, 0));
    if (got < 0)
        return fail({ErrorKind::Io,
                     {u"csv.read"_s, {{u"line"_s, QString::number(m_line)}}},
                     m_device.errorString()});
    m_position += got;
    m_ended = got == 0;
    if (m_started)
        return got > 0;
    // A device may give a few bytes at a time; the mark must be seen whole.
    if (!m_ended && m_block.size() < byteOrderMark.size()
        && byteOrderMark.startsWith(QByteArrayView(m_block)))
        return fill();
    m_started = true;
    if (m_block.startsWith(byteOrderMark))
        m_at = byteOrderMark.size();
    return !m_block.isEmpty();
}

/// Takes bytes of the block; true when a row is complete.
bool CsvReader::consume(CsvRow &row) {
    while (m_at < m_block.size() && !m_starved && !m_failure) {
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
            beginCell();
            break;
        case State::Quoted:
            consumeQuoted(row);
            break;
        case State::QuoteInQuoted:
            judgeQuote(row);
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

void CsvReader::beginCell() {
    m_cellLine = m_line;
    const Match quote = match(m_block.constData() + m_at, m_quote);
    // Whether the row begins was seen already.
    m_state = quote == Match::Unknown ? State::CellStart
              : quote == Match::Yes   ? State::Quoted
                                      : State::Plain;
    m_at += quote == Match::Yes ? m_quote.size() : 0;
}

/// Content up to the end of the cell, of the line or of the block; true when a row is complete.
bool CsvReader::consumePlain(CsvRow &row) {
    const char *from = m_block.constData() + m_at;
    const char *end = m_block.constData() + m_block.size();
    const char *stop = findStop(from, end, m_plainStops);
    const Match separator = stop == end ? Match::No : match(stop, m_separator);
    const bool ends = separator == Match::Yes || (stop != end && (*stop == '\r' || *stop == '\n'));
    const QByteArrayView whole(from, stop);
    if (ends && isPlainCell(row, whole)) {
        // Nearly all cells: they need not be gathered first.
        m_rowBytes += whole.size();
        m_at += whole.size();
        takeCell(row, whole);
    } else {
        takeContent(row, from, stop);
        if (ends)
            endCell(row);
    }
    if (stop == end)
        return false;
    if (*stop == '\0') {
        flag(row, "csv.nul", {{u"column"_s, column(row)}});
        takeContent(row, stop, stop + 1);
        return false;
    }
    if (*stop == '\r' || *stop == '\n') {
        ++m_at;
        endLine(*stop);
        m_state = State::RowStart;
        return true;
    }
    if (separator == Match::No)
        takeContent(row, stop, stop + 1);
    if (separator != Match::Yes)
        return false;
    m_at += m_separator.size();
    m_state = State::CellStart;
    return false;
}

/// Whether the content is a cell of its own, within all limits.
bool CsvReader::isPlainCell(const CsvRow &row, QByteArrayView content) const {
    return m_state == State::Plain && m_cell.isEmpty() && !m_cut
           && content.size() <= m_limits.cellBytes
           && m_rowBytes + content.size() <= m_limits.rowBytes && row.cells.size() < m_limits.cells;
}

void CsvReader::consumeQuoted(CsvRow &row) {
    const char *from = m_block.constData() + m_at;
    const char *end = m_block.constData() + m_block.size();
    const char *stop = findStop(from, end, m_quotedStops);
    takeContent(row, from, stop);
    if (stop == end)
        return;
    if (*stop == '\r' || *stop == '\n') {
        endLine(*stop);
        takeContent(row, stop, stop + 1);
        return;
    }
    const Match quote = *stop == '\0' ? Match::No : match(stop, m_quote);
    if (quote == Match::Yes) {
        m_at += m_quote.size();
        m_state = State::QuoteInQuoted;
        return;
    }
    if (*stop == '\0')
        flag(row, "csv.nul", {{u"column"_s, column(row)}});
    if (quote == Match::No)
        takeContent(row, stop, stop + 1);
}

/// What follows a quote inside quotes: the same once more, or the end of the quoted part.
void CsvReader::judgeQuote(CsvRow &row) {
    const char *at = m_block.constData() + m_at;
    switch (match(at, m_quote)) {
    case Match::Unknown:
        break;
    case Match::Yes:
        takeContent(row, at, at + m_quote.size());
        m_state = State::Quoted;
        break;
    case Match::No:
        m_state = State::AfterQuote;
        break;
    }
}

/// Whether the mark stands there; unknown where the block ends within it and more may come.
CsvReader::Match CsvReader::match(const char *at, const QByteArray &mark) {
    if (mark.isEmpty() || *at != mark.front())
        return Match::No;
    if (mark.size() == 1)
        return Match::Yes;
    const QByteArrayView here(at, m_block.constData() + m_block.size());
    if (here.startsWith(mark))
        return Match::Yes;
    m_starved = !m_ended && here.size() < mark.size() && QByteArrayView(mark).startsWith(here);
    return m_starved ? Match::Unknown : Match::No;
}

/// Takes bytes of the block as content of the cell.
void CsvReader::takeContent(CsvRow &row, const char *from, const char *to) {
    if (m_state == State::AfterQuote
        && std::any_of(from, to, [](char c) { return c != ' ' && c != '\t'; }))
        flag(row, "csv.text_after_quote", {{u"column"_s, column(row)}});
    append(row, from, to);
    m_at += to - from;
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
    takeCell(row, m_cell);
    m_cell.resize(0);
}

void CsvReader::takeCell(CsvRow &row, QByteArrayView content) {
    const bool plain =
        std::all_of(content.begin(), content.end(), [](char c) { return uchar(c) < 0x80; });
    if (plain) {
        row.cells.append(QString::fromLatin1(content));
        return;
    }
    m_decoder.resetState();
    row.cells.append(m_decoder.decode(content));
    if (m_decoder.hasError())
        failEncoding(content);
}

void CsvReader::failEncoding(QByteArrayView content) {
    const QString line = QString::number(m_cellLine);
    if (looksLikeGbk(content))
        fail(makeError(ErrorKind::Invalid, u"csv.encoding_is"_s,
                       {{u"line"_s, line}, {u"encoding"_s, u"GB18030"_s}}));
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
