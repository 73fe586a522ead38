// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importfile.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestImportFile : public QObject {
    Q_OBJECT

private slots:
    void open_readsTheHeader();
    void open_refuses_data();
    void open_refuses();
    void next_passesOverBlankRows();
    void next_namesFileAndLine();
    void rowProblem_data();
    void rowProblem();

private:
    QString file(const QByteArray &content) const;
    QTemporaryDir m_folder;
};

QString TestImportFile::file(const QByteArray &content) const {
    QFile file(m_folder.filePath(u"deals.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

void TestImportFile::open_readsTheHeader() {
    const auto opened = ImportFile::open({.file = file("\n name ,Amount\na,1\n")});
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->name(), u"deals.csv"_s);
    QCOMPARE((*opened)->header(), (QStringList{u"name"_s, u"Amount"_s}));
    QCOMPARE((*opened)->sourceOf(214), u"deals.csv, line 214"_s);
    QCOMPARE((*opened)->size(), 19);
}

void TestImportFile::open_refuses_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray() << u"import.empty_file"_s << QString();
    QTest::newRow("blank lines") << QByteArray("\n , \n\n") << u"import.empty_file"_s << QString();
    QTest::newRow("half a workbook")
        << QByteArray("PK\x03\x04...") << u"import.not_csv"_s << u"zip.truncated"_s;
    QTest::newRow("an old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
                                     << u"import.not_csv"_s << u"table.format"_s;
    QTest::newRow("no encoding") << QByteArray("a,\xFF\xFF\xFF\n") << u"import.encoding"_s
                                 << u"table.encoding_unknown"_s;
    QTest::newRow("broken header")
        << QByteArray("\"name\"x,y\n\"a\",\"b\"\n\"c\",\"d\"\n\"e\",\"f\"\n") << u"import.not_csv"_s
        << u"csv.text_after_quote"_s;
}

void TestImportFile::open_refuses() {
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    const auto opened = ImportFile::open({.file = file(content)});
    QVERIFY(!opened.ok());
    QTEST(opened.error().message.id, "id");
    QCOMPARE(opened.error().message.args.value(u"file"_s), u"deals.csv"_s);
    QCOMPARE(opened.error().reasons.empty() ? QString() : opened.error().reasons.front().id,
             reason);
    const auto none = ImportFile::open({.file = m_folder.filePath(u"none.csv"_s)});
    QVERIFY(!none.ok());
    QCOMPARE(none.error().message.id, u"import.no_file"_s);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
}

void TestImportFile::next_passesOverBlankRows() {
    const auto opened = ImportFile::open({.file = file("a,b\n,\n\nx,\n ,\"\"\n,y")});
    QVERIFY(opened.ok());
    TableRow row;
    QStringList rows;
    while (true) {
        const auto more = (*opened)->next(row);
        QVERIFY(more.ok());
        if (!*more)
            break;
        rows << QString::number(row.line) + u':' + row.cells.join(u'|');
    }
    QCOMPARE(rows, (QStringList{u"4:x|"_s, u"6:|y"_s}));
}

void TestImportFile::next_namesFileAndLine() {
    const auto opened =
        ImportFile::open({.file = file("a,b\n\"x\",\"y\"\n\"x\",\"y\"\n\"open,y\n")});
    QVERIFY(opened.ok());
    TableRow row;
    QVERIFY(*(*opened)->next(row));
    QVERIFY(*(*opened)->next(row));
    const auto failed = (*opened)->next(row);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().message.id, u"import.not_csv"_s);
    QCOMPARE(failed.error().message.args.value(u"line"_s), u"4"_s);
    QCOMPARE(failed.error().reasons.front().id, u"csv.unclosed_quote"_s);
}

void TestImportFile::rowProblem_data() {
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("count");
    QTest::newRow("fewer") << QStringList{u"x"_s} << QString();
    QTest::newRow("as many") << QStringList{u"x"_s, u"y"_s} << QString();
    QTest::newRow("more, blank") << QStringList{u"x"_s, u"y"_s, QString(), u" "_s} << QString();
    QTest::newRow("more") << QStringList{u"x"_s, u"y"_s, QString(), u"z"_s} << u"2"_s;
}

void TestImportFile::rowProblem() {
    QFETCH(QStringList, cells);
    QFETCH(QString, count);
    const auto problem =
        dw::rowProblem({.line = 1, .cells = cells, .kinds = {}, .problem = {}}, {u"a"_s, u"b"_s});
    QCOMPARE(problem.has_value(), !count.isEmpty());
    if (problem)
        QCOMPARE(*problem, (Message{u"import.extra_cells"_s, {{u"count"_s, count}}}));
    const Message broken{u"csv.nul"_s, {}};
    QCOMPARE(dw::rowProblem({.line = 1, .cells = cells, .kinds = {}, .problem = broken},
                            {u"a"_s, u"b"_s}),
             broken);
}

} // namespace dw::test

using dw::test::TestImportFile;
DW_TEST(TestImportFile)

#include "tst_importfile.moc"
