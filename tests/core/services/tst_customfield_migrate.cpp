// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "core/store/migrations.h"
#include "core/store/schema.h"
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

/// An empty workspace as a program of that version left it.
void makeOld(StoreFolder &folder, int version) {
    const auto c = folder.open(OpenMode::Create);
    const auto transaction = must(Transaction::begin(*c, Transaction::Kind::Write));
    must(applySteps(*c, version));
    must(writeFirstMeta(*c, u"Asia/Shanghai"_s, folder.clock.now()));
    must(transaction->commit());
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
    makeOld(folder, version);
    std::vector<FieldDesc> before;
    {
        TestWorkspace w({.vfs = faultyvfs::name(), .folder = folder.paths.folder});
        fill(w);
        before = w.entity(u"deal").fields;
        QCOMPARE(*w.connection().scalar(u"PRAGMA user_version"_s), version);
    }
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
