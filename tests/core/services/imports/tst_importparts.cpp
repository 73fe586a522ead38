// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importparts.h"

#include "core/catalog/catalog.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Columns that are part of a field: a name in two cells, a currency beside its amount.
class TestImportParts : public QObject {
    Q_OBJECT

private slots:
    void joinedName_readsAsPeopleWriteIt_data();
    void joinedName_readsAsPeopleWriteIt();
    void nameParts_areThereForPeopleOnly_data();
    void nameParts_areThereForPeopleOnly();
    void currencyParts_standBesideEachAmount();
    void import_joinsTheName();
    void import_takesTheCurrencyBesideTheAmount();
    void import_putsLinesOfACellOnOneLine();
    void import_keepsTheLineOfSumsOut_data();
    void import_keepsTheLineOfSumsOut();
};

void TestImportParts::joinedName_readsAsPeopleWriteIt_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("middle");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("joined");
    QTest::newRow("latin") << u"Zoë"_s << QString() << u"van der Berg"_s << u"Zoë van der Berg"_s;
    QTest::newRow("chinese") << u"伟"_s << QString() << u"张"_s << u"张伟"_s;
    QTest::newRow("two characters") << u"诗涵"_s << QString() << u"上官"_s << u"上官诗涵"_s;
    QTest::newRow("mixed") << u"Ann"_s << QString() << u"李"_s << u"Ann 李"_s;
    QTest::newRow("first alone") << u"Ann"_s << QString() << u""_s << u"Ann"_s;
    QTest::newRow("last alone") << u""_s << QString() << u"Lee"_s << u"Lee"_s;
    QTest::newRow("in the middle")
        << u"Zoë"_s << u"van der"_s << u"Berg"_s << u"Zoë van der Berg"_s;
    QTest::newRow("neither") << u""_s << QString() << u""_s << u""_s;
}

void TestImportParts::joinedName_readsAsPeopleWriteIt() {
    QFETCH(const QString, first);
    QFETCH(const QString, middle);
    QFETCH(const QString, last);
    QTEST(joinedName(first, middle, last), "joined");
}

void TestImportParts::nameParts_areThereForPeopleOnly_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<int>("count");
    for (const char *entity : {"contact", "lead", "person"})
        QTest::newRow(entity) << QString::fromLatin1(entity) << 3;
    for (const char *entity : {"account", "deal", "product"})
        QTest::newRow(entity) << QString::fromLatin1(entity) << 0;
}

void TestImportParts::nameParts_areThereForPeopleOnly() {
    QFETCH(const QString, entity);
    const CatalogPtr catalog = Catalog::builtin();
    QTEST(int(nameParts(*catalog->entity(entity)).size()), "count");
}

void TestImportParts::currencyParts_standBesideEachAmount() {
    const CatalogPtr catalog = Catalog::builtin();
    const EntityDesc &deal = *catalog->entity(u"deal");
    const auto parts = currencyParts(deal);
    QCOMPARE(parts.size(), size_t(1));
    QCOMPARE(parts.front()->key, u"amount_currency"_s);
    QCOMPARE(moneyOfPart(deal, u"amount_currency"_s), deal.byName(u"amount"));
    QVERIFY(moneyOfPart(deal, u"amount"_s).isNull());
    QVERIFY(moneyOfPart(deal, u"name_currency"_s).isNull());
    QVERIFY(currencyParts(*catalog->entity(u"contact")).empty());
}

void TestImportParts::import_joinsTheName() {
    ImportFixture fixture;
    const auto report = fixture.importAsProposed(
        u"contact"_s, "First Name,Middle Name,Last Name,Phonetic First Name,Email,Phone\n"
                      "Zoë,,O'Neil,,z@ex.example,\n"
                      "Ann,van der,Berg,,a@ex.example,０５１２－６６６６８８８８\n");
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 0);
    const RecordId ann = fixture.named(u"contact"_s, u"Ann van der Berg"_s);
    QCOMPARE(fixture.value(u"contact"_s, ann, u"phone"), FieldValue(u"0512-66668888"_s));
    QVERIFY(!fixture.named(u"contact"_s, u"Zoë O'Neil"_s).isNull());
}

void TestImportParts::import_takesTheCurrencyBesideTheAmount() {
    ImportFixture fixture;
    const auto report = fixture.importAsProposed(
        u"deal"_s, "Deal Name,Amount,Currency\nOne,1200.50,EUR\nTwo,3,\"cny\"\nThree,4,??\n");
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 1);
    const auto amountOf = [&](const QString &name) {
        return fixture.value(u"deal"_s, fixture.named(u"deal"_s, name), u"amount")
            .as<Money>()
            .toText();
    };
    QCOMPARE(amountOf(u"One"_s), u"EUR 1200.50"_s);
    QCOMPARE(amountOf(u"Two"_s), u"CNY 3.00"_s);
}

void TestImportParts::import_putsLinesOfACellOnOneLine() {
    ImportFixture fixture;
    const auto report =
        fixture.import(u"account"_s, "Name,Street\nAcme,\"1 Main St,\r\nSuite 2\n\n\"\n");
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 0);
    QCOMPARE(fixture.value(u"account"_s, fixture.named(u"account"_s, u"Acme"_s), u"street"),
             FieldValue(u"1 Main St, Suite 2"_s));
}

void TestImportParts::import_keepsTheLineOfSumsOut_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("rejected");
    QTest::newRow("total") << QByteArray("Total,,,5.00") << 1;
    QTest::newRow("with a colon") << QByteArray("合计：,,,200.5") << 1;
    QTest::newRow("a company of that name") << QByteArray("Total,Paris,,") << 0;
    QTest::newRow("half of it filled, one a text") << QByteArray("Total,Paris,,USD 5.00") << 0;
    QTest::newRow("another name") << QByteArray("Totally,,,USD 5.00") << 0;
}

void TestImportParts::import_keepsTheLineOfSumsOut() {
    QFETCH(const QByteArray, line);
    ImportFixture fixture;
    const auto report = fixture.importAsProposed(u"account"_s, "Name,City,Country,Annual revenue\n"
                                                               "Acme,Boston,US,USD 5.00\n"
                                                                   + line + '\n');
    QVERIFY(report.ok());
    QTEST(int(report->rejected), "rejected");
    if (report->rejected > 0)
        QCOMPARE(report->rejects.front().reasons.front().id, u"import.total_line"_s);
}

} // namespace dw::test

using dw::test::TestImportParts;
DW_TEST(TestImportParts)

#include "tst_importparts.moc"
