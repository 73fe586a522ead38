// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// How the program is called: words, options, languages, exit codes.
class TestCliUsage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void wrongUsage_exitsTwo_data();
    void wrongUsage_exitsTwo();
    void help_isOnStdout_data();
    void help_isOnStdout();
    void everyVerb_hasHelpInBothLanguages();
    void globalOptions_standAnywhere();
    void workspace_isTheFolderOrItsFile();
    void language_changesTextsAndNeverJson();
    void locale_decidesWithoutLang_data();
    void locale_decidesWithoutLang();
    void cLocale_takesAndGivesUtf8();
    void stdoutThatIsFull_exitsOne();
    void readerThatLeaves_isNoFailure();

private:
    CliProgram m_cli;
};

void TestCliUsage::initTestCase() { QCOMPARE(m_cli.run({u"init"_s}).code, 0); }

void TestCliUsage::wrongUsage_exitsTwo_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    const QStringList w{u"--workspace"_s, m_cli.workspace()};
    const auto row = [](const char *name, const QStringList &words, const char *id) {
        QTest::newRow(name) << words << QString::fromLatin1(id);
    };
    row("nothing", {}, "cli.no_verb");
    row("only options", w, "cli.no_verb");
    row("unknown verb", w + QStringList{u"frobnicate"_s}, "cli.unknown_verb");
    row("half a verb", w + QStringList{u"field"_s}, "cli.missing_words");
    row("half a verb and a wrong half", w + QStringList{u"field"_s, u"nope"_s}, "cli.unknown_verb");
    row("unknown entity", w + QStringList{u"list"_s, u"unicorns"_s}, "catalog.unknown_entity");
    row("unknown entity to show", w + QStringList{u"show"_s, u"unicorn"_s, u"D-1"_s},
        "catalog.unknown_entity");
    row("unknown entity to make", w + QStringList{u"create"_s, u"unicorn"_s, u"name=x"_s},
        "catalog.unknown_entity");
    row("unknown entity to import", w + QStringList{u"import"_s, u"unicorn"_s, u"a.csv"_s},
        "catalog.unknown_entity");
    row("unknown entity to extend",
        w + QStringList{u"field"_s, u"add"_s, u"unicorn"_s, u"k"_s, u"text"_s},
        "catalog.unknown_entity");
    row("unknown target",
        w
            + QStringList{u"field"_s, u"add"_s, u"deal"_s, u"k"_s, u"link"_s, u"--target"_s,
                          u"unicorn"_s},
        "catalog.unknown_entity");
    row("no columns", w + QStringList{u"list"_s, u"deals"_s, u"--columns"_s, u","_s},
        "cli.empty_option");
    row("no sort", w + QStringList{u"list"_s, u"deals"_s, u"--sort"_s, u"-"_s}, "cli.empty_option");
    row("a set of records", w + QStringList{u"list"_s, u"deals"_s, u"--set"_s, u"2"_s},
        "cli.option_not_here");
    row("a condition on rejected rows",
        w + QStringList{u"list"_s, u"rejected-rows"_s, u"--where"_s, u"x"_s},
        "cli.option_not_here");
    row("no set of rejected rows",
        w + QStringList{u"list"_s, u"rejected-rows"_s, u"--set"_s, u"last"_s}, "cli.bad_number");
    row("empty place for rejects",
        w + QStringList{u"import"_s, u"deal"_s, u"a.csv"_s, u"--rejects"_s, u""_s},
        "cli.empty_option");
    row("unknown option", w + QStringList{u"stats"_s, u"--fast"_s}, "cli.unknown_option");
    row("another verb's option", w + QStringList{u"stats"_s, u"--where"_s, u"x"_s},
        "cli.option_not_here");
    row("no workspace", {u"stats"_s}, "cli.no_workspace");
    row("no workspace to import", {u"import"_s, u"deal"_s, u"a.csv"_s}, "cli.no_workspace");
    row("no workspace to make", {u"init"_s}, "cli.no_workspace");
    row("empty workspace", {u"--workspace"_s, u""_s, u"stats"_s}, "cli.empty_option");
    row("value missing", {u"list"_s, u"deal"_s, u"--workspace"_s}, "cli.option_needs_value");
    row("no instant", w + QStringList{u"stats"_s, u"--now"_s, u"soon"_s}, "cli.bad_instant");
    row("word missing", w + QStringList{u"show"_s, u"deal"_s}, "cli.missing_words");
    row("nothing to set", w + QStringList{u"set"_s, u"deal"_s, u"D-1"_s}, "cli.missing_words");
    row("a word too many", w + QStringList{u"stats"_s, u"deal"_s}, "cli.too_many_words");
    row("no file", w + QStringList{u"import"_s, u"deal"_s}, "cli.missing_words");
    row("limit of nothing", w + QStringList{u"list"_s, u"deal"_s, u"--limit"_s, u"0"_s},
        "cli.bad_number");
    row("no number", w + QStringList{u"list"_s, u"deal"_s, u"--limit"_s, u"ten"_s},
        "cli.bad_number");
    row("no assignment", w + QStringList{u"create"_s, u"account"_s, u"Acme"_s},
        "cli.bad_assignment");
    row("assigned twice", w + QStringList{u"create"_s, u"account"_s, u"name=A"_s, u"name=B"_s},
        "cli.assigned_twice");
    row("no set", w + QStringList{u"undo"_s, u"last"_s}, "cli.bad_set");
    row("set zero", w + QStringList{u"undo"_s, u"0"_s}, "cli.bad_set");
    row("set beyond all numbers", w + QStringList{u"undo"_s, u"99999999999999999999"_s},
        "cli.bad_set");
    row("unknown preset", w + QStringList{u"import"_s, u"--preset"_s, u"acme"_s, u"x"_s},
        "cli.unknown_preset");
    row("preset with mapping",
        w + QStringList{u"import"_s, u"--preset"_s, u"maven"_s, u"x"_s, u"--map"_s, u"m"_s},
        "cli.option_not_here");
    row("unknown type", w + QStringList{u"field"_s, u"add"_s, u"deal"_s, u"k"_s, u"blob"_s},
        "cli.unknown_type");
    row("no choice key",
        w
            + QStringList{u"field"_s, u"add"_s, u"deal"_s, u"k"_s, u"choice"_s, u"--choice"_s,
                          u"=x"_s},
        "cli.bad_choice");
}

