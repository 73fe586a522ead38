// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacedump.h"

#include "core/store/files/workspacedump_text.h"
#include "tests/support/databasecontent.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestWorkspaceDump : public QObject {
    Q_OBJECT

private slots:
    void cell_readsBack_data();
    void cell_readsBack();
    void cell_thatCannotBe_isRefused_data();
    void cell_thatCannotBe_isRefused();
    void value_ofAnotherKind_isNotExact_data();
    void value_ofAnotherKind_isNotExact();
    void kindNames_readBack();
    void tables_areAllButWhatIsDerived();
    void load_givesAnEqualDatabase();
    void load_ofAnEarlierSchema_isBroughtUpToDate();
    void load_refusesWhatNoWorkspaceHas_data();
    void load_refusesWhatNoWorkspaceHas();
    void load_refusesARowThatIsThereTwice();

private:
    /// What the SQL expression gives as a cell; nullopt where it is refused.
    static std::optional<QString> cellOf(const QString &sql, DumpKind kind);
    static Result<void> copy(Connection &from, const Catalog &catalog, DumpLoader &loader);
};

std::optional<QString> TestWorkspaceDump::cellOf(const QString &sql, DumpKind kind) {
    StoreFolder folder;
    const auto c = folder.create();
    auto get = must(c->prepare(u"SELECT "_s + sql));
    if (!must(get.step()))
        qFatal("no row");
    return dumpCell(get, 0, kind);
}

void TestWorkspaceDump::cell_readsBack_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<DumpKind>("kind");
    QTest::addColumn<QString>("cell");
    const auto row = [](const char *name, const QString &sql, DumpKind kind, const QString &cell) {
        QTest::newRow(name) << sql << kind << cell;
    };
    using enum DumpKind;
    row("null", u"NULL"_s, Text, u""_s);
    row("empty text", u"''"_s, Text, u"\\"_s);
    row("text", u"'苏州'"_s, Text, u"苏州"_s);
    row("backslash", u"'\\N'"_s, Text, u"\\\\N"_s);
    row("formula", u"'=1+2'"_s, Text, u"=1+2"_s);
    row("apostrophe", u"'''=1'"_s, Text, u"'=1"_s);
    row("mark in front", u"char(65279) || 'a'"_s, Text, QChar(0xFEFF) + u"a"_s);
    row("emoji", u"char(128512)"_s, Text, u"😀"_s);
    row("return", u"'a' || char(13, 10) || 'b'"_s, Text, u"a\r\nb"_s);
    row("integer", u"-9223372036854775807"_s, Integer, u"-9223372036854775807"_s);
    row("real", u"0.1"_s, Real, u"0.1"_s);
    row("whole real", u"1e21"_s, Real, u"1e+21"_s);
    row("least real", u"4.9406564584124654e-324"_s, Real, u"5e-324"_s);
    row("id", u"x'0189f7eaae2c7def80000123456789ab'"_s, Id,
        u"0189f7ea-ae2c-7def-8000-0123456789ab"_s);
    row("id of zeros", u"x'00000000000000000000000000000000'"_s, Id,
        u"00000000-0000-0000-0000-000000000000"_s);
    row("bytes", u"x'00ff'"_s, Bytes, u"0x00ff"_s);
    row("no bytes", u"x''"_s, Bytes, u"0x"_s);
    row("date", u"20512"_s, Date, u"2026-02-28"_s);
    row("first date", u"-719162"_s, Date, u"0001-01-01"_s);
    row("before the first", u"-719163"_s, Date, u"-719163"_s);
    row("last date", u"2932896"_s, Date, u"9999-12-31"_s);
    row("behind the last", u"2932897"_s, Date, u"2932897"_s);
    row("instant", u"1770685200123"_s, Instant, u"2026-02-10T01:00:00.123Z"_s);
    row("before 1970", u"-1"_s, Instant, u"1969-12-31T23:59:59.999Z"_s);
    row("far instant", u"9223372036854775807"_s, Instant, u"9223372036854775807"_s);
}

void TestWorkspaceDump::cell_readsBack() {
    QFETCH(QString, sql);
    QFETCH(DumpKind, kind);
    QFETCH(QString, cell);
    QCOMPARE(cellOf(sql, kind).value_or(u"refused"_s), cell);
    StoreFolder folder;
    const auto c = folder.create();
    auto same = must(c->prepare(u"SELECT ?1 IS %1 AND typeof(?1) = typeof(%1)"_s.arg(sql)));
    QVERIFY(bindDumpCell(same, 1, kind, cell));
    QVERIFY(must(same.step()));
    QCOMPARE(same.integer(0), 1);
}

