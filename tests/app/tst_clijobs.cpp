// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/jobs/jobs.h"
#include "core/services/workspace.h"
#include "core/store/jobs/stagingfile.h"
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr int accounts = 6000;

} // namespace

/// Long jobs as the command line has them: what another run left goes on, waits, or goes back.
class TestCliJobs : public QObject {
    Q_OBJECT

private slots:
    void init();
    void list_tellsOfEveryJob();
    void unfinishedJob_goesOnBeforeACommandThatWrites();
    void pausedJob_waitsForResume();
    void pausedJob_canBeCancelled();
    void largeSet_isTakenBackByAJob_andDoneAgain();
    void undo_ofAJob_answersAsUndoDoes();
    void wrongNumbers_areRefused_data();
    void wrongNumbers_areRefused();

private:
    enum class Leave { Paused, UnderWay, Done };
    /// Begins an import as another run of the program would, and leaves it like that.
    void begin(Leave leave);
    [[nodiscard]] qint64 count() const {
        return m_cli->json({u"stats"_s})
            .value("rows"_L1)
            .toObject()
            .value("account"_L1)
            .toInteger();
    }
    std::unique_ptr<CliProgram> m_cli;
};

void TestCliJobs::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli->run({u"init"_s, u"--currency"_s, u"CNY"_s}).code, 0);
}

void TestCliJobs::begin(Leave leave) {
    const SystemClock clock;
    const auto workspace =
        must(Workspace::open({.path = m_cli->workspace(), .clock = clock, .wall = clock}));
    const QString path = workspace->paths().jobs() + u"/test"_s + stagingSuffix;
    const auto writer = must(StagingWriter::create({path, workspace->catalog(), clock.now()}));
    const EntityDesc &account = *workspace->catalog()->entity(u"account");
    for (int i = 0; i < accounts; ++i) {
        Record draft(u"account"_s, {makeUuidV7(clock.now())});
        draft.set(account.byName(u"name"), u"Account %1"_s.arg(i));
        must(writer->addRow(draft, {u"a.csv, line %1"_s.arg(i + 2), clock.now(), false}));
    }
    StagedJob staged;
    staged.info.kind = SetKind::Import;
    staged.info.way = WriteWay::Import;
    staged.info.actor = workspace->actor();
    staged.info.label = {u"import.set"_s, {{u"entity"_s, u"account"_s}, {u"file"_s, u"a.csv"_s}}};
    Jobs &jobs = workspace->jobs();
    const qint64 number = must(jobs.start(must(writer->finish(staged))));
    if (leave == Leave::Done) {
        QCOMPARE(must(jobs.wait(number)).state, JobState::Done);
        return;
    }
    while (must(jobs.find(number)).done < 100)
        QThread::usleep(200);
    if (leave == Leave::Paused) {
        must(jobs.pause(number));
        QCOMPARE(must(jobs.wait(number)).state, JobState::Paused);
    }
}

void TestCliJobs::list_tellsOfEveryJob() {
    QCOMPARE(m_cli->json({u"jobs"_s, u"list"_s}).value("jobs"_L1), QJsonValue(QJsonArray()));
    begin(Leave::Done);
    const QJsonArray jobs = m_cli->json({u"jobs"_s, u"list"_s}).value("jobs"_L1).toArray();
    QCOMPARE(jobs.size(), 1);
    const QJsonObject job = jobs.first().toObject();
    QCOMPARE(job.value("job"_L1).toInteger(), 1);
    QCOMPARE(job.value("kind"_L1).toString(), u"import"_s);
    QCOMPARE(job.value("state"_L1).toString(), u"done"_s);
    QCOMPARE(job.value("done"_L1), job.value("total"_L1));
    QVERIFY(job.value("set"_L1).toInteger() > 0);
    QCOMPARE(job.value("problem"_L1), QJsonValue(QJsonValue::Null));
    const Answer text = m_cli->run({u"jobs"_s, u"list"_s});
    QVERIFY2(text.out.contains(u"done"_s) && text.out.contains(u"a.csv"_s), qPrintable(text.out));
}

