// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The options of import, its pasted leads, and the verbs of rejected rows.
class TestCliImportModes : public QObject {
    Q_OBJECT

private slots:
    void init();
    void severalEntities_areTakenInTheirOrder();
    void modes_decideWhatAMatchTakes();
    void match_saysWhatRowsAreFoundBy();
    void missing_isMadeOrRejected();
    void dateOrder_isAskedForAndTold();
    void mapping_ofADryRun_isTaken();
    void dryRun_worksBesideAnOpenWindow();
    void unsureColumns_areNamedOnStderr();
    void wrongOptions_areMisuse_data();
    void wrongOptions_areMisuse();
    void pastedLead_comesInOnce();
    void pastedTable_isAFile();
    void rejects_areListedExportedAndTriedAgain();
    void interrupt_takesAllBack();

private:
    qint64 count(const QString &entity) const {
        return m_cli->json({u"stats"_s}).value("rows"_L1).toObject().value(entity).toInteger(-1);
    }
    Answer paste(const QStringList &words, const QByteArray &text) const {
        return m_cli->feed(words, m_cli->file(u"pasted"_s, text));
    }
    std::unique_ptr<CliProgram> m_cli;
};

void TestCliImportModes::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli->run({u"init"_s, u"--currency"_s, u"CNY"_s}).code, 0);
}

void TestCliImportModes::severalEntities_areTakenInTheirOrder() {
    const QString deals =
        m_cli->file(u"deals.csv"_s,
                    "Deal Name,Account ID,Amount,Stage\nCrane,7,CNY 5,Won\nLift,8,CNY 6,Lost\n");
    const QString accounts =
        m_cli->file(u"accounts.csv"_s, "Record ID,Account Name\n7,Acme\n8,Beta\n");
    const QStringList words{u"import"_s, u"deals="_s + deals, u"account="_s + accounts,
                            u"--system"_s, u"crm"_s};
    const QJsonObject report = m_cli->json(words);
    QCOMPARE(report.value("created"_L1).toObject(),
             QJsonObject({{u"account"_s, 2}, {u"deal"_s, 2}, {u"cross_reference"_s, 2}}));
    QCOMPARE(m_cli->rows({u"list"_s, u"deal"_s, u"--where"_s, u"account.name = \"Acme\""_s}).size(),
             1);
    const QJsonObject again = m_cli->json(words);
    QCOMPARE(again.value("set"_L1).toInteger(-1), 0);
    QCOMPARE(again.value("unchanged"_L1).toObject(),
             QJsonObject({{u"account"_s, 2}, {u"deal"_s, 2}}));
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliImportModes::modes_decideWhatAMatchTakes() {
    const QString first = m_cli->file(u"a.csv"_s, "name,sector\nAcme,steel\n");
    const QString second = m_cli->file(u"b.csv"_s, "name,sector,city\nAcme,cars,Bonn\n");
    QCOMPARE(m_cli->run({u"import"_s, u"account"_s, first}).code, 0);
    const auto run = [&](const QString &mode) {
        const QJsonObject report =
            m_cli->json({u"import"_s, u"account"_s, second, u"--mode"_s, mode});
        const QJsonObject row = m_cli->rows({u"list"_s, u"account"_s}).at(0).toObject();
        return QString::number(
                   report.value("updated"_L1).toObject().value("account"_L1).toInteger())
               + row.value("sector"_L1).toString();
    };
    QCOMPARE(run(u"add"_s), u"0steel"_s);
    QCOMPARE(run(u"fill"_s), u"1steel"_s);
    QCOMPARE(run(u"overwrite"_s), u"1cars"_s);
    QCOMPARE(run(u"overwrite"_s), u"0cars"_s);
}

void TestCliImportModes::match_saysWhatRowsAreFoundBy() {
    const QString first = m_cli->file(u"a.csv"_s, "name,phone\nAcme,+1 555 1000\n");
    const QString second = m_cli->file(u"b.csv"_s, "name,phone\nAcme Inc,+1 555 1000\n");
    QCOMPARE(m_cli->run({u"import"_s, u"account"_s, first}).code, 0);
    for (const QString &match : {u"phone"_s, u"account=phone"_s}) {
        const QJsonObject report =
            m_cli->json({u"import"_s, u"account"_s, second, u"--match"_s, match, u"--mode"_s,
                         u"overwrite"_s, u"--dry-run"_s});
        QCOMPARE(report.value("updated"_L1).toObject(), QJsonObject({{u"account"_s, 1}}));
    }
    const Answer wrong =
        m_cli->run({u"--json"_s, u"import"_s, u"account"_s, second, u"--match"_s, u"nosuch"_s});
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.errorId(), u"import.unknown_field"_s);
}

