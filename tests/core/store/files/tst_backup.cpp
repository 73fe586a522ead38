// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/backup.h"
#include "core/store/schema/migrations.h"
#include "tests/support/databasecontent.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestBackup : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { faultyvfs::reset(); }
    void backup_isWholeAndNamedByTheClock();
    void backup_fromAReaderBesideAWriter();
    void backup_inATransaction_fails();
    void backups_areListedNewestFirst();
    void backups_sayTheirKind_data();
    void backups_sayTheirKind();
    void failedBackup_leavesNothing();
    void killedBackup_leavesTheDatabaseAndNoBackup();
    void stoppedBackup_leavesNothing();
    void copy_tellsHowFarItIs();
    void restore_overWhatIsWhole_keepsABackupOfIt();
    void restore_cutOff_isBroughtToItsEnd_data();
    void restore_cutOff_isBroughtToItsEnd();
    void restore_thatWasNotDecided_changesNothing();
    void restore_whereTheDiskIsFull_changesNothing();
    void restore_putsItInPlace_andKeepsTheDamaged();
    void restore_takesTheLogAway();
    void restore_byName_whereNothingIs();
    void restore_twice_keepsBoth();
    void restore_whatIsNoBackup_changesNothing_data();
    void restore_whatIsNoBackup_changesNothing();
};

void TestBackup::backup_isWholeAndNamedByTheClock() {
    StoreFolder folder;
    folder.load(u"schema-2"_s);
    const auto c = folder.open();
    const auto first = backup(*c, folder.paths, folder.clock);
    QVERIFY2(first, qPrintable(failure(first)));
    QCOMPARE(*first, folder.paths.backups() + u"/workspace-20260227T000000Z-v2.dealwright"_s);
    const auto copy = Connection::open(*first, OpenMode::ReadOnly);
    QVERIFY(copy);
    QCOMPARE(contentOf(**copy), contentOf(*c));
    QCOMPARE(*(*copy)->scalar(u"PRAGMA application_id"_s), applicationId);
    const auto second = backup(*c, folder.paths, folder.clock);
    QCOMPARE(*second, folder.paths.backups() + u"/workspace-20260227T000000Z-v2-02.dealwright"_s);
    QVERIFY2(!c->exec(u"ATTACH DATABASE ':memory:' AS other"_s), "it stays refused afterwards");
}

void TestBackup::backup_fromAReaderBesideAWriter() {
    StoreFolder folder;
    const auto writer = folder.create();
    const auto reader = folder.open(OpenMode::ReadOnly);
    const auto transaction = Transaction::begin(*writer, Transaction::Kind::Write);
    QVERIFY(setMeta(*writer, u"not yet"_s, u"committed"_s));
    const auto path = backup(*reader, folder.paths, folder.clock);
    QVERIFY2(path, qPrintable(failure(path)));
    const auto copy = Connection::open(*path, OpenMode::ReadOnly);
    QVERIFY(meta(**copy, u"not yet"_s)->isNull());
    QVERIFY(!meta(**copy, u"device"_s)->isEmpty());
}

void TestBackup::backup_inATransaction_fails() {
    StoreFolder folder;
    const auto c = folder.create();
    const auto transaction = Transaction::begin(*c, Transaction::Kind::Write);
    QVERIFY(!backup(*c, folder.paths, folder.clock));
    QVERIFY(QDir(folder.paths.backups()).isEmpty());
}

void TestBackup::backups_areListedNewestFirst() {
    StoreFolder folder;
    QVERIFY(backupsOf(folder.paths).isEmpty());
    const auto c = folder.create();
    QStringList made;
    for (int i = 0; i < 3; ++i) {
        made.prepend(*backup(*c, folder.paths, folder.clock));
        folder.clock.advanceMs(i == 0 ? 0 : 1000);
    }
    QFile other(folder.paths.backups() + u"/notes.txt"_s);
    QVERIFY(other.open(QIODevice::WriteOnly));
    QFile part(folder.paths.backups() + u"/workspace-20270101T000000Z-v2.dealwright.part"_s);
    QVERIFY(part.open(QIODevice::WriteOnly));
    QCOMPARE(backupsOf(folder.paths), made);
}

