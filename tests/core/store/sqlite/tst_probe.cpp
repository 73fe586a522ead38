// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/migrations.h"
#include "core/store/schema/schema.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What can lie where a workspace should be.
class TestProbe : public QObject {
    Q_OBJECT

private slots:
    void good_givesItsVersion();
    void nothing_isNone();
    void emptyFile_isDamage_andStays();
    void emptyFileBesideALog_isDamage_andTheLogStays();
    void emptyDatabase_isDamage();
    void folderInItsPlace_fails();
    void broken_isDamage_data();
    void broken_isDamage();
    void ofOurs_withoutWhatItNeeds_isDamage_data();
    void ofOurs_withoutWhatItNeeds_isDamage();
    void newer_isNewer();
    void besideAWriter_seesWhatWasCommitted();
    void inTheProcessOfAWriter_leavesItsLocks();
    void readOnlyFolder_canBeRead();
    void readOnlyFolder_afterACrash_saysSo();
    void readOnlyFolder_cannotBeWritten();
    void unreadableFile_fails();

private:
    /// As the user nobody, who may read the folder and not write it; -1 where the system has no
    /// such thing.
    static int asReader(StoreFolder &folder, const std::function<int()> &run);
};

namespace {

bool damage(const QString &path, qint64 at, const QByteArray &bytes) {
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

void setFolderRights(const QString &folder, QFile::Permissions rights) {
    if (!QFile::setPermissions(folder, rights))
        qFatal("rights cannot be set");
}

constexpr QFile::Permissions readable = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup
                                        | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

} // namespace

int TestProbe::asReader(StoreFolder &folder, const std::function<int()> &run) {
    setFolderRights(folder.dir.path(), readable);
    const QStringList files = QDir(folder.dir.path()).entryList(QDir::Files);
    for (const QString &file : files)
        QFile::setPermissions(folder.dir.filePath(file), QFile::ReadOwner | QFile::ReadOther);
    const int code = inChild(RunAs::Nobody, run);
    setFolderRights(folder.dir.path(), readable | QFile::WriteOwner);
    return code;
}

void TestProbe::good_givesItsVersion() {
    StoreFolder folder;
    folder.create().reset();
    QCOMPARE(*probe(folder.paths), currentSchema());
    QVERIFY(quickCheck(*folder.open()));
}

void TestProbe::nothing_isNone() {
    StoreFolder folder;
    const auto found = probe(folder.paths);
    QCOMPARE(messageId(found), u"workspace.none"_s);
    QCOMPARE(found.error().kind, ErrorKind::NotFound);
}

void TestProbe::emptyFile_isDamage_andStays() {
    StoreFolder folder;
    QVERIFY(damage(folder.paths.database(), 0, {}));
    QCOMPARE(messageId(probe(folder.paths)), u"store.damaged"_s);
    QCOMPARE(messageId(createDatabase(folder.paths, {}, folder.clock)), u"store.damaged"_s);
    QVERIFY(QFile::exists(folder.paths.database()));
    QCOMPARE(QFile(folder.paths.database()).size(), 0);
    QVERIFY(damage(folder.paths.backups() + u"/workspace-20260101T000000Z-v1.dealwright"_s, 0, {}));
    const auto found = probe(folder.paths);
    QCOMPARE(messageId(found), u"store.damaged"_s);
    QCOMPARE(found.error().message.args.value(u"backups"_s),
             u"workspace-20260101T000000Z-v1.dealwright"_s);
}

/// SQLite would drop the log with the last changes in it.
void TestProbe::emptyFileBesideALog_isDamage_andTheLogStays() {
    StoreFolder folder;
    const QString log = folder.paths.database() + u"-wal"_s;
    QVERIFY(damage(folder.paths.database(), 0, {}));
    QVERIFY(damage(log, 0, "something"));
    QCOMPARE(messageId(probe(folder.paths)), u"store.damaged"_s);
    QCOMPARE(messageId(createDatabase(folder.paths, {}, folder.clock)), u"store.damaged"_s);
    QCOMPARE(QFile(log).size(), 9);
}

void TestProbe::emptyDatabase_isDamage() {
    StoreFolder folder;
    folder.open(OpenMode::Create).reset();
    QVERIFY(QFile(folder.paths.database()).size() > 0);
    QCOMPARE(messageId(probe(folder.paths)), u"store.damaged"_s);
}

void TestProbe::folderInItsPlace_fails() {
    StoreFolder folder;
    QVERIFY(QDir().mkpath(folder.paths.database()));
    const auto found = probe(folder.paths);
    QCOMPARE(messageId(found), u"store.open"_s);
}

void TestProbe::broken_isDamage_data() {
    QTest::addColumn<qint64>("keep"); // Bytes of the file; below 0 = from its end.
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("header overwritten") << qint64(1'000'000'000) << QByteArray(100, 'x');
    QTest::newRow("header of zeros") << qint64(1'000'000'000) << QByteArray(100, '\0');
    QTest::newRow("half a header") << qint64(50) << QByteArray();
    QTest::newRow("one page") << qint64(4096) << QByteArray();
    QTest::newRow("one page short") << qint64(-4096) << QByteArray();
    QTest::newRow("half a page short") << qint64(-2048) << QByteArray();
}

void TestProbe::broken_isDamage() {
    QFETCH(qint64, keep);
    QFETCH(QByteArray, header);
    StoreFolder folder;
    folder.create().reset();
    QFile file(folder.paths.database());
    QVERIFY(file.resize(keep < 0 ? file.size() + keep : qMin(keep, file.size())));
    QVERIFY(damage(file.fileName(), 0, header));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    const auto found = probe(folder.paths);
    QCOMPARE(messageId(found), u"store.damaged"_s);
    QCOMPARE(found.error().kind, ErrorKind::Damaged);
    QCOMPARE(messageId(createDatabase(folder.paths, {}, folder.clock)), u"store.damaged"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
}

void TestProbe::ofOurs_withoutWhatItNeeds_isDamage_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("no device") << u"DELETE FROM meta WHERE key='device'"_s;
    QTest::newRow("no such device") << u"UPDATE meta SET value='laptop' WHERE key='device'"_s;
    QTest::newRow("no meta") << u"DROP TABLE meta"_s;
    QTest::newRow("version 0") << u"PRAGMA user_version=0"_s;
    QTest::newRow("version below 0") << u"PRAGMA user_version=-3"_s;
}

void TestProbe::ofOurs_withoutWhatItNeeds_isDamage() {
    QFETCH(QString, sql);
    StoreFolder folder;
    QVERIFY(folder.create()->exec(sql));
    QCOMPARE(messageId(probe(folder.paths)), u"store.damaged"_s);
}

void TestProbe::newer_isNewer() {
    StoreFolder folder;
    QVERIFY(folder.create()->exec(u"PRAGMA user_version=2000000000"_s));
    const auto found = probe(folder.paths);
    QCOMPARE(messageId(found), u"store.newer"_s);
    QCOMPARE(found.error().message.args.value(u"known"_s), QString::number(currentSchema()));
}

void TestProbe::besideAWriter_seesWhatWasCommitted() {
    StoreFolder folder;
    const auto writer = folder.create();
    QCOMPARE(*probe(folder.paths), currentSchema());
    const auto transaction = Transaction::begin(*writer, Transaction::Kind::Write);
    QVERIFY(writer->exec(u"PRAGMA user_version=2000000000"_s));
    QCOMPARE(*probe(folder.paths), currentSchema());
    QVERIFY((*transaction)->commit());
    QCOMPARE(messageId(probe(folder.paths)), u"store.newer"_s);
}

/// Closing a file that SQLite has open drops its POSIX locks; a checkpointing process beside it
/// could then take the log away.
void TestProbe::inTheProcessOfAWriter_leavesItsLocks() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    const auto writer = folder.create();
    QVERIFY(setMeta(*writer, u"mine"_s, u"in the log"_s));
    QVERIFY(probe(folder.paths));
    const int code = inChild(RunAs::Self, [&] {
        // Were it the last one, closing would bring the log in and delete it.
        auto other = Connection::open(folder.paths.database(), OpenMode::ReadWrite);
        if (!other)
            return 1;
        other->reset();
        return QFile::exists(folder.paths.database() + u"-wal"_s) ? 0 : 2;
    });
    QCOMPARE(code, 0);
}

void TestProbe::readOnlyFolder_canBeRead() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    folder.create().reset();
    const int code = asReader(folder, [&] {
        const auto found = probe(folder.paths);
        if (!found)
            return 1;
        const auto c = Connection::open(folder.paths.database(), OpenMode::ReadOnly);
        return c && !meta(**c, u"device"_s)->isEmpty() ? 0 : 2;
    });
    QCOMPARE(code, 0);
    QVERIFY(!QFile::exists(folder.paths.database() + u"-shm"_s));
}

void TestProbe::readOnlyFolder_afterACrash_saysSo() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    folder.create().reset();
    const int crashed = inChild(RunAs::Self, [&] {
        const auto c = folder.open();
        return setMeta(*c, u"last"_s, u"change"_s) ? (std::_Exit(7), 0) : 1;
    });
    QCOMPARE(crashed, 7);
    QVERIFY(QFile(folder.paths.database() + u"-wal"_s).size() > 0);
    // With its shared memory the log can be read, as beside a writer.
    const auto readLast = [&] {
        const auto c = Connection::open(folder.paths.database(), OpenMode::ReadOnly);
        if (!c)
            return c.error().message.id == u"store.unfinished"_s ? 2 : 1;
        return *meta(**c, u"last"_s) == u"change"_s ? 0 : 3;
    };
    QCOMPARE(asReader(folder, readLast), 0);
    QVERIFY(QFile::remove(folder.paths.database() + u"-shm"_s));
    QCOMPARE(asReader(folder, readLast), 2);
    QCOMPARE(*meta(*folder.open(), u"last"_s), u"change"_s);
}

