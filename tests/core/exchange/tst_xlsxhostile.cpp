// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/xlsxfixture.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// A workbook whose part is another one.
QByteArray withPart(const QString &name, const QByteArray &bytes, Workbook book = {}) {
    Parts parts = book.parts();
    for (auto &[part, content] : parts) {
        if (part == name)
            content = bytes;
    }
    return zipOf(parts);
}

const QString sheetPart = u"xl/worksheets/sheet1.xml"_s;

QByteArray sheetOf(const QByteArray &content) {
    return R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
           + content + "</worksheet>";
}

} // namespace

/// Workbooks that somebody made to do harm, or that an accident cut.
class TestXlsxHostile : public QObject {
    Q_OBJECT

private slots:
    void badParts_fail_data();
    void badParts_fail();
    void badCells_areFlaggedOrFail_data();
    void badCells_areFlaggedOrFail();
    void sharedTexts_areLimited();
    void bombs_areRefused();
    void cutOff_failsOrEndsClean();
    void damagedAnywhere_neverCrashes();
};

void TestXlsxHostile::badParts_fail_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QByteArray &bytes, const char *id) {
        QTest::newRow(name) << bytes << QString::fromLatin1(id);
    };
    const QByteArray entities = R"(<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>)"
                                + sheetOf("<sheetData><row><c><v>&c;</v></c></row></sheetData>");
    row("entities", withPart(sheetPart, entities), "xlsx.dtd");
    row("external entity",
        withPart(sheetPart, R"(<!DOCTYPE x SYSTEM "file:///etc/passwd">)" + sheetOf("")),
        "xlsx.dtd");
    row("unknown entity",
        withPart(sheetPart, sheetOf("<sheetData><row><c><v>&x;</v></c></row></sheetData>")),
        "xlsx.damaged");
    row("no XML", withPart(sheetPart, "nothing"), "xlsx.damaged");
    row("empty sheet part", withPart(sheetPart, ""), "xlsx.damaged");
    row("ends early", withPart(sheetPart, sheetOf("<sheetData><row><c><v>1</v></c>").chopped(20)),
        "xlsx.damaged");
    row("no workbook", zipOf(Workbook().parts().mid(0, 1)), "xlsx.damaged");
    row("workbook that is no XML", withPart(u"xl/workbook.xml"_s, "x"), "xlsx.damaged");
    row("styles that are no XML", withPart(u"xl/styles.xml"_s, "x"), "xlsx.damaged");
    row("no sheet part", zipOf(Workbook().parts().mid(0, 4)), "xlsx.damaged");
    row("deep", withPart(sheetPart, sheetOf(QByteArray("<a>").repeated(1000))), "xlsx.damaged");
    QByteArray many = "<sheetData><row";
    for (int i = 0; i < 5000; ++i)
        many += " a" + QByteArray::number(i) + "=\"\"";
    row("attributes", withPart(sheetPart, sheetOf(many + "/></sheetData>")), "xlsx.bomb");
    const QByteArray hidden = "<!-- ' -->" + many + "/></sheetData>";
    row("attributes behind a comment", withPart(sheetPart, sheetOf(hidden)), "xlsx.bomb");
    row("a piece without an end",
        withPart(sheetPart, sheetOf("<sheetData><row><c><v>" + QByteArray(2'000'000, '1'))),
        "xlsx.bomb");
    row("a name without an end", withPart(sheetPart, "<" + QByteArray(2'000'000, 'a')),
        "xlsx.damaged");
}

void TestXlsxHostile::badParts_fail() {
    QFETCH(QByteArray, bytes);
    const TableContent content = contentOf(bytes, {}, {.tokenBytes = 1'000'000});
    QVERIFY(content.failure);
    QTEST(content.failure->message.id, "id");
    QVERIFY(content.rows.isEmpty());
}

