// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recordview.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {
const char folderVariable[] = "DW_TEST_HELD_FOLDER";
}

/// An open workspace while its folder, its disk or another process does what it should not.
class TestWorkspaceFaults : public QObject {
    Q_OBJECT

private slots:
    void init() { m_f = std::make_unique<WorkspaceFixture>(); }
    void cleanup() { faultyvfs::reset(); }
    void workspace_heldByAProcessOfItsOwn();
    void holder_thatIsKilled_leavesAWholeWorkspace();
    void second_readsBeside_andWritesWhenTheFirstIsGone();
    void lock_thatIsDamaged_isTakenOver_data();
    void lock_thatIsDamaged_isTakenOver();
    void lock_thatIsDamagedWhileHeld_isStillRefused();
    void folder_thatCannotBeWritten_isReadOnly();
    void disk_thatRefusesWrites_data();
    void disk_thatRefusesWrites();

private:
    [[nodiscard]] QString name(RecordId deal) { return m_f->reader().title(u"deal"_s, deal); }
    std::unique_ptr<WorkspaceFixture> m_f;
};

/// Does nothing by itself; as a child it holds the workspace until it is killed.
void TestWorkspaceFaults::workspace_heldByAProcessOfItsOwn() {
    const QString folder = qEnvironmentVariable(folderVariable);
    if (folder.isEmpty()) {
        QVERIFY(m_f->damage().isEmpty());
        return;
    }
    const FixedClock clock(*Instant::fromIso(u"2026-03-10T02:00:00Z"_s));
    const auto held = must(Workspace::open({.path = folder, .clock = clock, .wall = clock}));
    must(held->run(typedWork(u"deal"_s, {}, WorkspaceFixture::edits(u"name=Written"_s),
                             {.actor = held->actor()})));
    QFile ready(folder + u"/ready"_s);
    QVERIFY(ready.open(QIODevice::WriteOnly));
    ready.close();
    QTest::qWait(120'000);
    QFAIL("nobody killed the child");
}

void TestWorkspaceFaults::holder_thatIsKilled_leavesAWholeWorkspace() {
    m_f->close();
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(folderVariable), m_f->folder());
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(),
                {u"TestWorkspaceFaults"_s, u"workspace_heldByAProcessOfItsOwn"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_f->folder() + u"/ready"_s), 60'000);

    const auto refused = Workspace::open(m_f->options());
    QCOMPARE(messageId(refused), u"workspace.held"_s);
    QCOMPARE(refused.error().message.args.value(u"pid"_s), QString::number(child.processId()));
    QCOMPARE(refused.error().message.args.value(u"program"_s),
             QFileInfo(QCoreApplication::applicationFilePath()).fileName());
    m_f->reopen(Workspace::Mode::ReadOnly);
    QVERIFY(!m_f->named(u"deal"_s, u"Written"_s).isNull());
    m_f->close();

    child.kill();
    QVERIFY(child.waitForFinished(60'000));
    QVERIFY(QFile::exists(m_f->folder() + u"/workspace.lock"_s));
    m_f->reopen();
    QCOMPARE(m_f->workspace().openingNotes().size(), 1U);
    QCOMPARE(m_f->workspace().openingNotes().front().id, u"opening.lock_taken_over"_s);
    QVERIFY(!m_f->named(u"deal"_s, u"Written"_s).isNull());
    m_f->create(u"deal"_s, u"name=Later"_s);
    QCOMPARE(m_f->damage(), QStringList());
}

void TestWorkspaceFaults::second_readsBeside_andWritesWhenTheFirstIsGone() {
    const RecordId deal = m_f->create(u"deal"_s, u"name=A"_s);
    QCOMPARE(messageId(Workspace::open(m_f->options())), u"workspace.held"_s);
    const auto second = must(Workspace::open(m_f->options(Workspace::Mode::ReadOnly)));
    m_f->edit(u"deal"_s, deal, u"name=B"_s);
    QCOMPARE(second->reader().title(u"deal"_s, deal), u"B"_s);
    QCOMPARE(messageId(second->run(removeWork(u"deal"_s, deal, m_f->origin()))),
             u"workspace.read_only"_s);
    // A field that the first one adds is known to the second one when it opens again.
    FieldDesc field;
    field.key = u"extra"_s;
    must(m_f->run(addFieldWork({u"deal"_s, field}, m_f->origin())));
    m_f->edit(u"deal"_s, deal, u"extra=x"_s);
    QVERIFY(viewRecord(second->reader(), second->readTime(), u"deal"_s, deal).ok());
    const Origin origin = m_f->origin();
    m_f->close();
    const auto third = must(Workspace::open(m_f->options()));
    must(third->run(removeWork(u"deal"_s, deal, origin)));
    QVERIFY(must(second->reader().find(u"deal"_s, deal))->deleted);
}

void TestWorkspaceFaults::lock_thatIsDamaged_isTakenOver_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("note");
    const QString damaged = u"opening.lock_damaged"_s;
    QTest::newRow("empty, as one that was just made") << QByteArray() << QString();
    QTest::newRow("half") << QByteArray(R"({"pid":12,)") << damaged;
    QTest::newRow("binary") << QByteArray("\0\xff\xfe", 3) << damaged;
    QTest::newRow("huge") << QByteArray(1'000'000, '{') << damaged;
    QTest::newRow("of a process that lives elsewhere")
        << QByteArray(R"({"pid":1,"host":"other","program":"dealwright"})")
        << u"opening.lock_taken_over"_s;
}

void TestWorkspaceFaults::lock_thatIsDamaged_isTakenOver() {
    QFETCH(const QByteArray, content);
    QFETCH(const QString, note);
    const RecordId deal = m_f->create(u"deal"_s, u"name=A"_s);
    m_f->close();
    QFile lock(m_f->folder() + u"/workspace.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(content) == content.size());
    lock.close();
    m_f->reopen();
    QStringList notes;
    for (const Message &said : m_f->workspace().openingNotes())
        notes << said.id;
    QCOMPARE(notes.join(u' '), note);
    m_f->edit(u"deal"_s, deal, u"name=B"_s);
    QCOMPARE(m_f->damage(), QStringList());
    m_f->close();
    QVERIFY(!lock.exists());
}

void TestWorkspaceFaults::lock_thatIsDamagedWhileHeld_isStillRefused() {
    QFile lock(m_f->folder() + u"/workspace.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Truncate) && lock.write("{") == 1);
    lock.close();
    QCOMPARE(messageId(Workspace::open(m_f->options())), u"workspace.held"_s);
    m_f->create(u"deal"_s, u"name=A"_s);
    QCOMPARE(m_f->damage(), QStringList());
}

void TestWorkspaceFaults::folder_thatCannotBeWritten_isReadOnly() {
    if (!canFork())
        QSKIP("no fork on this system");
    const RecordId deal = m_f->create(u"deal"_s, u"name=A"_s);
    m_f->close();
    const QFile::Permissions readable = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup
                                        | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_f->folder(), readable));
    const int code = inChild(RunAs::Nobody, [&] {
        if (messageId(Workspace::open(m_f->options())) != "workspace.readonly"_L1)
            return 1;
        const auto read = Workspace::open(m_f->options(Workspace::Mode::ReadOnly));
        if (!read || (*read)->reader().title(u"deal"_s, deal) != "A"_L1)
            return 2;
        const auto refused = (*read)->run(removeWork(u"deal"_s, deal, {}));
        return messageId(refused) == "workspace.read_only"_L1 ? 0 : 3;
    });
    QVERIFY(QFile::setPermissions(m_f->folder(), readable | QFile::WriteOwner));
    QCOMPARE(code, 0);
    m_f->reopen();
    m_f->edit(u"deal"_s, deal, u"name=B"_s);
    QCOMPARE(m_f->damage(), QStringList());
}

void TestWorkspaceFaults::disk_thatRefusesWrites_data() {
    QTest::addColumn<bool>("full");
    QTest::addColumn<QString>("deed");
    for (const bool full : {false, true}) {
        for (const char *deed :
             {"create", "edit", "move", "delete", "undo", "redo", "field", "setting"})
            QTest::addRow("%s: %s", full ? "full" : "refusing", deed)
                << full << QString::fromLatin1(deed);
    }
}

/// Nothing is lost, reading goes on, and as soon as the disk is well again so does writing.
void TestWorkspaceFaults::disk_thatRefusesWrites() {
    QFETCH(const bool, full);
    QFETCH(const QString, deed);
    const RecordId deal = m_f->create(u"deal"_s, u"name=A|amount=CNY 5"_s);
    const qint64 edited = m_f->edit(u"deal"_s, deal, u"name=B"_s);
    const qint64 other = m_f->edit(u"deal"_s, deal, u"source=web"_s);
    const qint64 undone = must(m_f->run(undoWork(other, m_f->origin()))).set;
    FieldDesc field;
    field.key = u"extra"_s;
    const std::map<QString, Work> works{
        {u"create"_s,
         typedWork(u"deal"_s, {}, WorkspaceFixture::edits(u"name=C"_s), m_f->origin())},
        {u"edit"_s,
         typedWork(u"deal"_s, deal, WorkspaceFixture::edits(u"name=C"_s), m_f->origin())},
        {u"move"_s,
         moveWork({.deal = deal, .stage = m_f->named(u"stage"_s, u"Won"_s)}, m_f->origin())},
        {u"delete"_s, removeWork(u"deal"_s, deal, m_f->origin())},
        {u"undo"_s, undoWork(edited, m_f->origin())},
        {u"redo"_s, redoWork(undone, m_f->origin())},
        {u"field"_s, addFieldWork({u"deal"_s, field}, m_f->origin())},
        {u"setting"_s, settingWork(u"theme"_s, SettingScope::Device, u"dark"_s, m_f->origin())}};
    const Work &work = works.at(deed);

    faultyvfs::reset();
    if (full)
        faultyvfs::fillAfter(0);
    else
        faultyvfs::failAt(1, faultyvfs::Fault::Io, faultyvfs::Lasting::Forever);
    for (int attempt = 0; attempt < 3; ++attempt) {
        const auto failed = m_f->run(work);
        QVERIFY(faultyvfs::hasFailed());
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().kind, full ? ErrorKind::Full : ErrorKind::Io);
        QVERIFY(failed.error().message.id.startsWith(u"store."_s));
        QCOMPARE(name(deal), u"B"_s);
        QVERIFY(!m_f->row(u"deal"_s, deal).deleted);
        QVERIFY(m_f->entity(u"deal").byKey(u"extra").isNull());
    }
    faultyvfs::reset();
    QCOMPARE(must(m_f->workspace().history().sets(0, 1)).front().seq, undone);
    QCOMPARE(m_f->damage(), QStringList());
    const auto done = m_f->run(work);
    QVERIFY2(done, qPrintable(failure(done)));
    QCOMPARE(done->set, undone + 1);
    m_f->reopen();
    QCOMPARE(m_f->damage(), QStringList());
}

} // namespace dw::test

using dw::test::TestWorkspaceFaults;
DW_TEST(TestWorkspaceFaults)

#include "tst_workspacefaults.moc"
