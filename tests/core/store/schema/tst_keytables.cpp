// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/keytables.h"

#include "core/domain/text.h"
#include "tests/support/randomchanges.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestKeyTables : public QObject {
    Q_OBJECT

private slots:
    void everyTable_isInTheSchemaAndOverAColumn();
    void schema_hasNoOtherKeyTable();
    void keyOf_isWhatTheColumnHolds_data();
    void keyOf_isWhatTheColumnHolds();
    void rows_haveTheirKeys();
    void randomChanges_keepWhatARebuildGives_data();
    void randomChanges_keepWhatARebuildGives();
    void fill_givesWhatARebuildGives();
    void fill_ofAnEditedRow_takesWhatItHoldsNow();
    void fill_stopsWhenAsked_andMayBeRepeated();
    void idsByKey_findsTextsAndIds();
    void check_findsWhatDiffers_data();
    void check_findsWhatDiffers();
    void check_passesOverRowsOfAnOpenSet();
    void pagesByName_areTheSameAsAll_data();
    void pagesByName_areTheSameAsAll();

private:
    /// "key id" of each row of the table.
    static QStringList content(Connection &c, const KeyTable &table);
    /// That of all tables; their names where they differ from what a rebuild makes.
    static QStringList stale(TestWorkspace &w);
};

QStringList TestKeyTables::content(Connection &c, const KeyTable &table) {
    QStringList lines;
    auto list = must(c.prepare(
        u"SELECT quote(%1), hex(id) FROM %2 ORDER BY %1, id"_s.arg(table.column, table.name)));
    while (must(list.step()))
        lines << list.text(0) + u' ' + list.text(1);
    return lines;
}

QStringList TestKeyTables::stale(TestWorkspace &w) {
    QStringList names;
    must(w.door().maintain([&](Connection &c) -> Result<void> {
        must(c.exec(u"BEGIN"_s));
        for (const KeyTable &table : keyTables()) {
            const QStringList kept = content(c, table);
            must(rebuildKeys(c, table));
            if (content(c, table) != kept)
                names << table.name;
        }
        return c.exec(u"ROLLBACK"_s);
    }));
    return names;
}

void TestKeyTables::everyTable_isInTheSchemaAndOverAColumn() {
    StoreFolder folder;
    const auto c = folder.create();
    for (const KeyTable &table : keyTables()) {
        const EntityDesc *entity = Catalog::builtin()->entity(table.entity);
        QVERIFY2(entity, qPrintable(table.entity));
        QVERIFY2(!entity->byName(table.field).isNull(), qPrintable(table.name));
        const QString sql = u"SELECT count(*) FROM pragma_table_info('%1') WHERE (cid=0 AND"
                            " name='%2' AND type='%3' AND pk=1) OR (cid=1 AND name='id' AND"
                            " type='BLOB' AND pk=2)"_s;
        const QString type = table.isText ? u"TEXT"_s : u"BLOB"_s;
        QCOMPARE(must(c->scalar(sql.arg(table.name, table.column, type))), 2);
        QCOMPARE(keyTableOf(table.entity, table.field), &table);
    }
    QCOMPARE(keyTableOf(u"contact", u"email"), nullptr);
    QCOMPARE(keyTableOf(u"setting", u"key"), nullptr);
    QVERIFY(keyTablesOf(u"setting").empty());
    QCOMPARE(keyTablesOf(u"lead").size(), size_t(4));
}

void TestKeyTables::schema_hasNoOtherKeyTable() {
    StoreFolder folder;
    const auto c = folder.create();
    QCOMPARE(must(c->scalar(u"SELECT count(*) FROM sqlite_schema WHERE type='table'"
                            " AND name LIKE '%\\_by\\_%' ESCAPE '\\'"_s)),
             qint64(keyTables().size()));
}

