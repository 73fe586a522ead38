// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/activity/taskdone.h"

#include "core/services/works.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The moment a task was done follows its mark.
class TestTaskDone : public QObject {
    Q_OBJECT

private slots:
    void done_isDoneNow();
    void doneAgain_keepsItsMoment();
    void notDone_hasNoMoment();
    void givenMoment_stands();
    void newTask_thatIsDone();
    void record_asTheWindowWritesIt();
};

void TestTaskDone::done_isDoneNow() {
    WorkspaceFixture f;
    const RecordId task = f.create(u"task"_s, u"title=Call"_s);
    QCOMPARE(f.text(u"task"_s, task, u"done_at"), QString());
    f.tick();
    f.edit(u"task"_s, task, u"done=yes"_s);
    QCOMPARE(
        f.row(u"task"_s, task).record.value(f.entity(u"task").byName(u"done_at")).as<Instant>(),
        f.clock.now());
}

void TestTaskDone::doneAgain_keepsItsMoment() {
    WorkspaceFixture f;
    const RecordId task = f.create(u"task"_s, u"title=Call"_s);
    f.edit(u"task"_s, task, u"done=yes"_s);
    const QString at = f.text(u"task"_s, task, u"done_at");
    f.tick();
    f.edit(u"task"_s, task, u"done=yes|title=Call again"_s);
    QCOMPARE(f.text(u"task"_s, task, u"done_at"), at);
}

void TestTaskDone::notDone_hasNoMoment() {
    WorkspaceFixture f;
    const RecordId task = f.create(u"task"_s, u"title=Call"_s);
    f.edit(u"task"_s, task, u"done=yes"_s);
    f.edit(u"task"_s, task, u"done=no"_s);
    QCOMPARE(f.text(u"task"_s, task, u"done_at"), QString());
    f.edit(u"task"_s, task, u"done=yes"_s);
    f.edit(u"task"_s, task, u"done="_s);
    QCOMPARE(f.text(u"task"_s, task, u"done_at"), QString());
}

void TestTaskDone::givenMoment_stands() {
    WorkspaceFixture f;
    const RecordId task = f.create(u"task"_s, u"title=Call"_s);
    f.edit(u"task"_s, task, u"done=yes|done_at=2026-01-05T08:00:00Z"_s);
    QCOMPARE(f.row(u"task"_s, task)
                 .record.value(f.entity(u"task").byName(u"done_at"))
                 .as<Instant>()
                 .toUtc(),
             QDateTime(QDate(2026, 1, 5), QTime(8, 0), QTimeZone::utc()));
}

void TestTaskDone::newTask_thatIsDone() {
    WorkspaceFixture f;
    const RecordId task = f.create(u"task"_s, u"title=Call|done=yes"_s);
    QCOMPARE(
        f.row(u"task"_s, task).record.value(f.entity(u"task").byName(u"done_at")).as<Instant>(),
        f.clock.now());
}

void TestTaskDone::record_asTheWindowWritesIt() {
    WorkspaceFixture f;
    const RecordId task = f.create(u"task"_s, u"title=Call"_s);
    Record values(u"task"_s, task);
    values.set(f.entity(u"task").byName(u"done"), true);
    const auto done = must(f.run(changeWork(values, {}, f.origin())));
    QVERIFY(!f.text(u"task"_s, task, u"done_at").isEmpty());
    must(f.run(undoWork(done.set, f.origin())));
    QCOMPARE(f.text(u"task"_s, task, u"done_at"), QString());
    QCOMPARE(f.damage(), QStringList());
}

} // namespace dw::test

using dw::test::TestTaskDone;
DW_TEST(TestTaskDone)

#include "tst_taskdone.moc"
