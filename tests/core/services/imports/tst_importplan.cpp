// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importplan.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using Columns = std::vector<std::pair<QString, QString>>;

class TestImportPlan : public QObject {
    Q_OBJECT

private slots:
    void plan_findsColumnsByFoldedHeader();
    void plan_listsWhatIsNotUsedOrMissing();
    void plan_refuses_data();
    void plan_refuses();
    void plan_refusesADoubledHeader_data();
    void plan_refusesADoubledHeader();
    void plan_namesAnotherSeparator();

private:
    const CatalogPtr m_catalog = Catalog::builtin();
    const EntityDesc &m_deal = *m_catalog->entity(u"deal");
};

void TestImportPlan::plan_findsColumnsByFoldedHeader() {
    ImportMapping mapping;
    mapping.columns = {{.header = u"ｎａｍｅ"_s, .field = u"name"_s},
                       {.header = u"AMOUNT"_s, .field = u"amount"_s}};
    mapping.currency = u"eur"_s;
    mapping.defaults = {{u"source"_s, u"fair"_s}};
    const auto plan = planImport(m_deal, mapping, {u"Amount"_s, u"Name"_s});
    QVERIFY(plan.ok());
    QCOMPARE(plan->columns.size(), size_t(2));
    QCOMPARE(plan->columns[0].at, 1);
    QCOMPARE(plan->columns[0].field, m_deal.byName(u"name"));
    QCOMPARE(plan->columns[1].at, 0);
    QCOMPARE(plan->columns[1].currency, u"EUR"_s);
    QCOMPARE(plan->defaults.size(), size_t(1));
    QVERIFY(plan->notUsed.isEmpty());
}

void TestImportPlan::plan_listsWhatIsNotUsedOrMissing() {
    ImportMapping mapping;
    mapping.columns = {{.header = u"Name"_s, .field = u"name"_s},
                       {.header = u"Gone"_s, .field = u"amount"_s},
                       {.header = u"Skip"_s, .use = ColumnUse::None}};
    const auto plan = planImport(m_deal, mapping,
                                 {u"Name"_s, QString(), u"Skip"_s, u"Skip"_s, u"rejected: line"_s});
    QVERIFY(plan.ok());
    QCOMPARE(plan->notUsed, (QStringList{u"#2"_s, u"Skip"_s, u"Skip"_s}));
    QCOMPARE(plan->missing, QStringList{u"Gone"_s});
}

void TestImportPlan::plan_refuses_data() {
    QTest::addColumn<Columns>("columns");
    QTest::addColumn<QString>("id");
    QTest::newRow("unknown") << Columns{{u"A"_s, u"nosuch"_s}} << u"import.unknown_field"_s;
    QTest::newRow("unknown, though the file lacks it")
        << Columns{{u"Gone"_s, u"nosuch"_s}, {u"A"_s, u"name"_s}} << u"import.unknown_field"_s;
    QTest::newRow("derived") << Columns{{u"A"_s, u"created_at"_s}} << u"import.own_field"_s;
    QTest::newRow("read-only") << Columns{{u"A"_s, u"board_order"_s}} << u"import.own_field"_s;
    QTest::newRow("twice") << Columns{{u"A"_s, u"name"_s}, {u"B"_s, u"name"_s}}
                           << u"import.field_twice"_s;
    QTest::newRow("none there") << Columns{{u"C"_s, u"name"_s}} << u"import.no_columns"_s;
    QTest::newRow("none") << Columns{} << u"import.no_columns"_s;
}

void TestImportPlan::plan_refuses() {
    QFETCH(Columns, columns);
    ImportMapping mapping;
    for (const auto &[header, field] : columns)
        mapping.columns.push_back({.header = header, .field = field});
    const auto plan = planImport(m_deal, mapping, {u"A"_s, u"B"_s});
    QVERIFY(!plan.ok());
    QTEST(plan.error().message.id, "id");
}

void TestImportPlan::plan_refusesADoubledHeader_data() {
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<bool>("mapped");
    QTest::addColumn<QString>("id");
    QTest::newRow("mapped") << QStringList{u"A"_s, u"A"_s} << true << u"import.header_twice"_s;
    QTest::newRow("proposed") << QStringList{u"name"_s, u"name"_s} << false
                              << u"import.header_twice"_s;
    QTest::newRow("written otherwise")
        << QStringList{u"Name"_s, u"NAME "_s} << false << u"import.field_twice"_s;
    QTest::newRow("key and label")
        << QStringList{u"name"_s, u"名称"_s} << false << u"import.field_twice"_s;
    QTest::newRow("not used") << QStringList{u"name"_s, u"x"_s, u"x"_s} << false << QString();
}

void TestImportPlan::plan_refusesADoubledHeader() {
    QFETCH(QStringList, header);
    QFETCH(bool, mapped);
    ImportMapping mapping = ImportMapping::propose(m_deal, header);
    if (mapped)
        mapping.columns = {{.header = u"A"_s, .field = u"name"_s}};
    const auto plan = planImport(m_deal, mapping, header);
    QTEST(plan ? QString() : plan.error().message.id, "id");
}

void TestImportPlan::plan_namesAnotherSeparator() {
    const QStringList header{u"name;amount"_s};
    const auto plan = planImport(m_deal, ImportMapping::propose(m_deal, header), header);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().message.id, u"import.no_columns"_s);
    QCOMPARE(plan.error().reasons.size(), size_t(1));
    QCOMPARE(plan.error().reasons.front().id, u"csv.separator"_s);
    QCOMPARE(plan.error().reasons.front().args.value(u"separator"_s), u";"_s);
}

} // namespace dw::test

using dw::test::TestImportPlan;
DW_TEST(TestImportPlan)

#include "tst_importplan.moc"
