// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/works.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// An import as a whole: what it writes, what it says, and how it ends.
class TestImporter : public QObject {
    Q_OBJECT

private slots:
    void run_writesEveryRowWithItsSource();
    void run_takesSeveralFilesAsOneSet();
    void run_tellsFilesOfOneNameApart();
    void run_whenASourceIsGiven_usesIt();
    void run_notesWhatTheGateWouldRefuse();
    void run_whenTheFileBreaks_writesNothing();
    void run_whenStopped_writesNothing();
    void run_tellsItsProgress();
    void run_whenNothingComesIn_keepsTheRows();
    void dryRun_saysTheSameAndWritesNothing();
    void dryRun_refuses_data();
    void dryRun_refuses();
    void undo_takesTheWholeImportBack();
};

void TestImporter::run_writesEveryRowWithItsSource() {
    ImportFixture fixture;
    const auto report = fixture.import(
        u"accounts"_s, "Name,Sector,Revenue,Notes\nAcme,retail,CNY 1200.50,x\n\"Bluth, Inc\",,,\n");
    QVERIFY(report.ok());
    QCOMPARE(report->read, 2);
    QCOMPARE(report->rejected, 0);
    QCOMPARE(report->created, (QMap<QString, qint64>{{u"account"_s, 2}}));
    QCOMPARE(report->headerNotUsed, QStringList{u"Notes"_s});
    QCOMPARE(report->sums.size(), size_t(1));
    QCOMPARE(report->sums[0].money.toText(), u"CNY 1200.50"_s);
    QVERIFY(report->set > 0);

    const RecordId acme = fixture.named(u"account"_s, u"Acme"_s);
    QCOMPARE(fixture.value(u"account"_s, acme, u"sector"), FieldValue(u"retail"_s));
    const RecordId bluth = fixture.named(u"account"_s, u"Bluth, Inc"_s);
    const auto why = fixture.workspace().history().why(bluth, u"name"_s);
    QVERIFY(why.ok() && *why);
    QCOMPARE((*why)->source, u"in.csv, line 3"_s);
    QCOMPARE((*why)->actor, fixture.actor());
    const auto set = fixture.workspace().history().set(report->set);
    QVERIFY(set.ok() && *set);
    QCOMPARE((*set)->kind, SetKind::Import);
    QCOMPARE((*set)->label.id, u"import.set"_s);
    QCOMPARE((*set)->label.args.value(u"entity"_s), u"account"_s);
    QCOMPARE((*set)->count, 2);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImporter::run_takesSeveralFilesAsOneSet() {
    ImportFixture fixture;
    ImportRequest request =
        importOf(u"account"_s, fixture.file(u"one.csv"_s, "name,parent\nChild,Parent\n"));
    request.sources.push_back(
        {.entity = u"account"_s,
         .file = fixture.file(u"two.csv"_s, "Sector,Name\nretail,Parent\n,\xE4\xB8\x89\nx,\n")});
    const auto report = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->read, 4);
    QCOMPARE(report->created.value(u"account"_s), 3);
    QCOMPARE(fixture.linked(u"account"_s, fixture.named(u"account"_s, u"Child"_s), u"parent"),
             u"Parent"_s);
    QCOMPARE(report->rejects.size(), size_t(1));
    QCOMPARE(report->rejects[0].file, u"two.csv"_s);
    QCOMPARE(report->headers.size(), size_t(2));
}

void TestImporter::run_tellsFilesOfOneNameApart() {
    ImportFixture fixture;
    QVERIFY(QDir().mkpath(fixture.path(u"other"_s)));
    ImportRequest request = importOf(u"account"_s, fixture.file(u"in.csv"_s, "name,kind\nA,x\n"));
    request.sources.push_back(
        {.entity = u"account"_s, .file = fixture.file(u"other/in.csv"_s, "kind,name\nx,B\n")});
    const auto report = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->rejects.size(), size_t(2));
    QCOMPARE(report->rejects[0].file, u"in.csv"_s);
    QCOMPARE(report->rejects[1].file, request.sources.at(1).file);
    QCOMPARE(report->headers.at(1).first, request.sources.at(1).file);
}

