// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/valueforms.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr NumberForm point{u'.', u','};
constexpr NumberForm comma{u',', u'.'};

/// "-" where nothing was read.
QString shown(const std::optional<QString> &read) { return read.value_or(u"-"_s); }

} // namespace

/// Numbers and amounts as people and programs write them.
class TestValueNumbers : public QObject {
    Q_OBJECT

private slots:
    void numbers_data();
    void numbers();
    void amounts_data();
    void amounts();
    void serials_data();
    void serials();
};

void TestValueNumbers::numbers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("withPoint");
    QTest::addColumn<QString>("withComma");
    const auto row = [](const QString &text, const QString &withPoint, const QString &withComma) {
        QTest::newRow(text.isEmpty() ? "empty" : qPrintable(text))
            << text << withPoint << withComma;
    };
    row(u"0"_s, u"0"_s, u"0"_s);
    row(u"1234"_s, u"1234"_s, u"1234"_s);
    row(u"-1234"_s, u"-1234"_s, u"-1234"_s);
    row(u"+7"_s, u"7"_s, u"7"_s);
    row(u"007"_s, u"7"_s, u"7"_s);
    row(u"-0"_s, u"0"_s, u"0"_s);
    row(u"1.5"_s, u"1.5"_s, u"-"_s);
    row(u"1,5"_s, u"-"_s, u"1.5"_s);
    row(u"1,234"_s, u"1234"_s, u"1.234"_s);
    row(u"1.234"_s, u"1.234"_s, u"1234"_s);
    row(u"1,234.50"_s, u"1234.50"_s, u"-"_s);
    row(u"1.234,50"_s, u"-"_s, u"1234.50"_s);
    row(u"1,234,567"_s, u"1234567"_s, u"-"_s);
    row(u"12,34,567.5"_s, u"1234567.5"_s, u"-"_s);
    row(u"1,2345"_s, u"-"_s, u"1.2345"_s);
    row(u"12,34"_s, u"-"_s, u"12.34"_s);
    row(u",123"_s, u"-"_s, u"0.123"_s);
    row(u"1,,234"_s, u"-"_s, u"-"_s);
    row(u"1,234,56"_s, u"-"_s, u"-"_s);
    row(u"1234,567"_s, u"-"_s, u"1234.567"_s);
    row(u"1 234 567,5"_s, u"-"_s, u"1234567.5"_s);
    row(u"1\u00A0234.5"_s, u"1234.5"_s, u"-"_s);
    row(u"1\u202F234\u202F567"_s, u"1234567"_s, u"1234567"_s);
    row(u"1\u2009234"_s, u"1234"_s, u"1234"_s);
    row(u"1'234'567.25"_s, u"1234567.25"_s, u"-"_s);
    row(u"1’234.5"_s, u"1234.5"_s, u"-"_s);
    row(u"12 34"_s, u"-"_s, u"-"_s);
    row(u"１，２３４．５"_s, u"1234.5"_s, u"-"_s);
    row(u"　12　"_s, u"12"_s, u"12"_s);
    row(u"−5"_s, u"-5"_s, u"-5"_s);
    row(u"5-"_s, u"-5"_s, u"-5"_s);
    row(u"(5)"_s, u"-5"_s, u"-5"_s);
    row(u"（1,234.5）"_s, u"-1234.5"_s, u"-"_s);
    row(u"(-5)"_s, u"-"_s, u"-"_s);
    row(u"--5"_s, u"-"_s, u"-"_s);
    row(u"12%"_s, u"12"_s, u"12"_s);
    row(u"-12.5 %"_s, u"-12.5"_s, u"-"_s);
    row(u"８５％"_s, u"85"_s, u"85"_s);
    row(u".5"_s, u"0.5"_s, u"-"_s);
    row(u"5."_s, u"5"_s, u"-"_s);
    row(u"."_s, u"-"_s, u"-"_s);
    row(u"1.5万"_s, u"15000"_s, u"-"_s);
    row(u"3亿"_s, u"300000000"_s, u"300000000"_s);
    row(u"1.25 万亿"_s, u"1250000000000"_s, u"-"_s);
    row(u"12.34567万"_s, u"123456.7"_s, u"-"_s);
    row(u"5千"_s, u"5000"_s, u"5000"_s);
    row(u"2百万"_s, u"2000000"_s, u"2000000"_s);
    row(u"-2億"_s, u"-200000000"_s, u"-200000000"_s);
    row(u"1.2k"_s, u"1200"_s, u"-"_s);
    row(u"1,5 K"_s, u"-"_s, u"1500"_s);
    row(u"2M"_s, u"2000000"_s, u"2000000"_s);
    row(u"2 m"_s, u"-"_s, u"-"_s); // metres
    row(u"1.5bn"_s, u"1500000000"_s, u"-"_s);
    row(u"3 million"_s, u"3000000"_s, u"3000000"_s);
    row(u"1.5E+3"_s, u"1500"_s, u"-"_s);
    row(u"25e-3"_s, u"0.025"_s, u"0.025"_s);
    row(u"1e99"_s, u"-"_s, u"-"_s);
    row(u"e5"_s, u"-"_s, u"-"_s);
    row(u"0x10"_s, u"-"_s, u"-"_s);
    row(u"nan"_s, u"-"_s, u"-"_s);
    row(u"five"_s, u"-"_s, u"-"_s);
    row(u"5 pcs"_s, u"-"_s, u"-"_s);
    row(QString(), u"-"_s, u"-"_s);
    row(u"12345678901234567890.123"_s, u"12345678901234567890.123"_s, u"-"_s);
    row(QString(201, u'1'), u"-"_s, u"-"_s);
}

