// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/valueforms.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

ColumnForms guess(const QStringList &cells) {
    return guessColumn({cells.constData(), size_t(cells.size())});
}

} // namespace

/// What a column looks like by its cells, and a file by its columns.
class TestValueGuess : public QObject {
    Q_OBJECT

private slots:
    void looks_data();
    void looks();
    void kindsOfAWorkbook_count();
    void numberForms_data();
    void numberForms();
    void dateOrders_data();
    void dateOrders();
    void fileOfColumns_data();
    void fileOfColumns();
    void numbersOfFile_areThoseThatTell();
};

void TestValueGuess::looks_data() {
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<ColumnLook>("look");
    QTest::addColumn<QString>("currency");
    const auto row = [](const char *name, const QStringList &cells, ColumnLook look,
                        const QString &currency = {}) {
        QTest::newRow(name) << cells << look << currency;
    };
    row("nothing", {}, ColumnLook::Empty);
    row("blanks", {u" "_s, QString()}, ColumnLook::Empty);
    row("names", {u"Anna"_s, u"苏州"_s}, ColumnLook::Text);
    row("numbers", {u"1"_s, u"2.5"_s, u"-3"_s}, ColumnLook::Number);
    row("percentages", {u"10%"_s, u"25 %"_s}, ColumnLook::Number);
    row("one odd cell of five", {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"n/a"_s}, ColumnLook::Number);
    row("one odd cell of four", {u"1"_s, u"2"_s, u"3"_s, u"n/a"_s}, ColumnLook::Text);
    row("codes", {u"007"_s, u"0815"_s}, ColumnLook::Text);
    row("long numbers", {u"1234567890123456"_s, u"2234567890123456"_s}, ColumnLook::Text);
    row("amounts", {u"$5"_s, u"$1,200.50"_s, u"-"_s}, ColumnLook::Text);
    row("dollars", {u"$5"_s, u"$1,200.50"_s}, ColumnLook::Money, u"USD"_s);
    row("two currencies", {u"CNY 5"_s, u"EUR 6"_s}, ColumnLook::Money);
    row("Chinese amounts", {u"5万元"_s, u"1.2亿元"_s}, ColumnLook::Money, u"CNY"_s);
    row("days", {u"2026-03-05"_s, u"5 Mar 2026"_s}, ColumnLook::Date);
    row("bare days", {u"20260305"_s, u"20251231"_s}, ColumnLook::Date);
    row("instants", {u"2026-03-05 09:30"_s, u"2026-03-05"_s}, ColumnLook::Instant);
    row("midnights", {u"2026-03-05 00:00:00"_s}, ColumnLook::Date);
    row("years", {u"2025"_s, u"2026"_s}, ColumnLook::Number);
    row("yes and no", {u"Yes"_s, u"no"_s}, ColumnLook::YesNo);
    row("shi and fou", {u"是"_s, u"否"_s}, ColumnLook::YesNo);
}

void TestValueGuess::looks() {
    QFETCH(QStringList, cells);
    const ColumnForms forms = guess(cells);
    QTEST(forms.look, "look");
    QTEST(forms.currency, "currency");
    QVERIFY(forms.confidence >= 0 && forms.confidence <= 1);
}

void TestValueGuess::kindsOfAWorkbook_count() {
    const QStringList cells{u"5"_s, u"6"_s};
    const auto look = [&](CellKind kind) {
        const std::vector<CellKind> kinds(2, kind);
        return guessColumn({cells.constData(), size_t(cells.size())}, kinds).look;
    };
    QCOMPARE(look(CellKind::Number), ColumnLook::Number);
    QCOMPARE(look(CellKind::Date), ColumnLook::Date);
    QCOMPARE(look(CellKind::Instant), ColumnLook::Instant);
    QCOMPARE(look(CellKind::YesNo), ColumnLook::YesNo);
    QCOMPARE(look(CellKind::Error), ColumnLook::Empty);
    const QString amount = u"EUR 5"_s;
    const CellKind money = CellKind::Money;
    QCOMPARE(guessColumn({&amount, 1}, {&money, 1}).currency, u"EUR"_s);
}

void TestValueGuess::numberForms_data() {
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QChar>("decimal");
    QTest::addColumn<bool>("ambiguous");
    QTest::newRow("whole") << QStringList{u"1"_s} << QChar(u'.') << false;
    QTest::newRow("point") << QStringList{u"1.5"_s, u"1,234"_s} << QChar(u'.') << false;
    QTest::newRow("comma") << QStringList{u"1,5"_s, u"1.234"_s} << QChar(u',') << false;
    QTest::newRow("open") << QStringList{u"1,234"_s} << QChar(u'.') << true;
    QTest::newRow("amounts") << QStringList{u"1.234,50 €"_s} << QChar(u',') << false;
}

