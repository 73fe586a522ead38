// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workspace.h"

#include "core/base/calendar.h"
#include "core/services/board/board.h"
#include "core/services/works.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

void put(const QString &path, const QByteArray &content = "x") {
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QStringList idsOf(const std::vector<Message> &notes) {
    QStringList ids;
    for (const Message &note : notes)
        ids << note.id;
    return ids;
}

} // namespace

class TestWorkspaceService : public QObject {
    Q_OBJECT

private slots:
    void create_seedsThePipeline();
    void create_seedsInChinese();
    void create_seedsSettings_data();
    void create_seedsSettings();
    void create_makesTheFirstPerson();
    void create_seedsTheSameRowsEverywhere();
    void create_overAWorkspace_isRefused();
    void create_refusesAnUnknownZone_andMakesNothing();
    void create_completesWhatWasCutOff_data();
    void create_completesWhatWasCutOff();
    void open_completesWhatWasCutOff();
    void open_whereNothingIs_fails_andMakesNothing();
    void open_twice_saysWhoHoldsIt();
    void open_takesOverWhatADeadProcessLeft();
    void open_readOnly_besideAWriter();
    void open_readOnly_refusesToWrite();
    void open_takesTheFileToo();
    void actor_isWhoSitsHere();
    void actor_actAs_isForThisSessionOnly();
    void actor_inTheBin_isNobody();
    void changed_arrivesOnThisThread_withWhatMoved();
    void changed_comesInTheOrderOfTheSets();
    void submit_tellsTheContext_unlessItIsGone();
    void catalogChanged_whenAFieldComes();
    void today_isThatOfTheZone();
};

void TestWorkspaceService::create_seedsThePipeline() {
    WorkspaceFixture f;
    const auto all = must(pipelines(f.reader()));
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all.front().name, u"Sales pipeline"_s);
    QStringList stages;
    for (const BoardStage &stage : all.front().stages)
        stages << u"%1 %2 %3"_s.arg(stage.name)
                      .arg(stage.winProbability.value_or(-1))
                      .arg(int(stage.outcome));
    QCOMPARE(stages.join(u", "_s),
             u"Qualification 10 0, Needs confirmed 25 0, Solution validated 50 0, "
             "Negotiation 70 0, Contract 90 0, Won 100 1, Lost 0 2"_s);
    const auto sets = must(f.workspace().history().sets(0, 10));
    QCOMPARE(sets.size(), 1U);
    QCOMPARE(sets.front().kind, SetKind::Seed);
    QCOMPARE(f.damage(), QStringList());
}

void TestWorkspaceService::create_seedsInChinese() {
    const QTemporaryDir folder;
    const FixedClock clock(Instant{1'773'021'600'000});
    const auto workspace = must(
        Workspace::create({.path = folder.path(), .clock = clock, .wall = clock},
                          {.login = u"lina"_s, .zone = u"UTC"_s, .language = Language::Chinese}));
    const auto all = must(pipelines(workspace->reader()));
    QCOMPARE(all.front().name, u"销售管道"_s);
    QCOMPARE(all.front().stages.front().name, u"资格确认"_s);
    QCOMPARE(setting(workspace->reader(), u"currency"_s, {}), QJsonValue(u"CNY"_s));
    QCOMPARE(workspace->reader().title(u"person"_s, workspace->actor()), u"lina"_s);
}

void TestWorkspaceService::create_seedsSettings_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("springFestivalIsFree");
    QTest::newRow("China") << u"Asia/Shanghai"_s << true;
    QTest::newRow("elsewhere") << u"Europe/Berlin"_s << false;
}

