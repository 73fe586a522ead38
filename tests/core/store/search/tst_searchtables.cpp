// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search/searchtables.h"

#include "core/store/search/searchquery.h"
#include "tests/support/randomchanges.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestSearchTables : public QObject {
    Q_OBJECT

private slots:
    void searchedEntities_haveMarkedFields();
    void rows_areFoundAsTheyAre();
    void customTexts_areInTheTablesToo();
    void randomChanges_keepWhatARebuildGives_data();
    void randomChanges_keepWhatARebuildGives();
    void fill_givesWhatTheDoorGives_data();
    void fill_givesWhatTheDoorGives();
    void fill_stopsWhenAsked_andPassesOverWhatIsThere();
    void deferred_isMadeAnewBySlices();
    void deferred_thenEdited_isMadeAnewFromWhatItHolds();
    void renew_isDoneOnceAVersion();
    void check_findsWhatDiffers_data();
    void check_findsWhatDiffers();
    void check_passesOverRowsOfAnOpenSet();
    void older_isFilledByMigration();

private:
    /// Short ids of the rows of the entity that the words find.
    static QStringList found(Connection &c, const Catalog &catalog, const QString &entity,
                             const QString &typed);
    static qint64 stale(TestWorkspace &w) {
        return must(countStaleSearch(w.connection(), *w.catalog().get()));
    }
    static void inDoor(TestWorkspace &w, const std::function<void(Connection &)> &task) {
        must(w.door().maintain([&](Connection &c) -> Result<void> {
            task(c);
            return {};
        }));
    }
};

QStringList TestSearchTables::found(Connection &c, const Catalog &catalog, const QString &entity,
                                    const QString &typed) {
    const SearchTerms terms(typed);
    SearchGrams grams;
    for (size_t word = 0; word < terms.count(); ++word)
        grams.push_back(terms.grams(word, SearchReach::Anywhere));
    QStringList ids;
    must(eachSearchRow(c, *catalog.entity(entity), grams, [&](const SearchRow &row) {
        ids << row.shortId;
        return true;
    }));
    return ids;
}

void TestSearchTables::searchedEntities_haveMarkedFields() {
    int searched = 0;
    for (const EntityDesc &entity : Catalog::builtin()->entities()) {
        const bool isMarked = std::any_of(entity.fields.begin(), entity.fields.end(),
                                          [](const FieldDesc &field) { return field.searched; });
        QVERIFY2(isSearched(entity.key) == isMarked, qPrintable(entity.key));
        QCOMPARE(!indexedFields(entity).empty(), isMarked);
        searched += isMarked;
        for (const IndexedField &field : indexedFields(entity))
            QVERIFY(entity.field(field.handle).hasColumn());
    }
    QCOMPARE(searched, 14);
}

void TestSearchTables::rows_areFoundAsTheyAre() {
    TestWorkspace w;
    const Catalog &catalog = *w.catalog().get();
    const auto contacts = [&](const QString &typed) {
        return found(w.connection(), catalog, u"contact"_s, typed);
    };
    const RecordId ann = w.create(u"contact", {{u"name", u"Ann Miller"_s}});
    const RecordId wang = w.create(u"contact", {{u"name", u"王伟"_s}, {u"phone", u"138-0013"_s}});
    const QString first = w.row(u"contact", ann).shortId;
    const QString second = w.row(u"contact", wang).shortId;
    QCOMPARE(contacts(u"mill"_s), QStringList{first});
    QCOMPARE(contacts(u"伟"_s), QStringList{second});
    QCOMPARE(contacts(u"wang 1380"_s), QStringList{second});
    QCOMPARE(contacts(u"mill 1380"_s), QStringList());
    QCOMPARE(contacts(u"\" OR *"_s), (QStringList()));
    w.change(u"contact", ann, {{u"name", u"Ann Smith"_s}});
    QCOMPARE(contacts(u"mill"_s), QStringList());
    QCOMPARE(contacts(u"smith"_s), QStringList{first});
    w.remove(u"contact", ann);
    QCOMPARE(contacts(u"smith"_s), QStringList());
    w.restore(u"contact", ann);
    QCOMPARE(contacts(u"smith"_s), QStringList{first});
    // The newest first.
    const RecordId other = w.create(u"contact", {{u"name", u"Bob Smith"_s}});
    QCOMPARE(contacts(u"smith"_s), (QStringList{w.row(u"contact", other).shortId, first}));
    QCOMPARE(found(w.connection(), catalog, u"account"_s, u"smith"_s), QStringList());
    QCOMPARE(found(w.connection(), catalog, u"setting"_s, u"smith"_s), QStringList());
}