void TestCliImportModes::missing_isMadeOrRejected() {
    const QString csv = m_cli->file(u"d.csv"_s, "name,account\nCrane,Acme\n");
    const QJsonObject strict =
        m_cli->json({u"import"_s, u"deal"_s, csv, u"--reject-missing"_s, u"--dry-run"_s});
    QCOMPARE(strict.value("rejected"_L1).toInteger(), 1);
    const QJsonObject made = m_cli->json({u"import"_s, u"deal"_s, csv, u"--create-missing"_s});
    QCOMPARE(made.value("created"_L1).toObject(), QJsonObject({{u"account"_s, 1}, {u"deal"_s, 1}}));
}

void TestCliImportModes::dateOrder_isAskedForAndTold() {
    const QString csv = m_cli->file(u"t.csv"_s, "title,due_on\nCall,01/02/2025\n");
    const Answer asked = m_cli->run({u"import"_s, u"task"_s, csv});
    QCOMPARE(asked.code, 1);
    QVERIFY2(asked.err.contains(u"--date-order"_s) && asked.err.contains(u"01/02/2025"_s),
             qPrintable(asked.err));
    QCOMPARE(m_cli->run({u"import"_s, u"task"_s, csv, u"--date-order"_s, u"dmy"_s}).code, 0);
    QCOMPARE(m_cli->rows({u"list"_s, u"task"_s}).at(0).toObject().value("due_on"_L1).toString(),
             u"2025-02-01"_s);
}

void TestCliImportModes::mapping_ofADryRun_isTaken() {
    const QString csv =
        m_cli->file(u"a.csv"_s, "Account Name,Revenue,Nonsense\nAcme,\"1.234,50\",x\n");
    const Answer dry = m_cli->run({u"--json"_s, u"import"_s, u"account"_s, csv, u"--dry-run"_s});
    QCOMPARE(dry.code, 0);
    const QString map = m_cli->file(u"map.json"_s, dry.out.toUtf8());
    const QJsonObject done = m_cli->json({u"import"_s, u"account"_s, csv, u"--map"_s, map});
    QCOMPARE(done.value("sums"_L1), dry.json().value("sums"_L1));
    QCOMPARE(done.value("mapping"_L1), dry.json().value("mapping"_L1));
    QCOMPARE(done.value("sums"_L1).toArray().at(0).toObject().value("amount"_L1).toString(),
             u"1234.50"_s);
    QCOMPARE(count(u"account"_s), 1);
}

void TestCliImportModes::dryRun_worksBesideAnOpenWindow() {
    const QString csv = m_cli->file(u"a.csv"_s, "name\nAcme\n");
    // Whoever holds the workspace does not keep others from looking.
    const auto lock = WorkspaceLock::take(WorkspacePaths::of(m_cli->workspace()));
    QVERIFY(lock.ok());
    QCOMPARE(m_cli->run({u"import"_s, u"account"_s, csv}).code, 1);
    const QJsonObject report = m_cli->json({u"import"_s, u"account"_s, csv, u"--dry-run"_s});
    QCOMPARE(report.value("created"_L1).toObject(), QJsonObject({{u"account"_s, 1}}));
    QCOMPARE(report.value("job"_L1).toInteger(-1), 0);
    QCOMPARE(count(u"account"_s), 0);
    QVERIFY(QDir(m_cli->workspace() + u"/jobs"_s).entryList(QDir::Files).isEmpty());
}

void TestCliImportModes::unsureColumns_areNamedOnStderr() {
    const QString csv = m_cli->file(
        u"d.csv"_s, "Deal Name,engage_date\nCrane,2025-01-02\nLift,2025-01-03\nRamp,2025-01-04\n");
    const Answer answer = m_cli->run({u"import"_s, u"deal"_s, csv, u"--dry-run"_s});
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.err.contains(u"engage_date"_s), qPrintable(answer.err));
}

void TestCliImportModes::wrongOptions_areMisuse_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("mode") << QStringList{u"--mode"_s, u"update"_s};
    QTest::newRow("date order") << QStringList{u"--date-order"_s, u"dd/mm"_s};
    QTest::newRow("both ways") << QStringList{u"--create-missing"_s, u"--reject-missing"_s};
    QTest::newRow("match of nothing") << QStringList{u"--match"_s, u","_s};
}

