// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "core/exchange/xlsxformat.h"

namespace dw {

/// A cell as a table gives it.
struct XlsxCell {
    QString text;
    CellKind kind = CellKind::Text;
};

/// A number as its format shows it: a day, a percentage, an amount. A number that no calendar has
/// as a day stays a number.
[[nodiscard]] XlsxCell cellOfNumber(const QString &stored, const NumberLook &look, bool from1904);
/// A day or an instant that is stored as ISO text.
[[nodiscard]] XlsxCell cellOfIso(const QString &stored);

/// Column of a reference such as "AB12", from 0; -1 where it is none.
[[nodiscard]] qsizetype columnOfReference(QStringView reference);

/// Most columns and rows of a sheet.
constexpr qsizetype xlsxColumns = 16'384;
constexpr qint64 xlsxRows = 1'048'576;

} // namespace dw
