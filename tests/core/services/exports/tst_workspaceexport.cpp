// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceexport.h"

#include "core/services/exports/workspaceexport_manifest.h"
#include "core/services/exports/workspaceimport.h"
#include "core/store/jobs/jobtable.h"
#include "tests/core/services/exports/exportfixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// A whole workspace goes out and comes back.
class TestWorkspaceExport : public QObject {
    Q_OBJECT

private slots:
    void init() { m_x = std::make_unique<ExportFixture>(); }
    void cleanup() { faultyvfs::reset(); }
    void export_readsBackEqual_data();
    void export_readsBackEqual();
    void export_ofWhatWasReadBack_hasTheSameBytes();
    void export_namesEveryFileWithItsHash();
    void export_isOneSnapshot_whileOthersWrite();
    void export_writesTextAsItIs();
    void export_whereSomethingIs_isRefused_data();
    void export_whereSomethingIs_isRefused();
    void export_ofAnUnfinishedJob_isRefused();
    void export_ofWhatNoFormCanHold_isRefused();
    void export_thatIsStopped_leavesNothing_data();
    void export_thatIsStopped_leavesNothing();
    void export_tellsHowFarItIs();
    void archive_thatFails_leavesTheOlderOne();

private:
    WorkspacePaths readBack(const QString &from, const QString &name);
    std::unique_ptr<ExportFixture> m_x;
};

WorkspacePaths TestWorkspaceExport::readBack(const QString &from, const QString &name) {
    const WorkspacePaths to{m_x->out(name)};
    (void)must(importWorkspace(from, to, {}, {}, faultyvfs::name()));
    return to;
}

void TestWorkspaceExport::export_readsBackEqual_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << u"out"_s;
    QTest::newRow("archive") << u"out.zip"_s;
    QTest::newRow("archive in capitals") << u"OUT.ZIP"_s;
}

void TestWorkspaceExport::export_readsBackEqual() {
    QFETCH(QString, name);
    const auto report = exportWorkspace(m_x->source(), m_x->out(name));
    QVERIFY2(report, qPrintable(failure(report)));
    QVERIFY(report->rows > 100);
    QCOMPARE(report->files, 2);
    const WorkspacePaths original = m_x->f().workspace().paths();
    const WorkspacePaths copy = readBack(m_x->out(name), u"copy"_s);

    const auto expected = ExportFixture::tablesOf(original);
    const auto found = ExportFixture::tablesOf(copy);
    QCOMPARE(found.keys(), expected.keys());
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QVERIFY2(found.value(it.key()) == *it, qPrintable(it.key()));
    QCOMPARE(ExportFixture::filesBelow(copy.files()), ExportFixture::filesBelow(original.files()));
    QCOMPARE(m_x->written(), (QStringList{u"copy"_s, name}));

    // It opens, is whole, and its history goes on.
    auto options = m_x->f().options();
    options.path = copy.folder;
    const auto opened = must(Workspace::open(options));
    QCOMPARE(opened->device(), m_x->f().workspace().device());
    must(opened->run(typedWork(u"deal"_s, {}, WorkspaceFixture::edits(u"name=Next"_s),
                               {.actor = opened->actor()})));
    const auto checked =
        must(checkWorkspace(opened->reader().connection(), opened->catalogHolder(), copy.jobs()));
    QVERIFY(!checked.damaged());
}

void TestWorkspaceExport::export_ofWhatWasReadBack_hasTheSameBytes() {
    (void)must(exportWorkspace(m_x->source(), m_x->out(u"first"_s)));
    const WorkspacePaths copy = readBack(m_x->out(u"first"_s), u"copy"_s);
    auto options = m_x->f().options();
    options.path = copy.folder;
    const auto opened = must(Workspace::open(options));
    (void)must(exportWorkspace(ReadSource::of(*opened), m_x->out(u"second"_s)));
    const auto first = ExportFixture::filesBelow(m_x->out(u"first"_s));
    const auto second = ExportFixture::filesBelow(m_x->out(u"second"_s));
    QCOMPARE(second.keys(), first.keys());
    for (auto it = first.begin(); it != first.end(); ++it)
        QVERIFY2(second.value(it.key()) == *it, qPrintable(it.key()));
}

