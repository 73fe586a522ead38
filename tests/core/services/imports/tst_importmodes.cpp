// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/jobs/jobs.h"
#include "core/services/works.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What becomes of rows that the workspace has already.
class TestImportModes : public QObject {
    Q_OBJECT

private slots:
    void mode_decidesWhatAMatchTakes_data();
    void mode_decidesWhatAMatchTakes();
    void sameFileTwice_changesNothing_data();
    void sameFileTwice_changesNothing();
    void match_goesByTheSurestKey_data();
    void match_goesByTheSurestKey();
    void match_whenTold_goesByThat();
    void match_ofSeveral_isRejected();
    void match_ofSeveralThatSayTheSame_isOneOfThem();
    void rowsOfOneFile_areOneWhereTheKeyNamesOne();
    void rowsOfOneFile_areSeveralWhereTheKeyIsWeak();
    void editMadeMeanwhile_staysAndIsListed();
    void emptyCells_clearNothing();
    void setsAreFilledAndReplaced();
    void parent_thatWouldMakeACircle_isRejected();
    void figures_areThoseOfTheDryRun();

private:
    static Result<ImportReport> import(ImportFixture &fixture, const QString &entity,
                                       const QByteArray &csv, ImportMode mode,
                                       const QStringList &match = {}) {
        ImportRequest request = importOf(entity, fixture.file(u"in.csv"_s, csv));
        request.mode = mode;
        if (!match.isEmpty())
            request.match.insert(entity, match);
        return runImport(fixture.workspace(), request, fixture.actor());
    }
    static QString fields(ImportFixture &fixture, RecordId id) {
        const auto text = [&](QStringView field) {
            return fixture.value(u"account"_s, id, field).as<QString>();
        };
        return text(u"name") + u'|' + text(u"sector") + u'|' + text(u"city");
    }
};

void TestImportModes::mode_decidesWhatAMatchTakes_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<qint64>("updated");
    QTest::newRow("add") << int(ImportMode::Add) << u"Acme|retail|"_s << qint64(0);
    QTest::newRow("fill") << int(ImportMode::Fill) << u"Acme|retail|Bonn"_s << qint64(1);
    QTest::newRow("overwrite") << int(ImportMode::Overwrite) << u"Acme|steel|Bonn"_s << qint64(1);
}

void TestImportModes::mode_decidesWhatAMatchTakes() {
    QFETCH(int, mode);
    QFETCH(QString, outcome);
    QFETCH(qint64, updated);
    ImportFixture fixture;
    QVERIFY(fixture.import(u"account"_s, "name,sector\nAcme,retail\n").ok());
    const auto report = import(fixture, u"account"_s,
                               "name,sector,city\nAcme,steel,Bonn\nNew,x,y\n", ImportMode(mode));
    QVERIFY(report.ok());
    QCOMPARE(report->created.value(u"account"_s), 1);
    QCOMPARE(report->updated.value(u"account"_s), updated);
    QCOMPARE(report->unchanged.value(u"account"_s), 1 - updated);
    QCOMPARE(fields(fixture, fixture.named(u"account"_s, u"Acme"_s)), outcome);
    QCOMPARE(fields(fixture, fixture.named(u"account"_s, u"New"_s)), u"New|x|y"_s);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportModes::sameFileTwice_changesNothing_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QByteArray>("csv");
    const auto row = [](const char16_t *entity, const QByteArray &csv) {
        const QString text = QString::fromUtf16(entity);
        QTest::newRow(qPrintable(text)) << text << csv;
    };
    row(u"account", "name,parent,tags,revenue\nA,B,\"x, y\",CNY 5\nB,,x,\n");
    row(u"contact", "name,email,account\nAnn,a@x.com,A\nBob,,A\nBob,,B\n");
    row(u"deal", "name,account,amount,stage,expected_close,tags\n"
                 "D,A,USD 5,Won,2026-01-02,hot\nD,A,USD 6,,,\nD,,,,,\n");
    row(u"touchpoint", "kind,happened_at,summary,account\ncall,2026-01-02T10:00:00Z,Hi,A\n"
                       "call,2026-01-02T10:00:00Z,Hi,A\nvisit,,,\n");
    row(u"task", "title,due_on,done\nCall,2026-01-02,no\nCall,2026-01-02,no\nCall,,yes\n");
    row(u"product", "code,name,price\nP1,Crane,USD 1\nP2,Crane,USD 2\n");
    row(u"person", "login,name\nann,Ann\nbob,Bob\n");
    row(u"tag", "name,color\nx,red\n");
}

