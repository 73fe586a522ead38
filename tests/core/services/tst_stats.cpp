// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/stats.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestStats : public QObject {
    Q_OBJECT

private slots:
    void rows_areThoseOfListedEntities();
    void stages_areAllThere_inTheirOrder();
    void stages_sumPerCurrency_withoutTheBin();
    void stages_thatAreGone_keepTheirDeals();
    void sums_thatAreTooLarge_areLeftOut();

private:
    /// "stage deals sum sum …" of the stages that have deals.
    static QStringList stages(WorkspaceFixture &f);
    static qint64 rows(WorkspaceFixture &f, const QString &entity);
};

QStringList TestStats::stages(WorkspaceFixture &f) {
    QStringList lines;
    for (const StageStats &stage : must(statsOf(f.reader())).stages) {
        if (stage.deals == 0)
            continue;
        QStringList parts{stage.stage, QString::number(stage.deals)};
        for (const Money &sum : stage.sums)
            parts << sum.toText();
        lines << parts.join(u' ');
    }
    return lines;
}

qint64 TestStats::rows(WorkspaceFixture &f, const QString &entity) {
    for (const auto &[key, count] : must(statsOf(f.reader())).rows) {
        if (key == entity)
            return count;
    }
    return -1;
}

void TestStats::rows_areThoseOfListedEntities() {
    WorkspaceFixture f;
    QCOMPARE(rows(f, u"deal"_s), 0);
    QCOMPARE(rows(f, u"stage"_s), 7);
    QCOMPARE(rows(f, u"person"_s), 1);
    QCOMPARE(rows(f, u"setting"_s), -1);
    QCOMPARE(rows(f, u"custom_field"_s), -1);
    const RecordId deal = f.create(u"deal"_s, u"name=A"_s);
    QCOMPARE(rows(f, u"deal"_s), 1);
    must(f.run(removeWork(u"deal"_s, deal, f.origin())));
    QCOMPARE(rows(f, u"deal"_s), 0);
}

void TestStats::stages_areAllThere_inTheirOrder() {
    WorkspaceFixture f;
    QStringList names;
    for (const StageStats &stage : must(statsOf(f.reader())).stages) {
        QCOMPARE(stage.pipeline, u"Sales pipeline"_s);
        QCOMPARE(stage.deals, 0);
        QVERIFY(stage.sums.empty());
        names << stage.stage;
    }
    QCOMPARE(names.size(), 7);
    QCOMPARE(names.first(), u"Qualification"_s);
    QCOMPARE(names.last(), u"Lost"_s);
}

void TestStats::stages_sumPerCurrency_withoutTheBin() {
    WorkspaceFixture f;
    for (const QString &amount : {u"CNY 5"_s, u"CNY 7.25"_s, u"USD 1"_s, QString()})
        f.create(u"deal"_s, u"name=A|amount="_s + amount);
    f.create(u"deal"_s, u"name=B|stage=Contract"_s);
    const RecordId gone = f.create(u"deal"_s, u"name=C|stage=Contract|amount=CNY 100"_s);
    must(f.run(removeWork(u"deal"_s, gone, f.origin())));
    QCOMPARE(stages(f), (QStringList{u"Qualification 4 CNY 12.25 USD 1.00"_s, u"Contract 1"_s}));
}

void TestStats::stages_thatAreGone_keepTheirDeals() {
    WorkspaceFixture f;
    f.create(u"deal"_s, u"name=A|amount=CNY 5|stage=Contract"_s);
    // The door would not let them go; a workspace from elsewhere may have done so.
    for (const QString &table : {u"stage"_s, u"pipeline"_s}) {
        f.close();
        must(must(Connection::open(f.folder() + u"/workspace.dealwright"_s, OpenMode::ReadWrite))
                 ->exec(
                     u"UPDATE %1 SET deleted=1 WHERE name IN ('Contract', 'Sales pipeline')"_s.arg(
                         table)));
        f.reopen();
        QCOMPARE(stages(f), QStringList{u"Contract 1 CNY 5.00"_s});
    }
    QCOMPARE(must(statsOf(f.reader())).stages.front().pipeline, u"Sales pipeline"_s);
}

void TestStats::sums_thatAreTooLarge_areLeftOut() {
    WorkspaceFixture f;
    for (const QString &amount :
         {u"JPY 9223372036854775807"_s, u"JPY 1"_s, u"CNY 92233720368547758.07"_s})
        f.create(u"deal"_s, u"name=A|amount="_s + amount);
    QCOMPARE(stages(f), QStringList{u"Qualification 3 CNY 92233720368547758.07"_s});
}

} // namespace dw::test

using dw::test::TestStats;
DW_TEST(TestStats)

#include "tst_stats.moc"
