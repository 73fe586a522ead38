// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The catalogue of a database, whatever its rows of `custom_field` say.
class TestLoadCatalog : public QObject {
    Q_OBJECT

private slots:
    void newWorkspace_hasTheBuiltInCatalogue();
    void fields_comeInTheOrderInWhichTheyWereMade();
    void field_thatIsInTheBin_isHidden();
    void field_thatCannotBeRead_isLeftOutAndNamed_data();
    void field_thatCannotBeRead_isLeftOutAndNamed();
    void keys_thatClash_getANumber();
    void noTable_isAnError();

private:
    struct Loaded {
        CatalogPtr catalog;
        QStringList problems;
    };
    static Loaded load(Connection &c);
    /// As the door leaves them: fields `one` (text), `two` (money), `three` (set) of a deal.
    static void addThree(TestWorkspace &w);
};

TestLoadCatalog::Loaded TestLoadCatalog::load(Connection &c) {
    std::vector<Message> problems;
    Loaded loaded{must(loadCatalog(c, problems)), {}};
    for (const Message &problem : problems)
        loaded.problems << problem.id;
    return loaded;
}

void TestLoadCatalog::addThree(TestWorkspace &w) {
    const std::pair<QString, FieldType> fields[] = {
        {u"one"_s, FieldType::Text}, {u"two"_s, FieldType::Money}, {u"three"_s, FieldType::Set}};
    for (const auto &[key, type] : fields) {
        FieldDesc field;
        field.key = key;
        field.type = type;
        if (type == FieldType::Set)
            field.choices = {{u"a"_s, {u"A"_s, {}}}};
        must(w.run([&](WriteTransaction &tx) -> Result<void> {
            must(tx.create(fieldToRecord(tx.catalog(), {u"deal"_s, field}, {})));
            return {};
        }));
    }
}

void TestLoadCatalog::newWorkspace_hasTheBuiltInCatalogue() {
    StoreFolder folder;
    const auto loaded = load(*folder.create());
    QCOMPARE(loaded.problems, QStringList());
    QCOMPARE(loaded.catalog, Catalog::builtin());
}

void TestLoadCatalog::fields_comeInTheOrderInWhichTheyWereMade() {
    TestWorkspace w;
    addThree(w);
    const auto loaded = load(w.connection());
    QCOMPARE(loaded.problems, QStringList());
    const auto &fields = loaded.catalog->entity(u"deal")->fields;
    QCOMPARE(fields, w.entity(u"deal").fields);
    const size_t builtin = Catalog::builtin()->entity(u"deal")->fields.size();
    QCOMPARE(fields.size(), builtin + 3);
    QCOMPARE(fields[builtin].key, u"one"_s);
    QCOMPARE(fields[builtin + 1].key, u"two"_s);
    QCOMPARE(fields[builtin + 2].key, u"three"_s);
}

void TestLoadCatalog::field_thatIsInTheBin_isHidden() {
    TestWorkspace w;
    addThree(w);
    const auto id = RecordId::fromBytes([&] {
        auto s = must(w.connection().prepare(u"SELECT id FROM custom_field WHERE key='two'"_s));
        must(s.step());
        return s.blob(0);
    }());
    w.remove(u"custom_field", id);
    const auto loaded = load(w.connection());
    QCOMPARE(loaded.problems, QStringList());
    const EntityDesc &deal = *loaded.catalog->entity(u"deal");
    QVERIFY(deal.field(deal.byKey(u"two")).hidden);
    QVERIFY(!deal.field(deal.byKey(u"one")).hidden);
    QVERIFY(!deal.field(deal.byKey(u"three")).hidden);
}

