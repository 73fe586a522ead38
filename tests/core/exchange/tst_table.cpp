// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/textcodec.h"
#include "core/exchange/csvguess.h"
#include "tests/core/exchange/xlsxfixture.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

QByteArray encoded(const QString &text, const QString &encoding) {
    return *encodeText(text, encoding);
}

} // namespace

/// Text files of every form, opened without being told anything or with it.
class TestTable : public QObject {
    Q_OBJECT

private slots:
    void encodings_data();
    void encodings();
    void toldEncoding_isUsed();
    void told16_isToldApartByTheFile_data();
    void told16_isToldApartByTheFile();
    void wrongEncoding_fails_data();
    void wrongEncoding_fails();
    void lateChinese_isFound();
    void wrongGuess_failsWithItsLine();
    void forms_data();
    void forms();
    void toldForm_isUsed();
    void unusableForm_fails_data();
    void unusableForm_fails();
    void otherFormats_areNamed_data();
    void otherFormats_areNamed();
    void fileThatChanges_saysSo();
    void brokenDevice_saysSo();
    void guess_neverLosesWhatWasWritten();
};

void TestTable::encodings_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("guess");
    const QString text = u"名称,金额\r\n苏州一厂,1\r\n\"A,B\",\U0001F6A2\r\n"_s;
    const auto row = [&](const char *name, const QByteArray &bytes, const QString &encoding,
                         bool guess) { QTest::newRow(name) << bytes << encoding << guess; };
    row("UTF-8", text.toUtf8(), u"UTF-8"_s, false);
    row("UTF-8 marked", "\xEF\xBB\xBF" + text.toUtf8(), u"UTF-8"_s, false);
    row("GB18030", encoded(text, u"GB18030"_s), u"GB18030"_s, true);
    for (const QString &encoding : {u"UTF-16LE"_s, u"UTF-16BE"_s}) {
        row(qPrintable(encoding), encoded(text, encoding), encoding, true);
        row(qPrintable(encoding + u" marked"_s), encoded(u'\uFEFF' + text, encoding), encoding,
            false);
    }
    for (const QString &encoding : {u"UTF-32LE"_s, u"UTF-32BE"_s})
        row(qPrintable(encoding + u" marked"_s), encoded(u'\uFEFF' + text, encoding), encoding,
            false);
}

void TestTable::encodings() {
    QFETCH(QByteArray, bytes);
    const TableContent content = contentOf(bytes);
    QVERIFY(!content.failure);
    QCOMPARE(content.rows,
             (QStringList{u"1: [名称][金额]"_s, u"2: [苏州一厂][1]"_s, u"3: [A,B][\U0001F6A2]"_s}));
    QTEST(content.form.encoding, "encoding");
    QTEST(content.encodingIsGuess, "guess");
    QCOMPARE(content.form.format, TableFormat::Csv);
}

void TestTable::toldEncoding_isUsed() {
    const QByteArray bytes = encoded(u"公司,數量\n臺灣電,1\n"_s, u"Big5"_s);
    const TableContent content = contentOf(bytes, {.encoding = u"big5"_s});
    QCOMPARE(content.rows, (QStringList{u"1: [公司][數量]"_s, u"2: [臺灣電][1]"_s}));
    QCOMPARE(content.form.encoding, u"Big5"_s);
    QVERIFY(!content.encodingIsGuess);
}

void TestTable::told16_isToldApartByTheFile_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = u"a,b\n1,2\n"_s;
    QTest::newRow("little") << encoded(text, u"UTF-16LE"_s) << u"UTF-16LE"_s;
    QTest::newRow("big") << encoded(text, u"UTF-16BE"_s) << u"UTF-16BE"_s;
    QTest::newRow("big marked") << encoded(u'\uFEFF' + text, u"UTF-16BE"_s) << u"UTF-16BE"_s;
}

void TestTable::told16_isToldApartByTheFile() {
    QFETCH(QByteArray, bytes);
    const TableContent content = contentOf(bytes, {.encoding = u"UTF-16"_s});
    QTEST(content.form.encoding, "encoding");
    QCOMPARE(content.rows, (QStringList{u"1: [a][b]"_s, u"2: [1][2]"_s}));
}

