// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deals/moveneeds.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What is asked before a move is what the door would refuse without.
class TestMoveNeeds : public QObject {
    Q_OBJECT

private slots:
    void needs_data();
    void needs();
    void deal_isGivenAsItStands();
    void stageOfAnotherPipeline_isRefused();
    void whatIsNotThere_isAnError();
};

void TestMoveNeeds::needs_data() {
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<QString>("reason");
    using L = QStringList;
    QTest::newRow("onwards") << u"amount=CNY 5"_s << u"Contract"_s << L{} << QString();
    QTest::newRow("onwards without amount") << QString() << u"Contract"_s << L{} << QString();
    QTest::newRow("where it is") << u"stage=Contract"_s << u"Contract"_s << L{} << QString();
    QTest::newRow("won") << u"amount=CNY 5"_s << u"Won"_s << L{u"closed_on"_s} << QString();
    QTest::newRow("won without amount")
        << QString() << u"Won"_s << L{u"amount"_s, u"closed_on"_s} << QString();
    QTest::newRow("lost") << QString() << u"Lost"_s << L{u"reason"_s, u"closed_on"_s} << QString();
    QTest::newRow("lost with a reason")
        << u"reason=price"_s << u"Lost"_s << L{u"closed_on"_s} << QString();
    QTest::newRow("backwards") << u"stage=Contract"_s << u"Negotiation"_s << L{}
                               << u"gate.backward_needs_reason"_s;
    QTest::newRow("reopened") << u"stage=Won|amount=CNY 5|closed_on=2026-03-01"_s << u"Contract"_s
                              << L{} << u"gate.reopen_needs_reason"_s;
    QTest::newRow("won after lost") << u"stage=Lost|reason=price|closed_on=2026-03-01"_s << u"Won"_s
                                    << L{u"amount"_s} << QString();
}

void TestMoveNeeds::needs() {
    QFETCH(const QString, edits);
    QFETCH(const QString, stage);
    QFETCH(const QStringList, missing);
    QFETCH(const QString, reason);
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=A|"_s + edits);
    const RecordId to = f.named(u"stage"_s, stage);
    const qint64 before = must(f.workspace().history().sets(0, 1)).front().seq;
    const auto needs = must(needsOfMove(f.workspace(), deal, to));
    QCOMPARE(QStringList(needs.missing.begin(), needs.missing.end()), missing);
    QCOMPARE(needs.reason.value_or(Message()).id, reason);
    QVERIFY(needs.refusals.empty());
    QCOMPARE(must(f.workspace().history().sets(0, 1)).front().seq, before);

    // Given what was asked for, the move is done; the close date comes by itself.
    QStringList given;
    for (const QString &key : missing) {
        if (key == "amount"_L1)
            given << u"amount=CNY 7"_s;
        else if (key == "reason"_L1)
            given << u"reason=budget"_s;
    }
    const MoveRequest bare{.deal = deal, .stage = to};
    const bool isAsked = !given.isEmpty() || !reason.isEmpty();
    if (isAsked)
        QCOMPARE(messageId(f.run(moveWork(bare, f.origin()))), u"write.refused"_s);
    const MoveRequest whole{
        .deal = deal, .stage = to, .edits = WorkspaceFixture::edits(given.join(u'|'))};
    const auto done = f.run(moveWork(whole, f.origin(reason.isEmpty() ? QString() : u"why"_s)));
    QVERIFY2(done, qPrintable(failure(done)));
}

void TestMoveNeeds::deal_isGivenAsItStands() {
    WorkspaceFixture f;
    const RecordId deal =
        f.create(u"deal"_s, u"name=A|stage=Won|amount=CNY 5|closed_on=2026-03-01"_s);
    const auto needs = must(needsOfMove(f.workspace(), deal, f.named(u"stage"_s, u"Contract"_s)));
    QCOMPARE(needs.deal, f.row(u"deal"_s, deal).record);
}

void TestMoveNeeds::stageOfAnotherPipeline_isRefused() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=A|pipeline=Sales pipeline"_s);
    const RecordId other = f.create(u"pipeline"_s, u"name=Other"_s);
    const RecordId stage = f.create(u"stage"_s, u"name=S|outcome=open|pipeline="_s + other.text());
    const auto needs = must(needsOfMove(f.workspace(), deal, stage));
    QCOMPARE(needs.refusals.size(), 1U);
    QCOMPARE(needs.refusals.front().id, u"gate.stage_of_other_pipeline"_s);
}

void TestMoveNeeds::whatIsNotThere_isAnError() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=A"_s);
    const RecordId stage = f.named(u"stage"_s, u"Won"_s);
    const auto noDeal = needsOfMove(f.workspace(), testId(9), stage);
    QCOMPARE(messageId(noDeal), u"record.unknown"_s);
    QCOMPARE(noDeal.error().message.args.value(u"entity"_s), u"deal"_s);
    const auto noStage = needsOfMove(f.workspace(), deal, {});
    QCOMPARE(messageId(noStage), u"record.unknown"_s);
    QCOMPARE(noStage.error().message.args.value(u"entity"_s), u"stage"_s);
}

} // namespace dw::test

using dw::test::TestMoveNeeds;
DW_TEST(TestMoveNeeds)

#include "tst_moveneeds.moc"
