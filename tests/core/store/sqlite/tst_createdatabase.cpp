// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "core/domain/text.h"
#include "core/store/schema/migrations.h"
#include "core/store/write/shortid.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestCreateDatabase : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { faultyvfs::reset(); }
    void new_hasCurrentSchemaAndMeta();
    void new_twoOfThem_areTwoWorkspaces();
    void existing_isRefusedAndStays();
    void foreign_isRefusedAndStays();
    void otherFile_isRefusedAndStays();
    void noFolder_fails();
    void failedAnywhere_nextTryMakesIt_data();
    void failedAnywhere_nextTryMakesIt();
    void killedAnywhere_nextTryMakesIt();
    void fullDisk_nextTryMakesIt();
};

namespace {

Result<void> create(StoreFolder &folder) {
    return createDatabase(folder.paths, {u"Asia/Shanghai"_s}, folder.clock, faultyvfs::name());
}

int stepsOfCreation() {
    StoreFolder folder;
    faultyvfs::reset();
    return create(folder) ? faultyvfs::steps() : 0;
}

/// After whatever happened: there is a good workspace, or there is none and a good one can be made.
void expectGood(StoreFolder &folder) {
    faultyvfs::reset();
    if (const auto found = probe(folder.paths, faultyvfs::name()); !found) {
        QVERIFY2(messageId(found) == u"workspace.none"_s, qPrintable(failure(found)));
        const auto again = create(folder);
        QVERIFY2(again, qPrintable(failure(again)));
    }
    const auto c = folder.open();
    QCOMPARE(*c->scalar(u"PRAGMA user_version"_s), currentSchema());
    QVERIFY(!meta(*c, u"device"_s)->isEmpty());
    QCOMPARE(verdictOf(*c), u"ok"_s);
}

} // namespace

void TestCreateDatabase::new_hasCurrentSchemaAndMeta() {
    StoreFolder folder;
    QVERIFY(create(folder));
    QCOMPARE(*probe(folder.paths), currentSchema());
    const auto c = folder.open(OpenMode::ReadOnly);
    QCOMPARE(*c->scalar(u"PRAGMA application_id"_s), applicationId);
    QCOMPARE(*meta(*c, u"zone"_s), u"Asia/Shanghai"_s);
    QCOMPARE(*meta(*c, u"collation"_s), collationVersion());
    QCOMPARE(*meta(*c, u"clock"_s), u"0"_s);
    const DeviceId device = DeviceId::fromText(*meta(*c, u"device"_s));
    QVERIFY(!device.isNull());
    QCOMPARE(*meta(*c, u"device_code"_s), deviceCodeOf(device));
    QVERIFY(!DeviceId::fromText(*meta(*c, u"workspace"_s)).isNull());
    QVERIFY(meta(*c, u"nothing"_s)->isNull());
    QVERIFY(!QFile::exists(folder.paths.database() + u"-journal"_s));
}

void TestCreateDatabase::new_twoOfThem_areTwoWorkspaces() {
    StoreFolder one;
    StoreFolder other;
    const auto first = one.create();
    const auto second = other.create();
    for (const QString &key : {u"workspace"_s, u"device"_s})
        QVERIFY2(*meta(*first, key) != *meta(*second, key), qPrintable(key));
}

void TestCreateDatabase::existing_isRefusedAndStays() {
    StoreFolder folder;
    QVERIFY(setMeta(*folder.create(), u"mine"_s, u"kept"_s));
    const auto again = create(folder);
    QCOMPARE(messageId(again), u"workspace.exists"_s);
    QCOMPARE(*meta(*folder.open(), u"mine"_s), u"kept"_s);
}

void TestCreateDatabase::foreign_isRefusedAndStays() {
    StoreFolder folder;
    QVERIFY(
        folder.open(OpenMode::Create)->exec(u"CREATE TABLE theirs(a); PRAGMA application_id=7"_s));
    QCOMPARE(messageId(create(folder)), u"store.not_ours"_s);
    QCOMPARE(*folder.open()->scalar(u"SELECT count(*) FROM sqlite_schema"_s), 1);
}

void TestCreateDatabase::otherFile_isRefusedAndStays() {
    StoreFolder folder;
    QFile file(folder.paths.database());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write("a letter"), 8);
    file.close();
    QCOMPARE(messageId(create(folder)), u"store.damaged"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a letter"));
}

void TestCreateDatabase::noFolder_fails() {
    StoreFolder folder;
    folder.paths.folder += u"/nothing"_s;
    QCOMPARE(messageId(create(folder)), u"store.open"_s);
}

void TestCreateDatabase::failedAnywhere_nextTryMakesIt_data() {
    QTest::addColumn<faultyvfs::Fault>("fault");
    QTest::addColumn<faultyvfs::Lasting>("lasting");
    QTest::addColumn<faultyvfs::Thoroughness>("thoroughness");
    using namespace faultyvfs;
    QTest::newRow("one access") << Fault::Io << Lasting::Once << Thoroughness::Every;
    QTest::newRow("all from one on") << Fault::Io << Lasting::Forever << Thoroughness::Sample;
    QTest::newRow("full for a moment") << Fault::Full << Lasting::Once << Thoroughness::Sample;
    QTest::newRow("full for good") << Fault::Full << Lasting::Forever << Thoroughness::Sample;
}

void TestCreateDatabase::failedAnywhere_nextTryMakesIt() {
    QFETCH(faultyvfs::Fault, fault);
    QFETCH(faultyvfs::Lasting, lasting);
    QFETCH(faultyvfs::Thoroughness, thoroughness);
    const int total = stepsOfCreation();
    QVERIFY(total > 10);
    for (const int n : faultyvfs::stepsOf(total, thoroughness)) {
        StoreFolder folder;
        faultyvfs::failAt(n, fault, lasting);
        const auto made = create(folder);
        QCOMPARE(faultyvfs::hasFailed(), n <= total);
        expectGood(folder);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"step %1: %2"_s.arg(n).arg(failure(made))));
    }
}

void TestCreateDatabase::killedAnywhere_nextTryMakesIt() {
    if (!canFork())
        QSKIP("no fork on this system");
    const int total = stepsOfCreation();
    for (const int n : faultyvfs::stepsOf(total, faultyvfs::Thoroughness::Sample)) {
        StoreFolder folder;
        const int code = inChild(RunAs::Self, [&] {
            faultyvfs::failAt(n, faultyvfs::Fault::Kill);
            return create(folder) ? 0 : 1;
        });
        QCOMPARE(code, n <= total ? 137 : 0);
        expectGood(folder);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"step %1"_s.arg(n)));
    }
}

void TestCreateDatabase::fullDisk_nextTryMakesIt() {
    for (qint64 room = 0;; room += 20'000) {
        StoreFolder folder;
        faultyvfs::fillAfter(room);
        const auto made = create(folder);
        if (!faultyvfs::hasFailed()) {
            QVERIFY2(made, qPrintable(failure(made)));
            QVERIFY(room > 100'000);
            return;
        }
        // The disk can also be full only when the log is brought into the database, which may come
        // later.
        if (!made)
            QCOMPARE(messageId(made), u"store.full"_s);
        expectGood(folder);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"%1 bytes"_s.arg(room)));
    }
}

} // namespace dw::test

using dw::test::TestCreateDatabase;
DW_TEST(TestCreateDatabase)

#include "tst_createdatabase.moc"
