// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/xlsxfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What a workbook that some program wrote says cell by cell.
class TestXlsxTable : public QObject {
    Q_OBJECT

private slots:
    void cells_data();
    void cells();
    void formats_data();
    void formats();
    void epoch1904_countsFromThere();
    void strictLanguage_isRead();
    void sheets_areNamedAndChosen();
    void noSuchSheet_fails_data();
    void noSuchSheet_fails();
    void hiddenFirstSheet_isPassedOver();
    void partsAreFound_whateverTheirCase();
    void position_reachesTheEnd();
    void pipe_isReadToo();
};

void TestXlsxTable::cells_data() {
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("texts");
    QTest::addColumn<QStringList>("shown");
    const auto row = [](const char *name, const QByteArray &rows, const QStringList &shown,
                        const QByteArray &texts = {}) {
        QTest::newRow(name) << rows << texts << shown;
    };
    row("nothing", "", {});
    row("empty rows", R"(<row r="1"/><row r="2"><c r="A2"/></row>)", {});
    row("shared texts",
        R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>)",
        {u"1: [名称][Amount]"_s}, "<si><t>Amount</t></si><si><t>名称</t></si>");
    row("runs", R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", {u"1: [Big deal]"_s},
        R"(<si><r><rPr><b/></rPr><t xml:space="preserve">Big </t></r><r><t>deal</t></r></si>)");
    row("phonetic hints", R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", {u"1: [東京]"_s},
        R"(<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>)");
    row("inline", R"(<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>)",
        {u"1: [a]"_s});
    row("inline runs", R"(<row><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>)",
        {u"1: [ab]"_s});
    row("escapes",
        R"(<row><c t="inlineStr"><is><t>a_x000D_b_x005F_x0041_ _x12_ _xzzzz_</t></is></c></row>)",
        {u"1: [a\rb_x0041_ _x12_ _xzzzz_]"_s});
    row("entities", R"(<row><c t="inlineStr"><is><t>A&amp;B &lt;&#x82CF;&gt;</t></is></c></row>)",
        {u"1: [A&B <苏>]"_s});
    row("blanks stay",
        R"(<row><c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row>)",
        {u"1: [ a ]"_s});
    row("formula like text", R"(<row><c t="inlineStr"><is><t>=1+2</t></is></c></row>)",
        {u"1: [=1+2]"_s});
    row("numbers",
        R"(<row><c><v>1</v></c><c t="n"><v>-0.5</v></c><c><v>1.5E+3</v></c><c><v>3.3000000000000003</v></c></row>)",
        {u"1: [n:1][n:-0.5][n:1500][n:3.3]"_s});
    row("long numbers",
        R"(<row><c><v>123456789012345678</v></c><c><v>1E+20</v></c><c><v>1E+300</v></c><c><v>0.1234567890123456</v></c></row>)",
        {u"1: [n:123456789012345678][n:100000000000000000000][n:1e+300][n:0.1234567890123456]"_s});
    row("no number", R"(<row><c><v>abc</v></c></row>)", {u"1: [abc]"_s});
    row("yes and no", R"(<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>)",
        {u"1: [b:TRUE][b:FALSE]"_s});
    row("errors", R"(<row><c t="e"><v>#DIV/0!</v></c><c t="e"><v>#N/A</v></c></row>)",
        {u"1: [e:#DIV/0!][e:#N/A]"_s});
    row("formulas",
        R"(<row><c t="str"><f>A1&amp;"x"</f><v>ax</v></c><c><f>SUM(A1)</f><v>3</v></c><c t="str"><f>""</f><v></v></c></row>)",
        {u"1: [ax][n:3][]"_s});
    row("formula that nobody calculated", R"(<row><c r="A1"><f>SUM(B1:B9)</f></c></row>)",
        {u"1: [e:=SUM(B1:B9)]"_s});
    row("iso days",
        R"(<row><c t="d"><v>2026-03-05</v></c><c t="d"><v>2026-03-05T09:30:00</v></c></row>)",
        {u"1: [d:2026-03-05][i:2026-03-05T09:30:00]"_s});
    row("gaps",
        R"(<row r="3"><c r="C3"><v>1</v></c><c r="E3"><v>2</v></c></row><row r="7"><c r="A7"><v>3</v></c></row>)",
        {u"3: [][][n:1][][n:2]"_s, u"7: [n:3]"_s});
    row("without references", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        {u"1: [n:1][n:2]"_s, u"2: [n:3]"_s});
    row("rows that go back", R"(<row r="5"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>)",
        {u"5: [n:1]"_s, u"6: [n:2]"_s});
    row("merged",
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c r="B1"/><c r="C1"/></row>)",
        {u"1: [Title][][]"_s});
    row("other elements",
        R"(<row r="1"><extLst><ext><c><v>9</v></c></ext></extLst><c r="A1"><v>1</v><extLst/></c></row>)",
        {u"1: [n:1]"_s});
    row("of another language",
        R"(<row r="1"><x:c xmlns:x="urn:x"><v>9</v></x:c><c r="A1"><v>1</v></c></row>)",
        {u"1: [n:1]"_s});
    row("last column", R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)",
        {u"1: "_s + u"[]"_s.repeated(16'383) + u"[n:1]"_s});
}

void TestXlsxTable::cells() {
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, texts);
    Workbook book;
    book.rows = rows;
    book.sharedTexts = texts;
    const TableContent content = contentOf(book.bytes());
    QVERIFY2(!content.failure, content.failure ? qPrintable(content.failure->message.id) : "");
    QTEST(content.rows, "shown");
}

