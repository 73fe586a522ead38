// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fieldvalue.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestFieldValue : public QObject {
    Q_OBJECT

private slots:
    void whatIsNothing_isEmpty();
    void whatIsSomething_isNot();
    void as_ofAnotherType_isItsDefault();
    void sets_areSortedWithoutDoubles();
    void equality_looksAtTheType();
};

void TestFieldValue::whatIsNothing_isEmpty() {
    QVERIFY(FieldValue().isEmpty());
    QVERIFY(FieldValue(QDate()).isEmpty());
    QVERIFY(FieldValue(QDate(2026, 2, 30)).isEmpty());
    QVERIFY(FieldValue(RecordId()).isEmpty());
    QVERIFY(FieldValue(QStringList()).isEmpty());
    QVERIFY(FieldValue(std::numeric_limits<double>::infinity()).isEmpty());
    QVERIFY(FieldValue(-std::numeric_limits<double>::infinity()).isEmpty());
    QVERIFY(FieldValue(std::numeric_limits<double>::quiet_NaN()).isEmpty());
}

void TestFieldValue::whatIsSomething_isNot() {
    QVERIFY(!FieldValue(false).isEmpty());
    QVERIFY(!FieldValue(0).isEmpty());
    QVERIFY(!FieldValue(0.0).isEmpty());
    QVERIFY(!FieldValue(u""_s).isEmpty());
    QVERIFY(!FieldValue(Instant{0}).isEmpty());
    QVERIFY(!FieldValue(Money()).isEmpty());
}

void TestFieldValue::as_ofAnotherType_isItsDefault() {
    const FieldValue text(u"7"_s);
    QVERIFY(text.is<QString>());
    QVERIFY(!text.is<qint64>());
    QCOMPARE(text.as<QString>(), u"7"_s);
    QCOMPARE(text.as<qint64>(), qint64(0));
    QCOMPARE(FieldValue().as<QDate>(), QDate());
    QVERIFY(FieldValue(7).is<qint64>());
    QVERIFY(FieldValue(true).is<bool>());
}

void TestFieldValue::sets_areSortedWithoutDoubles() {
    const QStringList expected{u"a"_s, u"b"_s, u"ba"_s};
    QCOMPARE(FieldValue(QStringList{u"ba"_s, u"b"_s, u"a"_s, u"b"_s}).as<QStringList>(), expected);
}

void TestFieldValue::equality_looksAtTheType() {
    QVERIFY(FieldValue(1) != FieldValue(1.0));
    QVERIFY(FieldValue(1) != FieldValue(true));
    QVERIFY(FieldValue(u"a"_s) != FieldValue(QStringList{u"a"_s}));
    QVERIFY(FieldValue() != FieldValue(u""_s));
    QCOMPARE(FieldValue(-0.0), FieldValue(0.0));
    QVERIFY(!std::signbit(FieldValue(-0.0).as<double>()));
}

} // namespace dw::test

using dw::test::TestFieldValue;
DW_TEST(TestFieldValue)

#include "tst_fieldvalue.moc"
