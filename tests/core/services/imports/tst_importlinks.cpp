// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/works.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Rows that point at rows: of the workspace, of other files, further down, in another system.
class TestImportLinks : public QObject {
    Q_OBJECT

private slots:
    void missing_isMadeOnceOrRejected();
    void missing_thatANameIsNotEnoughFor_isRejected();
    void missing_ofARejectedRow_isNotMade();
    void missing_besideOneThatCannotBeMade_isNotMade();
    void missing_ofAMatchThatIsLeftAlone_isNotMade();
    void files_areReadInTheOrderOfDependence();
    void rows_thatNameOneAnother_areCompleted();
    void parentsFurtherDown_comeBeforeTheirChildren();
    void aLongChainUpsideDown_isTakenInOnePass();
    void circles_areRejected_othersCome();
    void ids_findRowsOfOtherFilesAndOfEarlierRuns();
    void ids_ofSystems_areToldApart();
    void id_ofABinnedRow_isForgotten();
    void link_byIdAndName_takesTheIdFirst();
    void link_byIdAlone_isMadeAndMendedLater();
    void contacts_areMadeInTheirAccount();

private:
    static Result<ImportReport> import(ImportFixture &fixture,
                                       const std::vector<std::pair<QString, QByteArray>> &files,
                                       const std::vector<MappedColumn> &columns = {},
                                       MissingTargets missing = MissingTargets::Make) {
        ImportRequest request;
        request.missing = missing;
        int n = 0;
        for (const auto &[entity, csv] : files) {
            ImportSource source{.entity = entity,
                                .file =
                                    fixture.file(entity + QString::number(++n) + u".csv"_s, csv)};
            if (!columns.empty()) {
                ImportMapping mapping;
                mapping.columns = columns;
                source.mapping = mapping;
            }
            request.sources.push_back(std::move(source));
        }
        return runImport(fixture.workspace(), request, fixture.actor());
    }
    static QString link(ImportFixture &fixture, const QString &entity, const QString &title,
                        QStringView field) {
        return fixture.linked(entity, fixture.named(entity, title), field);
    }
};

void TestImportLinks::missing_isMadeOnceOrRejected() {
    const QByteArray csv = "name,account,owner,tags\nD1,Acme,Ann Lee,\"hot, new\"\n"
                           "D2,ACME,ann lee,hot\nD3,,,\n";
    ImportFixture fixture;
    const auto strict = import(fixture, {{u"deal"_s, csv}}, {}, MissingTargets::Reject);
    QVERIFY(strict.ok());
    QCOMPARE(strict->created.value(u"deal"_s), 1);
    QCOMPARE(strict->rejected, 2);
    QCOMPARE(fixture.count(u"account"_s), 0);
    const auto made = import(fixture, {{u"deal"_s, csv}});
    QVERIFY(made.ok());
    QCOMPARE(made->created,
             (QMap<QString, qint64>{
                 {u"deal"_s, 2}, {u"account"_s, 1}, {u"person"_s, 1}, {u"tag"_s, 2}}));
    QCOMPARE(made->unchanged.value(u"deal"_s), 1);
    QCOMPARE(link(fixture, u"deal"_s, u"D2"_s, u"owner"), u"Ann Lee"_s);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportLinks::missing_thatANameIsNotEnoughFor_isRejected() {
    ImportFixture fixture;
    const auto report =
        import(fixture, {{u"touchpoint"_s, "kind,deal,account\ncall,No such deal,\nvisit,,A\n"}});
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList{u"2: link.unknown touchpoint.deal No such deal"_s});
    QCOMPARE(fixture.count(u"deal"_s), 0);
    QCOMPARE(fixture.count(u"account"_s), 1);
}

void TestImportLinks::missing_ofARejectedRow_isNotMade() {
    ImportFixture fixture;
    const auto report =
        import(fixture, {{u"deal"_s, "name,account,amount\nD,Acme,many\n,Beta,USD 5\n"}});
    QVERIFY(report.ok());
    // Without a name of its own, a deal is called by what it names.
    QCOMPARE(report->rejected, 2);
    QCOMPARE(fixture.count(u"account"_s), 0);
}