void TestCliUsage::wrongUsage_exitsTwo() {
    QFETCH(const QStringList, words);
    const Answer text = m_cli.bare(words);
    QCOMPARE(text.code, 2);
    QCOMPARE(text.out, QString());
    QVERIFY2(text.err.contains(u"dealwright-cli: "_s) && text.err.contains(u"Usage:"_s),
             qPrintable(text.err));
    // First, since an option at the end may want it for its value.
    const Answer json = m_cli.bare(QStringList{u"--json"_s} + words);
    QCOMPARE(json.code, 2);
    QCOMPARE(json.out, QString());
    QTEST(json.errorId(), "id");
    QCOMPARE(json.errorJson().value("kind"_L1).toString(), u"usage"_s);
    QVERIFY(!json.errorJson().value("text"_L1).toString().isEmpty());
}

void TestCliUsage::help_isOnStdout_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("part");
    QTest::newRow("help") << QStringList{u"help"_s} << u"restore-record"_s;
    QTest::newRow("--help") << QStringList{u"--help"_s} << u"restore-record"_s;
    QTest::newRow("help VERB") << QStringList{u"help"_s, u"list"_s} << u"--where EXPR"_s;
    QTest::newRow("VERB --help") << QStringList{u"list"_s, u"--help"_s} << u"--where EXPR"_s;
    QTest::newRow("VERB words --help")
        << QStringList{u"list"_s, u"deal"_s, u"--help"_s} << u"--where EXPR"_s;
    QTest::newRow("first word of two") << QStringList{u"help"_s, u"field"_s} << u"--label-en"_s;
    QTest::newRow("both words") << QStringList{u"help"_s, u"field"_s, u"list"_s}
                                << u"field list [ENTITY]"_s;
    QTest::newRow("--version") << QStringList{u"--version"_s} << u"Dealwright 0."_s;
}