void TestXlsxTable::formats_data() {
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *code, const char *value,
                        const QString &shown) {
        QTest::newRow(name) << QByteArray(code) << QByteArray(value) << shown;
    };
    row("day", "yyyy-mm-dd", "46086", u"d:2026-03-05"_s);
    row("day of a rounding", "yyyy-mm-dd", "46085.9999999999", u"d:2026-03-05"_s);
    row("day with a hidden time", "yyyy-mm-dd", "46086.5", u"i:2026-03-05T12:00:00"_s);
    row("Chinese day", "yyyy\"年\"m\"月\"d\"日\"", "46086", u"d:2026-03-05"_s);
    row("bare Chinese day", "yyyy年m月d日", "46086", u"d:2026-03-05"_s);
    row("day of a language", "[$-804]yyyy/m/d;@", "46086", u"d:2026-03-05"_s);
    row("month", "mmm-yy", "46082", u"d:2026-03-01"_s);
    row("day and time", "yyyy-mm-dd hh:mm", "46086.395833333336", u"i:2026-03-05T09:30:00"_s);
    row("midnight", "yyyy-mm-dd hh:mm", "46086", u"i:2026-03-05T00:00:00"_s);
    row("milliseconds", "yyyy-mm-dd hh:mm:ss.000", "46086.3958375", u"i:2026-03-05T09:30:00.360"_s);
    row("time", "h:mm AM/PM", "0.75", u"18:00:00"_s);
    row("time with minutes only", "mm:ss", "0.0104166667", u"00:15:00"_s);
    row("time of a day", "h:mm", "46086.5", u"i:2026-03-05T12:00:00"_s);
    row("elapsed", "[h]:mm", "1.5", u"36:00:00"_s);
    row("first day", "yyyy-mm-dd", "1", u"d:1900-01-01"_s);
    row("last right day", "yyyy-mm-dd", "59", u"d:1900-02-28"_s);
    row("day that was not", "yyyy-mm-dd", "60", u"n:60"_s);
    row("day after it", "yyyy-mm-dd", "61", u"d:1900-03-01"_s);
    row("last day of all", "yyyy-mm-dd", "2958465", u"d:9999-12-31"_s);
    row("beyond all days", "yyyy-mm-dd", "2958466", u"n:2958466"_s);
    row("before all days", "yyyy-mm-dd", "-1", u"n:-1"_s);
    row("percent", "0%", "0.5", u"n:50"_s);
    row("finer percent", "0.00%", "0.123", u"n:12.3"_s);
    row("small percent", "0%", "0.005", u"n:0.5"_s);
    row("negative percent", "0%", "-1.5", u"n:-150"_s);
    row("grouped", "#,##0.00", "1234.5", u"n:1234.5"_s);
    row("scientific", "0.00E+00", "1234.5", u"n:1234.5"_s);
    row("general", "General", "46086", u"n:46086"_s);
    row("red", "[Red]#,##0", "5", u"n:5"_s);
    row("pieces", "0\" Stück\"", "5", u"n:5"_s);
    row("text format", "@", "5", u"n:5"_s);
    row("yuan of a language", "[$¥-804]#,##0.00", "12.5", u"m:CNY 12.5"_s);
    row("yen of a language", "[$¥-411]#,##0", "12", u"m:JPY 12"_s);
    row("euro", "#,##0.00 [$€-407]", "-12.5", u"m:EUR -12.5"_s);
    row("code", "[$CNY]\\ #,##0.00", "500000", u"m:CNY 500000"_s);
    row("code in quotes", "#,##0.00\" USD\"", "3", u"m:USD 3"_s);
    row("dollar", "\"$\"#,##0.00", "3", u"m:$ 3"_s);
    row("dollar of a language", "[$$-409]#,##0.00", "3", u"m:USD 3"_s);
    row("pound bare", "£#,##0", "3", u"m:GBP 3"_s);
    row("accounting", "_-[$€-2]* #,##0.00_-;-[$€-2]* #,##0.00_-", "3", u"m:EUR 3"_s);
    row("yuan bare", "0\"元\"", "3", u"m:元 3"_s);
}

