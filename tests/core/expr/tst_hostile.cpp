// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expr/invariants.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// Texts that somebody could type, paste or send on purpose.
QStringList hostileTexts() {
    QStringList texts{
        u"'; DROP TABLE deal; --"_s,
        u"1 = 1; select * from deal"_s,
        u"name = \"x\" union select"_s,
        u"amount > CNY 5 -- comment"_s,
        u"/* open"_s,
        u"/* closed */ vip"_s,
        u"name = \"/*\" and vip"_s,
        u"name = \"--\" and vip"_s,
        u"name = \"\\\"); DROP TABLE deal; --\""_s,
        u"name contains \"%\" or name contains \"_\" or name contains \"[a-z]\" or name starts with \"*\""_s,
        u"\"name\" = \"no_such_column\""_s,
        u"[name] = 1"_s,
        u"`name` = 1"_s,
        u"deal.name = 1"_s,
        u"t.id = 1"_s,
        u"rowid = 1"_s,
        u"main.deal.name = 1"_s,
        u"sqlite_master = 1"_s,
        u"random() = 1"_s,
        u"load_extension(\"x\") = 1"_s,
        u"date('now') = today()"_s,
        u"strftime(\"%s\", \"now\") = 1"_s,
        u"count(*) > 1"_s,
        u"count(select) > 1"_s,
        u"name like \"%x%\""_s,
        u"name is null"_s,
        u"name = NULL"_s,
        u"name between 1 and 2"_s,
        u"case when vip then 1 end = 1"_s,
        u"exists(touchpoints)"_s,
        u"? = ?1"_s,
        u":name = @x"_s,
        u"$(id) = 1"_s,
        u"{{name}} = 1"_s,
        u"<script>alert(1)</script>"_s,
        u"%n%s%x"_s,
        u"0x10 = 16"_s,
        u"1_000 = 1000"_s,
        u"1,000 = 1000"_s,
        u"1.2.3 = 1"_s,
        u".5 = 1"_s,
        u"5. = 5"_s,
        u"1e = 1"_s,
        u"1e+ = 1"_s,
        u"00000000000000000000000000000000001 = 1"_s,
        u"1e308 * 1e308 * 0 = 0"_s,
        u"NaN = NaN"_s,
        u"Infinity > 1"_s,
        u"-9223372036854775808 - 1 < 0"_s,
        u"CNY -92233720368547758.08 < CNY 0"_s,
        u"CNY 92233720368547758.07 > CNY 0"_s,
        u"-CNY 92233720368547758.08 < CNY 0"_s,
        u"XXX 5 > XXX 3"_s,
        u"9999-12-31 + 10000 years > today()"_s,
        u"0001-01-01 - 1 day is empty"_s,
        u"today() + 99999999999999999999 days > today()"_s,
        u"2026-03-10T00:00:00+99:99 < now()"_s,
        u"2026-03-10T00:00:00.123456789Z < now()"_s,
        u"2026-13-01 < today()"_s,
        u"2026-03-10-11 = 1"_s,
        u"2026-03-101 = 1"_s,
        u"a.b.c.d.e.f.g.h = 1"_s,
        u"account..name = 1"_s,
        u".name = 1"_s,
        u"account.parent.account = 1"_s,
        u"not"_s,
        u"not not"_s,
        u"()"_s,
        u"(("_s,
        u"))"_s,
        u"(,)"_s,
        u",,,,"_s,
        u"= = ="_s,
        u"and and and"_s,
        u"in in in"_s,
        u"is is is"_s,
        u"starts starts with starts"_s,
        u"contains contains contains"_s,
        u"where where where"_s,
        u"count(where where where)"_s,
        u"count(count(count(touchpoints)))"_s,
        u"sum(sum(deal_lines.price))"_s,
        u"if(if(if(vip, yes, no), yes, no), yes, no)"_s,
        u"yes no yes"_s,
        u"\u202Ename = \"x\""_s, // right to left override
        u"name\u200B = \"x\""_s, // zero width space
        u"nаme = \"x\""_s,       // a Cyrillic letter among Latin ones
        u"\uFEFFvip"_s,          // byte order mark
        u"name = \"\u202Ex\u0000\""_s,
        u"\uFFFF\uFFFE"_s,
        u"name = \"ﷺﷺﷺ\""_s,
        u"name = \"ẞ\" or name = \"ss\" or name = \"İ\""_s,
        u"name = \"\u0301\u0301\u0301\""_s,
        u"ＮＡＭＥ　＝　“苏州”"_s,
        u"名称 = \"x\""_s,
        u"𝓷ame = 1"_s,
        u"Ⅷ = 8"_s,
        u"x² = 1"_s,
        u"٣ = 3"_s,
    };
    for (const QString &piece : {u"("_s,      u"not "_s,  u"-"_s,
                                 u"abs("_s,   u"1 + ("_s, u"vip and ("_s,
                                 u"1 in ("_s, u"if("_s,   u"count(deals where "_s,
                                 u"a."_s,     u"\""_s,    u"'"_s,
                                 u"\\"_s,     u"{"_s,     u"/*"_s,
                                 u"CNY "_s,   u"1 "_s,    u"5 days "_s,
                                 u"= "_s,     u", "_s,    u"now()"_s,
                                 u"\u3000"_s, u"“"_s}) {
        for (const int times : {2, 99, 101, 5000})
            texts << piece.repeated(times) << piece.repeated(times) + u"vip"_s;
    }
    for (const QString &piece : {u" and vip"_s, u" or vip"_s, u" = vip"_s, u" + 1"_s, u" * 2"_s,
                                 u" is empty"_s, u".owner"_s})
        texts << u"vip"_s + piece.repeated(150) << u"vip"_s + piece.repeated(1500);
    texts << QString(19'999, u'a') << QString(20'000, u'(') << QString(20'001, u' ')
          << QString(100'000, u'"') << u"name = \""_s + QString(19'000, u'\\') + u'"'
          << QString(19'999, QChar(0)) << QString(9'999, QChar(0xD83D))
          << u"\""_s + u"😀"_s.repeated(9'000)
          << u"name in (\"x\""_s + u",\"x\""_s.repeated(1990) + u')';
    return texts;
}

/// The corpus that the fuzzer starts from.
QStringList corpus() {
    QStringList texts;
    const QDir folder(QStringLiteral(DW_SOURCE_DIR "/tests/fuzz/corpus/expression"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            texts << QString::fromUtf8(file.readAll());
    }
    return texts;
}

} // namespace

class TestHostile : public QObject {
    Q_OBJECT

private slots:
    void hostileTexts_breakNothing();
    void corpus_isThere();
    void mutations_breakNothing();
    void randomUnits_breakNothing();
};

void TestHostile::hostileTexts_breakNothing() {
    const QStringList texts = hostileTexts();
    QVERIFY(texts.size() > 300);
    for (const QString &text : texts) {
        for (const QString &entity : {u"deal"_s, u"account"_s, u"setting"_s}) {
            const QString broken = brokenInvariant(text, entity);
            QVERIFY2(broken.isEmpty(), qPrintable(broken + u" in "_s + text.left(80)));
        }
    }
}

void TestHostile::corpus_isThere() {
    const QStringList texts = corpus();
    QVERIFY(texts.size() >= 40);
    int good = 0;
    for (const QString &text : texts)
        good += Expression::parse(text, *exprCatalog(), u"deal"_s).ok() ? 1 : 0;
    QVERIFY(good >= 20);
}

void TestHostile::mutations_breakNothing() {
    const QStringList seeds = corpus();
    QVERIFY(!seeds.isEmpty());
    const QString pieces = u" ()\"'\\.,=<>+-*/0123456789eTZ:andorinwhere空“\n\0"_s;
    Random random(20261124);
    for (int i = 0; i < 20'000; ++i) {
        QString text = random.pick(seeds);
        for (int edits = 1 + random.below(4); edits > 0; --edits) {
            const qsizetype at = random.below(text.size() + 1);
            switch (random.below(4)) {
            case 0:
                text.remove(at, 1 + random.below(5));
                break;
            case 1:
                text.insert(at, random.pick(pieces));
                break;
            case 2:
                text.insert(at, random.pick(seeds).left(3));
                break;
            default:
                text = text.first(at) + random.pick(seeds);
            }
        }
        const QString broken = brokenInvariant(text, u"deal"_s);
        QVERIFY2(broken.isEmpty(), qPrintable(broken + u" in "_s + text.left(200)));
    }
}

void TestHostile::randomUnits_breakNothing() {
    Random random(4);
    for (int i = 0; i < 5'000; ++i) {
        QString text;
        for (int length = random.below(40); length > 0; --length)
            text +=
                QChar(char16_t(random.chance(0.7) ? 32 + random.below(96) : random.below(0x10000)));
        const QString broken = brokenInvariant(text, u"deal"_s);
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }
}

} // namespace dw::test

using dw::test::TestHostile;
DW_TEST(TestHostile)

#include "tst_hostile.moc"
