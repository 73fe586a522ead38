// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/statsquery.h"

#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestStatsQuery : public QObject {
    Q_OBJECT

private slots:
    void rowCount_isWithoutTheBin();
    void sums_ofNothing_areNone();
    void sums_areByStageAndCurrency();
    void sums_atTheEndsOfInt64_data();
    void sums_atTheEndsOfInt64();

private:
    /// "stage currency deals sum", a line each, sorted.
    static QStringList sums(TestWorkspace &w);
    static RecordId deal(TestWorkspace &w, size_t stage, const FieldValue &amount);
};

QStringList TestStatsQuery::sums(TestWorkspace &w) {
    QStringList lines;
    for (const StageSum &sum : must(stageSums(w.connection()))) {
        const auto minor = sum.minor.value();
        lines << u"%1 %2 %3 %4"_s
                     .arg(w.reader().title(u"stage"_s, sum.stage),
                          sum.currency.isNull() ? u"-"_s : sum.currency.code())
                     .arg(sum.deals)
                     .arg(minor ? QString::number(*minor) : u"too large"_s);
        if (sum.pipeline != w.pipeline().id)
            lines << u"of another pipeline"_s;
    }
    lines.sort();
    return lines;
}

RecordId TestStatsQuery::deal(TestWorkspace &w, size_t stage, const FieldValue &amount) {
    return w.create(u"deal", {{u"name", u"D"_s},
                              {u"pipeline", w.pipeline().id},
                              {u"stage", w.pipeline().stages[stage]},
                              {u"amount", amount}});
}

void TestStatsQuery::rowCount_isWithoutTheBin() {
    TestWorkspace w;
    QCOMPARE(must(rowCount(w.connection(), w.entity(u"account"))), 0);
    const RecordId account = w.create(u"account", {{u"name", u"A"_s}});
    w.create(u"account", {{u"name", u"B"_s}});
    QCOMPARE(must(rowCount(w.connection(), w.entity(u"account"))), 2);
    w.remove(u"account", account);
    QCOMPARE(must(rowCount(w.connection(), w.entity(u"account"))), 1);
}

void TestStatsQuery::sums_ofNothing_areNone() {
    TestWorkspace w;
    QCOMPARE(sums(w), QStringList());
}

void TestStatsQuery::sums_areByStageAndCurrency() {
    TestWorkspace w;
    const auto money = [](const char *text) {
        return FieldValue(must(Money::fromText(QString::fromLatin1(text))));
    };
    deal(w, 0, money("CNY 1.50"));
    deal(w, 0, money("CNY -0.25"));
    deal(w, 0, money("USD 3"));
    deal(w, 0, money("CNY 0"));
    deal(w, 0, {});
    deal(w, 1, {});
    deal(w, 3, money("JPY 7"));
    w.remove(u"deal", deal(w, 3, money("JPY 100")));
    QCOMPARE(sums(w), (QStringList{u"New - 1 0"_s, u"New CNY 3 125"_s, u"New USD 1 300"_s,
                                   u"Talks - 1 0"_s, u"Won JPY 1 7"_s}));
}

void TestStatsQuery::sums_atTheEndsOfInt64_data() {
    QTest::addColumn<std::vector<qint64>>("minors");
    QTest::addColumn<QString>("expected");
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    using V = std::vector<qint64>;
    QTest::newRow("greatest") << V{most} << QString::number(most);
    QTest::newRow("least") << V{least} << QString::number(least);
    QTest::newRow("too large") << V{most, 1} << u"too large"_s;
    QTest::newRow("too small") << V{least, -1} << u"too large"_s;
    QTest::newRow("over and back") << V{most, most, least, least, 2} << u"0"_s;
    QTest::newRow("carry") << V{0xFFFF'FFFF, 1, -1} << QString::number(0xFFFF'FFFF);
}

void TestStatsQuery::sums_atTheEndsOfInt64() {
    QFETCH(const std::vector<qint64>, minors);
    QFETCH(const QString, expected);
    TestWorkspace w;
    const Currency currency = must(Currency::fromCode(u"CNY"_s));
    for (const qint64 minor : minors)
        deal(w, 0, Money(minor, currency));
    QCOMPARE(sums(w), QStringList{u"New CNY %1 %2"_s.arg(minors.size()).arg(expected)});
}

} // namespace dw::test

using dw::test::TestStatsQuery;
DW_TEST(TestStatsQuery)

#include "tst_statsquery.moc"
