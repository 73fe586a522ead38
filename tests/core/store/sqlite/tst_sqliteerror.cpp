// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/sqliteerror.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>
#include <cerrno>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestSqliteError : public QObject {
    Q_OBJECT

private slots:
    void error_ofEachCode_data();
    void error_ofEachCode();
    void error_ofDamage_listsTheNewestBackups();
    void fullDisk_isToldAndKeepsWhatWasThere();
    void failedWrite_isIo();
    void damagedSchema_isFoundAtOpening();
};

void TestSqliteError::error_ofEachCode_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("systemError");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, int code, ErrorKind kind, const QString &id,
                        int systemError = 0) {
        QTest::newRow(name) << code << systemError << kind << id;
    };
    row("full", SQLITE_FULL, ErrorKind::Full, u"store.full"_s);
    row("no room for shared memory", SQLITE_IOERR_SHMSIZE, ErrorKind::Full, u"store.full"_s,
        ENOSPC);
    row("quota", SQLITE_IOERR_WRITE, ErrorKind::Full, u"store.full"_s, EDQUOT);
    row("write", SQLITE_IOERR_WRITE, ErrorKind::Io, u"store.io"_s, EIO);
    row("old errno beside another failure", SQLITE_BUSY, ErrorKind::Busy, u"store.busy"_s, ENOSPC);
    row("corrupt", SQLITE_CORRUPT, ErrorKind::Damaged, u"store.damaged"_s);
    row("corrupt index", SQLITE_CORRUPT_INDEX, ErrorKind::Damaged, u"store.damaged"_s);
    row("no database", SQLITE_NOTADB, ErrorKind::Damaged, u"store.damaged"_s);
    row("damaged file system", SQLITE_IOERR_CORRUPTFS, ErrorKind::Damaged, u"store.damaged"_s);
    row("busy", SQLITE_BUSY_SNAPSHOT, ErrorKind::Busy, u"store.busy"_s);
    row("locked", SQLITE_LOCKED, ErrorKind::Busy, u"store.busy"_s);
    row("interrupted", SQLITE_INTERRUPT, ErrorKind::Busy, u"store.deadline"_s);
    row("read-only", SQLITE_READONLY_DBMOVED, ErrorKind::Io, u"store.readonly"_s);
    row("cannot open", SQLITE_CANTOPEN_ISDIR, ErrorKind::Io, u"store.open"_s);
    row("no memory", SQLITE_NOMEM, ErrorKind::Io, u"store.memory"_s);
    row("no memory while reading", SQLITE_IOERR_NOMEM, ErrorKind::Io, u"store.memory"_s);
    row("too big", SQLITE_TOOBIG, ErrorKind::Invalid, u"store.too_big"_s);
    row("wrong SQL", SQLITE_ERROR, ErrorKind::Invalid, u"store.internal"_s);
    row("constraint", SQLITE_CONSTRAINT_PRIMARYKEY, ErrorKind::Invalid, u"store.internal"_s);
}

void TestSqliteError::error_ofEachCode() {
    QFETCH(int, code);
    QFETCH(int, systemError);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, id);
    const Error error =
        errorOf({code, systemError, u"words"_s, u"doing"_s, u"/nowhere/workspace.dealwright"_s});
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.message.id, id);
    QVERIFY(error.message.args.value(u"file"_s).endsWith(u"workspace.dealwright"_s));
    QVERIFY(error.detail.contains(u"doing: words"_s));
}

void TestSqliteError::error_ofDamage_listsTheNewestBackups() {
    StoreFolder folder;
    const QString database = folder.paths.database();
    const auto alone = damagedError(database, {});
    QCOMPARE(alone.message.args.value(u"backups"_s), QString());
    QCOMPARE(alone.reasons, std::vector({Message{u"store.no_backup"_s, {}}}));
    for (int day = 1; day <= 7; ++day) {
        QFile file(
            u"%1/workspace-2026010%2T000000Z-v1.dealwright"_s.arg(folder.paths.backups()).arg(day));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const auto error = damagedError(database, {});
    const QString listed = error.message.args.value(u"backups"_s);
    QCOMPARE(error.reasons,
             std::vector({Message{u"store.restore_backup"_s, {{u"backups"_s, listed}}}}));
    QCOMPARE(listed.count(u", "_s), 4);
    QVERIFY(listed.startsWith(u"workspace-20260107T000000Z-v1.dealwright, workspace-20260106"_s));
}

void TestSqliteError::fullDisk_isToldAndKeepsWhatWasThere() {
    StoreFolder folder;
    folder.create().reset();
    {
        const auto c =
            Connection::open(folder.paths.database(), OpenMode::ReadWrite, faultyvfs::name());
        QVERIFY(setMeta(**c, u"before"_s, u"kept"_s));
        faultyvfs::fillAfter(20'000);
        const auto put = setMeta(**c, u"big"_s, QString(200'000, u'x'));
        QCOMPARE(messageId(put), u"store.full"_s);
        QCOMPARE(put.error().kind, ErrorKind::Full);
        QVERIFY(faultyvfs::hasFailed());
        faultyvfs::reset();
        QVERIFY2(setMeta(**c, u"after"_s, u"room again"_s), "the connection goes on");
    }
    const auto c = folder.open(OpenMode::ReadOnly);
    QCOMPARE(*meta(*c, u"before"_s), u"kept"_s);
    QCOMPARE(*meta(*c, u"after"_s), u"room again"_s);
    QVERIFY(meta(*c, u"big"_s)->isNull());
    QCOMPARE(folder.verdict(), u"ok"_s);
}

void TestSqliteError::failedWrite_isIo() {
    StoreFolder folder;
    folder.create().reset();
    const auto c =
        Connection::open(folder.paths.database(), OpenMode::ReadWrite, faultyvfs::name());
    faultyvfs::failAt(1, faultyvfs::Fault::Io);
    const auto put = setMeta(**c, u"x"_s, u"y"_s);
    faultyvfs::reset();
    QCOMPARE(messageId(put), u"store.io"_s);
    QVERIFY(setMeta(**c, u"x"_s, u"y"_s));
}

void TestSqliteError::damagedSchema_isFoundAtOpening() {
    StoreFolder folder;
    folder.create().reset();
    QFile file(folder.paths.database());
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 4096; at < file.size(); at += 4096) {
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(QByteArray(4096, '\x5a')), 4096);
    }
    file.close();
    const auto c = Connection::open(folder.paths.database(), OpenMode::ReadOnly);
    QCOMPARE(messageId(c), u"store.damaged"_s);
}

} // namespace dw::test

using dw::test::TestSqliteError;
DW_TEST(TestSqliteError)

#include "tst_sqliteerror.moc"
