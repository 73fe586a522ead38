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
    void styles_data();
    void styles();
    void unknownEncoding_fails();
    void disarmed_data();
    void disarmed();
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

void TestCsvWriter::styles_data() {
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("mark");
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << u"UTF-8"_s << false << QChar(u',')
                           << QByteArray("苏,\"a,b\"\r\nc;d\r\n");
    QTest::newRow("mark") << u"UTF-8"_s << true << QChar(u',')
                          << QByteArray("\xEF\xBB\xBF苏,\"a,b\"\r\nc;d\r\n");
    QTest::newRow("semicolon") << u"UTF-8"_s << false << QChar(u';')
                               << QByteArray("苏;a,b\r\n\"c;d\"\r\n");
    QTest::newRow("GB18030") << u"GB18030"_s << false << QChar(u',')
                             << QByteArray("\xCB\xD5,\"a,b\"\r\nc;d\r\n");
}

void TestCsvWriter::styles() {
    QFETCH(QString, encoding);
    QFETCH(bool, mark);
    QFETCH(QChar, separator);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, {encoding, mark, separator});
    QVERIFY(writer.write({u"苏"_s, u"a,b"_s}).ok());
    QVERIFY(writer.write({u"c;d"_s}).ok());
    QTEST(buffer.data(), "bytes");
}

void TestCsvWriter::unknownEncoding_fails() {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = CsvWriter(buffer, {.encoding = u"Klingon"_s}).write({u"a"_s});
    QVERIFY(!written.ok());
    QCOMPARE(written.error().message.id, u"text.encoding"_s);
}

void TestCsvWriter::disarmed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("empty") << QString() << QString();
    for (const QString &text : {u"a"_s, u"1+2"_s, u"'s-Hertogenbosch"_s, u"''"_s, u" =1"_s})
        QTest::newRow(qPrintable(text)) << text << text;
    for (const QString &text : {u"=1+2"_s, u"+86 512"_s, u"-5"_s, u"@SUM(A1)"_s, u"\t=1"_s,
                                u"\r=1"_s, u"'=1"_s, u"''=1"_s})
        QTest::newRow(qPrintable(text)) << text << u"'"_s + text;
}

/// What is put in front is taken off again, and nothing else.
void TestCsvWriter::disarmed() {
    QFETCH(QString, text);
    QTEST(dw::disarmed(text), "shown");
    QCOMPARE(armedAgain(dw::disarmed(text)), text);
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