void TestValueNumbers::numbers() {
    QFETCH(QString, text);
    QTEST(shown(plainNumber(text, point)), "withPoint");
    QTEST(shown(plainNumber(text, comma)), "withComma");
}

void TestValueNumbers::amounts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("read");
    const auto row = [](const QString &text, const QString &currency, const QString &read) {
        QTest::newRow(qPrintable(text + u" / "_s + currency)) << text << currency << read;
    };
    row(u"CNY 500000.00"_s, {}, u"CNY 500000.00"_s);
    row(u"500000 CNY"_s, {}, u"CNY 500000"_s);
    row(u"eur1,234.5"_s, {}, u"EUR 1234.5"_s);
    row(u"1234"_s, {}, u"1234"_s);
    row(u"1234"_s, u"KWD"_s, u"KWD 1234"_s);
    row(u"$1,234.50"_s, {}, u"USD 1234.50"_s);
    row(u"$5"_s, u"AUD"_s, u"AUD 5"_s);
    row(u"$5"_s, u"CNY"_s, u"USD 5"_s);
    row(u"US$ 5"_s, u"AUD"_s, u"USD 5"_s);
    row(u"HK$5"_s, {}, u"HKD 5"_s);
    row(u"¥100"_s, {}, u"CNY 100"_s);
    row(u"￥100"_s, u"JPY"_s, u"JPY 100"_s);
    row(u"¥100"_s, u"USD"_s, u"CNY 100"_s);
    row(u"100元"_s, {}, u"CNY 100"_s);
    row(u"¥100元"_s, {}, u"CNY 100"_s);
    row(u"人民币 1,000.5 元"_s, {}, u"CNY 1000.5"_s);
    row(u"RMB 1.5万"_s, {}, u"CNY 15000"_s);
    row(u"1.5万元"_s, {}, u"CNY 15000"_s);
    row(u"2 亿 元"_s, {}, u"CNY 200000000"_s);
    row(u"30万美元"_s, {}, u"USD 300000"_s);
    row(u"5000円"_s, {}, u"JPY 5000"_s);
    row(u"€ 12"_s, {}, u"EUR 12"_s);
    row(u"12,5 €"_s, {}, u"-"_s);
    row(u"£2m"_s, {}, u"GBP 2000000"_s);
    row(u"USD 1.2k"_s, {}, u"USD 1200"_s);
    row(u"1.2 million USD"_s, {}, u"USD 1200000"_s);
    row(u"5 MXN"_s, {}, u"MXN 5"_s);
    row(u"5 KRW"_s, {}, u"KRW 5"_s);
    row(u"-$5"_s, {}, u"USD -5"_s);
    row(u"$-5"_s, {}, u"USD -5"_s);
    row(u"$5-"_s, {}, u"USD -5"_s);
    row(u"($1,234.5)"_s, {}, u"USD -1234.5"_s);
    row(u"(5 EUR)"_s, {}, u"EUR -5"_s);
    row(u"CNY -5"_s, {}, u"CNY -5"_s);
    row(u"+$5"_s, {}, u"USD 5"_s);
    row(u"-$-5"_s, {}, u"-"_s);
    row(u"CNY -0.00"_s, {}, u"CNY 0.00"_s);
    row(u"Rs. 12,34,567"_s, {}, u"INR 1234567"_s);
    row(u"$ .5"_s, {}, u"USD 0.5"_s);
    // What names no currency, or two, is no amount.
    row(u"5 pcs"_s, {}, u"-"_s);
    row(u"USD 5 EUR"_s, {}, u"-"_s);
    row(u"$5 EUR"_s, {}, u"-"_s);
    row(u"5%"_s, {}, u"-"_s);
    row(u"about $5"_s, {}, u"-"_s);
    row(u"CNY"_s, {}, u"-"_s);
    row(u"5 6 EUR"_s, {}, u"-"_s);
    row(u""_s, u"CNY"_s, u"-"_s);
}

