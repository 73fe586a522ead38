// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardtotals.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What stands on a card and above a column, from values alone.
class TestBoardCards : public QObject {
    Q_OBJECT

private slots:
    void days_areThoseOfTheCalendar_data();
    void days_areThoseOfTheCalendar();
    void warnings_data();
    void warnings();
    void totals_data();
    void totals();
    void weighted_data();
    void weighted();
    void totals_thatAreTooLarge_areLeftOut();
    void together_addsUpPerCurrency();
    void together_thatIsTooLarge_isLeftOut();
    void largest_isByMajorUnits_everywhere();

private:
    static ColumnTotals totalsOf(const QStringList &amounts, const BoardStage &stage = {});
    static QString text(const ColumnTotals &totals);
};

ColumnTotals TestBoardCards::totalsOf(const QStringList &amounts, const BoardStage &stage) {
    std::vector<BoardCard> cards;
    for (const QString &amount : amounts) {
        BoardCard card;
        if (!amount.isEmpty())
            card.amount = must(Money::fromText(amount));
        cards.push_back(card);
    }
    std::vector<const BoardCard *> all;
    all.reserve(cards.size());
    for (const BoardCard &card : cards)
        all.push_back(&card);
    return dw::totalsOf(all, stage);
}

QString TestBoardCards::text(const ColumnTotals &totals) {
    QStringList parts{u"%1/%2"_s.arg(totals.count).arg(totals.withoutAmount)};
    for (const CurrencySum &sum : totals.sums)
        parts << sum.sum.toText() + u" ("_s + sum.weighted.toText() + u')';
    if (totals.overflow)
        parts << u"too large"_s;
    return parts.join(u' ');
}

void TestBoardCards::days_areThoseOfTheCalendar_data() {
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("days");
    const auto row = [](const char *name, const char16_t *since, const char16_t *now,
                        const char16_t *zone, int days) {
        QTest::newRow(name) << QString::fromUtf16(since) << QString::fromUtf16(now)
                            << QString::fromUtf16(zone) << days;
    };
    row("never", u"", u"2026-03-10T00:00:00Z", u"UTC", 0);
    row("same moment", u"2026-03-10T00:00:00Z", u"2026-03-10T00:00:00Z", u"UTC", 0);
    row("same day", u"2026-03-10T00:00:00Z", u"2026-03-10T23:59:59Z", u"UTC", 0);
    row("a minute over midnight", u"2026-03-09T23:59:00Z", u"2026-03-10T00:00:00Z", u"UTC", 1);
    row("midnight here", u"2026-03-09T15:59:00Z", u"2026-03-09T16:00:00Z", u"Asia/Shanghai", 1);
    row("not midnight here", u"2026-03-09T23:59:00Z", u"2026-03-10T00:01:00Z", u"Asia/Shanghai", 0);
    row("a day of 23 hours", u"2026-03-28T12:00:00Z", u"2026-03-29T22:30:00Z", u"Europe/Berlin", 2);
    row("a leap year", u"2024-02-28T12:00:00Z", u"2024-03-01T12:00:00Z", u"UTC", 2);
    row("not yet", u"2026-03-11T00:00:00Z", u"2026-03-10T00:00:00Z", u"UTC", 0);
}

void TestBoardCards::days_areThoseOfTheCalendar() {
    QFETCH(const QString, since);
    QFETCH(const QString, now);
    QFETCH(const QString, zone);
    BoardCard card;
    card.stageSince = Instant::fromIso(since);
    QTEST(daysInStage(card, {*Instant::fromIso(now), QTimeZone(zone.toLatin1())}), "days");
}

void TestBoardCards::warnings_data() {
    QTest::addColumn<BoardCard>("card");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("expected");
    BoardCard whole;
    whole.amount = must(Money::fromText(u"CNY 0"_s));
    whole.expectedClose = QDate(2026, 3, 10);
    whole.account = testId(1);
    whole.owner = testId(2);
    whole.nextStep = u"call"_s;
    const BoardCard bare;
    QTest::newRow("whole") << whole << Outcome::Open << QString();
    QTest::newRow("bare") << bare << Outcome::Open
                          << u"no_amount no_close no_account no_owner no_next_step"_s;
    QTest::newRow("bare and won") << bare << Outcome::Won << u"no_amount"_s;
    QTest::newRow("bare and lost") << bare << Outcome::Lost << u"no_amount"_s;
    BoardCard card = whole;
    card.expectedClose = QDate(2026, 3, 9);
    QTest::newRow("a day late") << card << Outcome::Open << u"overdue 1"_s;
    QTest::newRow("late and won") << card << Outcome::Won << QString();
    card.expectedClose = QDate(2026, 3, 11);
    QTest::newRow("tomorrow") << card << Outcome::Open << QString();
    card.expectedClose = QDate(2025, 3, 10);
    QTest::newRow("a year late") << card << Outcome::Open << u"overdue 365"_s;
    card = whole;
    card.nextStepDue = QDate(2026, 3, 10);
    QTest::newRow("step today") << card << Outcome::Open << QString();
    card.nextStepDue = QDate(2026, 3, 7);
    QTest::newRow("step late") << card << Outcome::Open << u"next_step_overdue 3"_s;
}

void TestBoardCards::warnings() {
    QFETCH(const BoardCard, card);
    QFETCH(const Outcome, outcome);
    QStringList ids;
    for (const Message &warning : cardWarnings(card, outcome, QDate(2026, 3, 10))) {
        QVERIFY(warning.id.startsWith(u"card."_s));
        ids << warning.id.mid(5);
        if (warning.args.contains(u"days"_s))
            ids << warning.args.value(u"days"_s);
    }
    QTEST(ids.join(u' '), "expected");
}

