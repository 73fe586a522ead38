// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"
#include "ui/models/boardstore.h"
#include "ui/models/cardmarks.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// A board that changes step by step equals one made at once, by whatever its columns are made and
/// whatever narrows it.
class TestBoardContent : public QObject {
    Q_OBJECT

private slots:
    void randomChanges_equalOneMadeAtOnce_data();
    void randomChanges_equalOneMadeAtOnce();
    void text_isFoundInAnyPart();
    void text_followsWhatComesAndGoes();
    void sameColumns_keepTheirModels();
    void allowed_narrowsAndSums();
    void marks_keepTheirOrder();

private:
    static BoardPipeline pipeline();
    static BoardCard card(int n, Random &random);
    static QStringList shown(const BoardStore &store);
};

BoardPipeline TestBoardContent::pipeline() {
    BoardPipeline line{{makeUuidV5(u"line"_s)}, u"Line"_s, {}};
    for (int i = 0; i < 4; ++i)
        line.stages.push_back({{makeUuidV5(u"stage %1"_s.arg(i))},
                               u"Stage %1"_s.arg(i),
                               double(i),
                               i * 30.0,
                               i == 3 ? Outcome::Won : Outcome::Open});
    return line;
}

BoardCard TestBoardContent::card(int n, Random &random) {
    BoardCard made;
    made.id = {makeUuidV5(u"deal %1"_s.arg(n))};
    made.shortId = u"D-%1"_s.arg(n);
    made.name = u"Deal %1 %2"_s.arg(n).arg(random.below(9));
    made.accountName = random.chance(0.5) ? u"苏州同创"_s : u"Harbour Works"_s;
    made.stage = {makeUuidV5(u"stage %1"_s.arg(random.below(4)))};
    if (random.chance(0.8)) {
        const auto owner = random.below(4);
        made.owner = {makeUuidV5(u"owner %1"_s.arg(owner))};
        made.ownerName = u"Owner %1"_s.arg(owner);
    }
    if (random.chance(0.8))
        made.expectedClose = QDate(2026, 1, 1).addDays(random.below(400));
    made.amount = Money(qint64(random.below(1000)) * 100, *Currency::fromCode(u"CNY"_s));
    made.stageSince = Instant{1'700'000'000'000 + random.below(1000)};
    return made;
}

QStringList TestBoardContent::shown(const BoardStore &store) {
    QStringList all;
    for (int i = 0; i < store.columnCount(); ++i) {
        const ColumnTotals totals = store.totals(i);
        QString line = u"%1 %2 %3:"_s
                           .arg(store.column(i)->group().name,
                                store.column(i)->group().month.toString(Qt::ISODate))
                           .arg(totals.count);
        for (const CurrencySum &sum : totals.sums)
            line += sum.sum.toDecimal() + u'/' + sum.weighted.toDecimal() + u' ';
        for (const BoardCard *one : store.column(i)->cards())
            line += one->name + u',';
        all << line;
    }
    return all;
}

void TestBoardContent::randomChanges_equalOneMadeAtOnce_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("text");
    for (const auto by : {BoardGrouping::Stage, BoardGrouping::Owner, BoardGrouping::CloseMonth}) {
        for (const QString &text : {QString(), u"deal 1"_s, u"苏州"_s})
            QTest::addRow("%d %s", int(by), qPrintable(text)) << int(by) << text;
    }
}

void TestBoardContent::randomChanges_equalOneMadeAtOnce() {
    QFETCH(const int, by);
    QFETCH(const QString, text);
    Random random(5);
    const std::pair<RecordId, QString> self{{makeUuidV5(u"owner 0"_s)}, u"Owner 0"_s};
    const QDate today(2026, 3, 5);
    std::unordered_map<RecordId, BoardCard> world;
    BoardStore store;
    store.setToday(today);
    store.setGrouping(BoardGrouping(by), self);
    store.reset(BoardSnapshot{pipeline(), {}, {}, {}});
    store.setText(text);
    for (int round = 0; round < 40; ++round) {
        std::vector<RecordId> touched;
        std::vector<BoardCard> now;
        const int many = round % 10 == 9 ? 300 : 1 + int(random.below(6));
        for (int i = 0; i < many; ++i) {
            const BoardCard next = card(int(random.below(400)), random);
            touched.push_back(next.id);
            world.erase(next.id);
            if (random.chance(0.75))
                world.insert_or_assign(next.id, next);
        }
        for (const RecordId id : touched) {
            if (const auto it = world.find(id); it != world.end())
                now.push_back(it->second);
        }
        store.apply(touched, now);
        BoardStore fresh;
        fresh.setToday(today);
        fresh.setGrouping(BoardGrouping(by), self);
        BoardSnapshot whole{pipeline(), {}, {}, {}};
        for (const auto &[id, one] : world)
            whole.cards.push_back(one);
        fresh.reset(std::move(whole));
        fresh.setText(text);
        QCOMPARE(shown(store), shown(fresh));
    }
}

