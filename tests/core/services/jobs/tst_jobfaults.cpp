// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/jobs/jobfixture.h"
#include "tests/support/databasecontent.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr int contacts = 300;
const char folderVariable[] = "DW_TEST_JOB_FOLDER";
const char stepVariable[] = "DW_TEST_JOB_STEP";
constexpr int killed = 137;

JobFixture::Plan smallPlan() { return {2, contacts, 3, {}}; }

/// `count` steps between 1 and `last`; every one with DW_EVERY_STEP in the environment.
QList<int> sampled(int last, int count) {
    if (qEnvironmentVariableIsSet("DW_EVERY_STEP"))
        count = last;
    QList<int> steps;
    for (int i = 0; i < count; ++i) {
        const int step = 1 + int((qint64(last) - 1) * i / (count - 1));
        if (steps.isEmpty() || steps.last() != step)
            steps << step;
    }
    return steps;
}

QString whole(JobFixture &f, qint64 number) {
    const JobInfo job = must(f.jobs().find(number));
    if (job.state != JobState::Done)
        return u"state "_s + nameOf(job.state);
    if (f.count(u"contact"_s) != contacts || f.count(u"account"_s) != 2)
        return u"contacts %1"_s.arg(f.count(u"contact"_s));
    if (must(rejectedRows(f.reader().connection(), job.set)).size() != 3)
        return u"rejected"_s;
    if (!f.filesOfJobs().isEmpty())
        return f.filesOfJobs().join(u' ');
    return f.damage().join(u' ');
}

using Break = std::function<void(QFile &)>;

} // namespace

/// Whatever ends a job, its rows are there whole afterwards, or taken back whole.
class TestJobFaults : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { faultyvfs::reset(); }
    void step_whenItFails_isGoneOnFrom_data();
    void step_whenItFails_isGoneOnFrom();
    void step_whenItFails_canBeTakenBack();
    void disk_whenItFillsUp_isGoneOnFrom();
    void job_inAProcessOfItsOwn();
    void process_whenKilled_isRolledForward();
    void undo_whenKilledHalfWay_isRolledForward();
    void damagedFile_isRefused_data();
    void damagedFile_isRefused();
    void damagedFile_ofAHalfDoneJob_isKept_andTakenBack();
    void bytes_turnedAround_neverGetIn();
    void job_andOneUnit_leaveTheSame();

private:
    static int stepsOfAJob();
};

int TestJobFaults::stepsOfAJob() {
    static const int steps = [] {
        JobFixture f;
        const QString staged = f.stage(smallPlan());
        faultyvfs::reset();
        must(f.jobs().wait(must(f.jobs().start(staged))));
        return faultyvfs::steps();
    }();
    return steps;
}

void TestJobFaults::step_whenItFails_isGoneOnFrom_data() {
    QTest::addColumn<faultyvfs::Fault>("fault");
    QTest::addColumn<int>("step");
    const int last = stepsOfAJob();
    QVERIFY(last > 10);
    for (const int step : sampled(last, 12)) {
        QTest::addRow("io, step %d of %d", step, last) << faultyvfs::Fault::Io << step;
        QTest::addRow("full, step %d of %d", step, last) << faultyvfs::Fault::Full << step;
    }
}

void TestJobFaults::step_whenItFails_isGoneOnFrom() {
    QFETCH(const faultyvfs::Fault, fault);
    QFETCH(const int, step);
    JobFixture f;
    const QString staged = f.stage(smallPlan());
    faultyvfs::reset();
    faultyvfs::failAt(step, fault);
    const auto started = f.jobs().start(staged);
    if (!started) {
        // Not even begun: the file is there to be started again.
        faultyvfs::reset();
        QVERIFY(QFile::exists(staged));
        const qint64 number = must(f.jobs().start(staged));
        must(f.jobs().wait(number));
        QCOMPARE(whole(f, number), QString());
        return;
    }
    auto ended = must(f.jobs().wait(*started));
    const bool failed = ended.state == JobState::Failed;
    faultyvfs::reset();
    if (failed) {
        QVERIFY(ended.problem);
        QCOMPARE(f.damage().join(u' '), QString());
        must(f.jobs().resume(*started));
        must(f.jobs().wait(*started));
    }
    QCOMPARE(whole(f, *started), QString());
}

