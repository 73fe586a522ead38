// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tableformats.h"
#include "core/exchange/xlsxcell.h"
#include "core/exchange/xlsxtexts.h"

#include <QTemporaryFile>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNumber = 100;

Error noSheet(const QString &told, const QStringList &shown) {
    return makeError(ErrorKind::NotFound, u"xlsx.no_sheet"_s,
                     {{u"sheet"_s, told}, {u"sheets"_s, shown.join(u", "_s)}});
}

/// Rows of one sheet.
class XlsxTable final : public TableReader {
public:
    XlsxTable(std::unique_ptr<XlsxPackage> package, const TableLimits &limits)
        : m_limits(limits),
          m_package(std::move(package)) {
        m_form.format = TableFormat::Xlsx;
        m_from1904 = m_package->countsFrom1904();
        for (const XlsxSheet &sheet : m_package->sheets()) {
            if (sheet.isShown)
                m_sheets << sheet.name;
        }
    }

    /// Fails: "xlsx.no_sheet" {sheet, sheets}.
    Result<void> choose(const QString &told) {
        const XlsxSheet *chosen = nullptr;
        for (const XlsxSheet &sheet : m_package->sheets()) {
            const bool fits =
                told.isEmpty() ? sheet.isShown : sheet.name.compare(told, Qt::CaseInsensitive) == 0;
            if (fits && (!chosen || sheet.name == told))
                chosen = &sheet;
        }
        if (!chosen)
            return noSheet(told, m_sheets);
        m_form.sheet = chosen->name;
        m_part = chosen->part;
        m_size = m_package->sizeOf(m_part) + m_package->sizeOf(m_package->sharedTexts());
        return {};
    }

    [[nodiscard]] qint64 position() const override {
        return m_before + (m_sheet ? m_sheet->taken() : 0);
    }
    [[nodiscard]] qint64 size() const override { return m_size; }

protected:
    Result<bool> read(TableRow &row) override {
        if (!m_sheet) {
            if (auto begun = begin(); !begun)
                return begun.error();
        }
        while (!m_ended && m_sheet->next()) {
            if (m_sheet->isEnd("sheetData"_L1))
                m_ended = true;
            else if (m_sheet->isStart("row"_L1) && readRow(row))
                return true;
        }
        if (m_sheet->failure())
            return *m_sheet->failure();
        return false;
    }

private:
    /// What a cell says about itself before its value comes.
    struct CellHead {
        qsizetype column = 0;
        QString type;
        qsizetype style = 0;
    };

    Result<void> begin() {
        const QString texts = m_package->sharedTexts();
        if (!texts.isEmpty() && m_package->has(texts)) {
            auto part = m_package->openPart(texts);
            if (!part)
                return part.error();
            if (auto read = m_texts.read(**part, texts, m_limits); !read)
                return read;
            m_before = (*part)->taken();
        }
        auto sheet = m_package->openPart(m_part);
        if (!sheet)
            return sheet.error();
        m_sheet = std::move(*sheet);
        return {};
    }

    /// True where the row holds anything; one that holds nothing is no row.
    bool readRow(TableRow &row) {
        const qint64 told = m_sheet->xml().attributes().value("r"_L1).toLongLong();
        row.line = qMax(told, m_line + 1);
        m_line = row.line;
        row.cells.clear();
        row.kinds.clear();
        row.problem.reset();
        m_rowBytes = 0;
        bool holds = false;
        if (row.line > xlsxRows) {
            m_sheet->damaged();
            return false;
        }
        qsizetype column = 0;
        const int depth = m_sheet->depth();
        while (m_sheet->nextChild(depth)) {
            if (!m_sheet->isStart("c"_L1)) {
                m_sheet->skip();
                continue;
            }
            const CellHead head = headOf(column);
            column = head.column + 1;
            const XlsxCell cell = readCell(row, head);
            holds = holds || !cell.text.isEmpty();
            place(row, head.column, cell);
        }
        return (holds || row.problem) && !m_sheet->failure();
    }