void TestBoardContent::text_isFoundInAnyPart() {
    Random random(1);
    BoardSnapshot board{pipeline(), {}, {}, {}};
    BoardCard one = card(1, random);
    one.name = u"ＣＯＬＤ chain"_s;
    one.accountName = u"苏州同创"_s;
    one.ownerName = u"Li Wanqing"_s;
    one.shortId = u"D-77"_s;
    one.stage = board.pipeline.stages.front().id;
    board.cards = {one};
    const BoardContent content(std::move(board), {});
    for (const QString &text : {u"cold"_s, u"同创"_s, u"wanq"_s, u"d-77"_s})
        QVERIFY2(content.found(0, fold(text)).size() == 1, qPrintable(text));
    // Not across two parts.
    for (const QString &text : {u"chain 苏州"_s, u"zzz"_s})
        QVERIFY2(content.found(0, fold(text)).empty(), qPrintable(text));
}

void TestBoardContent::text_followsWhatComesAndGoes() {
    Random random(2);
    BoardStore store;
    store.reset(BoardSnapshot{pipeline(), {}, {}, {}});
    store.setText(u"special"_s);
    BoardCard one = card(1, random);
    one.name = u"A special one"_s;
    store.apply({one.id}, {one});
    const int column = store.columnOf(one);
    QCOMPARE(store.column(column)->rowCount(), 1);
    one.name = u"A plain one"_s;
    store.apply({one.id}, {one});
    QCOMPARE(store.column(column)->rowCount(), 0);
}

void TestBoardContent::sameColumns_keepTheirModels() {
    Random random(3);
    BoardSnapshot board{pipeline(), {}, {}, {}};
    for (int i = 0; i < 20; ++i)
        board.cards.push_back(card(i, random));
    BoardStore store;
    store.reset(board);
    const ColumnModel *first = store.column(0);
    QSignalSpy made(&store, &BoardStore::columnsChanged);
    QSignalSpy reset(first, &QAbstractItemModel::modelReset);
    QSignalSpy values(first, &ColumnModel::valuesChanged);
    store.reset(board);
    QCOMPARE(made.count(), 0);
    QCOMPARE(store.column(0), first);
    // The same deals in the same order: a view keeps its place.
    QCOMPARE(reset.count(), 0);
    QCOMPARE(values.count(), 1);
    board.pipeline.stages.pop_back();
    store.reset(board);
    QCOMPARE(made.count(), 1);
}

void TestBoardContent::allowed_narrowsAndSums() {
    Random random(4);
    BoardSnapshot board{pipeline(), {}, {}, {}};
    for (int i = 0; i < 30; ++i) {
        board.cards.push_back(card(i, random));
        board.cards.back().stage = board.pipeline.stages.front().id;
    }
    const RecordId one = board.cards[7].id;
    const qint64 amount = board.cards[7].amount->minor();
    BoardStore store;
    store.reset(board, QSet<RecordId>{one});
    QCOMPARE(store.column(0)->rowCount(), 1);
    QCOMPARE(store.totals(0).count, 1);
    QCOMPARE(store.totals(0).sums.front().sum.minor(), amount);
    QVERIFY(store.isNarrowed());
    store.allow({one}, {});
    store.setAllowed(std::nullopt);
    QCOMPARE(store.totals(0).count, 30);
    QVERIFY(!store.isNarrowed());
}

void TestBoardContent::marks_keepTheirOrder() {
    CardMarks marks(nullptr);
    QSignalSpy changed(&marks, &CardMarks::changed);
    const RecordId a{makeUuidV5(u"a"_s)}, b{makeUuidV5(u"b"_s)}, c{makeUuidV5(u"c"_s)};
    marks.add({b, a});
    marks.toggle(c);
    marks.toggle(b);
    QCOMPARE(marks.deals(), (std::vector{a, c}));
    QVERIFY(marks.has(c) && !marks.has(b));
    marks.setRefused({b});
    QVERIFY(marks.isRefused(b));
    marks.clear();
    QVERIFY(marks.isEmpty());
    QVERIFY(changed.count() >= 4);
}

} // namespace dw::test

using dw::test::TestBoardContent;
DW_TEST(TestBoardContent)

#include "tst_boardcontent.moc"
