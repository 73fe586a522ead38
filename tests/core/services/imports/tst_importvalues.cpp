// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/works.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What the cells of a row become.
class TestImportValues : public QObject {
    Q_OBJECT

private slots:
    void init();
    void rejectsWithReasons_data();
    void rejectsWithReasons();
    void findsLinks_data();
    void findsLinks();
    void findsParentsFurtherDown();
    void whenParentsFormACircle_rejectsThem();
    void placesDeals_data();
    void placesDeals();
    void takesTheCurrencyOf_data();
    void takesTheCurrencyOf();
    void fillsInDefaults();
    void importsIntoCustomFields();

private:
    std::unique_ptr<ImportFixture> m_fixture;
    QByteArray m_function;
};

/// One workspace for all rows of a function: opening one waits for the disk.
void TestImportValues::init() {
    if (m_fixture && m_function == QTest::currentTestFunction())
        return;
    m_function = QTest::currentTestFunction();
    m_fixture = std::make_unique<ImportFixture>();
    QVERIFY(m_fixture->isReady());
}

void TestImportValues::rejectsWithReasons_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QByteArray &csv, const QStringList &rows) {
        QTest::newRow(name) << csv << rows;
    };
    row("required", "sector,name\nretail,\n", {u"2: valid.required account.name "_s});
    row("number", "name,employees\nA,many\n", {u"2: value.number account.employees many"_s});
    row("below the limit", "name,employees\nA,-1\n", {u"2: valid.min account.employees -1"_s});
    row("choice", "name,kind\nA,friend\n", {u"2: value.choice account.kind friend"_s});
    row("amount", "name,revenue\nA,CNY 1.234\n",
        {u"2: value.money account.revenue CNY 1.234; money.digits 1.234"_s});
    row("groups of two", "name,revenue\nA,\"1,23,4\"\n",
        {u"2: value.money account.revenue 1,23,4"_s});
    row("email", "name,email\nA,nobody\n", {u"2: valid.email account.email nobody"_s});
    row("unknown owner", "name,owner\nA,Nobody\n", {u"2: link.unknown account.owner Nobody"_s});
    row("unknown tag", "name,tags\nA,\"hot, cold\"\n",
        {u"2: link.unknown account.tags hot; link.unknown account.tags cold"_s});
    row("two things wrong", "name,kind,employees\n,friend,many\n",
        {u"2: value.choice account.kind friend; value.number account.employees many; valid.required account.name "_s});
    row("extra cells", "name,sector\nE,F,G\n", {u"2: import.extra_cells 1"_s});
    row("broken quotes", "name,sector\n\"A\"B,x\nQ,\"y\"\n\"R\",\"z\"\n\"S\",\"z\"\n\"T\",\"z\"\n",
        {u"2: csv.text_after_quote"_s});
    row("only some", "name,kind\nU,customer\nV,friend\nW,partner\n",
        {u"3: value.choice account.kind friend"_s});
}

void TestImportValues::rejectsWithReasons() {
    QFETCH(QByteArray, csv);
    const qint64 before = m_fixture->count(u"account"_s);
    const auto report = m_fixture->importStrictly(u"account"_s, csv);
    QVERIFY(report.ok());
    QTEST(rejectsOf(*report), "rows");
    QCOMPARE(report->rejected, qint64(report->rejects.size()));
    QCOMPARE(report->created.value(u"account"_s), report->read - report->rejected);
    QCOMPARE(m_fixture->count(u"account"_s), before + report->read - report->rejected);
    if (report->set == 0)
        return; // Kept without a set: run_whenNothingComesIn_keepsTheRows.
    const auto kept = rejectedRows(m_fixture->workspace().reader().connection(), report->set);
    QVERIFY(kept.ok());
    QCOMPARE(*kept, report->rejects);
}

void TestImportValues::findsLinks_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("outcome"); ///< The row's name, or the reason.
    QTest::newRow("title") << u"Acme"_s << u"Acme"_s;
    QTest::newRow("folded") << u"  ａｃｍｅ "_s << u"Acme"_s;
    QTest::newRow("uuid") << u"{uuid}"_s << u"Acme"_s;
    QTest::newRow("short id") << u"{short}"_s << u"Acme"_s;
    QTest::newRow("short id in small letters") << u"{small}"_s << u"Acme"_s;
    QTest::newRow("a name like a short id") << u"A-Star"_s << u"A-Star"_s;
    QTest::newRow("of two") << u"Twin"_s << u"link.ambiguous deal.account Twin 2"_s;
    QTest::newRow("deleted") << u"Gone"_s << u"link.unknown deal.account Gone"_s;
    QTest::newRow("deleted, by id") << u"{gone}"_s << u"link.unknown deal.account {gone}"_s;
    QTest::newRow("of another entity") << u"Tess Ter"_s << u"link.unknown deal.account Tess Ter"_s;
}

