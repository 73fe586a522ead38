// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#ifdef Q_OS_LINUX
#    include <sys/mount.h>
#    include <sys/stat.h>
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace dw::test {

/// Where rejected rows go: none of them is ever lost, and no file that matters is overwritten.
class TestCliRejects : public QObject {
    Q_OBJECT

private slots:
    void init();
    void rejects_comeBackMended();
    void rejects_overAnInput_areRefused_data();
    void rejects_overAnInput_areRefused();
    void rejects_onADevice_areRefused();
    void rejects_onAFullDisk_tellWhatCameIn();
    void rejectedRows_areListed();
    void preset_thatCannotBeRead_makesNoWorkspace_data();
    void preset_thatCannotBeRead_makesNoWorkspace();
    void preset_dryRun_makesNothing();
    void preset_dryRun_inAWorkspace_rollsBack();

private:
    qint64 count(const QString &entity) const {
        return m_cli->json({u"stats"_s}).value("rows"_L1).toObject().value(entity).toInteger(-1);
    }
    static QByteArray contentOf(const QString &path);
    std::unique_ptr<CliProgram> m_cli;
};

QByteArray TestCliRejects::contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCliRejects::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli->run({u"init"_s, u"--currency"_s, u"CNY"_s}).code, 0);
}

void TestCliRejects::rejects_comeBackMended() {
    const QString csv = m_cli->file(
        u"deals.csv"_s, "name,amount,forecast_call\nOne,much,maybe\nTwo,CNY 5,commit\n");
    const QString out = m_cli->path(u"rejects.csv"_s);
    QCOMPARE(m_cli->run({u"import"_s, u"deal"_s, csv, u"--rejects"_s, out}).code, 0);
    QByteArray mended = contentOf(out);
    QVERIFY2(mended.contains("rejected: reason"), mended.constData());
    const QString again =
        m_cli->file(u"mended.csv"_s, mended.replace("One,much,maybe", "One,CNY 7,commit"));
    // Over the file that it came from, which is none of the inputs any more.
    const QJsonObject report = m_cli->json({u"import"_s, u"deal"_s, again, u"--rejects"_s, out});
    QCOMPARE(report.value("created"_L1).toObject(), QJsonObject({{u"deal"_s, 1}}));
    QCOMPARE(report.value("rejected"_L1).toInteger(-1), 0);
    QCOMPARE(report.value("headers_not_used"_L1).toArray(), QJsonArray());
    const QJsonArray rows = m_cli->rows({u"list"_s, u"deal"_s, u"--where"_s, u"name = \"One\""_s});
    QCOMPARE(rows.at(0).toObject().value("reason"_L1), QJsonValue(QJsonValue::Null));
}

void TestCliRejects::rejects_overAnInput_areRefused_data() {
    QTest::addColumn<QString>("out");
    QTest::newRow("input") << u"bad.csv"_s;
    QTest::newRow("input by another way") << u"w/../bad.csv"_s;
    QTest::newRow("mapping") << u"map.json"_s;
    QTest::newRow("database") << u"w/workspace.dealwright"_s;
    QTest::newRow("log of the database") << u"w/workspace.dealwright-wal"_s;
    QTest::newRow("lock") << u"w/workspace.lock"_s;
    QTest::newRow("folder") << u"w"_s;
}