void TestValueNumbers::amounts() {
    QFETCH(QString, text);
    QFETCH(QString, currency);
    QTEST(shown(plainMoney(text, point, currency)), "read");
}

void TestValueNumbers::serials_data() {
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("from1900");
    QTest::addColumn<QString>("from1904");
    const auto row = [](const QString &number, const QString &from1900, const QString &from1904) {
        QTest::newRow(qPrintable(number)) << number << from1900 << from1904;
    };
    row(u"46086"_s, u"2026-03-05"_s, u"2030-03-06"_s);
    row(u"46086.5"_s, u"2026-03-05T12:00:00"_s, u"2030-03-06T12:00:00"_s);
    row(u"1"_s, u"1900-01-01"_s, u"1904-01-02"_s);
    row(u"59"_s, u"1900-02-28"_s, u"1904-02-29"_s);
    row(u"60"_s, u"-"_s, u"1904-03-01"_s);
    row(u"60.9999999999"_s, u"1900-03-01"_s, u"1904-03-02"_s);
    row(u"61"_s, u"1900-03-01"_s, u"1904-03-02"_s);
    row(u"0"_s, u"-"_s, u"1904-01-01"_s);
    row(u"0.5"_s, u"-"_s, u"1904-01-01T12:00:00"_s);
    row(u"-1"_s, u"-"_s, u"-"_s);
    row(u"2958465"_s, u"9999-12-31"_s, u"-"_s);
    row(u"2958466"_s, u"-"_s, u"-"_s);
    row(u"1e300"_s, u"-"_s, u"-"_s);
    row(u"nan"_s, u"-"_s, u"-"_s);
    row(u"x"_s, u"-"_s, u"-"_s);
}

void TestValueNumbers::serials() {
    QFETCH(QString, number);
    QTEST(shown(plainSerial(number, false)), "from1900");
    QTEST(shown(plainSerial(number, true)), "from1904");
}

} // namespace dw::test

using dw::test::TestValueNumbers;
DW_TEST(TestValueNumbers)

#include "tst_valuenumbers.moc"
