// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// A workspace with a bit of everything: sets of several records, tags, money, a custom field, a
/// bin.
void fill(TestWorkspace &w) {
    const RecordId tag = w.create(u"tag", {{u"name", u"hot"_s}});
    const RecordId account = w.create(u"account", {{u"name", u"蓝海"_s}, {u"city", u"苏州"_s}});
    const RecordId deal = w.deal(u"Deal"_s);
    FieldDesc field;
    field.key = u"visits"_s;
    field.type = FieldType::Counter;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.create(fieldToRecord(tx.catalog(), {u"deal"_s, field}, {})));
        must(tx.create(w.record(u"contact", {{u"name", u"Li"_s}, {u"account", account}})));
        must(tx.create(w.record(u"contact", {{u"name", u"Wu"_s}, {u"account", account}})));
        return {};
    }));
    w.change(u"deal", deal,
             {{u"account", account},
              {u"amount", Money(50'000'000, *Currency::fromCode(u"CNY"_s))},
              {u"expected_close", QDate(2026, 5, 1)},
              {u"tags", QStringList{tag.text()}}});
    w.change(u"deal", deal, {{u"stage", w.pipeline().stages[1]}});
    w.remove(u"tag", w.create(u"tag", {{u"name", u"cold"_s}}));
    must(w.undo(w.change(u"account", account, {{u"sector", u"IT"_s}})));
}

} // namespace

class TestCheck : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sound_hasNothingToSay();
    void empty_hasNothingToSay();
    void damage_isFound_data();
    void damage_isFound();
    void schemaThatDiffers_isFound_data();
    void schemaThatDiffers_isFound();
    void page_overwritten_isFound();
    void looseEnds_areListedOnly_data();
    void looseEnds_areListedOnly();
    void referenceIntoTheBin_isListed_butNotOfWhatHangsOnIt();
    void circle_isListedOnce();
    void settingThatCannotBeRead_isListed();
    void recordThatCannotBeRead_isDamage_andTheRestIsChecked();
    void tableOrColumnMissing_isDamage_andTheRestIsChecked_data();
    void tableOrColumnMissing_isDamage_andTheRestIsChecked();
    void manyOfOneKind_areCounted();
    void cutTail_isNotSeen();
    void check_readsOnly();

private:
    static QStringList messages(const CheckReport &report);

    QTemporaryDir m_folder;
    QString m_filled; ///< A workspace with a bit of everything, to be copied and damaged.
};

void TestCheck::initTestCase() {
    TestWorkspace w;
    fill(w);
    w.close();
    m_filled = m_folder.filePath(u"filled"_s);
    QVERIFY(QFile::copy(w.paths().database(), m_filled));
}

QStringList TestCheck::messages(const CheckReport &report) {
    QStringList list;
    for (const CheckFinding &finding : report.findings) {
        QString line = (finding.damage ? u"!"_s : QString()) + finding.message.id;
        for (auto it = finding.message.args.begin(); it != finding.message.args.end(); ++it)
            line += u' ' + it.key() + u'=' + it.value();
        list << line;
    }
    return list;
}

void TestCheck::sound_hasNothingToSay() {
    TestWorkspace w({.from = m_filled});
    const CheckReport report = w.check();
    QVERIFY2(report.findings.empty(), qPrintable(messages(report).join(u"\n"_s)));
    QVERIFY(!report.damaged());
    QCOMPARE(report.sets, must(w.connection().scalar(u"SELECT count(*) FROM change_set"_s)));
    QCOMPARE(report.changes, must(w.connection().scalar(u"SELECT count(*) FROM change_record"_s)));
    QCOMPARE(report.records, 13);
    w.reopen();
    QCOMPARE(messages(w.check()), QStringList());
}

void TestCheck::empty_hasNothingToSay() {
    TestWorkspace w;
    const CheckReport report = w.check();
    QVERIFY2(report.findings.empty(), qPrintable(messages(report).join(u"\n"_s)));
    QCOMPARE(report.sets + report.changes + report.records, 0);
}

