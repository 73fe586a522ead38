// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/backups.h"

#include "core/exchange/ziparchive.h"
#include "core/services/exports/workspaceexport.h"
#include "core/store/jobs/jobtable.h"
#include "tests/core/services/exports/exportfixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QJsonObject>
#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestBackups : public QObject {
    Q_OBJECT

private slots:
    void init() { m_x = std::make_unique<ExportFixture>(); }
    void cleanup() { faultyvfs::reset(); }
    void plan_isAsTheSettingsSay_data();
    void plan_isAsTheSettingsSay();
    void settings_thatCannotBe_areRefused_data();
    void settings_thatCannotBe_areRefused();
    void due_dependsOnTheNewest_data();
    void due_dependsOnTheNewest();
    void kept_areDaysAndWeeks_data();
    void kept_areDaysAndWeeks();
    void backUp_removesOnlyItsOwn();
    void backUp_whileOthersWrite_isWhole();
    void backUpTo_restoresEqual_data();
    void backUpTo_restoresEqual();
    void backUpTo_whereItMustNot_isRefused_data();
    void backUpTo_whereItMustNot_isRefused();
    void backUpTo_databaseAlone_isRefusedWhereThereAreFiles();
    void backUpTo_stopped_leavesTheOlderFile();
    void archive_hasTheRestOfAJob();
    void restore_ofNoBackup_changesNothing_data();
    void restore_ofNoBackup_changesNothing();
    void restore_whereNothingIs_makesAWorkspace();
    void restore_cutOff_isFinishedByWhoOpensNext_data();
    void restore_cutOff_isFinishedByWhoOpensNext();
    void restore_killedAtAnyStep_isTheOldOrTheNew();

private:
    [[nodiscard]] static BackupFile made(BackupKind kind, const QString &at);
    [[nodiscard]] const WorkspacePaths &paths() { return m_x->f().workspace().paths(); }
    std::unique_ptr<ExportFixture> m_x;
};

BackupFile TestBackups::made(BackupKind kind, const QString &at) {
    return {at, *Instant::fromIso(at), 4, kind, 1};
}

void TestBackups::plan_isAsTheSettingsSay_data() {
    QTest::addColumn<QJsonValue>("every");
    QTest::addColumn<QJsonValue>("keep");
    QTest::addColumn<QString>("expected");
    QTest::newRow("usual") << QJsonValue() << QJsonValue() << u"1 7 4"_s;
    QTest::newRow("never") << QJsonValue(u"never"_s) << QJsonValue() << u"0 7 4"_s;
    QTest::newRow("week") << QJsonValue(u"week"_s)
                          << QJsonValue(QJsonObject{{u"daily"_s, 0}, {u"weekly"_s, 10}})
                          << u"2 0 10"_s;
    QTest::newRow("one of two") << QJsonValue(u"day"_s) << QJsonValue(QJsonObject{{u"daily"_s, 30}})
                                << u"1 30 4"_s;
}

void TestBackups::plan_isAsTheSettingsSay() {
    QFETCH(QJsonValue, every);
    QFETCH(QJsonValue, keep);
    QFETCH(QString, expected);
    WorkspaceFixture f;
    must(f.run(settingWork(u"backup.every"_s, SettingScope::Team, every, f.origin())));
    must(f.run(settingWork(u"backup.keep"_s, SettingScope::Team, keep, f.origin())));
    const BackupPlan plan = BackupPlan::of(f.reader());
    QCOMPARE(u"%1 %2 %3"_s.arg(int(plan.every)).arg(plan.daily).arg(plan.weekly), expected);
}

void TestBackups::settings_thatCannotBe_areRefused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no such word") << u"backup.every"_s << QJsonValue(u"sometimes"_s);
    QTest::newRow("a number") << u"backup.every"_s << QJsonValue(1);
    QTest::newRow("no object") << u"backup.keep"_s << QJsonValue(7);
    QTest::newRow("negative") << u"backup.keep"_s << QJsonValue(QJsonObject{{u"daily"_s, -1}});
    QTest::newRow("half") << u"backup.keep"_s << QJsonValue(QJsonObject{{u"weekly"_s, 1.5}});
    QTest::newRow("too many") << u"backup.keep"_s << QJsonValue(QJsonObject{{u"daily"_s, 1001}});
    QTest::newRow("text") << u"backup.keep"_s << QJsonValue(QJsonObject{{u"daily"_s, u"7"_s}});
}