void TestImportLinks::missing_besideOneThatCannotBeMade_isNotMade() {
    ImportFixture fixture;
    const auto report = import(
        fixture, {{u"touchpoint"_s, "kind,subject,contact,deal,at\n"
                                    "call,Intro,Ann Lee,No such deal,2026-01-05T10:00:00Z\n"}});
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 1);
    QCOMPARE(rejectsOf(*report), QStringList{u"2: link.unknown touchpoint.deal No such deal"_s});
    QCOMPARE(fixture.count(u"contact"_s), 0);
}

void TestImportLinks::missing_ofAMatchThatIsLeftAlone_isNotMade() {
    ImportFixture fixture;
    QVERIFY(import(fixture, {{u"account"_s, "name\nAcme\n"}}).ok());
    const auto report = import(fixture, {{u"account"_s, "name,owner\nAcme,Nobody\n"}});
    QVERIFY(report.ok());
    QCOMPARE(report->unchanged.value(u"account"_s), 1);
    QCOMPARE(fixture.count(u"person"_s), 1);
}

void TestImportLinks::files_areReadInTheOrderOfDependence() {
    ImportFixture fixture;
    const auto report =
        import(fixture,
               {{u"touchpoint"_s, "kind,deal\ncall,D\n"},
                {u"deal"_s, "name,account,owner,product,quantity\nD,Acme,Ann,Crane,2\n"},
                {u"contact"_s, "name,account\nBob,Acme\n"},
                {u"product"_s, "name,price\nCrane,USD 7\n"},
                {u"account"_s, "name,sector,territory\nAcme,steel,North\n"},
                {u"person"_s, "name,team\nAnn,East\n"},
                {u"territory"_s, "name\nNorth\n"}},
               {}, MissingTargets::Make);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    // Only the team is described by no file.
    QCOMPARE(report->created.value(u"team"_s), 1);
    QCOMPARE(report->created.value(u"account"_s), 1);
    QCOMPARE(report->created.value(u"person"_s), 1);
    QCOMPARE(report->created.value(u"territory"_s), 1);
    QCOMPARE(link(fixture, u"account"_s, u"Acme"_s, u"territory"), u"North"_s);
    QCOMPARE(fixture.damage(), QStringList());
}

/// A team names its manager, who names the team.
void TestImportLinks::rows_thatNameOneAnother_areCompleted() {
    ImportFixture fixture;
    const auto report = import(fixture, {{u"person"_s, "name,team,manager\nAnn,East,Bob\nBob,,\n"},
                                         {u"team"_s, "name,manager\nEast,Ann\n"}});
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->created.value(u"person"_s), 2);
    QCOMPARE(report->created.value(u"team"_s), 1);
    QCOMPARE(link(fixture, u"team"_s, u"East"_s, u"manager"), u"Ann"_s);
    QCOMPARE(link(fixture, u"person"_s, u"Ann"_s, u"team"), u"East"_s);
    QCOMPARE(link(fixture, u"person"_s, u"Ann"_s, u"manager"), u"Bob"_s);
    QCOMPARE(fixture.damage(), QStringList());
    // All of it is one set, and goes as one.
    QVERIFY(fixture.workspace().run(undoWork(report->set, {fixture.actor()})).ok());
    QCOMPARE(fixture.count(u"team"_s), 0);
}

void TestImportLinks::parentsFurtherDown_comeBeforeTheirChildren() {
    ImportFixture fixture;
    const auto report =
        import(fixture, {{u"account"_s, "name,parent\nC,B\nX,Nobody\nB,A\nA,\nY,X\n"}});
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->created.value(u"account"_s), 6);
    QCOMPARE(link(fixture, u"account"_s, u"C"_s, u"parent"), u"B"_s);
    QCOMPARE(link(fixture, u"account"_s, u"X"_s, u"parent"), u"Nobody"_s);
    QCOMPARE(link(fixture, u"account"_s, u"Y"_s, u"parent"), u"X"_s);
}

void TestImportLinks::aLongChainUpsideDown_isTakenInOnePass() {
    constexpr int length = 5'000;
    QByteArray csv = "name,parent\n";
    for (int i = length; i > 0; --i)
        csv += 'N' + QByteArray::number(i) + ",N" + QByteArray::number(i - 1) + '\n';
    csv += "N0,\n";
    ImportFixture fixture;
    const auto report = import(fixture, {{u"account"_s, csv}}, {}, MissingTargets::Reject);
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 0);
    QCOMPARE(report->created.value(u"account"_s), length + 1);
}

