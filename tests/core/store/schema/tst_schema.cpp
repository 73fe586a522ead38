// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The schema as a new workspace gets it, against the catalogue and against what was shipped.
class TestSchema : public QObject {
    Q_OBJECT

private slots:
    void everyField_hasItsColumnsAndNothingMore_data();
    void everyField_hasItsColumnsAndNothingMore();
    void everyTable_belongsToSomething();
    void everySet_hasItsTable();
    void ids_areTheOnlyThingUnique();
    void noForeignKeysTriggersOrViews();
    void steps_areAsTheyWereShipped_data();
    void steps_areAsTheyWereShipped();
    void lookUps_useAnIndex_data();
    void lookUps_useAnIndex();

private:
    using Columns = QMap<QString, QString>; ///< Type by name.
    [[nodiscard]] static Columns columnsOfTable(Connection &c, const QString &table);
};

namespace {

/// Every object of the schema as it was written down, by name.
QMap<QString, QString> objectsOf(Connection &c) {
    QMap<QString, QString> objects;
    auto list = c.prepare(u"SELECT type || ' ' || name, sql FROM sqlite_schema"_s);
    while (*list->step())
        objects.insert(list->text(0), list->text(1));
    return objects;
}

} // namespace

TestSchema::Columns TestSchema::columnsOfTable(Connection &c, const QString &table) {
    Columns columns;
    auto list = c.prepare(u"SELECT name, type FROM pragma_table_info(?)"_s);
    list->bind(1, table);
    while (*list->step())
        columns.insert(list->text(0), list->text(1));
    return columns;
}

void TestSchema::everyField_hasItsColumnsAndNothingMore_data() {
    QTest::addColumn<QString>("key");
    for (const EntityDesc &entity : Catalog::builtin()->entities())
        QTest::newRow(qPrintable(entity.key)) << entity.key;
}

void TestSchema::everyField_hasItsColumnsAndNothingMore() {
    QFETCH(QString, key);
    StoreFolder folder;
    const auto c = folder.create();
    Columns expected{{u"id"_s, u"BLOB"_s},
                     {u"short_id"_s, u"TEXT"_s},
                     {u"deleted"_s, u"INTEGER"_s},
                     {u"merged_into"_s, u"BLOB"_s}};
    for (const FieldDesc &field : Catalog::builtin()->entity(key)->fields) {
        const QStringList columns = columnsOf(field);
        for (qsizetype i = 0; i < columns.size(); ++i)
            expected.insert(columns.at(i), columnTypesOf(field).at(i));
    }
    QCOMPARE(columnsOfTable(*c, key), expected);
}

void TestSchema::everyTable_belongsToSomething() {
    StoreFolder folder;
    const auto c = folder.create();
    QSet<QString> expected{u"meta"_s,          u"short_counter"_s, u"change_set"_s,
                           u"change_record"_s, u"rejected_row"_s,  u"job"_s};
    for (const QString &part : {u""_s, u"_data"_s, u"_idx"_s, u"_config"_s, u"_row"_s, u"_stale"_s})
        expected << u"search"_s + part;
    for (const KeyTable &keys : keyTables())
        expected << keys.name;
    for (const EntityDesc &entity : Catalog::builtin()->entities()) {
        expected << entity.key;
        for (const FieldDesc &field : entity.fields) {
            if (field.type == FieldType::Set)
                expected << setTableOf(entity.key, field);
        }
    }
    QSet<QString> found;
    auto list = c->prepare(u"SELECT name FROM sqlite_schema WHERE type='table'"_s);
    while (*list->step())
        found << list->text(0);
    QCOMPARE(found, expected);
}

void TestSchema::everySet_hasItsTable() {
    StoreFolder folder;
    const auto c = folder.create();
    const Columns expected{{u"row"_s, u"BLOB"_s}, {u"member"_s, u"TEXT"_s}};
    for (const EntityDesc &entity : Catalog::builtin()->entities()) {
        for (const FieldDesc &field : entity.fields) {
            if (field.type == FieldType::Set)
                QCOMPARE(columnsOfTable(*c, setTableOf(entity.key, field)), expected);
        }
    }
}

/// A laptop holds only part of the team's rows, and one clash must not roll back a page of them.
void TestSchema::ids_areTheOnlyThingUnique() {
    StoreFolder folder;
    const auto c = folder.create();
    QCOMPARE(*c->scalar(u"SELECT count(*) FROM sqlite_schema s JOIN pragma_index_list(s.name) i"
                        " WHERE s.type='table' AND i.\"unique\" AND i.origin<>'pk'"_s),
             0);
    for (const EntityDesc &entity : Catalog::builtin()->entities()) {
        const QString insert =
            u"INSERT INTO %1(id, short_id) VALUES(x'%2', 'X-770001')"_s.arg(entity.key);
        QVERIFY(c->exec(insert.arg(u"01"_s)));
        QVERIFY2(c->exec(insert.arg(u"02"_s)), "short ids may clash");
        QVERIFY2(!c->exec(insert.arg(u"01"_s)), "ids may not");
    }
}

