// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/forms/numbertext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestNumberText : public QObject {
    Q_OBJECT
private slots:
    void plainDecimal_data();
    void plainDecimal();
};

void TestNumberText::plainDecimal_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("plain"); // null: no number
    const QString none;
    QTest::newRow("whole") << u"500"_s << u"500"_s;
    QTest::newRow("decimals stay exact") << u"0.10"_s << u"0.10"_s;
    QTest::newRow("thousands") << u"1,284,000.50"_s << u"1284000.50"_s;
    QTest::newRow("blanks around and inside") << u" 1 284 "_s << u"1284"_s;
    QTest::newRow("full width") << u"１，２８４．５"_s << u"1284.5"_s;
    QTest::newRow("hyphen") << u"-5"_s << u"-5"_s;
    QTest::newRow("minus sign") << u"−5.25"_s << u"-5.25"_s;
    QTest::newRow("plus") << u"+5"_s << u"5"_s;
    QTest::newRow("point first") << u".5"_s << u"0.5"_s;
    QTest::newRow("point last") << u"5."_s << u"5"_s;
    QTest::newRow("ten thousands") << u"1,284万"_s << u"12840000"_s;
    QTest::newRow("ten thousands with decimals") << u"1284.56789万"_s << u"12845678.9"_s;
    QTest::newRow("less than one ten thousand") << u"0.05万"_s << u"500"_s;
    QTest::newRow("hundred millions") << u"2.34亿"_s << u"234000000"_s;
    QTest::newRow("millions") << u"12.84M"_s << u"12840000"_s;
    QTest::newRow("thousand") << u"7k"_s << u"7000"_s;
    QTest::newRow("nothing") << u""_s << none;
    QTest::newRow("sign alone") << u"-"_s << none;
    QTest::newRow("unit alone") << u"万"_s << none;
    QTest::newRow("point alone") << u"."_s << none;
    QTest::newRow("comma as decimal mark") << u"1,5"_s << none;
    QTest::newRow("comma in the wrong place") << u"12,34"_s << none;
    QTest::newRow("two points") << u"1.2.3"_s << none;
    QTest::newRow("letters") << u"12abc"_s << none;
    QTest::newRow("exponent") << u"1e9"_s << none;
    QTest::newRow("not a number") << u"nan"_s << none;
    QTest::newRow("at the length limit") << QString(60, u'9') << QString(60, u'9');
    QTest::newRow("over the length limit") << QString(61, u'9') << none;
}

void TestNumberText::plainDecimal() {
    QFETCH(const QString, typed);
    QFETCH(const QString, plain);
    const auto read = dw::ui::plainDecimal(typed);
    QCOMPARE(read.has_value(), !plain.isNull());
    QCOMPARE(read.value_or(QString()), plain);
}

DW_TEST(TestNumberText)
#include "tst_numbertext.moc"
