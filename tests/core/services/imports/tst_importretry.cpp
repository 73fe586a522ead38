// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/rejects.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Rejected rows are kept with their job, written out, mended and tried again.
class TestImportRetry : public QObject {
    Q_OBJECT

private slots:
    void mendedFile_comesInAndLeavesTheList();
    void sameRows_comeInOnceWhatTheyLackedIsThere();
    void partOfTheRows_leavesTheOthers();
    void mapping_isTheOneOfTheJob();
    void fileWithoutTheColumns_leavesTheList();
    void severalFiles_goBackToTheirEntities();
    void rowMadeByItsName_isCompleted();
    void job_withoutRejects_isRefused();
    void lines_areThoseOfTheFirstFile();

private:
    static QByteArray exported(ImportFixture &fixture, qint64 number) {
        const auto job = rejectedJob(fixture.workspace(), number);
        if (!job)
            return {};
        const QString path = fixture.path(u"rejects.csv"_s);
        const auto written =
            writeRejects(path, job->asked.headers, rejectedRowsOf(fixture.workspace(), *job),
                         Language::English, *fixture.workspace().catalog());
        QFile file(path);
        return written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static qint64 kept(ImportFixture &fixture, qint64 number) {
        const auto job = fixture.workspace().jobs().find(number);
        return job ? job->rejected : -1;
    }
    static Result<ImportReport> retry(ImportFixture &fixture, qint64 number,
                                      const QString &file = {}) {
        return retryRejects(fixture.workspace(), number, file, fixture.actor());
    }
};

void TestImportRetry::mendedFile_comesInAndLeavesTheList() {
    ImportFixture fixture;
    const auto first = fixture.import(u"account"_s, "name,kind\nA,customer\nB,freund\nC,feind\n");
    QVERIFY(first.ok());
    QCOMPARE(kept(fixture, first->job), 2);
    const QByteArray mended = exported(fixture, first->job).replace("freund", "partner");
    const auto second = retry(fixture, first->job, fixture.file(u"mended.csv"_s, mended));
    QVERIFY(second.ok());
    QCOMPARE(second->created.value(u"account"_s), 1);
    QCOMPARE(second->rejected, 1);
    // What came in is off the list, what did not stands on the new one.
    QCOMPARE(kept(fixture, first->job), 0);
    QCOMPARE(kept(fixture, second->job), 1);
    QVERIFY(exported(fixture, second->job).contains("feind"));
    QCOMPARE(fixture.count(u"account"_s), 2);
}

void TestImportRetry::sameRows_comeInOnceWhatTheyLackedIsThere() {
    ImportFixture fixture;
    const auto first = fixture.importStrictly(u"deal"_s, "name,account\nD,Acme\nE,\n");
    QVERIFY(first.ok());
    QCOMPARE(first->rejected, 1);
    QVERIFY(fixture.import(u"account"_s, "name\nAcme\n").ok());
    const auto second = retry(fixture, first->job);
    QVERIFY(second.ok());
    QCOMPARE(second->created.value(u"deal"_s), 1);
    QCOMPARE(second->rejected, 0);
    QCOMPARE(kept(fixture, first->job), 0);
    const auto none = retry(fixture, first->job);
    QVERIFY(!none.ok());
    QCOMPARE(none.error().message.id, u"import.nothing_rejected"_s);
}

void TestImportRetry::partOfTheRows_leavesTheOthers() {
    ImportFixture fixture;
    const auto first = fixture.import(u"account"_s, "name,kind\nA,x\nB,y\nC,z\n");
    QVERIFY(first.ok());
    QList<QByteArray> lines = exported(fixture, first->job).split('\n');
    QVERIFY(lines.size() >= 4);
    const QByteArray one = lines[0] + '\n' + lines[2].replace(",y,", ",partner,") + '\n';
    const auto second = retry(fixture, first->job, fixture.file(u"one.csv"_s, one));
    QVERIFY(second.ok());
    QCOMPARE(second->created.value(u"account"_s), 1);
    QVERIFY(!fixture.named(u"account"_s, u"B"_s).isNull());
    QCOMPARE(kept(fixture, first->job), 2);
}

void TestImportRetry::mapping_isTheOneOfTheJob() {
    ImportFixture fixture;
    ImportMapping mapping;
    mapping.columns = {{.header = u"Kunde"_s, .field = u"name"_s},
                       {.header = u"Umsatz"_s,
                        .field = u"revenue"_s,
                        .number = NumberForm{u',', u'.'},
                        .currency = u"EUR"_s}};
    const auto first = fixture.import(u"account"_s, "Kunde;Umsatz\nA;1.234,50\nB;viel\n", mapping);
    QVERIFY(first.ok());
    QCOMPARE(first->rejected, 1);
    const QByteArray mended = exported(fixture, first->job).replace("B,viel", "B,\"9.000,25\"");
    const auto second = retry(fixture, first->job, fixture.file(u"mended.csv"_s, mended));
    QVERIFY(second.ok());
    QCOMPARE(rejectsOf(*second), QStringList());
    QCOMPARE(fixture.value(u"account"_s, fixture.named(u"account"_s, u"B"_s), u"revenue")
                 .as<Money>()
                 .toText(),
             u"EUR 9000.25"_s);
}

void TestImportRetry::fileWithoutTheColumns_leavesTheList() {
    ImportFixture fixture;
    const auto first = fixture.import(u"account"_s, "name,kind\nA,x\n");
    QVERIFY(first.ok());
    const auto second =
        retry(fixture, first->job, fixture.file(u"own.csv"_s, "name,kind\nA,partner\n"));
    QVERIFY(second.ok());
    QCOMPARE(second->created.value(u"account"_s), 1);
    QCOMPARE(kept(fixture, first->job), 1);
    QVERIFY(shown(second->notes).contains(u"import.retry_kept"_s));
}

void TestImportRetry::severalFiles_goBackToTheirEntities() {
    ImportFixture fixture;
    ImportRequest request;
    request.sources = {
        {.entity = u"account"_s, .file = fixture.file(u"a.csv"_s, "name,kind\nA,x\n")},
        {.entity = u"tag"_s,
         .file =
             fixture.file(u"t.csv"_s, "name,color\n" + QByteArray(70, 'x') + ",red\nhot,red\n")}};
    const auto first = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(first.ok());
    QCOMPARE(first->rejected, 2);
    const QByteArray mended = exported(fixture, first->job)
                                  .replace(QByteArray(70, 'x'), "cold")
                                  .replace(",x,", ",partner,");
    const auto second = retry(fixture, first->job, fixture.file(u"mended.csv"_s, mended));
    QVERIFY(second.ok());
    QCOMPARE(rejectsOf(*second), QStringList());
    QCOMPARE(second->created, (QMap<QString, qint64>{{u"account"_s, 1}, {u"tag"_s, 1}}));
    QCOMPARE(kept(fixture, first->job), 0);
}

/// The row of an account was rejected, and a deal made it by its name.
void TestImportRetry::rowMadeByItsName_isCompleted() {
    ImportFixture fixture;
    ImportRequest request;
    request.sources = {
        {.entity = u"account"_s, .file = fixture.file(u"a.csv"_s, "name,kind,city\nA,x,Bonn\n")},
        {.entity = u"deal"_s, .file = fixture.file(u"d.csv"_s, "name,account\nD,A\n")}};
    const auto first = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(first.ok());
    QCOMPARE(first->created.value(u"account"_s), 1);
    const QByteArray mended = exported(fixture, first->job).replace(",x,", ",partner,");
    const auto second = retry(fixture, first->job, fixture.file(u"mended.csv"_s, mended));
    QVERIFY(second.ok());
    QCOMPARE(second->updated.value(u"account"_s), 1);
    QCOMPARE(fixture.count(u"account"_s), 1);
    QCOMPARE(fixture.value(u"account"_s, fixture.named(u"account"_s, u"A"_s), u"city"),
             FieldValue(u"Bonn"_s));
}

void TestImportRetry::job_withoutRejects_isRefused() {
    ImportFixture fixture;
    const auto first = fixture.import(u"account"_s, "name\nA\n");
    QVERIFY(first.ok());
    const auto none = retry(fixture, first->job);
    QVERIFY(!none.ok());
    QCOMPARE(none.error().message.id, u"import.nothing_rejected"_s);
    const auto unknown = retry(fixture, 99);
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().message.id, u"job.unknown"_s);
}

void TestImportRetry::lines_areThoseOfTheFirstFile() {
    ImportFixture fixture;
    const auto first = fixture.import(u"account"_s, "name,kind\nA,\nB,\nC,z\n");
    QVERIFY(first.ok());
    const QByteArray mended = exported(fixture, first->job).replace(",z,", ",partner,");
    QVERIFY(retry(fixture, first->job, fixture.file(u"mended.csv"_s, mended)).ok());
    const auto why =
        fixture.workspace().history().why(fixture.named(u"account"_s, u"C"_s), u"name"_s);
    QVERIFY(why.ok() && *why);
    QCOMPARE((*why)->source, u"in.csv, line 4"_s);
}

} // namespace dw::test

using dw::test::TestImportRetry;
DW_TEST(TestImportRetry)

#include "tst_importretry.moc"
