// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// How the cells of a file are read: its encoding, its numbers, its days.
class TestImportForms : public QObject {
    Q_OBJECT

private slots:
    void dates_whoseOrderNobodyTells_areAskedFor();
    void dates_areDecidedByAnyRowOfTheFile();
    void dates_areDecidedByAnotherColumn();
    void dates_goByWhatIsTold_data();
    void dates_goByWhatIsTold();
    void numbers_areReadInTheFormOfTheirColumn_data();
    void numbers_areReadInTheFormOfTheirColumn();
    void multiplier_movesTheDigits();
    void encodings_areFoundOut_data();
    void encodings_areFoundOut();
    void encoding_canBeTold();
    void disarmedCells_areArmedAgain();
    void pastedCells_areAFileToo();
    void newFields_areMadeOnTheWay();
    void newFields_ofADryRun_areNotMade();
    void newField_thatIsThere_isTaken();
    void newField_ofAnotherType_isRefused();
    void reportMapping_givesTheSameAgain();

private:
    static QDate due(ImportFixture &fixture, const QString &title) {
        return fixture.value(u"task"_s, fixture.named(u"task"_s, title), u"due_on").as<QDate>();
    }
};

void TestImportForms::dates_whoseOrderNobodyTells_areAskedFor() {
    ImportFixture fixture;
    const auto report = fixture.import(u"task"_s, "title,due_on\nA,01/02/2025\nB,03/04/2025\n");
    QVERIFY(!report.ok());
    QCOMPARE(report.error().message.id, u"import.date_order"_s);
    QCOMPARE(report.error().message.args.value(u"columns"_s), u"due_on"_s);
    QVERIFY(report.error().message.args.value(u"examples"_s).contains(u"01/02/2025"_s));
    QCOMPARE(fixture.count(u"task"_s), 0);
}

void TestImportForms::dates_areDecidedByAnyRowOfTheFile() {
    ImportFixture fixture;
    QByteArray csv = "title,due_on\n";
    for (int i = 0; i < 1'200; ++i)
        csv += 'T' + QByteArray::number(i) + ",01/02/2025\n";
    const auto report = fixture.import(u"task"_s, csv + "Last,13/02/2025\n");
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(due(fixture, u"T0"_s), QDate(2025, 2, 1));
    QCOMPARE(due(fixture, u"Last"_s), QDate(2025, 2, 13));
    QCOMPARE(report->mappings.front().second.dates, DateOrder::DayMonthYear);
}

void TestImportForms::dates_areDecidedByAnotherColumn() {
    ImportFixture fixture;
    const auto report = fixture.import(u"task"_s, "title,due_on,due_at\nA,01/02/2025,\n"
                                                  "B,01/02/2025,12/31/2025 10:00\n");
    QVERIFY(report.ok());
    QCOMPARE(due(fixture, u"A"_s), QDate(2025, 1, 2));
}

void TestImportForms::dates_goByWhatIsTold_data() {
    QTest::addColumn<int>("order");
    QTest::addColumn<QDate>("day");
    QTest::newRow("dmy") << int(DateOrder::DayMonthYear) << QDate(2025, 2, 1);
    QTest::newRow("mdy") << int(DateOrder::MonthDayYear) << QDate(2025, 1, 2);
}

void TestImportForms::dates_goByWhatIsTold() {
    QFETCH(int, order);
    ImportFixture fixture;
    ImportRequest request =
        importOf(u"task"_s, fixture.file(u"in.csv"_s, "title,due_on\nA,01/02/2025\n"));
    request.dates = DateOrder(order);
    QVERIFY(runImport(fixture.workspace(), request, fixture.actor()).ok());
    QTEST(due(fixture, u"A"_s), "day");
}

void TestImportForms::numbers_areReadInTheFormOfTheirColumn_data() {
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QString>("sum");
    QTest::newRow("English") << QByteArray("\"1,234.50\"\n\"2,000\"\n$3.25") << u"USD 3237.75"_s;
    QTest::newRow("German") << QByteArray("\"1.234,50\"\n\"2.000\"\n\"3,25 USD\"")
                            << u"USD 3237.75"_s;
    QTest::newRow("French") << QByteArray("\"1 234,50\"\n\"2 000\"\n\"3,25\"") << u"USD 3237.75"_s;
    QTest::newRow("Chinese") << QByteArray("￥1234.5\n￥0.2万\nCNY 3.25") << u"CNY 3237.75"_s;
    QTest::newRow("negative") << QByteArray("(1.50)\n-2\n3-") << u"USD -6.50"_s;
}

void TestImportForms::numbers_areReadInTheFormOfTheirColumn() {
    QFETCH(QByteArray, cells);
    ImportFixture fixture;
    QByteArray csv = "name,revenue\n";
    int n = 0;
    for (const QByteArray &cell : cells.split('\n'))
        csv += 'A' + QByteArray::number(++n) + ',' + cell + '\n';
    ImportMapping mapping = ImportMapping::propose(
        *fixture.workspace().catalog()->entity(u"account"), {u"name"_s, u"revenue"_s});
    mapping.currency = u"USD"_s;
    const auto report = fixture.import(u"account"_s, csv, mapping);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->sums.size(), size_t(1));
    QTEST(report->sums.front().money.toText(), "sum");
    QCOMPARE(report->sums.front().rows, 3);
}

