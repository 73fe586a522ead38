// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/textcodec.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestTextCodec : public QObject {
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void text_comesBack_data();
    void text_comesBack();
    void bytesThatAreNoCharacter_areMarked_data();
    void bytesThatAreNoCharacter_areMarked();
    void longText_isWholeAtEveryCut();
    void whatTheEncodingLacks_becomesAQuestionMark();
    void unknownEncoding_fails();
};

void TestTextCodec::names_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("utf8") << u"utf8"_s << u"UTF-8"_s;
    QTest::newRow("gbk") << u" GBK "_s << u"GB18030"_s;
    QTest::newRow("gb2312") << u"GB_2312"_s << u"GB18030"_s;
    QTest::newRow("latin1") << u"ISO-8859-1"_s << u"windows-1252"_s;
    QTest::newRow("utf-16") << u"utf-16"_s << u"UTF-16"_s;
    QTest::newRow("of none") << u"UTF-7"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestTextCodec::names() {
    QFETCH(QString, name);
    QTEST(canonicalEncoding(name), "canonical");
    for (const QString &usual : usualEncodings())
        QCOMPARE(canonicalEncoding(usual), usual);
}

void TestTextCodec::text_comesBack_data() {
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    const QString all = u"苏州,é\r\n\0\U0001F6A2\uFEFF\uFFFD\U000103FF x"_s;
    for (const QString &encoding :
         {u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"UTF-32LE"_s, u"UTF-32BE"_s, u"GB18030"_s})
        QTest::newRow(qPrintable(encoding)) << encoding << all;
    QTest::newRow("windows-1252") << u"windows-1252"_s << u"Zoë €5 “a”"_s;
    QTest::newRow("Big5") << u"Big5"_s << u"臺灣公司"_s;
    QTest::newRow("Shift_JIS") << u"Shift_JIS"_s << u"株式会社ｱｲ"_s;
    QTest::newRow("EUC-KR") << u"EUC-KR"_s << u"주식회사"_s;
}

void TestTextCodec::text_comesBack() {
    QFETCH(QString, encoding);
    QFETCH(QString, text);
    const auto bytes = encodeText(text, encoding);
    QVERIFY(bytes.ok());
    auto whole = TextDecoder::create(encoding);
    QVERIFY(whole.ok());
    QCOMPARE((*whole)->decode(*bytes, true), text.toUtf8());
    auto drip = TextDecoder::create(encoding);
    QByteArray decoded;
    for (qsizetype i = 0; i < bytes->size(); ++i)
        decoded += (*drip)->decode(QByteArrayView(*bytes).sliced(i, 1), false);
    decoded += (*drip)->decode({}, true);
    QCOMPARE(decoded, text.toUtf8());
}

void TestTextCodec::bytesThatAreNoCharacter_areMarked_data() {
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("GB18030 alone")
        << u"GB18030"_s << QByteArray("a\xFF,b") << QByteArray("a\xFF,b");
    QTest::newRow("GB18030 cut off") << u"GB18030"_s << QByteArray("a\xCB") << QByteArray("a\xFF");
    QTest::newRow("half of a pair")
        << u"UTF-16LE"_s << QByteArray("a\0\0\xD8z\0", 6) << QByteArray("a\xFFz");
    QTest::newRow("odd byte") << u"UTF-16BE"_s << QByteArray("\0a\0", 3) << QByteArray("a\xFF");
    QTest::newRow("beyond Unicode")
        << u"UTF-32LE"_s << QByteArray("\0\0\x11\0", 4) << QByteArray("\xFF");
    QTest::newRow("UTF-8") << u"UTF-8"_s << QByteArray("a\xC0z") << QByteArray("a\xFFz");
}

void TestTextCodec::bytesThatAreNoCharacter_areMarked() {
    QFETCH(QString, encoding);
    QFETCH(QByteArray, bytes);
    auto decoder = TextDecoder::create(encoding);
    QTEST((*decoder)->decode(bytes, true), "decoded");
}

/// Longer than any buffer inside, with a pair at each place where one may end.
void TestTextCodec::longText_isWholeAtEveryCut() {
    for (int shift = 0; shift < 3; ++shift) {
        const QString text = QString(shift, u'a') + u"\U0001F6A2"_s.repeated(20'000);
        auto decoder = TextDecoder::create(u"GB18030"_s);
        QCOMPARE((*decoder)->decode(*encodeText(text, u"GB18030"_s), true), text.toUtf8());
    }
}

void TestTextCodec::whatTheEncodingLacks_becomesAQuestionMark() {
    QCOMPARE(*encodeText(u"a苏é"_s, u"windows-1252"_s), QByteArray("a?\xE9"));
}

void TestTextCodec::unknownEncoding_fails() {
    QVERIFY(!encodeText(u"a"_s, u"UTF-7"_s).ok());
    const auto decoder = TextDecoder::create(u"EBCDIC"_s);
    QVERIFY(!decoder.ok());
    QCOMPARE(decoder.error().message.id, u"text.encoding"_s);
    QCOMPARE(decoder.error().message.args.value(u"encoding"_s), u"EBCDIC"_s);
}

} // namespace dw::test

using dw::test::TestTextCodec;
DW_TEST(TestTextCodec)

#include "tst_textcodec.moc"