void TestBackups::settings_thatCannotBe_areRefused() {
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    WorkspaceFixture f;
    QCOMPARE(messageId(f.run(settingWork(key, SettingScope::Team, value, f.origin()))),
             u"setting.bad_value"_s);
}

void TestBackups::due_dependsOnTheNewest_data() {
    QTest::addColumn<BackupPlan::Every>("every");
    QTest::addColumn<QString>("newest"); // Empty: none.
    QTest::addColumn<BackupKind>("kind");
    QTest::addColumn<bool>("due"); // At 2026-03-09T02:00:00Z.
    using enum BackupPlan::Every;
    using enum BackupKind;
    const auto row = [](const char *name, BackupPlan::Every every, const QString &newest,
                        BackupKind kind,
                        bool due) { QTest::newRow(name) << every << newest << kind << due; };
    row("none", Day, u""_s, Scheduled, true);
    row("none, never wanted", Never, u""_s, Scheduled, false);
    row("old, never wanted", Never, u"2020-01-01T00:00:00Z"_s, Scheduled, false);
    row("a second less than a day", Day, u"2026-03-08T02:00:01Z"_s, Scheduled, false);
    row("a day", Day, u"2026-03-08T02:00:00Z"_s, Scheduled, true);
    row("a second more", Day, u"2026-03-08T01:59:59Z"_s, Scheduled, true);
    row("a day of a week", Week, u"2026-03-08T02:00:00Z"_s, Scheduled, false);
    row("a week", Week, u"2026-03-02T02:00:00Z"_s, Scheduled, true);
    row("by hand", Day, u"2026-03-09T01:00:00Z"_s, Manual, false);
    row("before an update", Day, u"2026-03-09T01:00:00Z"_s, Migration, false);
    row("what was replaced", Day, u"2026-03-09T01:00:00Z"_s, Replaced, true);
    row("from the future", Day, u"2026-03-10T02:00:00Z"_s, Scheduled, true);
    row("of this moment", Day, u"2026-03-09T02:00:00Z"_s, Scheduled, false);
}

void TestBackups::due_dependsOnTheNewest() {
    QFETCH(BackupPlan::Every, every);
    QFETCH(QString, newest);
    QFETCH(BackupKind, kind);
    QFETCH(bool, due);
    std::vector<BackupFile> there;
    if (!newest.isEmpty())
        there.push_back(made(kind, newest));
    const Instant now = *Instant::fromIso(u"2026-03-09T02:00:00Z"_s);
    QCOMPARE(isBackupDue({every, 7, 4}, there, now), due);
}

void TestBackups::kept_areDaysAndWeeks_data() {
    QTest::addColumn<int>("daily");
    QTest::addColumn<int>("weekly");
    QTest::addColumn<QStringList>("there"); // Newest first, in UTC.
    QTest::addColumn<QStringList>("removed");
    const auto row = [](const char *name, int daily, int weekly, const QStringList &there,
                        const QStringList &removed) {
        QTest::newRow(name) << daily << weekly << there << removed;
    };
    row("none", 7, 4, {}, {});
    row("the newest stays whatever the plan says", 0, 0, {u"03-09T01"_s}, {});
    row("nothing else does", 0, 0, {u"03-09T01"_s, u"03-08T01"_s}, {u"03-08T01"_s});
    row("two of a day", 7, 0, {u"03-09T05"_s, u"03-09T01"_s}, {u"03-09T01"_s});
    row("days that have none do not count", 2, 0, {u"03-09T01"_s, u"03-01T01"_s, u"02-01T01"_s},
        {u"02-01T01"_s});
    // 17:00 UTC is the next day in Shanghai.
    row("days of the zone", 2, 0, {u"03-09T01"_s, u"03-08T17"_s, u"03-08T01"_s}, {u"03-08T17"_s});
    row("weeks begin on Monday", 0, 2, {u"03-09T01"_s, u"03-08T01"_s, u"03-02T01"_s, u"03-01T01"_s},
        {u"03-02T01"_s, u"03-01T01"_s});
    row("days and weeks", 2, 2, {u"03-11T01"_s, u"03-10T01"_s, u"03-09T01"_s, u"03-04T01"_s},
        {u"03-09T01"_s});
}

