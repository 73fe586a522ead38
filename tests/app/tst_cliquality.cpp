// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// How complete the records are, as the command line tells it.
class TestCliQuality : public QObject {
    Q_OBJECT

private slots:
    void init();
    void ofNothing_isNoFigure();
    void report_hasTheDocumentedForm();
    void groups_haveTheDocumentedForm();
    void worst_listsWhatIsMissing();
    void text_saysWhatItRestsOn();
    void settings_areTaken();
    void settings_thatCannotBe_areRefused();
    void misuse_data();
    void misuse();

private:
    QJsonObject report(const QString &entity, const QStringList &options = {}) const;
    std::unique_ptr<CliProgram> m_cli;
};

void TestCliQuality::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli->run({u"init"_s, u"--name"_s, u"Li Wanqing"_s, u"--zone"_s, u"UTC"_s}).code, 0);
}

QJsonObject TestCliQuality::report(const QString &entity, const QStringList &options) const {
    const QJsonArray entities =
        m_cli->json(QStringList{u"quality"_s, entity} + options).value("entities"_L1).toArray();
    return entities.size() == 1 ? entities.first().toObject() : QJsonObject();
}

void TestCliQuality::ofNothing_isNoFigure() {
    const QJsonObject all = m_cli->json({u"quality"_s});
    QCOMPARE(all.value("threshold"_L1).toDouble(), 41.0);
    QStringList entities;
    for (const auto &one : all.value("entities"_L1).toArray()) {
        const QJsonObject entity = one.toObject();
        entities << entity.value("entity"_L1).toString();
        QCOMPARE(entity.value("records"_L1).toInt(-1), 0);
        QVERIFY(entity.value("completeness"_L1).isNull());
    }
    QCOMPARE(entities, (QStringList{u"account"_s, u"contact"_s, u"lead"_s, u"deal"_s}));
    QVERIFY(report(u"accounts"_s).value("captured_share"_L1).isNull());
    const QString text = m_cli->run({u"quality"_s, u"account"_s, u"--by"_s, u"person"_s}).out;
    QVERIFY2(text.contains(u"No accounts yet"_s), qPrintable(text));
    QVERIFY2(!text.contains(u'%'), qPrintable(text));
    QCOMPARE(m_cli->run({u"quality"_s, u"lead"_s, u"--worst"_s, u"3"_s}).out,
             u"No record lacks anything that counts.\n"_s);
}

void TestCliQuality::report_hasTheDocumentedForm() {
    (void)m_cli->create({u"account"_s, u"name=Acme"_s, u"sector=Steel"_s, u"owner=Li Wanqing"_s});
    (void)m_cli->create({u"account"_s, u"name=Bare"_s});
    const QJsonObject accounts = report(u"account"_s);
    QCOMPARE(accounts.value("records"_L1).toInt(), 2);
    QCOMPARE(accounts.value("complete"_L1).toInt(-1), 0);
    QCOMPARE(accounts.value("total_weight"_L1).toInt(), 16);
    QCOMPARE(accounts.value("completeness"_L1).toDouble(), 15.6); // 5 of 32
    QCOMPARE(accounts.value("captured"_L1).toInt(-1), 0);
    QCOMPARE(accounts.value("captured_share"_L1).toDouble(-1), 0.0);
    const QJsonObject missing = accounts.value("missing"_L1).toObject();
    QCOMPARE(missing.value("owner"_L1).toInt(), 1);
    QCOMPARE(missing.value("@files"_L1).toInt(), 2);
    const QJsonObject part = accounts.value("parts"_L1).toArray().at(4).toObject();
    QCOMPARE(part.value("part"_L1).toString(), u"phone|email"_s);
    QCOMPARE(part.value("label"_L1).toString(), u"Phone / E-mail"_s);
    QCOMPARE(part.value("weight"_L1).toInt(), 2);
    QVERIFY(!accounts.contains("groups"_L1));
}

