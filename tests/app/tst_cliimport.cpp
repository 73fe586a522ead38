// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Files into a workspace: plain CSV with a mapping, and the preset.
class TestCliImport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void import_bringsRowsIn_andIsUndoneAsOne();
    void import_withRejects_exitsZeroAndKeepsThem();
    void import_withAMapping_takesOtherHeaders();
    void dryRun_writesNothing();
    void import_failures_data();
    void import_failures();
    void preset_makesAWorkspace();
    void preset_fillsAnEmptyWorkspace_andNoOther();
    void preset_withoutItsFiles_exitsOne();

private:
    qint64 count(const QString &entity) const {
        return m_cli->json({u"stats"_s}).value("rows"_L1).toObject().value(entity).toInteger(-1);
    }
    std::unique_ptr<CliProgram> m_cli;
};

void TestCliImport::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli->run({u"init"_s, u"--currency"_s, u"CNY"_s}).code, 0);
}

void TestCliImport::import_bringsRowsIn_andIsUndoneAsOne() {
    const QString first = m_cli->file(
        u"a.csv"_s, "name,sector,Annual revenue\nAcme,steel,CNY 5\n\"苏州, 同创\",汽配,CNY 7\n");
    const QString second = m_cli->file(u"b.csv"_s, "名称,行业\nBeta,cars\n");
    const QJsonObject report = m_cli->json({u"import"_s, u"accounts"_s, first, second});
    QCOMPARE(report.value("created"_L1).toObject(), QJsonObject({{u"account"_s, 3}}));
    QCOMPARE(report.value("read"_L1).toInteger(), 3);
    QCOMPARE(report.value("rejected"_L1).toInteger(-1), 0);
    QCOMPARE(report.value("dry_run"_L1), QJsonValue(false));
    QCOMPARE(report.value("sums"_L1).toArray().at(0).toObject(),
             (QJsonObject{{u"amount"_s, u"12.00"_s},
                          {u"currency"_s, u"CNY"_s},
                          {u"entity"_s, u"account"_s},
                          {u"field"_s, u"revenue"_s},
                          {u"rows"_s, 2}}));
    QVERIFY(report.value("set"_L1).toInteger() > 0);
    QCOMPARE(
        m_cli->rows({u"list"_s, u"account"_s, u"--where"_s, u"name = \"苏州, 同创\""_s}).size(), 1);
    QCOMPARE(m_cli->run({u"undo"_s}).code, 0);
    QCOMPARE(count(u"account"_s), 0);
    QCOMPARE(m_cli->run({u"redo"_s}).code, 0);
    QCOMPARE(count(u"account"_s), 3);
}

void TestCliImport::import_withRejects_exitsZeroAndKeepsThem() {
    const QString csv = m_cli->file(
        u"contacts.csv"_s,
        "name,email,shoe size\nZhou,zhou@example.cn,43\n,nobody@example.cn,1\nLi,no address,2\n");
    const QString out = m_cli->path(u"rejects.csv"_s);
    const Answer text = m_cli->run({u"import"_s, u"contact"_s, csv, u"--rejects"_s, out});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.startsWith(u"Read 3 rows, rejected 2;"_s), qPrintable(text.out));
    QVERIFY2(text.out.contains(u"contacts.csv, line 3: "_s) && text.out.contains(u"shoe size"_s),
             qPrintable(text.out));
    QFile rejects(out);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    const QString kept = QString::fromUtf8(rejects.readAll());
    QVERIFY2(kept.contains(u"nobody@example.cn"_s) && kept.contains(u"no address"_s)
                 && !kept.contains(u"zhou@"_s),
             qPrintable(kept));
    const QJsonObject json = m_cli->json({u"import"_s, u"contact"_s, csv});
    const QJsonObject reject = json.value("rejects"_L1).toArray().at(0).toObject();
    QCOMPARE(reject.keys(), (QStringList{u"cells"_s, u"file"_s, u"line"_s, u"reasons"_s}));
    QCOMPARE(reject.value("line"_L1).toInteger(), 3);
    QCOMPARE(reject.value("reasons"_L1).toArray().at(0).toObject().value("id"_L1).toString(),
             u"valid.required"_s);
    QCOMPARE(json.value("headers_not_used"_L1).toArray(), QJsonArray{u"shoe size"_s});
    // The second time the row was there already.
    QCOMPARE(json.value("unchanged"_L1).toObject(), QJsonObject({{u"contact"_s, 1}}));
    QCOMPARE(count(u"contact"_s), 1);
}

void TestCliImport::import_withAMapping_takesOtherHeaders() {
    const QString csv = m_cli->file(u"deals.csv"_s, "Vorgang,Summe\nEins,500000\nZwei,7.5\n");
    const QString map = m_cli->file(
        u"map.json"_s,
        R"({"columns": {"Vorgang": "name", "Summe": "amount"}, "currency": "EUR", "defaults": {"source": "fair"}})");
    QCOMPARE(m_cli->run({u"import"_s, u"deal"_s, csv, u"--map"_s, map}).code, 0);
    const QJsonObject deal =
        m_cli->rows({u"list"_s, u"deal"_s, u"--sort"_s, u"name"_s}).at(0).toObject();
    QCOMPARE(deal.value("name"_L1).toString(), u"Eins"_s);
    QCOMPARE(deal.value("amount"_L1).toObject(),
             (QJsonObject{{u"amount"_s, u"500000.00"_s}, {u"currency"_s, u"EUR"_s}}));
    QCOMPARE(deal.value("source"_L1).toString(), u"fair"_s);
}

