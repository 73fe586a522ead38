// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchtext.h"

#include "core/domain/searchwords.h"
#include "tests/support/randomvalue.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestSearchText : public QObject {
    Q_OBJECT

private slots:
    void grams_areOfLettersAndCharacters_data();
    void grams_areOfLettersAndCharacters();
    void grams_ofALongText_endSomewhere();
    void fit_saysHowWell_data();
    void fit_saysHowWell();
    void whatFits_hasTheGrams();
    void terms_areLimited();
    void nothingToLookFor_isEmpty_data();
    void nothingToLookFor_isEmpty();
    void onlyLongLatinWords_takeTypos();

private:
    static QSet<QString> gramsOf(const QString &text, SearchedAs how) {
        QByteArray grams;
        appendGrams(grams, text, how);
        const QStringList list = QString::fromUtf8(grams).split(u' ', Qt::SkipEmptyParts);
        return {list.begin(), list.end()};
    }
};

void TestSearchText::grams_areOfLettersAndCharacters_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<SearchedAs>("how");
    QTest::addColumn<QString>("grams");
    QTest::newRow("nothing") << QString() << SearchedAs::Name << QString();
    QTest::newRow("only signs") << u" — _ ·👍"_s << SearchedAs::Name << QString();
    QTest::newRow("one letter") << u"X"_s << SearchedAs::Words << u"_x _x_"_s;
    QTest::newRow("a word") << u"ＡＣＭＥ"_s << SearchedAs::Words << u"_a _ac acm cme me_"_s;
    QTest::newRow("accents") << u"José"_s << SearchedAs::Words << u"_j _jo jos ose se_"_s;
    QTest::newRow("two words") << u"A-7k"_s << SearchedAs::Words << u"_a _a_ _7 _7k 7k_"_s;
    QTest::newRow("Chinese alone") << u"苏州"_s << SearchedAs::Words << u"苏 州 苏州"_s;
    QTest::newRow("Chinese name") << u"王伟"_s << SearchedAs::Name
                                  << u"王 伟 王伟 _w _wa wan ang ngw gwe wei ei_ _ww ww_"_s;
    QTest::newRow("surname") << u"仇"_s << SearchedAs::PersonName
                             << u"仇 _q _qi qiu iu_ _q_ _c _ch cho hou ou_ _c_"_s;
    QTest::newRow("mixed") << u"A股"_s << SearchedAs::Words << u"_a _a_ 股"_s;
    QTest::newRow("phone") << u"+1 (23)-4"_s << SearchedAs::Digits << u"_1 _12 123 234 34_"_s;
    QTest::newRow("no digits") << u"ask Li"_s << SearchedAs::Digits << QString();
    QTest::newRow("beyond the first plane")
        << QString::fromUcs4(U"\U00020000\U00020001") << SearchedAs::Words
        << QString::fromUcs4(U"\U00020000 \U00020001 \U00020000\U00020001");
}

void TestSearchText::grams_areOfLettersAndCharacters() {
    QFETCH(const QString, text);
    QFETCH(const SearchedAs, how);
    QFETCH(const QString, grams);
    const QStringList expected = grams.split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(gramsOf(text, how), QSet<QString>(expected.begin(), expected.end()));
}

