// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/orderkey.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestOrderKey : public QObject {
    Q_OBJECT

private slots:
    void isOrderKey_data();
    void isOrderKey();
    void between_data();
    void between();
    void appending_staysShort();
    void prepending_staysShort();
    void theSameGap_growsSlowly_data();
    void theSameGap_growsSlowly();
    void randomMoves_keepTheOrder();
    void anyTwoKeys_haveOneBetween();
    void whereNothingLiesBetween_itIsRightBehind_data();
    void whereNothingLiesBetween_itIsRightBehind();
    void even_isAscendingAndLeavesRoom_data();
    void even_isAscendingAndLeavesRoom();
};

void TestOrderKey::isOrderKey_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("good");
    for (const char *good : {"i", "1", "z", "01", "i00001", "zzzzzzzzzz"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    QTest::newRow("1,000 characters") << QString(1000, u'i') << true;
    for (const char *bad : {"", "0", "i0", "I", "i-", " i", "i/", "i:", "`", "{"})
        QTest::newRow(qPrintable(u"no key: "_s + QString::fromLatin1(bad)))
            << QString::fromLatin1(bad) << false;
    QTest::newRow("full width") << u"ｉ"_s << false;
    QTest::newRow("1,001 characters") << QString(1001, u'i') << false;
}

void TestOrderKey::isOrderKey() {
    QFETCH(QString, key);
    QTEST(dw::isOrderKey(key), "good");
}

void TestOrderKey::between_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *before, const char *after, const char *key) {
        QTest::addRow("%s..%s", before, after)
            << QString::fromLatin1(before) << QString::fromLatin1(after)
            << QString::fromLatin1(key);
    };
    row("", "", "i");
    row("i", "", "i00001");
    row("i00001", "", "i00002");
    row("i0000z", "", "i0001");
    row("zzzzzz", "", "zzzzzzi");
    row("zzzzzzi", "", "zzzzzzr");
    row("zzzzzzz", "", "zzzzzzzi");
    row("", "i", "hzzzzz");
    row("", "000002", "000001");
    row("", "000001", "000000i");
    row("", "000000i", "0000009");
    row("a", "c", "b");
    row("a", "b", "ai");
    row("a", "b1", "b");
    row("az", "b", "azi");
    row("azz", "b", "azzi");
    row("i", "i00001", "i00000i");
    row("i00001", "i00002", "i00001i");
    // What is no key is an open end.
    row("I", "i", "hzzzzz");
    row("i", "i0", "i00001");
}

void TestOrderKey::between() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(orderBetween(before, after), "key");
}

void TestOrderKey::appending_staysShort() {
    QString last;
    for (int i = 0; i < 50'000; ++i) {
        const QString next = orderBetween(last, {});
        QVERIFY(last < next);
        QVERIFY(next.size() <= 6);
        last = next;
    }
}

void TestOrderKey::prepending_staysShort() {
    QString first = orderBetween({}, {});
    for (int i = 0; i < 50'000; ++i) {
        const QString next = orderBetween({}, first);
        QVERIFY(next < first);
        QVERIFY(next.size() <= 6);
        first = next;
    }
}

void TestOrderKey::theSameGap_growsSlowly_data() {
    QTest::addColumn<bool>("fromBelow");
    QTest::newRow("always above the last") << true;
    QTest::newRow("always below the last") << false;
}

void TestOrderKey::theSameGap_growsSlowly() {
    QFETCH(bool, fromBelow);
    QString low = u"i"_s;
    QString high = orderBetween(low, {});
    for (int i = 0; i < 1000; ++i) {
        const QString middle = orderBetween(low, high);
        QVERIFY(low < middle && middle < high);
        (fromBelow ? low : high) = middle;
    }
    QVERIFY(dw::isOrderKey(low) && dw::isOrderKey(high));
    QVERIFY(std::max(low.size(), high.size()) < 260);
}

void TestOrderKey::randomMoves_keepTheOrder() {
    Random random(6);
    QStringList keys = evenOrder(20);
    for (int i = 0; i < 20'000; ++i) {
        keys.removeAt(random.below(keys.size()));
        const qsizetype place = random.below(keys.size() + 1);
        const QString before = place > 0 ? keys.at(place - 1) : QString();
        const QString after = place < keys.size() ? keys.at(place) : QString();
        const QString key = orderBetween(before, after);
        QVERIFY(dw::isOrderKey(key));
        QVERIFY(before < key && (after.isEmpty() || key < after));
        keys.insert(place, key);
    }
}

void TestOrderKey::anyTwoKeys_haveOneBetween() {
    Random random(7);
    const auto any = [&random] {
        // Few different digits, so that keys share long beginnings.
        static const QString digits = u"001zzi"_s;
        QString key;
        for (int left = random.below(9); left > 0; --left)
            key += random.pick(digits);
        return QString(key + random.pick(u"1iz"_s));
    };
    for (int i = 0; i < 100'000; ++i) {
        const QString one = any();
        const QString other = any();
        if (one == other)
            continue;
        const auto [low, high] = std::minmax(one, other);
        const QString key = orderBetween(low, high);
        QVERIFY2(low < key && key < high && dw::isOrderKey(key),
                 qPrintable(low + u' ' + key + u' ' + high));
        const QString above = orderBetween(low, {});
        const QString below = orderBetween({}, low);
        QVERIFY2(low < above && dw::isOrderKey(above), qPrintable(low + u' ' + above));
        QVERIFY2(below < low && dw::isOrderKey(below), qPrintable(low + u' ' + below));
    }
}

void TestOrderKey::whereNothingLiesBetween_itIsRightBehind_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("equal") << u"i"_s << u"i"_s;
    QTest::newRow("reversed") << u"k"_s << u"i"_s;
}

void TestOrderKey::whereNothingLiesBetween_itIsRightBehind() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QCOMPARE(orderBetween(before, after), before + u'i');
}

void TestOrderKey::even_isAscendingAndLeavesRoom_data() {
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 35, 36, 1000, 100'000})
        QTest::addRow("%d", count) << count;
}

void TestOrderKey::even_isAscendingAndLeavesRoom() {
    QFETCH(int, count);
    const QStringList keys = evenOrder(count);
    QCOMPARE(keys.size(), count);
    QString previous;
    for (const QString &key : keys) {
        QVERIFY(previous < key);
        QVERIFY(dw::isOrderKey(key) && key.size() <= 6);
        QVERIFY(orderBetween(previous, key).size() <= 6);
        previous = key;
    }
}

} // namespace dw::test

using dw::test::TestOrderKey;
DW_TEST(TestOrderKey)

#include "tst_orderkey.moc"
