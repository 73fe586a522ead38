// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/board.h"
#include "core/services/demo/demo.h"
#include "core/services/jobs/jobs.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::test;

/// The generator into a real workspace: all of it or none, into an empty one, and back out.
class TestDemoRun : public QObject {
    Q_OBJECT
private slots:
    void emptyWorkspace_isFilled_asOneJob();
    void twoWorkspaces_holdTheSame();
    void history_isKnownAtItsOwnTime();
    void otherWorkspace_isRefused_andLeftAlone();
    void deletedRecord_countsToo();
    void badSize_isRefused_andNothingIsMade();
    void stop_whileDrawing_leavesNothing();
    void stop_whileWriting_takesAllBack_data();
    void stop_whileWriting_takesAllBack();
    void undone_isGone_andThePipelineIsBack();

private:
    static DemoRequest request() {
        DemoRequest request;
        request.deals = DemoRequest::fewestDeals;
        request.language = Language::Chinese;
        return request;
    }
    static qint64 count(WorkspaceFixture &f, const QString &entity) {
        return must(f.reader().count({.entity = entity, .where = {}, .sort = {}, .after = {}},
                                     f.workspace().readTime()));
    }
    static QByteArray contentOf(WorkspaceFixture &f);
};

/// Digest over all rows of the company; short ids and what the workspace began with are its own.
QByteArray TestDemoRun::contentOf(WorkspaceFixture &f) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const CatalogPtr catalog = f.workspace().catalog();
    for (const EntityDesc &entity : catalog->entities()) {
        if (entity.key == "setting"_L1 || entity.key == "custom_field"_L1)
            continue;
        const auto rows =
            must(f.reader().list({.entity = entity.key, .where = {}, .sort = {}, .after = {}},
                                 f.workspace().readTime()));
        for (const Row &row : rows) {
            if (entity.key == "person"_L1 && row.record.id() == f.workspace().actor())
                continue;
            hash.addData(row.record.id().bytes());
            for (const auto &[field, value] : row.record.values()) {
                hash.addData(entity.field(field).key.toUtf8());
                hash.addData(encodeValue(LoggedValue::given(value)));
            }
        }
    }
    return hash.result();
}

void TestDemoRun::emptyWorkspace_isFilled_asOneJob() {
    WorkspaceFixture f;
    qint64 last = -1;
    const DemoReport report =
        must(runDemo(f.workspace(), request(), [&](qint64 done, qint64 total) {
            QVERIFY(done >= last && done <= total);
            last = done;
        }));
    QVERIFY(report.job > 0);
    QVERIFY(report.set > 0);
    QCOMPARE(report.created.value(u"deal"_s), 100);
    for (auto it = report.created.constBegin(); it != report.created.constEnd(); ++it) {
        const qint64 began = it.key() == "person"_L1     ? 1
                             : it.key() == "pipeline"_L1 ? 1
                             : it.key() == "stage"_L1    ? 7
                                                         : 0;
        QCOMPARE(count(f, it.key()), it.value() + began);
    }
    QCOMPARE(f.damage(), QStringList());
    QCOMPARE(f.label(report.set), u"Sample company with 100 deals (seed 7)"_s);
    const auto lines = must(pipelines(f.reader()));
    QCOMPARE(lines.size(), size_t(3));
    QCOMPARE(lines.front().name, u"新客户开发"_s);
    QThreadPool::globalInstance()->waitForDone();
    QCOMPARE(QDir(f.workspace().paths().jobs()).entryList({u"*.stag*"_s}, QDir::Files),
             QStringList());
    // The team's currency and zone hold, whatever the language.
    const Row deal =
        must(f.reader().list({.entity = u"deal"_s, .where = {}, .sort = {}, .after = {}},
                             f.workspace().readTime()))
            .front();
    const FieldHandle amount = f.entity(u"deal").byKey(u"amount");
    QCOMPARE(deal.record.value(amount).as<Money>().currency().code(), u"USD"_s);
}

