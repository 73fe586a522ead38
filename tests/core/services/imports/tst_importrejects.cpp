// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"
#include "core/services/imports/rejectsfile.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <csignal>
#    include <sys/resource.h>
#    include <sys/stat.h>
#endif

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
    void write_whenTheDiskIsFull_saysSoAndKeepsTheOlderFile();
    void target_isChecked_data();
    void target_isChecked();
    void target_isLeftAsItIs();
    void mendedRows_comeIn();
    void addedColumns_areNoFields();
    void rejectsOfRejects_haveTheColumnsOnce();

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
        {u"name"_s, u"note"_s, u"note"_s, QString(), u"rejected: line"_s, u"rejected: reason"_s},
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
    QCOMPARE(rows.value(0), (QStringList{u"name"_s, u"sector"_s, u"city"_s, u"rejected: file"_s,
                                         u"rejected: line"_s, u"rejected: reason"_s}));
    QCOMPARE(rows.value(1).mid(0, 5),
             (QStringList{u"A"_s, u"retail"_s, QString(), u"a.csv"_s, u"2"_s}));
    QCOMPARE(rows.value(2).mid(0, 5),
             (QStringList{u"B"_s, QString(), u"Suzhou"_s, u"b.csv"_s, u"3"_s}));
}

void TestImportRejects::write_whenNothingWasRejected_hasOnlyAHeader() {
    const QString path = m_folder.filePath(u"out.csv"_s);
    QVERIFY(writeRejects(path, {}, Language::English, *Catalog::builtin()).ok());
    QCOMPARE(read(path),
             QList<QStringList>{(QStringList{u"rejected: line"_s, u"rejected: reason"_s})});
}

void TestImportRejects::write_whenItCannot_saysSo() {
    const auto written = writeRejects(m_folder.filePath(u"none/out.csv"_s), {}, Language::English,
                                      *Catalog::builtin());
    QVERIFY(!written.ok());
    QCOMPARE(written.error().message.id, u"import.rejects_not_written"_s);
    QCOMPARE(written.error().kind, ErrorKind::Io);
}

void TestImportRejects::write_whenTheDiskIsFull_saysSoAndKeepsTheOlderFile() {
#ifdef Q_OS_UNIX
    const QString path = m_folder.filePath(u"full.csv"_s);
    QFile older(path);
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
    older.close();
    ImportReport report;
    report.headers = {{u"a.csv"_s, {u"name"_s}}};
    // Less than a buffer holds, so that only the flush at the end fails; then more.
    for (const int length : {6'000, 100'000}) {
        report.rejects = {row(u"a.csv"_s, 2, {QString(length, u'x')})};
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{4096, before.rlim_max};
        const auto handler = signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto written = writeRejects(path, report, Language::English, *Catalog::builtin());
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        signal(SIGXFSZ, handler);
        QVERIFY(!written.ok());
        QCOMPARE(written.error().message.id, u"import.rejects_not_written"_s);
        QVERIFY(older.open(QIODevice::ReadOnly));
        QCOMPARE(older.readAll(), QByteArray("older"));
        older.close();
    }
#else
    QSKIP("there is no limit of file sizes to set here");
#endif
}

void TestImportRejects::target_isChecked_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("id");
    QTest::newRow("a new file") << u"new.csv"_s << QString();
    QTest::newRow("an older file") << u"other.csv"_s << QString();
    QTest::newRow("the input") << u"in.csv"_s << u"import.rejects_is_input"_s;
    QTest::newRow("the input by another way") << u"sub/../in.csv"_s << u"import.rejects_is_input"_s;
    QTest::newRow("the input by a link") << u"link.csv"_s << u"import.rejects_is_input"_s;
    QTest::newRow("an input that is not there yet")
        << u"sub/../later.dealwright"_s << u"import.rejects_is_input"_s;
    QTest::newRow("a folder") << u"sub"_s << u"import.rejects_not_a_file"_s;
    QTest::newRow("no folder") << u"none/out.csv"_s << u"import.rejects_unwritable"_s;
#ifdef Q_OS_LINUX
    QTest::newRow("a pipe") << u"fifo"_s << u"import.rejects_not_a_file"_s;
    QTest::newRow("a device by a link") << u"device"_s << u"import.rejects_not_a_file"_s;
    QTest::newRow("a stream of the program") << u"stream"_s << u"import.rejects_not_a_file"_s;
#endif
}

