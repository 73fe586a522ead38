// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestCliSearch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void search_hasTheDocumentedForm();
    void search_asText_isATable();
    void search_thatFindsNothing_saysSo();
    void search_takesLimitAndEntities();
    void search_misused_exitsTwo_data();
    void search_misused_exitsTwo();
    void rebuild_answers();

private:
    CliProgram m_cli;
};

void TestCliSearch::initTestCase() {
    QCOMPARE(m_cli.run({u"init"_s, u"--name"_s, u"Li"_s}).code, 0);
    QVERIFY(
        !m_cli.create({u"contact"_s, u"name=曾国强"_s, u"phone=+86 138-0013-8000"_s}).isEmpty());
    QVERIFY(!m_cli.create({u"account"_s, u"name=Northwind Traders"_s}).isEmpty());
    QVERIFY(!m_cli.create({u"account"_s, u"name=Northern Lights"_s}).isEmpty());
}

void TestCliSearch::search_hasTheDocumentedForm() {
    const QJsonObject answer = m_cli.json({u"search"_s, u"8000"_s, u"zeng"_s});
    QCOMPARE(answer.value("complete"_L1), QJsonValue(true));
    const QJsonArray hits = answer.value("hits"_L1).toArray();
    QCOMPARE(hits.size(), 1);
    QJsonObject hit = hits.first().toObject();
    QVERIFY(!hit.take("id"_L1).toString().isEmpty());
    QVERIFY(hit.take("short_id"_L1).toString().startsWith(u"C-"_s));
    QVERIFY(hit.take("rank"_L1).isDouble());
    const QJsonObject expected{{u"entity"_s, u"contact"_s},
                               {u"title"_s, u"曾国强"_s},
                               {u"field"_s, u"phone"_s},
                               {u"text"_s, u"+86 138-0013-8000"_s}};
    QCOMPARE(hit, expected);
}

void TestCliSearch::search_asText_isATable() {
    const Answer answer = m_cli.run({u"search"_s, u"zgq"_s});
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.out.contains(u"曾国强"_s), qPrintable(answer.out));
    QVERIFY2(answer.out.contains(u"Contact"_s), qPrintable(answer.out));
    QCOMPARE(answer.err, QString());
}

void TestCliSearch::search_thatFindsNothing_saysSo() {
    QCOMPARE(m_cli.run({u"search"_s, u"unicorn"_s}).out.trimmed(), u"Nothing was found."_s);
    QCOMPARE(m_cli.json({u"search"_s, u"unicorn"_s}).value("hits"_L1), QJsonValue(QJsonArray()));
}

void TestCliSearch::search_takesLimitAndEntities() {
    const auto count = [&](const QStringList &words) {
        return m_cli.json(words).value("hits"_L1).toArray().size();
    };
    QCOMPARE(count({u"search"_s, u"north"_s}), 2);
    QCOMPARE(count({u"search"_s, u"north"_s, u"--limit"_s, u"1"_s}), 1);
    QCOMPARE(count({u"search"_s, u"north"_s, u"--in"_s, u"contacts,deal"_s}), 0);
    QCOMPARE(count({u"search"_s, u"north"_s, u"--in"_s, u"accounts"_s}), 2);
}

void TestCliSearch::search_misused_exitsTwo_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no text") << QStringList{u"search"_s};
    QTest::newRow("limit of none") << QStringList{u"search"_s, u"x"_s, u"--limit"_s, u"0"_s};
    QTest::newRow("limit too high") << QStringList{u"search"_s, u"x"_s, u"--limit"_s, u"1001"_s};
    QTest::newRow("unknown entity") << QStringList{u"search"_s, u"x"_s, u"--in"_s, u"unicorns"_s};
}

void TestCliSearch::search_misused_exitsTwo() {
    QFETCH(const QStringList, words);
    QCOMPARE(m_cli.run(words).code, 2);
}

void TestCliSearch::rebuild_answers() {
    QCOMPARE(m_cli.json({u"rebuild-search"_s}), (QJsonObject{{u"rebuilt"_s, true}}));
    QCOMPARE(m_cli.run({u"rebuild-search"_s}).out.trimmed(),
             u"The search tables were made anew."_s);
    QCOMPARE(m_cli.run({u"check"_s}).code, 0);
    QVERIFY(m_cli.run({u"search"_s, u"zeng"_s}).out.contains(u"曾国强"_s));
}

} // namespace dw::test

using dw::test::TestCliSearch;
DW_TEST(TestCliSearch)

#include "tst_clisearch.moc"
