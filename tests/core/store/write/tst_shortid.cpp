// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/shortid.h"

#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestShortId : public QObject {
    Q_OBJECT

private slots:
    void deviceCode_isTheEndOfTheId_data();
    void deviceCode_isTheEndOfTheId();
    void shortId_ofACounter_data();
    void shortId_ofACounter();
    void typed_isReadAsPeopleMeanIt_data();
    void typed_isReadAsPeopleMeanIt();
    void next_countsForEachLetter();
    void next_thatIsRolledBack_isDrawnAgain();
};

void TestShortId::deviceCode_isTheEndOfTheId_data() {
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("code");
    QTest::newRow("zeros") << u"0000"_s << u"00"_s;
    QTest::newRow("digits") << u"0027"_s << u"17"_s;
    QTest::newRow("greatest") << u"03ff"_s << u"ZZ"_s;
    QTest::newRow("higher bits do not count") << u"fc00"_s << u"00"_s;
    QTest::newRow("no I, L, O, U") << u"0254"_s << u"JM"_s;
}

void TestShortId::deviceCode_isTheEndOfTheId() {
    QFETCH(const QString, last);
    const auto device = DeviceId::fromText(u"0195819c-0000-7000-8000-00000000"_s + last);
    QVERIFY(!device.isNull());
    QTEST(deviceCodeOf(device), "code");
}

void TestShortId::shortId_ofACounter_data() {
    QTest::addColumn<qint64>("counter");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first") << qint64(1) << u"D-770001"_s;
    QTest::newRow("last of one digit") << qint64(31) << u"D-77000Z"_s;
    QTest::newRow("first of two digits") << qint64(32) << u"D-770010"_s;
    QTest::newRow("last of four digits") << qint64(32 * 32 * 32 * 32 - 1) << u"D-77ZZZZ"_s;
    QTest::newRow("first of five digits") << qint64(32 * 32 * 32 * 32) << u"D-7710000"_s;
    QTest::newRow("greatest") << std::numeric_limits<qint64>::max() << u"D-777ZZZZZZZZZZZZ"_s;
}

void TestShortId::shortId_ofACounter() {
    QFETCH(const qint64, counter);
    QFETCH(const QString, expected);
    QCOMPARE(shortIdOf('D', u"77"_s, counter), expected);
    QCOMPARE(shortIdFromTyped(expected), expected);
}

void TestShortId::typed_isReadAsPeopleMeanIt_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &typed, const QString &expected) {
        QTest::newRow(name) << typed << expected;
    };
    row("as stored", u"D-7K0997"_s, u"D-7K0997"_s);
    row("lower case", u"d-7k0997"_s, u"D-7K0997"_s);
    row("blanks around", u" \tD-7K0997\n"_s, u"D-7K0997"_s);
    row("O for zero", u"D-7KO997"_s, u"D-7K0997"_s);
    row("o for zero", u"d-7ko997"_s, u"D-7K0997"_s);
    row("I and L for one", u"D-7KIl97"_s, u"D-7K1197"_s);
    row("letter L stays", u"l-770001"_s, u"L-770001"_s);
    row("longest", u"D-777ZZZZZZZZZZZZ"_s, u"D-777ZZZZZZZZZZZZ"_s);
    for (const QString &wrong :
         {QString(), u" "_s, u"D"_s, u"D-"_s, u"D-77001"_s, u"D770001"_s, u"DD-770001"_s,
          u"D-7U0001"_s, u"D-77 0001"_s, u"D-77-0001"_s, u"D-77000\u00E4"_s, u"D-７７０００１"_s,
          u"D-77000'"_s, u"D-770001;"_s, u"D-77ZZZZZZZZZZZZZZZZZ"_s, QString(100'000, u'D')})
        row(qPrintable(u"no: "_s + QString::fromLatin1(wrong.left(40).toUtf8().toHex())), wrong,
            QString());
}

void TestShortId::typed_isReadAsPeopleMeanIt() {
    QFETCH(const QString, typed);
    QFETCH(const QString, expected);
    const QString read = shortIdFromTyped(typed);
    QCOMPARE(read, expected);
    QCOMPARE(read.isNull(), expected.isNull());
}

void TestShortId::next_countsForEachLetter() {
    StoreFolder folder;
    const auto c = folder.create();
    QCOMPARE(*nextShortId(*c, 'D', u"7K"_s), u"D-7K0001"_s);
    QCOMPARE(*nextShortId(*c, 'D', u"7K"_s), u"D-7K0002"_s);
    QCOMPARE(*nextShortId(*c, 'A', u"7K"_s), u"A-7K0001"_s);
    QCOMPARE(*nextShortId(*c, 'D', u"7K"_s), u"D-7K0003"_s);
    QVERIFY(c->exec(u"UPDATE short_counter SET last=1048575 WHERE letter='D'"_s));
    QCOMPARE(*nextShortId(*c, 'D', u"7K"_s), u"D-7K10000"_s);
}

void TestShortId::next_thatIsRolledBack_isDrawnAgain() {
    StoreFolder folder;
    const auto c = folder.create();
    {
        const auto transaction = Transaction::begin(*c, Transaction::Kind::Write);
        QCOMPARE(*nextShortId(*c, 'D', u"7K"_s), u"D-7K0001"_s);
    }
    QCOMPARE(*nextShortId(*c, 'D', u"7K"_s), u"D-7K0001"_s);
}

} // namespace dw::test

using dw::test::TestShortId;
DW_TEST(TestShortId)

#include "tst_shortid.moc"