void TestWorkspaceDump::cell_thatCannotBe_isRefused_data() {
    QTest::addColumn<DumpKind>("kind");
    QTest::addColumn<QString>("cell");
    using enum DumpKind;
    QTest::newRow("plus") << Integer << u"+1"_s;
    QTest::newRow("blank") << Integer << u" 1"_s;
    QTest::newRow("leading zero") << Integer << u"01"_s;
    QTest::newRow("too large") << Integer << u"9223372036854775808"_s;
    QTest::newRow("words") << Real << u"many"_s;
    QTest::newRow("longer than needed") << Real << u"0.10"_s;
    QTest::newRow("infinity") << Real << u"1e999"_s;
    QTest::newRow("capitals") << Id << u"0189F7EA-ae2c-7def-8000-0123456789ab"_s;
    QTest::newRow("short") << Id << u"0189f7ea"_s;
    QTest::newRow("no prefix") << Bytes << u"00ff"_s;
    QTest::newRow("half a byte") << Bytes << u"0x0"_s;
    QTest::newRow("no such day") << Date << u"2026-02-30"_s;
    QTest::newRow("a day as its number") << Date << u"20512"_s;
    QTest::newRow("no such hour") << Instant << u"2026-02-10T25:00:00.000Z"_s;
    QTest::newRow("without milliseconds") << Instant << u"2026-02-10T01:00:00Z"_s;
    QTest::newRow("one backslash before text") << Text << u"\\a"_s;
}

void TestWorkspaceDump::cell_thatCannotBe_isRefused() {
    QFETCH(DumpKind, kind);
    QFETCH(QString, cell);
    StoreFolder folder;
    const auto c = folder.create();
    auto any = must(c->prepare(u"SELECT ?"_s));
    QVERIFY(!bindDumpCell(any, 1, kind, cell));
}

void TestWorkspaceDump::value_ofAnotherKind_isNotExact_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<DumpKind>("kind");
    QTest::newRow("text in a number") << u"'7'"_s << DumpKind::Integer;
    QTest::newRow("number in a text") << u"7"_s << DumpKind::Text;
    QTest::newRow("bytes in a text") << u"x'41'"_s << DumpKind::Text;
    QTest::newRow("text in bytes") << u"'A'"_s << DumpKind::Bytes;
    QTest::newRow("whole number in a real") << u"7"_s << DumpKind::Real;
    QTest::newRow("short id") << u"x'00'"_s << DumpKind::Id;
    QTest::newRow("zero in a text") << u"char(97, 0, 98)"_s << DumpKind::Text;
    QTest::newRow("no UTF-8") << u"CAST(x'ff41' AS TEXT)"_s << DumpKind::Text;
}

void TestWorkspaceDump::value_ofAnotherKind_isNotExact() {
    QFETCH(QString, sql);
    QFETCH(DumpKind, kind);
    QVERIFY(!cellOf(sql, kind));
}

void TestWorkspaceDump::kindNames_readBack() {
    using enum DumpKind;
    for (const DumpKind kind : {Integer, Real, Text, Id, Bytes, Date, Instant})
        QCOMPARE(dumpKindFromName(dumpKindName(kind)), std::optional(kind));
    QVERIFY(!dumpKindFromName(u"blob"_s));
    QVERIFY(!dumpKindFromName(u""_s));
}

