// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoptions.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::desktop;

class TestDesktopOptions : public QObject {
    Q_OBJECT
private slots:
    void nothing_isAWindowForPeople();
    void all_areRead();
    void fileAlone_isTheWorkspace();
    void wrong_isRefused_data();
    void wrong_isRefused();
    void limits_areIncluded_data();
    void limits_areIncluded();
};

void TestDesktopOptions::nothing_isAWindowForPeople() {
    const auto options = readDesktopOptions({});
    QVERIFY(options.ok());
    QVERIFY(options->program.workspace.isEmpty() && options->pictures.isEmpty());
    QVERIFY(!options->theme && !options->language && !options->program.now);
    QCOMPARE(options->size, QSize(1440, 900));
}

void TestDesktopOptions::all_areRead() {
    const auto options =
        readDesktopOptions({u"--workspace"_s, u"/w"_s, u"--screenshots=/p"_s, u"--lang"_s, u"zh"_s,
                            u"--theme"_s, u"dark"_s, u"--now"_s, u"2026-03-05T02:00:00Z"_s,
                            u"--size"_s, u"1280x720"_s, u"--scale"_s, u"1.5"_s});
    QVERIFY(options.ok());
    QCOMPARE(options->program.workspace, u"/w"_s);
    QCOMPARE(options->pictures, u"/p"_s);
    QCOMPARE(options->language, std::optional(Language::Chinese));
    QCOMPARE(options->theme, std::optional(ui::ThemeChoice::Dark));
    QCOMPARE(options->program.now->toIso(), u"2026-03-05T02:00:00Z"_s);
    QCOMPARE(options->size, QSize(1280, 720));
}

void TestDesktopOptions::fileAlone_isTheWorkspace() {
    const auto options = readDesktopOptions({u"/w/workspace.dealwright"_s});
    QVERIFY(options.ok());
    QCOMPARE(options->program.workspace, u"/w/workspace.dealwright"_s);
}

void TestDesktopOptions::wrong_isRefused_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QStringList &words, const char *id) {
        QTest::newRow(name) << words << QString::fromLatin1(id);
    };
    row("unknown", {u"--nonsense"_s}, "cli.unknown_option");
    row("value missing", {u"--workspace"_s}, "cli.option_needs_value");
    row("empty folder", {u"--screenshots="_s}, "cli.empty_option");
    row("theme", {u"--theme"_s, u"pink"_s}, "cli.bad_theme");
    row("size, words", {u"--size"_s, u"big"_s}, "cli.bad_size");
    row("size, one side", {u"--size"_s, u"1440"_s}, "cli.bad_size");
    row("size, too small", {u"--size"_s, u"319x900"_s}, "cli.bad_size");
    row("size, too large", {u"--size"_s, u"1440x8193"_s}, "cli.bad_size");
    row("scale, words", {u"--scale"_s, u"two"_s}, "cli.bad_scale");
    row("scale, nothing", {u"--scale"_s, u"0"_s}, "cli.bad_scale");
    row("scale, too large", {u"--scale"_s, u"4.1"_s}, "cli.bad_scale");
    row("scale, no number", {u"--scale"_s, u"nan"_s}, "cli.bad_scale");
    row("now", {u"--now"_s, u"yesterday"_s}, "cli.bad_instant");
    row("two workspaces", {u"/a"_s, u"/b"_s}, "cli.too_many_words");
    row("one named and one alone", {u"--workspace"_s, u"/a"_s, u"/b"_s}, "cli.too_many_words");
}

void TestDesktopOptions::wrong_isRefused() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, id);
    const auto options = readDesktopOptions(words);
    QVERIFY(!options);
    QCOMPARE(options.error().message.id, id);
}

void TestDesktopOptions::limits_areIncluded_data() {
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("scale");
    QTest::newRow("least") << u"320x320"_s << u"0.5"_s;
    QTest::newRow("most") << u"8192x8192"_s << u"4"_s;
    QTest::newRow("capital") << u"800X600"_s << u"1"_s;
}

void TestDesktopOptions::limits_areIncluded() {
    QFETCH(const QString, size);
    QFETCH(const QString, scale);
    QVERIFY(readDesktopOptions({u"--size"_s, size, u"--scale"_s, scale}).ok());
}

DW_TEST(TestDesktopOptions)
#include "tst_desktopoptions.moc"
