// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/works.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What an import does for deals, and how it keeps times and people of the other system.
class TestImportDeals : public QObject {
    Q_OBJECT

private slots:
    void unknownStages_areMadeWhereTheyBelong();
    void unknownPipeline_isMadeWithItsStages();
    void withoutAName_isCalledByWhatItNames();
    void withoutAnythingToCallIt_isCalledByItsPlace();
    void oneDate_isWhenItClosed();
    void lines_ofOneDealOnSeveralRows();
    void created_isBusinessTime();
    void trusted_closedDealsWereOpenFirst();
    void notTrusted_isKnownSinceTheImport();
    void stage_isReadWithinThePipelineOfTheDeal();
    void author_isKept();
    void momentThatCannotBeRead_isRejected();

private:
    static ImportMapping mapping(std::vector<MappedColumn> columns) {
        ImportMapping mapping;
        mapping.columns = std::move(columns);
        return mapping;
    }
    static Instant at(const char *iso) { return *Instant::fromIso(QString::fromLatin1(iso)); }
};

void TestImportDeals::unknownStages_areMadeWhereTheyBelong() {
    ImportFixture fixture;
    const auto report = fixture.import(u"deal"_s, "name,stage\nA,Proposal made\nB,Closed Won\n"
                                                  "C,Closed Lost\nD,已成交\nE,proposal MADE\n"
                                                  "F,Negotiation\nG,未成交\n");
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->created.value(u"stage"_s), 5);
    const auto stage = [&](const QString &name) {
        const RecordId id = fixture.named(u"stage"_s, name);
        return fixture.value(u"stage"_s, id, u"outcome").as<QString>();
    };
    QCOMPARE(stage(u"Proposal made"_s), u"open"_s);
    QCOMPARE(stage(u"Closed Won"_s), u"won"_s);
    QCOMPARE(stage(u"Closed Lost"_s), u"lost"_s);
    QCOMPARE(stage(u"已成交"_s), u"won"_s);
    QCOMPARE(stage(u"未成交"_s), u"lost"_s);
    // Open stages come before those that end a deal.
    const auto position = [&](const QString &name) {
        return fixture.value(u"stage"_s, fixture.named(u"stage"_s, name), u"position").as<double>();
    };
    QVERIFY(position(u"Contract"_s) < position(u"Proposal made"_s));
    QVERIFY(position(u"Proposal made"_s) < position(u"Won"_s));
    QVERIFY(position(u"Closed Won"_s) > position(u"Lost"_s));
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportDeals::unknownPipeline_isMadeWithItsStages() {
    ImportFixture fixture;
    const auto report = fixture.import(
        u"deal"_s, "name,pipeline,stage\nA,Renewals,Talk\nB,Renewals,Won\nC,Services,\n");
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->created.value(u"pipeline"_s), 2);
    QCOMPARE(fixture.linked(u"deal"_s, fixture.named(u"deal"_s, u"B"_s), u"pipeline"),
             u"Renewals"_s);
    QCOMPARE(fixture.linked(u"deal"_s, fixture.named(u"deal"_s, u"B"_s), u"stage"), u"Won"_s);
    QCOMPARE(fixture.count(u"stage"_s, u"name = \"Won\""_s), 2);
    QCOMPARE(fixture.linked(u"deal"_s, fixture.named(u"deal"_s, u"C"_s), u"stage"), u"Open"_s);
}

void TestImportDeals::withoutAName_isCalledByWhatItNames() {
    ImportFixture fixture;
    const auto report = fixture.import(
        u"deal"_s, "Id,account,product\n1,Acme,Crane\n2,Acme,\n3,,Crane\n4,,\n5,Acme,Crane\n",
        mapping({{.header = u"Id"_s, .use = ColumnUse::ExternalId},
                 {.header = u"account"_s, .field = u"account"_s},
                 {.header = u"product"_s, .field = u"product"_s}}));
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QStringList names;
    for (const Row &row : fixture.rows(u"deal"_s))
        names << fixture.value(u"deal"_s, row.record.id(), u"name").as<QString>();
    names.sort();
    QVERIFY(shown(report->notes).contains(u"import.names_made 5"_s));
    QCOMPARE(names, (QStringList{u"4"_s, u"Acme 2"_s, u"Acme – Crane"_s, u"Acme – Crane"_s,
                                 u"Crane 3"_s}));
    // A file that has a column for the name has to fill it.
    const auto blank = fixture.import(u"deal"_s, "name,account\n,Acme\n");
    QVERIFY(blank.ok());
    QCOMPARE(rejectsOf(*blank), QStringList{u"2: valid.required deal.name "_s});
}

