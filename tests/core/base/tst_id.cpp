// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestId : public QObject {
    Q_OBJECT

private slots:
    void v7_carriesItsTimeVersionAndVariant();
    void v7_sortsByTimeAndNeverRepeats();
    void v5_isTheSameForTheSameName();
    void bytes_areInNetworkOrder();
    void fromBytes_ofAnotherLength_isNull();
    void fromText_data();
    void fromText();
    void text_isReadBack();
};

void TestId::v7_carriesItsTimeVersionAndVariant() {
    const QByteArray bytes = makeUuidV7({0x0189'F7EA'AE2C}).toRfc4122();
    QCOMPARE(bytes.left(6).toHex(), QByteArray("0189f7eaae2c"));
    QCOMPARE(uchar(bytes.at(6)) >> 4, 7);
    QCOMPARE(uchar(bytes.at(8)) >> 6, 2);
}

void TestId::v7_sortsByTimeAndNeverRepeats() {
    QSet<QUuid> seen;
    QByteArray earlier;
    for (int ms = 0; ms < 1000; ++ms) {
        const QUuid id = makeUuidV7({1'770'685'200'000 + ms});
        QVERIFY(earlier < id.toRfc4122());
        earlier = id.toRfc4122();
        seen << id << makeUuidV7({1'770'685'200'000 + ms});
    }
    QCOMPARE(seen.size(), 2000);
}

void TestId::v5_isTheSameForTheSameName() {
    const QUuid id = makeUuidV5(u"pipeline/default"_s);
    QCOMPARE(id, makeUuidV5(u"pipeline/default"_s));
    QVERIFY(id != makeUuidV5(u"pipeline/Default"_s));
    QCOMPARE(id.version(), QUuid::Sha1);
    // Written into workspaces: another value would double every seeded row.
    QCOMPARE(id.toString(QUuid::WithoutBraces), u"c429e63d-c18e-5b20-b605-845160c2e850"_s);
}

void TestId::bytes_areInNetworkOrder() {
    const auto id = RecordId::fromText(u"0189f7ea-ae2c-7def-8000-0123456789ab"_s);
    QCOMPARE(id.bytes().toHex(), QByteArray("0189f7eaae2c7def80000123456789ab"));
    QCOMPARE(RecordId::fromBytes(id.bytes()), id);
}

void TestId::fromBytes_ofAnotherLength_isNull() {
    QVERIFY(RecordId::fromBytes(QByteArray()).isNull());
    QVERIFY(RecordId::fromBytes(QByteArray(15, 'x')).isNull());
    QVERIFY(RecordId::fromBytes(QByteArray(17, 'x')).isNull());
}

void TestId::fromText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isId");
    QTest::newRow("lower case") << u"0189f7ea-ae2c-7def-8000-0123456789ab"_s << true;
    QTest::newRow("upper case") << u"0189F7EA-AE2C-7DEF-8000-0123456789AB"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("braces") << u"{0189f7ea-ae2c-7def-8000-0123456789ab}"_s << false;
    QTest::newRow("one brace") << u"{0189f7ea-ae2c-7def-8000-0123456789ab"_s << false;
    QTest::newRow("without hyphens") << u"0189f7eaae2c7def80000123456789ab"_s << false;
    QTest::newRow("too short") << u"0189f7ea-ae2c-7def-8000-0123456789a"_s << false;
    QTest::newRow("too long") << u"0189f7ea-ae2c-7def-8000-0123456789abc"_s << false;
    QTest::newRow("something behind") << u"0189f7ea-ae2c-7def-8000-0123456789ab, x"_s << false;
    QTest::newRow("no digit") << u"0189f7ea-ae2c-7def-8000-0123456789ag"_s << false;
    QTest::newRow("all zeros") << u"00000000-0000-0000-0000-000000000000"_s << false;
    QTest::newRow("short id") << u"D-7K0997"_s << false;
}

void TestId::fromText() {
    QFETCH(QString, text);
    QTEST(!RecordId::fromText(text).isNull(), "isId");
}

void TestId::text_isReadBack() {
    const RecordId id{makeUuidV7({0})};
    QCOMPARE(id.text().size(), 36);
    QCOMPARE(RecordId::fromText(id.text()), id);
}

} // namespace dw::test

using dw::test::TestId;
DW_TEST(TestId)

#include "tst_id.moc"
