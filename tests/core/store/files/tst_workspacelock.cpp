// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The right to write a workspace: one process has it, whatever stands in the file.
class TestWorkspaceLock : public QObject {
    Q_OBJECT

private slots:
    void taken_saysWho_andGoesWithItsHolder();
    void held_isRefused_namingTheHolder();
    void held_withoutReadableContent_isStillRefused_data();
    void held_withoutReadableContent_isStillRefused();
    void left_isTakenOver_data();
    void left_isTakenOver();
    void leftByADeadProcess_isTakenOver();
    void heldByAnotherProcess_isRefused();
    void replacedWhileHeld_isNotRemoved();
    void somethingElseInItsPlace_isRefused();
    void linkInItsPlace_leavesWhatItPointsAt();
    void folderThatIsNotThere_fails();
    void folderThatCannotBeWritten_fails();
    void holder_ofAHugeFile_isRead_inBounds();

private:
    static void put(const QString &path, const QByteArray &content);
    static void contents();
};

void TestWorkspaceLock::put(const QString &path, const QByteArray &content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void TestWorkspaceLock::contents() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"pid":12,"ho)");
    QTest::newRow("garbage") << QByteArray("\x00\xff\xfe{{{", 6);
    QTest::newRow("another shape") << QByteArray(R"([1,2,3])");
    QTest::newRow("other types") << QByteArray(R"({"pid":"x","host":5,"program":{}})");
    QTest::newRow("negative") << QByteArray(R"({"pid":-5,"host":"h","program":"p"})");
    QTest::newRow("of nobody") << QByteArray(R"({"pid":4194303,"host":"elsewhere","program":"p"})");
    QTest::newRow("of another host") << QByteArray(R"({"pid":1,"host":"elsewhere","program":"p"})");
    QTest::newRow("huge") << QByteArray(5'000'000, '[');
}

void TestWorkspaceLock::taken_saysWho_andGoesWithItsHolder() {
    StoreFolder folder;
    QCOMPARE(lockHolder(folder.paths).pid, 0);
    {
        const auto lock = WorkspaceLock::take(folder.paths);
        QVERIFY2(lock, qPrintable(failure(lock)));
        const LockHolder holder = lockHolder(folder.paths);
        QCOMPARE(holder.pid, QCoreApplication::applicationPid());
        QCOMPARE(holder.host, QSysInfo::machineHostName());
        QCOMPARE(holder.program, u"tst_core_store"_s);
    }
    QVERIFY(!QFile::exists(folder.paths.lock()));
    QVERIFY(WorkspaceLock::take(folder.paths).ok());
}

void TestWorkspaceLock::held_isRefused_namingTheHolder() {
    StoreFolder folder;
    const auto lock = WorkspaceLock::take(folder.paths);
    QVERIFY(lock);
    const auto again = WorkspaceLock::take(folder.paths);
    QCOMPARE(messageId(again), u"workspace.held"_s);
    QCOMPARE(again.error().kind, ErrorKind::Busy);
    const auto args = again.error().message.args;
    QCOMPARE(args.value(u"pid"_s), QString::number(QCoreApplication::applicationPid()));
    QCOMPARE(args.value(u"host"_s), QSysInfo::machineHostName());
    QCOMPARE(args.value(u"program"_s), u"tst_core_store"_s);
    QCOMPARE(lockHolder(folder.paths).pid, QCoreApplication::applicationPid());
}

void TestWorkspaceLock::held_withoutReadableContent_isStillRefused_data() { contents(); }

void TestWorkspaceLock::held_withoutReadableContent_isStillRefused() {
    QFETCH(const QByteArray, content);
    StoreFolder folder;
    const auto lock = WorkspaceLock::take(folder.paths);
    QVERIFY(lock);
    put(folder.paths.lock(), content); // In place: the file stays the one that is locked.
    const auto again = WorkspaceLock::take(folder.paths);
    QCOMPARE(messageId(again), u"workspace.held"_s);
    for (const QString &arg : {u"pid"_s, u"host"_s, u"program"_s})
        QVERIFY(!again.error().message.args.value(arg).isEmpty());
}

void TestWorkspaceLock::left_isTakenOver_data() { contents(); }

void TestWorkspaceLock::left_isTakenOver() {
    QFETCH(const QByteArray, content);
    StoreFolder folder;
    put(folder.paths.lock(), content);
    const auto lock = WorkspaceLock::take(folder.paths);
    QVERIFY2(lock, qPrintable(failure(lock)));
    QCOMPARE(lockHolder(folder.paths).pid, QCoreApplication::applicationPid());
    QVERIFY(QFileInfo(folder.paths.lock()).size() < 1000);
}