void TestImporter::run_whenASourceIsGiven_usesIt() {
    ImportFixture fixture;
    ImportRequest request = importOf(u"account"_s, fixture.file(u"in.csv"_s, "name\nAcme\n"));
    request.source = u"trade fair 2026"_s;
    QVERIFY(runImport(fixture.workspace(), request, fixture.actor()).ok());
    const auto why =
        fixture.workspace().history().why(fixture.named(u"account"_s, u"Acme"_s), u"name"_s);
    QVERIFY(why.ok() && *why);
    QCOMPARE((*why)->source, u"trade fair 2026"_s);
}

void TestImporter::run_notesWhatTheGateWouldRefuse() {
    ImportFixture fixture;
    const auto report = fixture.import(
        u"deal"_s, "name,stage,amount\nA,Won,\nB,Lost,USD 5\nC,Lost,USD 5\nD,Negotiation,\n");
    QVERIFY(report.ok());
    QCOMPARE(report->created.value(u"deal"_s), 4);
    QStringList notes = shown(report->notes);
    notes.sort();
    QCOMPARE(notes, (QStringList{u"import.rows_lost_needs deal.closed_on 2"_s,
                                 u"import.rows_lost_needs deal.reason 2"_s,
                                 u"import.rows_no_amount deal.amount 1"_s,
                                 u"import.rows_won_needs deal.amount 1"_s,
                                 u"import.rows_won_needs deal.closed_on 1"_s}));
}

void TestImporter::run_whenTheFileBreaks_writesNothing() {
    ImportFixture fixture;
    const auto report =
        fixture.import(u"account"_s, "name,sector\n\"A\",\"x\"\n\"B\",\"x\"\n\"open\n");
    QVERIFY(!report.ok());
    QCOMPARE(report.error().message.id, u"import.not_csv"_s);
    QCOMPARE(report.error().message.args.value(u"line"_s), u"4"_s);
    QCOMPARE(fixture.count(u"account"_s), 0);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImporter::run_whenStopped_writesNothing() {
    ImportFixture fixture;
    const QByteArray csv = "name\n" + QByteArray("A\n").repeated(1000);
    StopToken stop;
    const auto report = runImport(
        fixture.workspace(), importOf(u"account"_s, fixture.file(u"in.csv"_s, csv)),
        fixture.actor(),
        [&](qint64 done, qint64) {
            if (done > 0)
                stop.stop();
        },
        stop);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QCOMPARE(report.error().message.id, u"cancelled"_s);
    QCOMPARE(fixture.count(u"account"_s), 0);
}

void TestImporter::run_tellsItsProgress() {
    ImportFixture fixture;
    const QByteArray csv = "name\n" + QByteArray("Acme\n").repeated(30'000);
    std::vector<std::pair<qint64, qint64>> told;
    const auto report = runImport(
        fixture.workspace(), importOf(u"tag"_s, fixture.file(u"in.csv"_s, csv)), fixture.actor(),
        [&](qint64 done, qint64 total) { told.emplace_back(done, total); });
    QVERIFY(report.ok());
    QVERIFY(told.size() > 2);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.back().first, told.back().second);
}

void TestImporter::run_whenNothingComesIn_keepsTheRows() {
    ImportFixture fixture;
    const auto report = fixture.import(u"account"_s, "name,kind\nA,friend\n");
    QVERIFY(report.ok());
    QCOMPARE(report->set, 0);
    QCOMPARE(report->rejected, 1);
    const auto kept = rejectedRows(fixture.workspace().reader().connection(), 0);
    QVERIFY(kept.ok());
    QCOMPARE(*kept, report->rejects);
    // They belong to no set, so the next import does not show them as its own.
    const auto next = fixture.import(u"account"_s, "name,kind\nA,customer\n");
    QVERIFY(next.ok());
    QVERIFY(rejectedRows(fixture.workspace().reader().connection(), next->set)->empty());
}

void TestImporter::dryRun_saysTheSameAndWritesNothing() {
    ImportFixture fixture;
    const QByteArray csv = "name,stage,amount,owner,extra\nA,Won,USD 5,Tess Ter,x\nB,,EUR "
                           "7,,\nC,Nowhere,,,\nD,,,,,,y\n,,USD 1,,\n"
                           "E,Lost,USD 9.99,tess ter,\n";
    ImportRequest request = importOf(u"deals"_s, fixture.file(u"in.csv"_s, csv));
    request.missing = MissingTargets::Reject;
    const auto dry = dryRunImport(fixture.workspace(), request);
    QVERIFY(dry.ok());
    QCOMPARE(dry->set, 0);
    QCOMPARE(fixture.count(u"deal"_s), 0);
    QVERIFY(rejectedRows(fixture.workspace().reader().connection(), 0)->empty());
    const auto sets = fixture.workspace().history().sets(0, 10);
    QCOMPARE(sets->size(), size_t(1)); // the seeds

    const auto run = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(run.ok());
    QVERIFY(run->set > 0);
    QCOMPARE(dry->created, run->created);
    QCOMPARE(dry->read, run->read);
    QCOMPARE(dry->rejected, run->rejected);
    QCOMPARE(dry->rejects, run->rejects);
    QCOMPARE(dry->sums, run->sums);
    QCOMPARE(dry->notes, run->notes);
    QCOMPARE(dry->headers, run->headers);
    QCOMPARE(dry->headerNotUsed, run->headerNotUsed);
    QCOMPARE(run->read, 6);
    QCOMPARE(run->rejected, 3);
    QCOMPARE(run->sums.size(), size_t(2));
}

void TestImporter::dryRun_refuses_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("id");
    QTest::newRow("entity") << u"dragon"_s << QByteArray("name\nA\n")
                            << u"catalog.unknown_entity"_s;
    QTest::newRow("columns") << u"deal"_s << QByteArray("x,y\n1,2\n") << u"import.no_columns"_s;
    QTest::newRow("nothing") << u"deal"_s << QByteArray() << u"import.empty_file"_s;
    QTest::newRow("no encoding") << u"deal"_s << QByteArray("name\n\xFF\xFF\xFF\n")
                                 << u"import.encoding"_s;
    QTest::newRow("workbook") << u"deal"_s << QByteArray("PK\x03\x04") << u"import.not_csv"_s;
}

