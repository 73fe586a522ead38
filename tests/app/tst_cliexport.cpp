// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// export, backup, restore and `import workspace`, as scripts call them.
class TestCliExport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void list_isWrittenByItsExtension();
    void list_takesConditionColumnsAndOrder();
    void list_inChineseAndGb18030();
    void wrongCalls_areMisuse_data();
    void wrongCalls_areMisuse();
    void failures_areFailures_data();
    void failures_areFailures();
    void condition_thatIsWrong_isPointedAt();
    void workspace_goesOutAndComesBack_data();
    void workspace_goesOutAndComesBack();
    void workspace_comesBackOnlyWhereNothingIs();
    void backup_intoTheWorkspace_isListed();
    void backup_elsewhere_isRestored_data();
    void backup_elsewhere_isRestored();
    void backup_worksBesideAWriter();
    void restore_waitsForNoOne_whoWrites();
    void interrupt_leavesNothing();

private:
    [[nodiscard]] QByteArray content(const QString &name) const {
        QFile file(m_cli->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    [[nodiscard]] QStringList there() const {
        return QDir(m_cli->path({})).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }
    std::unique_ptr<CliProgram> m_cli;
};

void TestCliExport::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli->run({u"init"_s, u"--name"_s, u"Li Na"_s}).code, 0);
    (void)m_cli->create({u"account"_s, u"name=苏州"_s});
    (void)m_cli->create(
        {u"deal"_s, u"name=Cold chain"_s, u"amount=CNY 500000"_s, u"account=苏州"_s});
    (void)m_cli->create({u"deal"_s, u"name==1+1"_s, u"amount=USD 5"_s});
}

void TestCliExport::list_isWrittenByItsExtension() {
    const QString csv = m_cli->path(u"out.csv"_s);
    const QJsonObject json =
        m_cli->json({u"export"_s, u"deals"_s, csv, u"--columns"_s, u"name,amount,account"_s});
    QCOMPARE(json.value(u"rows"_s).toInt(), 2);
    QCOMPARE(json.value(u"file"_s).toString(), csv);
    QCOMPARE(json.value(u"bytes"_s).toInt(), content(u"out.csv"_s).size());
    QCOMPARE(content(u"out.csv"_s),
             QByteArray("\xef\xbb\xbf"
                        "Name,Amount,Account\r\nCold chain,CNY 500000.00,苏州\r\n"
                        "'=1+1,USD 5.00,\r\n"));
    const QString xlsx = m_cli->path(u"out.xlsx"_s);
    const Answer answer = m_cli->run({u"export"_s, u"deals"_s, xlsx});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.out, u"Wrote 2 rows to %1.\n"_s.arg(xlsx));
    QVERIFY(content(u"out.xlsx"_s).startsWith("PK"));
    QCOMPARE(there(), (QStringList{u"out.csv"_s, u"out.xlsx"_s, u"w"_s}));
}

void TestCliExport::list_takesConditionColumnsAndOrder() {
    const QString csv = m_cli->path(u"out.csv"_s);
    QCOMPARE(m_cli
                 ->run({u"export"_s, u"deal"_s, csv, u"--columns"_s, u"name"_s, u"--sort"_s,
                        u"-name"_s, u"--encoding"_s, u"utf-8"_s, u"--keys"_s, u"--raw"_s})
                 .code,
             0);
    QCOMPARE(content(u"out.csv"_s), QByteArray("name\r\nCold chain\r\n=1+1\r\n"));
    QCOMPARE(
        m_cli
            ->run({u"export"_s, u"deal"_s, csv, u"--columns"_s, u"name,amount"_s, u"--where"_s,
                   u"amount > CNY 1"_s, u"--separator"_s, u"tab"_s, u"--encoding"_s, u"utf-8"_s})
            .code,
        0);
    QCOMPARE(content(u"out.csv"_s), QByteArray("Name\tAmount\r\nCold chain\tCNY 500000.00\r\n"));
}

void TestCliExport::list_inChineseAndGb18030() {
    const QString csv = m_cli->path(u"out.csv"_s);
    QCOMPARE(
        m_cli
            ->bare({u"--workspace"_s, m_cli->workspace(), u"--lang"_s, u"zh"_s, u"export"_s,
                    u"accounts"_s, csv, u"--columns"_s, u"name"_s, u"--encoding"_s, u"GB18030"_s})
            .code,
        0);
    QVERIFY(content(u"out.csv"_s).endsWith("\r\n\xcb\xd5\xd6\xdd\r\n"));
}

