// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/jobs/jobs.h"
#include "core/services/works.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr qsizetype deals = 120;
const char folderVariable[] = "DW_TEST_IMPORT_FOLDER";
const char stepVariable[] = "DW_TEST_IMPORT_STEP";
constexpr int killed = 137;

/// The sample set with its first deals only, so that many runs take little time.
QString smallSet() {
    static const QTemporaryDir folder;
    const QString sample = QStringLiteral(DW_SOURCE_DIR) + u"/resources/sample/harbour/"_s;
    if (QFile::exists(folder.filePath(u"sales_pipeline.csv"_s)))
        return folder.path();
    for (const QString &name : {u"accounts.csv"_s, u"products.csv"_s, u"sales_teams.csv"_s})
        QFile::copy(sample + name, folder.filePath(name));
    QFile from(sample + u"sales_pipeline.csv"_s);
    QFile to(folder.filePath(u"sales_pipeline.csv"_s));
    if (from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly)) {
        for (qsizetype line = 0; line <= deals; ++line)
            to.write(from.readLine());
    }
    return folder.path();
}

/// `count` steps between 1 and `last`, both among them; every one with DW_EVERY_STEP in the
/// environment.
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

} // namespace

/// Whatever breaks, an import is there whole or not at all, and can be tried again.
class TestImportFaults : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { faultyvfs::reset(); }
    void step_whenItFails_leavesNothing_data();
    void step_whenItFails_leavesNothing();
    void disk_whenItFillsUp_leavesNothing();
    void import_inAProcessOfItsOwn();
    void process_whenKilled_leavesAllOrNothing();
    void smallFile_atEveryStep_leavesAllOrNothing_data();
    void smallFile_atEveryStep_leavesAllOrNothing();

private:
    static Result<ImportReport> import(Workspace &workspace) {
        return importMaven(workspace, smallSet(), workspace.actor());
    }
    /// Steps that an import takes, measured once.
    static int stepsOfAnImport();
    /// Random ids move a few pages from run to run, so the last steps may not come.
    static bool mayBeMissing(int step) { return step > stepsOfAnImport() * 9 / 10; }
    static void checkEmptyThenImport(ImportFixture &fixture);
    static void finish(ImportFixture &fixture, const Error &error, const QByteArray &csv);
};

int TestImportFaults::stepsOfAnImport() {
    static const int steps = [] {
        ImportFixture fixture(u"UTC"_s, faultyvfs::name());
        faultyvfs::reset();
        return import(fixture.workspace()).ok() ? faultyvfs::steps() : 0;
    }();
    return steps;
}