void TestXlsxHostile::badCells_areFlaggedOrFail_data() {
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const QByteArray &rows, const QString &outcome) {
        QTest::newRow(name) << rows << outcome;
    };
    // Limits of the test: 8 units a cell, 12 a row, 4 cells.
    row("cell at", "<row><c t=\"str\"><v>12345678</v></c></row>", u"1: [12345678]"_s);
    row("cell above", "<row><c t=\"str\"><v>123456789</v></c></row>",
        u"1: [12345678] csv.cell_too_long"_s);
    row("inline above",
        "<row><c t=\"inlineStr\"><is><r><t>12345</t></r><r><t>6789</t></r></is></c></row>",
        u"1: [12345678] csv.cell_too_long"_s);
    row("row above",
        "<row><c t=\"str\"><v>12345678</v></c><c t=\"str\"><v>12345</v></c><c><v>1</v></c></row>",
        u"1: [12345678][][n:1] csv.row_too_long"_s);
    row("cells above", "<row><c r=\"D1\"><v>1</v></c><c r=\"E1\"><v>2</v></c></row>",
        u"1: [][][][n:1] csv.too_many_cells"_s);
    row("empty cells above", "<row><c r=\"A1\"><v>1</v></c><c r=\"E1\"/></row>", u"1: [n:1]"_s);
    row("column beyond all", "<row><c r=\"XFE1\"><v>1</v></c></row>", u"xlsx.damaged"_s);
    row("no reference", "<row><c r=\"1\"><v>1</v></c></row>", u"xlsx.damaged"_s);
    row("endless reference", "<row><c r=\"" + QByteArray(10'000, 'A') + "1\"><v>1</v></c></row>",
        u"xlsx.damaged"_s);
    row("row beyond all", "<row r=\"1048577\"><c><v>1</v></c></row>", u"xlsx.damaged"_s);
    row("last row", "<row r=\"1048576\"><c><v>1</v></c></row>", u"1048576: [n:1]"_s);
    row("shared text that is not there", "<row><c t=\"s\"><v>7</v></c></row>", u"xlsx.damaged"_s);
    row("shared text that is no number", "<row><c t=\"s\"><v>x</v></c></row>", u"xlsx.damaged"_s);
    row("negative shared text", "<row><c t=\"s\"><v>-1</v></c></row>", u"xlsx.damaged"_s);
    row("style that is not there", "<row><c s=\"99\"><v>1</v></c></row>", u"1: [n:1]"_s);
    row("negative style", "<row><c s=\"-9\"><v>1</v></c></row>", u"1: [n:1]"_s);
    row("unknown type", "<row><c t=\"zz\"><v>1</v></c></row>", u"1: [n:1]"_s);
    row("huge number", "<row><c><v>1e999</v></c></row>", u"1: [1e999]"_s);
}

void TestXlsxHostile::badCells_areFlaggedOrFail() {
    QFETCH(QByteArray, rows);
    QFETCH(QString, outcome);
    Workbook book;
    book.rows = rows;
    book.sharedTexts = "<si><t>a</t></si>";
    const TableLimits limits{.row = {.cellBytes = 8, .rowBytes = 12, .cells = 4}};
    const TableContent content = contentOf(book.bytes(), {}, limits);
    QCOMPARE(content.failure ? content.failure->message.id : content.rows.value(0), outcome);
}

void TestXlsxHostile::sharedTexts_areLimited() {
    Workbook book;
    book.rows = "<row><c t=\"s\"><v>0</v></c></row>";
    book.sharedTexts = QByteArray("<si><t>0123456789</t></si>").repeated(100);
    QVERIFY(!contentOf(book.bytes(), {}, {.sharedTextBytes = 1400}).failure);
    const TableContent above = contentOf(book.bytes(), {}, {.sharedTextBytes = 1300});
    QVERIFY(above.failure);
    QCOMPARE(above.failure->message.id, u"xlsx.bomb"_s);
    // Nothing at all takes room as well.
    book.sharedTexts = QByteArray("<si/>").repeated(1000);
    QVERIFY(contentOf(book.bytes(), {}, {.sharedTextBytes = 1300}).failure);
}

/// A hundred mebibytes of blanks in 100 KB; refused before a byte is unpacked.
void TestXlsxHostile::bombs_areRefused() {
    const QByteArray bytes = withPart(sheetPart, QByteArray(100 << 20, ' '));
    QVERIFY(bytes.size() < 1 << 20);
    const auto table = openBytes(bytes);
    QVERIFY(!table.ok());
    QCOMPARE(table.error().message.id, u"zip.bomb"_s);
    Workbook book;
    QCOMPARE(openBytes(book.bytes(), {}, {.zipEntries = 3}).error().message.id, u"zip.bomb"_s);
    QCOMPARE(openBytes(book.bytes(), {}, {.zipBytes = 100}).error().message.id, u"zip.bomb"_s);
}

void TestXlsxHostile::cutOff_failsOrEndsClean() {
    Workbook book;
    book.rows = "<row><c><v>1</v></c></row>";
    const QByteArray whole = book.bytes();
    for (qsizetype size = 4; size < whole.size(); size += 3) {
        const TableContent content = contentOf(whole.first(size));
        QVERIFY(content.failure);
        QVERIFY(content.failure->message.id.startsWith(u"zip."_s));
    }
}

/// Bytes changed at random places: whatever comes out, it is rows or a failure with a name.
void TestXlsxHostile::damagedAnywhere_neverCrashes() {
    Workbook book;
    book.sharedTexts = "<si><t>a</t></si>";
    book.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>1</v></c></row>)";
    const QByteArray whole = book.bytes();
    Random random(17);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = whole;
        for (qint64 i = random.between(1, 4); i > 0; --i)
            bytes[random.below(bytes.size())] = char(random.below(256));
        const TableContent content = contentOf(bytes);
        if (content.failure)
            QVERIFY(!content.failure->message.id.isEmpty());
    }
}

} // namespace dw::test

using dw::test::TestXlsxHostile;
DW_TEST(TestXlsxHostile)

#include "tst_xlsxhostile.moc"