void TestImportForms::multiplier_movesTheDigits() {
    ImportFixture fixture;
    ImportMapping mapping;
    mapping.columns = {{.header = u"name"_s, .field = u"name"_s},
                       {.header = u"收入（万元）"_s,
                        .field = u"revenue"_s,
                        .currency = u"CNY"_s,
                        .multiplier = 10'000},
                       {.header = u"people"_s, .field = u"employees"_s, .multiplier = 12}};
    const auto report = fixture.import(
        u"account"_s, "name,收入（万元）,people\nA,1.234567,2\nB,0.0000001,1\n", mapping);
    QVERIFY(report.ok());
    QCOMPARE(report->sums.front().money.toText(), u"CNY 12345.67"_s);
    // A tenth of a fen is not rounded away.
    QCOMPARE(rejectsOf(*report).size(), 1);
    QCOMPARE(fixture.value(u"account"_s, fixture.named(u"account"_s, u"A"_s), u"employees"),
             FieldValue(24.0));
}

void TestImportForms::encodings_areFoundOut_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QString text =
        u"name,sector\n苏州起重机有限公司,机械制造\n上海电梯股份有限公司,机械制造\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8();
    QByteArray wide("\xFF\xFE", 2);
    wide.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QTest::newRow("UTF-16") << wide;
    QTest::newRow("GB18030") << QByteArray(
        "name,sector\n\xCB\xD5\xD6\xDD\xC6\xF0\xD6\xD8\xBB\xFA\xD3\xD0\xCF\xDE\xB9\xAB"
        "\xCB\xBE,\xBB\xFA\xD0\xB5\xD6\xC6\xD4\xEC\n\xC9\xCF\xBA\xA3\xB5\xE7\xCC\xDD"
        "\xB9\xC9\xB7\xDD\xD3\xD0\xCF\xDE\xB9\xAB\xCB\xBE,\xBB\xFA\xD0\xB5\xD6\xC6\xD4"
        "\xEC\n");
}

void TestImportForms::encodings_areFoundOut() {
    QFETCH(QByteArray, bytes);
    ImportFixture fixture;
    const auto report = fixture.import(u"account"_s, bytes);
    QVERIFY(report.ok());
    const RecordId id = fixture.named(u"account"_s, u"苏州起重机有限公司"_s);
    QVERIFY(!id.isNull());
    QCOMPARE(fixture.value(u"account"_s, id, u"sector"), FieldValue(u"机械制造"_s));
    QVERIFY(!fixture.named(u"account"_s, u"上海电梯股份有限公司"_s).isNull());
}

void TestImportForms::encoding_canBeTold() {
    ImportFixture fixture;
    ImportRequest request =
        importOf(u"account"_s, fixture.file(u"in.csv"_s, "name\nZ\xFCrich AG\n"));
    request.sources.front().form.encoding = u"windows-1252"_s;
    const auto report = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(report.ok());
    QVERIFY(!fixture.named(u"account"_s, u"Zürich AG"_s).isNull());
}

void TestImportForms::disarmedCells_areArmedAgain() {
    ImportFixture fixture;
    QVERIFY(fixture
                .import(u"account"_s, "name,sector,phone\n'=1+2,'@x,'+1 555 1000\n'plain,-y,\n"
                                      "'' ,,\n")
                .ok());
    QVERIFY(!fixture.named(u"account"_s, u"=1+2"_s).isNull());
    QVERIFY(!fixture.named(u"account"_s, u"'plain"_s).isNull());
    const RecordId id = fixture.named(u"account"_s, u"=1+2"_s);
    QCOMPARE(fixture.value(u"account"_s, id, u"sector"), FieldValue(u"@x"_s));
    QCOMPARE(fixture.value(u"account"_s, id, u"phone"), FieldValue(u"+1 555 1000"_s));
}