void TestImportFaults::checkEmptyThenImport(ImportFixture &fixture) {
    QCOMPARE(fixture.damage(), QStringList());
    for (const QString &entity : {u"deal"_s, u"account"_s, u"cross_reference"_s, u"tag"_s})
        QCOMPARE(fixture.count(entity), 0);
    QCOMPARE(fixture.workspace().history().sets(0, 10)->size(), size_t(1)); // the seeds
    const auto again = import(fixture.workspace());
    QVERIFY2(again.ok(),
             qPrintable(again.ok() ? QString() : again.error().message.id + again.error().detail));
    QCOMPARE(fixture.count(u"deal"_s), deals);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportFaults::step_whenItFails_leavesNothing_data() {
    QTest::addColumn<int>("step");
    const int last = stepsOfAnImport();
    QVERIFY(last > 10);
    for (const int step : sampled(last, 12))
        QTest::addRow("step %d of %d", step, last) << step;
}

void TestImportFaults::step_whenItFails_leavesNothing() {
    QFETCH(int, step);
    ImportFixture fixture(u"UTC"_s, faultyvfs::name());
    faultyvfs::reset();
    faultyvfs::failAt(step, faultyvfs::Fault::Io);
    const auto report = import(fixture.workspace());
    const bool hasFailed = faultyvfs::hasFailed();
    faultyvfs::reset();
    QVERIFY(hasFailed || mayBeMissing(step));
    if (report.ok()) {
        // The step belonged to what follows the commit (a checkpoint), which may be done later.
        QCOMPARE(fixture.count(u"deal"_s), deals);
        QCOMPARE(fixture.damage(), QStringList());
        return;
    }
    QCOMPARE(report.error().kind, ErrorKind::Io);
    checkEmptyThenImport(fixture);
}

void TestImportFaults::disk_whenItFillsUp_leavesNothing() {
    ImportFixture fixture(u"UTC"_s, faultyvfs::name());
    faultyvfs::reset();
    faultyvfs::fillAfter(100'000);
    const auto report = import(fixture.workspace());
    QVERIFY(faultyvfs::hasFailed());
    faultyvfs::reset();
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Full);
    checkEmptyThenImport(fixture);
}

/// Runs by itself like the other tests, and as the child that process_whenKilled… kills.
void TestImportFaults::import_inAProcessOfItsOwn() {
    const QString folder = qEnvironmentVariable(folderVariable);
    const int step = qEnvironmentVariableIntValue(stepVariable);
    if (folder.isEmpty()) {
        ImportFixture fixture(u"UTC"_s, faultyvfs::name());
        QVERIFY(import(fixture.workspace()).ok());
        return;
    }
    const FixedClock clock(startInstant());
    auto workspace =
        Workspace::open({.path = folder, .clock = clock, .wall = clock, .vfs = faultyvfs::name()});
    QVERIFY(workspace.ok());
    faultyvfs::reset();
    faultyvfs::failAt(step, faultyvfs::Fault::Kill);
    QVERIFY(import(**workspace).ok());
}

void TestImportFaults::process_whenKilled_leavesAllOrNothing() {
    const int last = stepsOfAnImport();
    int nothing = 0;
    for (const int step : sampled(last, 6)) {
        ImportFixture fixture(u"UTC"_s, faultyvfs::name());
        const QString folder = fixture.close();
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(folderVariable), folder);
        environment.insert(QString::fromLatin1(stepVariable), QString::number(step));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(),
                    {u"TestImportFaults"_s, u"import_inAProcessOfItsOwn"_s});
        QVERIFY(child.waitForFinished(60'000));
        QVERIFY2(child.exitCode() == killed || (child.exitCode() == 0 && mayBeMissing(step)),
                 child.readAllStandardOutput().constData());

        QVERIFY(fixture.open());
        if (fixture.count(u"deal"_s) == 0) {
            ++nothing;
            checkEmptyThenImport(fixture);
        } else {
            QCOMPARE(fixture.count(u"deal"_s), deals);
            QCOMPARE(fixture.count(u"cross_reference"_s), deals);
            QCOMPARE(fixture.damage(), QStringList());
        }
    }
    QVERIFY(nothing > 0);
}

void TestImportFaults::smallFile_atEveryStep_leavesAllOrNothing_data() {
    QTest::addColumn<faultyvfs::Fault>("fault");
    QTest::newRow("io") << faultyvfs::Fault::Io;
    QTest::newRow("full") << faultyvfs::Fault::Full;
}

/// A job that stands still goes on; what did not come so far is imported again.
void TestImportFaults::finish(ImportFixture &fixture, const Error &error, const QByteArray &csv) {
    if (error.message.id != "import.stands_still"_L1) {
        QCOMPARE(fixture.count(u"account"_s), 0);
        QVERIFY(fixture.import(u"account"_s, csv).ok());
        return;
    }
    const qint64 number = error.message.args.value(u"number"_s).toLongLong();
    Jobs &jobs = fixture.workspace().jobs();
    QVERIFY(jobs.resume(number).ok());
    const auto job = jobs.wait(number);
    QVERIFY(job.ok());
    QCOMPARE(job->state, JobState::Done);
}

/// With rows that come in and one that is rejected.
void TestImportFaults::smallFile_atEveryStep_leavesAllOrNothing() {
    QFETCH(const faultyvfs::Fault, fault);
    const QByteArray csv = "name,kind\nA,customer\nB,partner\nC,planet\nD,competitor\n";
    for (int step = 1;; ++step) {
        ImportFixture fixture(u"UTC"_s, faultyvfs::name());
        faultyvfs::reset();
        faultyvfs::failAt(step, fault);
        const auto report = fixture.import(u"account"_s, csv);
        const bool hasFailed = faultyvfs::hasFailed();
        faultyvfs::reset();
        const QByteArray at = QByteArray::number(step);
        if (report.ok()) {
            QVERIFY2(fixture.count(u"account"_s) == 3, at.constData());
        } else {
            QVERIFY2(hasFailed, at.constData());
            finish(fixture, report.error(), csv);
            QVERIFY2(fixture.count(u"account"_s) == 3, at.constData());
        }
        QCOMPARE(fixture.damage(), QStringList());
        if (!hasFailed) {
            QVERIFY(step > 5);
            return;
        }
    }
}

} // namespace dw::test

using dw::test::TestImportFaults;
DW_TEST(TestImportFaults)

#include "tst_importfaults.moc"
