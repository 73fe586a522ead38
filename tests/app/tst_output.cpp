// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/assignments.h"
#include "app/cli/caret.h"
#include "app/cli/printer.h"
#include "app/cli/stopsignals.h"
#include "app/cli/texttable.h"
#include "app/cli/textwidth.h"
#include "app/cli/verb.h"
#include "core/services/wording/wording.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The parts between a verb and the terminal, and between the command line and a verb.
class TestOutput : public QObject {
    Q_OBJECT

private slots:
    void width_data();
    void width();
    void elided_data();
    void elided();
    void table_alignsByWidth();
    void table_keepsARowOnALine();
    void caret_data();
    void caret();
    void caret_withoutAPlace_isNothing();
    void assignments_data();
    void assignments();
    void assignments_thatAreNone_data();
    void assignments_thatAreNone();
    void printer_escapesInJsonWhatATerminalObeys();
    void printer_whoseReaderLeft_isNoFailure();
    void printer_thatCannotWrite_saysSo();
    void verbs_areDescribed();

private:
    const CatalogPtr m_catalog = Catalog::builtin();
    const EntityDesc *m_deal = m_catalog->entity(u"deal");
};

void TestOutput::width_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("Latin") << u"Deal"_s << 4;
    QTest::newRow("Chinese") << u"商机A"_s << 5;
    QTest::newRow("full width") << u"ＡＢ"_s << 4;
    QTest::newRow("half width kana") << u"ｱｲ"_s << 2;
    QTest::newRow("Hangul") << u"한국"_s << 4;
    QTest::newRow("emoji") << u"😀"_s << 2;
    QTest::newRow("beyond the first plane") << u"𠮷野"_s << 4;
    QTest::newRow("combining") << u"e\u0301"_s << 1;
    QTest::newRow("symbols") << u"¥1,284万"_s << 8;
    QTest::newRow("dash and ellipsis") << u"—…"_s << 2;
}

void TestOutput::width() {
    QFETCH(const QString, text);
    QTEST(cli::textWidth(text), "columns");
}

void TestOutput::elided_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("shown");
    QTest::newRow("fits") << u"商机"_s << 4 << u"商机"_s;
    QTest::newRow("one too many") << u"商机A"_s << 4 << u"商…"_s;
    QTest::newRow("wide at the edge") << u"a商机"_s << 4 << u"a商…"_s;
    QTest::newRow("nothing fits") << u"商机"_s << 1 << u"…"_s;
    QTest::newRow("no half pairs") << u"😀😀"_s << 3 << u"😀…"_s;
}

void TestOutput::elided() {
    QFETCH(const QString, text);
    QFETCH(const int, columns);
    QTEST(cli::elided(text, columns), "shown");
}

void TestOutput::table_alignsByWidth() {
    cli::TextTable table({{u"Name"_s}, {u"金额"_s, cli::Align::Right}, {u"Stage"_s}});
    table.add({u"智能产线"_s, u"¥1,284万"_s, u"Won"_s});
    table.add({u"A"_s, u"¥9"_s, QString()});
    QCOMPARE(table.lines(), (QStringList{u"Name          金额  Stage"_s,
                                         u"智能产线  ¥1,284万  Won"_s, u"A               ¥9"_s}));
}

void TestOutput::table_keepsARowOnALine() {
    cli::TextTable table({{QString(), cli::Align::Left, 10}});
    table.add({u"one\ntwo"_s});
    table.add({u"\u001b[2Jabcdefgh"_s});
    QCOMPARE(table.lines(), (QStringList{u"one\\ntwo"_s, u"\\u{1b}[2J…"_s}));
}