void TestImportDeals::withoutAnythingToCallIt_isCalledByItsPlace() {
    ImportFixture fixture;
    const QByteArray csv = "amount,stage\nUSD 5,Won\nUSD 6,Lost\n";
    QVERIFY(fixture.import(u"deal"_s, csv).ok());
    QVERIFY(!fixture.named(u"deal"_s, u"in.csv 3"_s).isNull());
    const auto again = fixture.import(u"deal"_s, csv);
    QVERIFY(again.ok());
    QCOMPARE(again->set, 0);
    // A name that a person gave stays.
    Record edit(u"deal"_s, fixture.named(u"deal"_s, u"in.csv 3"_s));
    edit.set(fixture.workspace().catalog()->entity(u"deal")->titleField(), u"Crane"_s);
    QVERIFY(fixture.workspace().run(changeWork(edit, {}, {fixture.actor()})).ok());
}

/// Salesforce and its like have a close date that is expected first and true afterwards.
void TestImportDeals::oneDate_isWhenItClosed() {
    ImportFixture fixture;
    const auto report =
        fixture.import(u"deal"_s, "name,stage,amount,expected_close\n"
                                  "A,Won,USD 5,2025-03-01\nB,Contract,,2025-04-01\n");
    QVERIFY(report.ok());
    const auto closed = [&](const QString &name) {
        return fixture.value(u"deal"_s, fixture.named(u"deal"_s, name), u"closed_on").as<QDate>();
    };
    QCOMPARE(closed(u"A"_s), QDate(2025, 3, 1));
    QCOMPARE(closed(u"B"_s), QDate());
    QCOMPARE(shown(report->notes), (QStringList{u"import.closed_when_expected 1"_s,
                                                u"import.rows_no_amount deal.amount 1"_s}));
}

void TestImportDeals::lines_ofOneDealOnSeveralRows() {
    ImportFixture fixture;
    const QByteArray csv = "Id,name,amount,product,quantity,price\n1,D,USD 30,Crane,2,USD 10\n"
                           "1,D,USD 30,Lift,1,USD 10\n1,D,USD 30,Crane,2,USD 10\n";
    ImportMapping columns =
        ImportMapping::propose(*fixture.workspace().catalog()->entity(u"deal"),
                               {u"name"_s, u"amount"_s, u"product"_s, u"quantity"_s, u"price"_s});
    columns.columns.push_back({.header = u"Id"_s, .use = ColumnUse::ExternalId});
    const auto report = fixture.import(u"deal"_s, csv, columns);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->created.value(u"deal"_s), 1);
    QCOMPARE(report->created.value(u"product"_s), 2);
    QCOMPARE(report->created.value(u"deal_line"_s), 2);
    QCOMPARE(fixture.count(u"deal_line"_s, u"quantity = 2"_s), 1);
    const auto again = fixture.import(u"deal"_s, csv, columns);
    QVERIFY(again.ok());
    QCOMPARE(again->set, 0);
}

void TestImportDeals::created_isBusinessTime() {
    ImportFixture fixture(u"Asia/Shanghai"_s);
    const auto report = fixture.import(
        u"account"_s, "name,Made\nA,2025-01-02 10:00\nB,2025-01-02T10:00:00Z\nC,\nD,2025-01-02\n",
        mapping({{.header = u"name"_s, .field = u"name"_s},
                 {.header = u"Made"_s, .use = ColumnUse::CreatedAt}}));
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    const auto made = [&](const QString &name) {
        return fixture.value(u"account"_s, fixture.named(u"account"_s, name), u"created_at")
            .as<Instant>();
    };
    QCOMPARE(made(u"A"_s), at("2025-01-02T02:00:00Z"));
    QCOMPARE(made(u"B"_s), at("2025-01-02T10:00:00Z"));
    QCOMPARE(made(u"C"_s), startInstant());
    QCOMPARE(made(u"D"_s), at("2025-01-01T16:00:00Z"));
}

