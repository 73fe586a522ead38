// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/backupschedule.h"

#include "core/store/jobs/jobtable.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestBackupSchedule : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void start_makesWhatIsDue();
    void start_makesNothingThatIsNotDue();
    void start_inAWorkspaceToRead_makesNothing();
    void look_follows_theSetting();
    void look_keepsWhatThePlanSays();
    void look_waitsForAnImport_butNotForEver();
    void backUpNow_makesOneAtATime();
    void failure_isToldOnce_andTriedAgain();
    void closing_stopsWhatRuns();
    void newest_isReadFromTheFolder();

private:
    static constexpr qint64 day = 24LL * 60 * 60 * 1000;
    bool waitForEnd();
    void set(const QString &every);
    [[nodiscard]] std::vector<BackupFile> files() { return backupFiles(m_f->workspace().paths()); }

    std::unique_ptr<WorkspaceFixture> m_f;
    std::unique_ptr<BackupSchedule> m_schedule;
};

void TestBackupSchedule::init() {
    m_f = std::make_unique<WorkspaceFixture>();
    m_schedule = std::make_unique<BackupSchedule>(m_f->workspace());
}

void TestBackupSchedule::cleanup() {
    m_schedule.reset();
    faultyvfs::reset();
}

bool TestBackupSchedule::waitForEnd() {
    return QTest::qWaitFor([this] { return !m_schedule->isRunning(); }, 20'000);
}

void TestBackupSchedule::set(const QString &every) {
    must(m_f->run(settingWork(u"backup.every"_s, SettingScope::Team, every, m_f->origin())));
}

void TestBackupSchedule::start_makesWhatIsDue() {
    QSignalSpy made(m_schedule.get(), &BackupSchedule::made);
    QSignalSpy running(m_schedule.get(), &BackupSchedule::runningChanged);
    m_schedule->start();
    QVERIFY(m_schedule->isRunning());
    // Whoever works does not wait for it.
    m_f->create(u"deal"_s, u"name=Meanwhile"_s);
    QVERIFY(waitForEnd());
    QCOMPARE(made.size(), 1);
    QCOMPARE(running.size(), 2);
    QCOMPARE(files().size(), size_t(1));
    QVERIFY(files().front().kind == BackupKind::Scheduled);
    QCOMPARE(files().front().path, made.front().at(0).toString());
    QCOMPARE(m_f->damage(), QStringList());
}

void TestBackupSchedule::start_makesNothingThatIsNotDue() {
    m_schedule->backUpNow();
    QVERIFY(waitForEnd());
    m_f->tick(day - 1000);
    m_schedule->start();
    QVERIFY(!m_schedule->isRunning());
    m_f->tick(1000);
    m_schedule->look();
    QVERIFY(m_schedule->isRunning());
    QVERIFY(waitForEnd());
    QCOMPARE(files().size(), size_t(2));
}

void TestBackupSchedule::start_inAWorkspaceToRead_makesNothing() {
    m_schedule.reset();
    m_f->reopen(Workspace::Mode::ReadOnly);
    m_schedule = std::make_unique<BackupSchedule>(m_f->workspace());
    m_schedule->start();
    QVERIFY(!m_schedule->isRunning());
    QVERIFY(files().empty());
}

void TestBackupSchedule::look_follows_theSetting() {
    set(u"never"_s);
    m_schedule->start();
    QVERIFY(!m_schedule->isRunning());
    set(u"week"_s);
    m_schedule->look();
    QVERIFY(waitForEnd());
    m_f->tick(2 * day);
    m_schedule->look();
    QVERIFY(!m_schedule->isRunning());
    set(u"day"_s);
    m_schedule->look();
    QVERIFY(m_schedule->isRunning());
    QVERIFY(waitForEnd());
}

void TestBackupSchedule::look_keepsWhatThePlanSays() {
    must(m_f->run(settingWork(u"backup.keep"_s, SettingScope::Team,
                              QJsonObject{{u"daily"_s, 2}, {u"weekly"_s, 0}}, m_f->origin())));
    for (int i = 0; i < 4; ++i) {
        m_schedule->look();
        QVERIFY(waitForEnd());
        m_f->tick(day);
    }
    QCOMPARE(files().size(), size_t(2));
}

void TestBackupSchedule::look_waitsForAnImport_butNotForEver() {
    m_schedule->look();
    QVERIFY(waitForEnd());
    must(m_f->workspace().maintain([](Connection &c) {
        JobRow job;
        job.id = RecordId{makeUuidV5(u"job"_s)};
        return jobtable::insert(c, job);
    }));
    m_f->tick(2 * day - 1000);
    m_schedule->look();
    QVERIFY(!m_schedule->isRunning());
    m_f->tick(1000);
    m_schedule->look();
    QVERIFY(m_schedule->isRunning());
    QVERIFY(waitForEnd());
    QCOMPARE(files().size(), size_t(2));
}

void TestBackupSchedule::backUpNow_makesOneAtATime() {
    QSignalSpy made(m_schedule.get(), &BackupSchedule::made);
    m_schedule->backUpNow();
    m_schedule->backUpNow();
    m_schedule->look();
    QVERIFY(waitForEnd());
    QCOMPARE(made.size(), 1);
    QVERIFY(files().front().kind == BackupKind::Manual);
}

void TestBackupSchedule::failure_isToldOnce_andTriedAgain() {
    const QString folder = m_f->workspace().paths().backups();
    QVERIFY(QDir().rmdir(folder));
    QFile inItsPlace(folder);
    QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
    inItsPlace.close();
    QSignalSpy failed(m_schedule.get(), &BackupSchedule::failed);
    for (int i = 0; i < 3; ++i) {
        m_schedule->look();
        QVERIFY(m_schedule->isRunning());
        QVERIFY(waitForEnd());
    }
    QCOMPARE(failed.size(), 1);
    // Who asks is always answered.
    m_schedule->backUpNow();
    QVERIFY(waitForEnd());
    QCOMPARE(failed.size(), 2);
    QVERIFY(inItsPlace.remove());
    m_schedule->look();
    QVERIFY(waitForEnd());
    QCOMPARE(files().size(), size_t(1));
}

void TestBackupSchedule::closing_stopsWhatRuns() {
    m_schedule->backUpNow();
    m_schedule.reset();
    QVERIFY(
        QDir(m_f->workspace().paths().backups()).entryList({u"*.part*"_s}, QDir::Files).isEmpty());
    QVERIFY(files().size() <= 1);
}

void TestBackupSchedule::newest_isReadFromTheFolder() {
    QVERIFY(!m_schedule->newest());
    m_schedule->backUpNow();
    QVERIFY(waitForEnd());
    QCOMPARE(m_schedule->newest()->at, m_f->wall.now());
    QVERIFY(QFile::remove(m_schedule->newest()->path));
    QVERIFY(!m_schedule->newest());
}

} // namespace dw::test

using dw::test::TestBackupSchedule;
DW_TEST(TestBackupSchedule)

#include "tst_backupschedule.moc"
