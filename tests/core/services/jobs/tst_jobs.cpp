// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/jobs/jobfixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr int many = 3000;

template <typename T> QString idOf(const Result<T> &result) {
    return result ? u"ok"_s : result.error().message.id;
}

bool isFarEnough(const JobInfo &job) { return job.done >= 500; }

} // namespace

/// Long jobs as people have them: begun, watched, paused, cancelled, taken back.
class TestJobs : public QObject {
    Q_OBJECT

private slots:
    void import_bringsEverythingInAsOneSet();
    void import_keepsTheOrderOfTheFile();
    void import_ofNothingNew_leavesNoSet();
    void rejectedRows_areKeptWithTheSet();
    void changes_writeWhatWasSeen_andLeaveWhatMoved();
    void changed_tellsHowFarItIs();
    void listAndFind_tellOfAllJobs();
    void paused_waitsAlsoWhenReopened();
    void paused_letsOthersWork_andGoesOn();
    void editDuringTheJob_stands();
    void editOfARowBeforeItsKeyIsThere_isFoundByTheNewKey();
    void cancelled_takesAllOfItBack();
    void cancelled_leavesWhatSomebodyEdited();
    void cancelled_beforeItBegan_leavesNothing();
    void undone_takesAllOfItBack();
    void undone_leavesWhatSomebodyEdited_andWhatIsNeeded();
    void undoneOfUndo_bringsItBack();
    void undo_ofASetThatIsWritten_isRefused();
    void stoppedWait_takesItBack();
    void reopened_goesOnWithWhatWasUnderWay();
    void wrongNumbers_areRefused();
};

