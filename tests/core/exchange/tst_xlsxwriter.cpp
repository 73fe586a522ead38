// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablewriter.h"
#include "core/exchange/ziparchive.h"
#include "tests/core/exchange/xlsxfixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <clocale>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What a workbook of ours holds, read back by our own reader and looked at part by part.
class TestXlsxWriter : public QObject {
    Q_OBJECT

private slots:
    void types_comeBack();
    void anyText_comesBack_data();
    void anyText_comesBack();
    void whatANumberCannotHold_becomesText();
    void sheet_hasFrozenHeaderFilterAndWidths();
    void sheetName_isMadeToFit_data();
    void sheetName_isMadeToFit();
    void longText_fails_data();
    void longText_fails();
    void tooManyColumns_fail();
    void unwritablePlace_fails();
    void fullDisk_saysSo();
    void unfinished_canBeDropped();
    void decimalComma_ofTheDesktop_changesNothing();

private:
    QString path() const { return m_folder.filePath(u"list.xlsx"_s); }
    /// Reads what was finished.
    TableContent content() const;
    /// A part of the file.
    QByteArray part(const QString &name) const;
    Result<void> write(const std::vector<XlsxColumn> &columns,
                       const std::vector<std::vector<FieldValue>> &rows,
                       const QString &sheet = u"Deals"_s) const;

    QTemporaryDir m_folder;
};

TableContent TestXlsxWriter::content() const {
    auto file = std::make_unique<QFile>(path());
    file->open(QIODevice::ReadOnly);
    return contentOf(openTable(std::move(file)));
}

QByteArray TestXlsxWriter::part(const QString &name) const {
    auto file = std::make_unique<QFile>(path());
    file->open(QIODevice::ReadOnly);
    auto zip = ZipReader::open(std::move(file));
    return zip.ok() ? *(*zip)->bytes((*zip)->find(name), 1 << 24) : QByteArray();
}

Result<void> TestXlsxWriter::write(const std::vector<XlsxColumn> &columns,
                                   const std::vector<std::vector<FieldValue>> &rows,
                                   const QString &sheet) const {
    auto writer = XlsxTableWriter::create(path(), sheet, columns, QTimeZone("Asia/Shanghai"));
    if (!writer)
        return writer.error();
    for (const auto &row : rows) {
        if (auto written = (*writer)->write(row); !written)
            return written;
    }
    return (*writer)->finish();
}

void TestXlsxWriter::types_comeBack() {
    const Money yuan = *Money::fromText(u"CNY 500000.50"_s);
    const Money yen = *Money::fromText(u"JPY -1200"_s);
    const Money dinar = *Money::fromText(u"KWD 1.234"_s);
    const Instant at = *Instant::fromIso(u"2026-03-05T01:30:15Z"_s);
    const RecordId id = RecordId::fromText(u"0189f7ea-ae2c-7000-8000-000000000001"_s);
    const std::vector<XlsxColumn> columns{{u"名称"_s}, {u"Amount"_s}, {u"Day"_s},  {u"At"_s},
                                          {u"Yes"_s},  {u"Number"_s}, {u"Tags"_s}, {u"Id"_s}};
    QVERIFY(write(columns, {{u"苏州"_s, yuan, QDate(2026, 3, 5), at, true, 1234.5,
                             QStringList{u"a"_s, u"b"_s}, id},
                            {{}, yen, QDate(1900, 3, 1), {}, false, qint64(-7), {}, {}},
                            {{}, dinar, QDate(9999, 12, 31), {}, {}, 0.1, {}, {}},
                            {u"last"_s}})
                .ok());
    const TableContent read = content();
    QVERIFY(!read.failure);
    QCOMPARE(read.form.sheet, u"Deals"_s);
    QCOMPARE(read.rows,
             (QStringList{u"1: [名称][Amount][Day][At][Yes][Number][Tags][Id]"_s,
                          u"2: [苏州][m:CNY 500000.5][d:2026-03-05][i:2026-03-05T09:30:15][b:TRUE]"
                          u"[n:1234.5][a, b][0189f7ea-ae2c-7000-8000-000000000001]"_s,
                          u"3: [][m:JPY -1200][d:1900-03-01][][b:FALSE][n:-7]"_s,
                          u"4: [][m:KWD 1.234][d:9999-12-31][][][n:0.1]"_s, u"5: [last]"_s}));
}

