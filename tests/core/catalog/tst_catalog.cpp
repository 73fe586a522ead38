// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestCatalog : public QObject {
    Q_OBJECT

private slots:
    void find_takesWhatPeopleType_data();
    void find_takesWhatPeopleType();
    void find_namesWhatItDoesNotKnow();
    void keys_data();
    void keys();
    void typeNames_goBothWays();
    void withField_addsToACopy();
    void withField_givesATakenKeyANumber();
    void withField_replacesWhatMayChange();
    void withField_keepsTheType();
    void withField_refusesBuiltInNames();
    void withField_refuses_data();
    void withField_refuses();
    void withField_acceptsEveryType_data();
    void withField_acceptsEveryType();

private:
    static FieldDesc custom(const QString &name, FieldType type);
    const CatalogPtr m_builtin = Catalog::builtin();
};

/// A description that is good for its type.
FieldDesc TestCatalog::custom(const QString &name, FieldType type) {
    FieldDesc f;
    f.name = u"c_"_s + name;
    f.key = name;
    f.type = type;
    f.label = {u"Risk"_s, u"风险"_s};
    if (type == FieldType::Choice || type == FieldType::Set)
        f.choices = {{u"low"_s, {u"Low"_s, u"低"_s}}, {u"high"_s, {u"High"_s, u"高"_s}}};
    if (type == FieldType::Link)
        f.target = u"account"_s;
    if (type == FieldType::Formula)
        f.formula = u"amount * 2"_s;
    return f;
}

void TestCatalog::find_takesWhatPeopleType_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key");
    QTest::newRow("singular") << u"deal"_s << u"deal"_s;
    QTest::newRow("plural") << u"deals"_s << u"deal"_s;
    QTest::newRow("irregular plural") << u"people"_s << u"person"_s;
    QTest::newRow("hyphen") << u"deal-lines"_s << u"deal_line"_s;
    QTest::newRow("underscore") << u"deal_line"_s << u"deal_line"_s;
    QTest::newRow("capitals") << u"Territories"_s << u"territory"_s;
    QTest::newRow("blanks") << u" task "_s << u"task"_s;
}

void TestCatalog::find_takesWhatPeopleType() {
    QFETCH(QString, typed);
    QFETCH(QString, key);
    const auto found = m_builtin->find(typed);
    QVERIFY(found.ok());
    QCOMPARE((*found)->key, key);
}

void TestCatalog::find_namesWhatItDoesNotKnow() {
    const auto found = m_builtin->find(u"invoices"_s);
    QVERIFY(!found.ok());
    QCOMPARE(found.error().kind, ErrorKind::NotFound);
    QCOMPARE(found.error().message.id, u"catalog.unknown_entity"_s);
    QCOMPARE(found.error().message.args.value(u"entity"_s), u"invoices"_s);
    QVERIFY(!m_builtin->find(QString()).ok());
    QVERIFY(!m_builtin->entity(u"deals"));
}

void TestCatalog::keys_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << u"risk_2"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("capital") << u"Risk"_s << false;
    QTest::newRow("digit first") << u"2risk"_s << false;
    QTest::newRow("underscore first") << u"_risk"_s << false;
    QTest::newRow("hyphen") << u"a-b"_s << false;
    QTest::newRow("accent") << u"caf\u00e9"_s << false;
    QTest::newRow("reserved word") << u"contains"_s << false;
    QTest::newRow("column of the store") << u"merged_into"_s << false;
    QTest::newRow("looks like a label in JSON") << u"owner_label"_s << false;
    QTest::newRow("a label of its own") << u"label"_s << true;
    QTest::newRow("39") << QString(39, u'a') << true;
    QTest::newRow("40") << QString(40, u'a') << true;
    QTest::newRow("41") << QString(41, u'a') << false;
}

void TestCatalog::keys() {
    QFETCH(QString, key);
    QTEST(isValidKey(key), "valid");
}

