// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardplace.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"
#include "ui/models/boardstore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using ui::BoardStore;
using ui::ColumnModel;

class TestBoardStore : public QObject {
    Q_OBJECT

private slots:
    void reset_fillsColumnsInOrder();
    void apply_movesOneCardBetweenColumns();
    void apply_changedTextStaysInPlace();
    void apply_goneDealLeaves();
    void filter_data();
    void filter();
    void totals_followTheFilter();
    void totals_thatAreKnown_holdUntilCardsMove();
    void randomChanges_equalAFreshStore();
    void placeBetween_standsBetween();

private:
    static BoardSnapshot snapshot(int cards);
    static BoardCard card(int n, RecordId stage);
    static QStringList names(const ColumnModel &model);
};

BoardCard TestBoardStore::card(int n, RecordId stage) {
    BoardCard c;
    c.id = {makeUuidV5(u"deal %1"_s.arg(n))};
    c.shortId = u"D-AB%1"_s.arg(n, 4, 10, QChar(u'0'));
    c.name = u"Deal %1"_s.arg(n);
    c.accountName = n % 3 == 0 ? u"苏州同创汽配"_s : u"Harbour Works"_s;
    c.ownerName = n % 2 == 0 ? u"Li Wanqing"_s : u"Anna Snelling"_s;
    c.stage = stage;
    c.stageSince = Instant{1'700'000'000'000 + n};
    c.amount = Money(100'00 * n, *Currency::fromCode(u"CNY"_s));
    return c;
}

BoardSnapshot TestBoardStore::snapshot(int cards) {
    BoardSnapshot s;
    s.pipeline.id = {makeUuidV5(u"pipeline"_s)};
    for (int i = 0; i < 4; ++i)
        s.pipeline.stages.push_back({{makeUuidV5(u"stage %1"_s.arg(i))},
                                     u"Stage %1"_s.arg(i),
                                     double(i),
                                     i * 25.0,
                                     i == 3 ? Outcome::Won : Outcome::Open});
    for (int n = 0; n < cards; ++n)
        s.cards.push_back(card(n, s.pipeline.stages[size_t(n) % 4].id));
    return s;
}

QStringList TestBoardStore::names(const ColumnModel &model) {
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row).data().toString();
    return list;
}

void TestBoardStore::reset_fillsColumnsInOrder() {
    BoardStore store;
    store.reset(snapshot(8));
    QCOMPARE(store.columnCount(), 4);
    // The one that entered its stage later stands above.
    QCOMPARE(names(*store.column(0)), (QStringList{u"Deal 4"_s, u"Deal 0"_s}));
    QCOMPARE(names(*store.column(3)), (QStringList{u"Deal 7"_s, u"Deal 3"_s}));
}

