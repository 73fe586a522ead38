// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/stats.h"
#include "core/services/works.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

const QString sampleFolder = QStringLiteral(DW_SOURCE_DIR) + u"/resources/sample/harbour"_s;
const QString realFolder = QStringLiteral(DW_SOURCE_DIR) + u"/../shared/data/maven_crm"_s;

/// "Won 186 USD 12898360.00", a line a stage.
QStringList stagesOf(Workspace &workspace, const QString &pipeline) {
    const auto stats = statsOf(workspace.reader());
    QStringList lines;
    if (!stats)
        return lines;
    for (const StageStats &stage : stats->stages) {
        if (stage.pipeline != pipeline)
            continue;
        QStringList parts{stage.stage, QString::number(stage.deals)};
        for (const Money &sum : stage.sums)
            parts << sum.toText();
        lines << parts.join(u' ');
    }
    return lines;
}

} // namespace

class TestImportMaven : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void sample_comesInWhole();
    void sample_keepsPeopleAndAccountsTogether();
    void sample_saysWhatItMendedAndFlagged();
    void sample_tellsTheHistoryOfADeal();
    void sample_isUndoneAndRedoneWhole();
    void sample_comesInAgainAfterUndo();
    void sample_countsDaysInTheZoneOfTheWorkspace_data();
    void sample_countsDaysInTheZoneOfTheWorkspace();
    void refused_whenRecordsAreThere();
    void rejectedRows_areKept();
    void unknownNames_areMade();
    void dealsWithoutDates_areFlagged();
    void knownPeople_areNotDoubled();
    void stopped_writesNothing();
    void realSet_hasItsFigures();

private:
    void writeSet(const ImportFixture &fixture, const QByteArray &deals) const;
    /// A workspace with the sample in it, for tests that only look.
    std::unique_ptr<ImportFixture> m_sample;
    std::optional<Result<ImportReport>> m_report;
};

/// A small set; `deals` are the rows of its pipeline.
void TestImportMaven::writeSet(const ImportFixture &fixture, const QByteArray &deals) const {
    (void)fixture.file(
        u"accounts.csv"_s,
        "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n"
        "Acme,retail,1996,1100.04,2822,Kenya,Bluth\nBluth,retail,,,,,\n");
    (void)fixture.file(u"products.csv"_s, "product,series,sales_price\nGTX Pro,GTX,4821\nMG,MG,\n");
    (void)fixture.file(u"sales_teams.csv"_s,
                       "sales_agent,manager,regional_office\nAnna,Dustin,Central\nBob,Anna,East\n");
    (void)fixture.file(
        u"sales_pipeline.csv"_s,
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
            + deals);
}

void TestImportMaven::initTestCase() {
    m_sample = std::make_unique<ImportFixture>();
    QVERIFY(m_sample->isReady());
    m_report = importMaven(m_sample->workspace(), sampleFolder, m_sample->actor());
    QVERIFY2(m_report->ok(),
             qPrintable(m_report->ok() ? QString()
                                       : m_report->error().message.id + m_report->error().detail));
}

void TestImportMaven::cleanupTestCase() { m_sample.reset(); }