void TestWorkspaceExport::export_namesEveryFileWithItsHash() {
    (void)must(exportWorkspace(m_x->source(), m_x->out(u"out"_s)));
    auto files = ExportFixture::filesBelow(m_x->out(u"out"_s));
    const auto manifest =
        must(ExportManifest::fromJson(files.take(u"manifest.json"_s), u"manifest.json"_s));
    QCOMPARE(qsizetype(manifest.files.size()), files.size());
    for (const ManifestFile &file : manifest.files) {
        QCOMPARE(file.bytes, files.value(file.path).size());
        QCOMPARE(file.sha256,
                 QString::fromLatin1(
                     QCryptographicHash::hash(files.value(file.path), QCryptographicHash::Sha256)
                         .toHex()));
    }
    QCOMPARE(manifest.schema, currentSchema());
    QCOMPARE(manifest.device, m_x->f().workspace().device().text());
    const auto deals =
        std::find_if(manifest.tables.begin(), manifest.tables.end(),
                     [](const auto &table) { return table.table.name == u"deal"_s; });
    QCOMPARE(deals->rows, 1);
}

void TestWorkspaceExport::export_isOneSnapshot_whileOthersWrite() {
    bool written = false;
    const auto progress = [&](qint64, qint64) {
        if (!std::exchange(written, true))
            m_x->f().create(u"deal"_s, u"name=Meanwhile"_s);
    };
    // Progress is told every thousand rows.
    const auto unit = [](WriteTransaction &tx) -> Result<void> {
        const EntityDesc &tag = *tx.catalog().entity(u"tag"_s);
        for (int i = 0; i < 1'100; ++i) {
            Record draft(tag.key, RecordId{makeUuidV7(Instant{1'770'000'000'000 + i})});
            draft.set(tag.byName(u"name"), QString::number(i));
            if (const auto made = tx.create(draft); !made)
                return made.error();
        }
        return {};
    };
    must(m_x->f().run(
        {{.actor = m_x->f().workspace().actor(), .label = {u"set.edit"_s, {}}}, unit}));
    (void)must(exportWorkspace(m_x->source(), m_x->out(u"out"_s), progress));
    QVERIFY(written);
    const WorkspacePaths copy = readBack(m_x->out(u"out"_s), u"copy"_s);
    const auto c = must(Connection::open(copy.database(), OpenMode::ReadOnly));
    QCOMPARE(*c->scalar(u"SELECT count(*) FROM deal WHERE name='Meanwhile'"_s), 0);
    QVERIFY(*c->scalar(u"SELECT count(*) FROM tag"_s) > 1'100);
}

/// Nothing is disarmed: the file must say what the workspace says.
void TestWorkspaceExport::export_writesTextAsItIs() {
    (void)must(exportWorkspace(m_x->source(), m_x->out(u"out"_s)));
    const auto files = ExportFixture::filesBelow(m_x->out(u"out"_s));
    const QByteArray deals = files.value(u"tables/deal.csv"_s);
    QVERIFY(deals.startsWith("id,short_id,deleted,merged_into,name,account,"));
    QVERIFY2(deals.contains(",\"'=1+2 \"\"x\"\", \\N\","), deals.constData());
    QVERIFY(files.value(u"meta.json"_s).contains("Asia/Shanghai"));
    QVERIFY(files.value(u"catalog.json"_s).contains("商机"));
}

void TestWorkspaceExport::export_whereSomethingIs_isRefused_data() {
    QTest::addColumn<QString>("path"); // "%w": the workspace.
    QTest::addColumn<QString>("id");
    QTest::newRow("a folder that is not empty") << u"taken"_s << u"export.folder_taken"_s;
    QTest::newRow("a file") << u"file"_s << u"export.folder_taken"_s;
    QTest::newRow("a folder for an archive") << u"taken.zip"_s << u"export.not_a_file"_s;
    QTest::newRow("the workspace") << u"%w"_s << u"export.own_file"_s;
    QTest::newRow("its files") << u"%w/files/out"_s << u"export.own_file"_s;
    QTest::newRow("its backups") << u"%w/backups/out.zip"_s << u"export.own_file"_s;
    QTest::newRow("no such folder") << u"nowhere/out.zip"_s << u"export.unwritable"_s;
    QTest::newRow("no such folder for a folder") << u"nowhere/out"_s << u"export.unwritable"_s;
}

void TestWorkspaceExport::export_whereSomethingIs_isRefused() {
    QFETCH(QString, path);
    QFETCH(QString, id);
    QVERIFY(QDir().mkpath(m_x->out(u"taken/x"_s)) && QDir().mkpath(m_x->out(u"taken.zip"_s)));
    QFile file(m_x->out(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString at = path.startsWith(u"%w"_s) ? m_x->f().folder() + path.mid(2) : m_x->out(path);
    QCOMPARE(messageId(exportWorkspace(m_x->source(), at)), id);
    QCOMPARE(m_x->written(), (QStringList{u"file"_s, u"taken"_s, u"taken.zip"_s}));
}

void TestWorkspaceExport::export_ofAnUnfinishedJob_isRefused() {
    must(m_x->f().workspace().maintain([](Connection &c) {
        JobRow job;
        job.id = RecordId{makeUuidV5(u"job"_s)};
        job.state = JobState::Paused;
        return jobtable::insert(c, job);
    }));
    const auto report = exportWorkspace(m_x->source(), m_x->out(u"out"_s));
    QCOMPARE(messageId(report), u"export.unfinished_job"_s);
    QCOMPARE(report.error().kind, ErrorKind::Busy);
    QCOMPARE(m_x->written(), QStringList());
}

void TestWorkspaceExport::export_ofWhatNoFormCanHold_isRefused() {
    must(m_x->f().workspace().maintain(
        [](Connection &c) { return c.exec(u"UPDATE deal SET name = x'41'"_s); }));
    const auto report = exportWorkspace(m_x->source(), m_x->out(u"out.zip"_s));
    QCOMPARE(messageId(report), u"export.not_exact"_s);
    QCOMPARE(report.error().message.args.value(u"table"_s), u"deal"_s);
    QCOMPARE(report.error().message.args.value(u"column"_s), u"name"_s);
    QCOMPARE(m_x->written(), QStringList());
}

void TestWorkspaceExport::export_thatIsStopped_leavesNothing_data() {
    export_readsBackEqual_data();
}

void TestWorkspaceExport::export_thatIsStopped_leavesNothing() {
    QFETCH(QString, name);
    StopToken stop;
    stop.stop();
    QCOMPARE(messageId(exportWorkspace(m_x->source(), m_x->out(name), {}, stop)), u"cancelled"_s);
    QCOMPARE(m_x->written(), QStringList());
}

void TestWorkspaceExport::export_tellsHowFarItIs() {
    std::vector<std::pair<qint64, qint64>> told;
    const auto progress = [&](qint64 done, qint64 total) { told.emplace_back(done, total); };
    const auto report = must(exportWorkspace(m_x->source(), m_x->out(u"out"_s), progress));
    for (const auto &[done, total] : told)
        QVERIFY(done <= total && total == report.rows);
}

void TestWorkspaceExport::archive_thatFails_leavesTheOlderOne() {
    QFile older(m_x->out(u"out.zip"_s));
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
    older.close();
    StopToken stop;
    stop.stop();
    QVERIFY(!exportWorkspace(m_x->source(), older.fileName(), {}, stop));
    QVERIFY(older.open(QIODevice::ReadOnly));
    QCOMPARE(older.readAll(), QByteArray("older"));
    QCOMPARE(m_x->written(), QStringList{u"out.zip"_s});
}

} // namespace dw::test

using dw::test::TestWorkspaceExport;
DW_TEST(TestWorkspaceExport)

#include "tst_workspaceexport.moc"
