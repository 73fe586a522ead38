// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/diagnostics/masked.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestMasked : public QObject {
    Q_OBJECT

private slots:
    void personal_isGone_data();
    void personal_isGone();
    void technical_stays_data();
    void technical_stays();
};

void TestMasked::personal_isGone_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("e-mail", u"no row for li.wanqing@example.cn here"_s, u"no row for <e-mail> here"_s);
    row("e-mail, full width", u"写给李雷＠例子.cn 了"_s, u"<e-mail> 了"_s);
    row("mobile", u"tel 13800138000."_s, u"tel <number>."_s);
    row("mobile in groups", u"138 0013 8000"_s, u"<number>"_s);
    row("mobile after Chinese", u"电话13800138000号"_s, u"电话<number>号"_s);
    row("mobile, full width", u"１３８００１３８０００"_s, u"<number>"_s);
    row("mobile after a hyphen", u"tel-13800138000"_s, u"tel-<number>"_s);
    row("mobile with an extension", u"138-0013-8000-2"_s, u"<number>-2"_s);
    row("account after a hyphen", u"acct-62220210011162"_s, u"acct-<number>"_s);
    row("international", u"call +86 138-0013-8000 now"_s, u"call <number> now"_s);
    row("international, brackets", u"+1 (555) 010-9999"_s, u"<number>"_s);
    row("international, shortest", u"+4912345"_s, u"<number>"_s);
    row("international, zeros", u"0044 20 7946 0958"_s, u"<number>"_s);
    row("fixed line", u"0512-68881234"_s, u"<number>"_s);
    row("fixed line, brackets", u"(0512) 6888-1234"_s, u"<number>"_s);
    row("fixed line without area", u"6888-1234"_s, u"<number>"_s);
    row("identity card", u"11010519491231002X"_s, u"<number>"_s);
    row("bank card", u"6222 0210 0111 6245 702"_s, u"<number>"_s);
    row("shortest account", u"12345678901234"_s, u"<number>"_s);
    row("quoted", u"near 'Zhou Jianguo': syntax"_s, u"near “…”: syntax"_s);
    row("quoted name with an apostrophe", u"near 'Pat O'Brien' here"_s, u"near “…” here"_s);
    row("curly quotes", u"deal “Big & Co” of “Anna”"_s, u"deal “…” of “…”"_s);
    row("corner quotes", u"商机「苏州」不在"_s, u"商机“…”不在"_s);
    row("quotes over two lines", u"“Big\nCo” x"_s, u"“…” x"_s);
    row("quotes that do not end", u"deal “Big & C"_s, u"deal “…”"_s);
    row("home", u"open /srv/anna/w/a.dealwright"_s, u"open ~/w/a.dealwright"_s);
    row("home alone", u"in /srv/anna"_s, u"in ~"_s);
    row("user", u"owner anna, group"_s, u"owner <user>, group"_s);
    row("another's home", u"open /home/bob/x and C:\\Users\\Bob\\y"_s, u"open ~/x and ~\\y"_s);
    row("control", u"a\u001b[0m\nb"_s, u"a\\u{1b}[0m\\nb"_s);
}

void TestMasked::personal_isGone() {
    QFETCH(const QString, text);
    QTEST(masked(text, u"/srv/anna"_s), "expected");
}

void TestMasked::technical_stays_data() {
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("empty", {});
    row("plain", u"opened in 12 ms, schema 2"_s);
    row("date and time", u"2026-03-05T09:00:00.123Z, 2026-03-05 2026-03-06"_s);
    row("milliseconds", u"at 1772701200000"_s);
    row("counts", u"1494368 rows, 1048576 bytes of 10737418240"_s);
    row("sizes", u"1440x900, 1024 2048"_s);
    row("UUID", u"01890a5d-ac96-774b-bcce-b302099a8057"_s);
    row("UUID of digits", u"12345678-1234-1234-1234-123456789012"_s);
    row("hash", u"f13800138000c62220210011162457029e"_s);
    row("short id", u"D-7K2M9Q"_s);
    row("versions", u"Qt 6.4.2, SQLite 3.40.1"_s);
    row("ten digits that look like no mobile", u"1380013800"_s);
    row("eleven digits that look like no mobile", u"12800138000"_s);
    row("plus and too few", u"+123456"_s);
    row("one digit less than an account", u"1234567890123"_s);
    row("word with the user's name in it", u"annals joanna"_s);
    row("a folder beside home", u"/srv/annabel/x"_s);
    row("apostrophes", u"it can't, and won't"_s);
}

void TestMasked::technical_stays() {
    QFETCH(const QString, text);
    QCOMPARE(masked(text, u"/srv/anna"_s), text);
}

} // namespace dw::test

using dw::test::TestMasked;
DW_TEST(TestMasked)

#include "tst_masked.moc"
