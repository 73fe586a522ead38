// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/services/imports/readsource.h"
#include "core/services/values/sortorder.h"

namespace dw {

enum class ListFormat { Csv, Xlsx };
enum class ListEncoding { Utf8WithMark, Utf8, Gb18030 }; ///< With its byte order mark, or without.
enum class ListHeader { Labels, Keys };
/// What happens to a text that a spreadsheet would run (`=`, `+`, `-`, `@`, tab, return in front):
/// an apostrophe goes before it, which our own import takes off again.
enum class FormulaTexts { Disarmed, AsTheyAre };

/// Which rows go into which file, and how they are written.
struct ListExportRequest {
    QString path;
    ListFormat format = ListFormat::Csv;
    QString entity;
    std::optional<Expression> where = {};
    std::vector<ListColumn> columns = {}; ///< exportColumns() where empty.
    SortOrder order = {};                 ///< In the order of their making where empty.
    bool bin = false;                     ///< The deleted rows instead.
    ListEncoding encoding = ListEncoding::Utf8WithMark; ///< Of CSV.
    QChar separator = u',';                             ///< Of CSV.
    ListHeader header = ListHeader::Labels;
    FormulaTexts formulas = FormulaTexts::Disarmed;
    Language language = Language::English;
    QString sheet = {}; ///< Name of the sheet of a workbook; that of the entity where empty.
};

struct ListExportReport {
    qint64 rows = 0;
    qint64 bytes = 0;
};

/// By the extension: `.csv` and `.xlsx`, in any case. Fails: "export.unknown_format" {file}.
[[nodiscard]] Result<ListFormat> listFormatOf(const QString &path);
/// "utf-8-bom", "utf-8" and "gb18030", in any case. Fails: "export.unknown_encoding" {value}.
[[nodiscard]] Result<ListEncoding> listEncodingOf(const QString &name);

/// "," ";" "|", or "tab". Fails: "export.unknown_separator" {value}.
[[nodiscard]] Result<QChar> listSeparatorOf(const QString &name);

/// The columns that bring the same rows back when the file is imported: the UUID, then every field
/// that is not hidden.
[[nodiscard]] std::vector<ListColumn> exportColumns(const Catalog &catalog,
                                                    const EntityDesc &entity);

/// Looks whether the file may be written there, and changes nothing. Fails: "export.own_file"
/// {file} (Invalid: a part of the workspace), "export.not_a_file" {file} (Invalid: a folder, a
/// device, a pipe), "export.unwritable" {file} (Io, or Full).
[[nodiscard]] Result<void> checkExportTarget(const QString &path, const WorkspacePaths &paths);

/// Writes a list as one snapshot shows it, row by row in bounded memory (but for an id of each row
/// where it is sorted, and a key where only the program knows the order). An older file stands
/// until the new one is whole. Any thread. Progress counts rows. Fails as checkExportTarget(),
/// "export.not_written" {file} (Io, or Full), "xlsx.too_many_rows" {limit}, "xlsx.text_too_long"
/// {column, limit}, "cancelled", and as Reader::list().
[[nodiscard]] Result<ListExportReport> exportList(const ReadSource &source,
                                                  const ListExportRequest &request,
                                                  const WorkProgress &progress = {},
                                                  const StopToken &stop = {});

} // namespace dw