void TestSearchTables::customTexts_areInTheTablesToo() {
    TestWorkspace w;
    w.create(u"custom_field", {{u"entity", u"contact"_s},
                               {u"key", u"nickname"_s},
                               {u"type", u"text"_s},
                               {u"label_en", u"Nickname"_s}});
    const EntityDesc &contact = *w.catalog().get()->entity(u"contact");
    const QString name = contact.field(contact.byKey(u"nickname")).name;
    w.create(u"contact", {{u"name", u"Ann"_s}, {name, u"Sparrow"_s}});
    QCOMPARE(found(w.connection(), *w.catalog().get(), u"contact"_s, u"sparrow"_s).size(), 1);
    QCOMPARE(stale(w), 0);
}

void TestSearchTables::randomChanges_keepWhatARebuildGives_data() {
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 21; seed <= 24; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestSearchTables::randomChanges_keepWhatARebuildGives() {
    QFETCH(const quint64, seed);
    TestWorkspace w;
    Random random(seed);
    RandomChanges changes(w, random);
    for (int i = 0; i < 150; ++i)
        changes.step();
    QCOMPARE(stale(w), 0);
    const qint64 rows = must(w.connection().scalar(u"SELECT count(*) FROM search_row"_s));
    QVERIFY(rows > 30);
    inDoor(w, [&](Connection &c) { must(rebuildSearch(c, *w.catalog().get())); });
    QCOMPARE(stale(w), 0);
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM search_row"_s)), rows);
}

void TestSearchTables::fill_givesWhatTheDoorGives_data() {
    QTest::addColumn<bool>("withTokens");
    QTest::newRow("grams made away from the writer") << true;
    QTest::newRow("grams made of the rows") << false;
}

void TestSearchTables::fill_givesWhatTheDoorGives() {
    QFETCH(const bool, withTokens);
    TestWorkspace w;
    Random random(31);
    RandomChanges changes(w, random);
    for (int i = 0; i < 80; ++i)
        changes.step();
    const CatalogPtr catalog = w.catalog().get();
    inDoor(w, [&](Connection &c) {
        must(c.exec(u"INSERT INTO search(search) VALUES('delete-all'); DELETE FROM search_row"_s));
    });
    QVERIFY(stale(w) > 0);
    for (const EntityDesc &entity : catalog->entities()) {
        if (!isSearched(entity.key))
            continue;
        std::vector<SearchEntry> run;
        auto ids = must(w.connection().prepare(u"SELECT id FROM "_s + entity.key));
        while (must(ids.step())) {
            const auto id = RecordId::fromBytes(ids.blob(0));
            run.push_back({id});
            if (withTokens)
                run.back().tokens = searchTokens(entity, w.row(entity.key, id).record);
        }
        inDoor(w, [&](Connection &c) {
            QCOMPARE(must(fillSearch(c, entity, run, [] { return true; })), qsizetype(run.size()));
        });
    }
    QCOMPARE(stale(w), 0);
}

void TestSearchTables::fill_stopsWhenAsked_andPassesOverWhatIsThere() {
    TestWorkspace w;
    const RecordId one = w.create(u"tag", {{u"name", u"one"_s}});
    const RecordId two = w.create(u"tag", {{u"name", u"two"_s}});
    const RecordId three = w.create(u"tag", {{u"name", u"three"_s}});
    const EntityDesc &tag = w.entity(u"tag");
    inDoor(w, [&](Connection &c) {
        must(c.exec(u"INSERT INTO search(search) VALUES('delete-all'); DELETE FROM search_row"_s));
        const std::vector<SearchEntry> run{{one}, {two}, {three}};
        QCOMPARE(must(fillSearch(c, tag, run, [] { return false; })), 1);
        QCOMPARE(must(c.scalar(u"SELECT count(*) FROM search_row"_s)), 1);
    });
    // An edit of a row that is not yet there puts it in whole.
    w.change(u"tag", two, {{u"name", u"zwei"_s}});
    QCOMPARE(found(w.connection(), *w.catalog().get(), u"tag"_s, u"zwei"_s).size(), 1);
    inDoor(w, [&](Connection &c) {
        const std::vector<SearchEntry> run{{one, "old "}, {two, "old "}, {three}};
        QCOMPARE(must(fillSearch(c, tag, run, [] { return true; })), 3);
    });
    QCOMPARE(stale(w), 0);
    QCOMPARE(found(w.connection(), *w.catalog().get(), u"tag"_s, u"old"_s), QStringList());
}

void TestSearchTables::deferred_isMadeAnewBySlices() {
    TestWorkspace w;
    const EntityDesc &tag = w.entity(u"tag");
    std::vector<RecordId> ids;
    for (int i = 0; i < 5; ++i)
        ids.push_back(w.create(u"tag", {{u"name", u"before %1"_s.arg(i)}}));
    inDoor(w, [&](Connection &c) {
        must(c.exec(u"UPDATE tag SET name='after'"_s));
        for (int i = 0; i < 5; ++i) {
            const Record before =
                w.record(u"tag", {{u"name", u"before %1"_s.arg(i)}}, ids[size_t(i)]);
            const Record now = w.record(u"tag", {{u"name", u"after"_s}}, ids[size_t(i)]);
            must(deferSearch(c, {&tag, &before, &now}));
            must(deferSearch(c, {&tag, &before, &before}));
        }
        QCOMPARE(must(c.scalar(u"SELECT count(*) FROM search_stale"_s)), 5);
    });
    QCOMPARE(stale(w), 0); // They say what is noted.
    const CatalogPtr catalog = w.catalog().get();
    QCOMPARE(found(w.connection(), *catalog, u"tag"_s, u"before"_s).size(), 5);
    inDoor(w, [&](Connection &c) {
        QVERIFY(!must(refreshSearch(c, *catalog, [] { return false; })));
        QCOMPARE(must(c.scalar(u"SELECT count(*) FROM search_stale"_s)), 4);
        QVERIFY(must(refreshSearch(c, *catalog, [] { return true; })));
        QVERIFY(must(refreshSearch(c, *catalog, [] { return true; })));
    });
    QCOMPARE(found(w.connection(), *catalog, u"tag"_s, u"after"_s).size(), 5);
    QCOMPARE(found(w.connection(), *catalog, u"tag"_s, u"before"_s).size(), 0);
    QCOMPARE(stale(w), 0);
}

void TestSearchTables::deferred_thenEdited_isMadeAnewFromWhatItHolds() {
    TestWorkspace w;
    const EntityDesc &tag = w.entity(u"tag");
    const RecordId id = w.create(u"tag", {{u"name", u"before"_s}});
    const Record before = w.record(u"tag", {{u"name", u"before"_s}}, id);
    const Record now = w.record(u"tag", {{u"name", u"after"_s}}, id);
    inDoor(w, [&](Connection &c) { must(deferSearch(c, {&tag, &before, &now})); });
    w.change(u"tag", id, {{u"name", u"edited"_s}});
    QCOMPARE(stale(w), 0);
    const CatalogPtr catalog = w.catalog().get();
    inDoor(w,
           [&](Connection &c) { QVERIFY(must(refreshSearch(c, *catalog, [] { return true; }))); });
    QCOMPARE(found(w.connection(), *catalog, u"tag"_s, u"edited"_s).size(), 1);
    QCOMPARE(stale(w), 0);
}

void TestSearchTables::renew_isDoneOnceAVersion() {
    TestWorkspace w;
    w.create(u"tag", {{u"name", u"one"_s}});
    inDoor(w, [&](Connection &c) {
        must(c.exec(u"INSERT INTO search(search) VALUES('delete-all')"_s));
        must(renewSearch(c));
    });
    QCOMPARE(stale(w), 1);
    inDoor(w, [&](Connection &c) {
        must(setMeta(c, u"search"_s, u"0"_s));
        must(renewSearch(c));
        QCOMPARE(must(meta(c, u"search"_s)), searchTextVersion());
    });
    QCOMPARE(stale(w), 0);
}

void TestSearchTables::check_findsWhatDiffers_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("count");
    QTest::newRow("row without a document") << u"DELETE FROM search_row WHERE docid="
                                               "(SELECT min(docid) FROM search_row)"_s
                                            << u"2"_s; // And grams of no document.
    QTest::newRow("document of no row")
        << u"INSERT INTO search_row VALUES((1<<40)+99, x'11111111111111111111111111111111')"_s
        << u"1"_s;
    QTest::newRow("two documents") << u"INSERT INTO search_row SELECT docid+99, id FROM search_row"
                                      " WHERE docid=(SELECT min(docid) FROM search_row)"_s
                                   << u"1"_s;
    QTest::newRow("grams too many")
        << u"INSERT INTO search(rowid, grams) SELECT min(docid), 'more' FROM search_row"_s
        << u"1"_s;
    QTest::newRow("grams too few")
        << u"INSERT INTO search(search, rowid, grams) SELECT 'delete', min(docid), '_a'"
           " FROM search_row"_s
        << u"1"_s;
}