void TestTable::wrongEncoding_fails_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("id");
    QTest::newRow("unknown name") << QByteArray("a") << u"Klingon"_s << u"text.encoding"_s;
    QTest::newRow("mark of another") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\n")
                                     << u"GB18030"_s << u"table.encoding_mark"_s;
    QTest::newRow("mark of the other end")
        << QByteArray("\xFF\xFE\x61\0", 4) << u"UTF-16BE"_s << u"table.encoding_mark"_s;
    QTest::newRow("nothing fits") << encoded(u"公司,臺灣積體電路製造\n"_s, u"Big5"_s) << QString()
                                  << u"table.encoding_unknown"_s;
    QTest::newRow("told wrongly") << QByteArray("a,caf\xE9\n") << u"UTF-8"_s << u"csv.encoding"_s;
    QTest::newRow("told UTF-8, is GBK")
        << encoded(u"苏州,1\n"_s, u"GB18030"_s) << u"UTF-8"_s << u"csv.encoding_is"_s;
}

void TestTable::wrongEncoding_fails() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, told);
    const TableContent content = contentOf(bytes, {.encoding = told});
    QVERIFY(content.failure);
    QTEST(content.failure->message.id, "id");
}

/// The sample alone is plain; what decides stands far behind it.
void TestTable::lateChinese_isFound() {
    const QByteArray plain = QByteArray("name,amount\n").repeated(1000);
    const QByteArray bytes = plain + encoded(u"苏州一厂,1\n"_s, u"GB18030"_s);
    const TableContent content = contentOf(bytes, {}, {.sampleBytes = 1000});
    QVERIFY(!content.failure);
    QCOMPARE(content.form.encoding, u"GB18030"_s);
    QCOMPARE(content.rows.size(), 1001);
    QCOMPARE(content.rows.last(), u"1001: [苏州一厂][1]"_s);
}

/// GB18030 by its sample, but a later line is none: nothing of it is taken for something else.
void TestTable::wrongGuess_failsWithItsLine() {
    const QByteArray bytes =
        encoded(u"名称,金额\n苏州一厂,1\n"_s.repeated(200), u"GB18030"_s) + "x,\xFF\xFF\n";
    const TableContent content = contentOf(bytes, {}, {.sampleBytes = 1000});
    QVERIFY(content.failure);
    QCOMPARE(content.failure->message.id, u"csv.encoding"_s);
    QCOMPARE(content.failure->message.args.value(u"line"_s), u"401"_s);
    QCOMPARE(content.failure->message.args.value(u"encoding"_s), u"GB18030"_s);
    QCOMPARE(content.rows.size(), 400);
}