void TestWorkspaceService::create_seedsSettings() {
    QFETCH(QString, zone);
    const QTemporaryDir folder;
    const FixedClock clock(Instant{1'773'021'600'000});
    const auto workspace =
        must(Workspace::create({.path = folder.path(), .clock = clock, .wall = clock},
                               {.login = u"lina"_s, .zone = zone, .currency = u"eur"_s}));
    QCOMPARE(workspace->zone().id(), zone.toUtf8());
    Reader &reader = workspace->reader();
    QCOMPARE(setting(reader, u"currency"_s, {}), QJsonValue(u"EUR"_s));
    QCOMPARE(setting(reader, u"fiscal"_s, {}),
             QJsonValue(QJsonObject{{u"start_month"_s, 1}, {u"week_start"_s, 1}}));
    const auto calendar = must(Calendar::fromJson(setting(reader, u"calendar"_s, {}).toObject()));
    QTEST(!calendar.isWorkday(QDate(2026, 2, 17)), "springFestivalIsFree");
    QVERIFY(calendar.isWorkday(QDate(2026, 3, 9)));
}

void TestWorkspaceService::create_makesTheFirstPerson() {
    WorkspaceFixture f;
    const RecordId person = f.workspace().actor();
    QCOMPARE(f.text(u"person"_s, person, u"name"), u"Li Na"_s);
    QCOMPARE(f.text(u"person"_s, person, u"login"), u"lina"_s);
    QCOMPARE(f.text(u"person"_s, person, u"active"), u"yes"_s);
    QCOMPARE(must(f.workspace().history().set(1))->actor, person);
}

void TestWorkspaceService::create_seedsTheSameRowsEverywhere() {
    WorkspaceFixture one, other;
    for (const QString &entity : {u"pipeline"_s, u"stage"_s}) {
        Query query;
        query.entity = entity;
        QStringList ids[2];
        for (WorkspaceFixture *f : {&one, &other}) {
            for (const Row &row : must(f->reader().list(query, f->workspace().readTime())))
                ids[f == &other] << row.record.id().text();
            ids[f == &other].sort();
        }
        QVERIFY(!ids[0].isEmpty());
        QCOMPARE(ids[0], ids[1]);
    }
    QVERIFY(one.workspace().actor() != other.workspace().actor());
    QVERIFY(one.workspace().device() != other.workspace().device());
}

void TestWorkspaceService::create_overAWorkspace_isRefused() {
    WorkspaceFixture f;
    const RecordId person = f.workspace().actor();
    f.close();
    const auto again =
        Workspace::create(f.options(), {.login = u"wuwei"_s, .zone = u"Asia/Shanghai"_s});
    QCOMPARE(messageId(again), u"workspace.exists"_s);
    f.reopen();
    QCOMPARE(f.workspace().actor(), person);
    QCOMPARE(must(f.workspace().history().sets(0, 10)).size(), 1U);
}

void TestWorkspaceService::create_refusesAnUnknownZone_andMakesNothing() {
    const QTemporaryDir folder;
    const FixedClock clock(Instant{0});
    const QString path = folder.filePath(u"w"_s);
    const auto made = Workspace::create({.path = path, .clock = clock, .wall = clock},
                                        {.login = u"l"_s, .zone = u"Asia/Atlantis"_s});
    QCOMPARE(messageId(made), u"seed.zone"_s);
    QVERIFY(!QDir(path).exists());
    const auto readOnly = Workspace::create(
        {.path = path, .clock = clock, .wall = clock, .mode = Workspace::Mode::ReadOnly},
        {.login = u"l"_s, .zone = u"UTC"_s});
    QCOMPARE(messageId(readOnly), u"workspace.read_only"_s);
    QVERIFY(!QDir(path).exists());
}

void TestWorkspaceService::create_completesWhatWasCutOff_data() {
    QTest::addColumn<bool>("hasDatabase");
    QTest::newRow("folders only") << false;
    QTest::newRow("a database without rows") << true;
}

void TestWorkspaceService::create_completesWhatWasCutOff() {
    QFETCH(bool, hasDatabase);
    const QTemporaryDir folder;
    const FixedClock clock(Instant{1'773'021'600'000});
    const WorkspacePaths paths{folder.path()};
    must(makeFolders(paths));
    if (hasDatabase)
        must(createDatabase(paths, {u"UTC"_s}, clock));
    const auto workspace =
        must(Workspace::create({.path = folder.path(), .clock = clock, .wall = clock},
                               {.login = u"lina"_s, .zone = u"UTC"_s}));
    QCOMPARE(must(pipelines(workspace->reader())).size(), 1U);
    QVERIFY(!workspace->actor().isNull());
}