void TestCliImportModes::wrongOptions_areMisuse() {
    QFETCH(QStringList, options);
    const QString csv = m_cli->file(u"a.csv"_s, "name\nAcme\n");
    const Answer answer = m_cli->run(QStringList{u"import"_s, u"account"_s, csv} + options);
    QCOMPARE(answer.code, 2);
    QCOMPARE(count(u"account"_s), 0);
}

void TestCliImportModes::pastedLead_comesInOnce() {
    const QByteArray lead = "Name: Ann Lee\nPhone: +1 555 1000\nWants a crane\n";
    const Answer first = paste({u"--json"_s, u"import"_s, u"lead"_s, u"-"_s}, lead);
    QCOMPARE(first.code, 0);
    QCOMPARE(first.json().value("again"_L1), QJsonValue(false));
    const Answer second = paste({u"--json"_s, u"import"_s, u"lead"_s, u"-"_s}, lead);
    QCOMPARE(second.json().value("again"_L1), QJsonValue(true));
    QCOMPARE(second.json().value("lead"_L1), first.json().value("lead"_L1));
    QCOMPARE(count(u"lead"_s), 1);
    QCOMPARE(count(u"touchpoint"_s), 2);
}

void TestCliImportModes::pastedTable_isAFile() {
    const Answer answer =
        paste({u"--json"_s, u"import"_s, u"account"_s, u"-"_s}, "name\tsector\nAcme\tsteel\n");
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json().value("created"_L1).toObject(), QJsonObject({{u"account"_s, 1}}));
}

void TestCliImportModes::rejects_areListedExportedAndTriedAgain() {
    const QString csv = m_cli->file(
        u"c.csv"_s, "name,email\nZhou,z@x.cn\nLi,no address\nWu,nor here\nA,a@x.cn\nB,b@x.cn\n"
                    "C,c@x.cn\nD,d@x.cn\nE,e@x.cn\nF,f@x.cn\nG,g@x.cn\nH,h@x.cn\n");
    const qint64 job = m_cli->json({u"import"_s, u"contact"_s, csv}).value("job"_L1).toInteger();
    const QString number = QString::number(job);
    const QJsonObject listed =
        m_cli->json({u"rejects"_s, u"list"_s}).value("jobs"_L1).toArray().at(0).toObject();
    QCOMPARE(listed.value("job"_L1).toInteger(), job);
    QCOMPARE(listed.value("rejected"_L1).toInteger(), 2);
    const QString out = m_cli->path(u"out.csv"_s);
    QCOMPARE(m_cli->run({u"rejects"_s, u"export"_s, number, out}).code, 0);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray mended = file.readAll().replace("Li,no address", "Li,li@x.cn");
    const QJsonObject report =
        m_cli->json({u"rejects"_s, u"retry"_s, number, m_cli->file(u"mended.csv"_s, mended)});
    QCOMPARE(report.value("created"_L1).toObject(), QJsonObject({{u"contact"_s, 1}}));
    QCOMPARE(report.value("rejected"_L1).toInteger(), 1);
    const QJsonArray left = m_cli->json({u"rejects"_s, u"list"_s}).value("jobs"_L1).toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0).toObject().value("rejected"_L1).toInteger(), 1);
    QCOMPARE(m_cli->run({u"rejects"_s, u"export"_s, u"99"_s, out}).code, 1);
    QCOMPARE(m_cli->run({u"rejects"_s, u"export"_s, u"x"_s, out}).code, 2);
    QCOMPARE(m_cli
                 ->run({u"rejects"_s, u"export"_s, number,
                        m_cli->workspace() + u"/workspace.dealwright"_s})
                 .code,
             2);
}

void TestCliImportModes::interrupt_takesAllBack() {
#ifdef Q_OS_UNIX
    QByteArray csv = "name\n";
    for (int i = 0; i < 60'000; ++i)
        csv += "Tag " + QByteArray::number(i) + '\n';
    const QString file = m_cli->file(u"t.csv"_s, csv);
    const auto process =
        m_cli->start({u"--workspace"_s, m_cli->workspace(), u"import"_s, u"tag"_s, file});
    QVERIFY(process->waitForStarted());
    // Somewhere between reading and applying.
    QTest::qWait(400);
    process->terminate();
    const Answer answer = CliProgram::finish(*process);
    if (answer.code == 0)
        QSKIP("the import was faster than the interrupt");
    QCOMPARE(answer.code, 1);
    QCOMPARE(count(u"tag"_s), 0);
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
#else
    QSKIP("this system has no such signals");
#endif
}

} // namespace dw::test

using dw::test::TestCliImportModes;
DW_TEST(TestCliImportModes)

#include "tst_cliimportmodes.moc"
