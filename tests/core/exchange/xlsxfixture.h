// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace dw::test {

/// Parts of an archive by name, in their order.
using Parts = QList<QPair<QString, QByteArray>>;

/// The archive that holds them.
QByteArray zipOf(const Parts &parts);

/// A workbook written by hand, as small as readers take it.
struct Workbook {
    QByteArray rows;        ///< What stands inside <sheetData>.
    QByteArray sharedTexts; ///< Inside <sst>; no such part where empty.
    QByteArray formats;     ///< Inside <numFmts>.
    QByteArray cellFormats; ///< Inside <cellXfs>.
    QByteArray properties;  ///< Attributes of <workbookPr>.
    QByteArray sheets = R"(<sheet name="Deals" sheetId="1" r:id="rId1"/>)";
    QByteArray otherRows; ///< Of the second sheet, rId2.
    QByteArray language = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    QByteArray links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [[nodiscard]] Parts parts() const;
    [[nodiscard]] QByteArray bytes() const { return zipOf(parts()); }
};

/// Opens bytes in memory.
Result<std::unique_ptr<TableReader>> openBytes(const QByteArray &bytes, const TableForm &told = {},
                                               const TableLimits &limits = {});

/// Everything that a table gives: rows as "line: [cell][cell] problem", the kind in front of each
/// cell that is no text ("n:", "m:", "d:", "i:", "b:", "e:").
struct TableContent {
    QStringList rows;
    std::optional<Error> failure;
    TableForm form;
    bool encodingIsGuess = false;
};
TableContent contentOf(Result<std::unique_ptr<TableReader>> table);
TableContent contentOf(const QByteArray &bytes, const TableForm &told = {},
                       const TableLimits &limits = {});

} // namespace dw::test
