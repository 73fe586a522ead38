// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/columns.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestColumns : public QObject {
    Q_OBJECT

private slots:
    void snapshot_beforeStart_isNone();
    void start_publishesInTheBackground();
    void follow_publishesWhatWasCommitted();
    void follow_beforeStart_readsNothing();
    void current_holdsWhatWasCommittedJustNow();
    void current_ofAReadOnlyWorkspace();
    void current_whereTheDatabaseIsGone_fails();
    void stats_areTheSameFromColumnsAndQueries();
    void boardTotals_areTheSameAsOfTheCards();

private:
    static qint64 deals(const ColumnStorePtr &columns) { return columns->table(u"deal")->rows(); }
};

void TestColumns::snapshot_beforeStart_isNone() {
    WorkspaceFixture f;
    QVERIFY(!f.workspace().columns().snapshot());
    QVERIFY(!f.workspace().columns().problem());
}

void TestColumns::start_publishesInTheBackground() {
    WorkspaceFixture f;
    f.create(u"deal"_s, u"name=A"_s);
    Columns &columns = f.workspace().columns();
    QSignalSpy published(&columns, &Columns::published);
    columns.start();
    columns.start();
    QTRY_COMPARE(published.size(), 1);
    QCOMPARE(deals(columns.snapshot()), 1);
}

void TestColumns::follow_publishesWhatWasCommitted() {
    WorkspaceFixture f;
    Columns &columns = f.workspace().columns();
    columns.start();
    QTRY_VERIFY(columns.snapshot());
    const ColumnStorePtr held = columns.snapshot();
    for (int i = 1; i <= 5; ++i)
        f.create(u"deal"_s, u"name=A"_s);
    QTRY_COMPARE(deals(columns.snapshot()), 5);
    QCOMPARE(deals(held), 0);
}

void TestColumns::follow_beforeStart_readsNothing() {
    WorkspaceFixture f;
    Columns &columns = f.workspace().columns();
    QSignalSpy changed(&f.workspace(), &Workspace::changed);
    f.create(u"deal"_s, u"name=A"_s);
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(!columns.snapshot());
}

void TestColumns::current_holdsWhatWasCommittedJustNow() {
    WorkspaceFixture f;
    for (int i = 1; i <= 3; ++i) {
        f.create(u"deal"_s, u"name=A"_s);
        QCOMPARE(deals(must(f.workspace().columns().current())), i);
    }
}

void TestColumns::current_ofAReadOnlyWorkspace() {
    WorkspaceFixture f;
    f.create(u"deal"_s, u"name=A"_s);
    f.reopen(Workspace::Mode::ReadOnly);
    QCOMPARE(deals(must(f.workspace().columns().current())), 1);
}

void TestColumns::current_whereTheDatabaseIsGone_fails() {
    const CatalogHolder catalog(Catalog::builtin());
    Columns columns(u"/nowhere/at/all.dealwright"_s, {}, catalog);
    QVERIFY(!columns.current());
    QVERIFY(columns.problem());
    QVERIFY(!columns.snapshot());
}

void TestColumns::stats_areTheSameFromColumnsAndQueries() {
    WorkspaceFixture f;
    for (const QString &deal :
         {u"name=A|amount=CNY 5.25"_s, u"name=B|amount=CNY 7"_s, u"name=C|amount=USD 1"_s,
          u"name=D"_s, u"name=E|stage=Contract|amount=JPY 9223372036854775807"_s,
          u"name=F|stage=Contract|amount=JPY 1"_s, u"name=G|stage=Won|amount=CNY -3"_s})
        f.create(u"deal"_s, deal);
    const RecordId gone = f.create(u"deal"_s, u"name=H|amount=CNY 100"_s);
    must(f.run(removeWork(u"deal"_s, gone, f.origin())));
    const auto columns = must(f.workspace().columns().current());
    const auto shown = [](const WorkspaceStats &stats) {
        QStringList lines;
        for (const StageStats &stage : stats.stages) {
            QStringList parts{stage.pipeline, stage.stage, QString::number(stage.deals)};
            for (const Money &sum : stage.sums)
                parts << sum.toText();
            for (const Currency currency : stage.tooLarge)
                parts << u"too large "_s + currency.code();
            lines << parts.join(u' ');
        }
        return lines;
    };
    const QStringList queried = shown(must(statsOf(f.reader())));
    QVERIFY(queried.contains(u"Sales pipeline Contract 2 too large JPY"_s));
    QCOMPARE(shown(must(statsOf(f.reader(), stageSums(*columns)))), queried);
}

void TestColumns::boardTotals_areTheSameAsOfTheCards() {
    WorkspaceFixture f;
    for (const QString &deal :
         {u"name=A|amount=CNY 5.25"_s, u"name=B|amount=CNY 0.01"_s, u"name=C|amount=USD 1"_s,
          u"name=D"_s, u"name=E|stage=Contract|amount=JPY 9223372036854775807"_s,
          u"name=F|stage=Contract|amount=JPY 1"_s, u"name=G|stage=Won|amount=CNY -3"_s,
          u"name=H|stage=Lost|reason=price|amount=CNY 8"_s})
        f.create(u"deal"_s, deal);
    const auto lines = must(pipelines(f.reader()));
    const BoardSnapshot board = must(loadBoard(f.reader(), f.workspace().readTime(), lines[0].id));
    const auto totals = boardTotals(*must(f.workspace().columns().current()), board.pipeline);
    QCOMPARE(totals.size(), board.pipeline.stages.size());
    int all = 0;
    for (size_t i = 0; i < totals.size(); ++i) {
        std::vector<const BoardCard *> cards;
        for (const BoardCard &card : board.cards) {
            if (card.stage == board.pipeline.stages[i].id)
                cards.push_back(&card);
        }
        const ColumnTotals expected = totalsOf(cards, board.pipeline.stages[i]);
        QCOMPARE(totals[i].count, expected.count);
        QCOMPARE(totals[i].withoutAmount, expected.withoutAmount);
        QCOMPARE(totals[i].overflow, expected.overflow);
        QCOMPARE(totals[i].sums.size(), expected.sums.size());
        for (size_t j = 0; j < expected.sums.size(); ++j) {
            QCOMPARE(totals[i].sums[j].sum, expected.sums[j].sum);
            QCOMPARE(totals[i].sums[j].weighted, expected.sums[j].weighted);
        }
        all += totals[i].count;
    }
    QCOMPARE(all, 8);
}

} // namespace dw::test

using dw::test::TestColumns;
DW_TEST(TestColumns)

#include "tst_columns.moc"
