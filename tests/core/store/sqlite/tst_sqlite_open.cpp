// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "core/store/sqlite/sqlite.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace dw::test {

/// How a connection is opened, and what it lets nobody do.
class TestSqliteOpen : public QObject {
    Q_OBJECT

private slots:
    void open_missing_fails();
    void open_folder_fails();
    void open_unknownVfs_fails();
    void open_noDatabase_isDamaged_data();
    void open_noDatabase_isDamaged();
    void open_names_areNoUris_data();
    void open_names_areNoUris();
    void open_writer_hasItsPragmas();
    void open_foreignDatabase_isLeftAlone();
    void open_plainJournalOfOurs_becomesWal();
    void reader_cannotWrite();
    void fold_isOurs_data();
    void fold_isOurs();
    void fold_ofManyTexts_staysRight();
    void functions_ofClockAndChance_areDenied_data();
    void functions_ofClockAndChance_areDenied();
    void attach_isRefused();
    void extensions_areRefused();
    void schema_cannotBeWrittenPast();
    void triggersAndViews_ofTheFile_doNotRun();
};

namespace {

void write(const QString &path, const QByteArray &content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// With SQLite's own defaults, as another program would.
void runForeign(const QString &path, const char *sql) {
    sqlite3 *db = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &db) != SQLITE_OK
        || sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("foreign: %s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

} // namespace

void TestSqliteOpen::open_missing_fails() {
    const StoreFolder folder;
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto c = Connection::open(folder.paths.database(), mode);
        QCOMPARE(messageId(c), u"store.open"_s);
        QCOMPARE(c.error().kind, ErrorKind::Io);
        QVERIFY(c.error().message.args.value(u"file"_s).endsWith(u"workspace.dealwright"_s));
    }
    QVERIFY(!QFile::exists(folder.paths.database()));
    const auto nowhere =
        Connection::open(folder.dir.filePath(u"no/such/folder"_s), OpenMode::Create);
    QCOMPARE(messageId(nowhere), u"store.open"_s);
}

void TestSqliteOpen::open_folder_fails() {
    const StoreFolder folder;
    const auto c = Connection::open(folder.dir.path(), OpenMode::ReadOnly);
    QVERIFY(!c);
    QCOMPARE(c.error().kind, ErrorKind::Io);
}

void TestSqliteOpen::open_unknownVfs_fails() {
    const StoreFolder folder;
    const auto c = Connection::open(folder.paths.database(), OpenMode::Create, u"nothing"_s);
    QCOMPARE(messageId(c), u"store.open"_s);
}

void TestSqliteOpen::open_noDatabase_isDamaged_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("name,amount\n").repeated(500);
    QTest::newRow("half a header") << QByteArray("SQLite format 3\0\x10\0", 18);
    QTest::newRow("zeros") << QByteArray(8192, '\0');
}

void TestSqliteOpen::open_noDatabase_isDamaged() {
    QFETCH(QByteArray, content);
    const StoreFolder folder;
    write(folder.paths.database(), content);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite, OpenMode::Create}) {
        const auto c = Connection::open(folder.paths.database(), mode);
        QCOMPARE(messageId(c), u"store.damaged"_s);
        QCOMPARE(c.error().kind, ErrorKind::Damaged);
    }
    QFile file(folder.paths.database());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestSqliteOpen::open_names_areNoUris_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("question mark") << u"a?mode=memory"_s;
    QTest::newRow("percent") << u"a%41b#c"_s;
    QTest::newRow("Chinese") << u"销售 工作区"_s;
    QTest::newRow("quotes") << u"a'b\"c"_s;
}

void TestSqliteOpen::open_names_areNoUris() {
    QFETCH(QString, name);
    const StoreFolder folder;
    const QString path = folder.dir.filePath(name);
    const auto c = Connection::open(path, OpenMode::Create);
    QVERIFY2(c, qPrintable(failure(c)));
    QCOMPARE((*c)->path(), path);
    QVERIFY(QFile::exists(path));
    QVERIFY(Connection::open(path, OpenMode::ReadOnly));
}

void TestSqliteOpen::open_writer_hasItsPragmas() {
    StoreFolder folder;
    const auto c = folder.create();
    const auto pragma = [&](const QString &name) { return *c->scalar(u"PRAGMA "_s + name); };
    QCOMPARE(pragma(u"synchronous"_s), 2);
    QCOMPARE(pragma(u"wal_autocheckpoint"_s), 0);
    QCOMPARE(pragma(u"secure_delete"_s), 0);
    QCOMPARE(pragma(u"foreign_keys"_s), 0);
    QCOMPARE(pragma(u"trusted_schema"_s), 0);
    auto mode = c->prepare(u"PRAGMA journal_mode"_s);
    QVERIFY(*mode->step());
    QCOMPARE(mode->text(0), u"wal"_s);
}