void TestValueGuess::numberForms() {
    QFETCH(QStringList, cells);
    const ColumnForms forms = guess(cells);
    QTEST(forms.number.decimal, "decimal");
    QTEST(forms.numberIsAmbiguous, "ambiguous");
}

void TestValueGuess::dateOrders_data() {
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<DateOrder>("order");
    QTest::addColumn<bool>("ambiguous");
    using enum DateOrder;
    QTest::newRow("year first") << QStringList{u"2026-03-05"_s} << YearMonthDay << false;
    QTest::newRow("named") << QStringList{u"5 Mar 2026"_s} << YearMonthDay << false;
    QTest::newRow("month") << QStringList{u"01/02/2025"_s, u"12/25/2025"_s} << MonthDayYear
                           << false;
    QTest::newRow("day") << QStringList{u"01/02/2025"_s, u"25/12/2025"_s} << DayMonthYear << false;
    QTest::newRow("open") << QStringList{u"01/02/2025"_s, u"03/03/2025"_s} << YearMonthDay << true;
    QTest::newRow("same both ways") << QStringList{u"03/03/2025"_s} << YearMonthDay << false;
    QTest::newRow("points") << QStringList{u"01.02.2025"_s} << DayMonthYear << false;
    QTest::newRow("short years") << QStringList{u"25/12/31"_s, u"40/01/15"_s} << YearMonthDay
                                 << false;
    QTest::newRow("short and open")
        << QStringList{u"25/12/31"_s, u"24/01/15"_s} << YearMonthDay << true;
    QTest::newRow("contradicting")
        << QStringList{u"25/12/2025"_s, u"12/25/2025"_s, u"01/02/2025"_s} << YearMonthDay << true;
}

void TestValueGuess::dateOrders() {
    QFETCH(QStringList, cells);
    const ColumnForms forms = guess(cells);
    QTEST(forms.order, "order");
    QTEST(forms.orderIsAmbiguous, "ambiguous");
    QCOMPARE(forms.look, ColumnLook::Date);
}

void TestValueGuess::fileOfColumns_data() {
    QTest::addColumn<QList<QStringList>>("columns");
    QTest::addColumn<bool>("ambiguous");
    QTest::addColumn<int>("order"); // -1: none
    const QStringList open{u"01/02/2025"_s};
    const QStringList day{u"25/12/2025"_s};
    const QStringList month{u"12/25/2025"_s};
    const QStringList named{u"2025-01-02"_s};
    QTest::newRow("no days") << QList<QStringList>{{u"a"_s}} << false << -1;
    QTest::newRow("named alone") << QList<QStringList>{named} << false << -1;
    QTest::newRow("open alone") << QList<QStringList>{named, open} << true << -1;
    QTest::newRow("another tells")
        << QList<QStringList>{open, day} << false << int(DateOrder::DayMonthYear);
    QTest::newRow("others contradict") << QList<QStringList>{open, day, month} << true << -1;
}

void TestValueGuess::fileOfColumns() {
    QFETCH(QList<QStringList>, columns);
    std::vector<ColumnForms> forms;
    for (const QStringList &cells : columns)
        forms.push_back(guess(cells));
    const FileDates dates = datesOfFile(forms);
    QTEST(dates.isAmbiguous, "ambiguous");
    QTEST(dates.order ? int(*dates.order) : -1, "order");
    QCOMPARE(dates.examples.isEmpty(), !forms.front().orderIsAmbiguous && !dates.isAmbiguous);
}

void TestValueGuess::numbersOfFile_areThoseThatTell() {
    const ColumnForms open = guess({u"1,234"_s});
    const ColumnForms comma = guess({u"1,5"_s});
    const ColumnForms point = guess({u"1.5"_s});
    QCOMPARE(numbersOfFile(std::vector{open}).decimal, QChar(u'.'));
    QCOMPARE(numbersOfFile(std::vector{open, comma}).decimal, QChar(u','));
    QCOMPARE(numbersOfFile(std::vector{comma, point}).decimal, QChar(u'.'));
}

} // namespace dw::test

using dw::test::TestValueGuess;
DW_TEST(TestValueGuess)

#include "tst_valueguess.moc"
