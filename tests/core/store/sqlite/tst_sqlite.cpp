// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/sqlite.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestSqlite : public QObject {
    Q_OBJECT

private slots:
    void bind_everyType_comesBackAsItWas();
    void bind_nullAndEmptyText_differ();
    void bind_textWithZeros_isWhole();
    void bind_whereThereIsNoParameter_fails();
    void run_again_keepsBindings();
    void prepare_sameTextWhileBorrowed_givesAnother();
    void prepare_manyTexts_keepsFew();
    void prepare_badText_failsAsInvalid_data();
    void prepare_badText_failsAsInvalid();
    void transaction_notCommitted_isRolledBack();
    void transaction_committed_stays();
    void transaction_secondWriter_isBusy();
    void reader_inTransaction_seesOneState();
    void deadline_endsLongStatement();
    void deadline_gone_limitsNoMore();
    void value_overTheReadersLimit_fails();

private:
    StoreFolder m_folder;
};

void TestSqlite::bind_everyType_comesBackAsItWas() {
    const auto c = m_folder.open(OpenMode::Create);
    auto s = c->prepare(u"SELECT ?, ?, ?, ?, ?"_s);
    QVERIFY2(s, qPrintable(failure(s)));
    s->bind(1, std::numeric_limits<qint64>::min());
    s->bind(2, 0.1);
    s->bind(3, u"苏州 \U0001F600"_s);
    s->bind(4, QByteArray("\0\xff", 2));
    s->bindNull(5);
    QVERIFY(*s->step());
    QCOMPARE(s->columnCount(), 5);
    QCOMPARE(s->integer(0), std::numeric_limits<qint64>::min());
    QCOMPARE(s->real(1), 0.1);
    QCOMPARE(s->text(2), u"苏州 \U0001F600"_s);
    QCOMPARE(s->blob(3), QByteArray("\0\xff", 2));
    QVERIFY(s->isNull(4));
    QCOMPARE(s->type(0), SQLITE_INTEGER);
    QCOMPARE(s->type(1), SQLITE_FLOAT);
    QCOMPARE(s->type(2), SQLITE_TEXT);
    QCOMPARE(s->type(3), SQLITE_BLOB);
    QVERIFY(!*s->step());
}

void TestSqlite::bind_nullAndEmptyText_differ() {
    const auto c = m_folder.open(OpenMode::Create);
    auto s = c->prepare(u"SELECT ?, ?, ?, ?"_s);
    s->bind(1, QString());
    s->bind(2, u""_s);
    s->bind(3, QByteArray());
    s->bind(4, QByteArray(""));
    QVERIFY(*s->step());
    QVERIFY(s->isNull(0) && s->text(0).isNull());
    QVERIFY(!s->isNull(1) && !s->text(1).isNull() && s->text(1).isEmpty());
    QVERIFY(s->isNull(2) && s->blob(2).isNull());
    QVERIFY(!s->isNull(3) && !s->blob(3).isNull() && s->blob(3).isEmpty());
}

void TestSqlite::bind_textWithZeros_isWhole() {
    const auto c = m_folder.open(OpenMode::Create);
    const QString text(u"a\0b"_s);
    QCOMPARE(text.size(), 3);
    auto s = c->prepare(u"SELECT ?"_s);
    s->bind(1, text);
    QVERIFY(*s->step());
    QCOMPARE(s->text(0), text);
}

void TestSqlite::bind_whereThereIsNoParameter_fails() {
    const auto c = m_folder.open(OpenMode::Create);
    auto s = c->prepare(u"SELECT ?"_s);
    s->bind(2, qint64(1));
    QCOMPARE(messageId(s->step()), u"store.internal"_s);
}

void TestSqlite::run_again_keepsBindings() {
    const auto c = m_folder.open(OpenMode::Create);
    QVERIFY(c->exec(u"CREATE TEMP TABLE x(a, b)"_s));
    auto s = c->prepare(u"INSERT INTO x VALUES(?, ?)"_s);
    s->bind(1, qint64(1));
    s->bind(2, qint64(2));
    QVERIFY(s->run());
    s->bind(2, qint64(3));
    QVERIFY(s->run());
    QCOMPARE(c->changes(), 1);
    QCOMPARE(*c->scalar(u"SELECT sum(a) * 100 + sum(b) FROM x"_s), 205);
}

void TestSqlite::prepare_sameTextWhileBorrowed_givesAnother() {
    const auto c = m_folder.open(OpenMode::Create);
    auto first = c->prepare(u"SELECT ? UNION ALL SELECT 2"_s);
    first->bind(1, qint64(1));
    QVERIFY(*first->step());
    {
        auto second = c->prepare(u"SELECT ? UNION ALL SELECT 2"_s);
        QVERIFY(*second->step());
        QVERIFY2(second->isNull(0), "a binding of the first shows in the second");
    }
    QCOMPARE(first->integer(0), 1);
    QVERIFY(*first->step());
    QCOMPARE(first->integer(0), 2);
}

void TestSqlite::prepare_manyTexts_keepsFew() {
    const auto c = m_folder.open(OpenMode::Create);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(c->prepare(u"SELECT %1"_s.arg(i)));
    int kept = 0;
    for (auto *s = sqlite3_next_stmt(c->handle(), nullptr); s;
         s = sqlite3_next_stmt(c->handle(), s))
        ++kept;
    QVERIFY2(kept > 10 && kept <= 200, qPrintable(QString::number(kept)));
}

