// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "tests/support/randomvalue.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestText : public QObject {
    Q_OBJECT

private slots:
    void fold_data();
    void fold();
    void fold_ofFolded_changesNothing();
    void fold_hasOneWayForPlainAndOtherText();
    void collationKey_sortsAsPeopleExpect_data();
    void collationKey_sortsAsPeopleExpect();
    void collationKey_ofEqualText_isEqual();
    void collationKey_handlesAnyLength();
    void collationKey_isTheSameOnEveryThread();
    void collationVersion_isKnown();
};

void TestText::fold_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char *what, const char16_t *text, const char16_t *folded) {
        QTest::newRow(what) << QString::fromUtf16(text) << QString::fromUtf16(folded);
    };
    row("empty", u"", u"");
    row("blank", u" \t\u3000\u00A0", u"");
    row("plain", u"Acme Ltd", u"acme ltd");
    row("blanks within", u"  Acme \t\n Ltd ", u"acme ltd");
    row("full width", u"ＡＢＣ　公司", u"abc 公司");
    row("half width kana", u"ｶﾞ", u"ガ");
    row("full case folding", u"Straße", u"strasse");
    row("Greek final sigma", u"ΣΊΣΥΦΟΣ", u"σίσυφοσ");
    row("ligature", u"ﬁn", u"fin");
    row("composed", u"Cafe\u0301", u"caf\u00E9");
    row("circled number", u"①号", u"1号");
    row("zero width characters", u"苏\u200B州\uFEFF", u"苏州");
    row("Chinese stays", u"苏州工业园区", u"苏州工业园区");
    row("pair", u"\U0001F600", u"\U0001F600");
    row("pair with case", u"\U00010400", u"\U00010428");
    row("Turkish dotted capital", u"\u0130", u"i\u0307");
}

void TestText::fold() {
    QFETCH(QString, text);
    QTEST(dw::fold(text), "folded");
}

void TestText::fold_ofFolded_changesNothing() {
    Random random(8);
    for (int i = 0; i < 20'000; ++i) {
        const QString text = randomText(random) + u' ' + randomText(random);
        const QString once = dw::fold(text);
        QVERIFY2(dw::fold(once) == once, qPrintable(QString::fromLatin1(text.toUtf8().toHex())));
    }
}

/// ASCII and Chinese take a short way; it must lead to the same place.
void TestText::fold_hasOneWayForPlainAndOtherText() {
    for (char16_t c = 0x4E00; c <= 0x9FA5; ++c) {
        const QString chinese = u"x"_s + QChar(c) + u"Y"_s;
        QCOMPARE(dw::fold(chinese) + u"é"_s, dw::fold(chinese + u"é"_s));
    }
    for (char16_t c = 0; c < 128; ++c) {
        const QString plain = u"x"_s + QChar(c) + u"Y"_s;
        QCOMPARE(dw::fold(plain) + u"é"_s, dw::fold(plain + u"é"_s));
    }
}

void TestText::collationKey_sortsAsPeopleExpect_data() {
    QTest::addColumn<QStringList>("sorted");
    QTest::newRow("Latin") << QStringList{u"acme"_s, u"Acme"_s,   u"Acme Ltd"_s,
                                          u"beta"_s, u"Éclair"_s, u"Zulu"_s};
    QTest::newRow("pinyin") << QStringList{u"北京"_s, u"成都"_s, u"广州"_s, u"上海"_s,
                                           u"苏州"_s, u"天津"_s, u"中山"_s};
    // By the reading and not by the number of the character: 百 U+767E, 腾 U+817E, 字 U+5B57, 阿
    // U+963F. neighbours.
    QTest::newRow("readings") << QStringList{u"阿里"_s, u"百度"_s, u"腾讯"_s, u"字节"_s};
    QTest::newRow("tones") << QStringList{u"妈"_s, u"麻"_s, u"马"_s, u"骂"_s};
    QTest::newRow("a beginning goes first") << QStringList{u""_s, u"苏"_s, u"苏州"_s};
}

void TestText::collationKey_sortsAsPeopleExpect() {
    QFETCH(QStringList, sorted);
    QStringList shuffled = sorted;
    std::reverse(shuffled.begin(), shuffled.end());
    std::sort(shuffled.begin(), shuffled.end(),
              [](const QString &a, const QString &b) { return collationKey(a) < collationKey(b); });
    QCOMPARE(shuffled, sorted);
}

void TestText::collationKey_ofEqualText_isEqual() {
    QCOMPARE(collationKey(u"苏州"_s), collationKey(u"苏州"_s));
    QVERIFY(collationKey(u"苏州"_s) != collationKey(u"泸州"_s));
    QVERIFY(!collationKey(u"苏州"_s).endsWith('\0'));
    QCOMPARE(collationKey(QString()), collationKey(u""_s));
}

void TestText::collationKey_handlesAnyLength() {
    // Longer than the first guess for the key: each of these characters takes many bytes.
    const QString text(10'000, QChar(0xFDFA));
    QVERIFY(collationKey(text).size() > text.size() * 4);
    QVERIFY(collationKey(text) < collationKey(text + u'a'));
}

void TestText::collationKey_isTheSameOnEveryThread() {
    Random random(9);
    QStringList texts;
    for (int i = 0; i < 500; ++i)
        texts << randomText(random);
    const auto keys = [&texts] {
        QList<QByteArray> all;
        for (const QString &text : texts)
            all << collationKey(text) << dw::fold(text).toUtf8();
        return all;
    };
    const QList<QByteArray> expected = keys();
    std::vector<QList<QByteArray>> found(4);
    std::vector<std::thread> threads;
    threads.reserve(found.size());
    for (auto &result : found)
        threads.emplace_back([&result, &keys] { result = keys(); });
    for (std::thread &thread : threads)
        thread.join();
    for (const auto &result : found)
        QCOMPARE(result, expected);
}

void TestText::collationVersion_isKnown() {
    QVERIFY(!collationVersion().isEmpty());
    QVERIFY(collationVersion().at(0).isDigit());
    QCOMPARE(collationVersion(), collationVersion());
}

} // namespace dw::test

using dw::test::TestText;
DW_TEST(TestText)

#include "tst_text.moc"