    CellHead headOf(qsizetype next) {
        const QXmlStreamAttributes attributes = m_sheet->xml().attributes();
        CellHead head{next, {}, 0};
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == "r"_L1) {
                const qsizetype column = columnOfReference(attribute.value());
                if (column < 0)
                    m_sheet->damaged();
                head.column = qMax<qsizetype>(column, 0);
            } else if (attribute.name() == "t"_L1) {
                head.type = attribute.value().toString();
            } else if (attribute.name() == "s"_L1) {
                head.style = attribute.value().toLongLong();
            }
        }
        return head;
    }

    XlsxCell readCell(TableRow &row, const CellHead &head) {
        bool cut = false;
        bool hasValue = false;
        QString formula;
        XlsxCell cell;
        const int depth = m_sheet->depth();
        while (m_sheet->nextChild(depth)) {
            if (m_sheet->isStart("v"_L1)) {
                hasValue = true;
                cell = valueOf(m_sheet->text(m_limits.row.cellBytes, &cut), head);
            } else if (m_sheet->isStart("is"_L1)) {
                hasValue = true;
                cell = {richText(*m_sheet, m_limits.row.cellBytes, &cut), CellKind::Text};
            } else if (m_sheet->isStart("f"_L1)) {
                formula = u'=' + m_sheet->text(longestNumber);
            } else {
                m_sheet->skip();
            }
        }
        if (cut)
            flag(row, "csv.cell_too_long", head.column, m_limits.row.cellBytes);
        // What a formula gives is not known where no spreadsheet has calculated it.
        return hasValue || formula.isEmpty() ? cell : XlsxCell{formula, CellKind::Error};
    }

    XlsxCell valueOf(const QString &stored, const CellHead &head) {
        if (stored.isEmpty())
            return {};
        if (head.type == "s"_L1) {
            bool isNumber = false;
            const auto text = m_texts.at(stored.toLongLong(&isNumber));
            if (!text || !isNumber)
                m_sheet->damaged();
            return {text.value_or(QString()), CellKind::Text};
        }
        if (head.type == "str"_L1 || head.type == "inlineStr"_L1)
            return {stored, CellKind::Text};
        if (head.type == "b"_L1)
            return {stored == "0"_L1 || stored == "false"_L1 ? u"FALSE"_s : u"TRUE"_s,
                    CellKind::YesNo};
        if (head.type == "e"_L1)
            return {stored, CellKind::Error};
        if (head.type == "d"_L1)
            return cellOfIso(stored);
        return cellOfNumber(stored, m_package->look(head.style), m_from1904);
    }

    void place(TableRow &row, qsizetype column, const XlsxCell &cell) {
        if (column >= m_limits.row.cells || column >= xlsxColumns) {
            if (!cell.text.isEmpty())
                flag(row, "csv.too_many_cells", column, qMin(m_limits.row.cells, xlsxColumns));
            return;
        }
        if (m_rowBytes + cell.text.size() > m_limits.row.rowBytes) {
            flag(row, "csv.row_too_long", column, m_limits.row.rowBytes);
            return;
        }
        m_rowBytes += cell.text.size();
        if (column >= row.cells.size()) {
            row.cells.resize(column + 1);
            row.kinds.resize(size_t(column) + 1, CellKind::Text);
        }
        row.cells[column] = cell.text;
        row.kinds[size_t(column)] = cell.kind;
    }

    static void flag(TableRow &row, const char *id, qsizetype column, qint64 limit) {
        if (!row.problem)
            row.problem = Message{
                QString::fromLatin1(id),
                {{u"column"_s, QString::number(column + 1)}, {u"limit"_s, QString::number(limit)}}};
    }

    const TableLimits m_limits;
    const std::unique_ptr<XlsxPackage> m_package;
    QString m_part;
    XlsxTexts m_texts;
    std::unique_ptr<XmlPart> m_sheet; ///< Goes before the package that it reads from.
    qint64 m_size = 0;
    qint64 m_before = 0; ///< Bytes that were read before the sheet.
    qint64 m_line = 0;
    qint64 m_rowBytes = 0;
    bool m_ended = false;
};

/// A device that can be read in any order: what comes through a pipe lies in a file first.
Result<std::unique_ptr<QIODevice>> seekable(SampledDevice source) {
    const auto failed = [](const QIODevice &device) {
        return makeError(ErrorKind::Io, u"table.read"_s, {}, device.errorString());
    };
    if (!source.device->isSequential()) {
        if (!source.device->seek(0))
            return failed(*source.device);
        return std::move(source.device);
    }
    auto file = std::make_unique<QTemporaryFile>();
    if (!file->open() || file->write(source.sample) != source.sample.size())
        return failed(*file);
    QByteArray block(1 << 16, Qt::Uninitialized);
    for (;;) {
        const qint64 got = source.device->read(block.data(), block.size());
        if (got < 0)
            return failed(*source.device);
        if (got == 0)
            break;
        if (file->write(block.constData(), got) != got)
            return failed(*file);
    }
    if (!file->seek(0))
        return failed(*file);
    return std::unique_ptr<QIODevice>(std::move(file));
}

} // namespace

OpenedTable openXlsxTable(SampledDevice source, const TableForm &told, const TableLimits &limits) {
    auto device = seekable(std::move(source));
    if (!device)
        return device.error();
    auto package = XlsxPackage::open(std::move(*device), limits);
    if (!package)
        return package.error();
    auto table = std::make_unique<XlsxTable>(std::move(*package), limits);
    if (auto chosen = table->choose(told.sheet); !chosen)
        return chosen.error();
    return OpenedTable(std::move(table));
}

} // namespace dw