void TestCatalog::typeNames_goBothWays() {
    for (int i = 0; i <= int(FieldType::Formula); ++i)
        QCOMPARE(typeFromName(typeName(FieldType(i))), std::optional(FieldType(i)));
    QCOMPARE(typeName(FieldType::YesNo), u"yes_no"_s);
    QCOMPARE(typeName(FieldType::Formula), u"formula"_s);
    QVERIFY(!typeFromName(u"blob"_s));
}

void TestCatalog::withField_addsToACopy() {
    const auto more = m_builtin->withField(u"deal"_s, custom(u"risk"_s, FieldType::Choice));
    QVERIFY(more.ok());
    const EntityDesc &before = *m_builtin->entity(u"deal");
    const EntityDesc &after = *(*more)->entity(u"deal");
    QVERIFY(before.byKey(u"risk").isNull());
    QCOMPARE(after.fields.size(), before.fields.size() + 1);
    const FieldDesc &f = after.field(after.byKey(u"risk"));
    QCOMPARE(f.name, u"c_risk"_s);
    QCOMPARE(f.group, u"c_risk"_s);
    QVERIFY(f.custom);
    QCOMPARE(after.byKey(u"amount"), before.byKey(u"amount"));
}

void TestCatalog::withField_givesATakenKeyANumber() {
    FieldDesc f = custom(u"amount"_s, FieldType::Money);
    auto one = m_builtin->withField(u"deal"_s, f);
    QVERIFY(one.ok());
    f.name = u"c_other"_s;
    const auto two = (*one)->withField(u"deal"_s, f);
    QVERIFY(two.ok());
    const EntityDesc &deal = *(*two)->entity(u"deal");
    QCOMPARE(deal.field(deal.byName(u"c_amount")).key, u"amount_2"_s);
    QCOMPARE(deal.field(deal.byName(u"c_other")).key, u"amount_3"_s);

    f = custom(u"long"_s, FieldType::Text);
    f.key = QString(40, u'k');
    const auto first = m_builtin->withField(u"deal"_s, f);
    f.name = u"c_long2"_s;
    const auto second = (*first)->withField(u"deal"_s, f);
    const EntityDesc &cut = *(*second)->entity(u"deal");
    QCOMPARE(cut.field(cut.byName(u"c_long2")).key, QString(38, u'k') + u"_2"_s);
}

void TestCatalog::withField_replacesWhatMayChange() {
    const auto one = m_builtin->withField(u"deal"_s, custom(u"risk"_s, FieldType::Choice));
    FieldDesc f = custom(u"risk"_s, FieldType::Choice);
    f.key = u"another"_s;
    f.label.en = u"Danger"_s;
    f.hidden = true;
    f.validity.required = true;
    f.choices.push_back({u"none"_s, {u"None"_s, u"无"_s}});
    const auto two = (*one)->withField(u"deal"_s, f);
    QVERIFY(two.ok());
    const EntityDesc &deal = *(*two)->entity(u"deal");
    QCOMPARE(deal.fields.size(), (*one)->entity(u"deal")->fields.size());
    const FieldDesc &now = deal.field(deal.byKey(u"risk"));
    QCOMPARE(now.label.en, u"Danger"_s);
    QCOMPARE(now.choices.size(), size_t(3));
    QVERIFY(now.hidden && now.validity.required);
    QVERIFY(deal.byKey(u"another").isNull());
}

void TestCatalog::withField_keepsTheType() {
    const auto one = m_builtin->withField(u"deal"_s, custom(u"risk"_s, FieldType::Choice));
    const auto two = (*one)->withField(u"deal"_s, custom(u"risk"_s, FieldType::Number));
    QVERIFY(!two.ok());
    QCOMPARE(two.error().message.id, u"catalog.type_changed"_s);
    QCOMPARE(two.error().message.args.value(u"field"_s), u"deal.risk"_s);

    const auto link = m_builtin->withField(u"deal"_s, custom(u"site"_s, FieldType::Link));
    FieldDesc moved = custom(u"site"_s, FieldType::Link);
    moved.target = u"contact"_s;
    QCOMPARE((*link)->withField(u"deal"_s, moved).error().message.id, u"catalog.type_changed"_s);
}

