// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestCsvWriter : public QObject {
    Q_OBJECT

private slots:
    void line_data();
    void line();
    void write_whenTheDeviceTakesNothing_fails();
    void whatIsWritten_isReadBack();
};

void TestCsvWriter::line_data() {
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QStringList &cells, const QByteArray &bytes) {
        QTest::newRow(name) << cells << bytes;
    };
    row("nothing", {}, "");
    row("plain", {u"a"_s, u"b c"_s}, "a,b c\r\n");
    row("empty alone", {QString()}, "\"\"\r\n");
    row("empty beside", {QString(), QString()}, ",\r\n");
    row("comma", {u"a,b"_s}, "\"a,b\"\r\n");
    row("quote", {u"a\"b"_s}, "\"a\"\"b\"\r\n");
    row("breaks", {u"a\nb"_s, u"a\rb"_s}, "\"a\nb\",\"a\rb\"\r\n");
    row("mark first", {u"\uFEFFa"_s, u"\uFEFFb"_s},
        "\"\xEF\xBB\xBF"
        "a\",\xEF\xBB\xBF"
        "b\r\n");
    row("formula stays as it is", {u"=1+2"_s, u"-5"_s}, "=1+2,-5\r\n");
    row("signature", {u"PK\u0003\u0004"_s}, "\"PK\x03\x04\"\r\n");
    row("Chinese", {u"苏州"_s}, "苏州\r\n");
}

void TestCsvWriter::line() {
    QFETCH(QStringList, cells);
    QTEST(csvLine(cells), "bytes");
}

void TestCsvWriter::write_whenTheDeviceTakesNothing_fails() {
    QBuffer buffer;
    buffer.open(QIODevice::ReadOnly);
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): ReadOnly device");
    const auto written = CsvWriter(buffer).write({u"a"_s});
    QVERIFY(!written.ok());
    QCOMPARE(written.error().message.id, u"csv.write"_s);
    QCOMPARE(written.error().kind, ErrorKind::Io);
}

/// Any rows of any text come back as they were.
void TestCsvWriter::whatIsWritten_isReadBack() {
    static const QStringList pieces{u","_s, u"\""_s,         u"\n"_s,     u"\r"_s, u"\r\n"_s,
                                    u" "_s, u"a"_s,          u"="_s,      u";"_s,  u"苏"_s,
                                    u"é"_s, u"\U0001F6A2"_s, u"\uFEFF"_s, u"x y"_s};
    Random random(20261124);
    for (int round = 0; round < 500; ++round) {
        QList<QStringList> rows;
        QBuffer buffer;
        buffer.open(QIODevice::ReadWrite);
        CsvWriter writer(buffer);
        for (qint64 r = random.between(0, 6); r > 0; --r) {
            QStringList cells;
            for (qint64 c = random.between(1, 5); c > 0; --c) {
                QString cell;
                for (qint64 p = random.between(0, 6); p > 0; --p)
                    cell += random.pick(pieces);
                cells << cell;
            }
            rows << cells;
            QVERIFY(writer.write(cells).ok());
        }
        buffer.seek(0);
        CsvReader reader(buffer);
        CsvRow row;
        for (const QStringList &cells : rows) {
            const auto more = reader.next(row);
            QVERIFY(more.ok() && *more);
            QVERIFY(!row.problem);
            QCOMPARE(row.cells, cells);
        }
        const auto end = reader.next(row);
        QVERIFY(end.ok() && !*end);
    }
}

} // namespace dw::test

using dw::test::TestCsvWriter;
DW_TEST(TestCsvWriter)

#include "tst_csvwriter.moc"
