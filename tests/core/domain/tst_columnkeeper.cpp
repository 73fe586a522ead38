// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/columnkeeper.h"

#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestColumnKeeper : public QObject {
    Q_OBJECT

private slots:
    void index_findsEveryId_andNoOther();
    void values_areAsTheyWereSet();
    void values_atTheEndsOfTheirRange();
    void append_startsWithEmptyValues();
    void append_fillsBlocks_data();
    void append_fillsBlocks();
    void publish_neverChangesAfterwards();
    void publish_sharesTheBlocksThatNobodyTouched();
    void codes_areSharedByEqualValues();
    void codes_growBeyondOneChunk();
    void pointingAt_findsRowsOfAllBlocks();
    void store_knowsItsTables();

private:
    enum Column { Owner, Kind, Amount, Day, At };
    static ColumnKeeper keeper();
    static RecordId id(int n) { return {makeUuidV5(QString::number(n))}; }
    static Money money(qint64 minor, const char *code = "CNY") {
        return {minor, *Currency::fromCode(QString::fromLatin1(code))};
    }
    static void fill(ColumnKeeper &keeper, int rows) {
        for (int i = 0; i < rows; ++i)
            keeper.append(id(i));
    }
};

ColumnKeeper TestColumnKeeper::keeper() {
    return ColumnKeeper(u"deal"_s, {{u"owner"_s, ColumnKind::Link},
                                    {u"kind"_s, ColumnKind::Text},
                                    {u"amount"_s, ColumnKind::Amount},
                                    {u"day"_s, ColumnKind::Day},
                                    {u"at"_s, ColumnKind::Number, true}});
}

