// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "core/exchange/xlsxformat.h"
#include "core/exchange/xmlpart.h"

#include <QHash>

namespace dw {

struct XlsxSheet {
    QString name;
    bool isShown = true;
    QString part;
};

/// The parts of a workbook and what its cells need to be read: sheets, formats, the epoch of its
/// days. Cells and shared texts are left where they are.
class XlsxPackage {
public:
    /// Fails as openTable() says for XLSX, and "table.format" {format} for other archives.
    [[nodiscard]] static Result<std::unique_ptr<XlsxPackage>> open(
        std::unique_ptr<QIODevice> device, const TableLimits &limits);

    [[nodiscard]] const std::vector<XlsxSheet> &sheets() const { return m_sheets; }
    [[nodiscard]] bool countsFrom1904() const { return m_from1904; }
    /// What the format of a cell makes of its number; `style` is the cell's index into the formats.
    [[nodiscard]] const NumberLook &look(qsizetype style) const;
    /// Empty where the workbook has no shared texts.
    [[nodiscard]] const QString &sharedTexts() const { return m_sharedTexts; }

    [[nodiscard]] bool has(const QString &part) const { return m_parts.contains(folded(part)); }
    /// Unpacked; 0 where there is no such part.
    [[nodiscard]] qint64 sizeOf(const QString &part) const;
    /// Fails: "xlsx.damaged" where it is missing, and as ZipReader::read().
    Result<std::unique_ptr<XmlPart>> openPart(const QString &part);

private:
    struct Link {
        QString id, type, target;
    };

    explicit XlsxPackage(std::unique_ptr<ZipReader> zip, const TableLimits &limits);
    static QString folded(QString part);
    Result<std::vector<Link>> linksOf(const QString &part);
    [[nodiscard]] Error foreign() const;
    Result<void> readWorkbook();
    Result<void> readSheets(const QString &workbook, const std::vector<Link> &links);
    Result<void> readFormats(const QString &part);

    const std::unique_ptr<ZipReader> m_zip;
    const qint64 m_pieceBytes;
    QHash<QString, qsizetype> m_parts; ///< Their places in the archive, by folded() name.
    std::vector<XlsxSheet> m_sheets;
    std::vector<NumberLook> m_looks;
    QString m_sharedTexts;
    bool m_from1904 = false;
};

} // namespace dw
