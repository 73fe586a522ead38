// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workspace.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace dw;

/// The real program from its start to its end, as the system starts and ends it.
class TestStartUpProgram : public QObject {
    Q_OBJECT
private slots:
    void answer_needsNothingAndSaysNothingElse_data();
    void answer_needsNothingAndSaysNothingElse();
    void wrongUsage_saysOnlyWhatIsWrong();
    void pictures_sayNothingOnStderr();
    void endSignal_closesTheWorkspace_data();
    void endSignal_closesTheWorkspace();
    void hangUp_thatTheStarterIgnores_isIgnored();

private:
    void prepare(QProcess &process) const;
    void makeWorkspace();

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QString m_workspace = m_folder.filePath(u"ours"_s);
};

/// Without a display, a home and a place for run-time files, as in a bare container.
void TestStartUpProgram::prepare(QProcess &process) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s,
                             u"XDG_RUNTIME_DIR"_s, u"QT_LOGGING_RULES"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    process.setProcessEnvironment(environment);
    process.setProgram(QCoreApplication::applicationDirPath() + u"/dealwright"_s);
}

void TestStartUpProgram::makeWorkspace() {
    if (QFile::exists(m_workspace))
        return;
    const auto made = Workspace::create({.path = m_workspace, .clock = m_clock, .wall = m_clock},
                                        {u"tester"_s, u"Li Wanqing"_s, u"Asia/Shanghai"_s});
    QVERIFY(made.ok());
}

void TestStartUpProgram::answer_needsNothingAndSaysNothingElse_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("begins");
    QTest::newRow("help") << QStringList{u"--help"_s} << u"dealwright [--workspace DIR]"_s;
    QTest::newRow("help after others")
        << QStringList{u"--theme"_s, u"dark"_s, u"--help"_s} << u"dealwright [--workspace DIR]"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << u"0."_s;
}

void TestStartUpProgram::answer_needsNothingAndSaysNothingElse() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, begins);
    QProcess process;
    prepare(process);
    process.setArguments(words);
    process.start();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    const QString answer = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(answer.startsWith(begins), qPrintable(answer));
}

void TestStartUpProgram::wrongUsage_saysOnlyWhatIsWrong() {
    QProcess process;
    prepare(process);
    process.setArguments({u"--nonsense"_s, u"--lang"_s, u"en"_s});
    process.start();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 2);
    const QString errors = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(errors.startsWith(u"dealwright: "_s), qPrintable(errors));
    QVERIFY2(!errors.contains(u"warning"_s), qPrintable(errors));
}

void TestStartUpProgram::pictures_sayNothingOnStderr() {
    makeWorkspace();
    QProcess process;
    prepare(process);
    process.setArguments(
        {u"--workspace"_s, m_workspace, u"--screenshots"_s, m_folder.filePath(u"pictures"_s)});
    process.start();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    QVERIFY(QFile::exists(m_folder.filePath(u"pictures/board.png"_s)));
}

void TestStartUpProgram::endSignal_closesTheWorkspace_data() {
    QTest::addColumn<int>("signal");
#ifdef Q_OS_UNIX
    QTest::newRow("end") << int(SIGTERM);
    QTest::newRow("hang-up") << int(SIGHUP);
    QTest::newRow("interrupt") << int(SIGINT);
#else
    QSKIP("there are no signals here");
#endif
}

void TestStartUpProgram::endSignal_closesTheWorkspace() {
#ifdef Q_OS_UNIX
    QFETCH(const int, signal);
    makeWorkspace();
    QProcess process;
    prepare(process);
    process.setArguments({u"-platform"_s, u"offscreen"_s, u"--workspace"_s, m_workspace});
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(
        process.state() == QProcess::Running
            && QFile::exists(WorkspacePaths::of(m_workspace).lock())
            && QFileInfo(WorkspacePaths::of(m_workspace).database() + u"-wal"_s).exists(),
        30'000);
    // The window stands once the program sleeps in its event loop; a signal before that counts too.
    QCOMPARE(::kill(pid_t(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFile::exists(WorkspacePaths::of(m_workspace).lock()));
    auto again = Workspace::open({.path = m_workspace, .clock = m_clock, .wall = m_clock});
    QVERIFY(again.ok());
    for (const Message &note : (*again)->openingNotes())
        QFAIL(qPrintable(note.id));
#endif
}

void TestStartUpProgram::hangUp_thatTheStarterIgnores_isIgnored() {
#ifdef Q_OS_UNIX
    makeWorkspace();
    QProcess process;
    prepare(process);
    process.setArguments({u"-platform"_s, u"offscreen"_s, u"--workspace"_s, m_workspace});
    process.setChildProcessModifier([] { std::signal(SIGHUP, SIG_IGN); });
    process.start();
    const QString wal = WorkspacePaths::of(m_workspace).database() + u"-wal"_s;
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(wal), 30'000);
    QCOMPARE(::kill(pid_t(process.processId()), SIGHUP), 0);
    QVERIFY2(!process.waitForFinished(700), "it ended all the same");
    QCOMPARE(::kill(pid_t(process.processId()), SIGTERM), 0);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 0);
#endif
}

DW_TEST(TestStartUpProgram)
#include "tst_startup_program.moc"