void TestWorkspaceDump::tables_areAllButWhatIsDerived() {
    StoreFolder folder;
    const auto c = folder.create();
    QStringList names;
    for (const DumpTable &table : must(dumpTables(*c, *Catalog::builtin())))
        names << table.name;
    for (const QString &name : {u"deal"_s, u"deal_tags"_s, u"change_set"_s, u"change_record"_s,
                                u"rejected_row"_s, u"short_counter"_s, u"job"_s, u"setting"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
    for (const QString &name : {u"meta"_s, u"deal_by_account"_s, u"search"_s, u"search_row"_s})
        QVERIFY2(!names.contains(name), qPrintable(name));
}

Result<void> TestWorkspaceDump::copy(Connection &from, const Catalog &catalog, DumpLoader &loader) {
    for (const DumpTable &table : must(dumpTables(from, catalog))) {
        if (const auto begun = loader.begin(table); !begun)
            return begun;
        const auto copied =
            dumpRows(from, table, [&](const QStringList &cells) { return loader.add(cells); });
        if (!copied)
            return copied;
    }
    return loader.finish(must(dumpMeta(from)));
}

void TestWorkspaceDump::load_givesAnEqualDatabase() {
    TestWorkspace w;
    const RecordId account = w.create(u"account", {{u"name", u"曾家\\账户"_s}});
    const RecordId deal = w.deal(u"=SUM(A1)"_s);
    w.change(u"deal", deal,
             {{u"account", account},
              {u"amount", Money(-5, *Currency::fromCode(u"KWD"_s))},
              {u"tags", QStringList{w.create(u"tag", {{u"name", u"hot"_s}}).text()}}});
    w.remove(u"account", w.create(u"account", {{u"name", u"Gone"_s}}));
    QTemporaryDir dir;
    const QString path = dir.filePath(u"copy"_s);
    {
        const auto loader = must(DumpLoader::create(path, currentSchema()));
        must(copy(w.connection(), *w.catalog().get(), *loader));
    }
    const auto c = must(Connection::open(path, OpenMode::ReadOnly));
    const auto expected = contentOf(w.connection());
    const auto found = contentOf(*c);
    QCOMPARE(found.keys(), expected.keys());
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QCOMPARE(found.value(it.key()), *it);
    QCOMPARE(verdictOf(*c), u"ok"_s);
    std::vector<Message> problems;
    const CatalogHolder catalog(must(loadCatalog(*c, problems)));
    const auto report = must(checkWorkspace(*c, catalog, dir.filePath(u"jobs"_s)));
    QVERIFY(!report.damaged());
    Reader reader(*c, catalog);
    QCOMPARE(must(reader.byTitle(u"account"_s, u"曾家\\账户"_s)), std::vector{account});
}

void TestWorkspaceDump::load_ofAnEarlierSchema_isBroughtUpToDate() {
    StoreFolder folder;
    folder.load(u"schema-2"_s);
    const auto old = folder.open();
    const QString path = folder.dir.filePath(u"copy"_s);
    {
        const auto loader = must(DumpLoader::create(path, 2));
        must(copy(*old, *Catalog::builtin(), *loader));
    }
    const auto c = must(Connection::open(path, OpenMode::ReadOnly));
    QCOMPARE(*c->scalar(u"PRAGMA user_version"_s), currentSchema());
    must(requireSchema(*c));
    const auto expected = contentOf(*old);
    const auto found = contentOf(*c);
    for (const QString &table : {u"deal"_s, u"account"_s, u"change_record"_s, u"meta"_s})
        QCOMPARE(found.value(table), expected.value(table));
}

void TestWorkspaceDump::load_refusesWhatNoWorkspaceHas_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::addColumn<DumpKind>("kind");
    QTest::newRow("table") << u"evil"_s << u"x"_s << DumpKind::Text;
    QTest::newRow("derived table") << u"deal_by_account"_s << u"id"_s << DumpKind::Id;
    QTest::newRow("SQLite's own") << u"sqlite_sequence"_s << u"seq"_s << DumpKind::Integer;
    QTest::newRow("meta") << u"meta"_s << u"key"_s << DumpKind::Text;
    QTest::newRow("column") << u"tag"_s << u"evil"_s << DumpKind::Text;
    QTest::newRow("custom column of no entity")
        << u"change_set"_s << u"c_y7k0001"_s << DumpKind::Text;
    QTest::newRow("set of no entity") << u"evil_c_y7k0001"_s << u"row"_s << DumpKind::Id;
    QTest::newRow("another kind") << u"tag"_s << u"color"_s << DumpKind::Integer;
    QTest::newRow("SQL in a name") << u"tag"_s << u"c_1); DROP TABLE deal; --"_s << DumpKind::Text;
}

void TestWorkspaceDump::load_refusesWhatNoWorkspaceHas() {
    QFETCH(QString, table);
    QFETCH(QString, column);
    QFETCH(DumpKind, kind);
    StoreFolder folder;
    const auto loader = must(DumpLoader::create(folder.dir.filePath(u"copy"_s), currentSchema()));
    DumpTable given{table, {}};
    const auto source = folder.create();
    for (const DumpTable &one : must(dumpTables(*source, *Catalog::builtin()))) {
        if (one.name == table)
            given = one;
    }
    std::erase_if(given.columns, [&](const DumpColumn &one) { return one.name == column; });
    given.columns.push_back({column, kind});
    QCOMPARE(messageId(loader->begin(given)), u"import.bad_table"_s);
}

void TestWorkspaceDump::load_refusesARowThatIsThereTwice() {
    StoreFolder folder;
    const auto loader = must(DumpLoader::create(folder.dir.filePath(u"copy"_s), currentSchema()));
    must(loader->begin(
        {u"short_counter"_s, {{u"letter"_s, DumpKind::Text}, {u"last"_s, DumpKind::Integer}}}));
    must(loader->add({u"D"_s, u"7"_s}));
    QCOMPARE(messageId(loader->add({u"D"_s, u"8"_s})), u"import.bad_cell"_s);
    QCOMPARE(messageId(loader->add({u"E"_s, u""_s})), u"import.bad_cell"_s);
    QCOMPARE(messageId(loader->add({u"E"_s})), u"import.bad_cell"_s);
    QCOMPARE(messageId(loader->begin({u"short_counter"_s, {}})), u"import.bad_table"_s);
    QCOMPARE(messageId(loader->finish({})), u"import.bad_table"_s);
}

} // namespace dw::test

using dw::test::TestWorkspaceDump;
DW_TEST(TestWorkspaceDump)

#include "tst_workspacedump.moc"