void TestOutput::caret_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("start") << u"amout > 5"_s << 0 << 5
                           << QStringList{u"  amout > 5"_s, u"  ^^^^^"_s};
    QTest::newRow("behind Chinese")
        << u"name = \"商机\" x"_s << 12 << 1
        << QStringList{u"  name = \"商机\" x"_s, u"                ^"_s};
    QTest::newRow("end") << u"a >"_s << 3 << 0 << QStringList{u"  a >"_s, u"     ^"_s};
    QTest::newRow("control characters")
        << u"a\t\u001b = 1"_s << 4 << 1 << QStringList{u"  a\\t\\u{1b} = 1"_s, u"            ^"_s};
    const QString zeros(100, u'0');
    QTest::newRow("long") << zeros + u'x' + zeros << 100 << 1
                          << QStringList{u"  …"_s + zeros.left(50) + u'x' + zeros.left(25) + u'…',
                                         QString(53, u' ') + u'^'};
}

void TestOutput::caret() {
    QFETCH(const QString, typed);
    QFETCH(const int, at);
    QFETCH(const int, length);
    const Message message{u"expr.syntax"_s,
                          {{u"at"_s, QString::number(at)}, {u"length"_s, QString::number(length)}}};
    QTEST(cli::caretLines(message, typed), "lines");
}

void TestOutput::caret_withoutAPlace_isNothing() {
    QCOMPARE(cli::caretLines({u"expr.syntax"_s, {}}, u"a = 1"_s), QStringList());
    QCOMPARE(cli::caretLines({u"expr.syntax"_s, {{u"at"_s, u"6"_s}}}, u"a = 1"_s), QStringList());
    QCOMPARE(cli::caretLines({u"expr.syntax"_s, {{u"at"_s, u"-1"_s}}}, u"a = 1"_s), QStringList());
    QCOMPARE(cli::caretLines({u"expr.syntax"_s, {{u"at"_s, u"0"_s}}}, QString()), QStringList());
}

void TestOutput::assignments_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char16_t *word, const char16_t *key,
                        TypedEdit::Kind kind, const char16_t *text) {
        QTest::newRow(name) << QString::fromUtf16(word) << QString::fromUtf16(key) << int(kind)
                            << QString::fromUtf16(text);
    };
    using enum TypedEdit::Kind;
    row("set", u"amount=CNY 500000", u"amount", Set, u"CNY 500000");
    row("cleared", u"amount=", u"amount", Set, u"");
    row("include", u"tags+=hot", u"tags", Include, u"hot");
    row("exclude", u"tags-=hot", u"tags", Exclude, u"hot");
    row("equals signs in the value", u"name=a=b+=c", u"name", Set, u"a=b+=c");
    row("lines in the value", u"body=one\ntwo", u"body", Set, u"one\ntwo");
    row("blanks around the key", u" name =x", u"name", Set, u"x");
    row("value begins with a sign", u"number=-5", u"number", Set, u"-5");
    row("label", u"Amount=x", u"amount", Set, u"x");
    row("label in Chinese", u"名称=x", u"name", Set, u"x");
    row("label of two words", u"Expected close=", u"expected_close", Set, u"");
    row("a key that cannot be", u"no-such=x", u"no-such", Set, u"x");
}

void TestOutput::assignments() {
    QFETCH(const QString, word);
    const auto edits = cli::assignmentsFrom(*m_deal, {word});
    QVERIFY(edits);
    QCOMPARE(edits->size(), size_t(1));
    QTEST(edits->front().key, "key");
    QTEST(int(edits->front().kind), "kind");
    QTEST(edits->front().text, "text");
}

void TestOutput::assignments_thatAreNone_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    QTest::newRow("no equals sign") << QStringList{u"amount"_s} << u"cli.bad_assignment"_s;
    QTest::newRow("no key") << QStringList{u"=5"_s} << u"cli.bad_assignment"_s;
    QTest::newRow("empty") << QStringList{QString()} << u"cli.bad_assignment"_s;
    QTest::newRow("second of two") << QStringList{u"a=1"_s, u"b"_s} << u"cli.bad_assignment"_s;
    QTest::newRow("by key and by label")
        << QStringList{u"name=1"_s, u"名称=2"_s} << u"cli.assigned_twice"_s;
    QTest::newRow("twice") << QStringList{u"a=1"_s, u"a=2"_s} << u"cli.assigned_twice"_s;
}