void TestSqliteOpen::open_foreignDatabase_isLeftAlone() {
    StoreFolder folder;
    runForeign(folder.paths.database(), "PRAGMA application_id=7; CREATE TABLE theirs(a)");
    QFile file(folder.paths.database());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    {
        const auto c = folder.open();
        QCOMPARE(*c->scalar(u"PRAGMA application_id"_s), 7);
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

void TestSqliteOpen::open_plainJournalOfOurs_becomesWal() {
    StoreFolder folder;
    runForeign(folder.paths.database(), "PRAGMA application_id=0x44574B31; CREATE TABLE ours(a)");
    const auto c = folder.open();
    auto mode = c->prepare(u"PRAGMA journal_mode"_s);
    QVERIFY(*mode->step());
    QCOMPARE(mode->text(0), u"wal"_s);
}

void TestSqliteOpen::reader_cannotWrite() {
    StoreFolder folder;
    const auto writer = folder.create();
    const auto reader = folder.open(OpenMode::ReadOnly);
    QCOMPARE(messageId(reader->exec(u"DELETE FROM meta"_s)), u"store.readonly"_s);
    QVERIFY(*reader->scalar(u"SELECT count(*) FROM meta"_s) > 0);
}

void TestSqliteOpen::fold_isOurs_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Acme"_s;
    QTest::newRow("width") << u"ＡＢＣ　公司"_s;
    QTest::newRow("case") << u"STRASSE Straße"_s;
    QTest::newRow("blanks") << u"  a \t b "_s;
    QTest::newRow("empty") << u""_s;
    QTest::newRow("longer than what is remembered") << QString(1000, u'Ä');
}

void TestSqliteOpen::fold_isOurs() {
    QFETCH(QString, text);
    StoreFolder folder;
    const auto c = folder.open(OpenMode::Create);
    for (int round = 0; round < 2; ++round) {
        auto s =
            c->prepare(u"SELECT dw_fold(?1), dw_fold(NULL), dw_fold(12), typeof(dw_fold(x'00'))"_s);
        s->bind(1, text);
        QVERIFY(*s->step());
        QCOMPARE(s->text(0), fold(text));
        QVERIFY(s->isNull(1));
        QCOMPARE(s->integer(2), 12);
        QCOMPARE(s->text(3), u"blob"_s);
    }
}

/// More than the function remembers.
void TestSqliteOpen::fold_ofManyTexts_staysRight() {
    StoreFolder folder;
    const auto c = folder.open(OpenMode::Create);
    const auto wrong = c->scalar(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000)"
        " SELECT count(*) FROM n WHERE dw_fold('Ａ' || (i % 30000)) <> 'a' || (i % 30000)"_s);
    QVERIFY2(wrong, qPrintable(failure(wrong)));
    QCOMPARE(*wrong, 0);
}

void TestSqliteOpen::functions_ofClockAndChance_areDenied_data() {
    QTest::addColumn<QString>("expression");
    for (const char *expression :
         {"date('now')", "TIME('now')", "datetime(1)", "julianday('now')", "unixepoch()",
          "strftime('%s','now')", "CURRENT_TIMESTAMP", "current_date", "random()", "randomblob(4)",
          "load_extension('x')"})
        QTest::newRow(expression) << QString::fromLatin1(expression);
}

void TestSqliteOpen::functions_ofClockAndChance_areDenied() {
    QFETCH(QString, expression);
    StoreFolder folder;
    const auto writer = folder.open(OpenMode::Create);
    const auto reader = folder.open(OpenMode::ReadOnly);
    for (Connection *c : {writer.get(), reader.get()}) {
        const auto s = c->prepare(u"SELECT "_s + expression);
        QVERIFY(!s);
        QCOMPARE(s.error().kind, ErrorKind::Invalid);
    }
}

void TestSqliteOpen::attach_isRefused() {
    StoreFolder folder;
    const auto c = folder.open(OpenMode::Create);
    QVERIFY(!c->exec(u"ATTACH DATABASE '%1' AS other"_s.arg(folder.dir.filePath(u"other"_s))));
    QVERIFY(!QFile::exists(folder.dir.filePath(u"other"_s)));
}

void TestSqliteOpen::extensions_areRefused() {
    StoreFolder folder;
    const auto c = folder.open(OpenMode::Create);
    char *words = nullptr;
    QCOMPARE(sqlite3_load_extension(c->handle(), "nothing", nullptr, &words), SQLITE_ERROR);
    const QByteArray said(words);
    sqlite3_free(words);
    QCOMPARE(said, QByteArray("not authorized"));
}

void TestSqliteOpen::schema_cannotBeWrittenPast() {
    StoreFolder folder;
    const auto c = folder.create();
    QVERIFY(c->exec(u"PRAGMA writable_schema=ON"_s));
    QVERIFY(!c->exec(u"UPDATE sqlite_schema SET sql='x'"_s));
    QVERIFY(c->exec(u"PRAGMA journal_mode=OFF"_s));
    QVERIFY(c->exec(u"PRAGMA trusted_schema=ON"_s));
    auto mode = c->prepare(u"PRAGMA journal_mode"_s);
    QVERIFY(*mode->step());
    QCOMPARE(mode->text(0), u"wal"_s);
}

/// A workspace may come from somebody else.
void TestSqliteOpen::triggersAndViews_ofTheFile_doNotRun() {
    StoreFolder folder;
    folder.create().reset();
    runForeign(folder.paths.database(),
               "CREATE TRIGGER theirs AFTER INSERT ON tag BEGIN DELETE FROM meta; END;"
               "CREATE VIEW shown AS SELECT * FROM meta");
    const auto c = folder.open();
    QVERIFY(c->exec(u"INSERT INTO tag(id, short_id) VALUES(x'00', 'G-770001')"_s));
    QVERIFY(*c->scalar(u"SELECT count(*) FROM meta"_s) > 0);
    QVERIFY(!c->prepare(u"SELECT * FROM shown"_s));
}

} // namespace dw::test

using dw::test::TestSqliteOpen;
DW_TEST(TestSqliteOpen)

#include "tst_sqlite_open.moc"