void TestCheck::damage_isFound_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("id");
    const QString rows = u"check.row_differs"_s;
    const QString record = u"check.chain_record"_s;
    const QString set = u"check.chain_set"_s;
    const QString link = u"check.chain_link"_s;
    const QString storage = u"check.storage"_s;
    // Rows behind the log's back.
    QTest::newRow("amount edited") << u"UPDATE deal SET amount_minor=1"_s << rows;
    QTest::newRow("currency edited") << u"UPDATE deal SET amount_currency='USD'"_s << rows;
    QTest::newRow("name edited") << u"UPDATE account SET name='x'"_s << rows;
    QTest::newRow("binned") << u"UPDATE deal SET deleted=1"_s << rows;
    QTest::newRow("merged") << u"UPDATE deal SET merged_into=id"_s << rows;
    QTest::newRow("derived date") << u"UPDATE deal SET stage_since=stage_since+1"_s << rows;
    QTest::newRow("member added")
        << u"INSERT INTO deal_tags SELECT id, 'ffffffff-0000-4000-8000-000000000000' FROM deal"_s
        << rows;
    QTest::newRow("member gone") << u"DELETE FROM deal_tags"_s << rows;
    QTest::newRow("row gone") << u"DELETE FROM account"_s << u"check.row_missing"_s;
    QTest::newRow("row smuggled in")
        << u"INSERT INTO tag(id, short_id, name) VALUES(zeroblob(16), 'G-000001', 'x')"_s
        << u"check.row_unlogged"_s;
    // A value of another type that reads the same.
    QTest::newRow("text to blob") << u"UPDATE account SET name=CAST(name AS BLOB)"_s << storage;
    QTest::newRow("integer to text")
        << u"UPDATE custom_field SET hidden='x' WHERE hidden IS NOT NULL"_s << storage;
    QTest::newRow("id too short") << u"UPDATE deal SET owner=x'00'"_s << storage;
    QTest::newRow("member to blob")
        << u"UPDATE deal_tags SET member=CAST(member AS BLOB)"_s << storage;
    // Records of the log.
    QTest::newRow("record edited") << u"UPDATE change_record SET at=at+1 WHERE seq=3"_s << record;
    QTest::newRow("source edited")
        << u"UPDATE change_record SET source='x' WHERE seq=3"_s << record;
    QTest::newRow("source to blob")
        << u"UPDATE change_record SET source=CAST(source AS BLOB) WHERE seq=3"_s << record;
    QTest::newRow("trusted edited")
        << u"UPDATE change_record SET trusted=1 WHERE seq=3"_s << record;
    QTest::newRow("trusted twice") << u"UPDATE change_record SET created=2 WHERE seq=3"_s << record;
    QTest::newRow("value edited")
        << u"UPDATE change_record SET groups=CAST(replace(CAST(groups AS TEXT), 'Li', 'Le') AS BLOB)"_s
        << record;
    QTest::newRow("salt edited") << u"UPDATE change_record SET salt=zeroblob(16) WHERE seq=3"_s
                                 << record;
    QTest::newRow("record removed")
        << u"DELETE FROM change_record WHERE seq=(SELECT max(r.seq) FROM change_record r"
           " JOIN change_set s ON s.seq=r.set_seq WHERE s.count=3)"_s
        << set;
    QTest::newRow("record doubled")
        << u"INSERT INTO change_record(id, set_seq, entity, row, created, source, at, recorded,"
           " trusted, groups, salt, leaf) SELECT id, set_seq, entity, row, created, source, at,"
           " recorded, trusted, groups, salt, leaf FROM change_record WHERE seq=3"_s
        << set;
    QTest::newRow("records swapped")
        << u"UPDATE change_record SET seq=-1 WHERE seq=10; UPDATE change_record SET seq=10 WHERE"
           " seq=11; UPDATE change_record SET seq=11 WHERE seq=-1"_s
        << set;
    QTest::newRow("record moved") << u"UPDATE change_record SET set_seq=set_seq-1 WHERE seq=10"_s
                                  << set;
    QTest::newRow("record without set")
        << u"UPDATE change_record SET set_seq=99 WHERE seq=3"_s << u"check.log_no_set"_s;
    QTest::newRow("record before all sets")
        << u"UPDATE change_record SET set_seq=0 WHERE seq=3"_s << u"check.log_no_set"_s;
    // Sets.
    for (const auto &[name, edit] : std::initializer_list<std::pair<const char *, QString>>{
             {"kind", u"kind=1"_s},
             {"kind unknown", u"kind=9"_s},
             {"actor", u"actor=NULL"_s},
             {"label", u"label=x'826178a0'"_s},
             {"label damaged", u"label=x'00'"_s},
             {"source", u"source='x'"_s},
             {"source to blob", u"source=CAST(source AS BLOB)"_s},
             {"reason", u"reason=x'826178a0'"_s},
             {"at", u"at=at-1"_s},
             {"recorded", u"recorded=recorded-1"_s},
             {"undo", u"undo_of=1"_s},
             {"count", u"count=count+1"_s},
             {"salt", u"salt=zeroblob(16)"_s},
             {"leaf", u"leaf=zeroblob(32)"_s},
             {"digest", u"digest=zeroblob(32)"_s},
             {"head", u"head=zeroblob(32)"_s},
             {"device", u"device=zeroblob(16)"_s}})
        QTest::addRow("set: %s", name)
            << u"UPDATE change_set SET "_s + edit + u" WHERE seq=3"_s << set;
    QTest::newRow("set: another previous")
        << u"UPDATE change_set SET previous=zeroblob(32) WHERE seq=3"_s << set;
    QTest::newRow("sets cut from the middle")
        << u"DELETE FROM change_record WHERE set_seq IN (4, 5); DELETE FROM change_set WHERE seq"
           " IN (4, 5)"_s
        << link;
    QTest::newRow("sets cut from the beginning")
        << u"DELETE FROM change_record WHERE set_seq=1; DELETE FROM change_set WHERE seq=1"_s
        << link;
    QTest::newRow("sets swapped")
        << u"UPDATE change_set SET seq=-4 WHERE seq=4; UPDATE change_set SET seq=4 WHERE seq=5;"
           " UPDATE change_set SET seq=5 WHERE seq=-4;"
           " UPDATE change_record SET set_seq=-4 WHERE set_seq=4;"
           " UPDATE change_record SET set_seq=4 WHERE set_seq=5;"
           " UPDATE change_record SET set_seq=5 WHERE set_seq=-4"_s
        << link;
    QTest::newRow("clock put back")
        << u"UPDATE meta SET value='1' WHERE key='clock'"_s << u"check.clock"_s;
}

