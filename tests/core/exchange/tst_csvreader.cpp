// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// A row in one text: "line: [cell][cell] problem".
QString shown(const CsvRow &row) {
    QString text = QString::number(row.line) + u": "_s;
    for (const QString &cell : row.cells)
        text += u'[' + cell + u']';
    if (row.problem)
        text += u' ' + row.problem->id;
    return text;
}

struct ReadAll {
    QStringList rows;
    std::optional<Error> failure;
};

ReadAll readAll(QIODevice &device, CsvLimits limits = {}, CsvForm form = {}) {
    ReadAll all;
    CsvReader reader(device, limits, form);
    CsvRow row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more) {
            all.failure = more.error();
            return all;
        }
        if (!*more)
            return all;
        all.rows << shown(row);
    }
}

ReadAll readAll(const QByteArray &bytes, CsvLimits limits = {}, CsvForm form = {}) {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readAll(buffer, limits, form);
}

/// Gives one byte at a time.
class Drip final : public QIODevice {
public:
    explicit Drip(QByteArray bytes) : m_bytes(std::move(bytes)) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64) override {
        if (m_at == m_bytes.size())
            return 0;
        *data = m_bytes.at(m_at++);
        return 1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

/// A start, and then as many equal bytes as are wanted out of nothing.
class EndlessLine final : public QIODevice {
public:
    EndlessLine(QByteArray start, qint64 size) : m_start(std::move(start)), m_left(size) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 most) override {
        const qint64 head = qMin(most, m_start.size());
        std::copy_n(m_start.constData(), head, data);
        m_start.remove(0, head);
        const qint64 count = qMin(most - head, m_left);
        std::fill_n(data + head, count, 'x');
        m_left -= count;
        return head + count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_start;
    qint64 m_left;
};

/// Fails in the middle of a file.
class BrokenDevice final : public QIODevice {
protected:
    qint64 readData(char *data, qint64 max) override {
        if (m_given)
            return -1;
        m_given = true;
        // A whole block, so that the failure meets the reader between two of them.
        std::fill_n(data, max, 'x');
        return max;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool m_given = false;
};

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void otherForms_data();
    void otherForms();
    void hugeLine_takesLittleMemory_data();
    void hugeLine_takesLittleMemory();
    void longCellsAndManyColumns_areRead();
    void rowProblems_data();
    void rowProblems();
    void limits_data();
    void limits();
    void failures_data();
    void failures();
    void failure_isGivenAgain();
    void brokenDevice_saysSo();
    void position_reachesTheEnd();
    void rowAcrossBlocks_isWhole();
};

void TestCsvReader::rows_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &rows) {
        QTest::newRow(name) << bytes << rows;
    };
    row("nothing", "", {});
    row("mark alone", "\xEF\xBB\xBF", {});
    row("one cell", "a", {u"1: [a]"_s});
    row("mark",
        "\xEF\xBB\xBF"
        "a,b\n",
        {u"1: [a][b]"_s});
    row("mark before a quote", "\xEF\xBB\xBF\"a\",b\n", {u"1: [a][b]"_s});
    row("mark later is content",
        "a\n\xEF\xBB\xBF"
        "b",
        {u"1: [a]"_s, u"2: [\uFEFFb]"_s});
    row("line feeds", "a,b\nc,d\n", {u"1: [a][b]"_s, u"2: [c][d]"_s});
    row("both", "a,b\r\nc,d\r\n", {u"1: [a][b]"_s, u"2: [c][d]"_s});
    row("carriage returns", "a,b\rc,d\r", {u"1: [a][b]"_s, u"2: [c][d]"_s});
    row("mixed ends", "a\rb\r\nc\nd", {u"1: [a]"_s, u"2: [b]"_s, u"3: [c]"_s, u"4: [d]"_s});
    row("line feed, then return", "a\n\rb", {u"1: [a]"_s, u"3: [b]"_s});
    row("no end", "a,b\nc,d", {u"1: [a][b]"_s, u"2: [c][d]"_s});
    row("empty lines", "\n\na\r\n\r\nb\n\n", {u"3: [a]"_s, u"5: [b]"_s});
    row("empty cells", ",\na,,\n", {u"1: [][]"_s, u"2: [a][][]"_s});
    row("ends in a comma", "a,", {u"1: [a][]"_s});
    row("quoted nothing is a row", "\"\"\n", {u"1: []"_s});
    row("quoted nothing at the end", "a\n\"\"", {u"1: [a]"_s, u"2: []"_s});
    row("quotes", "\"a\",\"b\"\n", {u"1: [a][b]"_s});
    row("comma inside", "\"a,b\",c\n", {u"1: [a,b][c]"_s});
    row("doubled", "\"a\"\"b\",\"\"\"\",\"\"\"\"\"\"\n", {u"1: [a\"b][\"][\"\"]"_s});
    row("break inside", "\"a\nb\",c\nd\n", {u"1: [a\nb][c]"_s, u"3: [d]"_s});
    row("return and feed inside", "\"a\r\nb\"\r\nc\r\n", {u"1: [a\r\nb]"_s, u"3: [c]"_s});
    row("return inside", "\"a\rb\"\nc\n", {u"1: [a\rb]"_s, u"3: [c]"_s});
    row("breaks alone inside", "\"\r\n\r\n\",x\ny", {u"1: [\r\n\r\n][x]"_s, u"4: [y]"_s});
    row("quote in a plain cell", "5\" disk,it\"s\n", {u"1: [5\" disk][it\"s]"_s});
    row("blank before a quote", "a, \"b\"\n", {u"1: [a][ \"b\"]"_s});
    row("blank behind a quote", "\"a\" ,b\n", {u"1: [a ][b]"_s});
    row("blanks are content", " a , b \n", {u"1: [ a ][ b ]"_s});
    row("ragged", "a,b,c\nd\ne,f\n", {u"1: [a][b][c]"_s, u"2: [d]"_s, u"3: [e][f]"_s});
    row("Chinese", "名称,金额\n苏州,1\n", {u"1: [名称][金额]"_s, u"2: [苏州][1]"_s});
    row("four bytes", "\xF0\x9F\x9A\xA2,\xF0\xA0\xAE\xB7\n", {u"1: [\U0001F6A2][\U00020BB7]"_s});
}

