// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringDecoder>
#include <QStringList>

namespace dw {

/// What a row may hold; whatever stands beyond is dropped, and the row says so. Memory stays
/// bounded whatever the file holds.
struct CsvLimits {
    qsizetype cellBytes = 1 << 20;
    qsizetype rowBytes = 8 << 20;
    qsizetype cells = 4096;
};

struct CsvRow {
    qint64 line =
        0; ///< Of its first character, from 1; a line ends with LF, CR or CRLF, inside quotes too.
    QStringList cells;
    /// What is wrong with this row alone: "csv.text_after_quote" {column}, "csv.nul" {column},
    /// "csv.cell_too_long" {column, limit}, "csv.row_too_long" {limit}, "csv.too_many_cells"
    /// {limit}.
    std::optional<Message> problem;
};

/// Reads RFC 4180 block by block: UTF-8 with or without a byte order mark, commas, double quotes,
/// line breaks inside quotes, rows of any number of cells, a last line without an end. An empty
/// line is no row. A quote that does not open its cell is a character like any other.
class CsvReader {
public:
    explicit CsvReader(QIODevice &device, CsvLimits limits = {});

    /// True: `row` is the next one; false: the file has ended. A failure ends the reading: each
    /// later call gives it again. Fails with {line}: "csv.encoding" (not UTF-8), "csv.encoding_is"
    /// {encoding} (and what it looks like), "csv.workbook" {format}, "csv.binary",
    /// "csv.unclosed_quote" (the line where it opens); "csv.read" (Io).
    Result<bool> next(CsvRow &row);
    /// Bytes taken from the device so far, for progress.
    [[nodiscard]] qint64 position() const { return m_position; }

private:
    enum class State { RowStart, CellStart, Plain, Quoted, QuoteInQuoted, AfterQuote };

    Result<bool> fill();
    Result<void> judgeStart();
    bool consume(CsvRow &row);
    bool consumePlain(CsvRow &row);
    void consumeQuoted(CsvRow &row);
    void append(CsvRow &row, const char *from, const char *to);
    void endCell(CsvRow &row);
    void failEncoding();
    void endLine(char end);
    Result<bool> finish(CsvRow &row);
    static QString column(const CsvRow &row);
    static void flag(CsvRow &row, const char *id, QMap<QString, QString> args);
    Error fail(Error error);

    QIODevice &m_device;
    const CsvLimits m_limits;
    QByteArray m_block;
    qsizetype m_at = 0;
    qint64 m_position = 0;
    qint64 m_line = 1;
    State m_state = State::RowStart;
    bool m_afterCr = false; ///< A line feed now belongs to the line end before it.
    bool m_started = false;
    bool m_ended = false;
    QByteArray m_cell;
    bool m_cut = false; ///< Bytes of the cell were dropped.
    qint64 m_cellLine = 1;
    qsizetype m_rowBytes = 0;
    QStringDecoder m_decoder{QStringConverter::Utf8,
                             QStringConverter::Flag::Stateless
                                 | QStringConverter::Flag::ConvertInitialBom};
    std::optional<Error> m_failure;
};

/// Writes RFC 4180: UTF-8 without a byte order mark, lines end with CRLF. Cells are written exactly
/// as they are; one that starts with
/// `=`, `+`, `-` or `@` is not disarmed, because a file that is read back must say the same.
class CsvWriter {
public:
    explicit CsvWriter(QIODevice &device) : m_device(device) {}
    /// Fails: "csv.write" (Io).
    Result<void> write(const QStringList &cells);

private:
    QIODevice &m_device;
};

/// One row as CsvWriter writes it, with its line end. A row without cells gives nothing.
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

} // namespace dw
