// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/zonetime.h"
#include "core/domain/fieldvalue.h"
#include "core/exchange/csv.h"

#include <memory>
#include <vector>

namespace dw {

/// A column of a workbook.
struct XlsxColumn {
    QString title;
    double width = 0; ///< In digits; 0: wide enough for its title and for a date.
};

/// Writes one sheet of a workbook row by row in constant memory: bold header that stays in sight,
/// filters, widths, and cells of the type of their values. Text is never a formula or a link. One
/// thread at a time.
class XlsxTableWriter {
public:
    static constexpr qint64 mostRows = 1'048'575; ///< Beside the header.
    static constexpr qsizetype mostColumns = 16'384;
    static constexpr qsizetype longestText = 32'767; ///< UTF-16 units.

    /// Writes to a file that must not matter: it is replaced at once, so hand in a temporary name
    /// and rename it after finish(). Scratch files lie in its folder. Instants are shown in the
    /// local time of `zone`. Fails: "xlsx.too_many_columns" {limit}, "xlsx.write" (Io).
    [[nodiscard]] static Result<std::unique_ptr<XlsxTableWriter>> create(
        const QString &path, const QString &sheet, std::vector<XlsxColumn> columns,
        const QTimeZone &zone);
    /// Drops what is not finished; the file is left behind as it is.
    virtual ~XlsxTableWriter() = default;

    /// One row. Amounts get the format of their currency; a set is its members with commas between,
    /// an id its text. Amounts and whole numbers of more than 15 digits and days before March 1900
    /// become text, because a number cell would change them; other numbers keep 16 digits. Fails:
    /// "xlsx.too_many_rows" {limit}, "xlsx.text_too_long" {column, limit}, "xlsx.write" (Io).
    virtual Result<void> write(const std::vector<FieldValue> &row) = 0;
    /// Packs the file. Fails: "xlsx.write" (Io; Full where the disk is).
    virtual Result<void> finish() = 0;
};

} // namespace dw
