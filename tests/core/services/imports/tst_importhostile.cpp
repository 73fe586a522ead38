// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/jobs/jobs.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QThreadPool>
#ifdef Q_OS_LINUX
#    include <sys/mount.h>
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace dw::test {

/// Files that nobody meant well, and disks that do not take what is written.
class TestImportHostile : public QObject {
    Q_OBJECT

private slots:
    void headers_doubledAndEmpty_areNamedByTheirPlace();
    void header_doubledAndMapped_isAskedAbout();
    void manyColumns_areReadOrRefused();
    void rightToLeftAndEmoji_comeInAsTheyAre();
    void zeroBytes_rejectTheirRow();
    void longCells_rejectTheirRow();
    void aMillionSameKeys_takeNoLongerThanOthers();
    void fileThatChangesWhileRead_bringsNothing();
    void fileThatVanishes_bringsNothing();
    void folderThatCannotTakeTheStagingFile_bringsNothing();
    void diskThatFillsUpWhileStaging_bringsNothing();
    void stagingFile_goesUnlessStarted();
    void stopped_whileStaging_leavesNothing();
    void stopped_whileApplying_takesAllBack();
    void damagedMaps_data();
    void damagedMaps();

private:
    static QStringList inJobs(ImportFixture &fixture) {
        // Finished ones are removed in the background.
        QThreadPool::globalInstance()->waitForDone();
        return QDir(fixture.workspace().paths().jobs()).entryList(QDir::Files);
    }
};

void TestImportHostile::headers_doubledAndEmpty_areNamedByTheirPlace() {
    ImportFixture fixture;
    ImportMapping mapping;
    mapping.columns = {{.header = u"#1"_s, .field = u"name"_s},
                       {.header = u"#3"_s, .field = u"sector"_s},
                       {.header = u"#4"_s, .field = u"city"_s}};
    const auto report = fixture.import(u"account"_s, "x,x,,x,\nAcme,no,steel,Bonn,more\n", mapping);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    const RecordId id = fixture.named(u"account"_s, u"Acme"_s);
    QCOMPARE(fixture.value(u"account"_s, id, u"sector"), FieldValue(u"steel"_s));
    QCOMPARE(fixture.value(u"account"_s, id, u"city"), FieldValue(u"Bonn"_s));
    QCOMPARE(report->headerNotUsed, (QStringList{u"x"_s, u"#5"_s}));
}

void TestImportHostile::header_doubledAndMapped_isAskedAbout() {
    ImportFixture fixture;
    const auto report = fixture.import(u"account"_s, "name,name\nA,B\n");
    QVERIFY(!report.ok());
    QCOMPARE(report.error().message.id, u"import.header_twice"_s);
    QCOMPARE(fixture.count(u"account"_s), 0);
}

void TestImportHostile::manyColumns_areReadOrRefused() {
    ImportFixture fixture;
    QByteArray wide = "name";
    for (int i = 1; i < 20'000; ++i)
        wide += ",c" + QByteArray::number(i);
    const auto wider = fixture.import(u"account"_s, wide + "\nA" + QByteArray(19'999, ',') + "\n");
    QVERIFY(wider.ok());
    QCOMPARE(wider->created.value(u"account"_s), 1);
    QCOMPARE(wider->headerNotUsed.size(), 19'999);
    const auto header = fixture.import(u"account"_s, wide + QByteArray(40'000, ',') + "\nA\n");
    QVERIFY(!header.ok());
    QCOMPARE(header.error().message.id, u"import.not_csv"_s);
    const auto row =
        fixture.import(u"account"_s, "name,sector\nC,x\nB" + QByteArray(40'000, ',') + "y\nD,z\n");
    QVERIFY(row.ok());
    QCOMPARE(row->created.value(u"account"_s), 2);
    QCOMPARE(row->rejected, 1);
}

void TestImportHostile::rightToLeftAndEmoji_comeInAsTheyAre() {
    ImportFixture fixture;
    const QString arabic = u"شركة الرافعات"_s;
    const QString family = u"👨‍👩‍👧 Cranes"_s;
    const QString marked = u"\u202Eevil\u202C"_s;
    const QString csv = u"name,sector\n%1,🏗️\n%2,x\n%3,y\n"_s.arg(arabic, family, marked);
    const auto report = fixture.import(u"account"_s, csv.toUtf8());
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    for (const QString &name : {arabic, family, marked})
        QVERIFY2(!fixture.named(u"account"_s, name).isNull(), qPrintable(name));
    const auto again = fixture.import(u"account"_s, csv.toUtf8());
    QVERIFY(again.ok());
    QCOMPARE(again->unchanged.value(u"account"_s), 3);
}

void TestImportHostile::zeroBytes_rejectTheirRow() {
    ImportFixture fixture;
    const auto report = fixture.import(u"account"_s, QByteArray("name,sector\nA,x\0y\nB,z\n", 22));
    QVERIFY(report.ok());
    QCOMPARE(report->created.value(u"account"_s), 1);
    QCOMPARE(rejectsOf(*report), QStringList{u"2: csv.nul"_s});
}

void TestImportHostile::longCells_rejectTheirRow() {
    ImportFixture fixture;
    const auto report =
        fixture.import(u"account"_s, "name,description\n" + QByteArray(201, 'n') + ",x\nA,"
                                         + QByteArray(100'000, 'd') + "\nB,"
                                         + QByteArray(1'100'000, 'd') + "\nC,x\n");
    QVERIFY(report.ok());
    QCOMPARE(report->created.value(u"account"_s), 2);
    QCOMPARE(report->rejected, 2);
    QCOMPARE(fixture.value(u"account"_s, fixture.named(u"account"_s, u"A"_s), u"description")
                 .as<QString>()
                 .size(),
             100'000);
}

/// Rows under one key are looked at up to a bound.
void TestImportHostile::aMillionSameKeys_takeNoLongerThanOthers() {
    ImportFixture fixture;
    QByteArray csv = "name,amount\n";
    for (int i = 0; i < 20'000; ++i)
        csv += "Same,USD " + QByteArray::number(i) + '\n';
    const auto first = fixture.import(u"deal"_s, csv);
    QVERIFY(first.ok());
    QCOMPARE(first->created.value(u"deal"_s), 20'000);
    const auto again = fixture.import(u"deal"_s, "name,amount\nSame,USD 19999\nSame,USD 0.5\n");
    QVERIFY(again.ok());
    QCOMPARE(again->unchanged.value(u"deal"_s), 1);
    QCOMPARE(again->rejected, 1);
}

void TestImportHostile::fileThatChangesWhileRead_bringsNothing() {
    ImportFixture fixture;
    const QByteArray csv = "name\n" + QByteArray("Some account with a name\n").repeated(100'000);
    const QString path = fixture.file(u"in.csv"_s, csv);
    bool changed = false;
    const auto report = runImport(fixture.workspace(), importOf(u"account"_s, path),
                                  fixture.actor(), [&](qint64 done, qint64) {
                                      if (changed || done == 0)
                                          return;
                                      changed = true;
                                      QFile file(path);
                                      QVERIFY(file.open(QIODevice::Append));
                                      file.write("Another\n");
                                  });
    QVERIFY(changed);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().message.id, u"import.changed"_s);
    QCOMPARE(fixture.count(u"account"_s), 0);
    QCOMPARE(inJobs(fixture), QStringList());
}

void TestImportHostile::fileThatVanishes_bringsNothing() {
    ImportFixture fixture;
    const auto report = runImport(
        fixture.workspace(), importOf(u"account"_s, fixture.path(u"none.csv"_s)), fixture.actor());
    QVERIFY(!report.ok());
    QCOMPARE(report.error().message.id, u"import.no_file"_s);
}

void TestImportHostile::folderThatCannotTakeTheStagingFile_bringsNothing() {
    ImportFixture fixture;
    ImportContext context = ImportContext::of(fixture.workspace(), fixture.actor());
    context.folder = fixture.file(u"no folder"_s, "x");
    const auto staged =
        stageImport(context, importOf(u"account"_s, fixture.file(u"in.csv"_s, "name\nA\n")));
    QVERIFY(!staged.ok());
    QVERIFY(staged.error().message.id.startsWith(u"store."_s));
}

void TestImportHostile::diskThatFillsUpWhileStaging_bringsNothing() {
#ifdef Q_OS_LINUX
    ImportFixture fixture;
    const QString place = fixture.path(u"small"_s);
    QVERIFY(QDir().mkpath(place));
    if (geteuid() != 0 || mount("tmpfs", qPrintable(place), "tmpfs", 0, "size=512k") != 0)
        QSKIP("only root can make a small disk");
    QByteArray csv = "name,description\n";
    for (int i = 0; i < 5'000; ++i)
        csv += "Account " + QByteArray::number(i) + ',' + QByteArray(300, 'x') + '\n';
    ImportContext context = ImportContext::of(fixture.workspace(), fixture.actor());
    context.folder = place;
    const auto staged =
        stageImport(context, importOf(u"account"_s, fixture.file(u"in.csv"_s, csv)));
    const QStringList left = QDir(place).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(umount(qPrintable(place)), 0);
    QVERIFY(!staged.ok());
    QCOMPARE(staged.error().kind, ErrorKind::Full);
    QCOMPARE(left, QStringList());
    QCOMPARE(fixture.count(u"account"_s), 0);
#else
    QSKIP("no small disk can be made here");
#endif
}

void TestImportHostile::stagingFile_goesUnlessStarted() {
    ImportFixture fixture;
    const ImportContext context = ImportContext::of(fixture.workspace(), fixture.actor());
    const ImportRequest request = importOf(u"account"_s, fixture.file(u"in.csv"_s, "name\nA\n"));
    {
        const auto staged = stageImport(context, request);
        QVERIFY(staged.ok());
        QCOMPARE(inJobs(fixture).size(), 1);
    }
    QCOMPARE(inJobs(fixture), QStringList());
    QCOMPARE(fixture.count(u"account"_s), 0);
}

void TestImportHostile::stopped_whileStaging_leavesNothing() {
    ImportFixture fixture;
    StopToken stop;
    stop.stop();
    const auto report = runImport(fixture.workspace(),
                                  importOf(u"account"_s, fixture.file(u"in.csv"_s, "name\nA\n")),
                                  fixture.actor(), {}, stop);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QCOMPARE(inJobs(fixture), QStringList());
}

void TestImportHostile::stopped_whileApplying_takesAllBack() {
    ImportFixture fixture;
    QByteArray csv = "name\n";
    for (int i = 0; i < 20'000; ++i)
        csv += 'T' + QByteArray::number(i) + '\n';
    StopToken stop;
    const auto report = runImport(
        fixture.workspace(), importOf(u"tag"_s, fixture.file(u"in.csv"_s, csv)), fixture.actor(),
        [&](qint64 done, qint64 total) {
            if (done > total * 6 / 10)
                stop.stop();
        },
        stop);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QCOMPARE(fixture.count(u"tag"_s), 0);
    QCOMPARE(fixture.damage(), QStringList());
    // And it can be tried again.
    const auto again = runImport(
        fixture.workspace(), importOf(u"tag"_s, fixture.file(u"in.csv"_s, csv)), fixture.actor());
    QVERIFY(again.ok());
    QCOMPARE(again->created.value(u"tag"_s), 20'000);
}

void TestImportHostile::damagedMaps_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half of it") << QByteArray(R"({"columns": {"A": "na)");
    QTest::newRow("a deep hole") << QByteArray(100'000, '[');
    QTest::newRow("zero bytes") << QByteArray(100, '\0');
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("too large") << QByteArray(5 << 20, ' ');
    QTest::newRow("columns of columns") << QByteArray(R"({"columns": {"A": {"field": {}}}})");
    QTest::newRow("files of nothing") << QByteArray(R"({"files": {"a.csv": 1}})");
    QTest::newRow("a mapping within") << QByteArray(R"({"mapping": {"colums": {}}})");
    QTest::newRow("a huge multiplier")
        << QByteArray(R"({"columns": {"A": {"field": "x", "multiplier": 1e300}}})");
}

void TestImportHostile::damagedMaps() {
    QFETCH(QByteArray, json);
    const auto maps = mappingsFromJson(json);
    QVERIFY(!maps.ok());
    QCOMPARE(maps.error().kind, ErrorKind::Invalid);
    QVERIFY(maps.error().message.id.startsWith(u"import."_s));
}

} // namespace dw::test

using dw::test::TestImportHostile;
DW_TEST(TestImportHostile)

#include "tst_importhostile.moc"