void TestTable::forms_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<QChar>("quote");
    QTest::addColumn<QStringList>("rows");
    const QChar twofold = u'"';
    const QChar single = u'\'';
    const auto row = [](const char *name, const QByteArray &bytes, QChar separator, QChar quote,
                        const QStringList &rows) {
        QTest::newRow(name) << bytes << separator << quote << rows;
    };
    row("nothing", "", u',', twofold, {});
    row("comma", "a,b\n1,2\n", u',', twofold, {u"1: [a][b]"_s, u"2: [1][2]"_s});
    row("semicolon", "a;b\n1,5;2\n", u';', twofold, {u"1: [a][b]"_s, u"2: [1,5][2]"_s});
    row("tab", "a\tb, c\n1\t2\n", u'\t', twofold, {u"1: [a][b, c]"_s, u"2: [1][2]"_s});
    row("bar", "a|b|c\n1|2|3,4\n", u'|', twofold, {u"1: [a][b][c]"_s, u"2: [1][2][3,4]"_s});
    row("header in quotes", "\"a,x\";\"b\"\n\"1\";\"2\"\n", u';', twofold,
        {u"1: [a,x][b]"_s, u"2: [1][2]"_s});
    row("decimal commas everywhere", "a;b, net;c\n1,5;2,5;3\n4,5;5,5;6\n", u';', twofold,
        {u"1: [a][b, net][c]"_s, u"2: [1,5][2,5][3]"_s, u"3: [4,5][5,5][6]"_s});
    row("prose in one column", "name\nSmith, John\nDoe, Jane\n", u';', twofold,
        {u"1: [name]"_s, u"2: [Smith, John]"_s, u"3: [Doe, Jane]"_s});
    row("one column", "name\na\nb\n", u',', twofold, {u"1: [name]"_s, u"2: [a]"_s, u"3: [b]"_s});
    row("title above", "Report\n\na;b\n1;2\n3;4\n", u';', twofold,
        {u"1: [Report]"_s, u"3: [a][b]"_s, u"4: [1][2]"_s, u"5: [3][4]"_s});
    row("ragged", "a,b,c\n1\n2,3\n4,5,6\n", u',', twofold,
        {u"1: [a][b][c]"_s, u"2: [1]"_s, u"3: [2][3]"_s, u"4: [4][5][6]"_s});
    row("single quotes", "'a','b'\n'1,5','it''s'\n", u',', single,
        {u"1: [a][b]"_s, u"2: [1,5][it's]"_s});
    row("apostrophes", "a,b\n's-Gravenhage,it's\n", u',', twofold,
        {u"1: [a][b]"_s, u"2: ['s-Gravenhage][it's]"_s});
    row("inches", "size\tname\n\"5\" disk\ta\n\"7\tb\n", u'\t', QChar(),
        {u"1: [size][name]"_s, u"2: [\"5\" disk][a]"_s, u"3: [\"7][b]"_s});
    row("told by its first line", "sep=;\r\na;b\r\n1,2;3\r\n", u';', twofold,
        {u"2: [a][b]"_s, u"3: [1,2][3]"_s});
    row("told by its first line, quoted", "\"sep=|\"\na|b\n", u'|', twofold, {u"2: [a][b]"_s});
    row("nearly told", "sep=xy\n1\n", u',', twofold, {u"1: [sep=xy]"_s, u"2: [1]"_s});
    row("breaks inside", "a;b\n\"1\n2,3\";4\n", u';', twofold,
        {u"1: [a][b]"_s, u"2: [1\n2,3][4]"_s});
    row("pasted", "Name\tAmount\nA\t1\n", u'\t', twofold, {u"1: [Name][Amount]"_s, u"2: [A][1]"_s});
}

void TestTable::forms() {
    QFETCH(QByteArray, bytes);
    const TableContent content = contentOf(bytes);
    QVERIFY(!content.failure);
    QTEST(content.rows, "rows");
    QTEST(*content.form.separator, "separator");
    QTEST(*content.form.quote, "quote");
}

void TestTable::toldForm_isUsed() {
    const QByteArray bytes("a;b,c\n'1;2',\"3\n");
    const TableContent content = contentOf(bytes, {.separator = u',', .quote = u'\''});
    QCOMPARE(content.rows, (QStringList{u"1: [a;b][c]"_s, u"2: [1;2][\"3]"_s}));
    QCOMPARE(contentOf("sep=;\na,b\n", {.separator = u','}).rows, QStringList{u"2: [a][b]"_s});
    QCOMPARE(contentOf("a，b\n", {.separator = u'，'}).rows, QStringList{u"1: [a][b]"_s});
}

void TestTable::unusableForm_fails_data() {
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<QChar>("quote");
    QTest::newRow("same") << QChar(u';') << QChar(u';');
    QTest::newRow("line end") << QChar(u'\n') << QChar(u'"');
    QTest::newRow("line end as quote") << QChar(u',') << QChar(u'\r');
    QTest::newRow("zero") << QChar() << QChar(u'"');
    QTest::newRow("half a character") << QChar(0xD83D) << QChar(u'"');
}

void TestTable::unusableForm_fails() {
    QFETCH(QChar, separator);
    QFETCH(QChar, quote);
    const auto table = openBytes("a,b\n", {.separator = separator, .quote = quote});
    QVERIFY(!table.ok());
    QCOMPARE(table.error().message.id, u"table.separator"_s);
}

