// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/arguments.h"

#include "app/common/programoptions.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Options wherever they stand, and what both programs make of theirs.
class TestArguments : public QObject {
    Q_OBJECT

private slots:
    void options_standAnywhere_data();
    void options_standAnywhere();
    void values_areTakenAsTheyStand();
    void behindTwoDashes_allIsFree();
    void valuesOption_maybeGivenOften();
    void misuse_data();
    void misuse();
    void language_data();
    void language();
    void now_data();
    void now();
    void emptyWorkspace_isRefused();
    void clocks_followNow();
};

namespace {

constexpr OptionSpec specs[] = {
    {u"--where"}, {u"--json", OptionSpec::Kind::Flag}, {u"--choice", OptionSpec::Kind::Values}};

Arguments parsed(const QStringList &words) {
    const auto arguments = parseArguments(words, specs);
    Q_ASSERT(arguments);
    return *arguments;
}

Result<ProgramOptions> program(const QStringList &words) {
    const auto arguments = parseArguments(words, programOptionSpecs());
    Q_ASSERT(arguments);
    return readProgramOptions(*arguments);
}

} // namespace

void TestArguments::options_standAnywhere_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("first") << QStringList{u"--where"_s, u"a = 1"_s, u"--json"_s, u"list"_s,
                                          u"deal"_s};
    QTest::newRow("between") << QStringList{u"list"_s, u"--where"_s, u"a = 1"_s, u"deal"_s,
                                            u"--json"_s};
    QTest::newRow("last") << QStringList{u"list"_s, u"deal"_s, u"--json"_s, u"--where"_s,
                                         u"a = 1"_s};
    QTest::newRow("with equals sign")
        << QStringList{u"list"_s, u"--where=a = 1"_s, u"--json"_s, u"deal"_s};
}

void TestArguments::options_standAnywhere() {
    QFETCH(const QStringList, words);
    const Arguments arguments = parsed(words);
    QCOMPARE(arguments.free, (QStringList{u"list"_s, u"deal"_s}));
    QCOMPARE(arguments.value(u"--where"_s), u"a = 1"_s);
    QVERIFY(arguments.has(u"--json"_s));
    QVERIFY(!arguments.value(u"--json"_s));
    QVERIFY(!arguments.has(u"--choice"_s));
}

void TestArguments::values_areTakenAsTheyStand() {
    QCOMPARE(parsed({u"--where"_s, u"--json"_s}).value(u"--where"_s), u"--json"_s);
    QCOMPARE(parsed({u"--where"_s, u""_s}).value(u"--where"_s), u""_s);
    QCOMPARE(parsed({u"--where="_s}).value(u"--where"_s), u""_s);
    QCOMPARE(parsed({u"-amount"_s, u"-"_s, u"amount-=5"_s}).free,
             (QStringList{u"-amount"_s, u"-"_s, u"amount-=5"_s}));
}

void TestArguments::behindTwoDashes_allIsFree() {
    const Arguments arguments = parsed({u"set"_s, u"--"_s, u"--json"_s, u"--"_s});
    QCOMPARE(arguments.free, (QStringList{u"set"_s, u"--json"_s, u"--"_s}));
    QVERIFY(!arguments.has(u"--json"_s));
}

void TestArguments::valuesOption_maybeGivenOften() {
    const Arguments arguments = parsed({u"--choice"_s, u"a=A"_s, u"--choice=b=B"_s});
    QCOMPARE(arguments.values(u"--choice"_s), (QStringList{u"a=A"_s, u"b=B"_s}));
}

void TestArguments::misuse_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("option");
    QTest::newRow("unknown") << QStringList{u"--wher"_s, u"x"_s} << u"cli.unknown_option"_s
                             << u"--wher"_s;
    QTest::newRow("unknown with value")
        << QStringList{u"--wher=x"_s} << u"cli.unknown_option"_s << u"--wher"_s;
    QTest::newRow("no value") << QStringList{u"--where"_s} << u"cli.option_needs_value"_s
                              << u"--where"_s;
    QTest::newRow("value of a flag")
        << QStringList{u"--json=yes"_s} << u"cli.option_takes_no_value"_s << u"--json"_s;
    QTest::newRow("twice") << QStringList{u"--where"_s, u"a"_s, u"--where=b"_s}
                           << u"cli.option_twice"_s << u"--where"_s;
    QTest::newRow("flag twice") << QStringList{u"--json"_s, u"--json"_s} << u"cli.option_twice"_s
                                << u"--json"_s;
}

void TestArguments::misuse() {
    QFETCH(const QStringList, words);
    const auto arguments = parseArguments(words, specs);
    QVERIFY(!arguments);
    QTEST(arguments.error().message.id, "id");
    QTEST(arguments.error().message.args.value(u"option"_s), "option");
}

void TestArguments::language_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("zh") << u"zh"_s << true;
    QTest::newRow("zh_CN") << u"zh_CN"_s << true;
    QTest::newRow("en") << u"en"_s << false;
    const bool locale = localeLanguage() == Language::Chinese;
    QTest::newRow("another: the locale") << u"fr"_s << locale;
    QTest::newRow("empty: the locale") << QString() << locale;
}

void TestArguments::language() {
    QFETCH(const QString, typed);
    const auto options = program({u"--lang="_s + typed});
    QVERIFY(options);
    QTEST(options->language == Language::Chinese, "chinese");
}

void TestArguments::now_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("instant");
    QTest::newRow("UTC") << u"2026-03-05T01:00:00Z"_s << u"2026-03-05T01:00:00Z"_s;
    QTest::newRow("offset") << u"2026-03-05T09:00:00+08:00"_s << u"2026-03-05T01:00:00Z"_s;
    QTest::newRow("date") << u"2026-03-05"_s << u"2026-03-05T00:00:00Z"_s;
    QTest::newRow("no offset") << u"2026-03-05T09:00:00"_s << QString();
    QTest::newRow("no instant") << u"tomorrow"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestArguments::now() {
    QFETCH(const QString, typed);
    QFETCH(const QString, instant);
    const auto options = program({u"--now"_s, typed});
    QCOMPARE(options.ok(), !instant.isEmpty());
    if (options)
        QCOMPARE(options->now->toIso(), instant);
    else
        QCOMPARE(options.error().message.id, u"cli.bad_instant"_s);
}

void TestArguments::emptyWorkspace_isRefused() {
    const auto options = program({u"--workspace"_s, u""_s});
    QVERIFY(!options);
    QCOMPARE(options.error().message.id, u"cli.empty_option"_s);
}

void TestArguments::clocks_followNow() {
    const Instant at{1'772'672'400'000};
    QCOMPARE(Clocks(at).business().now().ms, at.ms);
    QVERIFY(Clocks(at).wall().now().ms != at.ms);
    const Clocks system(std::nullopt);
    QCOMPARE(&system.business(), &system.wall());
}

} // namespace dw::test

using dw::test::TestArguments;
DW_TEST(TestArguments)

#include "tst_arguments.moc"