/// The second run finds every row of the first, in every mode.
void TestImportModes::sameFileTwice_changesNothing() {
    QFETCH(QString, entity);
    QFETCH(QByteArray, csv);
    for (const ImportMode mode : {ImportMode::Add, ImportMode::Fill, ImportMode::Overwrite}) {
        ImportFixture fixture;
        const auto first = import(fixture, entity, csv, mode);
        QVERIFY(first.ok());
        QCOMPARE(rejectsOf(*first), QStringList());
        const qint64 rows = fixture.count(entity);
        const auto again = import(fixture, entity, csv, mode);
        QVERIFY(again.ok());
        QCOMPARE(rejectsOf(*again), QStringList());
        QCOMPARE(again->set, 0);
        QCOMPARE(again->created, (QMap<QString, qint64>()));
        QCOMPARE(again->updated, (QMap<QString, qint64>()));
        QCOMPARE(again->unchanged.value(entity), again->read);
        QCOMPARE(again->sums, first->sums);
        QCOMPARE(fixture.count(entity), rows);
    }
}

void TestImportModes::match_goesByTheSurestKey_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<qint64>("created");
    const auto row = [](const char *name, const char16_t *entity, const QByteArray &before,
                        const QByteArray &after, qint64 created) {
        QTest::newRow(name) << QString::fromUtf16(entity) << before << after << created;
    };
    row("account: case and width", u"account", "name\nAcme Co\n", "name\nＡＣＭＥ　co\n", 0);
    row("contact: e-mail", u"contact", "name,email\nAnn,A@x.com\n", "name,email\nAnna,a@X.com\n",
        0);
    row("contact: e-mail not known yet", u"contact", "name,account\nAnn,A\n",
        "name,account,email\nAnn,A,a@x.com\n", 0);
    row("contact: no e-mail in the file", u"contact", "name,account,email\nAnn,A,a@x.com\n",
        "name,account\nAnn,A\n", 0);
    row("contact: another e-mail", u"contact", "name,account,email\nAnn,A,a@x.com\n",
        "name,account,email\nAnn,A,b@x.com\n", 1);
    row("contact: another account", u"contact", "name,account\nAnn,A\n", "name,account\nAnn,B\n",
        1);
    row("product: code", u"product", "name,code\nCrane,P1\n", "name,code\nCrane 2,p1\n", 0);
    row("product: another code", u"product", "name,code\nCrane,P1\n", "name,code\nCrane,P2\n", 1);
    row("product: no code yet", u"product", "name\nCrane\n", "name,code\nCrane,P2\n", 0);
    row("deal: name and account", u"deal", "name,account\nD,A\n", "name,account\nD,B\nD,A\n", 1);
    row("person: login", u"person", "name,login\nAnn,ann\n", "name,login\nAnn Lee,ANN\n", 0);
    row("touchpoint: all of it", u"touchpoint", "kind,summary\ncall,Hi\n",
        "kind,summary\ncall,Hi\ncall,Ho\n", 1);
}

void TestImportModes::match_goesByTheSurestKey() {
    QFETCH(QString, entity);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    ImportFixture fixture;
    QVERIFY(fixture.import(entity, before).ok());
    const auto report = import(fixture, entity, after, ImportMode::Add);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QTEST(report->created.value(entity), "created");
}

void TestImportModes::match_whenTold_goesByThat() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"account"_s, "name,phone\nAcme,+1 555 1000\n").ok());
    const auto report = import(fixture, u"account"_s, "name,phone\nAcme Inc,+1 555 1000\nNone,\n",
                               ImportMode::Overwrite, {u"phone"_s});
    QVERIFY(report.ok());
    QCOMPARE(report->updated.value(u"account"_s), 1);
    QCOMPARE(report->created.value(u"account"_s), 1); // what has no phone matches nothing
    QVERIFY(!fixture.named(u"account"_s, u"Acme Inc"_s).isNull());
    const auto wrong = import(fixture, u"account"_s, "name\nX\n", ImportMode::Add, {u"nosuch"_s});
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().message.id, u"import.unknown_field"_s);
}

