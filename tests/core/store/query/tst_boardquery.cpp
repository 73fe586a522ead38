// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/boardquery.h"

#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestBoardQuery : public QObject {
    Q_OBJECT

private slots:
    void init();
    void card_hasWhatItsDealHas();
    void card_ofABareDeal_isEmpty();
    void cards_areThoseOfThePipeline_withoutTheBin();
    void cards_ofSomeDeals_areTheSame_inTheirOrder();
    void names_ofRowsInTheBin_areStillShown();
    void currency_thatIsNone_isNoAmount();
    void nextStep_isTheEarliestOpenTask_data();
    void nextStep_isTheEarliestOpenTask();
    void nextStep_isDueOnItsDayInTheZone_data();
    void nextStep_isDueOnItsDayInTheZone();
    void nextStep_ofDoneOrDeletedTasks_isNone();
    void pipelinesInUse_areThoseWithDeals();
    void dealsAround_followAccountAndOwner();
    void places_areThoseOfTheStage();

private:
    [[nodiscard]] std::vector<BoardCard> cards(const QTimeZone &zone = QTimeZone::utc()) {
        return must(readCards(m_w->connection(), m_w->pipeline().id, zone));
    }
    RecordId task(RecordId deal, Fields more);

    std::unique_ptr<TestWorkspace> m_w;
};

void TestBoardQuery::init() { m_w = std::make_unique<TestWorkspace>(); }

RecordId TestBoardQuery::task(RecordId deal, Fields more) {
    const RecordId id = m_w->create(u"task", {{u"title", u"?"_s}, {u"deal", deal}});
    m_w->change(u"task", id, more);
    m_w->tick(); // Ids go by the time of making.
    return id;
}

void TestBoardQuery::card_hasWhatItsDealHas() {
    const RecordId account = m_w->create(u"account", {{u"name", u"Acme"_s}});
    const RecordId owner = m_w->create(u"person", {{u"name", u"Li Na"_s}});
    const RecordId deal = m_w->deal(u"A"_s);
    const Instant made = m_w->clock.now();
    m_w->tick();
    m_w->change(u"deal", deal,
                {{u"account", account},
                 {u"owner", owner},
                 {u"amount", must(Money::fromText(u"JPY -5"_s))},
                 {u"expected_close", QDate(1969, 12, 31)},
                 {u"closed_on", QDate(2026, 2, 28)},
                 {u"board_order", u"k"_s}});
    task(deal, {{u"title", u"call"_s}, {u"due_on", QDate(2026, 3, 5)}});
    BoardCard expected;
    expected.id = deal;
    expected.shortId = m_w->row(u"deal", deal).shortId;
    expected.name = u"A"_s;
    expected.account = account;
    expected.owner = owner;
    expected.stage = m_w->pipeline().stages.front();
    expected.accountName = u"Acme"_s;
    expected.ownerName = u"Li Na"_s;
    expected.amount = must(Money::fromText(u"JPY -5"_s));
    expected.expectedClose = QDate(1969, 12, 31);
    expected.closedOn = QDate(2026, 2, 28);
    expected.stageSince = made;
    expected.order = u"k"_s;
    expected.nextStep = u"call"_s;
    expected.nextStepDue = QDate(2026, 3, 5);
    const auto all = cards();
    QCOMPARE(all.size(), 1U);
    QVERIFY(all.front() == expected);
}

void TestBoardQuery::card_ofABareDeal_isEmpty() {
    m_w->deal(u"A"_s);
    const BoardCard card = cards().front();
    QVERIFY(card.account.isNull() && card.owner.isNull());
    QVERIFY(card.accountName.isEmpty() && card.ownerName.isEmpty() && card.order.isEmpty());
    QVERIFY(!card.amount && !card.expectedClose && !card.closedOn && !card.nextStepDue);
    QVERIFY(card.nextStep.isEmpty());
}