void TestImportDeals::trusted_closedDealsWereOpenFirst() {
    ImportFixture fixture;
    ImportMapping columns = mapping({{.header = u"name"_s, .field = u"name"_s},
                                     {.header = u"stage"_s, .field = u"stage"_s},
                                     {.header = u"amount"_s, .field = u"amount"_s},
                                     {.header = u"closed"_s, .field = u"closed_on"_s},
                                     {.header = u"made"_s, .use = ColumnUse::CreatedAt}});
    columns.trusted = true;
    const auto report =
        fixture.import(u"deal"_s,
                       "name,stage,amount,closed,made\n"
                       "D,Won,USD 5,2025-03-01,2025-01-02\nO,Contract,,,2025-01-02\n",
                       columns);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    const CatalogPtr catalog = fixture.workspace().catalog();
    const RecordId deal = fixture.named(u"deal"_s, u"D"_s);
    const auto stageAt = [&](const char *iso) {
        const auto record =
            fixture.workspace().history().recordAt(*catalog, u"deal"_s, deal, at(iso));
        if (!record || !*record)
            return QString();
        const EntityDesc &deals = *catalog->entity(u"deal");
        return fixture.workspace().reader().title(
            u"stage"_s, (*record)->value(deals.byName(u"stage")).as<RecordId>());
    };
    QCOMPARE(stageAt("2025-01-01T00:00:00Z"), QString());
    QCOMPARE(stageAt("2025-02-01T00:00:00Z"), u"Qualification"_s);
    QCOMPARE(stageAt("2025-03-02T00:00:00Z"), u"Won"_s);
    QCOMPARE(fixture.linked(u"deal"_s, deal, u"stage"), u"Won"_s);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportDeals::notTrusted_isKnownSinceTheImport() {
    ImportFixture fixture;
    QVERIFY(fixture
                .import(u"account"_s, "name,Made\nA,2025-01-02\n",
                        mapping({{.header = u"name"_s, .field = u"name"_s},
                                 {.header = u"Made"_s, .use = ColumnUse::CreatedAt}}))
                .ok());
    const auto before = fixture.workspace().history().recordAt(
        *fixture.workspace().catalog(), u"account"_s, fixture.named(u"account"_s, u"A"_s),
        at("2025-06-01T00:00:00Z"));
    QVERIFY(before.ok());
    QVERIFY(!before->has_value());
}

void TestImportDeals::stage_isReadWithinThePipelineOfTheDeal() {
    ImportFixture fixture;
    QVERIFY(
        fixture.import(u"deal"_s, "name,pipeline,stage\nD,Renewals,Talk\nE,Renewals,Won\n").ok());
    ImportRequest request =
        importOf(u"deal"_s, fixture.file(u"in.csv"_s, "name,stage\nD,Won\nE,Won\n"));
    request.mode = ImportMode::Overwrite;
    const auto report = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->updated.value(u"deal"_s), 1);
    QCOMPARE(report->unchanged.value(u"deal"_s), 1);
    QCOMPARE(fixture.linked(u"deal"_s, fixture.named(u"deal"_s, u"D"_s), u"pipeline"),
             u"Renewals"_s);
    QCOMPARE(fixture.linked(u"deal"_s, fixture.named(u"deal"_s, u"D"_s), u"stage"), u"Won"_s);
}

void TestImportDeals::author_isKept() {
    ImportFixture fixture;
    const std::vector<MappedColumn> by{{.header = u"by"_s, .use = ColumnUse::CreatedBy},
                                       {.header = u"changed"_s, .use = ColumnUse::ChangedAt}};
    auto notes = mapping({{.header = u"body"_s, .field = u"body"_s}});
    notes.columns.insert(notes.columns.end(), by.begin(), by.end());
    QVERIFY(fixture.import(u"note"_s, "body,by,changed\nHello,Ann Lee,2025-02-03\n", notes).ok());
    const RecordId note = fixture.rows(u"note"_s).front().record.id();
    QCOMPARE(fixture.linked(u"note"_s, note, u"author"), u"Ann Lee"_s);
    const auto why = fixture.workspace().history().why(note, u"body"_s);
    QVERIFY(why.ok() && *why);
    QCOMPARE((*why)->source, u"in.csv, line 2, created by Ann Lee, changed 2025-02-03T00:00:00Z"_s);
    QCOMPARE((*why)->at, at("2025-02-03T00:00:00Z"));
}

void TestImportDeals::momentThatCannotBeRead_isRejected() {
    ImportFixture fixture;
    const auto report =
        fixture.import(u"account"_s, "name,Made\nA,soon\nB,2025-01-02\n",
                       mapping({{.header = u"name"_s, .field = u"name"_s},
                                {.header = u"Made"_s, .use = ColumnUse::CreatedAt}}));
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList{u"2: import.bad_moment soon"_s});
}

} // namespace dw::test

using dw::test::TestImportDeals;
DW_TEST(TestImportDeals)

#include "tst_importdeals.moc"
