// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/qualityrules.h"

#include "core/catalog/settingvalue.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestQualityRules : public QObject {
    Q_OBJECT

private slots:
    void usual_isOfFieldsThatAreThere();
    void setting_replacesWholeEntities();
    void setting_isRefused_data();
    void setting_isRefused();
    void fields_areLookedUpTogether();
    void door_asksTheSameQuestions_data();
    void door_asksTheSameQuestions();

private:
    static QJsonObject json(const QString &text) {
        return QJsonDocument::fromJson(text.toUtf8()).object();
    }
};

void TestQualityRules::usual_isOfFieldsThatAreThere() {
    QStringList entities;
    for (const EntityQuality &quality : usualQuality()) {
        entities << quality.entity;
        QVERIFY(quality.total() > 0);
        const EntityDesc &entity = *Catalog::builtin()->entity(quality.entity);
        for (const QualityPart &part : quality.parts)
            QVERIFY2(part.isRows() || !fieldsOf(part, entity).empty(), qPrintable(part.key));
    }
    QCOMPARE(entities, measuredEntities());
}

void TestQualityRules::setting_replacesWholeEntities() {
    const auto rules =
        qualityFromJson(json(uR"({"contact": {"name": 1, "email|phone": 1000}, "lead": {}})"_s));
    QVERIFY(rules);
    QCOMPARE((*rules)[0], usualQuality()[0]);
    QCOMPARE((*rules)[1],
             (EntityQuality{u"contact"_s, {{u"email|phone"_s, 1000}, {u"name"_s, 1}}}));
    QCOMPARE((*rules)[1].total(), 1001);
    QVERIFY((*rules)[2].parts.empty());
    QCOMPARE((*rules)[3], usualQuality()[3]);
    const auto usual = qualityFromJson({});
    QVERIFY(usual);
    QCOMPARE(*usual, usualQuality());
}

void TestQualityRules::setting_isRefused_data() {
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("expected");
    const auto refused = [](const char *name, const QString &setting, const QString &expected) {
        QTest::newRow(name) << setting << expected;
    };
    refused("unknown entity", uR"({"product": {"name": 1}})"_s, u"quality.entity"_s);
    refused("no parts", uR"({"lead": 1})"_s, u"quality.entity"_s);
    refused("no key", uR"({"lead": {"": 1}})"_s, u"quality.part"_s);
    refused("no key behind a bar", uR"({"lead": {"name|": 1}})"_s, u"quality.part"_s);
    refused("capitals", uR"({"lead": {"Name": 1}})"_s, u"quality.part"_s);
    refused("unknown rows", uR"({"lead": {"@deals": 1}})"_s, u"quality.part"_s);
    refused("rows that a lead has not", uR"({"lead": {"@contacts": 1}})"_s, u"quality.part"_s);
    refused("rows beside a field", uR"({"lead": {"name|@files": 1}})"_s, u"quality.part"_s);
    refused("no weight", uR"({"lead": {"name": 0}})"_s, u"quality.weight"_s);
    refused("below", uR"({"lead": {"name": -1}})"_s, u"quality.weight"_s);
    refused("above", uR"({"lead": {"name": 1001}})"_s, u"quality.weight"_s);
    refused("broken", uR"({"lead": {"name": 1.5}})"_s, u"quality.weight"_s);
    refused("text", uR"({"lead": {"name": "1"}})"_s, u"quality.weight"_s);
    QStringList many;
    for (int i = 0; i < 61; ++i)
        many << u"\"f%1\": 1"_s.arg(i);
    refused("too many", uR"({"lead": {%1}})"_s.arg(many.join(u',')), u"quality.too_many"_s);
    many.removeLast();
    refused("as many as can be", uR"({"lead": {%1}})"_s.arg(many.join(u',')), u"ok"_s);
}

void TestQualityRules::setting_isRefused() {
    QFETCH(const QString, setting);
    const auto rules = qualityFromJson(json(setting));
    QTEST(rules ? u"ok"_s : rules.error().message.id, "expected");
}

void TestQualityRules::fields_areLookedUpTogether() {
    const EntityDesc &account = *Catalog::builtin()->entity(u"account");
    QCOMPARE(fieldsOf({u"phone|email"_s}, account),
             (std::vector<FieldHandle>{account.byKey(u"phone"), account.byKey(u"email")}));
    QVERIFY(fieldsOf({u"phone|fax"_s}, account).empty());
    QVERIFY(fieldsOf({u"@files"_s}, account).empty());
}

void TestQualityRules::door_asksTheSameQuestions_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const QString parts = u"quality.parts"_s, threshold = u"quality.threshold"_s;
    QTest::newRow("parts") << parts << uR"({"lead": {"name": 1}})"_s << QString();
    QTest::newRow("bad weight") << parts << uR"({"lead": {"name": 0}})"_s << u"quality.weight"_s;
    QTest::newRow("no object") << parts << u"[]"_s << u"setting.bad_value"_s;
    QTest::newRow("least") << threshold << u"0"_s << QString();
    QTest::newRow("most") << threshold << u"100"_s << QString();
    QTest::newRow("below") << threshold << u"-0.1"_s << u"setting.bad_value"_s;
    QTest::newRow("above") << threshold << u"100.1"_s << u"setting.bad_value"_s;
    QTest::newRow("text") << threshold << u"\"41\""_s << u"setting.bad_value"_s;
}

void TestQualityRules::door_asksTheSameQuestions() {
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QTEST(checkSetting(key, value).value_or(Message()).id, "expected");
}

} // namespace dw::test

using dw::test::TestQualityRules;
DW_TEST(TestQualityRules)

#include "tst_qualityrules.moc"
