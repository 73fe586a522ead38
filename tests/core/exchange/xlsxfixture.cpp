// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/xlsxfixture.h"

#include "core/exchange/ziparchive.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr const char *packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";

QByteArray xml(const QByteArray &content) {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)" + content;
}

QString shown(const TableRow &row) {
    static const QString marks = u" nmdibe"_s;
    QString text = QString::number(row.line) + u": "_s;
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const CellKind kind = row.kind(i);
        const QString mark = kind == CellKind::Text ? QString() : marks.at(int(kind)) + u":"_s;
        text += u'[' + mark + row.cells.at(i) + u']';
    }
    return row.problem ? text + u' ' + row.problem->id : text;
}

} // namespace

QByteArray zipOf(const Parts &parts) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"made.zip"_s);
    auto writer = ZipWriter::create(path);
    for (const auto &[name, bytes] : parts)
        (void)(*writer)->addBytes(name, bytes);
    (void)(*writer)->finish();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Parts Workbook::parts() const {
    const QByteArray main = "xmlns=\"" + language + "\"";
    const QByteArray sheet = "<worksheet " + main + "><sheetData>";
    Parts parts{
        {u"_rels/.rels"_s, xml(QByteArray("<Relationships xmlns=\"") + packageLinks
                               + "\"><Relationship Id=\"r\" Type=\"" + links
                               + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")},
        {u"xl/workbook.xml"_s, xml("<workbook " + main + " xmlns:r=\"" + links + "\"><workbookPr "
                                   + properties + "/><sheets>" + sheets + "</sheets></workbook>")},
        {u"xl/_rels/workbook.xml.rels"_s,
         xml(QByteArray("<Relationships xmlns=\"") + packageLinks + "\">"
             + "<Relationship Id=\"rId1\" Type=\"" + links
             + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
             + "<Relationship Id=\"rId2\" Type=\"" + links
             + "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
             + "<Relationship Id=\"rId3\" Type=\"" + links
             + "/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
             + "<Relationship Id=\"rId4\" Type=\"" + links + "/styles\" Target=\"styles.xml\"/>"
             + "<Relationship Id=\"rId5\" Type=\"" + links
             + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")},
        {u"xl/styles.xml"_s,
         xml("<styleSheet " + main + "><numFmts>" + formats + "</numFmts><cellStyleXfs><xf "
             + "numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cellFormats
             + "</cellXfs></styleSheet>")},
        {u"xl/worksheets/sheet1.xml"_s, xml(sheet + rows + "</sheetData></worksheet>")},
        {u"xl/worksheets/sheet2.xml"_s, xml(sheet + otherRows + "</sheetData></worksheet>")},
    };
    if (!sharedTexts.isEmpty())
        parts << qMakePair(u"xl/sharedStrings.xml"_s,
                           xml("<sst " + main + ">" + sharedTexts + "</sst>"));
    return parts;
}

Result<std::unique_ptr<TableReader>> openBytes(const QByteArray &bytes, const TableForm &told,
                                               const TableLimits &limits) {
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return openTable(std::move(buffer), told, limits);
}

TableContent contentOf(Result<std::unique_ptr<TableReader>> table) {
    TableContent content;
    if (!table) {
        content.failure = table.error();
        return content;
    }
    TableRow row;
    for (;;) {
        const auto more = (*table)->next(row);
        if (!more)
            content.failure = more.error();
        if (!more || !*more)
            break;
        content.rows << shown(row);
    }
    content.form = (*table)->form();
    content.encodingIsGuess = (*table)->encodingIsGuess();
    return content;
}

TableContent contentOf(const QByteArray &bytes, const TableForm &told, const TableLimits &limits) {
    return contentOf(openBytes(bytes, told, limits));
}

} // namespace dw::test