void TestCliRejects::rejects_overAnInput_areRefused() {
    QFETCH(const QString, out);
    m_cli->file(u"bad.csv"_s, "name,sector\nAcme,\n,steel\n");
    m_cli->file(u"map.json"_s, R"({"columns": {"name": "name"}})");
    const QByteArray before = contentOf(m_cli->path(out));
    const Answer answer = m_cli->run({u"--json"_s, u"import"_s, u"account"_s, u"bad.csv"_s,
                                      u"--map"_s, u"map.json"_s, u"--rejects"_s, out});
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.out, QString());
    QCOMPARE(answer.errorId(),
             out == u"w"_s ? u"import.rejects_not_a_file"_s : u"import.rejects_is_input"_s);
    QCOMPARE(contentOf(m_cli->path(out)), before);
    QCOMPARE(count(u"account"_s), 0);
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliRejects::rejects_onADevice_areRefused() {
#ifdef Q_OS_LINUX
    const QString csv = m_cli->file(u"bad.csv"_s, "name,sector\n,steel\n");
    for (const QString &target : {u"/dev/full"_s, u"/dev/null"_s, u"/dev/stdout"_s}) {
        struct stat before = {};
        struct stat after = {};
        QCOMPARE(lstat(qPrintable(target), &before), 0);
        const Answer answer =
            m_cli->run({u"--json"_s, u"import"_s, u"account"_s, csv, u"--rejects"_s, target});
        QCOMPARE(answer.code, 2);
        QCOMPARE(answer.errorId(), u"import.rejects_not_a_file"_s);
        QCOMPARE(lstat(qPrintable(target), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
    }
    QVERIFY(m_cli->rows({u"list"_s, u"rejected-rows"_s}).isEmpty());
#else
    QSKIP("this system has no such devices");
#endif
}

void TestCliRejects::rejects_onAFullDisk_tellWhatCameIn() {
#ifdef Q_OS_LINUX
    const QString place = m_cli->path(u"small"_s);
    QVERIFY(QDir().mkpath(place));
    if (geteuid() != 0 || mount("tmpfs", qPrintable(place), "tmpfs", 0, "size=64k") != 0)
        QSKIP("only root can make a small disk");
    QByteArray csv = "name,sector\nAcme,steel\n";
    for (int i = 0; i < 50; ++i)
        csv += ",\"" + QByteArray(4000, 'x') + "\"\n";
    const QString file = m_cli->file(u"bad.csv"_s, csv);
    const QString out = place + u"/rejects.csv"_s;
    const Answer answer =
        m_cli->run({u"--json"_s, u"import"_s, u"account"_s, file, u"--rejects"_s, out});
    const Answer dry = m_cli->run(
        {u"--json"_s, u"import"_s, u"account"_s, file, u"--rejects"_s, out, u"--dry-run"_s});
    const QStringList left = QDir(place).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(umount(qPrintable(place)), 0);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.out, QString());
    QCOMPARE(answer.errorId(), u"import.rejects_not_written"_s);
    QCOMPARE(answer.errorJson().value("kind"_L1).toString(), u"full"_s);
    const QJsonObject args = answer.errorJson().value("args"_L1).toObject();
    QCOMPARE(args.value("count"_L1).toString(), u"50"_s);
    QCOMPARE(args.value("read"_L1).toString(), u"51"_s);
    const QString set = args.value("set"_L1).toString();
    QVERIFY(answer.errorJson().value("text"_L1).toString().contains(u"list rejected-rows --set "_s
                                                                    + set));
    QCOMPARE(left, QStringList());
    QCOMPARE(dry.errorId(), u"import.rejects_of_dry_run_not_written"_s);
    QCOMPARE(count(u"account"_s), 1);
    QCOMPARE(m_cli->rows({u"list"_s, u"rejected-rows"_s, u"--set"_s, set}).size(), 50);
    QCOMPARE(m_cli->run({u"undo"_s, set}).code, 0);
    QCOMPARE(count(u"account"_s), 0);
#else
    QSKIP("no small disk can be made here");
#endif
}

void TestCliRejects::rejectedRows_areListed() {
    const QString csv = m_cli->file(u"c.csv"_s, "name,email\nZhou,\n,a@b.cn\nLi,no address\n");
    const qint64 set = m_cli->json({u"import"_s, u"contact"_s, csv}).value("set"_L1).toInteger();
    const QString none = m_cli->file(u"none.csv"_s, "name,email\n,c@d.cn\n");
    QCOMPARE(m_cli->run({u"import"_s, u"contact"_s, none}).code, 0);
    const QJsonArray all = m_cli->rows({u"list"_s, u"rejected_row"_s});
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).toObject().value("set"_L1).toInteger(-1), 0);
    QCOMPARE(all.at(0).toObject().value("entity"_L1), QJsonValue(QJsonValue::Null));
    const QJsonObject row = all.at(1).toObject();
    QCOMPARE(row.keys(),
             (QStringList{u"cells"_s, u"entity"_s, u"file"_s, u"line"_s, u"reasons"_s, u"set"_s}));
    QCOMPARE(row.value("set"_L1).toInteger(), set);
    QCOMPARE(row.value("entity"_L1).toString(), u"contact"_s);
    QCOMPARE(row.value("file"_L1).toString(), u"c.csv"_s);
    QCOMPARE(row.value("line"_L1).toInteger(), 3);
    QCOMPARE(row.value("cells"_L1).toArray(), (QJsonArray{u""_s, u"a@b.cn"_s}));
    QCOMPARE(row.value("reasons"_L1).toArray().at(0).toObject().value("id"_L1).toString(),
             u"valid.required"_s);
    QCOMPARE(m_cli->rows({u"list"_s, u"rejected-rows"_s, u"--set"_s, u"0"_s}).size(), 1);
    QCOMPARE(m_cli->rows({u"list"_s, u"rejected-rows"_s, u"--limit"_s, u"2"_s}).size(), 2);
    const QString text = m_cli->run({u"list"_s, u"rejected-rows"_s}).out;
    QVERIFY2(text.contains(u"no address"_s) && text.contains(u"c.csv"_s), qPrintable(text));
}