void TestBackup::backups_sayTheirKind_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind"); // -1: no backup.
    using enum BackupKind;
    QTest::newRow("migration") << u"workspace-20260102T030405Z-v2.dealwright"_s << int(Migration);
    QTest::newRow("second") << u"workspace-20260102T030405Z-v2-02.dealwright"_s << int(Migration);
    QTest::newRow("scheduled") << u"workspace-20260102T030405Z-v4-scheduled.dealwright"_s
                               << int(Scheduled);
    QTest::newRow("manual") << u"workspace-20260102T030405Z-v4-manual-03.dealwright"_s
                            << int(Manual);
    QTest::newRow("replaced") << u"workspace-20260102T030405Z-v4-replaced.dealwright"_s
                              << int(Replaced);
    QTest::newRow("other word") << u"workspace-20260102T030405Z-v4-mine.dealwright"_s << -1;
    QTest::newRow("no such day") << u"workspace-20260230T030405Z-v4.dealwright"_s << -1;
    QTest::newRow("no time") << u"workspace-20260102-v4.dealwright"_s << -1;
    QTest::newRow("no schema") << u"workspace-20260102T030405Z.dealwright"_s << -1;
    QTest::newRow("unfinished") << u"workspace-20260102T030405Z-v4.dealwright.part"_s << -1;
}

void TestBackup::backups_sayTheirKind() {
    QFETCH(QString, name);
    QFETCH(int, kind);
    StoreFolder folder;
    QVERIFY(makeFolders(folder.paths));
    QFile file(folder.paths.backups() + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
    file.close();
    const auto found = backupFiles(folder.paths);
    QCOMPARE(found.size(), size_t(kind >= 0));
    if (kind < 0)
        return;
    QCOMPARE(int(found.front().kind), kind);
    QCOMPARE(found.front().at.toIso(), u"2026-01-02T03:04:05Z"_s);
    QCOMPARE(found.front().size, 5);
    QCOMPARE(found.front().path, file.fileName());
}

/// Whatever step the process dies at, there is no backup, or a whole one.
void TestBackup::killedBackup_leavesTheDatabaseAndNoBackup() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    {
        const auto c = folder.create();
        QVERIFY(setMeta(*c, u"mine"_s, u"kept"_s));
    }
    for (int n = 1;; n += 23) {
        const int code = inChild(RunAs::Self, [&] {
            const auto c = folder.open(OpenMode::ReadOnly);
            faultyvfs::failAt(n, faultyvfs::Fault::Kill);
            return backup(*c, folder.paths, folder.clock, BackupKind::Manual) ? 0 : 1;
        });
        QVERIFY(code == 137 || code == 0);
        for (const BackupFile &file : backupFiles(folder.paths))
            QVERIFY(checkDatabase(file.path));
        QCOMPARE(*meta(*folder.open(), u"mine"_s), u"kept"_s);
        QCOMPARE(folder.verdict(), u"ok"_s);
        if (code == 0) {
            QVERIFY(n > 50);
            QCOMPARE(backupFiles(folder.paths).size(), size_t(1));
            return;
        }
    }
}