void TestBoardCards::totals_data() {
    QTest::addColumn<QStringList>("amounts");
    QTest::addColumn<QString>("expected");
    using L = QStringList;
    QTest::newRow("nothing") << L{} << u"0/0"_s;
    QTest::newRow("no amounts") << L{{}, {}} << u"2/2"_s;
    QTest::newRow("one") << L{u"CNY 1.50"_s} << u"1/0 CNY 1.50 (CNY 0.00)"_s;
    QTest::newRow("never mixed") << L{u"CNY 1"_s, u"USD 3"_s, {}, u"CNY 1"_s}
                                 << u"4/1 USD 3.00 (USD 0.00) CNY 2.00 (CNY 0.00)"_s;
    QTest::newRow("less than nothing")
        << L{u"CNY -5"_s, u"JPY 0"_s} << u"2/0 JPY 0 (JPY 0) CNY -5.00 (CNY 0.00)"_s;
}

void TestBoardCards::totals() {
    QFETCH(const QStringList, amounts);
    QTEST(text(totalsOf(amounts)), "expected");
}

void TestBoardCards::weighted_data() {
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<double>("probability"); // -1 = none
    QTest::addColumn<QStringList>("amounts");
    QTest::addColumn<QString>("expected");
    using L = QStringList;
    QTest::newRow("won") << Outcome::Won << -1.0 << L{u"CNY 7"_s} << u"CNY 7.00"_s;
    QTest::newRow("lost") << Outcome::Lost << -1.0 << L{u"CNY 7"_s} << u"CNY 0.00"_s;
    QTest::newRow("open") << Outcome::Open << -1.0 << L{u"CNY 7"_s} << u"CNY 0.00"_s;
    QTest::newRow("half") << Outcome::Open << 50.0 << L{u"CNY 7"_s} << u"CNY 3.50"_s;
    QTest::newRow("rounded per deal")
        << Outcome::Open << 50.0 << L{u"CNY 0.01"_s, u"CNY 0.01"_s, u"CNY 0.01"_s} << u"CNY 0.03"_s;
    QTest::newRow("away from zero") << Outcome::Open << 50.0 << L{u"CNY -0.01"_s} << u"CNY -0.01"_s;
    QTest::newRow("a third") << Outcome::Open << 33.3333333 << L{u"CNY 300"_s} << u"CNY 100.00"_s;
    QTest::newRow("tiny") << Outcome::Open << 0.0000001 << L{u"JPY 1000000000"_s} << u"JPY 1"_s;
    QTest::newRow("over all") << Outcome::Open << 120.0 << L{u"CNY 7"_s} << u"CNY 7.00"_s;
    QTest::newRow("greatest") << Outcome::Open << 100.0 << L{u"JPY 9223372036854775807"_s}
                              << u"JPY 9223372036854775807"_s;
}

void TestBoardCards::weighted() {
    QFETCH(const Outcome, outcome);
    QFETCH(const double, probability);
    QFETCH(const QStringList, amounts);
    BoardStage stage;
    stage.outcome = outcome;
    if (probability >= 0)
        stage.winProbability = probability;
    const auto totals = totalsOf(amounts, stage);
    QCOMPARE(totals.sums.size(), 1U);
    QTEST(totals.sums.front().weighted.toText(), "expected");
}

void TestBoardCards::totals_thatAreTooLarge_areLeftOut() {
    const QString most = u"JPY 9223372036854775807"_s;
    BoardStage stage;
    stage.winProbability = 10;
    QCOMPARE(text(totalsOf({most, u"JPY 1"_s, u"CNY 2"_s}, stage)),
             u"3/0 CNY 2.00 (CNY 0.20) too large"_s);
    QCOMPARE(text(totalsOf({most, u"JPY 1"_s, u"JPY -1"_s}, stage)),
             u"3/0 JPY 9223372036854775807 (JPY 922337203685477581)"_s);
}

void TestBoardCards::together_addsUpPerCurrency() {
    QCOMPARE(text(together({})), u"0/0"_s);
    const auto a = totalsOf({u"CNY 1"_s, {}, u"USD 5"_s});
    const auto b = totalsOf({u"CNY 9"_s, u"JPY 1"_s});
    QCOMPARE(text(together({a, b, {}})),
             u"5/1 CNY 10.00 (CNY 0.00) USD 5.00 (USD 0.00) JPY 1 (JPY 0)"_s);
}

void TestBoardCards::together_thatIsTooLarge_isLeftOut() {
    const auto most = totalsOf({u"JPY 9223372036854775807"_s});
    const auto one = totalsOf({u"JPY 1"_s, u"CNY 1"_s});
    const auto less = totalsOf({u"JPY -1"_s});
    QCOMPARE(text(together({most, one})), u"3/0 CNY 1.00 (CNY 0.00) too large"_s);
    // Once too large, it stays so: what is left out must not come back as a part of itself.
    QCOMPARE(text(together({most, one, less})), u"4/0 CNY 1.00 (CNY 0.00) too large"_s);
    const auto broken = totalsOf({u"JPY 9223372036854775807"_s, u"JPY 1"_s});
    QVERIFY(together({broken, one}).overflow);
}

/// A thousand yen has fewer minor units than eleven yuan.
void TestBoardCards::largest_isByMajorUnits_everywhere() {
    const auto both = totalsOf({u"CNY 11"_s, u"JPY 1000"_s});
    QCOMPARE(both.sums.front().sum.toText(), u"JPY 1000"_s);
    QCOMPARE(together({both}).sums.front().sum.toText(), u"JPY 1000"_s);
}

} // namespace dw::test

using dw::test::TestBoardCards;
DW_TEST(TestBoardCards)

#include "tst_boardcards.moc"