void TestJobFaults::step_whenItFails_canBeTakenBack() {
    const int last = stepsOfAJob();
    int failures = 0;
    for (const int step : sampled(last, 6)) {
        JobFixture f;
        const qint64 number = must(f.jobs().start(f.stage(smallPlan())));
        faultyvfs::failAt(step, faultyvfs::Fault::Io);
        const JobInfo ended = must(f.jobs().wait(number));
        faultyvfs::reset();
        if (ended.state != JobState::Failed)
            continue;
        ++failures;
        must(f.jobs().cancel(number));
        QCOMPARE(must(f.jobs().wait(number)).state, JobState::TakenBack);
        QCOMPARE(f.count(u"contact"_s), 0);
        QCOMPARE(f.count(u"account"_s), 0);
        QCOMPARE(f.damage().join(u' '), QString());
    }
    QVERIFY(failures > 0);
}

void TestJobFaults::disk_whenItFillsUp_isGoneOnFrom() {
    JobFixture f;
    const qint64 number = must(f.jobs().start(f.stage(smallPlan())));
    faultyvfs::fillAfter(60'000);
    const JobInfo full = must(f.jobs().wait(number));
    QVERIFY(faultyvfs::hasFailed());
    faultyvfs::reset();
    QCOMPARE(full.state, JobState::Failed);
    QCOMPARE(full.problem->id, u"store.full"_s);
    // Also by the next run of the program, once somebody says so.
    f.reopen();
    QCOMPARE(must(f.jobs().find(number)).state, JobState::Failed);
    must(f.jobs().resume(number));
    must(f.jobs().wait(number));
    QCOMPARE(whole(f, number), QString());
}

/// Runs by itself like the other tests, and as the child that the next one kills.
void TestJobFaults::job_inAProcessOfItsOwn() {
    const QString folder = qEnvironmentVariable(folderVariable);
    if (folder.isEmpty()) {
        JobFixture f;
        const qint64 number = must(f.jobs().start(f.stage(smallPlan())));
        must(f.jobs().wait(number));
        QCOMPARE(whole(f, number), QString());
        return;
    }
    const FixedClock clock(Instant{1'773'021'600'000});
    const auto workspace = must(
        Workspace::open({.path = folder, .clock = clock, .wall = clock, .vfs = faultyvfs::name()}));
    const std::vector<qint64> running = workspace->jobs().running();
    faultyvfs::reset();
    faultyvfs::failAt(qEnvironmentVariableIntValue(stepVariable), faultyvfs::Fault::Kill);
    for (const qint64 number : running)
        must(workspace->jobs().wait(number));
}

namespace {

/// Closes the workspace as a process leaves it that ends while the job is under way.
void leaveUnderWay(JobFixture &f, qint64 number) {
    if (f.jobs().pause(number))
        must(f.jobs().wait(number));
    must(f.workspace().maintain([](Connection &c) {
        return c.exec(u"UPDATE job SET state='applying' WHERE state='paused'"_s);
    }));
    f.close();
}

/// Exit code of a child that works on the job and is killed at the step.
int runChild(const QString &folder, int step) {
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(folderVariable), folder);
    environment.insert(QString::fromLatin1(stepVariable), QString::number(step));
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(),
                {u"TestJobFaults"_s, u"job_inAProcessOfItsOwn"_s});
    return child.waitForFinished(60'000) ? child.exitCode() : -1;
}

} // namespace