void TestCliExport::wrongCalls_areMisuse_data() {
    QTest::addColumn<QStringList>("words"); // "%": the folder.
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QStringList &words, const QString &id) {
        QTest::newRow(name) << words << id;
    };
    row("no place", {u"export"_s, u"deals"_s}, u"cli.missing_words"_s);
    row("no format", {u"export"_s, u"deals"_s, u"%/out"_s}, u"export.unknown_format"_s);
    row("no entity", {u"export"_s, u"invoices"_s, u"%/out.csv"_s}, u"catalog.unknown_entity"_s);
    row("encoding", {u"export"_s, u"deals"_s, u"%/out.csv"_s, u"--encoding"_s, u"latin1"_s},
        u"export.unknown_encoding"_s);
    row("separator", {u"export"_s, u"deals"_s, u"%/out.csv"_s, u"--separator"_s, u"x"_s},
        u"export.unknown_separator"_s);
    row("encoding of a workbook",
        {u"export"_s, u"deals"_s, u"%/out.xlsx"_s, u"--encoding"_s, u"utf-8"_s},
        u"cli.option_not_here"_s);
    row("condition on the whole", {u"export"_s, u"workspace"_s, u"%/out"_s, u"--where"_s, u"x"_s},
        u"cli.option_not_here"_s);
    row("the database", {u"export"_s, u"deals"_s, u"%/w/workspace.dealwright.csv"_s},
        u"export.own_file"_s);
    row("a folder that is taken", {u"export"_s, u"workspace"_s, u"%"_s}, u"export.folder_taken"_s);
    row("backup of no form", {u"backup"_s, u"%/out"_s}, u"backup.unknown_format"_s);
    row("backup and list", {u"backup"_s, u"%/out.zip"_s, u"--list"_s}, u"cli.too_many_words"_s);
    row("restore of nothing", {u"restore"_s}, u"cli.missing_words"_s);
    row("import of nothing", {u"import"_s, u"workspace"_s}, u"cli.missing_words"_s);
    row("import of two", {u"import"_s, u"workspace"_s, u"a"_s, u"b"_s}, u"cli.too_many_words"_s);
    row("import with a map", {u"import"_s, u"workspace"_s, u"a"_s, u"--map"_s, u"m"_s},
        u"cli.option_not_here"_s);
}

void TestCliExport::wrongCalls_areMisuse() {
    QFETCH(QStringList, words);
    QFETCH(QString, id);
    words.replaceInStrings(u"%"_s, m_cli->path(u"."_s));
    const Answer answer = m_cli->run(words + QStringList{u"--json"_s});
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.errorId(), id);
    QCOMPARE(there(), QStringList{u"w"_s});
}

void TestCliExport::failures_areFailures_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QStringList &words, const QString &id) {
        QTest::newRow(name) << words << id;
    };
    row("no such folder", {u"export"_s, u"deals"_s, u"%/nowhere/out.csv"_s},
        u"export.unwritable"_s);
    row("no such backup", {u"restore"_s, u"%/out.dealwright"_s}, u"workspace.no_backup"_s);
    row("no such archive", {u"restore"_s, u"%/out.zip"_s}, u"import.no_file"_s);
    row("over a workspace", {u"import"_s, u"workspace"_s, u"%/x"_s}, u"workspace.exists"_s);
}

void TestCliExport::failures_areFailures() {
    QFETCH(QStringList, words);
    QFETCH(QString, id);
    words.replaceInStrings(u"%"_s, m_cli->path(u"."_s));
    const Answer answer = m_cli->run(words + QStringList{u"--json"_s});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.errorId(), id);
    QCOMPARE(there(), QStringList{u"w"_s});
    QCOMPARE(m_cli->rows({u"list"_s, u"deals"_s}).size(), 2);
}

void TestCliExport::condition_thatIsWrong_isPointedAt() {
    const Answer answer = m_cli->run(
        {u"export"_s, u"deals"_s, m_cli->path(u"out.csv"_s), u"--where"_s, u"amont > CNY 1"_s});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.err.contains(u"^"_s));
    QCOMPARE(there(), QStringList{u"w"_s});
}

void TestCliExport::workspace_goesOutAndComesBack_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << u"out"_s;
    QTest::newRow("archive") << u"out.zip"_s;
}

void TestCliExport::workspace_goesOutAndComesBack() {
    QFETCH(QString, name);
    const QString path = m_cli->path(name);
    const QJsonObject out = m_cli->json({u"export"_s, u"workspace"_s, path});
    QVERIFY(out.value(u"rows"_s).toInt() > 10);
    const QString copy = m_cli->path(u"copy"_s);
    const Answer back =
        m_cli->bare({u"--workspace"_s, copy, u"--json"_s, u"import"_s, u"workspace"_s, path});
    QCOMPARE(back.code, 0);
    QCOMPARE(back.json().value(u"rows"_s), out.value(u"rows"_s));
    const auto listed = [&](const QString &workspace, const QString &verb) {
        return m_cli->bare({u"--workspace"_s, workspace, u"--json"_s, verb, u"deals"_s}).out;
    };
    QCOMPARE(listed(copy, u"list"_s), listed(m_cli->workspace(), u"list"_s));
    const Answer check = m_cli->bare({u"--workspace"_s, copy, u"--json"_s, u"check"_s});
    QCOMPARE(check.code, 0);
    QCOMPARE(check.json().value(u"damaged"_s).toBool(true), false);
    // Out again it is the same, byte by byte.
    if (name == u"out"_s) {
        QCOMPARE(m_cli
                     ->bare({u"--workspace"_s, copy, u"export"_s, u"workspace"_s,
                             m_cli->path(u"again"_s)})
                     .code,
                 0);
        QCOMPARE(content(u"again/manifest.json"_s), content(u"out/manifest.json"_s));
    }
}

