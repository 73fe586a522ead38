// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/rowscan.h"

#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestRowScan : public QObject {
    Q_OBJECT

private slots:
    void scan_givesTheFieldsThatWereAskedFor();
    void scan_passesOverTheBin();
    void scan_passesOverColumnsThatAreNotThere();
    void scan_ofNoFields_givesIds();

private:
    const CatalogPtr m_catalog = Catalog::builtin();
    const EntityDesc &m_account = *m_catalog->entity(u"account");

    Record account(int n, const QString &name) const {
        Record record(u"account"_s, testId(n));
        record.set(m_account.titleField(), name);
        record.set(m_account.byName(u"sector"), u"steel"_s);
        record.set(m_account.byName(u"revenue"), Money(500, *Currency::fromCode(u"EUR"_s)));
        return record;
    }
    static std::vector<Record> all(RowScan &scan) {
        std::vector<Record> rows;
        Record row;
        for (;;) {
            const auto more = scan.next(row);
            if (!more || !*more)
                return rows;
            rows.push_back(row);
        }
    }
};

void TestRowScan::scan_givesTheFieldsThatWereAskedFor() {
    StoreFolder folder;
    const auto c = folder.create();
    insertRow(*c, *m_catalog, account(1, u"Acme"_s));
    insertRow(*c, *m_catalog, account(2, u"Beta"_s));
    const FieldHandle name = m_account.titleField(), revenue = m_account.byName(u"revenue");
    const auto scan = RowScan::open(*c, m_account, {revenue, name});
    QVERIFY2(scan.ok(), qPrintable(failure(scan)));
    const auto rows = all(**scan);
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[0].id(), testId(1));
    QCOMPARE(rows[0].value(name), FieldValue(u"Acme"_s));
    QCOMPARE(rows[0].value(revenue).as<Money>().toText(), u"EUR 5.00"_s);
    QVERIFY(!rows[0].has(m_account.byName(u"sector")));
    QCOMPARE(rows[1].value(name), FieldValue(u"Beta"_s));
}

void TestRowScan::scan_passesOverTheBin() {
    StoreFolder folder;
    const auto c = folder.create();
    insertRow(*c, *m_catalog, account(1, u"Acme"_s), {.deleted = true});
    const auto scan = RowScan::open(*c, m_account, {m_account.titleField()});
    QVERIFY2(scan.ok(), qPrintable(failure(scan)));
    QVERIFY(all(**scan).empty());
}

/// The catalogue may know a field that the snapshot of a reader does not have yet.
void TestRowScan::scan_passesOverColumnsThatAreNotThere() {
    StoreFolder folder;
    const auto c = folder.create();
    insertRow(*c, *m_catalog, account(1, u"Acme"_s));
    FieldDesc field;
    field.name = u"c_new"_s;
    field.key = u"new_one"_s;
    field.custom = true;
    field.label = {u"New"_s, u"新"_s};
    const auto grown = m_catalog->withField(u"account"_s, field);
    QVERIFY2(grown.ok(), qPrintable(failure(grown)));
    const EntityDesc &entity = *(*grown)->entity(u"account");
    const auto scan = RowScan::open(*c, entity, {entity.byName(u"c_new"), entity.titleField()});
    QVERIFY2(scan.ok(), qPrintable(failure(scan)));
    const auto rows = all(**scan);
    QCOMPARE(rows.size(), size_t(1));
    QVERIFY(!rows[0].has(entity.byName(u"c_new")));
    QCOMPARE(rows[0].value(entity.titleField()), FieldValue(u"Acme"_s));
}

void TestRowScan::scan_ofNoFields_givesIds() {
    StoreFolder folder;
    const auto c = folder.create();
    insertRow(*c, *m_catalog, account(1, u"Acme"_s));
    const auto scan = RowScan::open(*c, m_account, {});
    QVERIFY2(scan.ok(), qPrintable(failure(scan)));
    const auto rows = all(**scan);
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0].id(), testId(1));
}

} // namespace dw::test

using dw::test::TestRowScan;
DW_TEST(TestRowScan)

#include "tst_rowscan.moc"
