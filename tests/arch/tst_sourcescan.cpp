// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/arch/sourcescan.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestSourceScan : public QObject {
    Q_OBJECT

private slots:
    void includes_areReadWithTheirLines();
    void comments_areNoCode();
    void literals_areSeparated_data();
    void literals_areSeparated();
};

void TestSourceScan::includes_areReadWithTheirLines() {
    const ScannedSource source =
        scanSource(u"#include <QString>\n\n #  include \"core/base/id.h\"\n"_s);
    QCOMPARE(source.includes.size(), 2);
    QCOMPARE(source.includes.at(0).path, u"QString"_s);
    QVERIFY(!source.includes.at(0).quoted);
    QCOMPARE(source.includes.at(1).path, u"core/base/id.h"_s);
    QCOMPARE(source.includes.at(1).line, 3);
    QVERIFY(source.includes.at(1).quoted);
    QCOMPARE(source.lineCount, 3);
}

void TestSourceScan::comments_areNoCode() {
    const ScannedSource source = scanSource(u"int a; // time(0)\n/* x\n\"y\" */ int b;\n"_s);
    QCOMPARE(source.code.size(), 2);
    QCOMPARE(source.code.at(0).text.trimmed(), u"int a;"_s);
    QCOMPARE(source.code.at(1).text.trimmed(), u"int b;"_s);
    QCOMPARE(source.code.at(1).line, 3);
    QVERIFY(source.literals.isEmpty());
}

void TestSourceScan::literals_areSeparated_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("literals");
    QTest::newRow("plain") << u"f(\"a b\");"_s << QStringList{u"a b"_s};
    QTest::newRow("escaped quote") << u"f(\"a\\\"b\", \"c\");"_s << QStringList{u"a\"b"_s, u"c"_s};
    QTest::newRow("neighbours") << u"u\"SELECT x \"\n    \"FROM y\"_s"_s
                                << QStringList{u"SELECT x FROM y"_s};
    QTest::newRow("suffixes between") << u"u\"a \"_s u\"b\"_s"_s << QStringList{u"a b"_s};
    QTest::newRow("two arguments") << u"f(\"a\",\n \"b\")"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("raw") << u"q = R\"x(a \" )\" // b)x\";"_s << QStringList{u"a \" )\" // b"_s};
    QTest::newRow("comment marks inside") << u"f(\"// no\");"_s << QStringList{u"// no"_s};
    QTest::newRow("quote as character") << u"c = '\"'; f(\"a\");"_s << QStringList{u"a"_s};
    QTest::newRow("digit separator") << u"n = 1'000; f(\"a\"); m = 2'000;"_s << QStringList{u"a"_s};
    QTest::newRow("unterminated") << u"f(\"a\n\"b\");"_s << QStringList{u"ab"_s};
}

void TestSourceScan::literals_areSeparated() {
    QFETCH(QString, text);
    QFETCH(QStringList, literals);
    QStringList found;
    for (const SourcePiece &piece : scanSource(text).literals)
        found << piece.text;
    QCOMPARE(found, literals);
}

} // namespace dw::test

using dw::test::TestSourceScan;
DW_TEST(TestSourceScan)

#include "tst_sourcescan.moc"