void TestTable::otherFormats_areNamed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("format");
    const auto row = [](const char *name, const QByteArray &bytes, const char *id,
                        const QString &format = {}) {
        QTest::newRow(name) << bytes << QString::fromLatin1(id) << format;
    };
    const QByteArray compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    const QString package = u"EncryptedPackage"_s;
    const QByteArray wide = encoded(package, u"UTF-16LE"_s);
    row("old workbook", compound + QByteArray(100, '\0'), "table.format", u"XLS"_s);
    row("encrypted", compound + QByteArray(100, '\0') + wide, "table.encrypted");
    row("ODS",
        zipOf({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
               {u"content.xml"_s, "<x/>"}}),
        "table.format", u"ODS"_s);
    row("XLSB", zipOf({{u"xl/workbook.bin"_s, "x"}}), "table.format", u"XLSB"_s);
    row("DOCX", zipOf({{u"word/document.xml"_s, "<x/>"}}), "table.format", u"DOCX"_s);
    row("archive", zipOf({{u"deals.csv"_s, "a,b\n"}}), "table.format", u"ZIP"_s);
    row("page", "<html><table></table></html>", "table.format", u"HTML"_s);
    row("PDF", "%PDF-1.4", "table.format", u"PDF"_s);
    row("binary", QByteArray(64, '\0'), "table.binary");
    row("half an archive", "PK\x03\x04\x14\0", "zip.truncated");
}

void TestTable::otherFormats_areNamed() {
    QFETCH(QByteArray, bytes);
    const auto table = openBytes(bytes);
    QVERIFY(!table.ok());
    QTEST(table.error().message.id, "id");
    QTEST(table.error().message.args.value(u"format"_s), "format");
    QCOMPARE(openBytes("a,b", {.format = TableFormat::Xlsx}).error().message.id,
             u"table.not_xlsx"_s);
}

void TestTable::fileThatChanges_saysSo() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deals.csv"_s);
    QFile made(path);
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write(QByteArray("a,b\n").repeated(100'000));
    made.close();
    auto file = std::make_unique<QFile>(path);
    QVERIFY(file->open(QIODevice::ReadOnly));
    auto table = openTable(std::move(file), {}, {.sampleBytes = 1000});
    QVERIFY(table.ok());
    TableRow row;
    QVERIFY(*(*table)->next(row));
    QVERIFY(made.open(QIODevice::Append));
    made.write("c,d\n");
    made.close();
    const TableContent content = contentOf(std::move(table));
    QVERIFY(content.failure);
    QCOMPARE(content.failure->message.id, u"table.changed"_s);
}

void TestTable::brokenDevice_saysSo() {
    class Broken final : public QIODevice {
    public:
        Broken() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    protected:
        qint64 readData(char *, qint64) override { return -1; }
        qint64 writeData(const char *, qint64) override { return -1; }
    };
    const auto table = openTable(std::make_unique<Broken>());
    QVERIFY(!table.ok());
    QCOMPARE(table.error().message.id, u"table.read"_s);
    QCOMPARE(table.error().kind, ErrorKind::Io);
}

/// Tables of two columns and more, written in any form, are read back cell by cell without a word
/// about the form.
void TestTable::guess_neverLosesWhatWasWritten() {
    static const QStringList words{u"苏州"_s, u"a,b"_s,   u"c;d"_s,  u"e|f"_s,
                                   u"g\th"_s, u"\"q\""_s, u"it's"_s, u"1.234,5"_s,
                                   u"x\ny"_s, QString(),  u"zoë"_s,  u"42"_s};
    static const QStringList encodings{u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"GB18030"_s};
    static const QString separators = u",;\t|"_s;
    Random random(20261010);
    for (int round = 0; round < 200; ++round) {
        const QChar separator = random.pick(separators);
        const qsizetype columns = random.between(2, 6);
        QStringList rows;
        QByteArray utf8;
        for (qint64 line = 0; line < random.between(5, 30); ++line) {
            QStringList cells;
            for (qsizetype i = 0; i < columns; ++i)
                cells << (line == 0 ? u"列%1"_s.arg(i) : random.pick(words));
            utf8 += csvLine(cells, separator);
            rows << u'[' + cells.join(u"]["_s) + u']';
        }
        const QString encoding = random.pick(encodings);
        const bool mark = encoding != "GB18030"_L1 && random.chance(0.5);
        const QString text = (mark ? u"\uFEFF"_s : QString()) + QString::fromUtf8(utf8);
        const TableContent content = contentOf(encoded(text, encoding));
        QVERIFY2(!content.failure, qPrintable(encoding));
        QStringList read = content.rows;
        for (QString &row : read)
            row = row.sliced(row.indexOf(u'['));
        QCOMPARE(read, rows);
    }
}

} // namespace dw::test

using dw::test::TestTable;
DW_TEST(TestTable)

#include "tst_table.moc"
