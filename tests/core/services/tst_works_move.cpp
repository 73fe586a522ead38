// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/board.h"
#include "core/services/board/boardplace.h"
#include "core/services/works.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestWorksMove : public QObject {
    Q_OBJECT

private slots:
    void moves_data();
    void moves();
    void today_isThatOfTheWorkspace();
    void closeDate_followsTheBusinessTime();
    void refusals_data();
    void refusals();
    void otherPipeline_onlyWithItsName();
    void seen_isAskedFor();
    void order_isTheEndOfTheColumn_unlessGiven();
    void withinTheStage_onlyTheOrderMoves();
    void reasonOfTheMove_standsInTheSet();
};

void TestWorksMove::moves_data() {
    QTest::addColumn<QString>("deal");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("after"); // closed_on, reason, amount
    QTest::addColumn<QString>("label");
    const auto row = [](const char *name, const char *deal, const char *stage, const char *edits,
                        const char *reason, const char *after, const char *label) {
        QTest::newRow(name) << QString::fromLatin1(deal) << QString::fromLatin1(stage)
                            << QString::fromLatin1(edits) << QString::fromLatin1(reason)
                            << QString::fromLatin1(after) << QString::fromLatin1(label);
    };
    row("forward", "amount=CNY 5", "Negotiation", "", "", "//CNY 5.00",
        "moved Acme to Negotiation");
    row("forward keeps a reason", "reason=on hold", "Negotiation", "", "", "/on hold/",
        "moved Acme to Negotiation");
    row("won", "amount=CNY 5", "Won", "", "", "2026-03-09//CNY 5.00", "moved Acme to Won");
    row("won with what it needs", "", "Won", "amount=CNY 7|closed_on=2026-03-01", "",
        "2026-03-01//CNY 7.00", "moved Acme to Won");
    row("won with a reason of the set", "amount=CNY 5", "Won", "", "best price",
        "2026-03-09//CNY 5.00", "moved Acme to Won");
    row("lost for a reason", "", "Lost", "", "too dear", "2026-03-09/too dear/",
        "moved Acme to Lost");
    row("lost with a reason of its own", "", "Lost", "reason=no budget", "asked by phone",
        "2026-03-09/no budget/", "moved Acme to Lost");
    row("lost with the reason that is there", "reason=silence", "Lost", "", "",
        "2026-03-09/silence/", "moved Acme to Lost");
    row("reopened", "stage=Won|amount=CNY 5|closed_on=2026-02-01|reason=x", "Contract", "",
        "signed too early", "//CNY 5.00", "moved Acme to Contract");
    row("reopened from lost", "stage=Lost|closed_on=2026-02-01|reason=too dear", "Contract", "",
        "they called", "//", "moved Acme to Contract");
    row("reopened with a reason to keep", "stage=Lost|closed_on=2026-02-01|reason=x", "Contract",
        "reason=new budget", "they called", "/new budget/", "moved Acme to Contract");
    row("lost after all", "stage=Won|amount=CNY 5|closed_on=2026-02-01", "Lost", "", "withdrawn",
        "2026-03-09/withdrawn/CNY 5.00", "moved Acme to Lost");
    row("won after all", "stage=Lost|amount=CNY 5|closed_on=2026-02-01|reason=too dear", "Won", "",
        "", "2026-03-09//CNY 5.00", "moved Acme to Won");
    row("back for a reason", "stage=Contract", "Negotiation", "", "new terms", "//",
        "moved Acme to Negotiation");
    row("edits without a move", "stage=Contract", "Contract", "amount=CNY 9", "", "//CNY 9.00",
        "changed Amount of Acme");
}

void TestWorksMove::moves() {
    QFETCH(QString, deal);
    QFETCH(QString, stage);
    QFETCH(QString, edits);
    QFETCH(QString, reason);
    WorkspaceFixture f;
    const RecordId id = f.create(u"deal"_s, u"name=Acme|expected_close=2026-06-30|"_s + deal);
    const qint64 set = f.move(id, stage, edits, reason);
    const QStringList after{f.text(u"deal"_s, id, u"closed_on"), f.text(u"deal"_s, id, u"reason"),
                            f.text(u"deal"_s, id, u"amount")};
    QTEST(after.join(u'/'), "after");
    QTEST(f.label(set), "label");
    QCOMPARE(f.text(u"deal"_s, id, u"stage"), f.named(u"stage"_s, stage).text());
    QCOMPARE(f.text(u"deal"_s, id, u"expected_close"), u"2026-06-30"_s);
}