void TestCheck::damage_isFound() {
    QFETCH(const QString, sql);
    QFETCH(const QString, id);
    TestWorkspace w({.from = m_filled});
    must(w.door().maintain([&](Connection &c) { return c.exec(sql); }));
    const CheckReport report = w.check();
    QVERIFY(report.damaged());
    QVERIFY2(w.damages().contains(id), qPrintable(messages(report).join(u'\n')));
}

void TestCheck::schemaThatDiffers_isFound_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("finding");
    const QString missing = u"!check.schema_missing name="_s;
    const QString foreign = u"!check.schema_foreign name="_s;
    QTest::newRow("table missing")
        << u"DROP TABLE rejected_row"_s << missing + u"table rejected_row"_s;
    QTest::newRow("index missing")
        << u"DROP INDEX deal_by_short_id"_s << missing + u"index deal_by_short_id"_s;
    QTest::newRow("key table missing")
        << u"DROP TABLE deal_by_name"_s << missing + u"table deal_by_name"_s;
    QTest::newRow("column missing")
        << u"ALTER TABLE deal DROP COLUMN reason"_s << missing + u"column deal.reason TEXT"_s;
    QTest::newRow("column of another type")
        << u"ALTER TABLE tag DROP COLUMN color; ALTER TABLE tag ADD COLUMN color INTEGER"_s
        << foreign + u"column tag.color INTEGER"_s;
    QTest::newRow("column of custom field missing")
        << u"ALTER TABLE deal DROP COLUMN c_%1"_s << missing + u"column deal.c_%1 INTEGER"_s;
    QTest::newRow("foreign table") << u"CREATE TABLE loot (a)"_s << foreign + u"table loot"_s;
    QTest::newRow("foreign column")
        << u"ALTER TABLE deal ADD COLUMN loot TEXT"_s << foreign + u"column deal.loot TEXT"_s;
    QTest::newRow("foreign trigger")
        << u"CREATE TRIGGER thief AFTER UPDATE ON deal BEGIN DELETE FROM tag; END"_s
        << foreign + u"trigger thief"_s;
    QTest::newRow("foreign view") << u"CREATE VIEW spy AS SELECT * FROM deal"_s
                                  << foreign + u"view spy"_s;
}