void TestBackup::stoppedBackup_leavesNothing() {
    StoreFolder folder;
    const auto c = folder.create();
    QVERIFY(
        c->exec(u"CREATE TABLE big (v BLOB);"
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                " INSERT INTO big SELECT zeroblob(100) FROM n"_s));
    StopToken stop;
    stop.stop();
    QCOMPARE(messageId(backup(*c, folder.paths, folder.clock, BackupKind::Manual, {}, stop)),
             u"cancelled"_s);
    QVERIFY(QDir(folder.paths.backups()).isEmpty());
    QVERIFY2(*c->scalar(u"SELECT count(*) FROM big"_s) == 20'000, "the connection works on");
}

void TestBackup::copy_tellsHowFarItIs() {
    StoreFolder folder;
    const auto c = folder.create();
    const QString to = folder.dir.filePath(u"copy"_s);
    std::pair<qint64, qint64> last;
    const auto copied = copyDatabase(*c, to, [&](qint64 done, qint64 total) {
        last = {done, total};
    });
    QVERIFY2(copied, qPrintable(failure(copied)));
    QVERIFY(last.second > 0);
    QCOMPARE(last.first, last.second);
}

void TestBackup::restore_overWhatIsWhole_keepsABackupOfIt() {
    StoreFolder folder;
    QString path;
    {
        const auto c = folder.create();
        path = *backup(*c, folder.paths, folder.clock);
        QVERIFY(setMeta(*c, u"mine"_s, u"written later"_s));
    }
    const auto kept = restoreBackup(folder.paths, path, folder.clock);
    QVERIFY2(kept, qPrintable(failure(kept)));
    QCOMPARE(QFileInfo(*kept).fileName(),
             u"workspace-20260227T000000Z-v%1-replaced.dealwright"_s.arg(currentSchema()));
    QVERIFY(meta(*folder.open(), u"mine"_s)->isNull());
    // And back again.
    QVERIFY(restoreBackup(folder.paths, *kept, folder.clock));
    QCOMPARE(*meta(*folder.open(), u"mine"_s), u"written later"_s);
}

void TestBackup::restore_cutOff_isBroughtToItsEnd_data() {
    QTest::addColumn<bool>("keepsAside");
    QTest::addColumn<int>("step"); // Of what finishRestore() does, as many were done.
    for (const bool keepsAside : {false, true}) {
        for (int step = 0; step <= (keepsAside ? 2 : 1); ++step)
            QTest::addRow("%s, after step %d", keepsAside ? "kept as it is" : "kept as backup",
                          step)
                << keepsAside << step;
    }
}

/// Every state of the folder that a process which dies between two steps can leave.
void TestBackup::restore_cutOff_isBroughtToItsEnd() {
    QFETCH(bool, keepsAside);
    QFETCH(int, step);
    StoreFolder folder;
    QString path;
    {
        const auto c = folder.create();
        QVERIFY(setMeta(*c, u"mine"_s, u"backed up"_s));
        path = *backup(*c, folder.paths, folder.clock);
        QVERIFY(setMeta(*c, u"mine"_s, u"written later"_s));
    }
    const QString database = folder.paths.database();
    const QString decided =
        database + u".restored"_s + (keepsAside ? u"-20260227T000000Z"_s : u""_s);
    QVERIFY(QFile::copy(path, decided));
    QFile log(database + u"-wal"_s);
    QVERIFY(log.open(QIODevice::WriteOnly) && log.write("not of the backup") > 0);
    log.close();
    const QString aside = folder.paths.folder + u"/workspace.damaged-20260227T000000Z"_s;
    if (step >= 1)
        QVERIFY(keepsAside ? log.rename(aside + u"-wal"_s) : log.remove());
    if (step >= 2)
        QVERIFY(QFile::rename(database, aside));

    QVERIFY(isRestorePending(folder.paths));
    const auto finished = finishRestore(folder.paths);
    QVERIFY2(finished, qPrintable(failure(finished)));
    QVERIFY(!isRestorePending(folder.paths));
    QCOMPARE(*meta(*folder.open(), u"mine"_s), u"backed up"_s);
    QCOMPARE(folder.verdict(), u"ok"_s);
    QCOMPARE(QFile::exists(aside), keepsAside);
    QCOMPARE(QFile::exists(aside + u"-wal"_s), keepsAside);
    QVERIFY2(finishRestore(folder.paths), "nothing is left to do");
}

/// The copy gets the name that decides only when it is whole.
void TestBackup::restore_thatWasNotDecided_changesNothing() {
    StoreFolder folder;
    {
        const auto c = folder.create();
        QVERIFY(setMeta(*c, u"mine"_s, u"kept"_s));
    }
    QFile part(folder.paths.database() + u".part"_s);
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write("half") == 4);
    part.close();
    QVERIFY(!isRestorePending(folder.paths));
    QVERIFY(finishRestore(folder.paths));
    QCOMPARE(*meta(*folder.open(), u"mine"_s), u"kept"_s);
}

/// A folder in the place of the copy stands for a disk that takes nothing more.
void TestBackup::restore_whereTheDiskIsFull_changesNothing() {
    StoreFolder folder;
    QString path;
    {
        const auto c = folder.create();
        path = *backup(*c, folder.paths, folder.clock);
        QVERIFY(setMeta(*c, u"mine"_s, u"kept"_s));
    }
    QVERIFY(QDir().mkpath(folder.paths.database() + u".part/taken"_s));
    QVERIFY(!restoreBackup(folder.paths, path, folder.clock));
    QVERIFY(!isRestorePending(folder.paths));
    QCOMPARE(*meta(*folder.open(), u"mine"_s), u"kept"_s);
}

void TestBackup::failedBackup_leavesNothing() {
    StoreFolder folder;
    const auto c = folder.create();
    for (int n = 1;; n += 7) {
        faultyvfs::failAt(n, faultyvfs::Fault::Full);
        const auto path = backup(*c, folder.paths, folder.clock);
        if (!faultyvfs::hasFailed()) {
            QVERIFY2(path, qPrintable(failure(path)));
            QVERIFY(n > 50);
            return;
        }
        if (path) // Where it failed no longer mattered: the copy is whole.
            QVERIFY(QFile::remove(*path));
        QCOMPARE(QDir(folder.paths.backups()).entryList(QDir::Files), QStringList());
    }
}

void TestBackup::restore_putsItInPlace_andKeepsTheDamaged() {
    StoreFolder folder;
    QString path;
    {
        const auto c = folder.create();
        QVERIFY(setMeta(*c, u"mine"_s, u"backed up"_s));
        path = *backup(*c, folder.paths, folder.clock);
    }
    QFile file(folder.paths.database());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("damage"), 6);
    file.close();
    QCOMPARE(messageId(probe(folder.paths)), u"store.damaged"_s);

    const auto kept = restoreBackup(folder.paths, path, folder.clock);
    QVERIFY2(kept, qPrintable(failure(kept)));
    QCOMPARE(*kept, folder.paths.folder + u"/workspace.damaged-20260227T000000Z"_s);
    QFile damaged(*kept);
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    QCOMPARE(damaged.readAll(), QByteArray("damage"));
    QCOMPARE(*probe(folder.paths), currentSchema());
    QVERIFY(migrate(folder.paths, folder.clock));
    QCOMPARE(*meta(*folder.open(), u"mine"_s), u"backed up"_s);
    QVERIFY2(QFile::exists(path), "the backup stays");
    QVERIFY(!QFile::exists(folder.paths.database() + u".part"_s));
}