void TestJobFaults::process_whenKilled_isRolledForward() {
    const int last = stepsOfAJob();
    int kills = 0;
    for (const int step : sampled(last, 8)) {
        JobFixture f;
        leaveUnderWay(f, must(f.jobs().start(f.stage(smallPlan()))));
        const int code = runChild(f.folder(), step);
        QVERIFY2(code == killed || code == 0, qPrintable(QString::number(code)));
        kills += code == killed ? 1 : 0;
        f.reopen();
        const auto running = f.jobs().running();
        for (const qint64 number : running)
            must(f.jobs().wait(number));
        QCOMPARE(whole(f, 1), QString());
    }
    QVERIFY(kills > 0);
}

void TestJobFaults::undo_whenKilledHalfWay_isRolledForward() {
    int kills = 0;
    for (const int step : sampled(stepsOfAJob(), 4)) {
        JobFixture f;
        const JobInfo import = f.import(smallPlan());
        leaveUnderWay(f, must(f.jobs().startUndo(import.set, f.workspace().actor())));
        const int code = runChild(f.folder(), step);
        kills += code == killed ? 1 : 0;
        f.reopen();
        const auto running = f.jobs().running();
        for (const qint64 number : running)
            must(f.jobs().wait(number));
        QCOMPARE(must(f.jobs().find(2)).state, JobState::Done);
        QCOMPARE(f.count(u"contact"_s), 0);
        QCOMPARE(f.damage().join(u' '), QString());
    }
    QVERIFY(kills > 0);
}

void TestJobFaults::damagedFile_isRefused_data() {
    QTest::addColumn<Break>("damage");
    QTest::addColumn<QStringList>("said"); // When started, or when it ends.
    const QStringList damaged{u"job.damaged"_s};
    QTest::newRow("empty") << Break([](QFile &f) { f.resize(0); }) << damaged;
    QTest::newRow("no database") << Break([](QFile &f) {
        f.resize(0);
        f.write(QByteArray(9000, 'x'));
    }) << damaged;
    QTest::newRow("cut in half") << Break([](QFile &f) { f.resize(f.size() / 2); }) << damaged;
    QTest::newRow("a byte more") << Break([](QFile &f) {
        f.seek(f.size());
        f.write("x");
    }) << damaged;
    QTest::newRow("a byte differs") << Break([](QFile &f) {
        f.seek(f.size() / 2);
        const QByteArray byte = f.read(1);
        f.seek(f.size() / 2);
        f.write(QByteArray(1, char(byte.at(0) ^ 1)));
    }) << damaged;
}

void TestJobFaults::damagedFile_isRefused() {
    QFETCH(const Break, damage);
    QFETCH(const QStringList, said);
    JobFixture f;
    const QString staged = f.stage(smallPlan());
    {
        QFile file(staged);
        QVERIFY(file.open(QIODevice::ReadWrite));
        damage(file);
    }
    const auto started = f.jobs().start(staged);
    if (!started) {
        QVERIFY(said.contains(started.error().message.id));
    } else {
        const JobInfo job = must(f.jobs().wait(*started));
        QCOMPARE(job.state, JobState::Failed);
        QVERIFY(said.contains(job.problem->id));
        QVERIFY(QFile::exists(staged));
        must(f.jobs().cancel(*started));
        QCOMPARE(must(f.jobs().wait(*started)).state, JobState::TakenBack);
    }
    QCOMPARE(f.count(u"contact"_s), 0);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobFaults::damagedFile_ofAHalfDoneJob_isKept_andTakenBack() {
    JobFixture f;
    const QString staged = f.stage({1, 3000, 0, {}});
    const qint64 number = must(f.jobs().start(staged));
    f.pauseWhen(number, [](const JobInfo &job) { return job.done >= 500; });
    {
        QFile file(staged);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 5000));
    }
    must(f.jobs().resume(number));
    const JobInfo stands = must(f.jobs().wait(number));
    QCOMPARE(stands.state, JobState::Failed);
    QCOMPARE(stands.problem->id, u"job.damaged"_s);
    QVERIFY(f.count(u"contact"_s) > 0);
    QVERIFY(QFile::exists(staged));
    QCOMPARE(f.damage().join(u' '), QString());
    must(f.jobs().cancel(number));
    QCOMPARE(must(f.jobs().wait(number)).state, JobState::TakenBack);
    QCOMPARE(f.count(u"contact"_s), 0);
    QCOMPARE(f.damage().join(u' '), QString());
}