void TestCliQuality::groups_haveTheDocumentedForm() {
    (void)m_cli->create({u"lead"_s, u"name=A"_s, u"owner=Li Wanqing"_s, u"source=Expo"_s});
    (void)m_cli->create({u"lead"_s, u"name=B"_s});
    const QJsonArray people =
        report(u"lead"_s, {u"--by"_s, u"person"_s}).value("groups"_L1).toArray();
    QCOMPARE(people.size(), 2);
    QVERIFY(people.at(0).toObject().value("person"_L1).isNull());
    QVERIFY(people.at(0).toObject().value("person_label"_L1).isNull());
    QCOMPARE(people.at(1).toObject().value("person_label"_L1).toString(), u"Li Wanqing"_s);
    QCOMPARE(people.at(1).toObject().value("completeness"_L1).toDouble(), 55.6); // 5 of 9
    const QJsonArray sources =
        report(u"lead"_s, {u"--by"_s, u"source"_s}).value("groups"_L1).toArray();
    QVERIFY(sources.at(0).toObject().value("source"_L1).isNull());
    QCOMPARE(sources.at(1).toObject().value("source"_L1).toString(), u"Expo"_s);
    QVERIFY(!sources.at(1).toObject().contains("person"_L1));
    const QString file = m_cli->file(u"leads.csv"_s, "Name\nC\n");
    QCOMPARE(m_cli->run({u"import"_s, u"lead"_s, file}).code, 0);
    const QString text = m_cli->run({u"quality"_s, u"lead"_s, u"--by"_s, u"source"_s}).out;
    QVERIFY2(text.contains(u"leads.csv"_s), qPrintable(text));
    QVERIFY2(
        m_cli->run({u"quality"_s, u"lead"_s, u"--by"_s, u"team"_s}).out.contains(u"(no team)"_s),
        qPrintable(text));
}

void TestCliQuality::worst_listsWhatIsMissing() {
    (void)m_cli->create({u"contact"_s, u"name=Half"_s, u"title=CFO"_s, u"phone=13800000000"_s});
    const QString bare = m_cli->create({u"contact"_s, u"name=Bare"_s});
    const QJsonArray worst = m_cli->json({u"quality"_s, u"contact"_s, u"--worst"_s, u"5"_s})
                                 .value("records"_L1)
                                 .toArray();
    QCOMPARE(worst.size(), 2);
    const QJsonObject first = worst.first().toObject();
    QCOMPARE(first.value("short_id"_L1).toString(), bare);
    QCOMPARE(first.value("label"_L1).toString(), u"Bare"_s);
    QCOMPARE(first.value("completeness"_L1).toDouble(), 12.5);
    QCOMPARE(first.value("missing"_L1).toArray(),
             (QJsonArray{u"title"_s, u"account"_s, u"email|phone"_s, u"owner"_s}));
    const QJsonArray withoutPhone = m_cli
                                        ->json({u"quality"_s, u"contact"_s, u"--worst"_s, u"5"_s,
                                                u"--missing"_s, u"email|phone"_s})
                                        .value("records"_L1)
                                        .toArray();
    QCOMPARE(withoutPhone.size(), 1);
    QCOMPARE(m_cli->json({u"quality"_s, u"contact"_s, u"--worst"_s, u"1"_s})
                 .value("records"_L1)
                 .toArray()
                 .size(),
             1);
}

