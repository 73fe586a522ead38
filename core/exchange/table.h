// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv.h"

#include <memory>
#include <vector>

namespace dw {

enum class TableFormat : quint8 { Csv, Xlsx };

/// What a cell is by its file; cells of CSV are all Text.
enum class CellKind : quint8 {
    Text,
    Number,  ///< Shortest plain decimal with a point: "-1234.5", "1e300" beyond 10^21. A percentage
             ///< is the figure in front of the sign: "50" for 50 %.
    Money,   ///< A number shown with a currency: its code or sign, a blank, the plain decimal:
             ///< "CNY 500000.5", "$ 12".
    Date,    ///< "2026-03-05".
    Instant, ///< Local time without a zone: "2026-03-05T09:30:00", milliseconds where there are
             ///< any.
    YesNo,   ///< "TRUE" or "FALSE".
    Error    ///< "#DIV/0!" and its like.
};

struct TableRow {
    qint64 line = 0; ///< From 1: of CSV the line of its first character, of XLSX the row's number.
    QStringList cells;
    std::vector<CellKind> kinds;    ///< One a cell; empty: all Text.
    std::optional<Message> problem; ///< What is wrong with this row alone: as CsvRow says.

    [[nodiscard]] CellKind kind(qsizetype cell) const {
        return size_t(cell) < kinds.size() ? kinds[size_t(cell)] : CellKind::Text;
    }
};

/// How a file is to be read; what is left out is found out.
struct TableForm {
    std::optional<TableFormat> format = {};
    QString encoding = {};               ///< "UTF-8", "UTF-16LE", "GB18030"… (CSV).
    std::optional<QChar> separator = {}; ///< Between cells (CSV).
    std::optional<QChar> quote = {};     ///< Around cells; the null character: none (CSV).
    QString sheet = {};                  ///< Name of the sheet; the first that is shown (XLSX).
    friend bool operator==(const TableForm &, const TableForm &) = default;
};

/// What is read at most; memory stays bounded whatever the file holds.
struct TableLimits {
    CsvLimits row = {};
    qint64 sampleBytes = 1 << 20;       ///< From which the form is found out.
    qint64 zipEntries = 10'000;         ///< Files inside a workbook.
    qint64 zipBytes = qint64(8) << 30;  ///< Of all of them unpacked.
    qint64 sharedTextBytes = 512 << 20; ///< Of the shared texts of a workbook.
    qint64 tokenBytes = 16 << 20;       ///< Of one piece of XML.
};

/// Rows of a file, one after the other. One thread at a time.
class TableReader {
public:
    virtual ~TableReader() = default;
    TableReader(const TableReader &) = delete;
    TableReader &operator=(const TableReader &) = delete;

    /// True: `row` is the next one; false: the file has ended. A failure ends the reading: each
    /// later call gives it again. Fails as CsvReader::next(), and with: "table.changed" (somebody
    /// wrote to the file meanwhile); "xlsx.damaged" {part, line}, "xlsx.bomb" {part,
    /// limit}, "xlsx.dtd" {part}, and as ZipReader says.
    Result<bool> next(TableRow &row);

    /// Bytes read so far of size(); of XLSX both count what is unpacked.
    [[nodiscard]] virtual qint64 position() const = 0;
    /// 0 where it is not known.
    [[nodiscard]] virtual qint64 size() const = 0;
    /// Everything that was found out or told, as it is used.
    [[nodiscard]] const TableForm &form() const { return m_form; }
    /// True where the encoding is only likely, being neither told nor marked nor UTF-8: show it, a
    /// person may know better.
    [[nodiscard]] bool encodingIsGuess() const { return m_guess; }
    /// Names of the sheets that are shown; empty for CSV.
    [[nodiscard]] const QStringList &sheets() const { return m_sheets; }
    /// Whether a bare number that is a day counts from 1904 (see plainSerial()).
    [[nodiscard]] bool countsFrom1904() const { return m_from1904; }

protected:
    TableReader() = default;
    virtual Result<bool> read(TableRow &row) = 0;

    TableForm m_form;
    bool m_guess = false;
    QStringList m_sheets;
    bool m_from1904 = false;

private:
    friend Result<std::unique_ptr<TableReader>> openTable(std::unique_ptr<QIODevice>,
                                                          const TableForm &, const TableLimits &);
    /// A file, which the reader owns, and what it looked like before anything was read.
    void watch(const QIODevice &file, const QString &stamp);
    [[nodiscard]] bool hasChanged() const;

    const QIODevice *m_watched = nullptr;
    QString m_stamp;
    std::optional<Error> m_failure;
};

/// Opens an open device that holds CSV or XLSX, whatever it is called; pasted cells too. A device
/// that cannot seek is read once (a workbook through a temporary file). Only as much is read here
/// as tells the form. Fails: "text.encoding" {encoding}, "table.encoding_unknown" (neither UTF-8
/// nor anything else that can be told apart), "table.encoding_mark" {encoding, found} (the mark of
/// the file says another one), "table.format" {format} (XLS, ODS, HTML, PDF…), "table.not_xlsx"
/// (told so), "table.encrypted", "table.binary", "table.separator" (separator and quote are the
/// same, or one of them is a line end, a zero or half a character), "xlsx.no_sheet" {sheet,
/// sheets}, "xlsx.damaged" {part, line}, as ZipReader::open(), "table.read" (Io).
[[nodiscard]] Result<std::unique_ptr<TableReader>> openTable(std::unique_ptr<QIODevice> device,
                                                             const TableForm &told = {},
                                                             const TableLimits &limits = {});

} // namespace dw