void TestXlsxWriter::anyText_comesBack_data() {
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"=1+2"_s,
                                u"+86"_s,
                                u"-5"_s,
                                u"@x"_s,
                                u"http://example.com"_s,
                                u"mailto:a@b.c"_s,
                                u"a<b>&\"c'"_s,
                                u" blanks around "_s,
                                u"two\nlines"_s,
                                u"two\r\nlines"_s,
                                u"tab\tbed"_s,
                                u"_x0041_"_s,
                                u"_x005F_x0041_"_s,
                                u"a_x"_s,
                                u"\U0001F6A2 مرحبا"_s,
                                u"007"_s,
                                u"1e5"_s,
                                u"TRUE"_s,
                                u"#N/A"_s,
                                QString(QChar(1)) + u"\v\f"_s,
                                QString(QChar(0xD83D)),
                                QString(QChar(0xFFFF)),
                                QString(QChar(0)) + u"z"_s})
        QTest::newRow(qPrintable(u"\"%1\""_s.arg(text))) << text;
}

/// Text is text, whatever a spreadsheet might make of it.
void TestXlsxWriter::anyText_comesBack() {
    QFETCH(QString, text);
    QVERIFY(write({{u"a"_s}}, {{text}}).ok());
    const TableContent read = content();
    QVERIFY(!read.failure);
    QCOMPARE(read.rows, (QStringList{u"1: [a]"_s, u"2: ["_s + text + u']'}));
    const QByteArray sheet = part(u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(!sheet.contains("<f>") && !sheet.contains("<hyperlink"));
}

void TestXlsxWriter::whatANumberCannotHold_becomesText() {
    const Currency yuan = *Currency::fromCode(u"CNY"_s);
    QVERIFY(write({{u"a"_s}}, {{Money(999'999'999'999'999, yuan)},
                               {Money(1'000'000'000'000'000, yuan)},
                               {qint64(999'999'999'999'999)},
                               {qint64(1'000'000'000'000'000)},
                               {std::numeric_limits<qint64>::min()},
                               {QDate(1900, 2, 28)},
                               {Money(std::numeric_limits<qint64>::min(), yuan)}})
                .ok());
    QCOMPARE(content().rows,
             (QStringList{u"1: [a]"_s, u"2: [m:CNY 9999999999999.99]"_s,
                          u"3: [CNY 10000000000000.00]"_s, u"4: [n:999999999999999]"_s,
                          u"5: [1000000000000000]"_s, u"6: [-9223372036854775808]"_s,
                          u"7: [1900-02-28]"_s, u"8: [CNY -92233720368547758.08]"_s}));
}

void TestXlsxWriter::sheet_hasFrozenHeaderFilterAndWidths() {
    QVERIFY(write({{u"Name"_s, 33}, {u"Amount"_s}}, {{u"a"_s, 1.0}, {u"b"_s, 2.0}}).ok());
    const QByteArray sheet = part(u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""));
    QVERIFY(sheet.contains("state=\"frozen\""));
    QVERIFY(sheet.contains("<autoFilter ref=\"A1:B3\"/>"));
    QVERIFY(sheet.contains("<col min=\"1\" max=\"1\" width=\"33."));
    QVERIFY(part(u"xl/styles.xml"_s).contains("<b/>"));
}

void TestXlsxWriter::sheetName_isMadeToFit_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("made");
    QTest::newRow("fits") << u"商机"_s << u"商机"_s;
    QTest::newRow("signs") << u"a/b:c[d]*?\\e"_s << u"a_b_c_d____e"_s;
    QTest::newRow("empty") << QString() << u"Sheet1"_s;
    QTest::newRow("long") << QString(40, u'x') << QString(31, u'x');
    QTest::newRow("apostrophes") << u"'a'"_s << u"_a_"_s;
    QTest::newRow("cut within a pair") << QString(30, u'x') + u"\U0001F6A2"_s << QString(30, u'x');
}

void TestXlsxWriter::sheetName_isMadeToFit() {
    QFETCH(QString, name);
    QVERIFY(write({{u"a"_s}}, {}, name).ok());
    QTEST(content().form.sheet, "made");
}

void TestXlsxWriter::longText_fails_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("at") << QString(32'767, u'州') << true;
    QTest::newRow("above") << QString(32'768, u'州') << false;
    QTest::newRow("pairs at") << u"\U0001F6A2"_s.repeated(16'383) << true;
}

void TestXlsxWriter::longText_fails() {
    QFETCH(QString, text);
    const auto written = write({{u"Text"_s}}, {{text}});
    QTEST(written.ok(), "fits");
    if (!written.ok()) {
        QCOMPARE(written.error().message.id, u"xlsx.text_too_long"_s);
        QCOMPARE(written.error().message.args.value(u"column"_s), u"Text"_s);
    } else {
        QCOMPARE(content().rows.last(), u"2: ["_s + text + u']');
    }
}

void TestXlsxWriter::tooManyColumns_fail() {
    QVERIFY(write(std::vector<XlsxColumn>(16'384, {u"a"_s}), {}).ok());
    const auto written = write(std::vector<XlsxColumn>(16'385, {u"a"_s}), {});
    QVERIFY(!written.ok());
    QCOMPARE(written.error().message.id, u"xlsx.too_many_columns"_s);
}

void TestXlsxWriter::unwritablePlace_fails() {
    auto writer = XlsxTableWriter::create(m_folder.filePath(u"none/list.xlsx"_s), u"a"_s,
                                          {{u"a"_s}}, QTimeZone::utc());
    const auto finished = writer.ok() ? (*writer)->finish() : Result<void>(writer.error());
    QVERIFY(!finished.ok());
    QCOMPARE(finished.error().message.id, u"xlsx.write"_s);
}

/// A device that takes nothing; the scratch file beside it has room.
void TestXlsxWriter::fullDisk_saysSo() {
    const QString full = m_folder.filePath(u"full.xlsx"_s);
    if (!QFile::exists(u"/dev/full"_s) || !QFile::link(u"/dev/full"_s, full))
        QSKIP("no device here that is always full");
    auto writer = XlsxTableWriter::create(full, u"a"_s, {{u"a"_s}}, QTimeZone::utc());
    QVERIFY(writer.ok());
    QVERIFY((*writer)->write({u"x"_s}).ok());
    const auto finished = (*writer)->finish();
    QVERIFY(!finished.ok());
    QCOMPARE(finished.error().message.id, u"xlsx.write"_s);
    QCOMPARE(finished.error().kind, ErrorKind::Full);
}

void TestXlsxWriter::unfinished_canBeDropped() {
    const QTemporaryDir folder;
    {
        auto writer = XlsxTableWriter::create(folder.filePath(u"a.xlsx"_s), u"a"_s, {{u"a"_s}},
                                              QTimeZone::utc());
        QVERIFY(writer.ok());
        QVERIFY((*writer)->write({u"x"_s}).ok());
    }
    QVERIFY(!QFile::exists(folder.filePath(u"a.xlsx"_s)));
}

/// The library writes numbers as the C library does, which follows the desktop.
void TestXlsxWriter::decimalComma_ofTheDesktop_changesNothing() {
    const QByteArray before = std::setlocale(LC_ALL, nullptr);
    const bool comma =
        std::setlocale(LC_ALL, "de_DE.UTF-8") || std::setlocale(LC_ALL, "fr_FR.UTF-8");
    const auto written = write({{u"a"_s, 20.5}}, {{1.5}});
    std::setlocale(LC_ALL, before.constData());
    QVERIFY(written.ok());
    QCOMPARE(content().rows.last(), u"2: [n:1.5]"_s);
    if (!comma)
        QSKIP("no language with a decimal comma is installed");
}

} // namespace dw::test

using dw::test::TestXlsxWriter;
DW_TEST(TestXlsxWriter)

#include "tst_xlsxwriter.moc"
