// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/xlsxpackage.h"

namespace dw {

/// The shared texts of a workbook, which cells name by number; held as UTF-8 in one piece.
class XlsxTexts {
public:
    /// Reads the whole part. Fails as XmlPart, and "xlsx.bomb" {part, limit} beyond the limit.
    Result<void> read(XmlPart &part, const QString &name, const TableLimits &limits);
    /// Nothing where there is no such number.
    [[nodiscard]] std::optional<QString> at(qsizetype number) const;

private:
    QByteArray m_bytes;
    std::vector<quint32> m_ends; ///< Of each text.
};

} // namespace dw