void TestKeyTables::keyOf_isWhatTheColumnHolds_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("field");
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("name") << u"contact"_s << u"name"_s << FieldValue(u"Acme"_s)
                          << collationKey(u"Acme"_s);
    QTest::newRow("name of no characters")
        << u"contact"_s << u"name"_s << FieldValue(u""_s) << collationKey(u""_s);
    QTest::newRow("text of no characters")
        << u"cross_reference"_s << u"record"_s << FieldValue(u""_s) << QByteArray("");
    QTest::newRow("id") << u"contact"_s << u"account"_s << FieldValue(testId(1))
                        << testId(1).bytes();
    QTest::newRow("text") << u"cross_reference"_s << u"external_id"_s << FieldValue(u"号 7"_s)
                          << u"号 7"_s.toUtf8();
    QTest::newRow("nothing") << u"contact"_s << u"account"_s << FieldValue() << QByteArray();
}

void TestKeyTables::keyOf_isWhatTheColumnHolds() {
    QFETCH(const QString, entity);
    QFETCH(const QString, field);
    QFETCH(const FieldValue, value);
    QFETCH(const QByteArray, key);
    const QByteArray made = keyOf(*keyTableOf(entity, field), value);
    QCOMPARE(made, key);
    QCOMPARE(made.isNull(), key.isNull());
}

void TestKeyTables::rows_haveTheirKeys() {
    TestWorkspace w;
    const RecordId acme = w.create(u"account", {{u"name", u"Acme"_s}});
    const RecordId other = w.create(u"account", {{u"name", u"Other"_s}});
    const KeyTable &keys = *keyTableOf(u"contact", u"account");
    const RecordId ann = w.create(u"contact", {{u"name", u"Ann"_s}, {u"account", acme}});
    QCOMPARE(must(idsByKey(w.connection(), keys, acme)), std::vector{ann});
    w.change(u"contact", ann, {{u"account", other}});
    QCOMPARE(must(idsByKey(w.connection(), keys, acme)), std::vector<RecordId>());
    QCOMPARE(must(idsByKey(w.connection(), keys, other)), std::vector{ann});
    w.remove(u"contact", ann);
    QCOMPARE(must(idsByKey(w.connection(), keys, other)), std::vector{ann});
    w.restore(u"contact", ann);
    w.change(u"contact", ann, {{u"account", FieldValue()}});
    QCOMPARE(must(idsByKey(w.connection(), keys, other)), std::vector<RecordId>());
}