void TestCliQuality::text_saysWhatItRestsOn() {
    (void)m_cli->create({u"account"_s, u"name=Acme"_s});
    (void)m_cli->create({u"contact"_s, u"name=Wang"_s, u"account=Acme"_s});
    (void)m_cli->create({u"note"_s, u"title=Visit"_s, u"contact=Wang"_s});
    const QString bad = m_cli->run({u"quality"_s, u"account"_s}).out;
    QVERIFY2(bad.contains(u"0 of 1 (0.0 %). That is below 41 %, a bad start."_s), qPrintable(bad));
    QVERIFY2(bad.contains(u"Phone / E-mail"_s), qPrintable(bad));
    (void)m_cli->create({u"attachment"_s, u"name=a.pdf"_s, u"account=Acme"_s});
    const QString good = m_cli->run({u"quality"_s}).out;
    QVERIFY2(good.contains(u"1 of 1 (100.0 %).\n"_s), qPrintable(good));
    const QString chinese = m_cli
                                ->bare({u"--workspace"_s, m_cli->workspace(), u"--lang"_s, u"zh"_s,
                                        u"quality"_s, u"account"_s})
                                .out;
    QVERIFY2(chinese.contains(u"往来记录"_s), qPrintable(chinese));
}

void TestCliQuality::settings_areTaken() {
    (void)m_cli->create({u"account"_s, u"name=Acme"_s});
    const auto set = [&](const QString &key, const QString &value) {
        return m_cli
            ->run(
                {u"create"_s, u"setting"_s, u"key="_s + key, u"scope=team"_s, u"value="_s + value})
            .code;
    };
    QCOMPARE(set(u"quality.parts"_s, uR"({"account": {"name": 1, "fax": 1}})"_s), 0);
    QCOMPARE(set(u"quality.threshold"_s, u"0"_s), 0);
    const QJsonObject all = m_cli->json({u"quality"_s, u"account"_s});
    QCOMPARE(all.value("threshold"_L1).toDouble(-1), 0.0);
    QCOMPARE(report(u"account"_s).value("total_weight"_L1).toInt(), 1);
    const QJsonObject note = all.value("notes"_L1).toArray().first().toObject();
    QCOMPARE(note.value("id"_L1).toString(), u"quality.unknown_part"_s);
    const Answer text = m_cli->run({u"quality"_s, u"account"_s});
    QVERIFY2(text.err.contains(u"account.fax"_s), qPrintable(text.err));
    // There is one of each name.
    QCOMPARE(set(u"quality.threshold"_s, u"1"_s), 1);
}

void TestCliQuality::settings_thatCannotBe_areRefused() {
    const Answer refused =
        m_cli->run({u"--json"_s, u"create"_s, u"setting"_s, u"key=quality.parts"_s, u"scope=team"_s,
                    uR"(value={"account": {"name": 0}})"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(u"quality.weight"_s), qPrintable(refused.err));
}

void TestCliQuality::misuse_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QStringList &words, const char *id) {
        QTest::newRow(name) << QStringList{u"--json"_s, u"quality"_s} + words
                            << QString::fromLatin1(id);
    };
    row("unknown entity", {u"unicorn"_s}, "catalog.unknown_entity");
    row("entity that is not measured", {u"product"_s}, "quality.not_measured");
    row("unknown way", {u"--by"_s, u"mood"_s}, "cli.quality_by");
    row("worst of all", {u"--worst"_s, u"3"_s}, "cli.quality_one_entity");
    row("none worst", {u"lead"_s, u"--worst"_s, u"0"_s}, "cli.bad_number");
    row("worst in words", {u"lead"_s, u"--worst"_s, u"three"_s}, "cli.bad_number");
    row("both", {u"lead"_s, u"--worst"_s, u"3"_s, u"--by"_s, u"team"_s}, "cli.quality_either");
    row("missing what", {u"lead"_s, u"--missing"_s, u"name"_s}, "cli.option_not_here");
    row("missing what does not count", {u"lead"_s, u"--worst"_s, u"3"_s, u"--missing"_s, u"tags"_s},
        "quality.unknown_asked");
}

void TestCliQuality::misuse() {
    QFETCH(const QStringList, words);
    const Answer answer = m_cli->run(words);
    QCOMPARE(answer.code, 2);
    QTEST(answer.errorId(), "id");
    QCOMPARE(answer.out, QString());
}

} // namespace dw::test

using dw::test::TestCliQuality;
DW_TEST(TestCliQuality)

#include "tst_cliquality.moc"