void TestBackups::kept_areDaysAndWeeks() {
    QFETCH(int, daily);
    QFETCH(int, weekly);
    QFETCH(QStringList, there);
    QFETCH(QStringList, removed);
    std::vector<BackupFile> files;
    const auto at = [](const QString &name) { return u"2026-"_s + name + u":00:00Z"_s; };
    for (const QString &name : there)
        files.push_back(made(BackupKind::Scheduled, at(name)));
    QStringList expected;
    for (const QString &name : removed)
        expected << at(name);
    QStringList found;
    for (const BackupFile &file : superfluousBackups({BackupPlan::Every::Day, daily, weekly}, files,
                                                     QTimeZone("Asia/Shanghai")))
        found << file.path;
    QCOMPARE(found, expected);
}

void TestBackups::backUp_removesOnlyItsOwn() {
    const BackupPlan plan{BackupPlan::Every::Day, 1, 0};
    WorkspaceFixture &f = m_x->f();
    const auto make = [&](BackupKind kind) {
        f.tick(24LL * 60 * 60 * 1000);
        return must(backUp(m_x->source(), kind, plan, f.wall));
    };
    const QString manual = make(BackupKind::Manual);
    const QString replaced = make(BackupKind::Replaced);
    const QString migration = make(BackupKind::Migration);
    const QString first = make(BackupKind::Scheduled);
    QFile other(paths().backups() + u"/notes-scheduled.dealwright"_s);
    QVERIFY(other.open(QIODevice::WriteOnly));
    const QString second = make(BackupKind::Scheduled);
    QVERIFY(!QFile::exists(first));
    for (const QString &path : {manual, replaced, migration, second, other.fileName()})
        QVERIFY2(QFile::exists(path), qPrintable(path));
    QCOMPARE(newestBackup(backupFiles(paths()), f.wall.now())->path, second);
}

/// Edits go on while the copy is read; each is in it or not, and none waits for it.
void TestBackups::backUp_whileOthersWrite_isWhole() {
    WorkspaceFixture &f = m_x->f();
    Result<QString> path = QString();
    std::thread copying(
        [&, source = m_x->source()] { path = backUp(source, BackupKind::Manual, {}, f.wall); });
    for (int i = 0; i < 30; ++i)
        f.create(u"deal"_s, u"name=Meanwhile"_s);
    copying.join();
    QVERIFY2(path, qPrintable(failure(path)));
    const auto c = must(Connection::open(*path, OpenMode::ReadOnly));
    std::vector<Message> problems;
    const CatalogHolder catalog(must(loadCatalog(*c, problems)));
    QVERIFY(!must(checkWorkspace(*c, catalog, {})).damaged());
    QCOMPARE(f.damage(), QStringList());
}

void TestBackups::backUpTo_restoresEqual_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("archive") << u"out.zip"_s;
    QTest::newRow("database") << u"out.dealwright"_s;
}

void TestBackups::backUpTo_restoresEqual() {
    QFETCH(QString, name);
    WorkspaceFixture &f = m_x->f();
    const auto files = ExportFixture::filesBelow(paths().files());
    if (name.endsWith(u".dealwright"_s))
        QVERIFY(QDir(paths().files()).removeRecursively());
    const auto before = ExportFixture::tablesOf(paths());
    const auto done = backUpTo(m_x->source(), m_x->out(name));
    QVERIFY2(done, qPrintable(failure(done)));
    QCOMPARE(m_x->written(), QStringList{name});

    const RecordId later = f.create(u"deal"_s, u"name=Later"_s);
    const WorkspacePaths at = paths();
    f.close();
    (void)QDir(at.files()).removeRecursively();
    const auto kept = restoreFrom(at, m_x->out(name), f.wall);
    QVERIFY2(kept, qPrintable(failure(kept)));
    QCOMPARE(ExportFixture::tablesOf(at), before);
    if (name.endsWith(u".zip"_s))
        QCOMPARE(ExportFixture::filesBelow(at.files()), files);
    // What was there is kept, and comes back as well.
    QVERIFY(QFile::exists(*kept));
    QVERIFY(restoreFrom(at, *kept, f.wall));
    f.reopen();
    QCOMPARE(f.reader().title(u"deal"_s, later), u"Later"_s);
    QCOMPARE(f.damage(), QStringList());
}

void TestBackups::backUpTo_whereItMustNot_isRefused_data() {
    QTest::addColumn<QString>("path"); // "%w": the workspace.
    QTest::addColumn<QString>("id");
    QTest::newRow("no format") << u"out"_s << u"backup.unknown_format"_s;
    QTest::newRow("another format") << u"out.csv"_s << u"backup.unknown_format"_s;
    QTest::newRow("the database") << u"%w/workspace.dealwright"_s << u"export.own_file"_s;
    QTest::newRow("its backups") << u"%w/backups/x.zip"_s << u"export.own_file"_s;
    QTest::newRow("no such folder") << u"nowhere/x.zip"_s << u"export.unwritable"_s;
}