void TestWorkspaceService::open_completesWhatWasCutOff() {
    const QTemporaryDir folder;
    const FixedClock clock(Instant{1'773'021'600'000});
    must(makeFolders({folder.path()}));
    must(createDatabase({folder.path()}, {u"UTC"_s}, clock));
    const auto read = must(Workspace::open(
        {.path = folder.path(), .clock = clock, .wall = clock, .mode = Workspace::Mode::ReadOnly}));
    QVERIFY(must(pipelines(read->reader())).empty());
    const auto workspace =
        must(Workspace::open({.path = folder.path(), .clock = clock, .wall = clock}));
    QCOMPARE(must(pipelines(workspace->reader())).size(), 1U);
    QCOMPARE(must(workspace->history().sets(0, 10)).size(), 1U);
}

void TestWorkspaceService::open_whereNothingIs_fails_andMakesNothing() {
    const QTemporaryDir folder;
    const FixedClock clock(Instant{0});
    for (const QString &path : {folder.path(), folder.filePath(u"nowhere"_s)}) {
        const auto opened = Workspace::open({.path = path, .clock = clock, .wall = clock});
        QCOMPARE(messageId(opened), u"workspace.none"_s);
        QCOMPARE(opened.error().kind, ErrorKind::NotFound);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestWorkspaceService::open_twice_saysWhoHoldsIt() {
    WorkspaceFixture f;
    const auto again = Workspace::open(f.options());
    QCOMPARE(messageId(again), u"workspace.held"_s);
    QCOMPARE(again.error().kind, ErrorKind::Busy);
    QCOMPARE(again.error().message.args.value(u"pid"_s),
             QString::number(QCoreApplication::applicationPid()));
    f.reopen();
    QCOMPARE(idsOf(f.workspace().openingNotes()), QStringList());
}

void TestWorkspaceService::open_takesOverWhatADeadProcessLeft() {
    WorkspaceFixture f;
    const WorkspacePaths paths = f.workspace().paths();
    f.close();
    put(paths.lock(), R"({"pid":999999,"host":"laptop","program":"dealwright"})");
    put(paths.jobs() + u"/import-1.staging"_s);
    put(paths.jobs() + u"/import-2.staging-journal"_s);
    put(paths.database() + u".new"_s);
    put(paths.database() + u".part-wal"_s);
    put(paths.backups() + u"/workspace-1.dealwright.part"_s);
    put(paths.backups() + u"/workspace-1.dealwright"_s);
    put(paths.folder + u"/notes.new"_s);

    f.reopen(Workspace::Mode::ReadOnly);
    QCOMPARE(idsOf(f.workspace().openingNotes()), QStringList());
    QVERIFY(QFile::exists(paths.jobs() + u"/import-1.staging"_s));

    f.reopen();
    const auto &notes = f.workspace().openingNotes();
    QCOMPARE(idsOf(notes).join(u' '),
             u"opening.lock_taken_over opening.job_dropped opening.job_dropped "
             "opening.half_made_dropped opening.half_made_dropped opening.half_made_dropped"_s);
    QCOMPARE(notes.front().args.value(u"pid"_s), u"999999"_s);
    QCOMPARE(notes.front().args.value(u"host"_s), u"laptop"_s);
    QVERIFY(QDir(paths.jobs()).isEmpty());
    QCOMPARE(QDir(paths.backups()).entryList(QDir::Files),
             QStringList{u"workspace-1.dealwright"_s});
    QVERIFY(QFile::exists(paths.folder + u"/notes.new"_s));

    f.close();
    put(paths.lock(), QByteArray("\0\xff not JSON", 11));
    f.reopen();
    QCOMPARE(idsOf(f.workspace().openingNotes()), QStringList{u"opening.lock_damaged"_s});
}

void TestWorkspaceService::open_readOnly_besideAWriter() {
    WorkspaceFixture f;
    const auto other = must(Workspace::open(f.options(Workspace::Mode::ReadOnly)));
    QCOMPARE(other->actor(), f.workspace().actor());
    const RecordId account = f.create(u"account"_s, u"name=Acme"_s);
    QCOMPARE(other->reader().title(u"account"_s, account), u"Acme"_s);
}

void TestWorkspaceService::open_readOnly_refusesToWrite() {
    WorkspaceFixture f;
    f.reopen(Workspace::Mode::ReadOnly);
    const Work work = typedWork(u"account"_s, {}, {{.key = u"name"_s, .text = u"A"_s}}, {});
    QCOMPARE(messageId(f.run(work)), u"workspace.read_only"_s);
    QCOMPARE(messageId(f.workspace().maintain([](Connection &) { return Result<void>(); })),
             u"workspace.read_only"_s);
    QString said;
    QObject context;
    f.workspace().submit(work, &context,
                         [&](const Result<Committed> &done) { said = messageId(done); });
    QVERIFY(said.isEmpty());
    QTRY_COMPARE(said, u"workspace.read_only"_s);
}

void TestWorkspaceService::open_takesTheFileToo() {
    WorkspaceFixture f;
    const QString file = f.workspace().paths().database();
    f.close();
    Workspace::Options options = f.options();
    options.path = file;
    const auto workspace = must(Workspace::open(options));
    QCOMPARE(workspace->paths().folder, f.folder());
}

void TestWorkspaceService::actor_isWhoSitsHere() {
    WorkspaceFixture f;
    const RecordId first = f.workspace().actor();
    const RecordId wu = f.create(u"person"_s, u"name=Wu Wei"_s);
    QSignalSpy spy(&f.workspace(), &Workspace::actorChanged);
    const auto done = must(f.run(f.workspace().sitHere(wu)));
    QCOMPARE(f.workspace().actor(), wu);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(f.label(done.set), u"chose who sits here"_s);
    QCoreApplication::processEvents();
    QCOMPARE(spy.count(), 1);
    f.reopen();
    QCOMPARE(f.workspace().actor(), wu);
    must(f.run(f.workspace().sitHere({})));
    QVERIFY(f.workspace().actor().isNull());
    must(f.run(f.workspace().sitHere(first)));
    QCOMPARE(f.workspace().actor(), first);
}

void TestWorkspaceService::actor_actAs_isForThisSessionOnly() {
    WorkspaceFixture f;
    const RecordId first = f.workspace().actor();
    const RecordId wu = f.create(u"person"_s, u"name=Wu Wei"_s);
    QSignalSpy spy(&f.workspace(), &Workspace::actorChanged);
    f.workspace().actAs(wu);
    f.workspace().actAs(wu);
    QCOMPARE(f.workspace().actor(), wu);
    QCOMPARE(spy.count(), 1);
    f.workspace().actAs({});
    QCOMPARE(f.workspace().actor(), first);
    QCOMPARE(spy.count(), 2);
    f.workspace().actAs(wu);
    f.reopen();
    QCOMPARE(f.workspace().actor(), first);
}

void TestWorkspaceService::actor_inTheBin_isNobody() {
    WorkspaceFixture f;
    const RecordId person = f.workspace().actor();
    QSignalSpy spy(&f.workspace(), &Workspace::actorChanged);
    must(f.run(removeWork(u"person"_s, person, f.origin())));
    QTRY_COMPARE(spy.count(), 1);
    QVERIFY(f.workspace().actor().isNull());
    must(f.run(restoreWork(u"person"_s, person, {.actor = person})));
    QTRY_COMPARE(f.workspace().actor(), person);
}

void TestWorkspaceService::changed_arrivesOnThisThread_withWhatMoved() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|amount=CNY 5"_s);
    QCoreApplication::processEvents();
    std::vector<ChangeNotice> notices;
    const QThread *thread = nullptr;
    QObject receiver;
    connect(&f.workspace(), &Workspace::changed, &receiver, [&](const ChangeNotice &notice) {
        notices.push_back(notice);
        thread = QThread::currentThread();
    });
    qint64 set = 0;
    const MoveRequest request{.deal = deal, .stage = f.named(u"stage"_s, u"Won"_s)};
    f.workspace().submit(moveWork(request, f.origin()), &receiver,
                         [&](const Result<Committed> &done) { set = must(done).set; });
    QTRY_VERIFY(set != 0 && !notices.empty());
    QCOMPARE(thread, QThread::currentThread());
    QCOMPARE(notices.size(), 1U);
    QCOMPARE(notices.front().set, set);
    QVERIFY(!notices.front().catalogChanged);
    QCOMPARE(notices.front().moved.size(), 1U);
    const Moved &moved = notices.front().moved.front();
    QCOMPARE(moved.entity, u"deal"_s);
    QCOMPARE(moved.id, deal);
    QVERIFY(!moved.created);
    QStringList groups = moved.groups;
    groups.sort();
    QCOMPARE(groups, (QStringList{u"board_order"_s, u"closed_on"_s, u"stage"_s}));
}

void TestWorkspaceService::changed_comesInTheOrderOfTheSets() {
    WorkspaceFixture f;
    QCoreApplication::processEvents();
    std::vector<qint64> told, answered;
    QObject receiver;
    connect(&f.workspace(), &Workspace::changed, &receiver,
            [&](const ChangeNotice &notice) { told.push_back(notice.set); });
    for (int i = 0; i < 20; ++i) {
        const Work work = typedWork(u"account"_s, {},
                                    {{.key = u"name"_s, .text = QString::number(i)}}, f.origin());
        f.workspace().submit(work, &receiver, [&](const Result<Committed> &done) {
            answered.push_back(must(done).set);
        });
    }
    QTRY_COMPARE(told.size(), 20U);
    QTRY_COMPARE(answered.size(), 20U);
    for (size_t i = 0; i < 20; ++i) {
        QCOMPARE(told[i], qint64(i) + 2);
        QCOMPARE(answered[i], qint64(i) + 2);
    }
}

void TestWorkspaceService::submit_tellsTheContext_unlessItIsGone() {
    WorkspaceFixture f;
    const Work work =
        typedWork(u"account"_s, {}, {{.key = u"name"_s, .text = u"Acme"_s}}, f.origin());
    bool told = false;
    auto context = std::make_unique<QObject>();
    f.workspace().submit(work, context.get(), [&](const Result<Committed> &) { told = true; });
    context.reset();
    must(f.workspace().maintain([](Connection &) { return Result<void>(); }));
    QCoreApplication::processEvents();
    QVERIFY(!told);
    QVERIFY(!f.named(u"account"_s, u"Acme"_s).isNull());
}

void TestWorkspaceService::catalogChanged_whenAFieldComes() {
    WorkspaceFixture f;
    QSignalSpy spy(&f.workspace(), &Workspace::catalogChanged);
    FieldDefinition definition{u"deal"_s, {}};
    definition.field.key = u"risk"_s;
    must(f.run(addFieldWork(definition, f.origin())));
    QVERIFY(!f.entity(u"deal").byKey(u"risk").isNull());
    QTRY_COMPARE(spy.count(), 1);
    f.create(u"account"_s, u"name=Acme"_s);
    QCoreApplication::processEvents();
    QCOMPARE(spy.count(), 1);
}

void TestWorkspaceService::today_isThatOfTheZone() {
    WorkspaceFixture f;
    f.clock.set(*Instant::fromIso(u"2026-03-09T15:59:59Z"_s));
    QCOMPARE(f.workspace().today(), QDate(2026, 3, 9));
    f.clock.set(*Instant::fromIso(u"2026-03-09T16:00:00Z"_s));
    QCOMPARE(f.workspace().today(), QDate(2026, 3, 10));
    QCOMPARE(f.workspace().readTime().now, f.clock.now());
}

} // namespace dw::test

using dw::test::TestWorkspaceService;
DW_TEST(TestWorkspaceService)

#include "tst_workspace.moc"
