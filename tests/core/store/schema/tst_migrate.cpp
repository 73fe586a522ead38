// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "core/store/files/backup.h"
#include "core/store/query/reader.h"
#include "core/store/schema/migrations.h"
#include "core/store/search/searchtables.h"
#include "tests/support/databasecontent.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// From every version that was shipped to the current one.
class TestMigrate : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { faultyvfs::reset(); }
    void current_isLeftAlone();
    void older_becomesCurrent_data();
    void older_becomesCurrent();
    void older_isBackedUpFirst();
    void customFields_areStillThere();
    void collationKeys_followTheLibrary();
    void collationKeys_ofThisVersion_areLeftAlone();
    void failedAnywhere_nextStartGoesOn_data();
    void failedAnywhere_nextStartGoesOn();
    void killedAnywhere_nextStartGoesOn();
    void fullDisk_leavesTheOldVersion();
    void damaged_isRefusedBeforeAnythingIsTouched();
    void newer_isRefused();
    void foreign_isRefused();
};

namespace {

Result<void> migrateFaulty(StoreFolder &folder) {
    return migrate(folder.paths, folder.clock, faultyvfs::name());
}

QMap<QString, QStringList> currentContent() {
    StoreFolder folder;
    folder.load(u"schema-%1"_s.arg(currentSchema()));
    return contentOf(*folder.open());
}

/// A workspace of the first version, copied from one that is loaded once.
class OldFolder : public StoreFolder {
public:
    OldFolder() {
        static const QByteArray bytes = [] {
            StoreFolder loaded;
            loaded.load(u"schema-1"_s);
            QFile file(loaded.paths.database());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        QFile file(paths.database());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot copy the old workspace");
    }
};

int stepsOfMigration() {
    OldFolder folder;
    faultyvfs::reset();
    return migrateFaulty(folder) ? faultyvfs::steps() : 0;
}

/// After whatever happened, a further start has everything up to date, and each backup is whole.
void expectCurrent(StoreFolder &folder) {
    faultyvfs::reset();
    const auto again = migrateFaulty(folder);
    QVERIFY2(again, qPrintable(failure(again)));
    static const auto expected = currentContent();
    const auto c = folder.open();
    QCOMPARE(verdictOf(*c), u"ok"_s);
    QCOMPARE(*c->scalar(u"PRAGMA user_version"_s), currentSchema());
    QCOMPARE(contentOf(*c), expected);
    std::vector<Message> problems;
    QCOMPARE(*countStaleSearch(*c, **loadCatalog(*c, problems)), 0);
    QVERIFY(!backupsOf(folder.paths).isEmpty());
    for (const QString &kept : backupsOf(folder.paths)) {
        const auto old = Connection::open(kept, OpenMode::ReadOnly);
        QVERIFY2(old, qPrintable(failure(old)));
        // A start that goes on between two steps keeps what it finds.
        const auto version = *(*old)->scalar(u"PRAGMA user_version"_s);
        QVERIFY(kept == backupsOf(folder.paths).last() ? version == 1 : version < currentSchema());
        QCOMPARE(*(*old)->scalar(u"SELECT count(*) FROM deal"_s), 3);
    }
}

} // namespace

void TestMigrate::current_isLeftAlone() {
    StoreFolder folder;
    folder.create().reset();
    QFile file(folder.paths.database());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QVERIFY(migrate(folder.paths, folder.clock, faultyvfs::name()));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
    QVERIFY(backupsOf(folder.paths).isEmpty());
}

void TestMigrate::older_becomesCurrent_data() {
    QTest::addColumn<int>("version");
    for (int version = 1; version <= currentSchema(); ++version)
        QTest::addRow("from %d", version) << version;
}

void TestMigrate::older_becomesCurrent() {
    QFETCH(int, version);
    StoreFolder folder;
    folder.load(u"schema-%1"_s.arg(version));
    QCOMPARE(*probe(folder.paths), version);
    const auto migrated = migrate(folder.paths, folder.clock, faultyvfs::name());
    QVERIFY2(migrated, qPrintable(failure(migrated)));
    QCOMPARE(*probe(folder.paths), currentSchema());
    QCOMPARE(contentOf(*folder.open()), currentContent());
    QCOMPARE(folder.verdict(), u"ok"_s);
}

void TestMigrate::older_isBackedUpFirst() {
    StoreFolder folder;
    folder.load(u"schema-1"_s);
    const auto before = contentOf(*folder.open());
    QVERIFY(migrate(folder.paths, folder.clock, faultyvfs::name()));
    const QStringList backups = backupsOf(folder.paths);
    QCOMPARE(backups,
             QStringList{folder.paths.backups() + u"/workspace-20260227T000000Z-v1.dealwright"_s});
    const auto c = Connection::open(backups.first(), OpenMode::ReadOnly);
    QVERIFY2(c, qPrintable(failure(c)));
    QCOMPARE(contentOf(**c), before);
}

void TestMigrate::customFields_areStillThere() {
    StoreFolder folder;
    folder.load(u"schema-1"_s);
    QVERIFY(migrate(folder.paths, folder.clock, faultyvfs::name()));
    const auto c = folder.open(OpenMode::ReadOnly);
    std::vector<Message> problems;
    const auto catalog = loadCatalog(*c, problems);
    QVERIFY2(catalog, qPrintable(failure(catalog)));
    QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front().id));
    const CatalogHolder holder(*catalog);
    Reader reader(*c, holder);
    const EntityDesc &deal = *(*catalog)->entity(u"deal");
    const auto row = reader.find(u"deal"_s, *reader.resolve(u"deal"_s, u"d-770001"_s));
    QVERIFY2(row && *row, qPrintable(failure(row)));
    const auto value = [&](QStringView key) { return (*row)->record.value(deal.byKey(key)); };
    QCOMPARE(value(u"visits"), FieldValue(3.5));
    QCOMPARE(value(u"deposit"), FieldValue(*Money::fromText(u"JPY 250000"_s)));
    QCOMPARE(value(u"regions"), FieldValue(QStringList{u"east"_s, u"west"_s}));
    QCOMPARE(value(u"name"), FieldValue(u"GTX 产线改造"_s));
}