void TestBackups::backUpTo_whereItMustNot_isRefused() {
    QFETCH(QString, path);
    QFETCH(QString, id);
    const QString at = path.startsWith(u"%w"_s) ? m_x->f().folder() + path.mid(2) : m_x->out(path);
    QCOMPARE(messageId(backUpTo(m_x->source(), at)), id);
    QCOMPARE(m_x->written(), QStringList());
    QCOMPARE(m_x->f().damage(), QStringList());
}

void TestBackups::backUpTo_databaseAlone_isRefusedWhereThereAreFiles() {
    const auto done = backUpTo(m_x->source(), m_x->out(u"out.dealwright"_s));
    QCOMPARE(messageId(done), u"backup.files_left_out"_s);
    QCOMPARE(done.error().message.args.value(u"count"_s), u"2"_s);
    QCOMPARE(m_x->written(), QStringList());
}

void TestBackups::backUpTo_stopped_leavesTheOlderFile() {
    QFile older(m_x->out(u"out.zip"_s));
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
    older.close();
    StopToken stop;
    stop.stop();
    QCOMPARE(messageId(backUpTo(m_x->source(), older.fileName(), {}, stop)), u"cancelled"_s);
    QVERIFY(older.open(QIODevice::ReadOnly));
    QCOMPARE(older.readAll(), QByteArray("older"));
    QCOMPARE(m_x->written(), QStringList{u"out.zip"_s});
}

void TestBackups::archive_hasTheRestOfAJob() {
    must(m_x->f().workspace().maintain([](Connection &c) {
        JobRow job;
        job.id = RecordId{makeUuidV5(u"job"_s)};
        job.state = JobState::Paused;
        job.file = u"rest.staged"_s;
        return jobtable::insert(c, job);
    }));
    QFile rest(paths().jobs() + u"/rest.staged"_s);
    QVERIFY(rest.open(QIODevice::WriteOnly) && rest.write("rest") == 4);
    rest.close();
    must(backUpTo(m_x->source(), m_x->out(u"out.zip"_s)));
    const WorkspacePaths to{m_x->out(u"copy"_s)};
    must(restoreFrom(to, m_x->out(u"out.zip"_s), m_x->f().wall));
    QCOMPARE(ExportFixture::filesBelow(to.jobs()).value(u"rest.staged"_s), QByteArray("rest"));
}

void TestBackups::restore_ofNoBackup_changesNothing_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << u"missing.dealwright"_s << u"workspace.no_backup"_s;
    QTest::newRow("no archive") << u"missing.zip"_s << u"import.no_file"_s;
    QTest::newRow("a text") << u"text.dealwright"_s << u"store.damaged"_s;
    QTest::newRow("a text as archive") << u"text.zip"_s << u"zip.truncated"_s;
    QTest::newRow("an exported workspace") << u"export.zip"_s << u"backup.not_a_backup"_s;
    QTest::newRow("cut off") << u"half.zip"_s << u"zip.truncated"_s;
    QTest::newRow("a database that is no workspace") << u"foreign.zip"_s << u"store.not_ours"_s;
}