void TestXlsxTable::formats() {
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, value);
    QFETCH(QString, shown);
    Workbook book;
    book.formats = "<numFmt numFmtId=\"200\" formatCode=\""
                   + QString::fromUtf8(code).toHtmlEscaped().toUtf8() + "\"/>";
    book.cellFormats = R"(<xf numFmtId="0"/><xf numFmtId="200"/>)";
    book.rows = "<row><c s=\"1\"><v>" + value + "</v></c></row>";
    const TableContent content = contentOf(book.bytes());
    QVERIFY(!content.failure);
    QCOMPARE(content.rows, QStringList{u"1: ["_s + shown + u']'});
}

void TestXlsxTable::epoch1904_countsFromThere() {
    Workbook book;
    book.properties = "date1904=\"1\"";
    book.cellFormats = R"(<xf numFmtId="14"/><xf numFmtId="22"/>)";
    book.rows =
        R"(<row><c s="0"><v>44624</v></c><c s="0"><v>0</v></c><c s="1"><v>44624.5</v></c></row>)";
    auto table = openBytes(book.bytes());
    QVERIFY(table.ok());
    QVERIFY((*table)->countsFrom1904());
    QCOMPARE(contentOf(std::move(table)).rows,
             QStringList{u"1: [d:2026-03-05][d:1904-01-01][i:2026-03-05T12:00:00]"_s});
}

void TestXlsxTable::strictLanguage_isRead() {
    Workbook book;
    book.language = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    book.links = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    book.sharedTexts = "<si><t>a</t></si>";
    book.rows = R"(<row><c t="s"><v>0</v></c><c><v>2</v></c></row>)";
    QCOMPARE(contentOf(book.bytes()).rows, QStringList{u"1: [a][n:2]"_s});
}

void TestXlsxTable::sheets_areNamedAndChosen() {
    Workbook book;
    book.sheets = R"(<sheet name="Deals" sheetId="1" r:id="rId1"/>)"
                  R"(<sheet name="客户" sheetId="2" r:id="rId2"/>)"
                  R"(<sheet name="Chart" sheetId="3" r:id="rId3"/>)";
    book.rows = "<row><c><v>1</v></c></row>";
    book.otherRows = "<row><c><v>2</v></c></row>";
    auto table = openBytes(book.bytes());
    QVERIFY(table.ok());
    QCOMPARE((*table)->sheets(), (QStringList{u"Deals"_s, u"客户"_s}));
    QCOMPARE((*table)->form().sheet, u"Deals"_s);
    QCOMPARE(contentOf(std::move(table)).rows, QStringList{u"1: [n:1]"_s});
    QCOMPARE(contentOf(book.bytes(), {.sheet = u"客户"_s}).rows, QStringList{u"1: [n:2]"_s});
    QCOMPARE(contentOf(book.bytes(), {.sheet = u"DEALS"_s}).rows, QStringList{u"1: [n:1]"_s});
}

