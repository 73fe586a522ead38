// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QFile>
#include <QTest>
#include <QThread>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Command lines that run at once wait for one another; nobody waits for a window.
class TestLockWait : public QObject {
    Q_OBJECT

private slots:
    void anotherRunOfTheSameProgram_isWaitedFor();
    void many_haveTheirTurnOneByOne();
    void anotherProgram_isNotWaitedFor();
    void waiting_ends();
    void whatWasLeft_isTold_onlyWhereItWas();
};

void TestLockWait::anotherRunOfTheSameProgram_isWaitedFor() {
    StoreFolder folder;
    auto held = WorkspaceLock::take(folder.paths);
    QVERIFY(held);
    std::thread release([&] {
        QThread::msleep(100);
        held = makeError(ErrorKind::Busy, u"gone"_s);
    });
    const auto lock = WorkspaceLock::take(folder.paths, 60'000);
    release.join();
    QVERIFY2(lock, qPrintable(failure(lock)));
    QVERIFY(!(*lock)->left());
}

void TestLockWait::many_haveTheirTurnOneByOne() {
    StoreFolder folder;
    std::atomic<int> inside = 0, done = 0, together = 0;
    constexpr int many = 20;
    std::vector<std::thread> threads;
    threads.reserve(many);
    for (int i = 0; i < many; ++i)
        threads.emplace_back([&] {
            const auto lock = WorkspaceLock::take(folder.paths, 60'000);
            if (!lock || (*lock)->left())
                return;
            together += inside.fetch_add(1) != 0;
            QThread::msleep(2);
            --inside;
            ++done;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(done.load(), many);
    QCOMPARE(together.load(), 0);
    QVERIFY(!QFile::exists(folder.paths.lock()));
}

void TestLockWait::anotherProgram_isNotWaitedFor() {
    StoreFolder folder;
    const auto held = WorkspaceLock::take(folder.paths);
    QVERIFY(held);
    QFile file(folder.paths.lock()); // In place: the file stays the one that is locked.
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"pid":7,"host":"h","program":"dealwright"})");
    file.close();
    // Would last longer than the test may.
    const auto lock = WorkspaceLock::take(folder.paths, 3'600'000);
    QCOMPARE(messageId(lock), u"workspace.held"_s);
    QCOMPARE(lock.error().message.args.value(u"program"_s), u"dealwright"_s);
}

void TestLockWait::waiting_ends() {
    StoreFolder folder;
    const auto held = WorkspaceLock::take(folder.paths);
    QVERIFY(held);
    QCOMPARE(messageId(WorkspaceLock::take(folder.paths, 50)), u"workspace.held"_s);
    QCOMPARE(messageId(WorkspaceLock::take(folder.paths)), u"workspace.held"_s);
}

void TestLockWait::whatWasLeft_isTold_onlyWhereItWas() {
    StoreFolder folder;
    QVERIFY(!must(WorkspaceLock::take(folder.paths))->left());
    QFile file(folder.paths.lock());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"pid":7,"host":"h","program":"p"})");
    file.close();
    const auto lock = must(WorkspaceLock::take(folder.paths));
    QVERIFY(lock->left());
    QCOMPARE(lock->left()->pid, 7);
    QCOMPARE(lock->left()->host, u"h"_s);
}

} // namespace dw::test

using dw::test::TestLockWait;
DW_TEST(TestLockWait)

#include "tst_lockwait.moc"