void TestBackups::restore_ofNoBackup_changesNothing() {
    QFETCH(QString, what);
    QFETCH(QString, id);
    const auto write = [&](const QString &name, const QByteArray &content) {
        QFile file(m_x->out(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    };
    write(u"text.dealwright"_s, QByteArray(2'000, 'x'));
    write(u"text.zip"_s, QByteArray(2'000, 'x'));
    (void)must(exportWorkspace(m_x->source(), m_x->out(u"export.zip"_s)));
    must(backUpTo(m_x->source(), m_x->out(u"whole.zip"_s)));
    QFile whole(m_x->out(u"whole.zip"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    write(u"half.zip"_s, whole.readAll().chopped(500));
    {
        const auto archive = must(ZipWriter::create(m_x->out(u"foreign.zip"_s)));
        must(archive->addBytes(u"backup.json"_s, QByteArray(R"({"format": "dealwright.backup",
            "version": 1, "files": [{"path": "workspace.dealwright", "bytes": 1, "sha256":
            "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}]})")));
        must(archive->addBytes(u"workspace.dealwright"_s, "x"));
        must(archive->finish());
    }
    const WorkspacePaths at = paths();
    m_x->f().close();
    const auto before = ExportFixture::tablesOf(at);
    const auto backups = ExportFixture::filesBelow(at.backups()).keys();
    QCOMPARE(messageId(restoreFrom(at, m_x->out(what), m_x->f().wall)), id);
    QCOMPARE(ExportFixture::tablesOf(at), before);
    QCOMPARE(ExportFixture::filesBelow(at.backups()).keys(), backups);
    QCOMPARE(QDir(at.folder).entryList({u"workspace.damaged*"_s, u"*.part*"_s, u"*.restored*"_s},
                                       QDir::Files),
             QStringList());
}

void TestBackups::restore_whereNothingIs_makesAWorkspace() {
    must(backUpTo(m_x->source(), m_x->out(u"out.zip"_s)));
    const auto before = ExportFixture::tablesOf(paths());
    const WorkspacePaths to{m_x->out(u"copy"_s)};
    const auto kept = restoreFrom(to, m_x->out(u"out.zip"_s), m_x->f().wall);
    QVERIFY2(kept, qPrintable(failure(kept)));
    QVERIFY(kept->isEmpty());
    QCOMPARE(ExportFixture::tablesOf(to), before);
}

void TestBackups::restore_cutOff_isFinishedByWhoOpensNext_data() {
    QTest::addColumn<Workspace::Mode>("mode");
    QTest::newRow("to write") << Workspace::Mode::Write;
    QTest::newRow("to read") << Workspace::Mode::ReadOnly;
}

void TestBackups::restore_cutOff_isFinishedByWhoOpensNext() {
    QFETCH(Workspace::Mode, mode);
    WorkspaceFixture &f = m_x->f();
    const QString path = must(backUp(m_x->source(), BackupKind::Manual, {}, f.wall));
    f.create(u"deal"_s, u"name=Later"_s);
    const QString database = paths().database();
    f.close();
    // Decided, and no further.
    QVERIFY(QFile::copy(path, database + u".restored"_s));
    f.reopen(mode);
    QCOMPARE(f.workspace().openingNotes().front().id, u"opening.restore_finished"_s);
    QVERIFY(must(f.reader().byTitle(u"deal"_s, u"Later"_s)).empty());
    QVERIFY(!QFile::exists(database + u".restored"_s));
}

/// The process ends at each step of the restore that touches the database's files; whoever opens
/// the workspace then finds the old one or the new one, whole.
void TestBackups::restore_killedAtAnyStep_isTheOldOrTheNew() {
    if (!canFork())
        QSKIP("no fork on this system");
    WorkspaceFixture &f = m_x->f();
    const QString path = must(backUp(m_x->source(), BackupKind::Manual, {}, f.wall));
    f.create(u"deal"_s, u"name=Later"_s);
    const WorkspacePaths at = paths();
    f.close();
    QTemporaryDir place;
    const auto copyOf = [&](const QString &name) {
        const WorkspacePaths copy{place.filePath(name)};
        must(makeFolders(copy));
        if (!QFile::copy(at.database(), copy.database()))
            qFatal("no copy");
        return copy;
    };
    int old = 0;
    int restored = 0;
    for (int ms = 0; ms < 40; ++ms) {
        const WorkspacePaths copy = copyOf(u"w%1"_s.arg(ms));
        const int code = inChild(RunAs::Self, [&] {
            std::thread([ms] {
                std::this_thread::sleep_for(std::chrono::microseconds(ms * 1'500));
                std::_Exit(137);
            }).detach();
            return restoreBackup(copy, path, f.wall) ? 0 : 1;
        });
        QVERIFY(code == 137 || code == 0);
        auto options = f.options();
        options.path = copy.folder;
        const auto opened = Workspace::open(options);
        QVERIFY2(opened, qPrintable(failure(opened)));
        const bool isOld = !must((*opened)->reader().byTitle(u"deal"_s, u"Later"_s)).empty();
        QVERIFY(isOld || code == 0 || QFile::exists(copy.database()));
        isOld ? ++old : ++restored;
        QCOMPARE(QDir(copy.folder).entryList({u"*.part*"_s, u"*.restored*"_s}, QDir::Files),
                 QStringList());
    }
    QVERIFY(old > 0);
    QCOMPARE(old + restored, 40);
}

} // namespace dw::test

using dw::test::TestBackups;
DW_TEST(TestBackups)

#include "tst_backups.moc"