void TestImportLinks::circles_areRejected_othersCome() {
    ImportFixture fixture;
    const auto report =
        import(fixture, {{u"account"_s, "name,parent\nA,B\nB,C\nC,A\nD,A\nE,\nF,F\nG,New\n"}});
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), (QStringList{u"2: import.loop account.parent B"_s,
                                              u"3: import.loop account.parent C"_s,
                                              u"4: import.loop account.parent A"_s,
                                              u"5: import.target_rejected account.parent A"_s,
                                              u"7: import.loop account.parent F"_s}));
    QCOMPARE(report->created.value(u"account"_s), 3);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportLinks::ids_findRowsOfOtherFilesAndOfEarlierRuns() {
    ImportFixture fixture;
    const std::vector<MappedColumn> columns{
        {.header = u"Id"_s, .use = ColumnUse::ExternalId},
        {.header = u"AccountId"_s, .use = ColumnUse::ExternalId, .field = u"account"_s},
        {.header = u"Name"_s, .field = u"name"_s},
    };
    const std::vector<MappedColumn> own{columns[0], columns[2]};
    ImportRequest request;
    request.system = u"crm"_s;
    ImportMapping deals, accounts;
    deals.columns = columns;
    accounts.columns = own;
    request.sources = {{.entity = u"deal"_s,
                        .file = fixture.file(u"deals.csv"_s, "Id,AccountId,Name\n1,7,D\n2,8,D\n"),
                        .mapping = deals},
                       {.entity = u"account"_s,
                        .file = fixture.file(u"accounts.csv"_s, "Id,Name\n7,Acme\n8,Acme\n"),
                        .mapping = accounts}};
    const auto first = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(first.ok());
    QCOMPARE(rejectsOf(*first), QStringList());
    // Two accounts of one name are two, as their ids say.
    QCOMPARE(first->created,
             (QMap<QString, qint64>{{u"account"_s, 2}, {u"deal"_s, 2}, {u"cross_reference"_s, 4}}));
    const auto again = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(again.ok());
    QCOMPARE(again->set, 0);
    QCOMPARE(again->unchanged, (QMap<QString, qint64>{{u"account"_s, 2}, {u"deal"_s, 2}}));
    // A new name is the same row, as its id says.
    request.mode = ImportMode::Overwrite;
    request.sources[0].file =
        fixture.file(u"deals.csv"_s, "Id,AccountId,Name\n1,8,Renamed\n3,7,E\n");
    const auto third = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(third.ok());
    QCOMPARE(third->updated.value(u"deal"_s), 1);
    QCOMPARE(third->created.value(u"deal"_s), 1);
    QVERIFY(!fixture.named(u"deal"_s, u"Renamed"_s).isNull());
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportLinks::ids_ofSystems_areToldApart() {
    ImportFixture fixture;
    const auto run = [&](const QString &system, const QByteArray &csv) {
        ImportMapping mapping;
        mapping.columns = {{.header = u"Id"_s, .use = ColumnUse::ExternalId},
                           {.header = u"Name"_s, .field = u"name"_s}};
        ImportRequest request = importOf(u"product"_s, fixture.file(u"in.csv"_s, csv), mapping);
        request.system = system;
        return runImport(fixture.workspace(), request, fixture.actor());
    };
    QVERIFY(run(u"erp"_s, "Id,Name\n1,Crane\n").ok());
    const auto other = run(u"shop"_s, "Id,Name\n1,Lift\n2,Crane\n");
    QVERIFY(other.ok());
    // 1 is another product there; Crane is known by its name, and gets its second id.
    QCOMPARE(other->created.value(u"product"_s), 1);
    QCOMPARE(other->unchanged.value(u"product"_s), 1);
    QCOMPARE(other->created.value(u"cross_reference"_s), 2);
    QCOMPARE(fixture.count(u"cross_reference"_s), 3);
}

void TestImportLinks::id_ofABinnedRow_isForgotten() {
    ImportFixture fixture;
    const std::vector<MappedColumn> columns{{.header = u"Id"_s, .use = ColumnUse::ExternalId},
                                            {.header = u"Name"_s, .field = u"name"_s}};
    QVERIFY(import(fixture, {{u"account"_s, "Id,Name\n1,Acme\n"}}, columns).ok());
    const RecordId old = fixture.named(u"account"_s, u"Acme"_s);
    QVERIFY(fixture.workspace().run(removeWork(u"account"_s, old, {fixture.actor()})).ok());
    const auto again = import(fixture, {{u"account"_s, "Id,Name\n1,Acme\n"}}, columns);
    QVERIFY(again.ok());
    QCOMPARE(again->created.value(u"account"_s), 1);
    QVERIFY(fixture.named(u"account"_s, u"Acme"_s) != old);
}

void TestImportLinks::link_byIdAndName_takesTheIdFirst() {
    ImportFixture fixture;
    const std::vector<MappedColumn> columns{
        {.header = u"Id"_s, .use = ColumnUse::ExternalId},
        {.header = u"AccountId"_s, .use = ColumnUse::ExternalId, .field = u"account"_s},
        {.header = u"Account"_s, .field = u"account"_s},
        {.header = u"Name"_s, .field = u"name"_s}};
    const std::vector<MappedColumn> own{columns[0], columns[3]};
    QVERIFY(import(fixture, {{u"account"_s, "Id,Name\n7,Acme\n8,Beta\n"}}, own).ok());
    const auto report = import(fixture,
                               {{u"deal"_s, "Id,AccountId,Account,Name\n1,7,Beta,D1\n"
                                            "2,,Beta,D2\n3,9,Gamma,D3\n4,9,,D4\n"}},
                               columns);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(link(fixture, u"deal"_s, u"D1"_s, u"account"), u"Acme"_s);
    QCOMPARE(link(fixture, u"deal"_s, u"D2"_s, u"account"), u"Beta"_s);
    QCOMPARE(link(fixture, u"deal"_s, u"D3"_s, u"account"), u"Gamma"_s);
    // Gamma was made with its id.
    QCOMPARE(link(fixture, u"deal"_s, u"D4"_s, u"account"), u"Gamma"_s);
}

/// Nothing but the id is known: the link is kept, and the file of the others mends it.
void TestImportLinks::link_byIdAlone_isMadeAndMendedLater() {
    ImportFixture fixture;
    const std::vector<MappedColumn> deals{
        {.header = u"AccountId"_s, .use = ColumnUse::ExternalId, .field = u"account"_s},
        {.header = u"Name"_s, .field = u"name"_s}};
    const std::vector<MappedColumn> accounts{{.header = u"Id"_s, .use = ColumnUse::ExternalId},
                                             {.header = u"Name"_s, .field = u"name"_s}};
    QVERIFY(import(fixture, {{u"deal"_s, "AccountId,Name\n77,D\n"}}, deals).ok());
    QCOMPARE(link(fixture, u"deal"_s, u"D"_s, u"account"), u"77"_s);
    ImportMapping mapping;
    mapping.columns = accounts;
    ImportRequest request =
        importOf(u"account"_s, fixture.file(u"a.csv"_s, "Id,Name\n77,Acme\n"), mapping);
    request.mode = ImportMode::Overwrite;
    const auto report = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->updated.value(u"account"_s), 1);
    QCOMPARE(link(fixture, u"deal"_s, u"D"_s, u"account"), u"Acme"_s);
}

void TestImportLinks::contacts_areMadeInTheirAccount() {
    ImportFixture fixture;
    const auto report =
        import(fixture, {{u"deal"_s, "name,account,contact,role\nD,Acme,Ann Lee; Bob,champion\n"}});
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->created.value(u"contact"_s), 2);
    QCOMPARE(report->created.value(u"deal_contact"_s), 2);
    QCOMPARE(link(fixture, u"contact"_s, u"Ann Lee"_s, u"account"), u"Acme"_s);
    QCOMPARE(fixture.count(u"deal_contact"_s, u"role = \"champion\""_s), 2);
}

} // namespace dw::test

using dw::test::TestImportLinks;
DW_TEST(TestImportLinks)

#include "tst_importlinks.moc"