void TestCliJobs::unfinishedJob_goesOnBeforeACommandThatWrites() {
    begin(Leave::UnderWay);
    // Who only reads leaves it alone.
    QCOMPARE(m_cli->json({u"jobs"_s, u"list"_s})
                 .value("jobs"_L1)
                 .toArray()
                 .first()
                 .toObject()
                 .value("state"_L1)
                 .toString(),
             u"applying"_s);
    const Answer made = m_cli->run({u"--json"_s, u"create"_s, u"account"_s, u"name=Mine"_s});
    QCOMPARE(made.code, 0);
    const QJsonArray notes = made.json().value("notes"_L1).toArray();
    QCOMPARE(notes.first().toObject().value("id"_L1).toString(), u"cli.job_finished"_s);
    QCOMPARE(count(), accounts + 1);
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliJobs::pausedJob_waitsForResume() {
    begin(Leave::Paused);
    QCOMPARE(m_cli->run({u"create"_s, u"account"_s, u"name=Mine"_s}).code, 0);
    QVERIFY(count() < accounts);
    const QJsonObject job = m_cli->json({u"jobs"_s, u"resume"_s, u"1"_s});
    QCOMPARE(job.value("state"_L1).toString(), u"done"_s);
    QCOMPARE(count(), accounts + 1);
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliJobs::pausedJob_canBeCancelled() {
    begin(Leave::Paused);
    const QJsonObject job = m_cli->json({u"jobs"_s, u"cancel"_s, u"1"_s});
    QCOMPARE(job.value("state"_L1).toString(), u"taken_back"_s);
    QCOMPARE(count(), 0);
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliJobs::largeSet_isTakenBackByAJob_andDoneAgain() {
    begin(Leave::Done);
    const QJsonObject undone = m_cli->json({u"undo"_s});
    QVERIFY(undone.value("undone"_L1).toInteger() > 0);
    QVERIFY(undone.value("set"_L1).toInteger() > undone.value("undone"_L1).toInteger());
    QCOMPARE(count(), 0);
    const QJsonArray jobs = m_cli->json({u"jobs"_s, u"list"_s}).value("jobs"_L1).toArray();
    QCOMPARE(jobs.size(), 2);
    QCOMPARE(jobs.first().toObject().value("kind"_L1).toString(), u"undo"_s);
    QCOMPARE(m_cli->run({u"redo"_s}).code, 0);
    QCOMPARE(count(), accounts);
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliJobs::undo_ofAJob_answersAsUndoDoes() {
    begin(Leave::Done);
    const QJsonObject undone = m_cli->json({u"jobs"_s, u"undo"_s, u"1"_s});
    QCOMPARE(undone.value("label"_L1).toObject().value("id"_L1).toString(), u"import.set"_s);
    QCOMPARE(count(), 0);
    QCOMPARE(m_cli->run({u"--json"_s, u"jobs"_s, u"undo"_s, u"1"_s}).errorId(), u"undo.already"_s);
}

void TestCliJobs::wrongNumbers_areRefused_data() {
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("code");
    for (const char *verb : {"pause", "resume", "cancel", "undo"}) {
        const QString name = QString::fromLatin1(verb);
        QTest::addRow("%s of no job", verb) << name << u"7"_s << 1;
        QTest::addRow("%s of no number", verb) << name << u"x"_s << 2;
        QTest::addRow("%s of zero", verb) << name << u"0"_s << 2;
    }
}

void TestCliJobs::wrongNumbers_areRefused() {
    QFETCH(const QString, verb);
    QFETCH(const QString, number);
    QFETCH(const int, code);
    const Answer answer = m_cli->run({u"--json"_s, u"jobs"_s, verb, number});
    QCOMPARE(answer.code, code);
    QCOMPARE(answer.errorId(), code == 1 ? u"job.unknown"_s : u"cli.bad_job"_s);
}

} // namespace dw::test

using dw::test::TestCliJobs;
DW_TEST(TestCliJobs)

#include "tst_clijobs.moc"