void TestCheck::schemaThatDiffers_isFound() {
    QFETCH(QString, sql);
    QFETCH(QString, finding);
    TestWorkspace w({.from = m_filled});
    const auto column = must(w.reader().list({u"custom_field"_s, {}, {}, {}, 0, false},
                                             {w.clock.now(), QTimeZone::utc()}))
                            .front()
                            .shortId.toLower()
                            .remove(u'-');
    sql.replace(u"%1"_s, column);
    finding.replace(u"%1"_s, column);
    must(w.door().maintain([&](Connection &c) { return c.exec(sql); }));
    const QStringList found = messages(w.check());
    QVERIFY2(found.contains(finding), qPrintable(found.join(u'\n')));
}

void TestCheck::page_overwritten_isFound() {
    TestWorkspace w({.from = m_filled});
    const qint64 root = must(
        w.connection().scalar(u"SELECT rootpage FROM sqlite_schema WHERE name='change_record'"_s));
    w.close();
    QFile file(w.paths().database());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek((root - 1) * 4096));
    file.write(QByteArray(512, char(0xA5)));
    file.close();
    const auto connection = must(Connection::open(w.paths().database(), OpenMode::ReadOnly));
    const auto report = must(checkWorkspace(*connection, w.catalog(), w.paths().jobs()));
    QVERIFY(report.damaged());
    const QString all = messages(report).join(u'\n');
    QVERIFY2(all.contains(u"!check.integrity"_s), qPrintable(all));
}

void TestCheck::looseEnds_areListedOnly_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("finding");
    QTest::newRow("short id twice") << u"UPDATE contact SET short_id='C-000001'"_s
                                    << u"check.same_short_id count=2 entity=contact id=C-000001"_s;
}