void TestCliExport::workspace_comesBackOnlyWhereNothingIs() {
    const QString path = m_cli->path(u"out.zip"_s);
    QCOMPARE(m_cli->run({u"export"_s, u"workspace"_s, path}).code, 0);
    const Answer over = m_cli->run({u"import"_s, u"workspace"_s, path});
    QCOMPARE(over.code, 1);
    QVERIFY(over.err.contains(u"There is a workspace"_s));
    QCOMPARE(m_cli->rows({u"list"_s, u"deals"_s}).size(), 2);
}

void TestCliExport::backup_intoTheWorkspace_isListed() {
    QVERIFY(m_cli->json({u"backup"_s, u"--list"_s}).value(u"backups"_s).toArray().isEmpty());
    const QJsonObject made = m_cli->json({u"backup"_s});
    const QJsonArray list = m_cli->json({u"backup"_s, u"--list"_s}).value(u"backups"_s).toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().toObject().value(u"file"_s), made.value(u"file"_s));
    QCOMPARE(list.first().toObject().value(u"kind"_s).toString(), u"manual"_s);
    QCOMPARE(list.first().toObject().value(u"bytes"_s), made.value(u"bytes"_s));
    const Answer text = m_cli->run({u"backup"_s, u"--list"_s});
    QVERIFY(text.out.contains(u"asked for"_s));
    // By its name alone.
    const QString name = list.first().toObject().value(u"name"_s).toString();
    (void)m_cli->create({u"deal"_s, u"name=Later"_s});
    const QJsonObject restored = m_cli->json({u"restore"_s, name});
    QVERIFY(QFile::exists(restored.value(u"kept"_s).toString()));
    QCOMPARE(m_cli->rows({u"list"_s, u"deals"_s}).size(), 2);
}

void TestCliExport::backup_elsewhere_isRestored_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("archive") << u"out.zip"_s;
    QTest::newRow("database") << u"out.dealwright"_s;
}

void TestCliExport::backup_elsewhere_isRestored() {
    QFETCH(QString, name);
    const QString path = m_cli->path(name);
    QCOMPARE(m_cli->run({u"backup"_s, path}).code, 0);
    (void)m_cli->create({u"deal"_s, u"name=Later"_s});
    const Answer answer = m_cli->run({u"restore"_s, path});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains(u"is kept as"_s));
    QCOMPARE(m_cli->rows({u"list"_s, u"deals"_s}).size(), 2);
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
    // Into a place where nothing is yet.
    const QString other = m_cli->path(u"other"_s);
    QCOMPARE(m_cli->bare({u"--workspace"_s, other, u"restore"_s, path}).code, 0);
    QCOMPARE(m_cli->bare({u"--workspace"_s, other, u"check"_s}).code, 0);
}

/// The lock is held while somebody writes; a backup and an export only read.
void TestCliExport::backup_worksBesideAWriter() {
    const auto lock = WorkspaceLock::take(WorkspacePaths::of(m_cli->workspace()));
    QVERIFY(lock);
    QCOMPARE(m_cli->run({u"backup"_s}).code, 0);
    QCOMPARE(m_cli->run({u"backup"_s, m_cli->path(u"out.zip"_s)}).code, 0);
    QCOMPARE(m_cli->run({u"export"_s, u"deals"_s, m_cli->path(u"out.csv"_s)}).code, 0);
    QCOMPARE(m_cli->run({u"export"_s, u"workspace"_s, m_cli->path(u"out"_s)}).code, 0);
}

void TestCliExport::restore_waitsForNoOne_whoWrites() {
    QCOMPARE(m_cli->run({u"backup"_s, m_cli->path(u"out.zip"_s)}).code, 0);
    const auto lock = WorkspaceLock::take(WorkspacePaths::of(m_cli->workspace()));
    QVERIFY(lock);
    const Answer answer = m_cli->run({u"--json"_s, u"restore"_s, m_cli->path(u"out.zip"_s)});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.errorId(), u"workspace.held"_s);
    QCOMPARE(m_cli->rows({u"list"_s, u"deals"_s}).size(), 2);
}

/// Whenever it comes: what is there afterwards is whole, or not there.
void TestCliExport::interrupt_leavesNothing() {
#ifdef Q_OS_UNIX
    const auto program = m_cli->start({u"--workspace"_s, m_cli->workspace(), u"export"_s,
                                       u"workspace"_s, m_cli->path(u"out.zip"_s)});
    QVERIFY(program->waitForStarted());
    program->terminate();
    const Answer answer = CliProgram::finish(*program);
    if (answer.code == 0)
        QCOMPARE(there(), (QStringList{u"out.zip"_s, u"w"_s}));
    else
        QCOMPARE(there(), QStringList{u"w"_s});
#else
    QSKIP("signals of Unix");
#endif
}

} // namespace dw::test

using dw::test::TestCliExport;
DW_TEST(TestCliExport)

#include "tst_cliexport.moc"