void TestLoadCatalog::field_thatCannotBeRead_isLeftOutAndNamed_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("problems");
    QTest::addColumn<QStringList>("left");
    const auto row = [](const char *name, const QString &sql, const QStringList &problems,
                        const QStringList &left = {u"one"_s, u"three"_s}) {
        QTest::newRow(name) << sql << problems << left;
    };
    const QString two = u"UPDATE custom_field SET %1 WHERE key='two'"_s;
    const QStringList bad{u"catalog.bad_field"_s};
    row("type", two.arg(u"type='blob'"_s), {u"catalog.bad_definition"_s});
    row("no type", two.arg(u"type=NULL"_s), {u"catalog.bad_definition"_s});
    row("definition", two.arg(u"definition='{'"_s), {u"catalog.bad_definition"_s});
    row("definition of another shape", two.arg(u"definition='{\"unit\":5}'"_s),
        {u"catalog.bad_definition"_s});
    row("entity", two.arg(u"entity='unicorn'"_s), {u"catalog.unknown_entity"_s});
    row("entity with quotes", two.arg(u"entity='deal\"; DROP TABLE deal'"_s),
        {u"catalog.unknown_entity"_s});
    row("own entity", two.arg(u"entity='custom_field'"_s), {u"catalog.unknown_entity"_s});
    row("name", two.arg(u"name='amount; --'"_s), bad + QStringList{u"catalog.bad_name"_s});
    row("name that is no column", two.arg(u"name='c_h7x9999'"_s), {u"store.no_column"_s});
    row("a built-in name", two.arg(u"name='amount'"_s), bad + QStringList{u"catalog.bad_name"_s});
    row("no name", two.arg(u"name=NULL"_s), bad + QStringList{u"catalog.bad_name"_s});
    row("a key that is none", two.arg(u"key='Two 2'"_s), {u"catalog.bad_key"_s});
    row("column of another type", two.arg(u"type='link'"_s),
        bad + QStringList{u"catalog.unknown_target"_s});
    row("one column missing", two.arg(u"type='text'"_s), {u"store.no_column"_s});
    row("no table of members", u"UPDATE custom_field SET name='c_h7x9999' WHERE key='three'"_s,
        {u"store.no_column"_s}, {u"one"_s, u"two"_s});
    row("blob for a text", two.arg(u"type=x'00ff'"_s), {u"catalog.bad_definition"_s});
    row("row that is no id", u"UPDATE custom_field SET id=x'01' WHERE key='two'"_s, {});
}

void TestLoadCatalog::field_thatCannotBeRead_isLeftOutAndNamed() {
    QFETCH(const QString, sql);
    QFETCH(const QStringList, problems);
    QFETCH(const QStringList, left);
    TestWorkspace w;
    addThree(w);
    w.close();
    const auto c = must(Connection::open(w.paths().database(), OpenMode::ReadWrite));
    must(c->exec(sql));
    const auto loaded = load(*c);
    QCOMPARE(loaded.problems, problems);
    QStringList keys;
    for (const FieldDesc &field : loaded.catalog->entity(u"deal")->fields) {
        if (field.custom)
            keys << field.key;
    }
    QCOMPARE(keys, left);
}

/// Two laptops may have chosen the same key before they met.
void TestLoadCatalog::keys_thatClash_getANumber() {
    TestWorkspace w;
    addThree(w);
    w.close();
    const auto c = must(Connection::open(w.paths().database(), OpenMode::ReadWrite));
    must(c->exec(u"UPDATE custom_field SET key='one' WHERE key='three';"
                 "UPDATE custom_field SET key='amount' WHERE key='two'"_s));
    const auto loaded = load(*c);
    QCOMPARE(loaded.problems, QStringList());
    const EntityDesc &deal = *loaded.catalog->entity(u"deal");
    QCOMPARE(deal.field(deal.byKey(u"one")).type, FieldType::Text);
    QCOMPARE(deal.field(deal.byKey(u"one_2")).type, FieldType::Set);
    QVERIFY(deal.field(deal.byKey(u"amount_2")).custom);
    QVERIFY(!deal.field(deal.byKey(u"amount")).custom);
}

void TestLoadCatalog::noTable_isAnError() {
    StoreFolder folder;
    const auto c = folder.create();
    must(c->exec(u"DROP TABLE custom_field"_s));
    std::vector<Message> problems;
    QVERIFY(!loadCatalog(*c, problems).ok());
}

} // namespace dw::test

using dw::test::TestLoadCatalog;
DW_TEST(TestLoadCatalog)

#include "tst_loadcatalog.moc"