void TestCatalog::withField_refusesBuiltInNames() {
    FieldDesc f = custom(u"x"_s, FieldType::Text);
    f.name = u"name"_s;
    const auto refused = m_builtin->withField(u"deal"_s, f);
    QCOMPARE(refused.error().message.id, u"catalog.bad_field"_s);
    QCOMPARE(refused.error().reasons.at(0).id, u"catalog.bad_name"_s);
    QCOMPARE(m_builtin->withField(u"setting"_s, custom(u"x"_s, FieldType::Text)).error().message.id,
             u"catalog.unknown_entity"_s);
    f = custom(u"Bad Key"_s, FieldType::Text);
    f.name = u"c_1"_s;
    QCOMPARE(m_builtin->withField(u"deal"_s, f).error().message.id, u"catalog.bad_key"_s);
}

void TestCatalog::withField_refuses_data() {
    QTest::addColumn<FieldDesc>("field");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *tag, FieldType type, QString reason, auto change) {
        FieldDesc f = custom(u"x"_s, type);
        change(f);
        QTest::newRow(tag) << f << reason;
    };
    row("no choices", FieldType::Choice, u"catalog.no_choices"_s,
        [](FieldDesc &f) { f.choices.clear(); });
    row("a choice twice", FieldType::Choice, u"catalog.bad_choice"_s,
        [](FieldDesc &f) { f.choices.push_back(f.choices.front()); });
    row("a choice that is no key", FieldType::Set, u"catalog.bad_choice"_s,
        [](FieldDesc &f) { f.choices.front().key = u"very low"_s; });
    row("no target", FieldType::Link, u"catalog.unknown_target"_s,
        [](FieldDesc &f) { f.target.clear(); });
    row("unknown target", FieldType::Set, u"catalog.unknown_target"_s,
        [](FieldDesc &f) { f.target = u"planet"_s; });
    row("limits crossed", FieldType::Number, u"catalog.bad_limits"_s, [](FieldDesc &f) {
        f.validity.min = 2;
        f.validity.max = 1;
    });
    row("no formula", FieldType::Formula, u"catalog.no_formula"_s,
        [](FieldDesc &f) { f.formula = u"  "_s; });
    row("formula of formula", FieldType::Formula, u"catalog.bad_formula_type"_s,
        [](FieldDesc &f) { f.formulaType = FieldType::Formula; });
    row("name with a quote", FieldType::Text, u"catalog.bad_name"_s,
        [](FieldDesc &f) { f.name = u"c_x\" --"_s; });
    row("name of a second column", FieldType::Text, u"catalog.bad_name"_s,
        [](FieldDesc &f) { f.name = u"c_x_currency"_s; });
    row("long label", FieldType::Text, u"catalog.label_too_long"_s,
        [](FieldDesc &f) { f.label.zh = QString(101, u'长'); });
}

void TestCatalog::withField_refuses() {
    QFETCH(FieldDesc, field);
    QFETCH(QString, reason);
    const auto refused = m_builtin->withField(u"deal"_s, field);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().message.id, u"catalog.bad_field"_s);
    QCOMPARE(refused.error().reasons.size(), size_t(1));
    QCOMPARE(refused.error().reasons.at(0).id, reason);
}

void TestCatalog::withField_acceptsEveryType_data() {
    QTest::addColumn<FieldType>("type");
    for (int i = 0; i <= int(FieldType::Formula); ++i)
        QTest::newRow(qPrintable(typeName(FieldType(i)))) << FieldType(i);
}

void TestCatalog::withField_acceptsEveryType() {
    QFETCH(FieldType, type);
    const auto more = m_builtin->withField(u"account"_s, custom(u"extra"_s, type));
    QVERIFY(more.ok());
    const EntityDesc &account = *(*more)->entity(u"account");
    QCOMPARE(account.field(account.byKey(u"extra")).type, type);
    QCOMPARE(account.field(account.byKey(u"extra")).readOnly, type == FieldType::Formula);
}

} // namespace dw::test

using dw::test::TestCatalog;
DW_TEST(TestCatalog)

#include "tst_catalog.moc"