void TestMigrate::collationKeys_followTheLibrary() {
    StoreFolder folder;
    folder.load(u"schema-2"_s);
    QVERIFY(migrate(folder.paths, folder.clock, faultyvfs::name()));
    const auto c = folder.open(OpenMode::ReadOnly);
    QCOMPARE(*meta(*c, u"collation"_s), collationVersion());
    for (const EntityDesc &entity : Catalog::builtin()->entities()) {
        for (const FieldDesc &field : entity.fields) {
            if (!field.sortable)
                continue;
            auto list = c->prepare(u"SELECT %1, %1_key FROM %2"_s.arg(field.name, entity.key));
            while (*list->step()) {
                const QByteArray expected =
                    list->isNull(0) ? QByteArray() : collationKey(list->text(0));
                QCOMPARE(list->blob(1), expected);
            }
        }
    }
    QCOMPARE(*c->scalar(u"SELECT count(*) FROM deal WHERE name_key IS NULL"_s), 1);
}

void TestMigrate::collationKeys_ofThisVersion_areLeftAlone() {
    StoreFolder folder;
    folder.load(u"schema-2"_s);
    QVERIFY(setMeta(*folder.open(), u"collation"_s, collationVersion()));
    QVERIFY(migrate(folder.paths, folder.clock, faultyvfs::name()));
    QCOMPARE(*folder.open()->scalar(u"SELECT count(*) FROM deal WHERE name_key=x'01'"_s), 2);
}

void TestMigrate::failedAnywhere_nextStartGoesOn_data() {
    QTest::addColumn<faultyvfs::Fault>("fault");
    QTest::addColumn<faultyvfs::Lasting>("lasting");
    QTest::addColumn<faultyvfs::Thoroughness>("thoroughness");
    using namespace faultyvfs;
    QTest::newRow("one access") << Fault::Io << Lasting::Once << Thoroughness::Every;
    QTest::newRow("all from one on") << Fault::Io << Lasting::Forever << Thoroughness::Sample;
    QTest::newRow("full for good") << Fault::Full << Lasting::Forever << Thoroughness::Sample;
}