void TestXlsxTable::noSuchSheet_fails_data() {
    QTest::addColumn<QByteArray>("sheets");
    QTest::addColumn<QString>("told");
    QTest::newRow("unknown") << Workbook().sheets << u"Leads"_s;
    QTest::newRow("a chart") << QByteArray(R"(<sheet name="Chart" r:id="rId3"/>)") << u"Chart"_s;
    QTest::newRow("none shown") << QByteArray(R"(<sheet name="a" state="hidden" r:id="rId1"/>)")
                                << QString();
}

void TestXlsxTable::noSuchSheet_fails() {
    QFETCH(QByteArray, sheets);
    QFETCH(QString, told);
    Workbook book;
    book.sheets = sheets;
    const auto table = openBytes(book.bytes(), {.sheet = told});
    QVERIFY(!table.ok());
    QCOMPARE(table.error().message.id, u"xlsx.no_sheet"_s);
    QCOMPARE(table.error().message.args.value(u"sheet"_s), told);
}

void TestXlsxTable::hiddenFirstSheet_isPassedOver() {
    Workbook book;
    book.sheets =
        R"(<sheet name="Lists" state="veryHidden" r:id="rId1"/><sheet name="Data" r:id="rId2"/>)";
    book.otherRows = "<row><c><v>2</v></c></row>";
    const TableContent shown = contentOf(book.bytes());
    QCOMPARE(shown.form.sheet, u"Data"_s);
    QCOMPARE(shown.rows, QStringList{u"1: [n:2]"_s});
    QVERIFY(!contentOf(book.bytes(), {.sheet = u"Lists"_s}).failure);
}

void TestXlsxTable::partsAreFound_whateverTheirCase() {
    Workbook book;
    book.rows = "<row><c><v>1</v></c></row>";
    Parts parts = book.parts();
    for (auto &[name, bytes] : parts)
        name = name.contains(u"sheet1"_s) ? u"xl\\Worksheets\\Sheet1.xml"_s : name;
    QCOMPARE(contentOf(zipOf(parts)).rows, QStringList{u"1: [n:1]"_s});
}

void TestXlsxTable::position_reachesTheEnd() {
    Workbook book;
    book.sharedTexts = "<si><t>a</t></si>";
    book.rows = QByteArray(R"(<row><c t="s"><v>0</v></c></row>)").repeated(10'000);
    auto table = openBytes(book.bytes());
    QVERIFY(table.ok());
    TableRow row;
    qint64 before = 0;
    qint64 rows = 0;
    for (auto more = (*table)->next(row); more.ok() && *more; more = (*table)->next(row)) {
        QVERIFY((*table)->position() >= before);
        before = (*table)->position();
        ++rows;
    }
    QCOMPARE(rows, 10'000);
    QCOMPARE((*table)->position(), (*table)->size());
}

/// A device that cannot seek, as the input of a command is.
void TestXlsxTable::pipe_isReadToo() {
    class Pipe final : public QIODevice {
    public:
        explicit Pipe(QByteArray bytes) : m_bytes(std::move(bytes)) {
            open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        }
        [[nodiscard]] bool isSequential() const override { return true; }

    protected:
        qint64 readData(char *data, qint64 most) override {
            const qint64 count = qMin(most, m_bytes.size() - m_at);
            std::copy_n(m_bytes.constData() + m_at, count, data);
            m_at += count;
            return count;
        }
        qint64 writeData(const char *, qint64) override { return -1; }

    private:
        QByteArray m_bytes;
        qint64 m_at = 0;
    };
    Workbook book;
    book.rows = "<row><c><v>1</v></c></row>";
    const TableLimits limits{.sampleBytes = 100};
    QCOMPARE(contentOf(openTable(std::make_unique<Pipe>(book.bytes()), {}, limits)).rows,
             QStringList{u"1: [n:1]"_s});
    QCOMPARE(contentOf(openTable(std::make_unique<Pipe>("a;b\n" + QByteArray("1;2\n").repeated(99)),
                                 {}, limits))
                 .rows.size(),
             100);
}

} // namespace dw::test

using dw::test::TestXlsxTable;
DW_TEST(TestXlsxTable)

#include "tst_xlsxtable.moc"