void TestKeyTables::randomChanges_keepWhatARebuildGives_data() {
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestKeyTables::randomChanges_keepWhatARebuildGives() {
    QFETCH(const quint64, seed);
    TestWorkspace w;
    Random random(seed);
    RandomChanges changes(w, random);
    for (int i = 0; i < 120; ++i)
        changes.step();
    QCOMPARE(stale(w), QStringList());
    QCOMPARE(w.damages(), QStringList());
    qint64 keys = 0;
    for (const KeyTable &table : keyTables())
        keys += must(w.connection().scalar(u"SELECT count(*) FROM "_s + table.name));
    QVERIFY(keys > 30);
}

void TestKeyTables::fill_givesWhatARebuildGives() {
    TestWorkspace w;
    Random random(5);
    RandomChanges changes(w, random);
    for (int i = 0; i < 80; ++i)
        changes.step();
    const auto always = [] { return true; };
    must(w.door().maintain([&](Connection &c) -> Result<void> {
        for (const KeyTable &table : keyTables()) {
            const QStringList kept = content(c, table);
            std::vector<KeyEntry> run;
            auto list =
                must(c.prepare(u"SELECT %1, id FROM %2 WHERE %1 IS NOT NULL ORDER BY 1, 2"_s.arg(
                    table.column, table.entity)));
            while (must(list.step()))
                run.push_back({table.isText ? list.text(0).toUtf8() : list.blob(0),
                               RecordId::fromBytes(list.blob(1))});
            must(c.exec(u"DELETE FROM "_s + table.name));
            if (must(fillKeys(c, table, run, {}, always)) != qsizetype(run.size())
                || content(c, table) != kept)
                qFatal("%s is not what it was", qPrintable(table.name));
        }
        return {};
    }));
}

void TestKeyTables::fill_ofAnEditedRow_takesWhatItHoldsNow() {
    TestWorkspace w;
    const RecordId before = w.create(u"account", {{u"name", u"Before"_s}});
    const RecordId after = w.create(u"account", {{u"name", u"After"_s}});
    const RecordId ann = w.create(u"contact", {{u"name", u"Ann"_s}, {u"account", before}});
    const RecordId bob = w.create(u"contact", {{u"name", u"Bob"_s}, {u"account", before}});
    const KeyTable &keys = *keyTableOf(u"contact", u"account");
    const std::vector<KeyEntry> staged{{before.bytes(), ann}, {before.bytes(), bob}};
    must(w.door().maintain(
        [&](Connection &c) { return c.exec(u"DELETE FROM contact_by_account"_s); }));
    w.change(u"contact", ann, {{u"account", after}});
    must(w.door().maintain([&](Connection &c) -> Result<void> {
        const auto filled = fillKeys(c, keys, staged, {ann}, [] { return true; });
        return filled ? Result<void>() : filled.error();
    }));
    QCOMPARE(must(idsByKey(w.connection(), keys, before)), std::vector{bob});
    QCOMPARE(must(idsByKey(w.connection(), keys, after)), std::vector{ann});
    QCOMPARE(stale(w), QStringList());
}

void TestKeyTables::fill_stopsWhenAsked_andMayBeRepeated() {
    StoreFolder folder;
    const auto c = folder.create();
    const KeyTable &keys = *keyTableOf(u"deal", u"partner");
    std::vector<KeyEntry> run;
    for (int i = 0; i < 200; ++i)
        run.push_back({testId(1).bytes(), testId(100 + i)});
    int looks = 0;
    const auto twice = [&] { return ++looks < 2; };
    QCOMPARE(must(fillKeys(*c, keys, run, {}, twice)), 128);
    QCOMPARE(content(*c, keys).size(), 128);
    QCOMPARE(must(fillKeys(*c, keys, run, {}, [] { return true; })), 200);
    QCOMPARE(content(*c, keys).size(), 200);
    QCOMPARE(must(fillKeys(*c, keys, {}, {}, [] { return false; })), 0);
}

void TestKeyTables::idsByKey_findsTextsAndIds() {
    TestWorkspace w;
    const RecordId acme = w.create(u"account", {{u"name", u"Acme"_s}});
    const RecordId reference = w.create(u"cross_reference", {{u"system", u"crm"_s},
                                                             {u"external_id", u"0017"_s},
                                                             {u"entity", u"account"_s},
                                                             {u"record", acme.text()}});
    Connection &c = w.connection();
    QCOMPARE(must(idsByKey(c, *keyTableOf(u"cross_reference", u"external_id"), u"0017"_s)),
             std::vector{reference});
    QCOMPARE(must(idsByKey(c, *keyTableOf(u"cross_reference", u"record"), acme.text())),
             std::vector{reference});
    QCOMPARE(must(idsByKey(c, *keyTableOf(u"cross_reference", u"external_id"), u"17"_s)),
             std::vector<RecordId>());
    QCOMPARE(must(idsByKey(c, *keyTableOf(u"account", u"name"), u"Acme"_s)), std::vector{acme});
    QCOMPARE(must(idsByKey(c, *keyTableOf(u"account", u"parent"), FieldValue())),
             std::vector<RecordId>());
}

void TestKeyTables::check_findsWhatDiffers_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("count");
    QTest::newRow("key gone") << u"DELETE FROM contact_by_account"_s << u"1"_s;
    QTest::newRow("key of no row")
        << u"INSERT INTO contact_by_account VALUES(x'00', x'11111111111111111111111111111111')"_s
        << u"1"_s;
    QTest::newRow("key of another value")
        << u"UPDATE contact_by_account SET account=x'00'"_s << u"2"_s;
}

