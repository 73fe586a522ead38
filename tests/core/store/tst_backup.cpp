// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"
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
    void failedBackup_leavesNothing();
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