void TestImportValues::findsLinks() {
    QFETCH(QString, text);
    QFETCH(QString, outcome);
    static RecordId gone;
    if (m_fixture->count(u"account"_s) == 0) {
        QVERIFY(m_fixture->import(u"account"_s, "name\nAcme\nTwin\nGone\nA-Star\n").ok());
        Record twin(u"account"_s, RecordId());
        twin.set(m_fixture->workspace().catalog()->entity(u"account")->titleField(), u"TWIN"_s);
        QVERIFY(m_fixture->workspace().run(createWork(twin, {m_fixture->actor()})).ok());
        gone = m_fixture->named(u"account"_s, u"Gone"_s);
        QVERIFY(
            m_fixture->workspace().run(removeWork(u"account"_s, gone, {m_fixture->actor()})).ok());
    }
    const RecordId acme = m_fixture->named(u"account"_s, u"Acme"_s);
    const auto row = m_fixture->workspace().reader().find(u"account"_s, acme);
    QVERIFY(row.ok() && *row);
    for (QString *t : {&text, &outcome}) {
        t->replace(u"{uuid}"_s, acme.text());
        t->replace(u"{short}"_s, (*row)->shortId);
        t->replace(u"{small}"_s, (*row)->shortId.toLower());
        t->replace(u"{gone}"_s, gone.text());
    }
    const QByteArray name = QTest::currentDataTag();
    const auto report = m_fixture->importStrictly(u"deal"_s, "name,account\n\"" + name + "\","
                                                                 + text.toUtf8() + "\n");
    QVERIFY(report.ok());
    if (report->rejected > 0)
        QCOMPARE(shown(report->rejects[0].reasons).join(u"; "_s), outcome);
    else
        QCOMPARE(m_fixture->linked(u"deal"_s, m_fixture->named(u"deal"_s, QString::fromUtf8(name)),
                                   u"account"),
                 outcome);
}

void TestImportValues::findsParentsFurtherDown() {
    const auto report =
        m_fixture->importStrictly(u"account"_s, "name,parent\nC,B\nX,Nobody\nB,A\nA,\nY,X\n");
    QVERIFY(report.ok());
    QCOMPARE(report->created.value(u"account"_s), 3);
    QCOMPARE(m_fixture->linked(u"account"_s, m_fixture->named(u"account"_s, u"C"_s), u"parent"),
             u"B"_s);
    QCOMPARE(m_fixture->linked(u"account"_s, m_fixture->named(u"account"_s, u"B"_s), u"parent"),
             u"A"_s);
    // What waits for a row that does not come in does not come in; the lines stand in order.
    QCOMPARE(rejectsOf(*report), (QStringList{u"3: link.unknown account.parent Nobody"_s,
                                              u"6: import.target_rejected account.parent X"_s}));
}

void TestImportValues::whenParentsFormACircle_rejectsThem() {
    const auto report = m_fixture->import(u"account"_s, "name,parent\nA,B\nB,A\nC,\n");
    QVERIFY(report.ok());
    QCOMPARE(report->created.value(u"account"_s), 1);
    QCOMPARE(rejectsOf(*report), (QStringList{u"2: import.loop account.parent B"_s,
                                              u"3: import.loop account.parent A"_s}));
}

void TestImportValues::placesDeals_data() {
    QTest::addColumn<QByteArray>("pipeline");
    QTest::addColumn<QByteArray>("stage");
    QTest::addColumn<QString>("outcome"); ///< "pipeline/stage", or the reason.
    QTest::newRow("neither") << QByteArray() << QByteArray() << u"Sales pipeline/Qualification"_s;
    QTest::newRow("a stage") << QByteArray() << QByteArray("negotiation")
                             << u"Sales pipeline/Negotiation"_s;
    QTest::newRow("a pipeline") << QByteArray("Renewals") << QByteArray() << u"Renewals/Check"_s;
    QTest::newRow("both") << QByteArray("Renewals") << QByteArray("Won") << u"Renewals/Won"_s;
    QTest::newRow("a stage of two pipelines")
        << QByteArray() << QByteArray("Won") << u"link.ambiguous deal.stage Won 2"_s;
    QTest::newRow("a stage of another pipeline")
        << QByteArray("Renewals") << QByteArray("Negotiation")
        << u"link.unknown deal.stage Negotiation"_s;
    QTest::newRow("no stage of any")
        << QByteArray() << QByteArray("Nowhere") << u"link.unknown deal.stage Nowhere"_s;
    QTest::newRow("no pipeline of that name")
        << QByteArray("Nowhere") << QByteArray("Won") << u"link.unknown deal.pipeline Nowhere"_s;
    QTest::newRow("no open stage") << QByteArray("Empty") << QByteArray() << u"import.no_stage"_s;
    QTest::newRow("a stage of a resting pipeline")
        << QByteArray() << QByteArray("Old") << u"link.unknown deal.stage Old"_s;
    QTest::newRow("a resting pipeline")
        << QByteArray("Resting") << QByteArray("Old") << u"Resting/Old"_s;
}

