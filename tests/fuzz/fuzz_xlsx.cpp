// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table.h"

#include <QBuffer>
#include <QtEndian>

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

quint32 crcOf(QByteArrayView bytes) {
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }
    return ~crc;
}

template <typename T> QByteArray little(T value) {
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// An archive whose entries are stored as they are, so that a changed byte is a changed part.
class StoredZip {
public:
    void add(const QByteArray &name, const QByteArray &content) {
        const QByteArray common = little<quint16>(20) + QByteArray(8, '\0')
                                  + little<quint32>(crcOf(content))
                                  + little<quint32>(quint32(content.size())).repeated(2)
                                  + little<quint16>(quint16(name.size())) + QByteArray(2, '\0');
        m_directory += "PK\x01\x02" + little<quint16>(20) + common + QByteArray(10, '\0')
                       + little<quint32>(quint32(m_bytes.size())) + name;
        m_bytes += "PK\x03\x04" + common + name + content;
        ++m_count;
    }
    [[nodiscard]] QByteArray bytes() const {
        return m_bytes + m_directory + "PK\x05\x06" + QByteArray(4, '\0')
               + little<quint16>(m_count).repeated(2) + little<quint32>(quint32(m_directory.size()))
               + little<quint32>(quint32(m_bytes.size())) + QByteArray(2, '\0');
    }

private:
    QByteArray m_bytes;
    QByteArray m_directory;
    quint16 m_count = 0;
};

/// The input as one part of an otherwise right workbook: the sheet, or what its first byte names.
QByteArray workbookAround(const QByteArray &input) {
    const QByteArray main = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const QByteArray types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray links =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    const auto link = [&](const char *id, const char *type, const char *target) {
        return "<Relationship Id=\"" + QByteArray(id) + "\" Type=\"" + types + '/' + type
               + "\" Target=\"" + target + "\"/>";
    };
    std::array<std::pair<QByteArray, QByteArray>, 6> parts{{
        {"xl/worksheets/sheet1.xml",
         "<worksheet " + main + "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
             + "<c r=\"B1\" s=\"1\"><v>46086.5</v></c></row></sheetData></worksheet>"},
        {"xl/sharedStrings.xml", "<sst " + main + "><si><t>a</t></si></sst>"},
        {"xl/styles.xml", "<styleSheet " + main + "><numFmts><numFmt numFmtId=\"200\" "
                              + "formatCode=\"yyyy-mm-dd\"/></numFmts><cellXfs><xf/>"
                              + "<xf numFmtId=\"200\"/></cellXfs></styleSheet>"},
        {"xl/workbook.xml", "<workbook " + main + " xmlns:r=\"" + types
                                + "\"><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         links + link("a", "worksheet", "worksheets/sheet1.xml") + link("b", "styles", "styles.xml")
             + link("c", "sharedStrings", "sharedStrings.xml") + "</Relationships>"},
        {"_rels/.rels",
         links + link("a", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
    }};
    const bool names = !input.isEmpty() && input.front() >= '0' && input.front() < '6';
    parts[names ? size_t(input.front() - '0') : 0].second = names ? input.sliced(1) : input;
    StoredZip zip;
    for (const auto &[name, content] : parts)
        zip.add(name, content);
    return zip.bytes();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Any bytes as a whole workbook where they begin like an archive, else as one part of one: rows
/// within the limits whose numbers grow, or a failure with a name.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(input.startsWith("PK\x03\x04") ? input : workbookAround(input));
    buffer->open(QIODevice::ReadOnly);
    constexpr dw::CsvLimits limits{.cellBytes = 64, .rowBytes = 256, .cells = 16};
    auto table = dw::openTable(std::move(buffer), {.format = dw::TableFormat::Xlsx},
                               {.row = limits, .sharedTextBytes = 4096, .tokenBytes = 4096});
    if (!table)
        return table.error().message.id.isEmpty() ? (std::abort(), 1) : 0;
    dw::TableRow row;
    qint64 line = 0;
    for (auto more = (*table)->next(row); more && *more; more = (*table)->next(row)) {
        const bool fits = row.line > line && row.cells.size() <= limits.cells
                          && qsizetype(row.kinds.size()) == row.cells.size();
        if (!fits)
            std::abort();
        line = row.line;
    }
    return 0;
}
