// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardgroups.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The columns of a board by stage, owner and month, and where a card stands in them.
class TestBoardGroups : public QObject {
    Q_OBJECT

private slots:
    void byStage_areAllStages();
    void byOwner_nobodyFirst_thenByName_selfAlways();
    void byOwner_closedDealsCountNothing();
    void byMonth_limits_data();
    void byMonth_limits();
    void byMonth_onlyColumnsThatAreNeeded();
    void order_byCloseThenId();
    void closeIn_data();
    void closeIn();

private:
    static RecordId id(const QString &name) { return {makeUuidV5(name)}; }
    static BoardPipeline pipeline() {
        BoardPipeline line{id(u"line"_s), u"Line"_s, {}};
        line.stages.push_back({id(u"open"_s), u"Open"_s, 1, 20.0, Outcome::Open});
        line.stages.push_back({id(u"won"_s), u"Won"_s, 2, 100.0, Outcome::Won});
        return line;
    }
    static BoardCard card(const QString &owner, std::optional<QDate> close = {},
                          const QString &stage = u"open"_s) {
        BoardCard made;
        made.id = id(owner + (close ? close->toString() : QString()) + stage);
        made.stage = id(stage);
        if (!owner.isEmpty()) {
            made.owner = id(owner);
            made.ownerName = owner;
        }
        made.expectedClose = close;
        return made;
    }
    static std::vector<BoardGroup> groups(BoardGrouping by, const std::vector<BoardCard> &cards) {
        std::vector<const BoardCard *> all;
        all.reserve(cards.size());
        for (const BoardCard &one : cards)
            all.push_back(&one);
        return groupsOf(by, pipeline(), all, {id(u"Mia"_s), u"Mia"_s}, QDate(2026, 3, 5));
    }
};

void TestBoardGroups::byStage_areAllStages() {
    const auto made = groups(BoardGrouping::Stage, {});
    QCOMPARE(made.size(), size_t(2));
    QCOMPARE(made[1].outcome, Outcome::Won);
    const GroupFinder finder(made, pipeline());
    QCOMPARE(finder.find(card({}, {}, u"won"_s)), 1);
    QCOMPARE(finder.find(card({}, {}, u"elsewhere"_s)), -1);
}

void TestBoardGroups::byOwner_nobodyFirst_thenByName_selfAlways() {
    const auto made = groups(BoardGrouping::Owner,
                             {card(u"Zoe"_s), card(QString()), card(u"王磊"_s), card(u"anna"_s)});
    QStringList names;
    for (const BoardGroup &group : made)
        names << group.name;
    QCOMPARE(names, (QStringList{QString(), u"王磊"_s, u"anna"_s, u"Mia"_s, u"Zoe"_s}));
    const GroupFinder finder(made, pipeline());
    QCOMPARE(finder.find(card(u"Zoe"_s)), 4);
    QCOMPARE(finder.find(card(QString())), 0);
}

void TestBoardGroups::byOwner_closedDealsCountNothing() {
    const std::vector<BoardCard> cards{card(u"Zoe"_s, {}, u"won"_s)};
    const auto made = groups(BoardGrouping::Owner, cards);
    QCOMPARE(made.size(), size_t(1)); // Mia alone
    QCOMPARE(GroupFinder(made, pipeline()).find(cards.front()), -1);
}

void TestBoardGroups::byMonth_limits_data() {
    QTest::addColumn<QDate>("close");
    QTest::addColumn<int>("column"); // 0 earlier, 1 to 6 the months, 7 later, 8 none
    QTest::newRow("last of February") << QDate(2026, 2, 28) << 0;
    QTest::newRow("first of March") << QDate(2026, 3, 1) << 1;
    QTest::newRow("last of March") << QDate(2026, 3, 31) << 1;
    QTest::newRow("first of April") << QDate(2026, 4, 1) << 2;
    QTest::newRow("last of August") << QDate(2026, 8, 31) << 6;
    QTest::newRow("first of September") << QDate(2026, 9, 1) << 7;
    QTest::newRow("never") << QDate() << 8;
}

void TestBoardGroups::byMonth_limits() {
    QFETCH(const QDate, close);
    QFETCH(const int, column);
    const std::vector<BoardCard> all{card(u"a"_s, QDate(2020, 1, 1)),
                                     card(u"b"_s, QDate(2030, 1, 1)), card(u"c"_s)};
    const auto made = groups(BoardGrouping::CloseMonth, all);
    QCOMPARE(made.size(), size_t(9));
    const GroupFinder finder(made, pipeline());
    QCOMPARE(finder.find(card(u"x"_s, close.isValid() ? std::optional(close) : std::nullopt)),
             column);
}

void TestBoardGroups::byMonth_onlyColumnsThatAreNeeded() {
    QCOMPARE(groups(BoardGrouping::CloseMonth, {}).size(), size_t(boardMonths));
    const auto made = groups(BoardGrouping::CloseMonth, {card(u"a"_s)});
    QCOMPARE(made.size(), size_t(boardMonths + 1));
    QCOMPARE(made.back().when, BoardGroup::When::None);
}

void TestBoardGroups::order_byCloseThenId() {
    const BoardCard early = card(u"a"_s, QDate(2026, 3, 1)), late = card(u"b"_s, QDate(2026, 4, 1)),
                    never = card(u"c"_s);
    for (const auto by : {BoardGrouping::Owner, BoardGrouping::CloseMonth}) {
        QVERIFY(standsAbove(early, late, by));
        QVERIFY(!standsAbove(late, early, by));
        QVERIFY(standsAbove(late, never, by));
        QVERIFY(!standsAbove(never, never, by));
        const BoardCard twin = card(u"z"_s, QDate(2026, 3, 1));
        QVERIFY(standsAbove(early, twin, by) != standsAbove(twin, early, by));
    }
}

void TestBoardGroups::closeIn_data() {
    QTest::addColumn<QDate>("month");
    QTest::addColumn<QDate>("now");
    QTest::addColumn<QDate>("moved");
    QTest::newRow("the same day") << QDate(2026, 5, 1) << QDate(2026, 3, 20) << QDate(2026, 5, 20);
    QTest::newRow("a shorter month")
        << QDate(2026, 4, 1) << QDate(2026, 3, 31) << QDate(2026, 4, 30);
    QTest::newRow("February") << QDate(2027, 2, 1) << QDate(2026, 3, 31) << QDate(2027, 2, 28);
    QTest::newRow("of a leap year")
        << QDate(2028, 2, 1) << QDate(2026, 3, 31) << QDate(2028, 2, 29);
    QTest::newRow("a day gone by") << QDate(2026, 3, 1) << QDate(2026, 5, 2) << QDate(2026, 3, 5);
    QTest::newRow("had none") << QDate(2026, 4, 1) << QDate() << QDate(2026, 4, 30);
}

void TestBoardGroups::closeIn() {
    QFETCH(const QDate, month);
    QFETCH(const QDate, now);
    const BoardGroup group{.by = BoardGrouping::CloseMonth, .month = month};
    QTEST(dw::closeIn(group, now.isValid() ? std::optional(now) : std::nullopt, QDate(2026, 3, 5)),
          "moved");
}

} // namespace dw::test

using dw::test::TestBoardGroups;
DW_TEST(TestBoardGroups)

#include "tst_boardgroups.moc"