void TestImportRejects::target_isChecked() {
    QFETCH(QString, target);
    const QTemporaryDir folder;
    const auto path = [&](const QString &name) { return folder.filePath(name); };
    for (const QString &name : {u"in.csv"_s, u"other.csv"_s}) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(QDir(folder.path()).mkdir(u"sub"_s));
    QVERIFY(QFile::link(path(u"in.csv"_s), path(u"link.csv"_s)));
#ifdef Q_OS_LINUX
    QCOMPARE(mkfifo(qPrintable(path(u"fifo"_s)), 0600), 0);
    QVERIFY(QFile::link(u"/dev/null"_s, path(u"device"_s)));
    QVERIFY(QFile::link(u"/proc/self/fd/0"_s, path(u"stream"_s)));
#endif
    const QStringList before =
        QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    const auto checked =
        checkRejectsTarget(path(target), {path(u"in.csv"_s), path(u"later.dealwright"_s)});
    QTEST(checked ? QString() : checked.error().message.id, "id");
    // A look leaves nothing behind, neither where it is refused nor where it is not.
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System),
             before);
}

void TestImportRejects::target_isLeftAsItIs() {
    const QString path = m_folder.filePath(u"older.csv"_s);
    QFile older(path);
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
    older.close();
    QVERIFY(checkRejectsTarget(path, {}).ok());
    QVERIFY(older.open(QIODevice::ReadOnly));
    QCOMPARE(older.readAll(), QByteArray("older"));
}

/// Import, write the rejects, mend them, import them: nothing is lost on the way.
void TestImportRejects::mendedRows_comeIn() {
    ImportFixture fixture;
    const auto first = runImport(
        fixture.workspace(),
        importOf(
            u"account"_s,
            fixture.file(u"in.csv"_s, "name,kind,sector\nA,customer,\nB,freund,\"x,\"\"y\"\"\"\n")),
        fixture.actor());
    QVERIFY(first.ok());
    QCOMPARE(first->rejected, 1);
    const QString path = fixture.path(u"rejects.csv"_s);
    QVERIFY(writeRejects(path, *first, Language::English, *fixture.workspace().catalog()).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray mended = file.readAll().replace("freund", "partner");
    const auto second =
        runImport(fixture.workspace(),
                  importOf(u"account"_s, fixture.file(u"mended.csv"_s, mended)), fixture.actor());
    QVERIFY(second.ok());
    QCOMPARE(second->rejected, 0);
    QCOMPARE(second->headerNotUsed, QStringList());
    QCOMPARE(fixture.value(u"account"_s, fixture.named(u"account"_s, u"B"_s), u"sector"),
             FieldValue(u"x,\"y\""_s));
}

/// `reason` is a field of deals: the user's own column goes there, the added one nowhere.
void TestImportRejects::addedColumns_areNoFields() {
    ImportFixture fixture;
    const auto first = fixture.importStrictly(u"deal"_s, "name,reason,forecast_call,owner\n"
                                                         "One,price,maybe,Nobody\nTwo,,maybe,\n");
    QVERIFY(first.ok());
    QCOMPARE(first->rejected, 2);
    const QString path = fixture.path(u"rejects.csv"_s);
    QVERIFY(writeRejects(path, *first, Language::English, *fixture.workspace().catalog()).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    // One has two reasons, on two lines of its cell.
    QCOMPARE(read(path).value(1).value(5).count(u'\n'), 1);
    const QByteArray mended = QByteArray(text).replace(",maybe,", ",commit,").replace("Nobody", "");
    const auto second = fixture.import(u"deal"_s, mended);
    QVERIFY(second.ok());
    QCOMPARE(rejectsOf(*second), QStringList());
    const auto reason = [&](const QString &name) {
        return fixture.value(u"deal"_s, fixture.named(u"deal"_s, name), u"reason");
    };
    QCOMPARE(reason(u"One"_s), FieldValue(u"price"_s));
    QCOMPARE(reason(u"Two"_s), FieldValue());
}

void TestImportRejects::rejectsOfRejects_haveTheColumnsOnce() {
    ImportReport report;
    report.headers = {
        {u"r.csv"_s, {u"name"_s, u"Rejected: Line"_s, u"rejected: reason"_s, u"city"_s}}};
    report.rejects = {row(u"r.csv"_s, 2, {u"A"_s, u"7"_s, u"old"_s, u"Suzhou"_s})};
    const QString path = m_folder.filePath(u"again.csv"_s);
    QVERIFY(writeRejects(path, report, Language::English, *Catalog::builtin()).ok());
    const QList<QStringList> expected{
        {u"name"_s, u"city"_s, u"rejected: line"_s, u"rejected: reason"_s},
        {u"A"_s, u"Suzhou"_s, u"2"_s, u"Name is missing."_s}};
    QCOMPARE(read(path), expected);
}

} // namespace dw::test

using dw::test::TestImportRejects;
DW_TEST(TestImportRejects)

#include "tst_importrejects.moc"