void TestSqlite::prepare_badText_failsAsInvalid_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("syntax") << u"SELEKT 1"_s;
    QTest::newRow("no table") << u"SELECT * FROM nothing"_s;
    QTest::newRow("nothing at all") << u"  "_s;
    QTest::newRow("two statements") << u"SELECT 1; SELECT 2"_s;
    QTest::newRow("a name as text") << u"SELECT \"no_such_column\""_s;
}

void TestSqlite::prepare_badText_failsAsInvalid() {
    QFETCH(QString, sql);
    const auto c = m_folder.open(OpenMode::Create);
    const auto s = c->prepare(sql);
    QVERIFY(!s);
    QCOMPARE(s.error().kind, ErrorKind::Invalid);
    QCOMPARE(s.error().message.id, u"store.internal"_s);
    QVERIFY(s.error().detail.contains(sql));
}

void TestSqlite::transaction_notCommitted_isRolledBack() {
    const auto c = m_folder.open(OpenMode::Create);
    QVERIFY(c->exec(u"CREATE TABLE IF NOT EXISTS rolled(a)"_s));
    {
        const auto transaction = Transaction::begin(*c, Transaction::Kind::Write);
        QVERIFY(transaction);
        QVERIFY(c->exec(u"INSERT INTO rolled VALUES(1)"_s));
    }
    QCOMPARE(*c->scalar(u"SELECT count(*) FROM rolled"_s), 0);
}

void TestSqlite::transaction_committed_stays() {
    const auto c = m_folder.open(OpenMode::Create);
    QVERIFY(c->exec(u"CREATE TABLE IF NOT EXISTS kept(a)"_s));
    const auto transaction = Transaction::begin(*c, Transaction::Kind::Write);
    QVERIFY(c->exec(u"INSERT INTO kept VALUES(1)"_s));
    QVERIFY((*transaction)->commit());
    QCOMPARE(*m_folder.open(OpenMode::ReadOnly)->scalar(u"SELECT count(*) FROM kept"_s), 1);
}

void TestSqlite::transaction_secondWriter_isBusy() {
    const auto first = m_folder.open(OpenMode::Create);
    const auto second = m_folder.open();
    sqlite3_busy_timeout(second->handle(), 0);
    const auto held = Transaction::begin(*first, Transaction::Kind::Write);
    QVERIFY(held);
    const auto refused = Transaction::begin(*second, Transaction::Kind::Write);
    QCOMPARE(messageId(refused), u"store.busy"_s);
    QCOMPARE(refused.error().kind, ErrorKind::Busy);
}

void TestSqlite::reader_inTransaction_seesOneState() {
    const auto writer = m_folder.open(OpenMode::Create);
    QVERIFY(writer->exec(u"CREATE TABLE IF NOT EXISTS seen(a)"_s));
    const auto reader = m_folder.open(OpenMode::ReadOnly);
    const auto transaction = Transaction::begin(*reader, Transaction::Kind::Read);
    QCOMPARE(*reader->scalar(u"SELECT count(*) FROM seen"_s), 0);
    QVERIFY(writer->exec(u"INSERT INTO seen VALUES(1)"_s));
    QCOMPARE(*reader->scalar(u"SELECT count(*) FROM seen"_s), 0);
    QVERIFY((*transaction)->commit());
    QCOMPARE(*reader->scalar(u"SELECT count(*) FROM seen"_s), 1);
}

void TestSqlite::deadline_endsLongStatement() {
    const auto c = m_folder.open(OpenMode::ReadOnly);
    const Deadline deadline(*c, 20);
    const auto endless = c->scalar(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"_s);
    QCOMPARE(messageId(endless), u"store.deadline"_s);
    QCOMPARE(endless.error().kind, ErrorKind::Busy);
}

void TestSqlite::deadline_gone_limitsNoMore() {
    const auto c = m_folder.open(OpenMode::ReadOnly);
    const QString count =
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000)"
        " SELECT count(*) FROM n"_s;
    {
        const Deadline deadline(*c, 1);
        QTest::qSleep(5);
        QCOMPARE(messageId(c->scalar(count)), u"store.deadline"_s);
    }
    QCOMPARE(*c->scalar(count), 100'000);
    const Deadline none(*c, 0);
    QCOMPARE(*c->scalar(count), 100'000);
}

void TestSqlite::value_overTheReadersLimit_fails() {
    const auto c = m_folder.open(OpenMode::ReadOnly);
    auto s = c->prepare(u"SELECT length(?)"_s);
    s->bind(1, QByteArray(readerValueLength, 'x'));
    QVERIFY2(*s->step(), "at the limit");
    s->reset();
    s->bind(1, QByteArray(readerValueLength + 1, 'x'));
    QCOMPARE(messageId(s->step()), u"store.too_big"_s);
    const QString text = u"SELECT 1 -- "_s + QString(readerSqlLength, u'x');
    QCOMPARE(messageId(c->prepare(text)), u"store.too_big"_s);
}

} // namespace dw::test

using dw::test::TestSqlite;
DW_TEST(TestSqlite)

#include "tst_sqlite.moc"
