// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The sample company from the command line.
class TestCliDemo : public QObject {
    Q_OBJECT

private slots:
    void init() { m_cli = std::make_unique<CliProgram>(); }
    void demo_makesAWorkspace_inTheLanguageAsked_data();
    void demo_makesAWorkspace_inTheLanguageAsked();
    void demo_fillsAnEmptyWorkspace_andNoOther();
    void demo_ofTheSameArguments_isTheSame();
    void wrongUsage_isRefused_andMakesNothing_data();
    void wrongUsage_isRefused_andMakesNothing();

private:
    std::unique_ptr<CliProgram> m_cli;
};

void TestCliDemo::demo_makesAWorkspace_inTheLanguageAsked_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("pipeline");
    QTest::addColumn<QString>("currency");
    QTest::newRow("en") << u"en"_s << u"New business"_s << u"USD"_s;
    QTest::newRow("zh") << u"zh"_s << u"新客户开发"_s << u"CNY"_s;
}

void TestCliDemo::demo_makesAWorkspace_inTheLanguageAsked() {
    QFETCH(const QString, language);
    QFETCH(const QString, pipeline);
    QFETCH(const QString, currency);
    const Answer made =
        m_cli->bare({u"--workspace"_s, m_cli->workspace(), u"--lang"_s, language, u"--now"_s,
                     u"2026-03-09T02:00:00Z"_s, u"--json"_s, u"demo"_s, u"--deals"_s, u"100"_s});
    QVERIFY2(made.code == 0, qPrintable(made.err));
    QCOMPARE(made.json().value("created"_L1).toObject().value("deal"_L1).toInteger(), 100);
    QVERIFY(made.json().value("job"_L1).toInteger() > 0);
    QCOMPARE(m_cli
                 ->rows({u"list"_s, u"pipelines"_s, u"--where"_s,
                         u"name = \"%1\" and active = true"_s.arg(pipeline)})
                 .size(),
             1);
    const QJsonArray deals =
        m_cli->rows({u"list"_s, u"deals"_s, u"--where"_s, u"amount > %1 0"_s.arg(currency)});
    QVERIFY2(deals.size() > 90, qPrintable(QString::number(deals.size())));
}

void TestCliDemo::demo_fillsAnEmptyWorkspace_andNoOther() {
    QCOMPARE(m_cli->run({u"init"_s}).code, 0);
    const Answer made = m_cli->run({u"demo"_s, u"--deals"_s, u"100"_s});
    QVERIFY2(made.code == 0, qPrintable(made.err));
    QVERIFY2(made.out.contains(u"100 deals"_s), qPrintable(made.out));
    const Answer again = m_cli->run({u"--json"_s, u"demo"_s});
    QCOMPARE(again.code, 1);
    QCOMPARE(again.errorId(), u"demo.not_empty"_s);
}

void TestCliDemo::demo_ofTheSameArguments_isTheSame() {
    const auto rowsOf = [&](const QString &folder) {
        const Answer made = m_cli->bare({u"--workspace"_s, folder, u"--lang"_s, u"en"_s, u"--now"_s,
                                         u"2026-03-09T02:00:00Z"_s, u"demo"_s, u"--deals"_s,
                                         u"120"_s, u"--seed"_s, u"5"_s});
        if (made.code != 0)
            return made.err;
        return m_cli
            ->bare({u"--workspace"_s, folder, u"--json"_s, u"list"_s, u"deals"_s, u"--columns"_s,
                    u"name,amount,expected_close,reason,source"_s, u"--sort"_s, u"name"_s})
            .out;
    };
    const QString first = rowsOf(m_cli->path(u"first"_s));
    QVERIFY2(first.size() > 5000, qPrintable(first));
    // Ids as people see them are the device's.
    static const QRegularExpression shortId(u"\"short_id\": ?\"[^\"]*\""_s);
    QCOMPARE(QString(first).remove(shortId), rowsOf(m_cli->path(u"second"_s)).remove(shortId));
}

void TestCliDemo::wrongUsage_isRefused_andMakesNothing_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("too few") << QStringList{u"--deals"_s, u"99"_s};
    QTest::newRow("too many") << QStringList{u"--deals"_s, u"1000001"_s};
    QTest::newRow("far too many") << QStringList{u"--deals"_s, u"99999999999999999999"_s};
    QTest::newRow("no number") << QStringList{u"--deals"_s, u"many"_s};
    QTest::newRow("negative seed") << QStringList{u"--seed"_s, u"-1"_s};
    QTest::newRow("a word") << QStringList{u"more"_s};
    QTest::newRow("long ago") << QStringList{u"--now"_s, u"1900-01-01"_s};
}

void TestCliDemo::wrongUsage_isRefused_andMakesNothing() {
    QFETCH(const QStringList, words);
    const Answer refused = m_cli->run(QStringList{u"demo"_s} + words);
    QCOMPARE(refused.code, 2);
    QVERIFY2(!refused.err.isEmpty(), qPrintable(refused.err));
    QVERIFY(!QFile::exists(m_cli->workspace()));
}

} // namespace dw::test

using dw::test::TestCliDemo;
DW_TEST(TestCliDemo)

#include "tst_clidemo.moc"