void TestSearchText::grams_ofALongText_endSomewhere() {
    const QString text = u"end "_s.repeated(4'999) + u"abc last"_s;
    QCOMPARE(text.size(), 20'004);
    QVERIFY(gramsOf(text, SearchedAs::Words).contains(u"abc"_s));
    QVERIFY(!gramsOf(text, SearchedAs::Words).contains(u"las"_s));
}

void TestSearchText::fit_saysHowWell_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<SearchedAs>("how");
    QTest::addColumn<int>("fit"); // -1 = none
    const auto row = [](const QString &typed, const QString &text, SearchedAs how,
                        std::optional<SearchFit> fit) {
        QTest::addRow("%s in %s", qPrintable(typed), qPrintable(text))
            << typed << text << how << (fit ? int(*fit) : -1);
    };
    using enum SearchFit;
    const auto name = SearchedAs::Name;
    row(u"acme"_s, u"ACME"_s, name, Whole);
    row(u"acme"_s, u"Acme Corp"_s, name, Beginning);
    row(u"corp"_s, u"Acme Corporation"_s, name, WordBeginning);
    row(u"oration"_s, u"Acme Corporation"_s, name, Inside);
    row(u"zzz"_s, u"Acme"_s, name, {});
    row(u"jose"_s, u"José"_s, name, Whole);
    row(u"abc"_s, u"苏州ＡＢＣ"_s, name, WordBeginning);
    row(u"苏"_s, u"苏州新创"_s, name, Beginning);
    row(u"创"_s, u"苏州新创"_s, name, Inside);
    row(u"新创科"_s, u"苏州新创科技"_s, name, Inside);
    row(u"新科"_s, u"苏州新创科技"_s, name, {});
    row(u"suzhou"_s, u"苏州新创"_s, name, Pinyin);
    row(u"xinch"_s, u"苏州新创"_s, name, Pinyin);
    row(u"uzhou"_s, u"苏州新创"_s, name, {});
    row(u"szxc"_s, u"苏州新创"_s, name, Initials);
    row(u"xc"_s, u"苏州新创"_s, name, Initials);
    row(u"suzhou"_s, u"苏州新创"_s, SearchedAs::Words, {});
    row(u"chongqing"_s, u"重庆银行"_s, name, Pinyin);
    row(u"cqyh"_s, u"重庆银行"_s, name, Initials);
    row(u"shanxx"_s, u"单雄信"_s, SearchedAs::PersonName, {});
    row(u"shanxiong"_s, u"单雄信"_s, SearchedAs::PersonName, Pinyin);
    row(u"danxiong"_s, u"单雄信"_s, SearchedAs::PersonName, Pinyin);
    row(u"sxx"_s, u"单雄信"_s, SearchedAs::PersonName, Initials);
    row(u"lvbu"_s, u"吕布"_s, SearchedAs::PersonName, Pinyin);
    row(u"lubu"_s, u"吕布"_s, SearchedAs::PersonName, Pinyin);
    row(u"0013"_s, u"+86 138-0013-8000"_s, SearchedAs::Digits, Inside);
    row(u"8613800138000"_s, u"+86 138-0013-8000"_s, SearchedAs::Digits, Whole);
    row(u"86138"_s, u"+86 138-0013-8000"_s, SearchedAs::Digits, Beginning);
    row(u"138a"_s, u"+86 138-0013-8000"_s, SearchedAs::Digits, {});
    row(u"microsotf"_s, u"Microsoft China"_s, name, Typo);
    row(u"micrsoft"_s, u"Microsoft"_s, name, Typo);
    row(u"micrrosoft"_s, u"Microsoft"_s, name, Typo);
    row(u"nicrosoft"_s, u"Microsoft"_s, name, Typo);
    row(u"nicroso"_s, u"Microsoft"_s, name, Typo);
    row(u"nikrosoft"_s, u"Microsoft"_s, name, {});
    row(u"acne"_s, u"Acme"_s, name, Typo);
    row(u"anc"_s, u"Acme"_s, name, {});
    row(u"1235"_s, u"1234"_s, name, {});
}

void TestSearchText::fit_saysHowWell() {
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    QFETCH(const SearchedAs, how);
    QFETCH(const int, fit);
    const SearchTerms terms(typed);
    QCOMPARE(terms.count(), size_t(1));
    const auto found = terms.fit(0, {text, how}, SearchReach::Typos);
    QCOMPARE(found ? int(*found) : -1, fit);
}

/// Whatever fits must be among the candidates that its grams give.
void TestSearchText::whatFits_hasTheGrams() {
    Random random(11);
    const QStringList pieces{u"acme"_s, u"corp"_s, u"苏州"_s, u"新创"_s,     u"单"_s,
                             u"138"_s,  u"0013"_s, u"x"_s,    u"Müller"_s,   u"lv"_s,
                             u"重庆"_s, u"-"_s,    u" "_s,    u"microsoft"_s};
    int found = 0;
    for (int round = 0; round < 4000; ++round) {
        QString text, typed;
        for (int i = random.below(5); i >= 0; --i)
            text += random.pick(pieces);
        if (random.chance(0.2))
            text = randomText(random);
        const auto how = SearchedAs(random.below(4));
        // What was meant: a part of it, or its pinyin, with a slip now and then.
        const QString folded = foldedForSearch(text);
        if (folded.isEmpty())
            continue;
        const auto ways = pinyinOf(folded, PinyinPlace::SurnameFirst);
        typed = ways.empty() || random.chance(0.5) ? folded : joined(random.pick(ways));
        typed = typed.mid(random.below(typed.size()), 1 + random.below(10));
        if (random.chance(0.3) && !typed.isEmpty())
            typed[random.below(typed.size())] = u'q';
        const SearchTerms terms(typed);
        const QSet<QString> grams = gramsOf(text, how);
        for (size_t word = 0; word < terms.count(); ++word) {
            for (const SearchReach reach : {SearchReach::Anywhere, SearchReach::Typos}) {
                const auto fit = terms.fit(word, {text, how}, reach);
                if (!fit)
                    continue;
                // One or two letters are looked for at beginnings only; with a typo only what no
                // other reach finds.
                const bool isShort = terms.grams(word, reach).front().first().startsWith(u'_');
                const bool isDue = reach == SearchReach::Typos
                                       ? *fit == SearchFit::Typo
                                       : !isShort || *fit < SearchFit::Inside;
                if (!isDue)
                    continue;
                ++found;
                bool any = false;
                for (const QStringList &way : terms.grams(word, reach))
                    any = any || grams.contains(QSet<QString>(way.begin(), way.end()));
                QVERIFY2(any, qPrintable(typed + u" in "_s + text));
            }
        }
    }
    QVERIFY(found > 1000);
}

void TestSearchText::terms_areLimited() {
    QCOMPARE(SearchTerms(u"a b c d e f g h i j k l m n"_s).count(), size_t(12));
    QCOMPARE(SearchTerms(u"苏州 abc"_s).count(), size_t(2));
    QCOMPARE(SearchTerms(u"苏州abc"_s).count(), size_t(2));
    const SearchTerms terms(QString(1000, u'x'));
    QCOMPARE(terms.count(), size_t(1));
    QVERIFY(terms.fit(0, {QString(60, u'x'), SearchedAs::Words}, SearchReach::Anywhere));
}

void TestSearchText::nothingToLookFor_isEmpty_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \t\n"_s;
    QTest::newRow("signs") << u"\"*()-:^{}"_s;
    QTest::newRow("half a pair") << QString(QChar(0xD800));
}

void TestSearchText::nothingToLookFor_isEmpty() {
    QFETCH(const QString, typed);
    QVERIFY(SearchTerms(typed).isEmpty());
}

void TestSearchText::onlyLongLatinWords_takeTypos() {
    QVERIFY(SearchTerms(u"abc 1234 苏州"_s).takesNoTypos());
    QVERIFY(!SearchTerms(u"abc abcd"_s).takesNoTypos());
}

} // namespace dw::test

using dw::test::TestSearchText;
DW_TEST(TestSearchText)

#include "tst_searchtext.moc"
