// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/columnsums.h"

#include "core/domain/columnkeeper.h"
#include "tests/support/randomvalue.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <map>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestColumnSums : public QObject {
    Q_OBJECT

private slots:
    void share_isAsMoneyTimesIt();
    void share_ofPercent_data();
    void share_ofPercent();
    void sums_ofNothing_areNone();
    void sums_areOfRowsThatStand();
    void sums_thatDoNotFit_sayIt_data();
    void sums_thatDoNotFit_sayIt();
    void sums_ofManyKeys_areHashed();
    void filter_keepsWhatPasses_data();
    void filter_keepsWhatPasses();
    void sums_areAsAddedRowByRow();

private:
    enum Column { Stage, Kind, Amount, Day, At };
    static ColumnKeeper keeper();
    static RecordId id(int n) { return {makeUuidV5(QString::number(n))}; }
    static Currency currency(const char *code) {
        return *Currency::fromCode(QString::fromLatin1(code));
    }
    /// "stage currency rows sum weighted", a line each.
    static QStringList text(const std::vector<ColumnSum> &sums);
};

ColumnKeeper TestColumnSums::keeper() {
    return ColumnKeeper(u"deal"_s, {{u"stage"_s, ColumnKind::Link},
                                    {u"kind"_s, ColumnKind::Text},
                                    {u"amount"_s, ColumnKind::Amount},
                                    {u"day"_s, ColumnKind::Day},
                                    {u"at"_s, ColumnKind::Number, true}});
}

QStringList TestColumnSums::text(const std::vector<ColumnSum> &sums) {
    const auto shown = [](const ExactSum &sum) {
        const auto value = sum.value();
        return value ? QString::number(*value) : u"too large"_s;
    };
    QStringList lines;
    for (const ColumnSum &sum : sums) {
        QStringList parts;
        for (const quint32 code : sum.key)
            parts << (code == 0 ? u"-"_s : QString::number(code));
        parts << (sum.currency.isNull() ? u"-"_s : sum.currency.code()) << QString::number(sum.rows)
              << shown(sum.sum) << shown(sum.weighted);
        lines << parts.join(u' ');
    }
    return lines;
}

