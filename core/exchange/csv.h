// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringDecoder>
#include <QStringList>
#include <array>

namespace dw {

/// What a row may hold; whatever stands beyond is dropped, and the row says so. Memory stays
/// bounded whatever the file holds.
struct CsvLimits {
    qsizetype cellBytes = 1 << 20;
    qsizetype rowBytes = 16 << 20;
    qsizetype cells = 32'768;
};

/// How the cells of a text are kept apart.
struct CsvForm {
    QChar separator = u',';
    QChar quote = u'"'; ///< The null character: no cell is quoted.
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

/// Reads UTF-8 with or without a byte order mark, as RFC 4180 has it, block by block: line breaks
/// inside quotes, doubled quotes, rows of any number of cells, a last line without an end. An empty
/// line is no row. A quote that does not open its cell is a character like any other.
class CsvReader {
public:
    /// Separator and quote must differ, and neither may be a line end or a zero.
    explicit CsvReader(QIODevice &device, CsvLimits limits = {}, CsvForm form = {});

    /// True: `row` is the next one; false: the device has ended. A failure ends the reading: each
    /// later call gives it again. Fails with {line}: "csv.encoding" (not UTF-8), "csv.encoding_is"
    /// {encoding} (and what it looks like), "csv.unclosed_quote" (the line where it opens);
    /// "csv.read" (Io).
    Result<bool> next(CsvRow &row);
    /// Bytes taken from the device so far, for progress.
    [[nodiscard]] qint64 position() const { return m_position; }

private:
    enum class State { RowStart, CellStart, Plain, Quoted, QuoteInQuoted, AfterQuote };
    enum class Match { No, Yes, Unknown };
    using ByteTable = std::array<bool, 256>;

    Result<bool> fill();
    bool consume(CsvRow &row);
    void beginCell();
    bool consumePlain(CsvRow &row);
    void consumeQuoted(CsvRow &row);
    void judgeQuote(CsvRow &row);
    [[nodiscard]] Match match(const char *at, const QByteArray &mark);
    void takeContent(CsvRow &row, const char *from, const char *to);
    void append(CsvRow &row, const char *from, const char *to);
    void endCell(CsvRow &row);
    [[nodiscard]] bool isPlainCell(const CsvRow &row, QByteArrayView content) const;
    void takeCell(CsvRow &row, QByteArrayView content);
    void failEncoding(QByteArrayView content);
    void endLine(char end);
    Result<bool> finish(CsvRow &row);
    static QString column(const CsvRow &row);
    static void flag(CsvRow &row, const char *id, QMap<QString, QString> args);
    Error fail(Error error);

    QIODevice &m_device;
    const CsvLimits m_limits;
    const QByteArray m_separator; ///< As UTF-8.
    const QByteArray m_quote;     ///< As UTF-8; empty where nothing is quoted.
    ByteTable m_plainStops{}; ///< Bytes at which an unquoted cell needs a look; others are content.
    ByteTable m_quotedStops{}; ///< The same for a quoted one.
    QByteArray m_block;
    qsizetype m_at = 0;
    qint64 m_position = 0;
    qint64 m_line = 1;
    State m_state = State::RowStart;
    bool m_afterCr = false; ///< A line feed now belongs to the line end before it.
    bool m_starved = false; ///< What the block ends with can only be judged with more.
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

/// How rows are written.
struct CsvStyle {
    QString encoding = QStringLiteral("UTF-8"); ///< Any that canonicalEncoding() knows.
    bool mark = false;                          ///< A byte order mark in front.
    QChar separator = u',';
};

/// Writes RFC 4180; lines end with CRLF. Cells are written exactly as they are: one that a
/// spreadsheet would run must be disarmed() by whoever knows that it is text.
class CsvWriter {
public:
    explicit CsvWriter(QIODevice &device, CsvStyle style = {});
    /// Fails: "csv.write" (Io), "text.encoding" {encoding}.
    Result<void> write(const QStringList &cells);

private:
    QIODevice &m_device;
    const CsvStyle m_style;
    bool m_begun = false;
};

/// One row as CsvWriter writes it in UTF-8, with its line end. A row without cells gives nothing.
[[nodiscard]] QByteArray csvLine(const QStringList &cells, QChar separator = u',');

/// The text with an apostrophe in front where a spreadsheet would run it: it begins with `=`, `+`,
/// `-`, `@`, tab or return, or with apostrophes before one of these.
[[nodiscard]] QString disarmed(const QString &text);
/// Takes off the apostrophe that disarmed() set: "'=1+2" is "=1+2".
[[nodiscard]] QString armedAgain(const QString &cell);

} // namespace dw