void TestCheck::looseEnds_areListedOnly() {
    QFETCH(const QString, sql);
    QFETCH(const QString, finding);
    TestWorkspace w({.from = m_filled});
    // Names that fold to the same; one in the bin does not count.
    w.create(u"tag", {{u"name", u"ＶＩＰ"_s}});
    w.create(u"tag", {{u"name", u"vip"_s}});
    w.remove(u"tag", w.create(u"tag", {{u"name", u"Vip"_s}}));
    // A row that a hub would not send: gone with its log, as if it had never come.
    const RecordId parent = w.create(u"account", {{u"name", u"P"_s}});
    const qint64 set = must(w.history().sets(0, 1)).front().seq;
    w.create(u"account", {{u"name", u"child"_s}, {u"parent", parent}});
    const RecordId tag = w.create(u"tag", {{u"name", u"lost"_s}});
    w.create(u"account", {{u"name", u"tagged"_s}, {u"tags", QStringList{tag.text()}}});
    must(w.door().maintain([&](Connection &c) {
        return c.exec(
            sql + u"; DELETE FROM account WHERE name='P'; DELETE FROM tag WHERE name='lost'"_s);
    }));
    QFile file(w.paths().jobs() + u"/import-7.staging"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QStringList listed;
    for (const QString &line : messages(w.check())) {
        if (!line.startsWith(u'!'))
            listed << line;
    }
    QCOMPARE(listed,
             QStringList({u"check.search count=2"_s, u"check.orphan count=1 field=account.parent"_s,
                          u"check.orphan count=1 field=account.tags"_s, finding,
                          u"check.same_title count=2 entity=tag names=1 title=vip"_s,
                          u"check.job_left file=import-7.staging"_s}));
    QVERIFY(set > 0);
}

void TestCheck::referenceIntoTheBin_isListed_butNotOfWhatHangsOnIt() {
    TestWorkspace w;
    const RecordId owner = w.create(u"person", {{u"name", u"Wu"_s}});
    const RecordId account = w.create(u"account", {{u"name", u"A"_s}, {u"owner", owner}});
    const RecordId tag = w.create(u"tag", {{u"name", u"hot"_s}});
    const RecordId deal = w.deal(u"D"_s);
    const RecordId other = w.deal(u"E"_s);
    w.change(u"deal", deal, {{u"account", account}, {u"tags", QStringList{tag.text()}}});
    w.change(u"deal", other, {{u"account", account}});
    w.create(u"note", {{u"title", u"on the account"_s}, {u"account", account}});
    w.create(u"note", {{u"title", u"on the deal"_s}, {u"deal", other}, {u"author", owner}});
    w.remove(u"account", account);
    w.remove(u"person", owner);
    w.remove(u"tag", tag);
    // Hidden with the deal: its account, and the author of its note.
    w.remove(u"deal", other);
    const CheckReport report = w.check();
    QCOMPARE(messages(report), QStringList({u"check.orphan_bin count=1 field=deal.account"_s,
                                            u"check.orphan_bin count=1 field=deal.tags"_s}));
    QVERIFY(!report.damaged());
    w.restore(u"account", account);
    w.restore(u"tag", tag);
    QCOMPARE(messages(w.check()), QStringList{u"check.orphan_bin count=1 field=account.owner"_s});
}

void TestCheck::circle_isListedOnce() {
    TestWorkspace w;
    std::vector<RecordId> rows;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"into"_s, u"own"_s})
        rows.push_back(w.create(u"team", {{u"name", name}}));
    const auto put = [&](size_t row, size_t above) {
        must(w.door().maintain([&](Connection &c) -> Result<void> {
            auto s = must(c.prepare(u"UPDATE team SET parent=? WHERE id=?"_s));
            s.bind(1, rows[above].bytes());
            s.bind(2, rows[row].bytes());
            return s.run();
        }));
    };
    put(0, 1);
    put(1, 2);
    put(2, 0);
    put(3, 0);
    put(4, 4);
    QStringList circles;
    for (const QString &line : messages(w.check())) {
        if (line.startsWith(u"check.loop"_s))
            circles << line;
    }
    circles.sort();
    QCOMPARE(circles.size(), 2);
    QCOMPARE(circles.at(0).count(u'\u2192'), 3);
    QCOMPARE(circles.at(1), u"check.loop chain=own \u2192 own field=team.parent"_s);
}

void TestCheck::settingThatCannotBeRead_isListed() {
    TestWorkspace w;
    w.create(u"setting",
             {{u"key", u"currency"_s}, {u"scope", u"team"_s}, {u"value", u"\"CNY\""_s}});
    w.create(u"setting", {{u"key", u"x.y"_s}, {u"scope", u"team"_s}, {u"value", u"[1]"_s}});
    QCOMPARE(messages(w.check()), QStringList());
    must(w.door().maintain([](Connection &c) {
        return c.exec(u"UPDATE setting SET value='garbage{' WHERE key='currency'"_s);
    }));
    QVERIFY(messages(w.check()).contains(u"check.setting key=currency value=garbage{"_s));
}

void TestCheck::recordThatCannotBeRead_isDamage_andTheRestIsChecked() {
    TestWorkspace w({.from = m_filled});
    must(w.door().maintain([](Connection &c) {
        return c.exec(u"UPDATE change_record SET groups=x'ff' WHERE seq=2;"
                      " UPDATE deal SET amount_minor=1"_s);
    }));
    const QStringList found = messages(w.check());
    QVERIFY(found.contains(u"!history.bad_record seq=2"_s));
    QVERIFY(!found.filter(QRegularExpression(u"^!check.row_differs entity=deal "_s)).isEmpty());
    QVERIFY(found.filter(u"check.unreadable"_s).isEmpty());
    Query query;
    query.entity = u"deal"_s;
    QVERIFY(!must(w.reader().list(query, {w.clock.now(), QTimeZone::utc()})).empty());
}