void TestProbe::readOnlyFolder_cannotBeWritten() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    folder.create().reset();
    const int code = asReader(folder, [&] {
        const auto c = Connection::open(folder.paths.database(), OpenMode::ReadWrite);
        return !c && c.error().message.id == u"store.readonly"_s ? 0 : 1;
    });
    QCOMPARE(code, 0);
    StoreFolder empty;
    const int made = asReader(empty, [&] {
        const auto done = createDatabase(empty.paths, {}, empty.clock);
        return !done && done.error().message.id == u"store.readonly"_s ? 0 : 1;
    });
    QCOMPARE(made, 0);
}

void TestProbe::unreadableFile_fails() {
    if (!canFork())
        QSKIP("no fork on this system");
    StoreFolder folder;
    folder.create().reset();
    setFolderRights(folder.dir.path(), readable);
    QVERIFY(QFile::setPermissions(folder.paths.database(), QFile::ReadOwner));
    const int code = inChild(RunAs::Nobody, [&] {
        const auto found = probe(folder.paths);
        return !found && found.error().message.id == u"store.open"_s ? 0 : 1;
    });
    setFolderRights(folder.dir.path(), readable | QFile::WriteOwner);
    QCOMPARE(code, 0);
}

} // namespace dw::test

using dw::test::TestProbe;
DW_TEST(TestProbe)

#include "tst_probe.moc"