void TestColumnKeeper::index_findsEveryId_andNoOther() {
    IdIndex index;
    std::vector<RecordId> ids;
    const auto idAt = [&](quint32 at) -> const RecordId & { return ids[at]; };
    QCOMPARE(index.find(id(0), idAt), IdIndex::none);
    for (int i = 0; i < 5000; ++i) {
        ids.push_back(id(i));
        index.insert(id(i), quint32(i), idAt);
    }
    for (int i = 0; i < 5000; ++i)
        QCOMPARE(index.find(id(i), idAt), quint32(i));
    for (int i = 5000; i < 10'000; ++i)
        QCOMPARE(index.find(id(i), idAt), IdIndex::none);
    QCOMPARE(index.find({}, idAt), IdIndex::none);
}

void TestColumnKeeper::values_areAsTheyWereSet() {
    ColumnKeeper k = keeper();
    fill(k, 2);
    k.setLink(1, Owner, id(7));
    k.setText(1, Kind, u"commit"_s);
    k.setAmount(1, Amount, money(-5, "USD"));
    k.setDay(1, Day, -1);
    k.setNumber(1, At, 1'000);
    k.setFlags(1, ColumnBlock::Deleted | ColumnBlock::Hidden);
    const auto table = k.publish();
    QCOMPARE(table->entity(), u"deal"_s);
    QCOMPARE(table->column(u"amount"), int(Amount));
    QCOMPARE(table->column(u"none"), -1);
    QCOMPARE(table->id(1), id(1));
    QCOMPARE(table->flags(0), quint8(0));
    QCOMPARE(table->flags(1), quint8(3));
    QCOMPARE(table->value(1, Owner), FieldValue(id(7)));
    QCOMPARE(table->value(1, Kind), FieldValue(u"commit"_s));
    QCOMPARE(table->value(1, Amount), FieldValue(money(-5, "USD")));
    QCOMPARE(table->value(1, Day), FieldValue(QDate(1969, 12, 31)));
    QCOMPARE(table->value(1, At), FieldValue(Instant{1'000}));
}

void TestColumnKeeper::values_atTheEndsOfTheirRange() {
    ColumnKeeper k = keeper();
    fill(k, 1);
    for (const qint64 end :
         {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), qint64(0)}) {
        k.setAmount(0, Amount, money(end));
        QCOMPARE(k.publish()->value(0, Amount), FieldValue(money(end)));
    }
    k.setText(0, Kind, u""_s);
    QCOMPARE(k.publish()->value(0, Kind), FieldValue(u""_s));
    k.setText(0, Kind, std::nullopt);
    QVERIFY(k.publish()->value(0, Kind).isEmpty());
}

void TestColumnKeeper::append_startsWithEmptyValues() {
    ColumnKeeper k = keeper();
    fill(k, 1);
    const auto table = k.publish();
    for (int column = 0; column < int(table->columns().size()); ++column)
        QVERIFY(table->value(0, column).isEmpty());
    QCOMPARE(k.find(id(0)), std::optional<qsizetype>(0));
    QCOMPARE(k.find(id(1)), std::optional<qsizetype>());
}

void TestColumnKeeper::append_fillsBlocks_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("blocks");
    const int full = int(columnBlockRows);
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("below") << full - 1 << 1;
    QTest::newRow("full") << full << 1;
    QTest::newRow("above") << full + 1 << 2;
}

void TestColumnKeeper::append_fillsBlocks() {
    QFETCH(const int, rows);
    QFETCH(const int, blocks);
    ColumnKeeper k = keeper();
    fill(k, rows);
    const auto table = k.publish();
    QCOMPARE(table->rows(), rows);
    QCOMPARE(int(table->blocks().size()), blocks);
    if (rows > 0)
        QCOMPARE(table->id(rows - 1), id(rows - 1));
}

void TestColumnKeeper::publish_neverChangesAfterwards() {
    ColumnKeeper k = keeper();
    fill(k, 10);
    k.setLink(3, Owner, id(100));
    const auto before = k.publish();
    k.setLink(3, Owner, id(101));
    k.setText(3, Kind, u"new"_s);
    k.setFlags(3, ColumnBlock::Deleted);
    k.append(id(10));
    QCOMPARE(before->rows(), 10);
    QCOMPARE(before->blocks().front()->rows(), 10);
    QCOMPARE(before->value(3, Owner), FieldValue(id(100)));
    QVERIFY(before->value(3, Kind).isEmpty());
    QCOMPARE(before->flags(3), quint8(0));
    QCOMPARE(before->ids(Owner).size(), 2U);
    const auto after = k.publish();
    QCOMPARE(after->rows(), 11);
    QCOMPARE(after->value(3, Owner), FieldValue(id(101)));
    QCOMPARE(after->value(3, Kind), FieldValue(u"new"_s));
}

void TestColumnKeeper::publish_sharesTheBlocksThatNobodyTouched() {
    ColumnKeeper k = keeper();
    fill(k, int(columnBlockRows) * 3);
    const auto before = k.publish();
    k.setDay(columnBlockRows + 5, Day, 1);
    k.setDay(columnBlockRows + 6, Day, 1);
    const auto after = k.publish();
    QCOMPARE(after->blocks()[0], before->blocks()[0]);
    QVERIFY(after->blocks()[1] != before->blocks()[1]);
    QCOMPARE(after->blocks()[2], before->blocks()[2]);
}

void TestColumnKeeper::codes_areSharedByEqualValues() {
    ColumnKeeper k = keeper();
    fill(k, 4);
    for (const qsizetype row : {0, 1, 2, 3}) {
        k.setLink(row, Owner, id(row < 2 ? 1 : 2));
        k.setText(row, Kind, row % 2 == 0 ? u"a"_s : u"b"_s);
        k.setAmount(row, Amount, money(1, row == 0 ? "USD" : "CNY"));
    }
    const auto table = k.publish();
    QCOMPARE(table->ids(Owner).size(), 3U);
    QCOMPARE(table->texts(Kind).size(), 3U);
    QCOMPARE(table->currencies(Amount).size(), 3U);
    QCOMPARE(table->codeOf(Owner, id(2)), 2U);
    QCOMPARE(table->codeOf(Owner, id(3)), 0U);
}

void TestColumnKeeper::codes_growBeyondOneChunk() {
    ColumnKeeper k = keeper();
    const int rows = int(columnBlockRows) + 10;
    fill(k, rows);
    for (int row = 0; row < rows; ++row) {
        k.setLink(row, Owner, id(-row - 1));
        if (row == int(columnBlockRows) - 1)
            (void)k.publish();
    }
    const auto table = k.publish();
    for (int row = 0; row < rows; ++row)
        QCOMPARE(table->value(row, Owner), FieldValue(id(-row - 1)));
}

void TestColumnKeeper::pointingAt_findsRowsOfAllBlocks() {
    ColumnKeeper k = keeper();
    const int rows = int(columnBlockRows) * 2 + 3;
    fill(k, rows);
    for (const int row : {0, 5, int(columnBlockRows), rows - 1})
        k.setLink(row, Owner, id(-1));
    k.setLink(6, Owner, id(-2));
    QCOMPARE(k.pointingAt(Owner, {id(-1)}),
             (std::vector<RecordId>{id(0), id(5), id(int(columnBlockRows)), id(rows - 1)}));
    QCOMPARE(k.pointingAt(Owner, {id(-2), id(-3)}), std::vector<RecordId>{id(6)});
    QVERIFY(k.pointingAt(Owner, {id(-3)}).empty());
    QVERIFY(k.pointingAt(Owner, {}).empty());
}

void TestColumnKeeper::store_knowsItsTables() {
    ColumnKeeper k = keeper();
    const ColumnStore store(7, 3, {k.publish()});
    QCOMPARE(store.record(), 7);
    QCOMPARE(store.set(), 3);
    QVERIFY(store.table(u"deal"));
    QVERIFY(!store.table(u"account"));
}

} // namespace dw::test

using dw::test::TestColumnKeeper;
DW_TEST(TestColumnKeeper)

#include "tst_columnkeeper.moc"