void TestMigrate::failedAnywhere_nextStartGoesOn() {
    QFETCH(faultyvfs::Fault, fault);
    QFETCH(faultyvfs::Lasting, lasting);
    QFETCH(faultyvfs::Thoroughness, thoroughness);
    const int total = stepsOfMigration();
    QVERIFY(total > 20);
    for (const int n : faultyvfs::stepsOf(total, thoroughness)) {
        OldFolder folder;
        faultyvfs::failAt(n, fault, lasting);
        const auto migrated = migrateFaulty(folder);
        QCOMPARE(faultyvfs::hasFailed(), n <= total);
        expectCurrent(folder);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"step %1: %2"_s.arg(n).arg(failure(migrated))));
    }
}

void TestMigrate::killedAnywhere_nextStartGoesOn() {
    if (!canFork())
        QSKIP("no fork on this system");
    const int total = stepsOfMigration();
    for (const int n : faultyvfs::stepsOf(total, faultyvfs::Thoroughness::Sample)) {
        OldFolder folder;
        const int code = inChild(RunAs::Self, [&] {
            faultyvfs::failAt(n, faultyvfs::Fault::Kill);
            return migrateFaulty(folder) ? 0 : 1;
        });
        QCOMPARE(code, n <= total ? 137 : 0);
        expectCurrent(folder);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"step %1"_s.arg(n)));
    }
}

void TestMigrate::fullDisk_leavesTheOldVersion() {
    StoreFolder folder;
    folder.load(u"schema-1"_s);
    const auto before = contentOf(*folder.open());
    faultyvfs::fillAfter(50'000); // Not even the backup has room.
    const auto migrated = migrateFaulty(folder);
    QCOMPARE(messageId(migrated), u"store.full"_s);
    QCOMPARE(migrated.error().kind, ErrorKind::Full);
    faultyvfs::reset();
    QCOMPARE(contentOf(*folder.open()), before);
    QVERIFY2(QDir(folder.paths.backups()).isEmpty(), "half a backup was left");
    expectCurrent(folder);
}

void TestMigrate::damaged_isRefusedBeforeAnythingIsTouched() {
    StoreFolder folder;
    folder.load(u"schema-1"_s);
    qint64 page = 0;
    {
        const auto c = folder.open();
        page = *c->scalar(u"SELECT rootpage FROM sqlite_schema WHERE name='deal_by_account'"_s);
    }
    QFile file(folder.paths.database());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek((page - 1) * 4096));
    QCOMPARE(file.write(QByteArray(4096, '\x5a')), 4096);
    file.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto migrated = migrate(folder.paths, folder.clock, faultyvfs::name());
    QCOMPARE(messageId(migrated), u"store.damaged"_s);
    QCOMPARE(migrated.error().kind, ErrorKind::Damaged);
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
    QVERIFY(backupsOf(folder.paths).isEmpty());
}

void TestMigrate::newer_isRefused() {
    StoreFolder folder;
    QVERIFY(folder.create()->exec(u"PRAGMA user_version=%1"_s.arg(currentSchema() + 1)));
    const auto migrated = migrate(folder.paths, folder.clock, faultyvfs::name());
    QCOMPARE(messageId(migrated), u"store.newer"_s);
    QCOMPARE(migrated.error().kind, ErrorKind::Newer);
    QCOMPARE(migrated.error().message.args.value(u"found"_s), QString::number(currentSchema() + 1));
    QCOMPARE(*folder.open()->scalar(u"PRAGMA user_version"_s), currentSchema() + 1);
}

void TestMigrate::foreign_isRefused() {
    StoreFolder folder;
    QVERIFY(
        folder.open(OpenMode::Create)
            ->exec(u"CREATE TABLE theirs(a); PRAGMA application_id=7; PRAGMA user_version=1"_s));
    const auto migrated = migrate(folder.paths, folder.clock, faultyvfs::name());
    QCOMPARE(messageId(migrated), u"store.not_ours"_s);
    QCOMPARE(*folder.open()->scalar(u"SELECT count(*) FROM sqlite_schema"_s), 1);
}

} // namespace dw::test

using dw::test::TestMigrate;
DW_TEST(TestMigrate)

#include "tst_migrate.moc"
