// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/maven/mavenset.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestImportMavenSet : public QObject {
    Q_OBJECT

private slots:
    void init();
    void read_takesEveryColumn();
    void read_readsMillionsExactly();
    void read_correctsTheSector();
    void read_rejectsWithReasons_data();
    void read_rejectsWithReasons();
    void read_whenAColumnIsMissing_namesIt();
    void read_whenAFileIsMissing_namesIt();
    void read_listsColumnsThatItDoesNotKnow();
    void firstDay_isTheEarliestOfAll();

private:
    void write(const QString &name, const QByteArray &content) const;
    Result<MavenSet> read() const { return readMaven(m_folder->path(), *Catalog::builtin()); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

const QByteArray accountsHeader =
    "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n";
const QByteArray dealsHeader =
    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";

void TestImportMavenSet::write(const QString &name, const QByteArray &content) const {
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestImportMavenSet::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"accounts.csv"_s, accountsHeader + "Acme,retail,1996,1100.04,2822,Kenya,Bluth\n");
    write(u"products.csv"_s, "product,series,sales_price\nGTX Pro,GTX,4821\n");
    write(u"sales_teams.csv"_s, "sales_agent,manager,regional_office\nAnna,Dustin,Central\n");
    write(u"sales_pipeline.csv"_s,
          dealsHeader + "X1,Anna,GTXPro,Acme,Won,2017-01-02,2017-03-01,1054\n");
}

void TestImportMavenSet::read_takesEveryColumn() {
    const auto set = read();
    QVERIFY(set.ok());
    QCOMPARE(set->accounts.size(), size_t(1));
    QCOMPARE(set->accounts[0].name, u"Acme"_s);
    QCOMPARE(set->accounts[0].parent, u"Bluth"_s);
    const auto catalog = Catalog::builtin();
    const EntityDesc &account = *catalog->entity(u"account");
    const Record &draft = set->accounts[0].draft;
    QCOMPARE(draft.value(account.byName(u"sector")).as<QString>(), u"retail"_s);
    QCOMPARE(draft.value(account.byName(u"founded")).as<double>(), 1996.0);
    QCOMPARE(draft.value(account.byName(u"employees")).as<double>(), 2822.0);
    QCOMPARE(draft.value(account.byName(u"country")).as<QString>(), u"Kenya"_s);
    QCOMPARE(draft.value(account.byName(u"kind")).as<QString>(), u"customer"_s);
    QCOMPARE(set->products.size(), size_t(1));
    const EntityDesc &product = *catalog->entity(u"product");
    QCOMPARE(set->products[0].draft.value(product.byName(u"price")).as<Money>().toText(),
             u"USD 4821.00"_s);
    QCOMPARE(set->agents.size(), size_t(1));
    QCOMPARE(set->agents[0].manager, u"Dustin"_s);
    QCOMPARE(set->agents[0].office, u"Central"_s);
    QCOMPARE(set->deals.size(), size_t(1));
    const MavenSet::Deal &deal = set->deals[0];
    QCOMPARE(deal.id, u"X1"_s);
    QCOMPARE(deal.stage, MavenSet::Stage::Won);
    QCOMPARE(deal.engaged, std::optional(QDate(2017, 1, 2)));
    QCOMPARE(deal.closed, std::optional(QDate(2017, 3, 1)));
    QCOMPARE(deal.value->toText(), u"USD 1054.00"_s);
    QCOMPARE(deal.place.source(), u"sales_pipeline.csv, line 2"_s);
    QCOMPARE(set->report.read, 4);
    QCOMPARE(set->report.rejected, 0);
    QVERIFY(set->report.notes.empty());
}

void TestImportMavenSet::read_readsMillionsExactly() {
    const auto set = read();
    QVERIFY(set.ok());
    const auto catalog = Catalog::builtin();
    const FieldHandle revenue = catalog->entity(u"account")->byName(u"revenue");
    QCOMPARE(set->accounts[0].draft.value(revenue).as<Money>().toText(), u"USD 1100040000.00"_s);
}

void TestImportMavenSet::read_correctsTheSector() {
    write(u"accounts.csv"_s,
          accountsHeader + "A,technolgy,,,,,\nB,Technolgy,,,,,\nC,technology,,,,,\n");
    const auto set = read();
    QVERIFY(set.ok());
    const FieldHandle sector = Catalog::builtin()->entity(u"account")->byName(u"sector");
    for (const MavenSet::Account &account : set->accounts)
        QCOMPARE(account.draft.value(sector).as<QString>(), u"technology"_s);
    QCOMPARE(shown(set->report.notes),
             QStringList{u"import.corrected account.sector technolgy technology 2"_s});
}

