// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/pinyin.h"

#include "core/domain/searchwords.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestPinyin : public QObject {
    Q_OBJECT

private slots:
    void likeliestReading_data();
    void likeliestReading();
    void surname_isReadAsANameAtTheBeginning_data();
    void surname_isReadAsANameAtTheBeginning();
    void characterWithSeveralReadings_givesThem();
    void umlaut_isVOrU();
    void manyReadings_areLimited();
    void unknown_hasNone();

private:
    static QStringList all(const QString &run, PinyinPlace place = PinyinPlace::Anywhere) {
        QStringList texts;
        for (const Syllables &way : pinyinOf(run, place))
            texts << joined(way);
        return texts;
    }
};

void TestPinyin::likeliestReading_data() {
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("pinyin");
    QTest::newRow("city") << u"苏州"_s << u"suzhou"_s;
    QTest::newRow("company") << u"新创科技"_s << u"xinchuangkeji"_s;
    QTest::newRow("first character") << u"一"_s << u"yi"_s;
    QTest::newRow("bank") << u"银行"_s << u"yinhang"_s;
    QTest::newRow("Changsha") << u"长沙"_s << u"changsha"_s;
    QTest::newRow("green land") << u"绿地"_s << u"lvdi"_s;
    QTest::newRow("not a name") << u"单位"_s << u"danwei"_s;
    QTest::newRow("traditional") << u"國家"_s << u"guojia"_s;
}

void TestPinyin::likeliestReading() {
    QFETCH(const QString, run);
    QFETCH(const QString, pinyin);
    QCOMPARE(all(run).value(0), pinyin);
}

void TestPinyin::surname_isReadAsANameAtTheBeginning_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("pinyin");
    const std::initializer_list<std::pair<const char *, const char *>> names{
        {"曾国藩", "zengguofan"}, {"单雄信", "shanxiongxin"}, {"仇英", "qiuying"},
        {"解珍", "xiezhen"},      {"查良镛", "zhaliangyong"}, {"区建公", "oujiangong"},
        {"朴树", "piaoshu"},      {"盖叫天", "gejiaotian"},   {"任我行", "renwohang"},
        {"尉迟恭", "yuchigong"},  {"万俟卨", "moqixie"},      {"长孙无忌", "zhangsunwuji"},
        {"欧阳修", "ouyangxiu"},  {"王伟", "wangwei"},        {"覃辉", "qinhui"}};
    for (const auto &[name, pinyin] : names)
        QTest::newRow(pinyin) << QString::fromUtf8(name) << QString::fromLatin1(pinyin);
}

void TestPinyin::surname_isReadAsANameAtTheBeginning() {
    QFETCH(const QString, name);
    QFETCH(const QString, pinyin);
    QCOMPARE(all(name, PinyinPlace::SurnameFirst).value(0), pinyin);
    // In the middle it is not a surname; the reading of the character alone comes first there.
    const QStringList inside = all(u"小"_s + name);
    QVERIFY(!inside.isEmpty());
    QVERIFY(inside.first().startsWith(u"xiao"_s));
}

void TestPinyin::characterWithSeveralReadings_givesThem() {
    QCOMPARE(all(u"重庆"_s), (QStringList{u"zhongqing"_s, u"chongqing"_s}));
    QCOMPARE(all(u"单"_s, PinyinPlace::SurnameFirst), (QStringList{u"shan"_s, u"dan"_s}));
    QCOMPARE(all(u"单"_s), (QStringList{u"dan"_s, u"shan"_s}));
}

void TestPinyin::umlaut_isVOrU() {
    QCOMPARE(all(u"吕布"_s), (QStringList{u"lvbu"_s, u"lubu"_s}));
    QCOMPARE(all(u"女"_s), (QStringList{u"nv"_s, u"nu"_s}));
}

void TestPinyin::manyReadings_areLimited() {
    const QStringList ways = all(u"长行重乐厦都会调"_s);
    QCOMPARE(ways.size(), 8);
    QCOMPARE(QSet<QString>(ways.begin(), ways.end()).size(), 8);
    QCOMPARE(all(u"长行重"_s).size(), 8);
    QCOMPARE(all(QString(500, QChar(u'长'))).size(), 8);
}

void TestPinyin::unknown_hasNone() {
    QCOMPARE(all(QString()), QStringList());
    QCOMPARE(all(u"abc"_s), QStringList());
    QCOMPARE(all(u"かな"_s), QStringList());
    QCOMPARE(all(QString::fromUcs4(U"\U00020000")), QStringList());
    // What is not known is left out of the rest.
    QCOMPARE(all(u"王か伟"_s), QStringList{u"wangwei"_s});
}

} // namespace dw::test

using dw::test::TestPinyin;
DW_TEST(TestPinyin)

#include "tst_pinyin.moc"
