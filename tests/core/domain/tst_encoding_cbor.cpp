// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/encoding.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The writer and the reader by themselves, as formats above values use them.
class TestEncodingCbor : public QObject {
    Q_OBJECT

private slots:
    void structures_areReadInTheOrderTheyWereWritten();
    void heads_areTheShortest_data();
    void heads_areTheShortest();
    void raw_isTakenAsItIs();
    void aFailure_stays();
    void tryNull_leavesOtherThingsAlone();
    void counts_neverPromiseMoreThanThereIs_data();
    void counts_neverPromiseMoreThanThereIs();
    void nothing_isReadFromNothing();
};

void TestEncodingCbor::structures_areReadInTheOrderTheyWereWritten() {
    CanonicalWriter out;
    out.array(6);
    out.integer(-5);
    out.map(1);
    out.text(u"苏州"_s);
    out.bytes("\x00\xFF");
    out.tag(1'000);
    out.boolean(true);
    out.real(-0.0);
    out.null();
    out.value(LoggedValue::changed({}));

    CanonicalReader in(out.data());
    QCOMPARE(in.array(), quint64(6));
    QCOMPARE(in.integer(), qint64(-5));
    QCOMPARE(in.map(), quint64(1));
    QCOMPARE(in.text(), u"苏州"_s);
    QCOMPARE(in.bytes(), QByteArray("\x00\xFF"));
    QCOMPARE(in.tag(), quint64(1'000));
    QVERIFY(in.boolean());
    QCOMPARE(in.real(), 0.0);
    QVERIFY(in.tryNull());
    QCOMPARE(in.value(), LoggedValue::changed({}));
    QVERIFY(in.atEnd());
    QVERIFY(!in.failed());
}

void TestEncodingCbor::heads_areTheShortest_data() {
    QTest::addColumn<quint64>("n");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("0") << quint64(0) << QByteArray("80");
    QTest::newRow("23") << quint64(23) << QByteArray("97");
    QTest::newRow("24") << quint64(24) << QByteArray("9818");
    QTest::newRow("255") << quint64(255) << QByteArray("98ff");
    QTest::newRow("256") << quint64(256) << QByteArray("990100");
    QTest::newRow("65535") << quint64(65'535) << QByteArray("99ffff");
    QTest::newRow("65536") << quint64(65'536) << QByteArray("9a00010000");
    QTest::newRow("2^32-1") << quint64(0xFFFF'FFFF) << QByteArray("9affffffff");
    QTest::newRow("2^32") << quint64(0x1'0000'0000) << QByteArray("9b0000000100000000");
    QTest::newRow("2^64-1") << ~quint64(0) << QByteArray("9bffffffffffffffff");
}

void TestEncodingCbor::heads_areTheShortest() {
    QFETCH(quint64, n);
    CanonicalWriter out;
    out.array(n);
    QTEST(out.data().toHex(), "hex");
}

void TestEncodingCbor::raw_isTakenAsItIs() {
    CanonicalWriter out;
    out.array(1);
    out.raw(encodeValue(LoggedValue::given(7)));
    QCOMPARE(out.data().toHex(), QByteArray("8107"));
}

void TestEncodingCbor::aFailure_stays() {
    CanonicalWriter out;
    out.integer(1);
    out.integer(2);
    CanonicalReader in(out.data());
    QCOMPARE(in.text(), QString());
    QVERIFY(in.failed());
    QCOMPARE(in.integer(), qint64(0));
    QCOMPARE(in.array(), quint64(0));
    QCOMPARE(in.bytes(), QByteArray());
    QCOMPARE(in.real(), 0.0);
    QVERIFY(!in.boolean());
    QVERIFY(!in.tryNull() && !in.tryUndefined());
    QCOMPARE(in.value(), LoggedValue::absent());
    QVERIFY(in.failed());
}

void TestEncodingCbor::tryNull_leavesOtherThingsAlone() {
    CanonicalWriter out;
    out.undefined();
    out.integer(3);
    CanonicalReader in(out.data());
    QVERIFY(!in.tryNull());
    QVERIFY(in.tryUndefined());
    QVERIFY(!in.tryUndefined());
    QCOMPARE(in.integer(), qint64(3));
    QVERIFY(!in.tryNull());
    QVERIFY(!in.failed());
}

void TestEncodingCbor::counts_neverPromiseMoreThanThereIs_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("good");
    QTest::newRow("array with room") << QByteArray("820102") << true;
    QTest::newRow("array too long") << QByteArray("830102") << false;
    QTest::newRow("array of 2^64-1") << QByteArray("9bffffffffffffffff01") << false;
    QTest::newRow("map with room") << QByteArray("a10102") << true;
    QTest::newRow("map too long") << QByteArray("a2010203") << false;
    QTest::newRow("map of 2^64-1") << QByteArray("bbffffffffffffffff01") << false;
}

void TestEncodingCbor::counts_neverPromiseMoreThanThereIs() {
    QFETCH(QByteArray, hex);
    QFETCH(bool, good);
    CanonicalReader in(QByteArray::fromHex(hex));
    const bool isMap = hex.startsWith('a') || hex.startsWith('b');
    const quint64 count = isMap ? in.map() : in.array();
    QCOMPARE(!in.failed(), good);
    QCOMPARE(count != 0, good);
}

void TestEncodingCbor::nothing_isReadFromNothing() {
    CanonicalReader in{QByteArray()};
    QVERIFY(in.atEnd());
    QVERIFY(!in.failed());
    QVERIFY(!in.tryNull());
    QVERIFY(!in.failed());
    in.integer();
    QVERIFY(in.failed());
}

} // namespace dw::test

using dw::test::TestEncodingCbor;
DW_TEST(TestEncodingCbor)

#include "tst_encoding_cbor.moc"