void TestColumnSums::share_isAsMoneyTimesIt() {
    Random random(0x5A4E);
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    std::vector<qint64> minors{0,   1,   -1,   49,    50,       51,       -49,
                               -50, -51, most, least, most - 1, least + 1};
    for (int i = 0; i < 20'000; ++i)
        minors.push_back(randomInteger(random));
    for (const qint64 minor : minors) {
        const qint64 billionths = random.chance(0.3) ? random.between(0, 100) * 10'000'000
                                                     : random.between(0, Share::whole);
        const auto expected = Money(minor, currency("CNY")).times(billionths, 9);
        QVERIFY(expected);
        QCOMPARE(Share{billionths}.of(minor), expected->minor());
    }
    for (const qint64 end : {most, least}) {
        QCOMPARE(Share{Share::whole}.of(end), end);
        QCOMPARE(Share{0}.of(end), 0);
    }
}

void TestColumnSums::share_ofPercent_data() {
    QTest::addColumn<double>("percent");
    QTest::addColumn<qint64>("billionths");
    QTest::newRow("none") << 0.0 << qint64(0);
    QTest::newRow("below") << -1.0 << qint64(0);
    QTest::newRow("all") << 100.0 << Share::whole;
    QTest::newRow("above") << 100.1 << Share::whole;
    QTest::newRow("a third") << 33.3333333 << qint64(333'333'333);
    QTest::newRow("half a percent") << 0.5 << qint64(5'000'000);
}

void TestColumnSums::share_ofPercent() {
    QFETCH(const double, percent);
    QTEST(Share::ofPercent(percent).billionths, "billionths");
}

void TestColumnSums::sums_ofNothing_areNone() {
    const auto table = keeper().publish();
    SumQuery query;
    query.amount = Amount;
    QVERIFY(sumAmounts(*table, query).empty());
    query.by = {Stage, Kind};
    QVERIFY(sumAmounts(*table, query).empty());
    QCOMPARE(countRows(*table, {}), 0);
}

void TestColumnSums::sums_areOfRowsThatStand() {
    ColumnKeeper k = keeper();
    const auto add = [&](int stage, const std::optional<Money> &amount, quint8 flags = 0) {
        const qsizetype row = k.append(id(int(k.rows())));
        k.setLink(row, Stage, stage ? id(-stage) : RecordId());
        k.setAmount(row, Amount, amount);
        k.setFlags(row, flags);
    };
    add(1, Money(150, currency("USD")));
    add(1, Money(-25, currency("USD")));
    add(1, Money(7, currency("CNY")));
    add(1, std::nullopt);
    add(2, std::nullopt);
    add(0, Money(5, currency("CNY")));
    add(2, Money(1'000, currency("CNY")), ColumnBlock::Deleted);
    add(2, Money(1'000, currency("CNY")), ColumnBlock::Hidden);
    SumQuery query;
    query.amount = Amount;
    query.by = {Stage};
    query.weightBy = Stage;
    query.weights = {Share{0}, Share::ofPercent(50)};
    const auto table = k.publish();
    QCOMPARE(text(sumAmounts(*table, query)),
             (QStringList{u"- CNY 1 5 0"_s, u"1 - 1 0 0"_s, u"1 CNY 1 7 4"_s, u"1 USD 2 125 62"_s,
                          u"2 - 1 0 0"_s}));
    query.by = {};
    query.weightBy = -1;
    QCOMPARE(text(sumAmounts(*table, query)),
             (QStringList{u"- 2 0 0"_s, u"CNY 2 12 12"_s, u"USD 2 125 125"_s}));
    QCOMPARE(countRows(*table, {}), 6);
}

void TestColumnSums::sums_thatDoNotFit_sayIt_data() {
    QTest::addColumn<std::vector<qint64>>("minors");
    QTest::addColumn<QString>("expected");
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    using V = std::vector<qint64>;
    QTest::newRow("greatest") << V{most} << QString::number(most);
    QTest::newRow("above") << V{most, 1} << u"too large"_s;
    QTest::newRow("least") << V{least} << QString::number(least);
    QTest::newRow("below") << V{least, -1} << u"too large"_s;
    QTest::newRow("over and back") << V{most, most, least, least, 2} << u"0"_s;
}

void TestColumnSums::sums_thatDoNotFit_sayIt() {
    QFETCH(const std::vector<qint64>, minors);
    QFETCH(const QString, expected);
    ColumnKeeper k = keeper();
    for (const qint64 minor : minors)
        k.setAmount(k.append(id(int(k.rows()))), Amount, Money(minor, currency("CNY")));
    SumQuery query;
    query.amount = Amount;
    const auto table = k.publish();
    QCOMPARE(text(sumAmounts(*table, query)),
             QStringList{u"CNY %1 %2 %2"_s.arg(minors.size()).arg(expected)});
}

void TestColumnSums::sums_ofManyKeys_areHashed() {
    constexpr int rows = 3'000;
    ColumnKeeper k = keeper();
    for (int i = 0; i < rows; ++i) {
        k.append(id(i));
        k.setLink(i, Stage, id(-1 - i));
        k.setText(i, Kind, QString::number(i));
        k.setAmount(i, Amount, Money(i, currency("CNY")));
    }
    const auto table = k.publish();
    SumQuery query;
    query.amount = Amount;
    query.by = {Stage, Kind};
    const auto sums = sumAmounts(*table, query);
    QCOMPARE(sums.size(), size_t(rows));
    for (size_t i = 0; i < sums.size(); ++i) {
        QCOMPARE(sums[i].key, (std::vector<quint32>{quint32(i + 1), quint32(i + 1)}));
        QCOMPARE(sums[i].sum.value(), std::optional<qint64>(qint64(i)));
    }
}

void TestColumnSums::filter_keepsWhatPasses_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<qint64>("rows");
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    // Ten rows with the values 0 to 9, and one without any.
    for (const int column : {int(Amount), int(Day), int(At)}) {
        const auto row = [&](const char *name, qint64 from, qint64 to, qint64 rows) {
            QTest::addRow("%s of %d", name, column) << column << from << to << rows;
        };
        row("all", least, most, 10);
        row("one", 3, 3, 1);
        row("both ends", 2, 5, 4);
        row("none between", 5, 4, 0);
        row("below", -5, -1, 0);
        row("above", 10, 20, 0);
    }
}

void TestColumnSums::filter_keepsWhatPasses() {
    QFETCH(const int, column);
    QFETCH(const qint64, from);
    QFETCH(const qint64, to);
    ColumnKeeper k = keeper();
    for (int i = 0; i < 10; ++i) {
        k.append(id(i));
        k.setAmount(i, Amount, Money(i, currency("CNY")));
        k.setDay(i, Day, i);
        k.setNumber(i, At, i);
    }
    k.append(id(10));
    ColumnFilter filter;
    filter.between = {{column, from, to}};
    QTEST(countRows(*k.publish(), filter), "rows");
}

/// Random rows and filters, summed here in the plainest way.
void TestColumnSums::sums_areAsAddedRowByRow() {
    Random random(0xC01);
    for (int round = 0; round < 20; ++round) {
        ColumnKeeper k = keeper();
        const int rows = random.below(3 * int(columnBlockRows));
        for (int i = 0; i < rows; ++i) {
            k.append(id(i));
            k.setLink(i, Stage, random.chance(0.1) ? RecordId() : id(-1 - random.below(6)));
            k.setText(i, Kind,
                      random.chance(0.5) ? std::optional(QString::number(random.below(3)))
                                         : std::nullopt);
            if (random.chance(0.8))
                k.setAmount(
                    i, Amount,
                    Money(randomInteger(random), currency(random.chance(0.5) ? "CNY" : "USD")));
            k.setDay(i, Day, random.chance(0.1) ? noDay : qint32(random.below(100)));
            k.setFlags(i, random.chance(0.1) ? quint8(1 + random.below(3)) : quint8(0));
        }
        const auto table = k.publish();
        SumQuery query;
        query.amount = Amount;
        query.by = {Stage, Kind};
        query.weightBy = Stage;
        for (int i = 0; i < 5; ++i)
            query.weights.push_back(Share{random.between(0, Share::whole)});
        ColumnFilter::OneOf some{Stage, {}};
        for (int i = 0; i < 6; ++i)
            some.allowed.push_back(random.chance(0.7));
        query.filter.oneOf = {some};
        query.filter.between = {{Day, 20, 90}};
        std::map<QStringList, std::array<ExactSum, 3>> plain;
        qint64 passed = 0;
        for (qsizetype row = 0; row < table->rows(); ++row) {
            const quint32 stage = table->codeOf(Stage, table->value(row, Stage).as<RecordId>());
            const QDate day = table->value(row, Day).as<QDate>();
            if (table->flags(row) != 0 || stage >= some.allowed.size() || !some.allowed[stage]
                || !day.isValid() || day < QDate(1970, 1, 21) || day > QDate(1970, 4, 1))
                continue;
            ++passed;
            const Money amount = table->value(row, Amount).as<Money>();
            auto &sums = plain[{QString::number(stage), table->value(row, Kind).as<QString>(),
                                amount.currency().code()}];
            sums[0].add(1);
            sums[1].add(amount.minor());
            const qint64 weight =
                stage < query.weights.size() ? query.weights[stage].billionths : 0;
            sums[2].add(amount.times(weight, 9)->minor());
        }
        const auto sums = sumAmounts(*table, query);
        QCOMPARE(sums.size(), plain.size());
        for (const ColumnSum &sum : sums) {
            const QString kind = sum.key[1] ? table->texts(Kind).at(sum.key[1]) : QString();
            const auto expected =
                plain.find({QString::number(sum.key[0]), kind, sum.currency.code()});
            QVERIFY(expected != plain.end());
            QCOMPARE(std::optional(sum.rows), expected->second[0].value());
            QCOMPARE(sum.sum.value(), expected->second[1].value());
            QCOMPARE(sum.weighted.value(), expected->second[2].value());
        }
        QCOMPARE(countRows(*table, query.filter), passed);
    }
}

} // namespace dw::test

using dw::test::TestColumnSums;
DW_TEST(TestColumnSums)

#include "tst_columnsums.moc"