void TestImportModes::match_ofSeveral_isRejected() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"deal"_s, "name,amount\nD,USD 1\nD,USD 2\n").ok());
    const auto report = import(fixture, u"deal"_s, "name,amount\nD,USD 3\n", ImportMode::Overwrite);
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 1);
    const Message &why = report->rejects.front().reasons.front();
    QCOMPARE(why.id, u"import.several_match"_s);
    QCOMPARE(why.args.value(u"count"_s), u"2"_s);
    QVERIFY(why.args.value(u"ids"_s).contains(u"D-"_s));
}

void TestImportModes::match_ofSeveralThatSayTheSame_isOneOfThem() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"deal"_s, "name,amount\nD,USD 1\nD,USD 2\n").ok());
    const auto report = import(fixture, u"deal"_s, "name,amount\nD,USD 2\n", ImportMode::Overwrite);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList());
    QCOMPARE(report->unchanged.value(u"deal"_s), 1);
}

/// The same values again change nothing; other ones are a question that a person answers.
void TestImportModes::rowsOfOneFile_areOneWhereTheKeyNamesOne() {
    ImportFixture fixture;
    for (const ImportMode mode : {ImportMode::Add, ImportMode::Fill, ImportMode::Overwrite}) {
        const QByteArray n = QByteArray::number(int(mode));
        const auto report =
            import(fixture, u"account"_s,
                   "name,sector\nA" + n + ",x\na" + n + ",x\nA" + n + ",x\nA" + n + ",y\n", mode);
        QVERIFY(report.ok());
        QCOMPARE(report->created.value(u"account"_s), 1);
        QCOMPARE(report->unchanged.value(u"account"_s), 1);
        // "a" is not written as "A".
        QCOMPARE(rejectsOf(*report).size(), 2);
        QCOMPARE(report->rejects.back().reasons.front().id, u"import.doubled_in"_s);
        QCOMPARE(report->rejects.back().reasons.front().args.value(u"line"_s), u"2"_s);
        QCOMPARE(shown(report->notes), QStringList{u"import.repeated 1"_s});
    }
}

void TestImportModes::rowsOfOneFile_areSeveralWhereTheKeyIsWeak() {
    ImportFixture fixture;
    const auto report = import(fixture, u"deal"_s,
                               "name,account,amount\nRenewal,A,USD 1\nRenewal,A,USD 1\n"
                               "Renewal,A,USD 2\n",
                               ImportMode::Overwrite);
    QVERIFY(report.ok());
    QCOMPARE(report->created.value(u"deal"_s), 3);
    QCOMPARE(report->sums.front().money.toText(), u"USD 4.00"_s);
}

/// The staging file knows which versions it saw.
void TestImportModes::editMadeMeanwhile_staysAndIsListed() {
    ImportFixture fixture;
    Workspace &workspace = fixture.workspace();
    QVERIFY(fixture.import(u"account"_s, "name,sector,phone\nA,x,\n").ok());
    ImportRequest request =
        importOf(u"account"_s, fixture.file(u"in.csv"_s, "name,sector,phone\nA,y,+1 555 1000\n"));
    request.mode = ImportMode::Overwrite;
    auto staged = stageImport(ImportContext::of(workspace, fixture.actor()), request);
    QVERIFY(staged.ok());
    QCOMPARE(staged->report().updated.value(u"account"_s), 1);
    const RecordId id = fixture.named(u"account"_s, u"A"_s);
    Record edit(u"account"_s, id);
    edit.set(workspace.catalog()->entity(u"account")->byName(u"sector"), u"mine"_s);
    QVERIFY(workspace.run(changeWork(edit, {}, {fixture.actor()})).ok());
    const auto number = startImport(workspace, *std::move(staged));
    QVERIFY(number.ok());
    const auto job = workspace.jobs().wait(*number);
    QVERIFY(job.ok());
    QCOMPARE(job->state, JobState::Done);
    QCOMPARE(fixture.value(u"account"_s, id, u"sector"), FieldValue(u"mine"_s));
    QCOMPARE(fixture.value(u"account"_s, id, u"phone"), FieldValue(u"+1 555 1000"_s));
    QCOMPARE(shown(job->notes), QStringList{u"job.stays account.sector"_s});
}