void TestCliUsage::help_isOnStdout() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, part);
    const Answer answer = m_cli.bare(words);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.err, QString());
    QVERIFY2(answer.out.contains(part), qPrintable(answer.out));
}

void TestCliUsage::everyVerb_hasHelpInBothLanguages() {
    const Answer english = m_cli.bare({u"help"_s, u"--lang"_s, u"en"_s});
    const Answer chinese = m_cli.bare({u"help"_s, u"--lang"_s, u"zh"_s});
    for (const cli::Verb &verb : cli::verbs()) {
        const QString line = u"\n  "_s + QString::fromUtf16(verb.name) + u"  "_s;
        QVERIFY2(english.out.contains(line), qPrintable(line));
        QVERIFY2(chinese.out.contains(line), qPrintable(line));
    }
    QVERIFY(english.out != chinese.out);
    QVERIFY(!english.out.contains(u"cli."_s) && !chinese.out.contains(u"cli."_s));
}

void TestCliUsage::globalOptions_standAnywhere() {
    const QString expected = m_cli.run({u"--json"_s, u"stats"_s}).out;
    QVERIFY(!expected.isEmpty());
    const QString w = m_cli.workspace();
    QCOMPARE(m_cli.bare({u"stats"_s, u"--workspace"_s, w, u"--json"_s}).out, expected);
    QCOMPARE(m_cli.bare({u"--json"_s, u"--workspace="_s + w, u"stats"_s, u"--lang"_s, u"zh"_s}).out,
             expected);
    QCOMPARE(m_cli.bare({u"--now=2026-03-05"_s, u"stats"_s, u"--json"_s, u"--workspace"_s, w}).out,
             expected);
    const Answer rows = m_cli.bare(
        {u"list"_s, u"--json"_s, u"stages"_s, u"--limit"_s, u"1"_s, u"--workspace"_s, w});
    QCOMPARE(rows.json().value("rows"_L1).toArray().size(), 1);
}

void TestCliUsage::workspace_isTheFolderOrItsFile() {
    const QString w = m_cli.workspace();
    const QString expected = m_cli.bare({u"--workspace"_s, w, u"stats"_s}).out;
    QCOMPARE(m_cli.bare({u"--workspace"_s, w + u"/workspace.dealwright"_s, u"stats"_s}).out,
             expected);
    QCOMPARE(m_cli.bare({u"--workspace"_s, w + u'/', u"stats"_s}).out, expected);
    QCOMPARE(m_cli.bare({u"--workspace"_s, u"w"_s, u"stats"_s}).out, expected);
    const Answer none =
        m_cli.bare({u"--json"_s, u"--workspace"_s, m_cli.path(u"nowhere"_s), u"stats"_s});
    QCOMPARE(none.code, 1);
    QCOMPARE(none.errorId(), u"workspace.none"_s);
    QVERIFY(!QFile::exists(m_cli.path(u"nowhere"_s)));
}

void TestCliUsage::language_changesTextsAndNeverJson() {
    const QStringList words{u"--workspace"_s, m_cli.workspace(), u"show"_s, u"deal"_s, u"D-NONE"_s};
    const Answer english = m_cli.bare(words + QStringList{u"--lang"_s, u"en"_s});
    const Answer chinese = m_cli.bare(words + QStringList{u"--lang"_s, u"zh_CN"_s});
    QCOMPARE(english.code, 1);
    QCOMPARE(chinese.code, 1);
    QVERIFY(english.err != chinese.err);
    QVERIFY2(chinese.err.contains(u"商机"_s), qPrintable(chinese.err));
    const Answer json = m_cli.bare(words + QStringList{u"--lang"_s, u"zh"_s, u"--json"_s});
    QCOMPARE(json.err, m_cli.bare(words + QStringList{u"--lang"_s, u"en"_s, u"--json"_s}).err);
    QCOMPARE(json.errorId(), u"record.unknown"_s);
    QCOMPARE(json.errorJson().value("kind"_L1).toString(), u"not_found"_s);
    QCOMPARE(json.errorJson().value("args"_L1).toObject().value("entity"_L1).toString(), u"deal"_s);
}