void TestDemoRun::twoWorkspaces_holdTheSame() {
    WorkspaceFixture first, second;
    second.tick(90'000); // Later on the same day is another moment, but not another history.
    must(runDemo(first.workspace(), request()));
    must(runDemo(second.workspace(), request()));
    QCOMPARE(contentOf(first), contentOf(second));
}

void TestDemoRun::history_isKnownAtItsOwnTime() {
    WorkspaceFixture f;
    must(runDemo(f.workspace(), request()));
    const auto deals = must(f.reader().list(
        {.entity = u"deal"_s, .where = {}, .sort = {}, .after = {}}, f.workspace().readTime()));
    const EntityDesc &entity = f.entity(u"deal");
    int closed = 0;
    for (const Row &deal : deals) {
        const auto created = deal.record.value(entity.byKey(u"created_at")).as<Instant>();
        const auto since = deal.record.value(entity.byKey(u"stage_since")).as<Instant>();
        QVERIFY(created < f.clock.now());
        QVERIFY(since >= created);
        const QDate end = deal.record.value(entity.byKey(u"closed_on")).as<QDate>();
        if (!end.isValid())
            continue;
        ++closed;
        QCOMPARE(since.toUtc().toTimeZone(f.workspace().zone()).date(), end);
    }
    QVERIFY(closed > 50);
}

void TestDemoRun::otherWorkspace_isRefused_andLeftAlone() {
    WorkspaceFixture f;
    f.create(u"account"_s, u"name=Acme"_s);
    const auto refused = runDemo(f.workspace(), request());
    QVERIFY(!refused);
    QCOMPARE(refused.error().message.id, u"demo.not_empty"_s);
    QCOMPARE(refused.error().message.args.value(u"entity"_s), u"account"_s);
    QCOMPARE(count(f, u"account"_s), 1);
    QCOMPARE(count(f, u"deal"_s), 0);
}

void TestDemoRun::deletedRecord_countsToo() {
    WorkspaceFixture f;
    const RecordId id = f.create(u"tag"_s, u"name=hot"_s);
    must(f.run(removeWork(u"tag"_s, id, f.origin())));
    const auto refused = runDemo(f.workspace(), request());
    QVERIFY(!refused);
    QCOMPARE(refused.error().message.args.value(u"entity"_s), u"tag"_s);
}

void TestDemoRun::badSize_isRefused_andNothingIsMade() {
    WorkspaceFixture f;
    DemoRequest tooFew = request();
    tooFew.deals = 99;
    const auto refused = runDemo(f.workspace(), tooFew);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message.id, u"demo.deals"_s);
    QVERIFY(f.entity(u"person").byKey(u"skills").isNull());
}

void TestDemoRun::stop_whileDrawing_leavesNothing() {
    WorkspaceFixture f;
    StopToken stop;
    stop.stop();
    const auto ended = runDemo(f.workspace(), request(), {}, stop);
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
    QCOMPARE(count(f, u"account"_s), 0);
    QThreadPool::globalInstance()->waitForDone();
    QVERIFY(QDir(f.workspace().paths().jobs()).isEmpty());
}

void TestDemoRun::stop_whileWriting_takesAllBack_data() {
    QTest::addColumn<int>("after"); ///< Thousandths.
    for (const int after : {150, 300, 450, 600})
        QTest::addRow("%d", after) << after;
}

void TestDemoRun::stop_whileWriting_takesAllBack() {
    QFETCH(const int, after);
    WorkspaceFixture f;
    StopToken stop;
    const auto ended = runDemo(
        f.workspace(), request(),
        [&](qint64 done, qint64) {
            if (done > after)
                stop.stop();
        },
        stop);
    if (ended)
        QSKIP("done before it was told");
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
    QCOMPARE(count(f, u"deal"_s), 0);
    QCOMPARE(count(f, u"account"_s), 0);
    QCOMPARE(must(pipelines(f.reader())).front().id, RecordId{makeUuidV5(u"pipeline/default"_s)});
    QCOMPARE(f.damage(), QStringList());
}

void TestDemoRun::undone_isGone_andThePipelineIsBack() {
    WorkspaceFixture f;
    const DemoReport report = must(runDemo(f.workspace(), request()));
    const qint64 job = must(f.workspace().jobs().startUndo(report.set, f.workspace().actor()));
    must(f.workspace().jobs().wait(job));
    for (const auto &entity : {u"deal"_s, u"account"_s, u"touchpoint"_s, u"lead"_s})
        QCOMPARE(count(f, entity), 0);
    QCOMPARE(must(pipelines(f.reader())).front().id, RecordId{makeUuidV5(u"pipeline/default"_s)});
    const auto again = runDemo(f.workspace(), request());
    QVERIFY(!again);
    QCOMPARE(again.error().message.id, u"demo.not_empty"_s);
}

DW_TEST(TestDemoRun)
#include "tst_demorun.moc"