void TestImportValues::placesDeals() {
    QFETCH(QByteArray, pipeline);
    QFETCH(QByteArray, stage);
    QFETCH(QString, outcome);
    if (m_fixture->count(u"pipeline"_s) == 1) {
        QVERIFY(m_fixture
                    ->import(u"pipeline"_s,
                             "name,position,active\nRenewals,2,yes\nEmpty,3,yes\nResting,4,no\n")
                    .ok());
        QVERIFY(m_fixture
                    ->import(u"stage"_s,
                             "pipeline,name,position,outcome\nRenewals,Won,2,won\nRenewals,Check,"
                             "1,open\nResting,Old,1,open\n")
                    .ok());
    }
    const QByteArray name = QTest::currentDataTag();
    const auto report = m_fixture->importStrictly(
        u"deal"_s, "name,pipeline,stage\n\"" + name + "\"," + pipeline + ',' + stage + '\n');
    QVERIFY(report.ok());
    if (report->rejected > 0) {
        QCOMPARE(shown(report->rejects[0].reasons).join(u"; "_s), outcome);
        return;
    }
    const RecordId deal = m_fixture->named(u"deal"_s, QString::fromUtf8(name));
    QCOMPARE(m_fixture->linked(u"deal"_s, deal, u"pipeline") + u'/'
                 + m_fixture->linked(u"deal"_s, deal, u"stage"),
             outcome);
}

void TestImportValues::takesTheCurrencyOf_data() {
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("the cell") << u"EUR"_s << u"CNY"_s << QByteArray("USD 5") << u"USD 5.00"_s;
    QTest::newRow("the mapping") << u"EUR"_s << u"CNY"_s << QByteArray("5") << u"EUR 5.00"_s;
    QTest::newRow("the workspace") << QString() << u"JPY"_s << QByteArray("5") << u"JPY 5"_s;
    QTest::newRow("digits of the currency") << QString() << u"JPY"_s << QByteArray("5.5")
                                            << u"value.money deal.amount 5.5; money.digits 5.5"_s;
    QTest::newRow("nobody") << QString() << QString() << QByteArray("5")
                            << u"import.no_currency deal.amount 5"_s;
    QTest::newRow("full width") << u"EUR"_s << QString() << QByteArray("５００") << u"EUR 500.00"_s;
    QTest::newRow("negative") << u"EUR"_s << QString() << QByteArray("-5.25") << u"EUR -5.25"_s;
}

void TestImportValues::takesTheCurrencyOf() {
    QFETCH(QString, mapping);
    QFETCH(QString, setting);
    QFETCH(QByteArray, amount);
    QFETCH(QString, outcome);
    const QJsonValue value = setting.isEmpty() ? QJsonValue() : QJsonValue(setting);
    QVERIFY(m_fixture->workspace()
                .run(settingWork(u"currency"_s, SettingScope::Team, value, {m_fixture->actor()}))
                .ok());
    ImportMapping columns;
    columns.columns = {{.header = u"name"_s, .field = u"name"_s},
                       {.header = u"amount"_s, .field = u"amount"_s}};
    columns.currency = mapping;
    const QByteArray name = QTest::currentDataTag();
    const auto report =
        m_fixture->import(u"deal"_s, "name,amount\n" + name + "," + amount + "\n", columns);
    QVERIFY(report.ok());
    const FieldValue got = m_fixture->value(
        u"deal"_s, m_fixture->named(u"deal"_s, QString::fromUtf8(name)), u"amount");
    QCOMPARE(report->rejected > 0 ? shown(report->rejects[0].reasons).join(u"; "_s)
                                  : got.as<Money>().toText(),
             outcome);
}

void TestImportValues::fillsInDefaults() {
    ImportMapping mapping;
    mapping.columns = {{.header = u"name"_s, .field = u"name"_s},
                       {.header = u"sector"_s, .field = u"sector"_s}};
    mapping.defaults = {{u"sector"_s, u"retail"_s}, {u"owner"_s, u"Tess Ter"_s}};
    QVERIFY(m_fixture->import(u"account"_s, "name,sector\nA,\nB,software\n", mapping).ok());
    const RecordId a = m_fixture->named(u"account"_s, u"A"_s);
    const RecordId b = m_fixture->named(u"account"_s, u"B"_s);
    QCOMPARE(m_fixture->value(u"account"_s, a, u"sector"), FieldValue(u"retail"_s));
    QCOMPARE(m_fixture->value(u"account"_s, b, u"sector"), FieldValue(u"software"_s));
    QCOMPARE(m_fixture->linked(u"account"_s, b, u"owner"), u"Tess Ter"_s);
}

void TestImportValues::importsIntoCustomFields() {
    FieldDesc field;
    field.key = u"tier"_s;
    field.type = FieldType::Choice;
    field.label = {u"Tier"_s, u"级别"_s};
    field.choices = {{u"gold"_s, {u"Gold"_s, u"金"_s}}, {u"silver"_s, {u"Silver"_s, u"银"_s}}};
    QVERIFY(
        m_fixture->workspace().run(addFieldWork({u"account"_s, field}, {m_fixture->actor()})).ok());
    const auto report = m_fixture->import(u"account"_s, "name,级别\nA,金\nB,bronze\n");
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList{u"3: value.choice account.tier bronze"_s});
    QCOMPARE(m_fixture->count(u"account"_s, u"tier = \"gold\""_s), 1);
}

} // namespace dw::test

using dw::test::TestImportValues;
DW_TEST(TestImportValues)

#include "tst_importvalues.moc"
