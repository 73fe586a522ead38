// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/contentguess.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestContentGuess : public QObject {
    Q_OBJECT

private slots:
    void guess_data();
    void guess();
    void gbk_data();
    void gbk();
};

void TestContentGuess::guess_data() {
    using enum ContentGuess::Kind;
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<ContentGuess>("guess");
    const auto row = [](const char *name, const QByteArray &start, ContentGuess::Kind kind,
                        const QString &what = {}) {
        QTest::newRow(name) << start << ContentGuess{kind, what};
    };
    row("nothing", "", Text);
    row("text", "name,amount\n", Text);
    row("marked text", "\xEF\xBB\xBFname", Text);
    row("Chinese", "名称,金额\n", Text);
    row("one stray zero", QByteArray("ab\0c", 4), Text);
    row("zeros", QByteArray(40, '\0'), Binary);
    row("UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0",
                   4),
        Encoding, u"UTF-16"_s);
    row("UTF-16 big", QByteArray("\xFE\xFF\0a", 4), Encoding, u"UTF-16"_s);
    row("UTF-32", QByteArray("\xFF\xFE\0\0", 4), Encoding, u"UTF-32"_s);
    row("UTF-16 unmarked", QByteArray("a\0b\0c\0d\0", 8), Encoding, u"UTF-16"_s);
    row("UTF-16 unmarked and big", QByteArray("\0a\0b\0c\0d", 8), Encoding, u"UTF-16"_s);
    row("workbook", QByteArray("PK\x03\x04", 4), Workbook, u"XLSX"_s);
    row("old workbook", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", 9), Workbook, u"XLS"_s);
    row("database", QByteArray("SQLite format 3\0", 16), Binary, u"SQLite"_s);
}

void TestContentGuess::guess() {
    QFETCH(QByteArray, start);
    QTEST(guessContent(start), "guess");
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
