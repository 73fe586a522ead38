// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wording.h"
#include "core/store/check/check.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What a workspace that something happened to still does.
class TestWorkspaceDamage : public QObject {
    Q_OBJECT

private slots:
    void emptyDatabase_isDamaged_andNeverMadeAnew();
    void cutOffMaking_isForgotten();
    void missingTableOrColumn_isNotWritten_butRead_data();
    void missingTableOrColumn_isNotWritten_butRead();
    void recordThatCannotBeRead_stopsNoReading();
    void damageWithoutABackup_saysSo();

private:
    static Result<void> spoil(WorkspaceFixture &f, const QString &sql) {
        return f.workspace().maintain([&](Connection &c) { return c.exec(sql); });
    }
    static QString text(const Error &error) {
        return word(error, Language::English, *Catalog::builtin());
    }
};

void TestWorkspaceDamage::emptyDatabase_isDamaged_andNeverMadeAnew() {
    WorkspaceFixture f;
    const QString database = f.workspace().paths().database();
    f.close();
    QVERIFY(QFile::resize(database, 0));
    QCOMPARE(messageId(Workspace::open(f.options())), u"store.damaged"_s);
    QCOMPARE(messageId(Workspace::create(f.options(), {})), u"store.damaged"_s);
    QCOMPARE(QFileInfo(database).size(), 0);
}

void TestWorkspaceDamage::cutOffMaking_isForgotten() {
    WorkspaceFixture f;
    const WorkspacePaths paths = f.workspace().paths();
    f.close();
    QVERIFY(QFile::remove(paths.database()));
    // As a process leaves it that dies on the way: nothing yet, or a part.
    for (const QByteArray &content : {QByteArray(), QByteArray("SQLite format 3")}) {
        QFile file(paths.database() + u".new"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        QCOMPARE(messageId(Workspace::open(f.options())), u"workspace.none"_s);
        must(Workspace::create(f.options(), {.login = u"li"_s}));
        QVERIFY(!file.exists());
        QVERIFY(QFile::remove(paths.database()));
    }
}

void TestWorkspaceDamage::missingTableOrColumn_isNotWritten_butRead_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("missing");
    QTest::newRow("column") << u"ALTER TABLE deal DROP COLUMN reason"_s
                            << u"column deal.reason TEXT"_s;
    QTest::newRow("table") << u"DROP TABLE task"_s << u"table task"_s;
    QTest::newRow("custom fields") << u"DROP TABLE custom_field"_s << u"table custom_field"_s;
    QTest::newRow("change log") << u"DROP TABLE change_set"_s << u"table change_set"_s;
    QTest::newRow("settings") << u"DROP TABLE setting"_s << u"table setting"_s;
}

void TestWorkspaceDamage::missingTableOrColumn_isNotWritten_butRead() {
    QFETCH(const QString, sql);
    QFETCH(const QString, missing);
    WorkspaceFixture f;
    f.create(u"account"_s, u"name=Acme"_s);
    must(spoil(f, sql));
    f.close();
    const auto refused = Workspace::open(f.options());
    QCOMPARE(messageId(refused), u"store.damaged"_s);
    QVERIFY2(text(refused.error()).contains(missing), qPrintable(text(refused.error())));

    const auto readOnly = must(Workspace::open(f.options(Workspace::Mode::ReadOnly)));
    QCOMPARE(readOnly->openingNotes().front().id, u"store.damaged"_s);
    Query query;
    query.entity = u"account"_s;
    QCOMPARE(must(readOnly->reader().list(query, readOnly->readTime())).size(), size_t(1));
    const auto report = must(checkWorkspace(readOnly->reader().connection(),
                                            readOnly->catalogHolder(), readOnly->paths().jobs()));
    const Message finding{u"check.schema_missing"_s, {{u"name"_s, missing}}};
    QVERIFY(std::any_of(report.findings.begin(), report.findings.end(),
                        [&](const auto &one) { return one.damage && one.message == finding; }));
    QVERIFY(std::none_of(report.findings.begin(), report.findings.end(),
                         [](const auto &one) { return one.message.id == "check.unreadable"_L1; }));
}

void TestWorkspaceDamage::recordThatCannotBeRead_stopsNoReading() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Acme"_s);
    must(spoil(f, u"UPDATE change_record SET groups=x'ff' WHERE seq=(SELECT max(seq) FROM "
                  "change_record); UPDATE change_set SET label=x'ff'"_s));
    for (const auto mode : {Workspace::Mode::ReadOnly, Workspace::Mode::Write}) {
        f.close();
        f.reopen(mode);
        QCOMPARE(f.named(u"account"_s, u"Acme"_s), account);
    }
    // Others can still be written.
    f.create(u"account"_s, u"name=Bolt"_s);
    QStringList damage = f.damage();
    damage.removeDuplicates();
    damage.sort();
    QCOMPARE(damage,
             QStringList({u"check.chain_record"_s, u"check.chain_set"_s, u"history.bad_record"_s}));
}

void TestWorkspaceDamage::damageWithoutABackup_saysSo() {
    WorkspaceFixture f;
    const WorkspacePaths paths = f.workspace().paths();
    f.close();
    QVERIFY(QFile::resize(paths.database(), 0));
    QVERIFY(text(Workspace::open(f.options()).error()).contains(u"There is no backup"_s));
    QFile backup(paths.backups() + u"/workspace-20260101T000000Z-v1.dealwright"_s);
    QVERIFY(backup.open(QIODevice::WriteOnly));
    QVERIFY(text(Workspace::open(f.options()).error())
                .contains(u"newest first: workspace-20260101T000000Z-v1.dealwright"_s));
}

} // namespace dw::test

using dw::test::TestWorkspaceDamage;
DW_TEST(TestWorkspaceDamage)

#include "tst_workspacedamage.moc"