void TestWorksMove::today_isThatOfTheWorkspace() {
    WorkspaceFixture f;
    const RecordId before = f.create(u"deal"_s, u"name=Before|amount=CNY 5"_s);
    const RecordId after = f.create(u"deal"_s, u"name=After|amount=CNY 5"_s);
    f.clock.set(*Instant::fromIso(u"2026-03-09T15:59:59Z"_s)); // 23:59:59 in Shanghai
    f.move(before, u"Won"_s);
    f.clock.set(*Instant::fromIso(u"2026-03-09T16:00:00Z"_s)); // midnight in Shanghai
    f.move(after, u"Won"_s);
    QCOMPARE(f.text(u"deal"_s, before, u"closed_on"), u"2026-03-09"_s);
    QCOMPARE(f.text(u"deal"_s, after, u"closed_on"), u"2026-03-10"_s);
}

void TestWorksMove::closeDate_followsTheBusinessTime() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|amount=CNY 5"_s);
    Origin origin = f.origin();
    origin.at = *Instant::fromIso(u"2026-02-10T03:00:00Z"_s);
    must(f.run(moveWork({.deal = deal, .stage = f.named(u"stage"_s, u"Won"_s)}, origin)));
    QCOMPARE(f.text(u"deal"_s, deal, u"closed_on"), u"2026-02-10"_s);
}

void TestWorksMove::refusals_data() {
    QTest::addColumn<QString>("deal");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("reasons");
    QTest::newRow("won without amount") << QString() << u"Won"_s << QString() << u"write.refused"_s
                                        << QStringList{u"gate.won_needs"_s};
    QTest::newRow("won, date taken away") << u"amount=CNY 5"_s << u"Won"_s << u"closed_on="_s
                                          << u"write.refused"_s << QStringList{u"gate.won_needs"_s};
    QTest::newRow("lost without reason") << QString() << u"Lost"_s << QString()
                                         << u"write.refused"_s << QStringList{u"gate.lost_needs"_s};
    QTest::newRow("back without reason")
        << u"stage=Contract|amount=CNY 5"_s << u"Negotiation"_s << QString() << u"write.refused"_s
        << QStringList{u"gate.backward_needs_reason"_s};
    QTest::newRow("reopened without reason")
        << u"stage=Won|amount=CNY 5|closed_on=2026-02-01"_s << u"Contract"_s << QString()
        << u"write.refused"_s << QStringList{u"gate.reopen_needs_reason"_s};
    QTest::newRow("no such field")
        << QString() << u"Contract"_s << u"amuont=CNY 5"_s << u"field.unknown"_s << QStringList();
    QTest::newRow("no such value")
        << QString() << u"Won"_s << u"amount=five"_s << u"value.money"_s << QStringList();
}

void TestWorksMove::refusals() {
    QFETCH(QString, deal);
    QFETCH(QString, stage);
    QFETCH(QString, edits);
    WorkspaceFixture f;
    const RecordId id = f.create(u"deal"_s, u"name=Acme|"_s + deal);
    const QString before = f.text(u"deal"_s, id, u"stage");
    const auto done = f.run(moveWork(
        {.deal = id, .stage = f.named(u"stage"_s, stage), .edits = WorkspaceFixture::edits(edits)},
        f.origin()));
    QTEST(messageId(done), "id");
    QStringList reasons;
    for (const Message &reason : done.error().reasons)
        reasons << reason.id;
    if (done.error().message.id == "write.refused"_L1)
        QTEST(reasons, "reasons");
    QCOMPARE(f.text(u"deal"_s, id, u"stage"), before);
}

