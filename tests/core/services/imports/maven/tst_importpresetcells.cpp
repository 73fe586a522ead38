// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/services/imports/maven/presetcells.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestImportPresetCells : public QObject {
    Q_OBJECT

private slots:
    void shifted_data();
    void shifted();
    void values_areTyped();
    void reasons_nameTheColumn_data();
    void reasons_nameTheColumn();
};

void TestImportPresetCells::shifted_data() {
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<int>("power");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *decimal, int power, const char *result) {
        QTest::addRow("%s by %d", decimal, power)
            << QString::fromLatin1(decimal) << power << QString::fromLatin1(result);
    };
    row("1100.04", 6, "1100040000");
    row("4618", 6, "4618000000");
    row("52.5", 6, "52500000");
    row("0.000001", 6, "0000001");
    row("0.0000015", 6, "0000001.5");
    row("-1.5", 6, "-1500000");
    row("1.", 2, "100");
    row("1.25", 0, "1.25");
    row("1,5", 6, "1,5");
    row("x", 6, "x");
    row("", 6, "");
}

void TestImportPresetCells::shifted() {
    QFETCH(QString, decimal);
    QFETCH(int, power);
    QTEST(dw::shifted(decimal, power), "result");
}

void TestImportPresetCells::values_areTyped() {
    const auto catalog = Catalog::builtin();
    PresetCells cells(*catalog->entity(u"account"), {{u"revenue"_s, u"1100.04"_s},
                                                     {u"employees"_s, u"2822"_s},
                                                     {u"day"_s, u"2016-10-20"_s},
                                                     {u"empty"_s, QString()}});
    QCOMPARE(cells.money(u"revenue"_s, u"revenue", u"USD"_s, 6).as<Money>().toText(),
             u"USD 1100040000.00"_s);
    QCOMPARE(cells.value(u"employees"_s, u"employees"), FieldValue(2822.0));
    QCOMPARE(cells.date(u"day"_s, u"created_at"), std::optional(QDate(2016, 10, 20)));
    QVERIFY(cells.value(u"empty"_s, u"employees").isEmpty());
    QVERIFY(!cells.date(u"empty"_s, u"created_at"));
    QVERIFY(cells.reasons().empty());
}

void TestImportPresetCells::reasons_nameTheColumn_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("no number") << u"employees"_s << u"many"_s << QStringList{u"value.number"_s};
    QTest::newRow("no amount") << u"revenue"_s << u"1,5"_s << QStringList{u"value.money"_s};
    QTest::newRow("amount too fine")
        << u"revenue"_s << u"0.000000001"_s << QStringList{u"value.money"_s, u"money.digits"_s};
    QTest::newRow("no date") << u"created_at"_s << u"20.10.2016"_s << QStringList{u"value.date"_s};
    QTest::newRow("no such day") << u"created_at"_s << u"2017-02-29"_s
                                 << QStringList{u"value.date"_s};
}

void TestImportPresetCells::reasons_nameTheColumn() {
    QFETCH(QString, kind);
    QFETCH(QString, text);
    const auto catalog = Catalog::builtin();
    PresetCells cells(*catalog->entity(u"account"), {{u"c"_s, text}});
    if (kind == u"revenue"_s)
        QVERIFY(cells.money(u"c"_s, kind, u"USD"_s, 6).isEmpty());
    else if (kind == u"created_at"_s)
        QVERIFY(!cells.date(u"c"_s, kind));
    else
        QVERIFY(cells.value(u"c"_s, kind).isEmpty());
    QStringList ids;
    for (const Message &reason : cells.reasons())
        ids << reason.id;
    QTEST(ids, "ids");
    QCOMPARE(cells.reasons().front().args.value(u"field"_s), u"c"_s);
}

} // namespace dw::test

using dw::test::TestImportPresetCells;
DW_TEST(TestImportPresetCells)

#include "tst_importpresetcells.moc"
