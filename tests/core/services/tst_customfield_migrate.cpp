// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/backup.h"
#include "core/store/schema/migrations.h"
#include "core/store/schema/schema.h"
#include "tests/core/services/customfieldsamples.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Custom fields and what they hold live through a migration from every earlier version.
class TestCustomFieldMigrate : public QObject {
    Q_OBJECT

private slots:
    void everyType_isKept_data();
    void everyType_isKept();
};

namespace {

/// Tables, or indexes, and what made them.
QMap<QString, QString> objectsOf(Connection &c, const QString &type) {
    QMap<QString, QString> objects;
    auto list = must(c.prepare(u"SELECT name, sql FROM sqlite_schema WHERE type=?"
                               " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s));
    list.bind(1, type);
    while (must(list.step()))
        objects.insert(list.text(0), list.text(1));
    return objects;
}

/// Turns a database into one that a program of that version left: without what came later, with
/// what was given up. What people added stays.
void makeOlder(Connection &c, int version) {
    StoreFolder folder;
    const auto old = folder.open(OpenMode::Create);
    must(applySteps(*old, version));
    const auto tables = objectsOf(*old, u"table"_s);
    const auto indexes = objectsOf(*old, u"index"_s);
    must(c.exec(u"DROP TABLE search"_s)); // With the tables behind it.
    for (const QString &name : objectsOf(c, u"table"_s).keys()) {
        if (!tables.contains(name) && !name.contains(u"_c_"_s))
            must(c.exec(u"DROP TABLE "_s + name));
    }
    const auto left = objectsOf(c, u"index"_s);
    for (auto it = left.begin(); it != left.end(); ++it) {
        if (!indexes.contains(it.key()))
            must(c.exec(u"DROP INDEX "_s + it.key()));
    }
    for (auto it = indexes.begin(); it != indexes.end(); ++it) {
        if (!left.contains(it.key()))
            must(c.exec(it.value()));
    }
    must(c.exec(u"DELETE FROM meta WHERE key='search'; PRAGMA user_version=%1"_s.arg(version)));
}

/// Two deals, all fields, and their values in the first deal.
void fill(TestWorkspace &w) {
    const Origin origin{.actor = w.create(u"person", {{u"name", u"Li Na"_s}})};
    for (const auto &[entity, title] : customFieldTargets())
        w.create(entity, {{u"name", title}});
    const RecordId deal = w.deal(u"A"_s);
    w.deal(u"B"_s);
    for (const CustomFieldSample &sample : customFieldSamples()) {
        must(w.door().run(addSample(sample, origin)));
        for (const QString &edit : {sample.second, sample.first})
            must(w.door().run(typedWork(u"deal"_s, deal, WorkspaceFixture::edits(edit), origin)));
    }
}

} // namespace

void TestCustomFieldMigrate::everyType_isKept_data() {
    QTest::addColumn<int>("version");
    for (int version = 1; version < currentSchema(); ++version)
        QTest::addRow("from %d", version) << version;
}

void TestCustomFieldMigrate::everyType_isKept() {
    QFETCH(int, version);
    StoreFolder folder;
    folder.create().reset();
    std::vector<FieldDesc> before;
    {
        TestWorkspace w({.vfs = faultyvfs::name(), .folder = folder.paths.folder});
        fill(w);
        before = w.entity(u"deal").fields;
    }
    makeOlder(*folder.open(), version);
    const FixedClock clock(*Instant::fromIso(u"2026-03-09T02:00:00Z"_s));
    const auto workspace = must(Workspace::open(
        {.path = folder.paths.folder, .clock = clock, .wall = clock, .vfs = faultyvfs::name()}));
    QVERIFY(workspace->openingNotes().empty());
    Reader &reader = workspace->reader();
    QCOMPARE(*reader.connection().scalar(u"PRAGMA user_version"_s), currentSchema());
    QCOMPARE(backupsOf(folder.paths).size(), 1);
    QCOMPARE(workspace->catalog()->entity(u"deal")->fields, before);
    QCOMPARE(formOf(*workspace->catalog()->entity(u"deal")).back().fields.size(),
             customFieldSamples().size());

    const RecordId deal = must(reader.byTitle(u"deal"_s, u"A"_s)).front();
    const auto view = must(viewRecord(reader, workspace->readTime(), u"deal"_s, deal));
    for (const CustomFieldSample &sample : customFieldSamples()) {
        const QString key = sample.field.key;
        QCOMPARE(shownField(*workspace->catalog(), view, key), sample.shown);
        QCOMPARE(dealsWhere(reader, workspace->readTime(), sample.condition), QStringList{u"A"_s});
        const EntityDesc &entity = *workspace->catalog()->entity(u"deal");
        const FieldDesc &field = entity.field(entity.byKey(key));
        if (field.type != FieldType::Formula)
            QCOMPARE(must(historyOf(reader, u"deal"_s, deal, field.name)).size(), 2U);
    }
    must(workspace->maintain([&](Connection &c) -> Result<void> {
        const auto report =
            checkWorkspace(c, workspace->catalogHolder(), workspace->paths().jobs());
        if (!report)
            return report.error();
        return report->damaged() ? makeError(ErrorKind::Damaged, u"damaged"_s) : Result<void>();
    }));
}

} // namespace dw::test

using dw::test::TestCustomFieldMigrate;
DW_TEST(TestCustomFieldMigrate)

#include "tst_customfield_migrate.moc"