void TestJobFaults::bytes_turnedAround_neverGetIn() {
    JobFixture f;
    const QString staged = f.stage({1, 20, 1, {}});
    QByteArray good;
    {
        QFile file(staged);
        QVERIFY(file.open(QIODevice::ReadOnly));
        good = file.readAll();
    }
    for (qsizetype at = 7; at < good.size(); at += good.size() / 40 + 1) {
        QByteArray bad = good;
        bad[at] = char(bad.at(at) ^ 0x55);
        QFile file(staged);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bad);
        file.close();
        const auto started = f.jobs().start(staged);
        if (!started)
            continue;
        QCOMPARE(must(f.jobs().wait(*started)).state, JobState::Failed);
    }
    QCOMPARE(f.count(u"contact"_s), 0);
    QCOMPARE(f.damage().join(u' '), QString());
}

namespace {

/// What a database says of its rows and of how they came: without what is drawn anew each time.
QMap<QString, QStringList> comparable(Connection &c) {
    QMap<QString, QStringList> content = contentOf(c);
    for (const QString &table :
         {u"job"_s, u"change_set"_s, u"change_record"_s, u"rejected_row"_s, u"meta"_s})
        content.remove(table);
    for (auto it = content.begin(); it != content.end();)
        it = it.key().startsWith(u"search"_s) ? content.erase(it) : std::next(it);
    QStringList records;
    auto s = must(c.prepare(u"SELECT entity, hex(row), created, source, at, trusted, hex(groups)"
                            " FROM change_record WHERE set_seq > 1 ORDER BY seq"_s));
    while (must(s.step())) {
        QStringList cells;
        for (int i = 0; i < 7; ++i)
            cells << s.text(i);
        records << cells.join(u'|');
    }
    content.insert(u"change_record"_s, records);
    return content;
}

} // namespace

void TestJobFaults::job_andOneUnit_leaveTheSame() {
    JobFixture byJob;
    byJob.close();
    QTemporaryDir copy;
    for (const QString &name : QDir(byJob.folder()).entryList(QDir::Files))
        QFile::copy(byJob.folder() + u'/' + name, copy.filePath(name));
    byJob.reopen();
    const JobInfo job = byJob.import({3, 60, 0, {}});
    QCOMPARE(job.state, JobState::Done);

    const auto unit = must(Workspace::open(
        {.path = copy.path(), .clock = byJob.clock, .wall = byJob.wall, .vfs = faultyvfs::name()}));
    Work work;
    work.info.kind = SetKind::Import;
    work.info.way = WriteWay::Import;
    work.info.actor = unit->actor();
    work.info.label = {u"import.set"_s, {}};
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        for (size_t i = 0; i < byJob.accountIds.size(); ++i) {
            tx.setSource(u"people.csv, line %1"_s.arg(i + 2));
            must(tx.create(byJob.account(int(i))));
        }
        for (size_t i = 0; i < byJob.contactIds.size(); ++i) {
            tx.setSource(u"people.csv, line %1"_s.arg(100 + i));
            must(tx.create(byJob.contact(int(i))));
        }
        return {};
    };
    must(unit->run(work));
    const auto one = comparable(byJob.reader().connection());
    const auto other = comparable(unit->reader().connection());
    QCOMPARE(one.keys(), other.keys());
    for (const QString &table : one.keys())
        QVERIFY2(one.value(table) == other.value(table), qPrintable(table));
    QCOMPARE(one.value(u"contact"_s).size(), 60);
}

} // namespace dw::test

using dw::test::TestJobFaults;
DW_TEST(TestJobFaults)

#include "tst_jobfaults.moc"