void TestCliUsage::locale_decidesWithoutLang_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QStringList>("lang");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("zh_CN") << u"zh_CN.UTF-8"_s << QStringList() << true;
    QTest::newRow("en_US") << u"en_US.UTF-8"_s << QStringList() << false;
    QTest::newRow("de_DE") << u"de_DE.UTF-8"_s << QStringList() << false;
    QTest::newRow("C") << u"C"_s << QStringList() << false;
    QTest::newRow("zh_CN, --lang en")
        << u"zh_CN.UTF-8"_s << QStringList{u"--lang"_s, u"en"_s} << false;
    QTest::newRow("zh_CN, --lang fr")
        << u"zh_CN.UTF-8"_s << QStringList{u"--lang"_s, u"fr"_s} << true;
    QTest::newRow("en_US, --lang zh")
        << u"en_US.UTF-8"_s << QStringList{u"--lang"_s, u"zh"_s} << true;
}

void TestCliUsage::locale_decidesWithoutLang() {
    QFETCH(const QString, locale);
    QFETCH(const QStringList, lang);
    CliProgram cli;
    cli.setVariable(u"LC_ALL"_s, locale);
    const Answer answer = cli.bare(QStringList{u"help"_s} + lang);
    QCOMPARE(answer.err, QString());
    QTEST(answer.out.contains(u"用法"_s), "chinese");
}

void TestCliUsage::cLocale_takesAndGivesUtf8() {
    CliProgram cli;
    cli.setVariable(u"LC_ALL"_s, u"C"_s);
    QCOMPARE(cli.run({u"init"_s}).code, 0);
    const Answer made = cli.run({u"create"_s, u"account"_s, u"name=苏州同创汽配"_s});
    QCOMPARE(made.code, 0);
    QCOMPARE(made.err, QString());
    QVERIFY2(made.out.contains(u"苏州同创汽配"_s), qPrintable(made.out));
    const QJsonArray rows =
        cli.rows({u"list"_s, u"account"_s, u"--where"_s, u"name = \"苏州同创汽配\""_s});
    QCOMPARE(rows.size(), 1);
}

void TestCliUsage::stdoutThatIsFull_exitsOne() {
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("this system has no /dev/full");
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(CliProgram::binary(), {u"help"_s, u"--lang"_s, u"en"_s});
    const Answer answer = CliProgram::finish(process);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains(u"output"_s), qPrintable(answer.err));
}

void TestCliUsage::readerThatLeaves_isNoFailure() {
    // Much more than a pipe holds, into a reader that takes one line.
    for (int i = 0; i < 3; ++i)
        QVERIFY(
            !m_cli.create({u"account"_s, u"name=A"_s, u"description="_s + QString(90'000, u'x')})
                 .isEmpty());
    QProcess process;
    process.start(
        u"/bin/sh"_s,
        {u"-c"_s,
         u"{ \"$0\" --workspace \"$1\" --json list accounts; echo \"code $?\" >&2; } | head -n 1"_s,
         CliProgram::binary(), m_cli.workspace()});
    const Answer answer = CliProgram::finish(process);
    QCOMPARE(answer.err, u"code 0\n"_s);
    QCOMPARE(answer.out, u"{\"rows\": [\n"_s);
}

} // namespace dw::test

using dw::test::TestCliUsage;
DW_TEST(TestCliUsage)

#include "tst_cliusage.moc"
