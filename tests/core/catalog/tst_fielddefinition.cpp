// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestFieldDefinition : public QObject {
    Q_OBJECT

private slots:
    void comesBackWhole_data();
    void comesBackWhole();
    void saysOnlyWhatIsUnusual();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void passesOverUnknownMembers();

private:
    Record row(const QString &type, const QString &json) const;
    QString json(const Record &record) const;
    const CatalogPtr m_catalog = Catalog::builtin();
    const RecordId m_id{makeUuidV5(u"field"_s)};
};

Record TestFieldDefinition::row(const QString &type, const QString &json) const {
    const EntityDesc &e = *m_catalog->entity(u"custom_field");
    Record r(e.key, m_id);
    r.set(e.byName(u"entity"), u"deal"_s);
    r.set(e.byName(u"name"), u"c_x"_s);
    r.set(e.byName(u"key"), u"x"_s);
    r.set(e.byName(u"type"), type);
    if (!json.isEmpty())
        r.set(e.byName(u"definition"), json);
    return r;
}

QString TestFieldDefinition::json(const Record &record) const {
    return record.value(m_catalog->entity(u"custom_field")->byName(u"definition")).as<QString>();
}

void TestFieldDefinition::comesBackWhole_data() {
    QTest::addColumn<FieldType>("type");
    for (int i = 0; i <= int(FieldType::Formula); ++i)
        QTest::newRow(qPrintable(typeName(FieldType(i)))) << FieldType(i);
}

void TestFieldDefinition::comesBackWhole() {
    QFETCH(FieldType, type);
    FieldDesc f;
    f.name = u"c_x1"_s;
    f.key = u"risk"_s;
    f.type = type;
    f.label = {u"Risk \"quoted\""_s, u"风险"_s};
    f.unit = u"%"_s;
    f.personal = PersonalData::Sensitive;
    f.validity.required = true;
    f.validity.min = -0.1;
    f.validity.max = 1e15;
    f.validity.maxLength = 77;
    f.section = u"closing"_s;
    f.searched = f.hidden = true;
    if (type == FieldType::Choice)
        f.choices = {{u"low"_s, {u"Low"_s, u"低"_s}}, {u"high"_s, {u"High"_s, u"高"_s}}};
    if (type == FieldType::Set || type == FieldType::Link)
        f.target = u"account"_s;
    if (type == FieldType::Formula) {
        f.formula = u"amount * 2"_s;
        f.formulaType = FieldType::Money;
    }
    // What the catalogue makes of it is what gets stored and read again.
    const auto catalog = m_catalog->withField(u"deal"_s, f);
    QVERIFY(catalog.ok());
    const EntityDesc &deal = *(*catalog)->entity(u"deal");
    const FieldDesc &standing = deal.field(deal.byName(f.name));

    const Record record = fieldToRecord(*m_catalog, {u"deal"_s, standing}, m_id);
    QCOMPARE(record.id(), m_id);
    const auto back = fieldFromRecord(*m_catalog, record);
    QVERIFY(back.ok());
    QCOMPARE(back->entity, u"deal"_s);
    QVERIFY(back->field == standing);
    QVERIFY((*catalog)->withField(u"deal"_s, back->field).ok());
}

void TestFieldDefinition::saysOnlyWhatIsUnusual() {
    FieldDesc f;
    f.name = u"c_x"_s;
    f.key = u"x"_s;
    QCOMPARE(json(fieldToRecord(*m_catalog, {u"deal"_s, f}, m_id)), u"{}"_s);
    const auto back = fieldFromRecord(*m_catalog, row(u"text"_s, {}));
    QVERIFY(back.ok());
    QCOMPARE(back->field.type, FieldType::Text);
    QVERIFY(back->field.custom && !back->field.validity.required);
}

void TestFieldDefinition::refusesWhatItCannotRead_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("member");
    QTest::newRow("type") << u"blob"_s << u"{}"_s << u"type"_s;
    QTest::newRow("no JSON") << u"text"_s << u"{"_s << u"definition"_s;
    QTest::newRow("array") << u"text"_s << u"[]"_s << u"definition"_s;
    QTest::newRow("unit") << u"text"_s << u"{\"unit\":5}"_s << u"unit"_s;
    QTest::newRow("searched") << u"text"_s << u"{\"searched\":\"yes\"}"_s << u"searched"_s;
    QTest::newRow("validity") << u"text"_s << u"{\"validity\":[]}"_s << u"validity"_s;
    QTest::newRow("min") << u"number"_s << u"{\"validity\":{\"min\":\"0\"}}"_s << u"validity.min"_s;
    QTest::newRow("length") << u"text"_s << u"{\"validity\":{\"max_length\":-1}}"_s
                            << u"validity.max_length"_s;
    QTest::newRow("personal") << u"text"_s << u"{\"personal\":\"very\"}"_s << u"personal"_s;
    QTest::newRow("policy") << u"text"_s << u"{\"policy\":7}"_s << u"policy"_s;
    QTest::newRow("choices") << u"choice"_s << u"{\"choices\":[\"a\"]}"_s << u"choices"_s;
    QTest::newRow("choice") << u"choice"_s << u"{\"choices\":[{\"key\":1}]}"_s << u"choices"_s;
    QTest::newRow("formula") << u"formula"_s << u"{\"formula\":\"1\"}"_s << u"formula_type"_s;
    QTest::newRow("deep") << u"text"_s << QString(5000, u'[') << u"definition"_s;
}

void TestFieldDefinition::refusesWhatItCannotRead() {
    QFETCH(QString, type);
    QFETCH(QString, json);
    const auto read = fieldFromRecord(*m_catalog, row(type, json));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::Damaged);
    QCOMPARE(read.error().message.id, u"catalog.bad_definition"_s);
    QTEST(read.error().message.args.value(u"member"_s), "member");
}

void TestFieldDefinition::passesOverUnknownMembers() {
    const auto read =
        fieldFromRecord(*m_catalog, row(u"text"_s, u"{\"newer\":{\"x\":1},\"unit\":\"kg\"}"_s));
    QVERIFY(read.ok());
    QCOMPARE(read->field.unit, u"kg"_s);
}

} // namespace dw::test

using dw::test::TestFieldDefinition;
DW_TEST(TestFieldDefinition)

#include "tst_fielddefinition.moc"