void TestWorksMove::otherPipeline_onlyWithItsName() {
    WorkspaceFixture f;
    f.create(u"pipeline"_s, u"name=Renewals|position=2|active=yes"_s);
    const RecordId due =
        f.create(u"stage"_s, u"name=Due|pipeline=Renewals|position=1|outcome=open"_s);
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|amount=CNY 5"_s);
    const auto strayed = f.run(moveWork({.deal = deal, .stage = due}, f.origin()));
    QCOMPARE(messageId(strayed), u"write.refused"_s);
    QCOMPARE(strayed.error().reasons.front(),
             (Message{u"gate.stage_of_other_pipeline"_s,
                      {{u"stage"_s, u"Due"_s}, {u"pipeline"_s, u"Sales pipeline"_s}}}));
    const auto moved = f.run(moveWork(
        {.deal = deal, .stage = due, .edits = WorkspaceFixture::edits(u"pipeline=Renewals"_s)},
        f.origin()));
    QCOMPARE(failure(moved), QString());
    QCOMPARE(f.text(u"deal"_s, deal, u"pipeline"), f.named(u"pipeline"_s, u"Renewals"_s).text());
}

void TestWorksMove::seen_isAskedFor() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|amount=CNY 5"_s);
    const auto seen = must(f.workspace().history().versions(deal));
    f.move(deal, u"Contract"_s);
    const auto late = f.run(moveWork(
        {.deal = deal, .stage = f.named(u"stage"_s, u"Negotiation"_s), .seen = seen}, f.origin()));
    QCOMPARE(messageId(late), u"write.conflict"_s);
}

void TestWorksMove::order_isTheEndOfTheColumn_unlessGiven() {
    WorkspaceFixture f;
    const RecordId pipeline = f.named(u"pipeline"_s, u"Sales pipeline"_s);
    const RecordId contract = f.named(u"stage"_s, u"Contract"_s);
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s}) {
        f.create(u"deal"_s, u"stage=Contract|amount=CNY 5|name="_s + name);
        f.tick();
    }
    const RecordId last = f.create(u"deal"_s, u"name=Last|amount=CNY 5"_s);
    f.move(last, u"Contract"_s);
    const RecordId first = f.create(u"deal"_s, u"name=First|amount=CNY 5"_s);
    const auto column = [&] {
        auto cards = must(loadBoard(f.reader(), f.workspace().readTime(), pipeline)).cards;
        std::erase_if(cards, [&](const BoardCard &card) { return card.stage != contract; });
        std::sort(cards.begin(), cards.end(), standsAbove);
        return cards;
    };
    const QString top = placeBetween(nullptr, &column().front());
    must(f.run(moveWork({.deal = first, .stage = contract, .order = top}, f.origin())));
    QStringList names;
    for (const BoardCard &card : column())
        names << card.name;
    QCOMPARE(names.join(u' '), u"First C B A Last"_s);
}

void TestWorksMove::withinTheStage_onlyTheOrderMoves() {
    WorkspaceFixture f;
    const RecordId deal =
        f.create(u"deal"_s, u"name=Acme|stage=Won|amount=CNY 5|closed_on=2026-02-01"_s);
    const auto done = must(f.run(moveWork(
        {.deal = deal, .stage = f.named(u"stage"_s, u"Won"_s), .order = u"k"_s}, f.origin())));
    QCOMPARE(done.notice.moved.front().groups, QStringList{u"board_order"_s});
    QCOMPARE(f.text(u"deal"_s, deal, u"closed_on"), u"2026-02-01"_s);
    QCOMPARE(f.label(done.set), u"placed Acme within its stage"_s);
}

void TestWorksMove::reasonOfTheMove_standsInTheSet() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|stage=Contract"_s);
    const qint64 set = f.move(deal, u"Negotiation"_s, {}, u"new terms"_s);
    QCOMPARE(must(f.workspace().history().set(set))->reason,
             (Message{u"reason.text"_s, {{u"text"_s, u"new terms"_s}}}));
}

} // namespace dw::test

using dw::test::TestWorksMove;
DW_TEST(TestWorksMove)

#include "tst_works_move.moc"
