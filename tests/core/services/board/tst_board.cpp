// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/board.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestBoard : public QObject {
    Q_OBJECT

private slots:
    void init();
    void pipelines_areInTheirOrder_withTheirStages();
    void pipelines_thatAreNotActive_areListedOnlyInUse();
    void board_hasEveryDeal_evenInAStageThatIsGone();
    void board_ofNoPipeline_fails();
    void cards_ofTheBoard_areThoseAskedFor();
    void touched_isTheDealItself();
    void touched_followsNamesOnly();
    void touched_followsTasks();
    void stage_withoutAnything_isOpen();

private:
    [[nodiscard]] BoardSnapshot board() {
        return must(loadBoard(m_f->reader(), m_f->workspace().readTime(), m_pipeline));
    }
    [[nodiscard]] QStringList names() {
        QStringList names;
        for (const BoardPipeline &pipeline : must(pipelines(m_f->reader())))
            names << pipeline.name;
        return names;
    }
    /// Names of the deals whose card the work touches.
    QStringList touched(const Work &work);
    QStringList touched(const QString &entity, RecordId id, const QString &edits) {
        return touched(typedWork(entity, id, WorkspaceFixture::edits(edits), m_f->origin()));
    }

    std::unique_ptr<WorkspaceFixture> m_f;
    RecordId m_pipeline;
};

void TestBoard::init() {
    m_f = std::make_unique<WorkspaceFixture>();
    m_pipeline = m_f->named(u"pipeline"_s, u"Sales pipeline"_s);
}

QStringList TestBoard::touched(const Work &work) {
    const auto done = must(m_f->run(work));
    QStringList names;
    for (const RecordId deal : touchedDeals(m_f->reader(), done.notice))
        names << m_f->reader().title(u"deal"_s, deal);
    names.sort();
    return names;
}

void TestBoard::pipelines_areInTheirOrder_withTheirStages() {
    m_f->create(u"pipeline"_s, u"name=Last|position=9"_s);
    m_f->create(u"pipeline"_s, u"name=First|position=-1"_s);
    m_f->create(u"pipeline"_s, u"name=B tie|position=9"_s);
    QCOMPARE(names(), (QStringList{u"First"_s, u"Sales pipeline"_s, u"B tie"_s, u"Last"_s}));
    const RecordId last = m_f->named(u"pipeline"_s, u"Last"_s);
    for (const QString &stage :
         {u"name=two|position=2"_s, u"name=half|position=0.5"_s, u"name=none"_s})
        m_f->create(u"stage"_s, u"outcome=open|pipeline="_s + last.text() + u'|' + stage);
    QStringList stages;
    const auto all = must(pipelines(m_f->reader()));
    for (const BoardStage &stage : all.back().stages)
        stages << stage.name;
    QCOMPARE(stages, (QStringList{u"none"_s, u"half"_s, u"two"_s}));
}

void TestBoard::pipelines_thatAreNotActive_areListedOnlyInUse() {
    m_f->create(u"pipeline"_s, u"name=Old|active=no"_s);
    QCOMPARE(names(), QStringList{u"Sales pipeline"_s});
    m_f->edit(u"pipeline"_s, m_pipeline, u"active=no"_s);
    QCOMPARE(names(), QStringList());
    const RecordId deal = m_f->create(u"deal"_s, u"name=A|pipeline=Sales pipeline"_s);
    QCOMPARE(names(), QStringList{u"Sales pipeline"_s});
    must(m_f->run(removeWork(u"deal"_s, deal, m_f->origin())));
    QCOMPARE(names(), QStringList());
}

void TestBoard::board_hasEveryDeal_evenInAStageThatIsGone() {
    m_f->create(u"deal"_s, u"name=A"_s);
    const RecordId b = m_f->create(u"deal"_s, u"name=B|amount=CNY 5|stage=Contract"_s);
    const RecordId contract = m_f->named(u"stage"_s, u"Contract"_s);
    m_f->close(); // The door would not let it go; a workspace from elsewhere may have done so.
    must(must(Connection::open(m_f->folder() + u"/workspace.dealwright"_s, OpenMode::ReadWrite))
             ->exec(u"UPDATE stage SET deleted=1 WHERE name='Contract'"_s));
    m_f->reopen();
    const BoardSnapshot now = board();
    QCOMPARE(now.cards.size(), 2U);
    QCOMPARE(now.pipeline.name, u"Sales pipeline"_s);
    QCOMPARE(now.pipeline.stages.size(), 7U);
    QCOMPARE(now.pipeline.stages.back().id, contract);
    QCOMPARE(now.pipeline.stages.back().name, u"Contract"_s);
    QVERIFY(now.pipeline.stages.back().position > now.pipeline.stages[5].position);
    for (const BoardCard &card : now.cards) {
        const auto &stages = now.pipeline.stages;
        QVERIFY(std::any_of(stages.begin(), stages.end(),
                            [&](const BoardStage &stage) { return stage.id == card.stage; }));
    }
    must(m_f->run(removeWork(u"deal"_s, b, m_f->origin())));
    QCOMPARE(board().pipeline.stages.size(), 6U);
}