void TestWorkspaceLock::leftByADeadProcess_isTakenOver() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    // It ends without giving anything back.
    const int code = inChild(RunAs::Self, [&] {
        auto lock = WorkspaceLock::take(folder.paths);
        return lock ? (void)lock->release(), 7 : 1;
    });
    QCOMPARE(code, 7);
    QVERIFY(QFile::exists(folder.paths.lock()));
    const auto lock = WorkspaceLock::take(folder.paths);
    QVERIFY2(lock, qPrintable(failure(lock)));
    QCOMPARE(lockHolder(folder.paths).pid, QCoreApplication::applicationPid());
}

void TestWorkspaceLock::heldByAnotherProcess_isRefused() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    const auto lock = WorkspaceLock::take(folder.paths);
    QVERIFY(lock);
    const int code = inChild(RunAs::Self, [&] {
        return messageId(WorkspaceLock::take(folder.paths)) == u"workspace.held"_s ? 0 : 1;
    });
    QCOMPARE(code, 0);
    QVERIFY(QFile::exists(folder.paths.lock()));
}

void TestWorkspaceLock::replacedWhileHeld_isNotRemoved() {
    StoreFolder folder;
    auto lock = WorkspaceLock::take(folder.paths);
    QVERIFY(lock);
    QVERIFY(QFile::remove(folder.paths.lock()));
    auto second = WorkspaceLock::take(folder.paths);
    QVERIFY(second);
    lock->reset();
    // The file of the second one is not the first one's to remove.
    QVERIFY(QFile::exists(folder.paths.lock()));
    QCOMPARE(messageId(WorkspaceLock::take(folder.paths)), u"workspace.held"_s);
}

void TestWorkspaceLock::somethingElseInItsPlace_isRefused() {
    StoreFolder folder;
    QVERIFY(QDir().mkpath(folder.paths.lock() + u"/inside"_s));
    const auto lock = WorkspaceLock::take(folder.paths);
    QCOMPARE(messageId(lock), u"workspace.lock"_s);
    QCOMPARE(lock.error().kind, ErrorKind::Io);
    QVERIFY(QFileInfo::exists(folder.paths.lock() + u"/inside"_s));
    QCOMPARE(lockHolder(folder.paths).pid, 0);
}

void TestWorkspaceLock::linkInItsPlace_leavesWhatItPointsAt() {
    StoreFolder folder;
    const QString precious = folder.dir.filePath(u"precious"_s);
    put(precious, "kept");
    QVERIFY(QFile::link(precious, folder.paths.lock()));
    const auto lock = WorkspaceLock::take(folder.paths);
    QCOMPARE(messageId(lock), u"workspace.lock"_s);
    QFile file(precious);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("kept"));
}

void TestWorkspaceLock::folderThatIsNotThere_fails() {
    const QTemporaryDir dir;
    const auto paths = WorkspacePaths::of(dir.filePath(u"nowhere"_s));
    const auto lock = WorkspaceLock::take(paths);
    QCOMPARE(messageId(lock), u"workspace.none"_s);
    QCOMPARE(lock.error().kind, ErrorKind::NotFound);
    QVERIFY(!QFile::exists(paths.folder));
}

void TestWorkspaceLock::folderThatCannotBeWritten_fails() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    using P = QFile;
    QVERIFY(QFile::setPermissions(folder.paths.folder,
                                  P::ReadOwner | P::ExeOwner | P::ReadOther | P::ExeOther));
    const int code = inChild(RunAs::Nobody, [&] {
        const auto lock = WorkspaceLock::take(folder.paths);
        return messageId(lock) == u"workspace.readonly"_s ? 0 : 1;
    });
    QVERIFY(QFile::setPermissions(folder.paths.folder, P::ReadOwner | P::WriteOwner | P::ExeOwner));
    QCOMPARE(code, 0);
    QVERIFY(!QFile::exists(folder.paths.lock()));
}

void TestWorkspaceLock::holder_ofAHugeFile_isRead_inBounds() {
    StoreFolder folder;
    const QJsonObject json{
        {u"pid"_s, 5}, {u"host"_s, QString(1000, u'h')}, {u"program"_s, QString(1000, u'p')}};
    put(folder.paths.lock(), QJsonDocument(json).toJson());
    QCOMPARE(lockHolder(folder.paths).host.size(), 100);
    QCOMPARE(lockHolder(folder.paths).program.size(), 100);
    put(folder.paths.lock(), QJsonDocument(json).toJson() + QByteArray(5'000'000, ' '));
    QCOMPARE(lockHolder(folder.paths).pid, 5);
}

} // namespace dw::test

using dw::test::TestWorkspaceLock;
DW_TEST(TestWorkspaceLock)

#include "tst_workspacelock.moc"