void TestBoardStore::apply_movesOneCardBetweenColumns() {
    BoardStore store;
    store.reset(snapshot(8));
    const QAbstractItemModelTester first(store.column(0)), second(store.column(1));
    QSignalSpy removed(store.column(0), &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(store.column(1), &QAbstractItemModel::rowsInserted);
    QSignalSpy touched(&store, &BoardStore::columnTouched);
    BoardCard moved = *store.card(card(0, {}).id);
    moved.stage = store.column(1)->group().row;
    moved.order = placeBetween(store.column(1)->cards()[0], store.column(1)->cards()[1]);
    prepareCard(moved);
    store.apply({moved.id}, {moved});
    QCOMPARE(removed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(touched.count(), 2);
    QCOMPARE(names(*store.column(1)), (QStringList{u"Deal 5"_s, u"Deal 0"_s, u"Deal 1"_s}));
}

void TestBoardStore::apply_changedTextStaysInPlace() {
    BoardStore store;
    store.reset(snapshot(8));
    QSignalSpy changed(store.column(0), &QAbstractItemModel::dataChanged);
    QSignalSpy removed(store.column(0), &QAbstractItemModel::rowsRemoved);
    BoardCard next = *store.card(card(0, {}).id);
    next.name = u"Renamed"_s;
    store.apply({next.id}, {next});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(names(*store.column(0)), (QStringList{u"Deal 4"_s, u"Renamed"_s}));
}

void TestBoardStore::apply_goneDealLeaves() {
    BoardStore store;
    store.reset(snapshot(8));
    store.apply({card(4, {}).id}, {});
    QCOMPARE(store.size(), 7);
    QVERIFY(!store.card(card(4, {}).id));
    QCOMPARE(names(*store.column(0)), QStringList{u"Deal 0"_s});
    // Its place is used again.
    const BoardCard fresh = card(100, store.column(0)->group().row);
    store.apply({fresh.id}, {fresh});
    QCOMPARE(names(*store.column(0)), (QStringList{u"Deal 100"_s, u"Deal 0"_s}));
}

void TestBoardStore::filter_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("shown");
    QTest::newRow("nothing") << QString() << 12;
    QTest::newRow("name, other case") << u"dEAL 11"_s << 1;
    QTest::newRow("full width") << u"Ｄｅａｌ　１１"_s << 1;
    QTest::newRow("Chinese account") << u"苏州"_s << 4;
    QTest::newRow("owner") << u"anna"_s << 6;
    QTest::newRow("short id") << u"d-ab0003"_s << 1;
    QTest::newRow("no match") << u"zzz"_s << 0;
}

void TestBoardStore::filter() {
    QFETCH(QString, text);
    QFETCH(int, shown);
    BoardStore store;
    store.reset(snapshot(12));
    store.setText(text);
    int rows = 0;
    for (int i = 0; i < store.columnCount(); ++i)
        rows += store.column(i)->rowCount();
    QCOMPARE(rows, shown);
    QCOMPARE(store.size(), 12);
}

void TestBoardStore::totals_followTheFilter() {
    BoardStore store;
    store.reset(snapshot(12));
    QCOMPARE(store.totals(1).count, 3); // deals 1, 5, 9
    QCOMPARE(store.totals(1).sums.front().sum, Money(1500'00, *Currency::fromCode(u"CNY"_s)));
    QCOMPARE(store.totals(1).sums.front().weighted, Money(375'00, *Currency::fromCode(u"CNY"_s)));
    store.setText(u"Deal 5"_s);
    QCOMPARE(store.totals(1).count, 1);
    QCOMPARE(store.totals(1).sums.front().sum, Money(500'00, *Currency::fromCode(u"CNY"_s)));
}

void TestBoardStore::totals_thatAreKnown_holdUntilCardsMove() {
    BoardStore store;
    store.reset(snapshot(12));
    std::vector<ColumnTotals> known(4);
    known[1].count = 100;
    const BoardCard moved = card(1, store.pipeline().stages[2].id);
    store.apply({moved.id}, {moved}, known);
    QCOMPARE(store.totals(1).count, 100);
    QCOMPARE(store.totals(2).count, 0);
    // A filter asks for the cards that it lets through.
    store.setText(u"Deal 5"_s);
    QCOMPARE(store.totals(1).count, 1);
    store.setText({});
    QCOMPARE(store.totals(1).count, 100);
    store.apply({moved.id}, {moved});
    QCOMPARE(store.totals(1).count, 2); // deals 5, 9
    QCOMPARE(store.totals(2).count, 4); // deals 1, 2, 6, 10
    store.apply({moved.id}, {moved}, known);
    store.reset(snapshot(12));
    QCOMPARE(store.totals(1).count, 3);
}

void TestBoardStore::randomChanges_equalAFreshStore() {
    Random random(11);
    BoardSnapshot world = snapshot(60);
    BoardStore store;
    store.reset(world);
    for (int round = 0; round < 300; ++round) {
        // Now and then so many at once that the columns are filled anew.
        const int count = round % 50 == 49 ? 300 : 1 + int(random.below(4));
        std::vector<RecordId> touched;
        std::vector<BoardCard> now;
        for (int i = 0; i < count; ++i) {
            const int n = int(random.below(80));
            BoardCard next = card(n, world.pipeline.stages[random.below(4)].id);
            next.order =
                random.below(3) == 0 ? QString::number(1 + random.below(999)) + u'1' : QString();
            if (std::find(touched.begin(), touched.end(), next.id) != touched.end())
                continue;
            std::erase_if(world.cards, [&](const BoardCard &c) { return c.id == next.id; });
            touched.push_back(next.id);
            if (random.below(5) != 0) {
                world.cards.push_back(next);
                now.push_back(next);
            }
        }
        if (round % 37 == 0)
            store.setText(round % 2 == 0 ? u"1"_s : QString());
        store.apply(touched, now);
        BoardStore fresh;
        fresh.reset(world);
        fresh.setText(store.text());
        QCOMPARE(store.size(), fresh.size());
        for (int i = 0; i < 4; ++i)
            QCOMPARE(names(*store.column(i)), names(*fresh.column(i)));
    }
}

void TestBoardStore::placeBetween_standsBetween() {
    const BoardSnapshot s = snapshot(8);
    BoardCard low = s.cards[4], high = s.cards[0], between = s.cards[1];
    for (int i = 0; i < 50; ++i) {
        between.order = placeBetween(&low, &high);
        QVERIFY(standsAbove(low, between));
        QVERIFY(standsAbove(between, high));
        (i % 2 == 0 ? low : high).order = between.order;
    }
    between.order = placeBetween(nullptr, &low);
    QVERIFY(standsAbove(between, low));
    between.order = placeBetween(&high, nullptr);
    QVERIFY(standsAbove(high, between));
}

} // namespace dw::test

using dw::test::TestBoardStore;
DW_TEST(TestBoardStore)

#include "tst_boardstore.moc"