void TestSchema::noForeignKeysTriggersOrViews() {
    StoreFolder folder;
    const auto c = folder.create();
    QCOMPARE(
        *c->scalar(u"SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"_s),
        0);
    QCOMPARE(*c->scalar(u"SELECT count(*) FROM sqlite_schema s, pragma_foreign_key_list(s.name)"_s),
             0);
}

void TestSchema::steps_areAsTheyWereShipped_data() {
    QTest::addColumn<int>("version");
    for (int version = 1; version <= currentSchema(); ++version)
        QTest::addRow("schema %d", version) << version;
}

/// tests/data/schema-<n>.sql holds what was shipped, with custom fields that people had added.
void TestSchema::steps_areAsTheyWereShipped() {
    QFETCH(int, version);
    StoreFolder shipped;
    shipped.load(u"schema-%1"_s.arg(version));
    StoreFolder fresh;
    const auto c = fresh.open(OpenMode::Create);
    QVERIFY(migrateTo(*c, 1));
    QVERIFY(c->exec(u"ALTER TABLE deal ADD COLUMN c_y7k0001 REAL;"
                    "ALTER TABLE deal ADD COLUMN c_y7k0002_minor INTEGER;"
                    "ALTER TABLE deal ADD COLUMN c_y7k0002_currency TEXT;"
                    "ALTER TABLE account ADD COLUMN c_y7k0004 TEXT;"
                    "CREATE TABLE deal_c_y7k0003 (row BLOB NOT NULL, member TEXT NOT NULL,"
                    " PRIMARY KEY (row, member)) WITHOUT ROWID"_s));
    QVERIFY(migrateTo(*c, version));
    QCOMPARE(objectsOf(*c), objectsOf(*shipped.open()));
}

void TestSchema::lookUps_useAnIndex_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("a row") << u"SELECT * FROM deal t WHERE t.id=?"_s;
    QTest::newRow("a short id") << u"SELECT id FROM deal WHERE short_id=?"_s;
    QTest::newRow("deals of an account")
        << u"SELECT * FROM deal_by_account k CROSS JOIN deal t ON t.id=k.id"
           " WHERE k.account=? AND t.deleted=0"_s;
    QTest::newRow("tags of a deal") << u"SELECT member FROM deal_tags WHERE row=?"_s;
    QTest::newRow("first page by name")
        << u"SELECT * FROM deal_by_name k CROSS JOIN deal t ON t.id=k.id WHERE t.deleted=0"
           " AND k.name_key IS NOT NULL ORDER BY k.name_key ASC, k.id LIMIT 50"_s;
    QTest::newRow("next page by name, backwards")
        << u"SELECT * FROM deal_by_name k CROSS JOIN deal t ON t.id=k.id WHERE t.deleted=0"
           " AND k.name_key <= ? AND (k.name_key < ? OR k.id > ?)"
           " ORDER BY k.name_key DESC, k.id LIMIT 50"_s;
    QTest::newRow("changes of a row") << u"SELECT * FROM change_record WHERE row=? ORDER BY seq"_s;
    QTest::newRow("changes of a set")
        << u"SELECT * FROM change_record WHERE set_seq=? ORDER BY seq"_s;
    QTest::newRow("last set of a person")
        << u"SELECT * FROM change_set WHERE device=? AND actor=? ORDER BY seq DESC LIMIT 1"_s;
    QTest::newRow("what undid a set")
        << u"SELECT * FROM change_set WHERE undo_of=? AND undo_of<>0"_s;
    QTest::newRow("a setting") << u"SELECT * FROM setting WHERE key=?"_s;
}

void TestSchema::lookUps_useAnIndex() {
    QFETCH(QString, sql);
    StoreFolder folder;
    const auto c = folder.create();
    auto plan = c->prepare(u"EXPLAIN QUERY PLAN "_s + sql);
    QVERIFY2(plan, qPrintable(failure(plan)));
    QStringList lines;
    while (*plan->step())
        lines << plan->text(3);
    const QString text = lines.join(u'\n');
    // Along a key table from its beginning on is a way too.
    QVERIFY2(lines.first().startsWith(u"SEARCH"_s) || lines.first() == "SCAN k"_L1,
             qPrintable(text));
    // Rows that tie may be sorted among themselves; a whole sort would read everything for one
    // page.
    QVERIFY2(!text.contains(u"USE TEMP B-TREE FOR ORDER BY"_s), qPrintable(text));
}

} // namespace dw::test

using dw::test::TestSchema;
DW_TEST(TestSchema)

#include "tst_schema.moc"
