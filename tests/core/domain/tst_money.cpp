// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr qint64 least = std::numeric_limits<qint64>::min();
constexpr qint64 most = std::numeric_limits<qint64>::max();

Currency currency(const QString &code) { return *Currency::fromCode(code); }
Money cny(qint64 minor) { return {minor, currency(u"CNY"_s)}; }

/// The id of what failed, or the amount where nothing did.
QString outcome(const Result<Money> &money) {
    return money ? money->toText() : money.error().message.id;
}

} // namespace

class TestMoney : public QObject {
    Q_OBJECT

private slots:
    void currency_takesThreeLetters_data();
    void currency_takesThreeLetters();
    void currency_knowsItsDigits_data();
    void currency_knowsItsDigits();
    void fromDecimal_data();
    void fromDecimal();
    void fromText_data();
    void fromText();
    void errors_sayWhatAndWhy();
    void text_isReadBack();
    void plusAndMinus_data();
    void plusAndMinus();
    void sums_neverMixCurrencies();
    void times_data();
    void times();
    void times_agreesWithLongArithmetic();
    void plusAndMinus_areInverse();
};

void TestMoney::currency_takesThreeLetters_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("capitals") << u"CNY"_s << u"CNY"_s;
    QTest::newRow("small letters") << u"usd"_s << u"USD"_s;
    QTest::newRow("mixed") << u"eUr"_s << u"EUR"_s;
    QTest::newRow("first and last letters") << u"azA"_s << u"AZA"_s;
    for (const char16_t *bad : {u"", u"CN", u"CNYX", u"C1Y", u"CN ", u"¥", u"ＣＮＹ", u"元", u"@AB",
                                u"AB[", u"`ab", u"ab{"})
        QTest::newRow(qPrintable(u"no code: "_s + QString::fromUtf16(bad)))
            << QString::fromUtf16(bad) << QString();
}

void TestMoney::currency_takesThreeLetters() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto made = Currency::fromCode(text);
    QCOMPARE(made.ok(), !code.isEmpty());
    if (made)
        QCOMPARE(made->code(), code);
    else
        QCOMPARE(made.error().message.id, u"money.currency"_s);
}

void TestMoney::currency_knowsItsDigits_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("digits");
    const auto rows = [](const char *codes, int digits) {
        const QStringList all = QString::fromLatin1(codes).split(u' ');
        for (const QString &code : all)
            QTest::newRow(qPrintable(code)) << code << digits;
    };
    rows("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0);
    rows("CNY USD EUR GBP HKD TWD INR CHF SGD AUD", 2);
    rows("BHD IQD JOD KWD LYD OMR TND", 3);
    rows("CLF UYW", 4);
}

void TestMoney::currency_knowsItsDigits() {
    QFETCH(QString, code);
    QTEST(currency(code).digits(), "digits");
}

void TestMoney::fromDecimal_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *text, const char *code, const char *result) {
        QTest::addRow("%s %s", code, text)
            << QString::fromUtf8(text) << QString::fromLatin1(code) << QString::fromLatin1(result);
    };
    row("0", "CNY", "CNY 0.00");
    row("-0", "CNY", "CNY 0.00");
    row("500000", "CNY", "CNY 500000.00");
    row("500000.5", "CNY", "CNY 500000.50");
    row("-1234.50", "CNY", "CNY -1234.50");
    row("0.01", "CNY", "CNY 0.01");
    row("-0.01", "CNY", "CNY -0.01");
    row("007.10", "CNY", "CNY 7.10");
    row("1.2300", "CNY", "CNY 1.23");
    row("1.231", "CNY", "money.digits");
    row("0.001", "CNY", "money.digits");
    row("12", "JPY", "JPY 12");
    row("12.00", "JPY", "JPY 12");
    row("12.5", "JPY", "money.digits");
    row("1.234", "KWD", "KWD 1.234");
    row("1.2345", "CLF", "CLF 1.2345");
    row("92233720368547758.07", "CNY", "CNY 92233720368547758.07");
    row("92233720368547758.08", "CNY", "money.overflow");
    row("-92233720368547758.08", "CNY", "CNY -92233720368547758.08");
    row("-92233720368547758.09", "CNY", "money.overflow");
    row("9223372036854775807", "JPY", "JPY 9223372036854775807");
    row("9223372036854775808", "JPY", "money.overflow");
    row("184467440737095516.15", "CNY", "money.overflow");
    row("184467440737095516.16", "CNY", "money.overflow");
    row("18446744073709551616", "JPY", "money.overflow");
    row("99999999999999999999999999999999", "CNY", "money.overflow");
    row("00000000000000000000000000000000000001", "CNY", "CNY 1.00");
    for (const char *bad :
         {"",   "-",  ".",   "1.",   ".5",    "-.5", "--1", "+1", "1-",  "1,000", "1 000",
          " 1", "1 ", "1e3", "0x10", "1.2.3", "1,5", "١",   "１", "NaN", "inf",   "−1"})
        row(bad, "CNY", "money.format");
}