void TestCliRejects::preset_thatCannotBeRead_makesNoWorkspace_data() {
    QTest::addColumn<QString>("folder");
    QTest::newRow("no folder") << u"nowhere"_s;
    QTest::newRow("no files") << u"empty"_s;
    QTest::newRow("files of another form") << u"other"_s;
}

void TestCliRejects::preset_thatCannotBeRead_makesNoWorkspace() {
    QFETCH(const QString, folder);
    const CliProgram cli;
    QVERIFY(QDir().mkpath(cli.path(u"empty"_s)) && QDir().mkpath(cli.path(u"other"_s)));
    for (const QString &name :
         {u"accounts"_s, u"products"_s, u"sales_teams"_s, u"sales_pipeline"_s})
        cli.file(u"other/"_s + name + u".csv"_s, "a,b\n1,2\n");
    const Answer answer =
        cli.run({u"--json"_s, u"import"_s, u"--preset"_s, u"maven"_s, cli.path(folder)});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.errorId().startsWith(u"import."_s));
    QVERIFY(!QFile::exists(cli.workspace()));
}

void TestCliRejects::preset_dryRun_makesNothing() {
    const CliProgram cli;
    const QJsonObject report =
        cli.json({u"import"_s, u"--preset"_s, u"maven"_s, sampleFolder(), u"--dry-run"_s});
    QCOMPARE(report.value("dry_run"_L1), QJsonValue(true));
    QCOMPARE(report.value("set"_L1).toInteger(-1), 0);
    QCOMPARE(report.value("created"_L1).toObject().value("deal"_L1).toInteger(), 500);
    QVERIFY(!QFile::exists(cli.workspace()));
}

void TestCliRejects::preset_dryRun_inAWorkspace_rollsBack() {
    const QJsonObject dry =
        m_cli->json({u"import"_s, u"--preset"_s, u"maven"_s, sampleFolder(), u"--dry-run"_s});
    QCOMPARE(dry.value("created"_L1).toObject().value("deal"_L1).toInteger(), 500);
    QCOMPARE(count(u"deal"_s), 0);
    const QJsonObject done = m_cli->json({u"import"_s, u"--preset"_s, u"maven"_s, sampleFolder()});
    for (const QString &member : {u"created"_s, u"read"_s, u"rejected"_s, u"notes"_s})
        QCOMPARE(dry.value(member), done.value(member));
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

} // namespace dw::test

using dw::test::TestCliRejects;
DW_TEST(TestCliRejects)

#include "tst_clirejects.moc"