void TestBoardQuery::cards_areThoseOfThePipeline_withoutTheBin() {
    const RecordId kept = m_w->deal(u"A"_s);
    m_w->remove(u"deal", m_w->deal(u"gone"_s));
    const RecordId other = m_w->create(u"pipeline", {{u"name", u"Other"_s}});
    const RecordId stage =
        m_w->create(u"stage", {{u"pipeline", other}, {u"name", u"S"_s}, {u"outcome", u"open"_s}});
    m_w->create(u"deal", {{u"name", u"B"_s}, {u"pipeline", other}, {u"stage", stage}});
    const auto all = cards();
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all.front().id, kept);
    QVERIFY(must(readCards(m_w->connection(), testId(9), QTimeZone::utc())).empty());
    QVERIFY(must(readCards(m_w->connection(), {}, QTimeZone::utc())).empty());
}

void TestBoardQuery::cards_ofSomeDeals_areTheSame_inTheirOrder() {
    std::vector<RecordId> deals;
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s}) {
        deals.push_back(m_w->deal(name));
        task(deals.back(), {{u"title", u"step of "_s + name}});
    }
    const RecordId gone = m_w->deal(u"gone"_s);
    m_w->remove(u"deal", gone);
    const auto whole = cards();
    const auto cardOf = [&](RecordId deal) {
        return *std::find_if(whole.begin(), whole.end(),
                             [&](const BoardCard &card) { return card.id == deal; });
    };
    const auto some = must(readCards(m_w->connection(), m_w->pipeline().id, QTimeZone::utc(),
                                     {deals[2], gone, testId(9), RecordId(), deals[0], deals[2]}));
    QCOMPARE(some.size(), 3U);
    QVERIFY(some[0] == cardOf(deals[2]));
    QVERIFY(some[1] == cardOf(deals[0]));
    QVERIFY(some[2] == some[0]);
    QCOMPARE(some[0].nextStep, u"step of C"_s);
    QVERIFY(must(readCards(m_w->connection(), testId(9), QTimeZone::utc(), deals)).empty());
}

void TestBoardQuery::names_ofRowsInTheBin_areStillShown() {
    const RecordId account = m_w->create(u"account", {{u"name", u"Acme"_s}});
    m_w->change(u"deal", m_w->deal(u"A"_s), {{u"account", account}});
    m_w->remove(u"account", account);
    QCOMPARE(cards().front().accountName, u"Acme"_s);
}

void TestBoardQuery::currency_thatIsNone_isNoAmount() {
    const RecordId deal = m_w->deal(u"A"_s);
    m_w->change(u"deal", deal, {{u"amount", must(Money::fromText(u"CNY 5"_s))}});
    m_w->close();
    for (const QString &broken : {u"NULL"_s, u"''"_s, u"'C1'"_s, u"x'00'"_s}) {
        must(must(Connection::open(m_w->paths().database(), OpenMode::ReadWrite))
                 ->exec(u"UPDATE deal SET amount_currency="_s + broken));
        QVERIFY(m_w->open());
        QVERIFY(!cards().front().amount);
        m_w->close();
    }
}

void TestBoardQuery::nextStep_isTheEarliestOpenTask_data() {
    QTest::addColumn<std::vector<int>>("days"); // of March, 0 = never due
    QTest::addColumn<QString>("next");
    QTest::newRow("one") << std::vector<int>{0} << u"0"_s;
    QTest::newRow("due before never due") << std::vector<int>{0, 9} << u"1"_s;
    QTest::newRow("earliest") << std::vector<int>{9, 3, 5} << u"1"_s;
    QTest::newRow("tie goes to the older") << std::vector<int>{9, 3, 3} << u"1"_s;
    QTest::newRow("nothing is due") << std::vector<int>{0, 0, 0} << u"0"_s;
}

void TestBoardQuery::nextStep_isTheEarliestOpenTask() {
    QFETCH(const std::vector<int>, days);
    const RecordId deal = m_w->deal(u"A"_s);
    for (size_t i = 0; i < days.size(); ++i)
        task(deal, {{u"title", QString::number(i)},
                    {u"due_on", days[i] ? FieldValue(QDate(2026, 3, days[i])) : FieldValue()}});
    QTEST(cards().front().nextStep, "next");
}