void TestImportMaven::sample_comesInWhole() {
    ImportFixture &fixture = *m_sample;
    const auto &report = *m_report;
    QCOMPARE(report->read, 30 + 10 + 12 + 500);
    QCOMPARE(report->rejected, 0);
    QVERIFY(report->set > 0);
    const QMap<QString, qint64> created{
        {u"account"_s, 30}, {u"product"_s, 10},    {u"person"_s, 16},           {u"team"_s, 3},
        {u"deal"_s, 500},   {u"deal_line"_s, 500}, {u"cross_reference"_s, 500}, {u"pipeline"_s, 1},
        {u"stage"_s, 4},    {u"tag"_s, 1}};
    QCOMPARE(report->created, created);
    for (auto it = created.begin(); it != created.end(); ++it) {
        const qint64 seeded = it.key() == u"person"_s || it.key() == u"pipeline"_s ? 1
                              : it.key() == u"stage"_s                             ? 7
                                                                                   : 0;
        QCOMPARE(fixture.count(it.key()), *it + seeded);
    }
    QCOMPARE(report->sums.size(), size_t(1));
    QCOMPARE(report->sums[0].money.toText(), u"USD 24851950.00"_s);
    QCOMPARE(stagesOf(fixture.workspace(), u"Opportunities"_s),
             (QStringList{u"Prospecting 81 USD 4328380.00"_s, u"Engaging 124 USD 7625210.00"_s,
                          u"Won 186 USD 12898360.00"_s, u"Lost 109 USD 0.00"_s}));
    QCOMPARE(fixture.count(u"pipeline"_s, u"active"_s), 1);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportMaven::sample_keepsPeopleAndAccountsTogether() {
    ImportFixture &fixture = *m_sample;
    const RecordId agent = fixture.named(u"person"_s, u"白露"_s);
    QCOMPARE(fixture.linked(u"person"_s, agent, u"manager"), u"高山"_s);
    QCOMPARE(fixture.linked(u"person"_s, agent, u"team"), u"华东"_s);
    QCOMPARE(fixture.linked(u"person"_s, fixture.named(u"person"_s, u"高山"_s), u"team"),
             u"华东"_s);
    QCOMPARE(fixture.count(u"person"_s, u"manager is not empty"_s), 12);
    const RecordId child = fixture.named(u"account"_s, u"石榴树软件"_s);
    QCOMPARE(fixture.linked(u"account"_s, child, u"parent"), u"橘子湖数据"_s);
    QCOMPARE(fixture.count(u"account"_s, u"parent is not empty"_s), 7);
    const RecordId anchor = fixture.named(u"account"_s, u"Kite, Anchor & Sons"_s);
    QCOMPARE(fixture.value(u"account"_s, anchor, u"revenue").as<Money>().toText(),
             u"USD 336720000.00"_s);
    QCOMPARE(fixture.count(u"account"_s, u"sector = \"technology\""_s), 5);
    QCOMPARE(fixture.count(u"account"_s, u"sector = \"technolgy\""_s), 0);
}

void TestImportMaven::sample_saysWhatItMendedAndFlagged() {
    ImportFixture &fixture = *m_sample;
    const auto &report = *m_report;
    QStringList notes = shown(report->notes);
    notes.sort();
    QCOMPARE(notes,
             (QStringList{u"import.corrected account.sector technolgy technology 5"_s,
                          u"import.matched BeaconPro Beacon Pro 77"_s, u"import.no_account 61"_s,
                          u"import.pipeline_rests Sales pipeline"_s,
                          u"import.rows_lost_needs deal.reason 109"_s,
                          u"import.rows_no_amount deal.amount 47"_s, u"import.undated 81"_s,
                          u"import.win_rate 186"_s}));
    const auto rate =
        std::find_if(report->notes.begin(), report->notes.end(),
                     [](const Message &note) { return note.id == u"import.win_rate"_s; });
    QCOMPARE(rate->args.value(u"percent"_s), u"63"_s); // 186 of 295
    QCOMPARE(fixture.count(u"deal"_s, u"account is empty"_s), 61);
    const RecordId undated = fixture.named(u"tag"_s, u"undated"_s);
    QCOMPARE(fixture.count(u"deal"_s, u"tags is not empty"_s), 81);
    QVERIFY(!undated.isNull());
}

void TestImportMaven::sample_tellsTheHistoryOfADeal() {
    ImportFixture &fixture = *m_sample;
    const auto &report = *m_report;
    // ZAFP1A56, line 2: won, engaged 2025-07-13, closed 2025-12-01 with 4,020.
    const auto lines = fixture.rows(u"cross_reference"_s);
    const auto catalog = fixture.workspace().catalog();
    const EntityDesc &references = *catalog->entity(u"cross_reference");
    RecordId deal;
    for (const Row &row : lines) {
        if (row.record.value(references.byName(u"external_id")).as<QString>() == u"ZAFP1A56"_s)
            deal = RecordId::fromText(row.record.value(references.byName(u"record")).as<QString>());
    }
    QVERIFY(!deal.isNull());
    History history = fixture.workspace().history();
    const auto changes = history.ofRecord(deal);
    QVERIFY(changes.ok());
    QCOMPARE(changes->size(), size_t(2));
    for (const ChangeRecord &change : *changes) {
        QVERIFY(change.trusted);
        QCOMPARE(change.source, u"sales_pipeline.csv, line 2"_s);
        QCOMPARE(change.set, report->set);
    }
    QCOMPARE(changes->at(0).at.toIso(), u"2025-07-13T00:00:00Z"_s);
    QCOMPARE(changes->at(1).at.toIso(), u"2025-12-01T00:00:00Z"_s);

    const EntityDesc &deals = *catalog->entity(u"deal");
    const auto before =
        history.recordAt(*catalog, u"deal"_s, deal, *Instant::fromIso(u"2025-07-12T23:59:59Z"_s));
    QVERIFY(before.ok() && !*before);
    const auto open =
        history.recordAt(*catalog, u"deal"_s, deal, *Instant::fromIso(u"2025-09-15T00:00:00Z"_s));
    QVERIFY(open.ok() && *open);
    const RecordId stage = (*open)->value(deals.byName(u"stage")).as<RecordId>();
    QCOMPARE(fixture.workspace().reader().title(u"stage"_s, stage), u"Engaging"_s);
    QVERIFY((*open)->value(deals.byName(u"amount")).isEmpty());
    QVERIFY((*open)->value(deals.byName(u"closed_on")).isEmpty());
    const auto won =
        history.recordAt(*catalog, u"deal"_s, deal, *Instant::fromIso(u"2025-12-01T00:00:00Z"_s));
    QVERIFY(won.ok() && *won);
    QCOMPARE((*won)->value(deals.byName(u"amount")).as<Money>().toText(), u"USD 4020.00"_s);
    QCOMPARE((*won)->value(deals.byName(u"closed_on")), FieldValue(QDate(2025, 12, 1)));
    QCOMPARE(fixture.value(u"deal"_s, deal, u"stage_since"),
             FieldValue(*Instant::fromIso(u"2025-12-01T00:00:00Z"_s)));
    QCOMPARE(fixture.value(u"deal"_s, deal, u"created_at"),
             FieldValue(*Instant::fromIso(u"2025-07-13T00:00:00Z"_s)));
    QCOMPARE(fixture.value(u"deal"_s, deal, u"name"), FieldValue(u"晴耕雨读出版 – Beacon Basic"_s));
}

void TestImportMaven::sample_isUndoneAndRedoneWhole() {
    ImportFixture fixture;
    const auto report = importMaven(fixture.workspace(), sampleFolder, fixture.actor());
    QVERIFY(report.ok());
    const auto undone = fixture.workspace().run(undoWork(report->set, {fixture.actor()}));
    QVERIFY(undone.ok());
    for (const QString &entity : report->created.keys()) {
        const qint64 seeded = entity == u"person"_s || entity == u"pipeline"_s ? 1
                              : entity == u"stage"_s                           ? 7
                                                                               : 0;
        QCOMPARE(fixture.count(entity), seeded);
    }
    QCOMPARE(fixture.count(u"pipeline"_s, u"active"_s), 1);
    QVERIFY(fixture.workspace().run(redoWork(undone->set, {fixture.actor()})).ok());
    QCOMPARE(stagesOf(fixture.workspace(), u"Opportunities"_s).value(2),
             u"Won 186 USD 12898360.00"_s);
    QCOMPARE(fixture.count(u"deal_line"_s), 500);
    QCOMPARE(fixture.count(u"deal"_s, u"tags is not empty"_s), 81);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportMaven::sample_comesInAgainAfterUndo() {
    ImportFixture fixture;
    const auto first = importMaven(fixture.workspace(), sampleFolder, fixture.actor());
    QVERIFY(first.ok());
    QVERIFY(fixture.workspace().run(undoWork(first->set, {fixture.actor()})).ok());
    const auto again = importMaven(fixture.workspace(), sampleFolder, fixture.actor());
    QVERIFY2(again.ok(), qPrintable(again.ok() ? QString() : again.error().message.id));
    QCOMPARE(again->created, first->created);
    QCOMPARE(again->rejected, 0);
    QCOMPARE(stagesOf(fixture.workspace(), u"Opportunities"_s).value(2),
             u"Won 186 USD 12898360.00"_s);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportMaven::sample_countsDaysInTheZoneOfTheWorkspace_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("begins");
    QTest::newRow("UTC") << u"UTC"_s << u"2017-01-02T00:00:00Z"_s;
    QTest::newRow("east") << u"Asia/Shanghai"_s << u"2017-01-01T16:00:00Z"_s;
    QTest::newRow("west") << u"America/New_York"_s << u"2017-01-02T05:00:00Z"_s;
}

void TestImportMaven::sample_countsDaysInTheZoneOfTheWorkspace() {
    QFETCH(QString, zone);
    QFETCH(QString, begins);
    ImportFixture fixture(zone);
    writeSet(fixture, "X1,Anna,GTXPro,Acme,Won,2017-01-02,2017-01-02,1054\n");
    QVERIFY(importMaven(fixture.workspace(), fixture.path({}), fixture.actor()).ok());
    const RecordId deal = fixture.named(u"deal"_s, u"Acme – GTX Pro"_s);
    const auto changes = fixture.workspace().history().ofRecord(deal);
    QVERIFY(changes.ok());
    // Won on the day it began is still two changes, one after the other.
    QCOMPARE(changes->size(), size_t(2));
    QCOMPARE(changes->at(0).at.toIso(), begins);
    QCOMPARE(changes->at(1).at.ms, changes->at(0).at.ms + 1);
}

void TestImportMaven::refused_whenRecordsAreThere() {
    ImportFixture fixture;
    Record tag(u"tag"_s, {});
    tag.set(fixture.workspace().catalog()->entity(u"tag")->byName(u"name"), u"mine"_s);
    const auto made = fixture.workspace().run(createWork(tag, {fixture.actor()}));
    QVERIFY(made.ok());
    const auto refused = importMaven(fixture.workspace(), sampleFolder, fixture.actor());
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().message,
             (Message{u"import.not_empty"_s, {{u"entity"_s, u"tag"_s}, {u"count"_s, u"1"_s}}}));
    QCOMPARE(fixture.count(u"deal"_s), 0);
    QCOMPARE(fixture.count(u"pipeline"_s), 1);
    QVERIFY(fixture.workspace().run(undoWork(made->set, {fixture.actor()})).ok());
    QVERIFY(importMaven(fixture.workspace(), sampleFolder, fixture.actor()).ok());
}

void TestImportMaven::rejectedRows_areKept() {
    ImportFixture fixture;
    writeSet(fixture,
             "X1,Anna,GTXPro,Acme,Won,2017-01-02,2017-03-01,1054\nX2,Anna,GTXPro,Acme,Closing,,,\n"
             "X3,Anna,GTXPro,"
                 + QByteArray(201, 'a') + ",Engaging,2017-01-02,,\n");
    const auto report = importMaven(fixture.workspace(), fixture.path({}), fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->read, 9);
    QCOMPARE(report->rejected, 2);
    QCOMPARE(report->created.value(u"deal"_s), 1);
    QCOMPARE(shown(report->rejects[0].reasons), QStringList{u"import.unknown_stage Closing"_s});
    QCOMPARE(report->rejects[1].line, 4);
    QCOMPARE(report->rejects[1].reasons.front().id, u"valid.length"_s);
    const auto kept = rejectedRows(fixture.workspace().reader().connection(), report->set);
    QVERIFY(kept.ok());
    QCOMPARE(*kept, report->rejects);
}

void TestImportMaven::unknownNames_areMade() {
    ImportFixture fixture;
    writeSet(fixture, "X1,Zoe,Rocket,Umbrella,Engaging,2017-01-02,,\nX2,Zoe,rocket,Umbrella,"
                      "Engaging,2017-01-02,,\n");
    const auto report = importMaven(fixture.workspace(), fixture.path({}), fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 0);
    QStringList notes = shown(report->notes);
    notes.removeIf([](const QString &note) { return !note.startsWith(u"import.made"_s); });
    QCOMPARE(notes, (QStringList{u"import.made Umbrella 2"_s, u"import.made Zoe 2"_s,
                                 u"import.made Rocket 2"_s}));
    const RecordId account = fixture.named(u"account"_s, u"Umbrella"_s);
    QCOMPARE(fixture.value(u"account"_s, account, u"kind"), FieldValue(u"customer"_s));
    const auto why = fixture.workspace().history().why(account, u"name"_s);
    QVERIFY(why.ok() && *why);
    QCOMPARE((*why)->source, u"sales_pipeline.csv, line 2"_s);
    QCOMPARE(fixture.count(u"product"_s), 3);
    QCOMPARE(fixture.count(u"deal_line"_s), 2);
}

void TestImportMaven::dealsWithoutDates_areFlagged() {
    ImportFixture fixture;
    writeSet(fixture,
             "X1,Anna,GTXPro,Acme,Prospecting,,2027-01-31,700\nX2,Anna,,,Engaging,,,\n"
             "X3,Bob,MG,,Lost,,2017-03-01,0\nX4,Bob,MG,Bluth,Engaging,2017-01-02,2027-02-28,800\n");
    const auto report = importMaven(fixture.workspace(), fixture.path({}), fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 0);
    QVERIFY(shown(report->notes).contains(u"import.undated 3"_s));
    QVERIFY(shown(report->notes).contains(u"import.no_account 2"_s));
    QCOMPARE(fixture.count(u"deal"_s, u"tags is not empty"_s), 3);

    const Instant now = fixture.clock().now();
    const RecordId prospect = fixture.named(u"deal"_s, u"Acme – GTX Pro"_s);
    QCOMPARE(fixture.value(u"deal"_s, prospect, u"created_at"), FieldValue(now));
    QCOMPARE(fixture.linked(u"deal"_s, prospect, u"stage"), u"Prospecting"_s);
    QCOMPARE(fixture.value(u"deal"_s, prospect, u"amount").as<Money>().toText(), u"USD 700.00"_s);
    QCOMPARE(fixture.value(u"deal"_s, prospect, u"expected_close"), FieldValue(QDate(2027, 1, 31)));
    QCOMPARE(fixture.workspace().history().ofRecord(prospect)->size(), size_t(1));

    const RecordId nameless = fixture.named(u"deal"_s, u"X2"_s);
    QCOMPARE(fixture.value(u"deal"_s, nameless, u"created_at"), FieldValue(now));
    const RecordId lost = fixture.named(u"deal"_s, u"MG X3"_s);
    QCOMPARE(fixture.value(u"deal"_s, lost, u"created_at"),
             FieldValue(*Instant::fromIso(u"2017-03-01"_s)));
    QCOMPARE(fixture.linked(u"deal"_s, lost, u"stage"), u"Lost"_s);

    // What an open deal is expected to bring was not known on its first day.
    const RecordId open = fixture.named(u"deal"_s, u"Bluth – MG"_s);
    const auto changes = fixture.workspace().history().ofRecord(open);
    QCOMPARE(changes->size(), size_t(2));
    QVERIFY(changes->at(0).trusted);
    QVERIFY(!changes->at(1).trusted);
    QCOMPARE(changes->at(1).at, now);
    QCOMPARE(fixture.value(u"deal"_s, open, u"amount").as<Money>().toText(), u"USD 800.00"_s);
    QCOMPARE(fixture.value(u"deal"_s, open, u"expected_close"), FieldValue(QDate(2027, 2, 28)));
    QVERIFY(fixture.value(u"deal"_s, open, u"closed_on").isEmpty());
}

void TestImportMaven::knownPeople_areNotDoubled() {
    ImportFixture fixture;
    writeSet(fixture, "X1,Tess Ter,MG,Acme,Engaging,2017-01-02,,\n");
    (void)fixture.file(u"sales_teams.csv"_s,
                       "sales_agent,manager,regional_office\nTess Ter,Anna,Central\n");
    const auto report = importMaven(fixture.workspace(), fixture.path({}), fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(fixture.count(u"person"_s), 2);
    QCOMPARE(fixture.linked(u"person"_s, fixture.actor(), u"manager"), u"Anna"_s);
    QCOMPARE(fixture.linked(u"person"_s, fixture.actor(), u"team"), u"Central"_s);
    QCOMPARE(fixture.linked(u"deal"_s, fixture.named(u"deal"_s, u"Acme – MG"_s), u"owner"),
             u"Tess Ter"_s);
}

void TestImportMaven::stopped_writesNothing() {
    ImportFixture fixture;
    StopToken stop;
    const auto report = importMaven(
        fixture.workspace(), sampleFolder, fixture.actor(),
        [&](qint64 done, qint64 total) {
            if (done * 2 > total)
                stop.stop();
        },
        stop);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().message.id, u"cancelled"_s);
    QCOMPARE(fixture.count(u"account"_s), 0);
    QCOMPARE(fixture.count(u"deal"_s), 0);
    QCOMPARE(fixture.damage(), QStringList());
}

/// Figures as the files have them; the set itself lies outside the repository.
void TestImportMaven::realSet_hasItsFigures() {
    if (!QFile::exists(realFolder + u"/sales_pipeline.csv"_s))
        QSKIP("the set ../shared/data/maven_crm is not here");
    ImportFixture fixture;
    const auto report = importMaven(fixture.workspace(), realFolder, fixture.actor());
    QVERIFY2(
        report.ok(),
        qPrintable(report.ok() ? QString() : report.error().message.id + report.error().detail));
    QCOMPARE(report->read, 85 + 7 + 35 + 8800);
    QCOMPARE(report->rejected, 0);
    const QMap<QString, qint64> created{
        {u"account"_s, 85}, {u"product"_s, 7},  {u"person"_s, 41},
        {u"team"_s, 3},     {u"deal"_s, 8800},  {u"deal_line"_s, 8800},
        {u"stage"_s, 4},    {u"pipeline"_s, 1}, {u"cross_reference"_s, 8800},
        {u"tag"_s, 1}};
    QCOMPARE(report->created, created);
    QCOMPARE(stagesOf(fixture.workspace(), u"Opportunities"_s),
             (QStringList{u"Prospecting 500"_s, u"Engaging 1589"_s, u"Won 4238 USD 10005534.00"_s,
                          u"Lost 2473 USD 0.00"_s}));
    QStringList notes = shown(report->notes);
    notes.sort();
    QCOMPARE(notes,
             (QStringList{u"import.corrected account.sector technolgy technology 12"_s,
                          u"import.matched GTXPro GTX Pro 1480"_s, u"import.no_account 1425"_s,
                          u"import.pipeline_rests Sales pipeline"_s,
                          u"import.rows_lost_needs deal.reason 2473"_s,
                          u"import.rows_no_amount deal.amount 2089"_s, u"import.undated 500"_s,
                          u"import.win_rate 4238"_s}));
    QCOMPARE(fixture.count(u"account"_s, u"parent is not empty"_s), 15);
    QCOMPARE(fixture.count(u"person"_s, u"manager is not empty"_s), 35);
    QCOMPARE(fixture.count(u"person"_s, u"team is not empty"_s), 41);
    const RecordId acme = fixture.named(u"account"_s, u"Acme Corporation"_s);
    QCOMPARE(fixture.value(u"account"_s, acme, u"revenue").as<Money>().toText(),
             u"USD 1100040000.00"_s);

    qint64 engaged = 0;
    qint64 withAmount = 0;
    QSet<RecordId> stages;
    const auto catalog = fixture.workspace().catalog();
    const FieldHandle amount = catalog->entity(u"deal")->byName(u"amount");
    const FieldHandle stage = catalog->entity(u"deal")->byName(u"stage");
    const auto listed = fixture.workspace().history().rowsAt(
        *catalog, u"deal"_s, *Instant::fromIso(u"2017-01-15T00:00:00Z"_s), [&](const Record &deal) {
            ++engaged;
            withAmount += deal.value(amount).isEmpty() ? 0 : 1;
            stages.insert(deal.value(stage).as<RecordId>());
        });
    QVERIFY(listed.ok());
    QCOMPARE(engaged, 507);
    QCOMPARE(withAmount, 0);
    QCOMPARE(stages, QSet<RecordId>{{makeUuidV5(u"stage/maven/engaging"_s)}});
    QCOMPARE(fixture.damage(), QStringList());
}

} // namespace dw::test

using dw::test::TestImportMaven;
DW_TEST(TestImportMaven)

#include "tst_importmaven.moc"
