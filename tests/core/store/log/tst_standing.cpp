// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/expression.h"
#include "core/store/log/standing.h"
#include "core/store/query/statsquery.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What hangs on a record is in the bin with it, wherever rows are read, and comes back with it.
class TestStanding : public QObject {
    Q_OBJECT

private slots:
    void lineOfADeal_goesAndComesBackWithIt();
    void taskOfTwo_staysWhileOneStands();
    void sql_ofARowThatHangsOnNothing();

private:
    static QStringList titles(TestWorkspace &w, const QString &entity) {
        QStringList all;
        for (const Row &row : must(w.reader().list({entity, {}, {}, {}, 0, false}, time(w))))
            all << w.reader().title(entity, row.record.id());
        all.sort();
        return all;
    }
    static ReadTime time(TestWorkspace &w) { return {w.clock.now(), QTimeZone::utc()}; }
    /// Of a product, by the database and by evaluate().
    static void checkHolds(TestWorkspace &w, RecordId product, const QString &condition) {
        const Expression where =
            must(Expression::parse(condition, *w.catalog().get(), u"product"_s));
        const auto rows = must(w.reader().list({u"product"_s, where, {}, {}, 0, false}, time(w)));
        QVERIFY2(rows.size() == 1, qPrintable(condition));
        EvalContext context{*w.catalog().get(), w.reader(), w.clock.now(), QTimeZone::utc()};
        QVERIFY2(holds(where, w.row(u"product", product).record, context), qPrintable(condition));
    }
};

void TestStanding::lineOfADeal_goesAndComesBackWithIt() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"A"_s);
    const RecordId product = w.create(u"product", {{u"name", u"P"_s}});
    w.create(u"deal_line", {{u"deal", deal}, {u"product", product}, {u"quantity", 2.0}});
    const EntityDesc &lines = w.entity(u"deal_line");
    checkHolds(w, product, u"count(deal_lines) = 1 and sum(deal_lines.quantity) = 2"_s);

    w.remove(u"deal", deal);
    QVERIFY(titles(w, u"deal_line"_s).isEmpty());
    QCOMPARE(must(rowCount(w.connection(), lines)), 0);
    QVERIFY(w.reader().related(u"deal_line"_s, u"product"_s, product).empty());
    checkHolds(w, product, u"count(deal_lines) = 0"_s);
    // It is not in the bin of its own.
    QVERIFY(must(w.reader().list({u"deal_line"_s, {}, {}, {}, 0, true}, time(w))).empty());

    w.restore(u"deal", deal);
    QCOMPARE(titles(w, u"deal_line"_s).size(), 1);
    QCOMPARE(must(rowCount(w.connection(), lines)), 1);
    checkHolds(w, product, u"count(deal_lines) = 1"_s);
    QVERIFY(w.damages().isEmpty());
}

void TestStanding::taskOfTwo_staysWhileOneStands() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"A"_s);
    const RecordId account = w.create(u"account", {{u"name", u"Acme"_s}});
    const RecordId both =
        w.create(u"task", {{u"title", u"both"_s}, {u"deal", deal}, {u"account", account}});
    w.create(u"task", {{u"title", u"account"_s}, {u"account", account}});
    w.create(u"task", {{u"title", u"free"_s}});
    const QStringList all{u"account"_s, u"both"_s, u"free"_s};
    QCOMPARE(titles(w, u"task"_s), all);

    w.remove(u"account", account);
    QCOMPARE(titles(w, u"task"_s), QStringList({u"both"_s, u"free"_s}));
    QVERIFY(w.reader().record(u"task"_s, both));
    w.remove(u"deal", deal);
    QCOMPARE(titles(w, u"task"_s), QStringList{u"free"_s});
    QVERIFY(!w.reader().record(u"task"_s, both));
    QVERIFY(must(w.reader().byTitle(u"task"_s, u"both"_s)).empty());
    w.restore(u"account", account);
    QCOMPARE(titles(w, u"task"_s), all);
    QVERIFY(w.damages().isEmpty());
}

void TestStanding::sql_ofARowThatHangsOnNothing() {
    const TestWorkspace w;
    QCOMPARE(hiddenSql(w.entity(u"product"), u"t"_s), u"0"_s);
    QCOMPARE(standsSql(w.entity(u"product"), u"t"_s), u"t.deleted=0"_s);
    QCOMPARE(hiddenSql(w.entity(u"deal_line"), u"t"_s, {u"deal"_s}), u"0"_s);
}

} // namespace dw::test

using dw::test::TestStanding;
DW_TEST(TestStanding)

#include "tst_standing.moc"