void TestOutput::assignments_thatAreNone() {
    QFETCH(const QStringList, words);
    const auto edits = cli::assignmentsFrom(*m_deal, words);
    QVERIFY(!edits);
    QTEST(edits.error().message.id, "id");
    QVERIFY(cli::assignmentsFrom(*m_deal, {u"tags+=a"_s, u"tags+=b"_s, u"tags-=c"_s}));
}

void TestOutput::printer_escapesInJsonWhatATerminalObeys() {
    const QTemporaryDir dir;
    const QByteArray path = QFile::encodeName(dir.filePath(u"out"_s));
    std::FILE *file = std::fopen(path.constData(), "w");
    QVERIFY(file);
    {
        cli::Printer printer(file, stderr);
        printer.json({{u"a"_s, u"\u001b"_s + QChar(0x7F) + QChar(0x9B) + u"é商"_s}});
        printer.beginArray(u"rows"_s);
        printer.element({{u"b"_s, 1}});
        printer.element({{u"b"_s, 2}});
        printer.endArray();
        printer.beginArray(u"rows"_s);
        printer.endArray();
        QVERIFY(printer.finish());
    }
    std::fclose(file);
    QFile read(QFile::decodeName(path));
    QVERIFY(read.open(QIODevice::ReadOnly));
    QCOMPARE(
        QString::fromUtf8(read.readAll()),
        u"{\"a\":\"\\u001b\\u007f\\u009bé商\"}\n{\"rows\": [\n{\"b\":1},\n{\"b\":2}\n]}\n{\"rows\": []}\n"_s);
}

void TestOutput::printer_whoseReaderLeft_isNoFailure() {
    // A pipe whose reading end is closed: what `list | head` leaves behind.
    cli::ignoreBrokenPipes();
    std::FILE *pipe = popen("exec true", "w");
    QVERIFY(pipe);
    cli::Printer printer(pipe, stderr);
    const QString line(1000, u'x');
    for (int i = 0; i < 1000; ++i)
        printer.line(line);
    QVERIFY(printer.finish());
    pclose(pipe);
}

void TestOutput::printer_thatCannotWrite_saysSo() {
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("this system has no /dev/full");
    std::FILE *full = std::fopen("/dev/full", "w");
    QVERIFY(full);
    cli::Printer printer(full, stderr);
    printer.line(u"x"_s);
    QVERIFY(!printer.finish());
    std::fclose(full);
}

void TestOutput::verbs_areDescribed() {
    QFile page(QStringLiteral(DW_SOURCE_DIR "/docs/CLI.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString docs = QString::fromUtf8(page.readAll());
    QSet<QString> names;
    for (const cli::Verb &verb : cli::verbs()) {
        const QString name = QString::fromUtf16(verb.name);
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        QVERIFY2(hasWording(QString::fromUtf16(verb.summary)), qPrintable(name));
        QVERIFY2(verb.most == cli::Verb::any || verb.least <= verb.most, qPrintable(name));
        QCOMPARE(cli::findVerb(name.split(u' ') + QStringList{u"more"_s}), &verb);
        // Every option is told of in the usage line.
        QVERIFY2(docs.contains(u'`' + name), qPrintable(name));
        for (const OptionSpec &option : verb.options) {
            QVERIFY2(docs.contains(QString::fromUtf16(option.name)), qPrintable(name));
            QVERIFY2(verb.usageLine().contains(QString::fromUtf16(option.name)), qPrintable(name));
        }
    }
    QCOMPARE(cli::findVerb({u"field"_s}), nullptr);
    QCOMPARE(cli::findVerb({u"lists"_s}), nullptr);
    QCOMPARE(cli::findVerb({}), nullptr);
}

} // namespace dw::test

using dw::test::TestOutput;
DW_TEST(TestOutput)

#include "tst_output.moc"