void TestMoney::fromDecimal() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QTEST(outcome(Money::fromDecimal(text, currency(code))), "result");
}

void TestMoney::fromText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *text, const char *result) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(result);
    };
    row("CNY 500000", "CNY 500000.00");
    row("  usd   12.30 ", "USD 12.30");
    row("JPY -5", "JPY -5");
    row("CNY", "money.format");
    row("", "money.format");
    row("500000", "money.format");
    row("CNY500000", "money.format");
    row("500000 CNY", "money.currency");
    row("YUAN 5", "money.currency");
    row("CNY 5 000", "money.format");
    row("CNY 0.005", "money.digits");
    row("CNY 99999999999999999999", "money.overflow");
}

void TestMoney::fromText() {
    QFETCH(QString, text);
    QTEST(outcome(Money::fromText(text)), "result");
}

void TestMoney::errors_sayWhatAndWhy() {
    const auto digits = Money::fromDecimal(u"1.234"_s, currency(u"CNY"_s));
    const Message expected{
        u"money.digits"_s,
        {{u"value"_s, u"1.234"_s}, {u"currency"_s, u"CNY"_s}, {u"digits"_s, u"2"_s}}};
    QCOMPARE(digits.error().message, expected);
    QCOMPARE(digits.error().kind, ErrorKind::Invalid);
    const auto lengthy = Money::fromDecimal(QString(10'000, u'x'), currency(u"CNY"_s));
    QCOMPARE(lengthy.error().message.args.value(u"value"_s).size(), 60);
}

void TestMoney::text_isReadBack() {
    Random random(3);
    const std::vector<Currency> currencies{currency(u"CNY"_s), currency(u"JPY"_s),
                                           currency(u"KWD"_s), currency(u"CLF"_s)};
    for (const qint64 minor : {least, least + 1, most, most - 1, qint64(0), qint64(-1)}) {
        for (const Currency &c : currencies)
            QCOMPARE(outcome(Money::fromText(Money(minor, c).toText())), Money(minor, c).toText());
    }
    for (int i = 0; i < 10'000; ++i) {
        const Money money(qint64(random.bits()) >> random.below(64), random.pick(currencies));
        const auto back = Money::fromText(money.toText());
        QVERIFY(back.ok());
        QCOMPARE(*back, money);
    }
    QCOMPARE(Money().toText(), u"0.00"_s);
}

void TestMoney::plusAndMinus_data() {
    QTest::addColumn<qint64>("a");
    QTest::addColumn<qint64>("b");
    QTest::addColumn<QString>("sum");
    QTest::addColumn<QString>("difference");
    const auto row = [](const char *what, qint64 a, qint64 b, const char *sum,
                        const char *difference) {
        QTest::newRow(what) << a << b << QString::fromLatin1(sum)
                            << QString::fromLatin1(difference);
    };
    row("small", 150, -50, "CNY 1.00", "CNY 2.00");
    row("most and nothing", most, 0, "CNY 92233720368547758.07", "CNY 92233720368547758.07");
    row("most and one", most, 1, "money.overflow", "CNY 92233720368547758.06");
    row("most and minus one", most, -1, "CNY 92233720368547758.06", "money.overflow");
    row("least and one", least, 1, "CNY -92233720368547758.07", "money.overflow");
    row("least and minus one", least, -1, "money.overflow", "CNY -92233720368547758.07");
    row("most and most", most, most, "money.overflow", "CNY 0.00");
    row("least and least", least, least, "money.overflow", "CNY 0.00");
    row("nothing and least", 0, least, "CNY -92233720368547758.08", "money.overflow");
    row("minus one and least", -1, least, "money.overflow", "CNY 92233720368547758.07");
    row("most and least", most, least, "CNY -0.01", "money.overflow");
}

void TestMoney::plusAndMinus() {
    QFETCH(qint64, a);
    QFETCH(qint64, b);
    QTEST(outcome(cny(a).plus(cny(b))), "sum");
    QTEST(outcome(cny(a).minus(cny(b))), "difference");
}

void TestMoney::sums_neverMixCurrencies() {
    const Money yen(1, currency(u"JPY"_s));
    const Message expected{u"money.currencies"_s,
                           {{u"first"_s, u"CNY"_s}, {u"second"_s, u"JPY"_s}}};
    QCOMPARE(cny(1).plus(yen).error().message, expected);
    QCOMPARE(cny(1).minus(yen).error().message, expected);
    QVERIFY(!cny(0).plus(Money()).ok());
    QVERIFY(cny(1) != yen);
}

void TestMoney::times_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<qint64>("units");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *what, qint64 minor, qint64 units, int scale,
                        const char *result) {
        QTest::newRow(what) << minor << units << scale << QString::fromLatin1(result);
    };
    row("whole", 1050, 3, 0, "CNY 31.50");
    row("nothing", 1050, 0, 9, "CNY 0.00");
    row("below half", 1, 499, 3, "CNY 0.00");
    row("half", 1, 500, 3, "CNY 0.01");
    row("above half", 1, 501, 3, "CNY 0.01");
    row("minus below half", -1, 499, 3, "CNY 0.00");
    row("minus half goes away from zero", -1, 500, 3, "CNY -0.01");
    row("half of an odd number", 3, 5, 1, "CNY 0.02");
    row("minus half of an odd number", -3, 5, 1, "CNY -0.02");
    row("minus quantity", 3, -5, 1, "CNY -0.02");
    row("minus times minus", -3, -5, 1, "CNY 0.02");
    row("finest scale", 1'000'000'000, 1, 9, "CNY 0.01");
    row("finest scale, half", 500'000'000, 1, 9, "CNY 0.01");
    row("finest scale, below", 499'999'999, 1, 9, "CNY 0.00");
    row("most once", most, 1, 0, "CNY 92233720368547758.07");
    row("least once", least, 1, 0, "CNY -92233720368547758.08");
    row("least against", least, -1, 0, "money.overflow");
    row("most against", most, -1, 0, "CNY -92233720368547758.07");
    row("most twice", most, 2, 0, "money.overflow");
    row("one by most", 1, most, 0, "CNY 92233720368547758.07");
    row("minus one by least", -1, least, 0, "money.overflow");
    row("one by least", 1, least, 0, "CNY -92233720368547758.08");
    row("least by least", least, least, 9, "money.overflow");
    row("most by a milliard, scaled back", most, 1'000'000'000, 9, "CNY 92233720368547758.07");
    row("rounded past the most", most, 1'000'000'001, 9, "money.overflow");
    row("just below the most", 1'844'674'407'370'955'161, 50, 1, "CNY 92233720368547758.05");
}

void TestMoney::times() {
    QFETCH(qint64, minor);
    QFETCH(qint64, units);
    QFETCH(int, scale);
    QTEST(outcome(cny(minor).times(units, scale)), "result");
}

/// Against a sum of small products, which needs neither 128 bits nor a division of them.
void TestMoney::times_agreesWithLongArithmetic() {
    Random random(4);
    for (int i = 0; i < 20'000; ++i) {
        const int scale = random.below(10);
        qint64 power = 1;
        for (int n = 0; n < scale; ++n)
            power *= 10;
        // minor = whole * power + rest: the whole part is exact, the rest is small enough to
        // multiply.
        const qint64 units = random.between(-2'000'000'000, 2'000'000'000);
        const qint64 whole = random.between(-1'000'000'000, 1'000'000'000);
        const qint64 rest = random.below(power);
        const qint64 part = rest * units;
        const qint64 half = (part < 0 ? -power : power) / 2;
        const qint64 minor = whole * power + rest;
        const auto product = cny(minor).times(units, scale);
        if (std::abs(double(whole)) * std::abs(double(units)) > 9e18)
            continue;
        QVERIFY(product.ok());
        // Rounding away from zero looks at the sign of the whole product, so only equal signs
        // compare exactly.
        if ((minor < 0) != (units < 0) ? part <= 0 : part >= 0)
            QCOMPARE(product->minor(), whole * units + (part + half) / power);
        else
            QVERIFY(std::abs(product->minor() - (whole * units + part / power)) <= 1);
    }
}

void TestMoney::plusAndMinus_areInverse() {
    Random random(5);
    for (int i = 0; i < 20'000; ++i) {
        const Money a = cny(qint64(random.bits()) >> random.below(64));
        const Money b = cny(qint64(random.bits()) >> random.below(64));
        const auto sum = a.plus(b);
        const bool overflows = std::abs(double(a.minor()) + double(b.minor())) > 9.3e18;
        if (overflows)
            QVERIFY(!sum.ok());
        if (sum)
            QCOMPARE(*sum->minus(b), a);
    }
}

} // namespace dw::test

using dw::test::TestMoney;
DW_TEST(TestMoney)

#include "tst_money.moc"