void TestBoard::board_ofNoPipeline_fails() {
    const ReadTime time = m_f->workspace().readTime();
    for (const RecordId none : {RecordId(), testId(9), m_f->workspace().actor()}) {
        const auto board = loadBoard(m_f->reader(), time, none);
        QCOMPARE(messageId(board), u"record.unknown"_s);
        QCOMPARE(board.error().kind, ErrorKind::NotFound);
    }
    const RecordId empty = m_f->create(u"pipeline"_s, u"name=Empty"_s);
    const auto board = must(loadBoard(m_f->reader(), time, empty));
    QVERIFY(board.cards.empty() && board.pipeline.stages.empty());
    must(m_f->run(removeWork(u"pipeline"_s, empty, m_f->origin())));
    QCOMPARE(messageId(loadBoard(m_f->reader(), time, empty)), u"record.unknown"_s);
}

void TestBoard::cards_ofTheBoard_areThoseAskedFor() {
    const RecordId a = m_f->create(u"deal"_s, u"name=A|amount=CNY 5"_s);
    m_f->create(u"deal"_s, u"name=B"_s);
    // Due at an hour that is the next day here already.
    m_f->create(u"task"_s, u"title=call|due_at=2026-03-09T20:00:00Z|deal="_s + a.text());
    const auto cards = must(loadCards(m_f->reader(), m_pipeline, {a}));
    QCOMPARE(cards.size(), 1U);
    QCOMPARE(cards.front().nextStepDue, std::optional(QDate(2026, 3, 10)));
    for (const BoardCard &card : board().cards) {
        if (card.id == a)
            QVERIFY(card == cards.front());
    }
}

void TestBoard::touched_isTheDealItself() {
    const RecordId a = m_f->create(u"deal"_s, u"name=A"_s);
    m_f->create(u"deal"_s, u"name=B"_s);
    QCOMPARE(touched(u"deal"_s, a, u"amount=CNY 5"_s), QStringList{u"A"_s});
    QCOMPARE(touched(u"deal"_s, {}, u"name=C"_s), QStringList{u"C"_s});
    QCOMPARE(touched(removeWork(u"deal"_s, a, m_f->origin())), QStringList{u"A"_s});
    QCOMPARE(touched(u"tag"_s, {}, u"name=red"_s), QStringList());
}

void TestBoard::touched_followsNamesOnly() {
    const RecordId acme = m_f->create(u"account"_s, u"name=Acme"_s);
    const RecordId wu = m_f->create(u"person"_s, u"name=Wu Wei"_s);
    m_f->create(u"deal"_s, u"name=A|account=Acme"_s);
    m_f->create(u"deal"_s, u"name=B|account=Acme|owner=Wu Wei"_s);
    m_f->create(u"deal"_s, u"name=C|partner=Acme"_s);
    QCOMPARE(touched(u"account"_s, acme, u"name=Acme Ltd"_s), (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(touched(u"account"_s, acme, u"sector=IT"_s), QStringList());
    QCOMPARE(touched(u"person"_s, wu, u"name=Wu"_s), QStringList{u"B"_s});
    QCOMPARE(touched(removeWork(u"account"_s, acme, m_f->origin())), (QStringList{u"A"_s, u"B"_s}));
}

void TestBoard::touched_followsTasks() {
    m_f->create(u"deal"_s, u"name=A"_s);
    m_f->create(u"deal"_s, u"name=B"_s);
    QCOMPARE(touched(u"task"_s, {}, u"title=t|deal=A"_s), QStringList{u"A"_s});
    const RecordId task = m_f->named(u"task"_s, u"t"_s);
    QCOMPARE(touched(u"task"_s, task, u"done=yes"_s), QStringList{u"A"_s});
    QCOMPARE(touched(u"task"_s, task, u"deal=B"_s), (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(touched(removeWork(u"task"_s, task, m_f->origin())), QStringList{u"B"_s});
    QCOMPARE(touched(restoreWork(u"task"_s, task, m_f->origin())), QStringList{u"B"_s});
    QCOMPARE(touched(u"task"_s, task, u"deal="_s), QStringList{u"B"_s});
    QCOMPARE(touched(u"task"_s, task, u"title=u"_s), QStringList());
}

void TestBoard::stage_withoutAnything_isOpen() {
    const BoardStage stage = stageOf(m_f->entity(u"stage"), Record(u"stage"_s, testId(1)));
    QCOMPARE(stage.id, testId(1));
    QCOMPARE(stage.outcome, Outcome::Open);
    QCOMPARE(stage.position, 0.0);
    QVERIFY(!stage.winProbability && stage.name.isEmpty());
}

} // namespace dw::test

using dw::test::TestBoard;
DW_TEST(TestBoard)

#include "tst_board.moc"