void TestKeyTables::check_findsWhatDiffers() {
    QFETCH(const QString, sql);
    QFETCH(const QString, count);
    TestWorkspace w;
    const RecordId acme = w.create(u"account", {{u"name", u"Acme"_s}});
    w.create(u"contact", {{u"name", u"Ann"_s}, {u"account", acme}});
    must(w.door().maintain([&](Connection &c) { return c.exec(sql); }));
    const CheckReport report = w.check();
    QCOMPARE(report.findings.size(), size_t(1));
    QVERIFY(report.damaged());
    QCOMPARE(report.findings[0].message.id, u"check.keys"_s);
    QCOMPARE(report.findings[0].message.args.value(u"field"_s), u"contact.account"_s);
    QCOMPARE(report.findings[0].message.args.value(u"count"_s), count);
}

void TestKeyTables::check_passesOverRowsOfAnOpenSet() {
    TestWorkspace w;
    const RecordId acme = w.create(u"account", {{u"name", u"Acme"_s}});
    const RecordId other = w.create(u"account", {{u"name", u"Other"_s}});
    w.create(u"contact", {{u"name", u"Ann"_s}, {u"account", acme}});
    must(w.door().maintain([&](Connection &c) {
        return c.exec(
            u"DELETE FROM contact_by_account;"
            "UPDATE change_set SET head=x'' WHERE seq=(SELECT max(seq) FROM change_set)"_s);
    }));
    QVERIFY(!w.damages().contains(u"check.keys"_s));
    // The set is open, but this row is not of it.
    must(w.door().maintain([&](Connection &c) {
        return c.exec(u"DELETE FROM account_by_name WHERE id=x'%1'"_s.arg(
            QString::fromLatin1(other.bytes().toHex())));
    }));
    QVERIFY(w.damages().contains(u"check.keys"_s));
}

void TestKeyTables::pagesByName_areTheSameAsAll_data() {
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("where");
    for (const bool descending : {false, true}) {
        const char *way = descending ? "down" : "up";
        QTest::addRow("%s", way) << descending << QString();
        QTest::addRow("%s, some", way) << descending << u"title starts with \"even\""_s;
        QTest::addRow("%s, one", way) << descending << u"title = \"odd 7\""_s;
    }
}

void TestKeyTables::pagesByName_areTheSameAsAll() {
    QFETCH(const bool, descending);
    QFETCH(const QString, where);
    TestWorkspace w;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < 60; ++i) {
            const QString title = (i % 2 ? u"odd %1"_s : u"even %1"_s).arg(i);
            const auto made =
                tx.create(w.record(u"contact", {{u"name", i % 3 ? u"Same"_s : u"Name %1"_s.arg(i)},
                                                {u"title", title}}));
            if (!made)
                return made.error();
            if (i % 10 == 0) {
                if (const auto gone = tx.remove(u"contact"_s, *made); !gone)
                    return gone;
            }
        }
        return {};
    }));
    // Without a name, which the door does not let through.
    must(w.door().maintain([&](Connection &c) {
        return c.exec(u"DELETE FROM contact_by_name WHERE id IN (SELECT id FROM contact WHERE"
                      " title IN ('even 4', 'odd 7')); UPDATE contact SET name=NULL, name_key=NULL"
                      " WHERE title IN ('even 4', 'odd 7')"_s);
    }));
    const ReadTime time{w.clock.now(), QTimeZone::utc()};
    Query query{u"contact"_s, {}, {{u"name"_s, descending}}, {}, 0, false};
    if (!where.isEmpty())
        query.where = must(Expression::parse(where, *w.catalog().get(), u"contact"_s));
    const auto all = must(w.reader().list(query, time));
    QVERIFY(!all.empty());
    std::vector<RecordId> expected, paged;
    for (const Row &row : all)
        expected.push_back(row.record.id());
    query.limit = 7;
    for (;;) {
        const auto page = must(w.reader().list(query, time));
        for (const Row &row : page)
            paged.push_back(row.record.id());
        if (page.size() < 7)
            break;
        query.after = paged.back();
    }
    QCOMPARE(paged, expected);
}

} // namespace dw::test

using dw::test::TestKeyTables;
DW_TEST(TestKeyTables)

#include "tst_keytables.moc"
