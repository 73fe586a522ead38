// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"
#include "tests/core/services/importfixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestImportRejects : public QObject {
    Q_OBJECT

private slots:
    void write_keepsColumnsAndSaysWhy();
    void write_wordsReasonsInTheLanguageAsked();
    void write_takesSeveralFilesTogether();
    void write_whenNothingWasRejected_hasOnlyAHeader();
    void write_whenItCannot_saysSo();
    void mendedRows_comeIn();

private:
    static QList<QStringList> read(const QString &path);
    static RejectedRow row(const QString &file, qint64 line, const QStringList &cells);
    QTemporaryDir m_folder;
};

QList<QStringList> TestImportRejects::read(const QString &path) {
    QList<QStringList> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    CsvReader reader(file);
    for (CsvRow row;;) {
        const auto more = reader.next(row);
        if (!more || !*more)
            return rows;
        rows << row.cells;
    }
}

RejectedRow TestImportRejects::row(const QString &file, qint64 line, const QStringList &cells) {
    return {file, line, cells, {{u"import.needs"_s, {{u"field"_s, u"account.name"_s}}}}};
}

void TestImportRejects::write_keepsColumnsAndSaysWhy() {
    ImportReport report;
    report.headers = {{u"a.csv"_s, {u"name"_s, u"note"_s, u"note"_s}}};
    report.rejects = {row(u"a.csv"_s, 2, {u"x"_s, u"line\nbreak"_s, u"=1+2"_s}),
                      row(u"a.csv"_s, 5, {u"short"_s}),
                      row(u"a.csv"_s, 6, {u"x"_s, u"y"_s, u"z"_s, u"extra"_s})};
    const QString path = m_folder.filePath(u"out.csv"_s);
    QVERIFY(writeRejects(path, report, Language::English, *Catalog::builtin()).ok());
    const QString why = u"Name is missing."_s;
    const QList<QStringList> expected{
        {u"name"_s, u"note"_s, u"note"_s, QString(), u"line"_s, u"reason"_s},
        {u"x"_s, u"line\nbreak"_s, u"=1+2"_s, QString(), u"2"_s, why},
        {u"short"_s, QString(), QString(), QString(), u"5"_s, why},
        {u"x"_s, u"y"_s, u"z"_s, u"extra"_s, u"6"_s, why}};
    QCOMPARE(read(path), expected);
}

void TestImportRejects::write_wordsReasonsInTheLanguageAsked() {
    ImportReport report;
    report.headers = {{u"a.csv"_s, {u"name"_s}}};
    report.rejects = {row(u"a.csv"_s, 2, {QString()})};
    report.rejects[0].reasons.push_back({u"import.doubled"_s, {{u"value"_s, u"A"_s}}});
    const QString path = m_folder.filePath(u"out.csv"_s);
    QVERIFY(writeRejects(path, report, Language::Chinese, *Catalog::builtin()).ok());
    QCOMPARE(read(path).value(1).value(2), u"缺少名称。\n“A”在文件中已出现过。"_s);
}

void TestImportRejects::write_takesSeveralFilesTogether() {
    ImportReport report;
    report.headers = {{u"a.csv"_s, {u"name"_s, u"sector"_s}}, {u"b.csv"_s, {u"city"_s, u"name"_s}}};
    report.rejects = {row(u"a.csv"_s, 2, {u"A"_s, u"retail"_s}),
                      row(u"b.csv"_s, 3, {u"Suzhou"_s, u"B"_s})};
    const QString path = m_folder.filePath(u"out.csv"_s);
    QVERIFY(writeRejects(path, report, Language::English, *Catalog::builtin()).ok());
    const QList<QStringList> rows = read(path);
    QCOMPARE(rows.value(0),
             (QStringList{u"name"_s, u"sector"_s, u"city"_s, u"file"_s, u"line"_s, u"reason"_s}));
    QCOMPARE(rows.value(1).mid(0, 5),
             (QStringList{u"A"_s, u"retail"_s, QString(), u"a.csv"_s, u"2"_s}));
    QCOMPARE(rows.value(2).mid(0, 5),
             (QStringList{u"B"_s, QString(), u"Suzhou"_s, u"b.csv"_s, u"3"_s}));
}

void TestImportRejects::write_whenNothingWasRejected_hasOnlyAHeader() {
    const QString path = m_folder.filePath(u"out.csv"_s);
    QVERIFY(writeRejects(path, {}, Language::English, *Catalog::builtin()).ok());
    QCOMPARE(read(path), QList<QStringList>{(QStringList{u"line"_s, u"reason"_s})});
}

void TestImportRejects::write_whenItCannot_saysSo() {
    const auto written = writeRejects(m_folder.filePath(u"none/out.csv"_s), {}, Language::English,
                                      *Catalog::builtin());
    QVERIFY(!written.ok());
    QCOMPARE(written.error().message.id, u"import.rejects_not_written"_s);
    QCOMPARE(written.error().kind, ErrorKind::Io);
}

/// Import, write the rejects, mend them, import them: nothing is lost on the way.
void TestImportRejects::mendedRows_comeIn() {
    ImportFixture fixture;
    const auto first =
        runImport(fixture.workspace(),
                  {.entity = u"account"_s,
                   .files = {fixture.file(
                       u"in.csv"_s, "name,kind,sector\nA,customer,\nB,freund,\"x,\"\"y\"\"\"\n")},
                   .mapping = {},
                   .source = {}},
                  fixture.actor());
    QVERIFY(first.ok());
    QCOMPARE(first->rejected, 1);
    const QString path = fixture.path(u"rejects.csv"_s);
    QVERIFY(writeRejects(path, *first, Language::English, *fixture.workspace().catalog()).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray mended = file.readAll().replace("freund", "partner");
    const auto second = runImport(fixture.workspace(),
                                  {.entity = u"account"_s,
                                   .files = {fixture.file(u"mended.csv"_s, mended)},
                                   .mapping = {},
                                   .source = {}},
                                  fixture.actor());
    QVERIFY(second.ok());
    QCOMPARE(second->rejected, 0);
    QCOMPARE(second->headerNotUsed, (QStringList{u"line"_s, u"reason"_s}));
    QCOMPARE(fixture.value(u"account"_s, fixture.named(u"account"_s, u"B"_s), u"sector"),
             FieldValue(u"x,\"y\""_s));
}

} // namespace dw::test

using dw::test::TestImportRejects;
DW_TEST(TestImportRejects)

#include "tst_importrejects.moc"