void TestImporter::dryRun_refuses() {
    QFETCH(QString, entity);
    QFETCH(QByteArray, csv);
    ImportFixture fixture;
    const ImportRequest request = importOf(entity, fixture.file(u"in.csv"_s, csv));
    const auto dry = dryRunImport(fixture.workspace(), request);
    QVERIFY(!dry.ok());
    QTEST(dry.error().message.id, "id");
    const auto run = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(!run.ok());
    QCOMPARE(run.error(), dry.error());
}

void TestImporter::undo_takesTheWholeImportBack() {
    ImportFixture fixture;
    const auto report =
        fixture.import(u"account"_s, "name,parent,kind\nC,B,\nB,A,\nA,,\nX,,friend\n");
    QVERIFY(report.ok());
    QCOMPARE(fixture.count(u"account"_s), 3);
    const auto undone = fixture.workspace().run(undoWork(report->set, {fixture.actor()}));
    QVERIFY(undone.ok());
    QCOMPARE(fixture.count(u"account"_s), 0);
    // What was rejected stays kept: nobody mended it.
    QCOMPARE(rejectedRows(fixture.workspace().reader().connection(), report->set)->size(),
             size_t(1));
    QVERIFY(fixture.workspace().run(redoWork(undone->set, {fixture.actor()})).ok());
    QCOMPARE(fixture.count(u"account"_s), 3);
    QCOMPARE(fixture.linked(u"account"_s, fixture.named(u"account"_s, u"C"_s), u"parent"), u"B"_s);
    QCOMPARE(fixture.damage(), QStringList());
}

} // namespace dw::test

using dw::test::TestImporter;
DW_TEST(TestImporter)

#include "tst_importer.moc"