void TestCliImport::dryRun_writesNothing() {
    const QString csv = m_cli->file(u"a.csv"_s, "name\nAcme\n\"\"\nBeta\n");
    const QJsonObject report = m_cli->json({u"import"_s, u"account"_s, csv, u"--dry-run"_s});
    QCOMPARE(report.value("dry_run"_L1), QJsonValue(true));
    QCOMPARE(report.value("created"_L1).toObject(), QJsonObject({{u"account"_s, 2}}));
    QCOMPARE(report.value("set"_L1).toInteger(-1), 0);
    QCOMPARE(count(u"account"_s), 0);
    const QString text = m_cli->run({u"import"_s, u"account"_s, csv, u"--dry-run"_s}).out;
    QVERIFY2(text.contains(u"Nothing was written"_s) && text.contains(u"Accounts: 2"_s),
             qPrintable(text));
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliImport::import_failures_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    QTest::newRow("no file") << QStringList{u"account"_s, u"missing.csv"_s} << u"import.no_file"_s;
    QTest::newRow("one of two is missing")
        << QStringList{u"account"_s, u"good.csv"_s, u"missing.csv"_s} << u"import.no_file"_s;
    QTest::newRow("no map") << QStringList{u"account"_s, u"good.csv"_s, u"--map"_s,
                                           u"missing.json"_s}
                            << u"import.no_file"_s;
    QTest::newRow("map that is none")
        << QStringList{u"account"_s, u"good.csv"_s, u"--map"_s, u"good.csv"_s}
        << u"import.map_not_json"_s;
    QTest::newRow("map of an unknown field")
        << QStringList{u"account"_s, u"good.csv"_s, u"--map"_s, u"map.json"_s}
        << u"import.unknown_field"_s;
    QTest::newRow("no text") << QStringList{u"account"_s, u"binary.csv"_s} << QString();
    QTest::newRow("empty") << QStringList{u"account"_s, u"empty.csv"_s} << u"import.empty_file"_s;
    QTest::newRow("nothing fits") << QStringList{u"account"_s, u"other.csv"_s}
                                  << u"import.no_columns"_s;
    QTest::newRow("rejects cannot be written")
        << QStringList{u"account"_s, u"bad.csv"_s, u"--rejects"_s, u"no/such/folder.csv"_s}
        << u"import.rejects_unwritable"_s;
}

void TestCliImport::import_failures() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, id);
    m_cli->file(u"good.csv"_s, "name\nAcme\n");
    m_cli->file(u"bad.csv"_s, "name,sector\n,steel\n");
    m_cli->file(u"other.csv"_s, "x,y\n1,2\n");
    m_cli->file(u"empty.csv"_s, "");
    m_cli->file(u"map.json"_s, R"({"columns": {"name": "nope"}})");
    m_cli->file(u"binary.csv"_s, QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16));
    const Answer answer = m_cli->run(QStringList{u"--json"_s, u"import"_s} + words);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.out, QString());
    if (!id.isEmpty())
        QCOMPARE(answer.errorId(), id);
    QVERIFY(!answer.errorId().isEmpty());
    QCOMPARE(count(u"account"_s), 0);
}

void TestCliImport::preset_makesAWorkspace() {
    const CliProgram cli;
    const Answer answer =
        cli.run({u"--json"_s, u"import"_s, u"--preset"_s, u"maven"_s, sampleFolder()});
    QCOMPARE(answer.code, 0);
    const QJsonObject created = answer.json().value("created"_L1).toObject();
    QCOMPARE(created.value("deal"_L1).toInteger(), 500);
    QCOMPARE(created.value("account"_L1).toInteger(), 30);
    const QJsonObject rows = cli.json({u"stats"_s}).value("rows"_L1).toObject();
    QCOMPARE(rows.value("deal"_L1).toInteger(), 500);
    QCOMPARE(cli.run({u"check"_s}).code, 0);
    // The whole set is undone as one.
    QCOMPARE(cli.run({u"undo"_s}).code, 0);
    QCOMPARE(cli.json({u"stats"_s}).value("rows"_L1).toObject().value("deal"_L1).toInteger(-1), 0);
    QCOMPARE(cli.run({u"check"_s}).code, 0);
}

void TestCliImport::preset_fillsAnEmptyWorkspace_andNoOther() {
    QCOMPARE(m_cli->run({u"import"_s, u"--preset"_s, u"maven"_s, sampleFolder()}).code, 0);
    const Answer again =
        m_cli->run({u"--json"_s, u"import"_s, u"--preset"_s, u"maven"_s, sampleFolder()});
    QCOMPARE(again.code, 1);
    QCOMPARE(again.errorId(), u"import.not_empty"_s);
    QCOMPARE(count(u"deal"_s), 500);
}

void TestCliImport::preset_withoutItsFiles_exitsOne() {
    const Answer answer = m_cli->run(
        {u"--json"_s, u"import"_s, u"--preset"_s, u"maven"_s, m_cli->path(u"nowhere"_s)});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.errorId(), u"import.no_file"_s);
}

} // namespace dw::test

using dw::test::TestCliImport;
DW_TEST(TestCliImport)

#include "tst_cliimport.moc"