void TestImportModes::emptyCells_clearNothing() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"account"_s, "name,sector,city\nA,x,y\n").ok());
    const auto report =
        import(fixture, u"account"_s, "name,sector,city\nA,,z\n", ImportMode::Overwrite);
    QVERIFY(report.ok());
    QCOMPARE(fields(fixture, fixture.named(u"account"_s, u"A"_s)), u"A|x|z"_s);
}

void TestImportModes::setsAreFilledAndReplaced() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"account"_s, "name,tags\nA,\"x, y\"\nB,\n").ok());
    const auto members = [&](const QString &name) {
        return fixture.value(u"account"_s, fixture.named(u"account"_s, name), u"tags")
            .as<QStringList>()
            .size();
    };
    QVERIFY(import(fixture, u"account"_s, "name,tags\nA,z\nB,z\n", ImportMode::Fill).ok());
    QCOMPARE(members(u"A"_s), 2);
    QCOMPARE(members(u"B"_s), 1);
    const auto report =
        import(fixture, u"account"_s, "name,tags\nA,z\nB,z\n", ImportMode::Overwrite);
    QVERIFY(report.ok());
    QCOMPARE(report->updated.value(u"account"_s), 1);
    QCOMPARE(members(u"A"_s), 1);
}

void TestImportModes::parent_thatWouldMakeACircle_isRejected() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"account"_s, "name,parent\nTop,\nMiddle,Top\nLow,Middle\n").ok());
    const auto report =
        import(fixture, u"account"_s, "name,parent\nTop,Low\nLow,Top\n", ImportMode::Overwrite);
    QVERIFY(report.ok());
    QCOMPARE(rejectsOf(*report), QStringList{u"2: import.loop account.parent Low"_s});
    QCOMPARE(report->updated.value(u"account"_s), 1);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestImportModes::figures_areThoseOfTheDryRun() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"deal"_s, "name,account,amount\nA,X,USD 1\nB,X,USD 2\n").ok());
    ImportRequest request =
        importOf(u"deal"_s,
                 fixture.file(u"in.csv"_s, "name,account,amount,owner\nA,X,USD 1,\nB,X,EUR 7,Ann\n"
                                           "C,Y,USD 5.50,Ann\nD,Y,five,\nE,Z,CNY 8,Bob\n"));
    request.mode = ImportMode::Overwrite;
    const auto dry = dryRunImport(fixture.workspace(), request);
    QVERIFY(dry.ok());
    QCOMPARE(fixture.count(u"deal"_s), 2);
    const auto run = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(run.ok());
    QCOMPARE(run->created, dry->created);
    QCOMPARE(run->updated, dry->updated);
    QCOMPARE(run->unchanged, dry->unchanged);
    QCOMPARE(run->refused, dry->refused);
    QCOMPARE(run->sums, dry->sums);
    QCOMPARE(run->rejects, dry->rejects);
    QCOMPARE(run->created.value(u"deal"_s), 2);
    QCOMPARE(run->created.value(u"account"_s), 2);
    QCOMPARE(run->created.value(u"person"_s), 2);
    QCOMPARE(run->updated.value(u"deal"_s), 1);
    QCOMPARE(run->unchanged.value(u"deal"_s), 1);
    QCOMPARE(run->refused.value(u"deal"_s), 1);
    QStringList sums;
    for (const ImportSum &sum : run->sums)
        sums << sum.money.toText() + u'/' + QString::number(sum.rows);
    QCOMPARE(sums, (QStringList{u"USD 6.50/2"_s, u"EUR 7.00/1"_s, u"CNY 8.00/1"_s}));
    QCOMPARE(fixture.count(u"deal"_s), 4);
}

} // namespace dw::test

using dw::test::TestImportModes;
DW_TEST(TestImportModes)

#include "tst_importmodes.moc"