/// A log that stayed would be played into the backup.
void TestBackup::restore_takesTheLogAway() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    const QString path = [&] {
        const auto c = folder.create();
        return *backup(*c, folder.paths, folder.clock);
    }();
    const int crashed = inChild(RunAs::Self, [&] {
        const auto c = folder.open();
        return setMeta(*c, u"later"_s, u"in the log"_s) ? (std::_Exit(7), 0) : 1;
    });
    QCOMPARE(crashed, 7);
    const auto kept = restoreBackup(folder.paths, path, folder.clock);
    QVERIFY2(kept, qPrintable(failure(kept)));
    QVERIFY(meta(*folder.open(), u"later"_s)->isNull());
    QCOMPARE(folder.verdict(), u"ok"_s);
    // What was set aside is still whole.
    const auto aside = Connection::open(*kept, OpenMode::ReadOnly);
    QCOMPARE(*meta(**aside, u"later"_s), u"in the log"_s);
}

void TestBackup::restore_byName_whereNothingIs() {
    StoreFolder folder;
    const QString path = [&] {
        const auto c = folder.create();
        return *backup(*c, folder.paths, folder.clock);
    }();
    QVERIFY(QFile::remove(folder.paths.database()));
    const auto kept = restoreBackup(folder.paths, QFileInfo(path).fileName(), folder.clock);
    QVERIFY2(kept, qPrintable(failure(kept)));
    QVERIFY(kept->isEmpty());
    QCOMPARE(*probe(folder.paths), currentSchema());
}

void TestBackup::restore_twice_keepsBoth() {
    StoreFolder folder;
    const QString path = [&] {
        const auto c = folder.create();
        return *backup(*c, folder.paths, folder.clock);
    }();
    const auto first = restoreBackup(folder.paths, path, folder.clock);
    const auto second = restoreBackup(folder.paths, path, folder.clock);
    QVERIFY2(first && second, qPrintable(failure(second)));
    QVERIFY(*first != *second);
    QVERIFY(QFile::exists(*first) && QFile::exists(*second));
}

void TestBackup::restore_whatIsNoBackup_changesNothing_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("missing") << u"missing"_s << u"workspace.no_backup"_s;
    QTest::newRow("text") << u"text"_s << u"store.damaged"_s;
    QTest::newRow("empty") << u"empty"_s << u"store.not_ours"_s;
    QTest::newRow("foreign") << u"foreign"_s << u"store.not_ours"_s;
    QTest::newRow("newer") << u"newer"_s << u"store.newer"_s;
    QTest::newRow("damaged page") << u"damaged"_s << u"store.damaged"_s;
}

void TestBackup::restore_whatIsNoBackup_changesNothing() {
    QFETCH(QString, kind);
    QFETCH(QString, id);
    StoreFolder folder;
    const QString path = folder.dir.filePath(u"candidate"_s);
    {
        const auto c = folder.create();
        QVERIFY(setMeta(*c, u"mine"_s, u"kept"_s));
        QVERIFY(QFile::rename(*backup(*c, folder.paths, folder.clock), path));
    }
    const auto run = [&](const QString &sql) {
        const auto c = Connection::open(path, OpenMode::ReadWrite);
        return c && (*c)->exec(sql);
    };
    QFile file(path);
    if (kind == u"missing"_s)
        QVERIFY(file.remove());
    else if (kind == u"text"_s)
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a letter") == 8);
    else if (kind == u"empty"_s)
        QVERIFY(file.resize(0));
    else if (kind == u"foreign"_s)
        QVERIFY(run(u"PRAGMA application_id=7"_s));
    else if (kind == u"newer"_s)
        QVERIFY(run(u"PRAGMA user_version=%1"_s.arg(currentSchema() + 1)));
    else
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(40 * 4096)
                && file.write(QByteArray(4096, '\x5a')) == 4096);
    file.close();
    QCOMPARE(messageId(restoreBackup(folder.paths, path, folder.clock)), id);
    QCOMPARE(*meta(*folder.open(), u"mine"_s), u"kept"_s);
    QCOMPARE(QDir(folder.dir.path()).entryList({u"workspace.damaged*"_s, u"*.part"_s}, QDir::Files),
             QStringList());
}

} // namespace dw::test

using dw::test::TestBackup;
DW_TEST(TestBackup)

#include "tst_backup.moc"
