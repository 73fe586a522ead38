// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/contentguess.h"

#include "core/domain/textcodec.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestContentGuess : public QObject {
    Q_OBJECT

private slots:
    void guess_data();
    void guess();
    void cutSample_isJudgedWithoutItsEnd();
    void gbk_data();
    void gbk();
};

void TestContentGuess::guess_data() {
    using enum ContentGuess::Kind;
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<ContentGuess>("guess");
    const auto row = [](const char *name, const QByteArray &start, ContentGuess::Kind kind,
                        const QString &what = {}, int mark = 0, bool plain = false) {
        QTest::newRow(name) << start << ContentGuess{kind, what, mark, plain};
    };
    const QString utf8 = u"UTF-8"_s;
    row("nothing", "", Text, utf8, 0, true);
    row("text", "name,amount\n", Text, utf8, 0, true);
    row("marked text", "\xEF\xBB\xBFname", Text, utf8, 3);
    row("Chinese", "名称,金额\n", Text, utf8);
    row("one stray zero", QByteArray("ab\0c", 4), Text, utf8, 0, true);
    row("one damaged line", QByteArray("名称金额苏州客户\n").repeated(9) + "caf\xE9\n", Text, utf8);
    row("zeros", QByteArray(40, '\0'), Binary);
    row("UTF-16", QByteArray("\xFF\xFE\x61\0", 4), Text, u"UTF-16LE"_s, 2);
    row("UTF-16 big", QByteArray("\xFE\xFF\0a", 4), Text, u"UTF-16BE"_s, 2);
    row("UTF-32", QByteArray("\xFF\xFE\0\0", 4), Text, u"UTF-32LE"_s, 4);
    row("UTF-32 big", QByteArray("\0\0\xFE\xFF", 4), Text, u"UTF-32BE"_s, 4);
    row("UTF-16 unmarked", QByteArray("a\0b\0c\0d\0", 8), Text, u"UTF-16LE"_s);
    row("UTF-16 unmarked and big", QByteArray("\0a\0b\0c\0d", 8), Text, u"UTF-16BE"_s);
    // 一 has a zero where a plain character has its letter.
    row("Chinese in UTF-16 unmarked", *encodeText(u"名称,一一\n苏州,一\n"_s, u"UTF-16LE"_s), Text,
        u"UTF-16LE"_s);
    row("text full of zeros", QByteArray("ab\0\0\0\0,cd\0\0\0\0\n", 14).repeated(9), Binary);
    row("GBK", *encodeText(u"名称,金额\n苏州,1\n"_s, u"GB18030"_s), Text, u"GB18030"_s);
    row("GB18030 with four bytes",
        *encodeText(u"苏州船务苏州船务\U0001F6A2,金额\n"_s, u"GB18030"_s), Text, u"GB18030"_s);
    row("GB18030 marked", *encodeText(u"\uFEFFname"_s, u"GB18030"_s), Text, u"GB18030"_s, 4);
    row("Western", *encodeText(u"Müller & Söhne, 5 €\nCafé “Zoë”\n"_s, u"windows-1252"_s), Text,
        u"windows-1252"_s);
    row("Big5", *encodeText(u"公司名稱,金額\n臺灣積體電路製造,1\n"_s, u"Big5"_s), Text);
    row("Cyrillic", *encodeText(u"Название,Сумма\n"_s, u"windows-1251"_s), Text);
    row("archive", QByteArray("PK\x03\x04", 4), Archive);
    row("empty archive", QByteArray("PK\x05\x06", 4), Archive);
    row("old workbook", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", 9), Compound);
    row("database", QByteArray("SQLite format 3\0", 16), Foreign, u"SQLite"_s);
    row("PDF", "%PDF-1.7\n", Foreign, u"PDF"_s);
    row("page", "\n <HTML><table>", Foreign, u"HTML"_s);
    row("marked page", "\xEF\xBB\xBF<!DOCTYPE html>", Foreign, u"HTML"_s);
    row("XML", "<?xml version=\"1.0\"?><Workbook/>", Foreign, u"XML"_s);
    row("less than", "<5,>6\n", Text, utf8, 0, true);
}

void TestContentGuess::guess() {
    QFETCH(QByteArray, start);
    QTEST(guessContent(start), "guess");
}

/// The sample ends within a character; what was cut off speaks against nothing.
void TestContentGuess::cutSample_isJudgedWithoutItsEnd() {
    for (const QString &encoding : {u"UTF-8"_s, u"GB18030"_s}) {
        const QByteArray bytes = *encodeText(u"苏州客户"_s, encoding);
        QCOMPARE(guessContent(bytes.chopped(1), true).name, encoding);
    }
    QCOMPARE(guessContent("caf\xC3", false).name, u"windows-1252"_s);
    QCOMPARE(guessContent("caf\xC3", true).name, u"UTF-8"_s);
}

void TestContentGuess::gbk_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("likely");
    QTest::newRow("plain") << QByteArray("name") << false;
    QTest::newRow("Suzhou") << QByteArray("\xCB\xD5\xD6\xDD") << true;
    QTest::newRow("mixed with plain") << QByteArray("No 1 \xCB\xD5\xD6\xDD Ltd") << true;
    QTest::newRow("one accent") << QByteArray("caf\xE9") << false;
    QTest::newRow("accents") << QByteArray("M\xFCller, D\xFCren") << false;
    QTest::newRow("odd count") << QByteArray("\xCB\xD5\xD6") << false;
    QTest::newRow("no trail") << QByteArray("\xCB\x20") << false;
}

void TestContentGuess::gbk() {
    QFETCH(QByteArray, bytes);
    QTEST(looksLikeGbk(bytes), "likely");
}

} // namespace dw::test

Q_DECLARE_METATYPE(dw::ContentGuess)

using dw::test::TestContentGuess;
DW_TEST(TestContentGuess)

#include "tst_contentguess.moc"