void TestCsvReader::rows() {
    QFETCH(QByteArray, bytes);
    const ReadAll all = readAll(bytes);
    QVERIFY(!all.failure);
    QTEST(all.rows, "rows");
}

void TestCsvReader::otherForms_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("marks"); // separator, and quote if there is one
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &marks,
                        const QStringList &rows) { QTest::newRow(name) << bytes << marks << rows; };
    row("semicolon", "a;b,c\n\"d;e\";f", u";\""_s, {u"1: [a][b,c]"_s, u"2: [d;e][f]"_s});
    row("tab", "a\tb\n\"c\td\"\te", u"\t\""_s, {u"1: [a][b]"_s, u"2: [c\td][e]"_s});
    row("blank", "a b\n\"c d\" e", u" \""_s, {u"1: [a][b]"_s, u"2: [c d][e]"_s});
    row("single quotes", "'a,b',\"c\"\n'it''s'", u",'"_s, {u"1: [a,b][\"c\"]"_s, u"2: [it's]"_s});
    row("no quotes", "\"a,b\"\n'c", u","_s, {u"1: [\"a][b\"]"_s, u"2: ['c]"_s});
    row("wide separator", "a，b,c\n\"d，e\"，f", u"，\""_s, {u"1: [a][b,c]"_s, u"2: [d，e][f]"_s});
    row("wide quotes", "“a,b“,c\n“d““e“", u",“"_s, {u"1: [a,b][c]"_s, u"2: [d“e]"_s});
    // These begin with the same bytes as the marks.
    row("nearly the wide marks", "a：b，c\n“d”“，e", u"，“"_s,
        {u"1: [a：b][c]"_s, u"2: [d”][e]"_s});
    row("wide mark cut off", "a\xEF\xBC", u"，\""_s, {});
    row("wide mark at the end", "a，", u"，\""_s, {u"1: [a][]"_s});
}

void TestCsvReader::otherForms() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, marks);
    const CsvForm form{marks.at(0), marks.size() > 1 ? marks.at(1) : QChar()};
    const ReadAll whole = readAll(bytes, {}, form);
    QTEST(whole.rows, "rows");
    Drip drip(bytes);
    const ReadAll slow = readAll(drip, {}, form);
    QCOMPARE(slow.rows, whole.rows);
    QCOMPARE(slow.failure.has_value(), whole.failure.has_value());
}

void TestCsvReader::hugeLine_takesLittleMemory_data() {
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("plain") << QByteArray("a,") << u"csv.cell_too_long"_s;
    QTest::newRow("quoted and never closed") << QByteArray("a,\"") << u"csv.unclosed_quote"_s;
}