void TestJobs::import_bringsEverythingInAsOneSet() {
    JobFixture f;
    const JobInfo job = f.import();
    QCOMPARE(job.state, JobState::Done);
    QCOMPARE(job.done, job.total);
    QCOMPARE(f.count(u"account"_s), 3);
    QCOMPARE(f.count(u"contact"_s), 40);
    const auto set = must(f.workspace().history().set(job.set));
    QVERIFY(set);
    QCOMPARE(set->kind, SetKind::Import);
    QCOMPARE(set->count, 43);
    QVERIFY(!set->head.isEmpty());
    QCOMPARE(set->source, u"people.csv"_s);
    const auto records = must(f.workspace().history().ofRecord(f.contactIds.front()));
    QCOMPARE(records.size(), size_t(1));
    QVERIFY(records.front().created);
    QCOMPARE(records.front().source, u"people.csv, line 100"_s);
    // Keys and members of lists are there, so that sorting and links find the rows.
    QCOMPARE(f.found(u"Contact 919"_s), 1);
    QCOMPARE(f.filesOfJobs().join(u' '), QString());
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::import_keepsTheOrderOfTheFile() {
    JobFixture f;
    const QString before = f.row(u"contact"_s, f.create(u"contact"_s, u"name=A"_s)).shortId;
    f.import();
    QStringList ids;
    for (const RecordId id : f.contactIds)
        ids << f.row(u"contact"_s, id).shortId;
    const QString after = f.row(u"contact"_s, f.create(u"contact"_s, u"name=Z"_s)).shortId;
    QStringList sorted = QStringList{before} + ids + QStringList{after};
    sorted.sort();
    QCOMPARE(QStringList{before} + ids + QStringList{after}, sorted);
    QCOMPARE(QSet<QString>(sorted.begin(), sorted.end()).size(), sorted.size());
}

void TestJobs::import_ofNothingNew_leavesNoSet() {
    JobFixture f;
    const RecordId account = f.create(u"account"_s, u"name=A|city=Suzhou"_s);
    JobFixture::Plan plan{0, 0, 1, {}};
    plan.changes = {{f.values(u"account", account, {{u"city", u"Suzhou"_s}}), {}}};
    const size_t before = must(f.workspace().history().sets(0, 100)).size();
    const JobInfo job = f.import(plan);
    QCOMPARE(job.state, JobState::Done);
    QCOMPARE(job.set, 0);
    QCOMPARE(must(f.workspace().history().sets(0, 100)).size(), before);
    QCOMPARE(must(rejectedRows(f.reader().connection(), 0)).size(), size_t(1));
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::rejectedRows_areKeptWithTheSet() {
    JobFixture f;
    const JobInfo job = f.import({1, 1, 300, {}});
    QCOMPARE(job.rejected, 300);
    const auto rows = must(rejectedRows(f.reader().connection(), job.set));
    QCOMPARE(rows.size(), size_t(300));
    QCOMPARE(rows.front().line, 2000);
    QCOMPARE(rows.front().cells, (QStringList{u"x"_s, QString()}));
    QCOMPARE(rows.back().line, 2299);
    QCOMPARE(JobFixture::ids(rows.back().reasons), QStringList{u"valid.required"_s});
}

void TestJobs::changes_writeWhatWasSeen_andLeaveWhatMoved() {
    JobFixture f;
    const RecordId kept = f.create(u"account"_s, u"name=Kept|city=Wuxi|sector=IT"_s);
    const RecordId moved = f.create(u"account"_s, u"name=Moved|city=Wuxi|sector=IT"_s);
    JobFixture::Plan plan{0, 0, 0, {}};
    for (const RecordId id : {kept, moved})
        plan.changes.emplace_back(
            f.values(u"account", id, {{u"city", u"Ningbo"_s}, {u"sector", u"Metal"_s}}),
            f.versions(id));
    const QString staged = f.stage(plan);
    f.edit(u"account"_s, moved, u"city=Lyon"_s);
    const JobInfo job = must(f.jobs().wait(must(f.jobs().start(staged))));
    QCOMPARE(job.state, JobState::Done);
    QCOMPARE(f.text(u"account"_s, kept, u"city"), u"Ningbo"_s);
    QCOMPARE(f.text(u"account"_s, kept, u"sector"), u"Metal"_s);
    QCOMPARE(f.text(u"account"_s, moved, u"city"), u"Lyon"_s);
    QCOMPARE(f.text(u"account"_s, moved, u"sector"), u"Metal"_s);
    QCOMPARE(JobFixture::ids(job.notes), QStringList{u"job.stays"_s});
    QCOMPARE(job.notes.front().args.value(u"title"_s), u"Moved"_s);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::changed_tellsHowFarItIs() {
    JobFixture f;
    QSignalSpy spy(&f.jobs(), &Jobs::changed);
    const JobInfo job = f.import({1, many, 0, {}});
    QTRY_VERIFY(!spy.isEmpty() && !spy.last().first().value<JobInfo>().isUnfinished);
    qint64 done = 0;
    for (const auto &told : std::as_const(spy)) {
        const auto info = told.first().value<JobInfo>();
        QCOMPARE(info.number, job.number);
        QVERIFY(info.done >= done && info.done <= info.total);
        done = info.done;
    }
}

void TestJobs::listAndFind_tellOfAllJobs() {
    JobFixture f;
    QVERIFY(must(f.jobs().list()).empty());
    const JobInfo first = f.import();
    const JobInfo second = f.import({1, 2, 0, {}});
    const auto all = must(f.jobs().list());
    QCOMPARE(all.size(), size_t(2));
    QCOMPARE(all[0].number, second.number);
    QCOMPARE(all[1].number, first.number);
    const JobInfo found = must(f.jobs().find(first.number));
    QCOMPARE(found.label.id, u"import.set"_s);
    QCOMPARE(found.request, QByteArray("{\"file\":\"people.csv\"}"));
    QCOMPARE(found.actor, f.workspace().actor());
    QVERIFY(found.ended);
    QVERIFY(!found.isRunning);
}

void TestJobs::paused_waitsAlsoWhenReopened() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage({1, many, 0, {}})));
    const JobInfo paused = f.pauseWhen(number, isFarEnough);
    QCOMPARE(paused.state, JobState::Paused);
    QVERIFY(!paused.isRunning);
    const qint64 rows = f.count(u"contact"_s);
    QVERIFY(rows > 0 && rows <= many);
    f.reopen();
    QCOMPARE(must(f.jobs().find(number)).state, JobState::Paused);
    QCOMPARE(f.count(u"contact"_s), rows);
    QCOMPARE(f.damage().join(u' '), QString());
    must(f.jobs().resume(number));
    QCOMPARE(must(f.jobs().wait(number)).state, JobState::Done);
    QCOMPARE(f.count(u"contact"_s), many);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::paused_letsOthersWork_andGoesOn() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage({1, many, 0, {}})));
    f.pauseWhen(number, isFarEnough);
    // What others do meanwhile, a whole import among it, stands before it in the chain.
    const RecordId contact = f.contactIds.front();
    f.edit(u"contact"_s, contact, u"title=Buyer"_s);
    const std::vector<RecordId> first = f.contactIds;
    QCOMPARE(f.import({1, 5, 0, {}}).state, JobState::Done);
    must(f.jobs().resume(number));
    QCOMPARE(must(f.jobs().wait(number)).state, JobState::Done);
    QCOMPARE(f.count(u"contact"_s), many + 5);
    QCOMPARE(f.text(u"contact"_s, first.front(), u"title"), u"Buyer"_s);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::editDuringTheJob_stands() {
    JobFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Mine"_s);
    const qint64 number = must(f.jobs().start(f.stage({1, many, 0, {}})));
    qint64 edits = 0;
    while (must(f.jobs().find(number)).isUnfinished)
        f.edit(u"account"_s, account, u"city=C%1"_s.arg(++edits));
    QVERIFY(edits > 0);
    QCOMPARE(must(f.jobs().wait(number)).state, JobState::Done);
    QCOMPARE(f.text(u"account"_s, account, u"city"), u"C%1"_s.arg(edits));
    QCOMPARE(f.count(u"contact"_s), many);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::editOfARowBeforeItsKeyIsThere_isFoundByTheNewKey() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage({1, many, 0, {}})));
    f.pauseWhen(number, isFarEnough);
    const RecordId contact = f.contactIds.front();
    const QString before = f.text(u"contact"_s, contact, u"name");
    const qsizetype others = f.found(before);
    f.edit(u"contact"_s, contact, u"name=Renamed"_s);
    const RecordId gone = f.contactIds[1];
    must(f.run(removeWork(u"contact"_s, gone, f.origin())));
    // The note of who was edited is made anew from the log.
    f.reopen();
    must(f.jobs().resume(number));
    QCOMPARE(must(f.jobs().wait(number)).state, JobState::Done);
    QCOMPARE(f.found(u"Renamed"_s), 1);
    QVERIFY(f.found(before) >= others);
    QVERIFY(f.row(u"contact"_s, gone).deleted);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::cancelled_takesAllOfItBack() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage({1, many, 5, {}})));
    f.pauseWhen(number, isFarEnough);
    must(f.jobs().cancel(number));
    const JobInfo job = must(f.jobs().wait(number));
    QCOMPARE(job.state, JobState::TakenBack);
    QVERIFY(!job.isUnfinished);
    QCOMPARE(f.count(u"contact"_s), 0);
    QCOMPARE(f.count(u"account"_s), 0);
    QCOMPARE(f.filesOfJobs().join(u' '), QString());
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::cancelled_leavesWhatSomebodyEdited() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage({1, many, 0, {}})));
    f.pauseWhen(number, isFarEnough);
    const RecordId contact = f.contactIds.front();
    f.edit(u"contact"_s, contact, u"title=Buyer"_s);
    must(f.jobs().cancel(number));
    const JobInfo job = must(f.jobs().wait(number));
    QCOMPARE(job.state, JobState::TakenBack);
    QCOMPARE(f.count(u"contact"_s), 1);
    QCOMPARE(f.text(u"contact"_s, contact, u"title"), u"Buyer"_s);
    // Its account stays with it.
    QCOMPARE(f.count(u"account"_s), 1);
    const QStringList notes = JobFixture::ids(job.notes);
    QVERIFY2(notes.contains(u"undo.stays"_s) && notes.contains(u"undo.stays_needed"_s),
             qPrintable(notes.join(u' ')));
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::cancelled_beforeItBegan_leavesNothing() {
    JobFixture f;
    // Nothing runs while the writer is held.
    std::atomic<bool> mayGo = false;
    f.workspace().submit({{.actor = f.workspace().actor()},
                          [&](WriteTransaction &) -> Result<void> {
                              while (!mayGo)
                                  QThread::msleep(1);
                              return {};
                          }},
                         &f.workspace(), [](const Result<Committed> &) {});
    const QString staged = f.stage();
    std::thread releases([&] {
        QThread::msleep(20);
        mayGo = true;
    });
    const qint64 number = must(f.jobs().start(staged));
    must(f.jobs().cancel(number));
    releases.join();
    const JobInfo job = must(f.jobs().wait(number));
    QCOMPARE(job.state, JobState::TakenBack);
    QCOMPARE(f.count(u"contact"_s), 0);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::undone_takesAllOfItBack() {
    JobFixture f;
    const JobInfo import = f.import({2, many, 0, {}});
    const qint64 number = must(f.jobs().startUndo(import.set, f.workspace().actor()));
    const JobInfo job = must(f.jobs().wait(number));
    QCOMPARE(job.state, JobState::Done);
    QCOMPARE(job.kind, JobKind::Undo);
    QCOMPARE(job.ofSet, import.set);
    QVERIFY(job.set != 0 && job.set != import.set);
    QCOMPARE(job.notes.size(), size_t(0));
    QCOMPARE(f.count(u"contact"_s), 0);
    QCOMPARE(f.count(u"account"_s), 0);
    const auto set = must(f.workspace().history().set(job.set));
    QCOMPARE(set->kind, SetKind::Undo);
    QCOMPARE(set->undoOf, import.set);
    QCOMPARE(set->count, many + 2);
    QCOMPARE(idOf(f.jobs().startUndo(import.set, f.workspace().actor())), u"undo.already"_s);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::undone_leavesWhatSomebodyEdited_andWhatIsNeeded() {
    JobFixture f;
    const RecordId mine = f.create(u"account"_s, u"name=Mine|sector=IT"_s);
    JobFixture::Plan plan{2, 20, 0, {}};
    plan.changes = {
        {f.values(u"account", mine, {{u"sector", u"Metal"_s}, {u"phone", u"+86 512 1234"_s}}), {}}};
    const JobInfo import = f.import(plan);
    f.edit(u"account"_s, mine, u"phone=+86 512 9999"_s);
    f.edit(u"contact"_s, f.contactIds[1], u"title=Buyer"_s);
    const JobInfo job =
        must(f.jobs().wait(must(f.jobs().startUndo(import.set, f.workspace().actor()))));
    QCOMPARE(job.state, JobState::Done);
    QCOMPARE(f.text(u"account"_s, mine, u"sector"), u"IT"_s);
    QCOMPARE(f.text(u"account"_s, mine, u"phone"), u"+86 512 9999"_s);
    QCOMPARE(f.count(u"contact"_s), 1);
    QVERIFY(!f.row(u"account"_s, f.accountIds[1]).deleted);
    QVERIFY(f.row(u"account"_s, f.accountIds[0]).deleted);
    QStringList notes = JobFixture::ids(job.notes);
    notes.sort();
    QCOMPARE(notes, (QStringList{u"undo.stays"_s, u"undo.stays"_s, u"undo.stays_needed"_s}));
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::undoneOfUndo_bringsItBack() {
    JobFixture f;
    const JobInfo import = f.import({1, 20, 0, {}});
    const RecordId actor = f.workspace().actor();
    const JobInfo undo = must(f.jobs().wait(must(f.jobs().startUndo(import.set, actor))));
    QCOMPARE(f.count(u"contact"_s), 0);
    const JobInfo redo = must(f.jobs().wait(must(f.jobs().startUndo(undo.set, actor))));
    QCOMPARE(must(f.workspace().history().set(redo.set))->kind, SetKind::Redo);
    QCOMPARE(f.count(u"contact"_s), 20);
    QCOMPARE(f.count(u"account"_s), 1);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::undo_ofASetThatIsWritten_isRefused() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage({1, many, 0, {}})));
    const JobInfo paused = f.pauseWhen(number, isFarEnough);
    QCOMPARE(idOf(f.jobs().startUndo(paused.set, f.workspace().actor())), u"undo.open"_s);
    QCOMPARE(idOf(f.run(undoWork(paused.set, f.origin()))), u"undo.open"_s);
}

void TestJobs::stoppedWait_takesItBack() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage({1, many, 0, {}})));
    StopToken stop;
    const auto seen = [&](const JobInfo &job) {
        if (isFarEnough(job))
            stop.stop();
    };
    const JobInfo job = must(f.jobs().wait(number, seen, stop));
    QCOMPARE(job.state, JobState::TakenBack);
    QCOMPARE(f.count(u"contact"_s), 0);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::reopened_goesOnWithWhatWasUnderWay() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage({1, many, 3, {}})));
    while (must(f.jobs().find(number)).done < 500)
        QThread::usleep(100);
    f.reopen();
    const JobInfo job = must(f.jobs().wait(number));
    QCOMPARE(job.state, JobState::Done);
    QCOMPARE(f.count(u"contact"_s), many);
    QCOMPARE(job.rejected, 3);
    QCOMPARE(must(rejectedRows(f.reader().connection(), job.set)).size(), size_t(3));
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobs::wrongNumbers_areRefused() {
    JobFixture f;
    QCOMPARE(idOf(f.jobs().find(7)), u"job.unknown"_s);
    QCOMPARE(idOf(f.jobs().pause(7)), u"job.unknown"_s);
    QCOMPARE(idOf(f.jobs().resume(7)), u"job.unknown"_s);
    QCOMPARE(idOf(f.jobs().cancel(7)), u"job.unknown"_s);
    QCOMPARE(idOf(f.jobs().startUndo(7000, f.workspace().actor())), u"undo.unknown_set"_s);
    const JobInfo done = f.import();
    QCOMPARE(idOf(f.jobs().pause(done.number)), u"job.not_running"_s);
    QCOMPARE(idOf(f.jobs().resume(done.number)), u"job.finished"_s);
    QCOMPARE(idOf(f.jobs().cancel(done.number)), u"job.finished"_s);
}

} // namespace dw::test

using dw::test::TestJobs;
DW_TEST(TestJobs)

#include "tst_jobs.moc"