void TestCheck::tableOrColumnMissing_isDamage_andTheRestIsChecked_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("missing");
    QTest::newRow("table") << u"DROP TABLE tag"_s << u"table tag"_s;
    QTest::newRow("table of a set") << u"DROP TABLE deal_tags"_s << u"table deal_tags"_s;
    QTest::newRow("column") << u"ALTER TABLE deal DROP COLUMN reason"_s
                            << u"column deal.reason TEXT"_s;
    QTest::newRow("change log") << u"DROP TABLE change_record"_s << u"table change_record"_s;
    QTest::newRow("settings") << u"DROP TABLE setting"_s << u"table setting"_s;
}

void TestCheck::tableOrColumnMissing_isDamage_andTheRestIsChecked() {
    QFETCH(const QString, sql);
    QFETCH(const QString, missing);
    TestWorkspace w({.from = m_filled});
    QCOMPARE(must(missingInSchema(w.connection())), QStringList());
    QVERIFY(requireSchema(w.connection()).ok());
    must(w.door().maintain([&](Connection &c) {
        return c.exec(sql + u"; UPDATE contact SET short_id='C-000001'"_s);
    }));
    const auto refused = requireSchema(w.connection());
    QCOMPARE(messageId(refused), u"store.damaged"_s);
    QCOMPARE(refused.error().reasons.front(),
             Message({u"check.schema_missing"_s, {{u"name"_s, missing}}}));
    const QStringList found = messages(w.check());
    QVERIFY(found.contains(u"!check.schema_missing name="_s + missing));
    QVERIFY(found.contains(u"check.same_short_id count=2 entity=contact id=C-000001"_s));
    QVERIFY(found.filter(u"check.unreadable"_s).isEmpty());
}

void TestCheck::manyOfOneKind_areCounted() {
    TestWorkspace w;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < 50; ++i)
            must(tx.create(w.record(u"tag", {{u"name", QString::number(i)}})));
        return {};
    }));
    must(w.door().maintain([](Connection &c) { return c.exec(u"UPDATE tag SET color='red'"_s); }));
    const QStringList found = messages(w.check());
    QCOMPARE(found.size(), 21);
    QVERIFY(found.first().startsWith(u"!check.row_differs entity=tag fields=color id="_s));
    QCOMPARE(found.last(), u"!check.more count=30 id=check.row_differs"_s);
}

/// What a witness outside is for; docs/FORMATS.md says so.
void TestCheck::cutTail_isNotSeen() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    must(w.door().maintain([](Connection &c) {
        return c.exec(u"DELETE FROM change_record WHERE set_seq=2; DELETE FROM change_set WHERE"
                      " seq=2; UPDATE tag SET name='a'"_s);
    }));
    const auto key =
        must(w.door().run({{.actor = w.actor}, [&](WriteTransaction &tx) {
                               return tx.change(w.record(u"tag", {{u"name", u"a"_s}}, id));
                           }}));
    QCOMPARE(key.set, 0);
    QCOMPARE(w.damages(), QStringList());
}

void TestCheck::check_readsOnly() {
    TestWorkspace w({.from = m_filled});
    const qint64 before = must(w.connection().scalar(u"PRAGMA data_version"_s));
    // On the writer's own connection, as the command line does.
    must(w.door().maintain([&](Connection &c) -> Result<void> {
        const auto report = checkWorkspace(c, w.catalog(), w.paths().jobs());
        if (!report)
            return report.error();
        return report->damaged() || sqlite3_get_autocommit(c.handle()) == 0
                   ? makeError(ErrorKind::Damaged, u"x"_s)
                   : Result<void>();
    }));
    QCOMPARE(must(w.connection().scalar(u"PRAGMA data_version"_s)), before);
}

} // namespace dw::test

using dw::test::TestCheck;
DW_TEST(TestCheck)

#include "tst_check.moc"