/// A quarter of a gigabyte without a line end; the reader holds a cell of one mebibyte at most.
void TestCsvReader::hugeLine_takesLittleMemory() {
    QFETCH(QByteArray, start);
    QFETCH(QString, outcome);
    EndlessLine device(start, 256 << 20);
    CsvReader reader(device);
    CsvRow row;
    const auto more = reader.next(row);
    QCOMPARE(more.ok() ? row.problem->id : more.error().message.id, outcome);
    if (more.ok()) {
        QCOMPARE(row.cells.size(), 2);
        QCOMPARE(row.cells.at(1).size(), CsvLimits().cellBytes);
    }
}

void TestCsvReader::longCellsAndManyColumns_areRead() {
    const QString cell(100'000, u'州');
    const ReadAll two = readAll(csvLine({cell, u"b"_s}));
    QCOMPARE(two.rows, QStringList{u"1: ["_s + cell + u"][b]"_s});
    QStringList cells;
    for (int i = 0; i < 20'000; ++i)
        cells << QString::number(i);
    QBuffer buffer;
    buffer.setData(csvLine(cells));
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    CsvRow row;
    QVERIFY(*reader.next(row));
    QVERIFY(!row.problem);
    QCOMPARE(row.cells, cells);
}

void TestCsvReader::rowProblems_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("text behind a quote")
        << QByteArray("a,\"b\"c,d\ne,f\n")
        << QStringList{u"1: [a][bc][d] csv.text_after_quote"_s, u"2: [e][f]"_s};
    QTest::newRow("quote behind a quoted text")
        << QByteArray("\"a\" \"b\"\nc")
        << QStringList{u"1: [a \"b\"] csv.text_after_quote"_s, u"2: [c]"_s};
    QTest::newRow("zero") << QByteArray("plain,row\nwith a z\0ero,b\nc\n", 27)
                          << QStringList{u"1: [plain][row]"_s,
                                         u"2: [with a z"_s + QChar(0) + u"ero][b] csv.nul"_s,
                                         u"3: [c]"_s};
    QTest::newRow("zero inside quotes")
        << QByteArray("plain,row\n\"with a z\0ero\",b\nc\n", 29)
        << QStringList{u"1: [plain][row]"_s, u"2: [with a z"_s + QChar(0) + u"ero][b] csv.nul"_s,
                       u"3: [c]"_s};
}

void TestCsvReader::rowProblems() {
    QFETCH(QByteArray, bytes);
    const ReadAll all = readAll(bytes);
    QVERIFY(!all.failure);
    QTEST(all.rows, "rows");
}

void TestCsvReader::limits_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("first");
    // Limits of the test: 8 bytes a cell, 12 a row, 4 cells.
    QTest::newRow("cell below") << QByteArray("1234567\nx") << u"1: [1234567]"_s;
    QTest::newRow("cell at") << QByteArray("12345678\nx") << u"1: [12345678]"_s;
    QTest::newRow("cell above") << QByteArray("123456789\nx")
                                << u"1: [12345678] csv.cell_too_long"_s;
    QTest::newRow("quoted cell above")
        << QByteArray("\"1234567\n9\",a\nx") << u"1: [1234567\n][a] csv.cell_too_long"_s;
    QTest::newRow("cut within a character")
        << QByteArray("1234567é\nx") << u"1: [1234567] csv.cell_too_long"_s;
    QTest::newRow("cut within four bytes")
        << QByteArray("12345\xF0\x9F\x9A\xA2\nx") << u"1: [12345] csv.cell_too_long"_s;
    QTest::newRow("row at") << QByteArray("123456,123456\nx") << u"1: [123456][123456]"_s;
    QTest::newRow("row above") << QByteArray("123456,1234567,8\nx")
                               << u"1: [123456][123456][] csv.row_too_long"_s;
    QTest::newRow("cells at") << QByteArray("1,2,3,4\nx") << u"1: [1][2][3][4]"_s;
    QTest::newRow("cells above") << QByteArray("1,2,3,4,5,6\nx")
                                 << u"1: [1][2][3][4] csv.too_many_cells"_s;
}

void TestCsvReader::limits() {
    QFETCH(QByteArray, bytes);
    const ReadAll all = readAll(bytes, {.cellBytes = 8, .rowBytes = 12, .cells = 4});
    QVERIFY(!all.failure);
    QCOMPARE(all.rows.size(), 2);
    QTEST(all.rows.first(), "first");
    // Whatever the first row held, the second is read as if nothing had been.
    QVERIFY(all.rows.last().endsWith(u": [x]"_s));
}