void TestSearchTables::check_findsWhatDiffers() {
    QFETCH(const QString, sql);
    QFETCH(const QString, count);
    TestWorkspace w;
    w.create(u"account", {{u"name", u"Acme"_s}});
    w.create(u"contact", {{u"name", u"Ann"_s}});
    inDoor(w, [&](Connection &c) { must(c.exec(sql)); });
    const CheckReport report = w.check();
    QCOMPARE(report.findings.size(), size_t(1));
    QVERIFY(!report.damaged());
    QCOMPARE(report.findings[0].message.id, u"check.search"_s);
    QCOMPARE(report.findings[0].message.args.value(u"count"_s), count);
    inDoor(w, [&](Connection &c) { must(rebuildSearch(c, *w.catalog().get())); });
    QVERIFY(w.check().findings.empty());
}

void TestSearchTables::check_passesOverRowsOfAnOpenSet() {
    TestWorkspace w;
    w.create(u"account", {{u"name", u"Acme"_s}});
    w.create(u"account", {{u"name", u"Other"_s}});
    inDoor(w, [&](Connection &c) {
        must(
            c.exec(u"INSERT INTO search(search) VALUES('delete-all'); DELETE FROM search_row;"
                   "UPDATE change_set SET head=x'' WHERE seq=(SELECT max(seq) FROM change_set)"_s));
    });
    QCOMPARE(stale(w), 1);
}

void TestSearchTables::older_isFilledByMigration() {
    StoreFolder folder;
    folder.load(u"schema-2"_s);
    QVERIFY(migrate(folder.paths, folder.clock, {}));
    const auto c = must(Connection::open(folder.paths.database(), OpenMode::ReadOnly));
    std::vector<Message> problems;
    const auto catalog = must(loadCatalog(*c, problems));
    QCOMPARE(must(countStaleSearch(*c, *catalog)), 0);
    QCOMPARE(found(*c, *catalog, u"account"_s, u"suzhou"_s).size(), 1);
}

} // namespace dw::test

using dw::test::TestSearchTables;
DW_TEST(TestSearchTables)

#include "tst_searchtables.moc"