void TestBoardQuery::nextStep_isDueOnItsDayInTheZone_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QDate>("due");
    // 23:00 UTC on the 4th is in Shanghai the 5th already, which is the day of the other.
    QTest::newRow("UTC") << u"UTC"_s << u"at an hour"_s << QDate(2026, 3, 4);
    QTest::newRow("Shanghai") << u"Asia/Shanghai"_s << u"at an hour"_s << QDate(2026, 3, 5);
    QTest::newRow("Honolulu") << u"Pacific/Honolulu"_s << u"at an hour"_s << QDate(2026, 3, 4);
}

void TestBoardQuery::nextStep_isDueOnItsDayInTheZone() {
    QFETCH(const QString, zone);
    const RecordId deal = m_w->deal(u"A"_s);
    // Of one day the hour comes first.
    task(deal, {{u"title", u"some time"_s}, {u"due_on", QDate(2026, 3, 5)}});
    task(deal,
         {{u"title", u"at an hour"_s}, {u"due_at", *Instant::fromIso(u"2026-03-04T23:00:00Z"_s)}});
    const BoardCard card = cards(QTimeZone(zone.toLatin1())).front();
    QTEST(card.nextStep, "next");
    QTEST(*card.nextStepDue, "due");
}

void TestBoardQuery::nextStep_ofDoneOrDeletedTasks_isNone() {
    const RecordId deal = m_w->deal(u"A"_s);
    task(deal, {{u"done", true}, {u"due_on", QDate(2026, 3, 3)}});
    m_w->remove(u"task", task(deal, {{u"due_on", QDate(2026, 3, 3)}}));
    QCOMPARE(cards().front().nextStep, QString());
    task(deal, {{u"title", u"open"_s}, {u"done", false}});
    QCOMPARE(cards().front().nextStep, u"open"_s);
    QVERIFY(!cards().front().nextStepDue);
}

void TestBoardQuery::pipelinesInUse_areThoseWithDeals() {
    QVERIFY(must(pipelinesInUse(m_w->connection())).isEmpty());
    const RecordId deal = m_w->deal(u"A"_s);
    QCOMPARE(must(pipelinesInUse(m_w->connection())), QSet<RecordId>{m_w->pipeline().id});
    m_w->remove(u"deal", deal);
    QVERIFY(must(pipelinesInUse(m_w->connection())).isEmpty());
}

void TestBoardQuery::dealsAround_followAccountAndOwner() {
    const RecordId account = m_w->create(u"account", {{u"name", u"Acme"_s}});
    const RecordId owner = m_w->create(u"person", {{u"name", u"Li Na"_s}});
    const RecordId byAccount = m_w->deal(u"A"_s);
    m_w->change(u"deal", byAccount, {{u"account", account}});
    const RecordId byOwner = m_w->deal(u"B"_s);
    m_w->change(u"deal", byOwner, {{u"owner", owner}});
    m_w->deal(u"C"_s);
    const auto around = [&](const QSet<RecordId> &rows) {
        const auto ids = must(dealsAround(m_w->connection(), rows));
        return QSet<RecordId>(ids.begin(), ids.end());
    };
    QCOMPARE(around({account}), QSet<RecordId>{byAccount});
    QCOMPARE(around({owner, account}), (QSet<RecordId>{byAccount, byOwner}));
    QVERIFY(around({}).isEmpty());
    QVERIFY(around({testId(9)}).isEmpty());
    m_w->remove(u"deal", byOwner);
    QVERIFY(around({owner}).isEmpty());
}

void TestBoardQuery::places_areThoseOfTheStage() {
    const RecordId placed = m_w->deal(u"A"_s);
    m_w->change(u"deal", placed, {{u"board_order", u"m"_s}});
    m_w->remove(u"deal", m_w->deal(u"gone"_s));
    const auto &stages = m_w->pipeline().stages;
    const auto places = must(readPlaces(m_w->connection(), stages.front()));
    QCOMPARE(places.size(), 1U);
    QCOMPARE(places.front().id, placed);
    QCOMPARE(places.front().order, u"m"_s);
    QVERIFY(places.front().stageSince.has_value());
    QVERIFY(must(readPlaces(m_w->connection(), stages.back())).empty());
}

} // namespace dw::test

using dw::test::TestBoardQuery;
DW_TEST(TestBoardQuery)

#include "tst_boardquery.moc"