void TestCsvReader::failures_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qsizetype>("rowsBefore");
    const auto row = [](const char *name, const QByteArray &bytes, const char *id, int line,
                        const QString &what = {}, qsizetype before = 0) {
        QTest::newRow(name) << bytes << QString::fromLatin1(id) << QString::number(line) << what
                            << before;
    };
    row("open quote", "a,b\n\"c,d\ne\n", "csv.unclosed_quote", 2, {}, 1);
    row("open quote after lines", "\"a\nb\",\"c\n\n", "csv.unclosed_quote", 2);
    row("open quote at the end", "a\n\"", "csv.unclosed_quote", 2, {}, 1);
    row("Latin 1", "name\ncaf\xE9,1\n", "csv.encoding", 2, {}, 1);
    row("GBK", "\xC3\xFB\xB3\xC6,\xBD\xF0\xB6\xEE\n", "csv.encoding_is", 1, u"GB18030"_s);
    row("GBK below a plain header", "name\n\xCB\xD5\xD6\xDD\n", "csv.encoding_is", 2, u"GB18030"_s,
        1);
    row("cut character", "a\n\xE8\x8B", "csv.encoding", 2, {}, 1);
    row("cut by a comma", "\xE8\x8B,a\n", "csv.encoding", 1);
    row("overlong", "a\xE0\x80\xAF\n", "csv.encoding", 1);
    row("surrogate", "a\xED\xA0\x80\n", "csv.encoding", 1);
    row("beyond Unicode", "a\xF4\x90\x80\x80\n", "csv.encoding", 1);
}

void TestCsvReader::failures() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(qsizetype, rowsBefore);
    const ReadAll all = readAll(bytes);
    QVERIFY(all.failure);
    QTEST(all.failure->message.id, "id");
    QTEST(all.failure->message.args.value(u"line"_s), "line");
    const QMap<QString, QString> args = all.failure->message.args;
    QCOMPARE(args.value(u"encoding"_s) + args.value(u"format"_s), name);
    QCOMPARE(all.rows.size(), rowsBefore);
}

void TestCsvReader::failure_isGivenAgain() {
    QBuffer buffer;
    buffer.setData("a\n\"b");
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    CsvRow row;
    QVERIFY(reader.next(row).ok());
    const auto failed = reader.next(row);
    QVERIFY(!failed.ok());
    const auto again = reader.next(row);
    QVERIFY(!again.ok());
    QCOMPARE(again.error(), failed.error());
}

void TestCsvReader::brokenDevice_saysSo() {
    BrokenDevice device;
    device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    const ReadAll all = readAll(device);
    QVERIFY(all.failure);
    QCOMPARE(all.failure->message.id, u"csv.read"_s);
    QCOMPARE(all.failure->kind, ErrorKind::Io);
}

void TestCsvReader::position_reachesTheEnd() {
    const QByteArray bytes = QByteArray("abc,def\n").repeated(20'000);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    CsvRow row;
    qint64 rows = 0;
    qint64 before = 0;
    for (;;) {
        const auto more = reader.next(row);
        QVERIFY(more.ok());
        if (!*more)
            break;
        ++rows;
        QVERIFY(reader.position() >= before);
        before = reader.position();
    }
    QCOMPARE(rows, 20'000);
    QCOMPARE(reader.position(), bytes.size());
}

/// Blocks have 64 KiB; a row of three of them is cut at every sort of place.
void TestCsvReader::rowAcrossBlocks_isWhole() {
    const QString cell = u"苏州\"a\",\r\nb"_s.repeated(10'000);
    const QByteArray line = csvLine({cell, u"x"_s});
    for (int shift = 0; shift < 16; ++shift) {
        QBuffer buffer;
        buffer.setData(QByteArray(shift, 'p') + ",q\n" + line);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer);
        CsvRow row;
        QVERIFY(*reader.next(row));
        QVERIFY(*reader.next(row));
        QCOMPARE(row.cells, (QStringList{cell, u"x"_s}));
        QCOMPARE(row.line, 2);
        QVERIFY(!*reader.next(row));
    }
}

} // namespace dw::test

using dw::test::TestCsvReader;
DW_TEST(TestCsvReader)

#include "tst_csvreader.moc"