void TestImportForms::pastedCells_areAFileToo() {
    ImportFixture fixture;
    ImportRequest request;
    request.sources = {
        {.entity = u"account"_s, .pasted = "name\tsector\r\nAcme\t\"a\tb\"\r\nBeta\tx\r\n"}};
    const auto report = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->created.value(u"account"_s), 2);
    const auto why =
        fixture.workspace().history().why(fixture.named(u"account"_s, u"Beta"_s), u"name"_s);
    QVERIFY(why.ok() && *why);
    QCOMPARE((*why)->source, u"pasted, line 3"_s);
}

namespace {

ImportMapping withNewFields() {
    FieldDesc rating;
    rating.type = FieldType::Choice;
    rating.label = {u"Rating"_s, u"评级"_s};
    rating.choices = {{u"gold"_s, {u"Gold"_s, u"金"_s}}, {u"tin"_s, {u"Tin"_s, u"锡"_s}}};
    FieldDesc fleet;
    fleet.type = FieldType::Number;
    fleet.label = {u"Fleet"_s, u"车队"_s};
    ImportMapping mapping;
    mapping.columns = {{.header = u"name"_s, .field = u"name"_s},
                       {.header = u"Rating"_s, .field = u"rating"_s, .newField = rating},
                       {.header = u"Trucks"_s, .field = u"fleet"_s, .newField = fleet}};
    return mapping;
}

const QByteArray withRatings = "name,Rating,Trucks\nA,Gold,\"1,200\"\nB,锡,7\nC,wood,\n";

} // namespace

void TestImportForms::newFields_areMadeOnTheWay() {
    ImportFixture fixture;
    const auto report = fixture.import(u"account"_s, withRatings, withNewFields());
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList{u"4: value.choice account.rating wood"_s});
    const EntityDesc &account = *fixture.workspace().catalog()->entity(u"account");
    const FieldHandle rating = account.byKey(u"rating"), fleet = account.byKey(u"fleet");
    QVERIFY(!rating.isNull() && !fleet.isNull());
    QVERIFY(account.field(rating).custom);
    const RecordId a = fixture.named(u"account"_s, u"A"_s);
    QCOMPARE(fixture.value(u"account"_s, a, account.field(rating).name), FieldValue(u"gold"_s));
    QCOMPARE(fixture.value(u"account"_s, a, account.field(fleet).name), FieldValue(1200.0));
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportForms::newFields_ofADryRun_areNotMade() {
    ImportFixture fixture;
    const auto dry = dryRunImport(
        fixture.workspace(),
        importOf(u"account"_s, fixture.file(u"in.csv"_s, withRatings), withNewFields()));
    QVERIFY(dry.ok());
    QCOMPARE(dry->created.value(u"account"_s), 2);
    QCOMPARE(dry->rejected, 1);
    QVERIFY(fixture.workspace().catalog()->entity(u"account")->byKey(u"rating").isNull());
    QCOMPARE(fixture.count(u"custom_field"_s), 0);
}

void TestImportForms::newField_thatIsThere_isTaken() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"account"_s, withRatings, withNewFields()).ok());
    const auto again = fixture.import(u"account"_s, withRatings, withNewFields());
    QVERIFY(again.ok());
    QCOMPARE(again->set, 0);
    QCOMPARE(again->unchanged.value(u"account"_s), 2);
    QCOMPARE(fixture.count(u"custom_field"_s), 2);
}

void TestImportForms::newField_ofAnotherType_isRefused() {
    ImportFixture fixture;
    ImportMapping mapping = withNewFields();
    mapping.columns[1].field = u"sector"_s;
    const auto report = fixture.import(u"account"_s, withRatings, mapping);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().message.id, u"import.field_type"_s);
}

/// What a dry run tells is what the import can be given.
void TestImportForms::reportMapping_givesTheSameAgain() {
    ImportFixture fixture;
    const QByteArray csv = "name,revenue,founded\nA,\"1.234,50\",1999\n";
    ImportMapping mapping = ImportMapping::propose(
        *fixture.workspace().catalog()->entity(u"account"), {u"name"_s, u"revenue"_s});
    mapping.currency = u"EUR"_s;
    const ImportRequest request = importOf(u"account"_s, fixture.file(u"in.csv"_s, csv), mapping);
    const auto dry = dryRunImport(fixture.workspace(), request);
    QVERIFY(dry.ok());
    QCOMPARE(dry->mappings.size(), size_t(1));
    const auto back = ImportMapping::fromJson(dry->mappings.front().second.toJson());
    QVERIFY(back.ok());
    const auto again = dryRunImport(fixture.workspace(),
                                    importOf(u"account"_s, request.sources.front().file, *back));
    QVERIFY(again.ok());
    QCOMPARE(again->sums, dry->sums);
    QCOMPARE(again->mappings, dry->mappings);
}

} // namespace dw::test

using dw::test::TestImportForms;
DW_TEST(TestImportForms)

#include "tst_importforms.moc"