void TestImportMavenSet::read_rejectsWithReasons_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reasons");
    const auto account = [](const char *name, const QByteArray &rows, const char *reasons) {
        QTest::newRow(name) << u"accounts.csv"_s << accountsHeader + rows
                            << QString::fromLatin1(reasons);
    };
    const auto deal = [](const char *name, const QByteArray &rows, const char *reasons) {
        QTest::newRow(name) << u"sales_pipeline.csv"_s << dealsHeader + rows
                            << QString::fromLatin1(reasons);
    };
    account("no name", ",retail,,,,,\n", "import.needs account");
    account("twice", "A,,,,,,\nA,,,,,,\n", "import.doubled A");
    account("twice but for case", "A,,,,,,\na,,,,,,\n", "import.doubled a");
    account("its own parent", "A,,,,,,a\n", "import.own_parent");
    account("no numbers", "A,,x,y,z,,\n",
            "value.number year_established x; value.money revenue y; "
            "value.number employees z");
    account("too many cells", "A,,,,,,,extra\n", "import.extra_cells 1");
    account("broken", "\"A\"b,,,,,,\n", "csv.text_after_quote");
    QTest::newRow("product twice")
        << u"products.csv"_s << QByteArray("product,series,sales_price\nA,,1\nA,,2\n")
        << u"import.doubled A"_s;
    QTest::newRow("agent without a name")
        << u"sales_teams.csv"_s
        << QByteArray("sales_agent,manager,regional_office\n,Dustin,Central\n")
        << u"import.needs sales_agent"_s;
    deal("unknown stage", "X1,,P,A,Closing,,,\n", "import.unknown_stage Closing");
    deal("no stage", "X1,,P,A,,,,\n", "import.unknown_stage ");
    deal("nothing to call it by", ",Anna,,,Prospecting,,,\n", "import.needs account");
    deal("won without a date", "X1,,P,A,Won,2017-01-02,,5\n", "import.needs close_date");
    deal("lost without a date", "X1,,P,A,Lost,2017-01-02,,0\n", "import.needs close_date");
    deal("a date of another shape", "X1,,P,A,Engaging,2017/01/02,,\n",
         "value.date engage_date 2017/01/02");
    deal("closed before", "X1,,P,A,Won,2017-01-02,2017-01-01,5\n", "import.closed_before");
    deal("no amount", "X1,,P,A,Won,2017-01-02,2017-03-01,five\n", "value.money close_value five");
    deal("the same id", "X1,,P,A,Engaging,2017-01-02,,\nX1,,P,A,Engaging,2017-01-02,,\n",
         "import.doubled X1");
}

void TestImportMavenSet::read_rejectsWithReasons() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    write(file, content);
    const auto set = read();
    QVERIFY(set.ok());
    QCOMPARE(set->report.rejected, 1);
    QCOMPARE(set->report.rejects.size(), size_t(1));
    const RejectedRow &row = set->report.rejects.front();
    QCOMPARE(row.file, file);
    QCOMPARE(row.line, content.count('\n'));
    QVERIFY(!row.cells.isEmpty());
    QTEST(shown(row.reasons).join(u"; "_s), "reasons");
}

void TestImportMavenSet::read_whenAColumnIsMissing_namesIt() {
    write(u"products.csv"_s, "product,series\nGTX Pro,GTX\n");
    const auto set = read();
    QVERIFY(!set.ok());
    QCOMPARE(set.error().message,
             (Message{u"import.preset_columns"_s,
                      {{u"file"_s, u"products.csv"_s}, {u"columns"_s, u"sales_price"_s}}}));
}

void TestImportMavenSet::read_whenAFileIsMissing_namesIt() {
    QVERIFY(QFile::remove(m_folder->filePath(u"sales_teams.csv"_s)));
    const auto set = read();
    QVERIFY(!set.ok());
    QCOMPARE(set.error().message.id, u"import.no_file"_s);
    QVERIFY(set.error().message.args.value(u"file"_s).endsWith(u"sales_teams.csv"_s));
}

void TestImportMavenSet::read_listsColumnsThatItDoesNotKnow() {
    write(u"products.csv"_s, "colour,Product,series,sales_price\nred,GTX Pro,GTX,1\n");
    const auto set = read();
    QVERIFY(set.ok());
    QCOMPARE(set->report.headerNotUsed, QStringList{u"products.csv: colour"_s});
    QCOMPARE(set->products.front().name, u"GTX Pro"_s);
}

void TestImportMavenSet::firstDay_isTheEarliestOfAll() {
    write(u"sales_pipeline.csv"_s, dealsHeader
                                       + "X1,,P,A,Won,2017-01-02,2017-03-01,1\n"
                                         "X2,,P,A,Lost,,2016-12-31,0\n"
                                         "X3,,P,A,Engaging,2017-02-01,2016-01-01,\n"
                                         "X4,,P,A,Prospecting,,,\n");
    const auto set = read();
    QVERIFY(set.ok());
    // X3 closes before it begins and is rejected.
    QCOMPARE(set->deals.size(), size_t(3));
    QCOMPARE(set->firstDay(), std::optional(QDate(2016, 12, 31)));
    QVERIFY(!MavenSet().firstDay());
}

} // namespace dw::test

using dw::test::TestImportMavenSet;
DW_TEST(TestImportMavenSet)

#include "tst_importmavenset.moc"
