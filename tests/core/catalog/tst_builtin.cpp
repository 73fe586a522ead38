// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What every built-in entity and field must have, asked of each of them.
class TestBuiltin : public QObject {
    Q_OBJECT

private slots:
    void everyEntityOfTheProductIsThere_data();
    void everyEntityOfTheProductIsThere();
    void keysThatOthersRelyOnAreThere_data();
    void keysThatOthersRelyOnAreThere();
    void namesAndLettersAreUnique();
    void labelsStandInBothLanguages();
    void titlesExist();
    void keysAreValidAndUnique();
    void targetsExist();
    void choicesStandWhereNeeded();
    void groupsAndPoliciesFollowTheType();
    void settingsAndDefinitionsAreNotMixed();
    void isBuiltOnce();

private:
    const CatalogPtr m_catalog = Catalog::builtin();
};

void TestBuiltin::everyEntityOfTheProductIsThere_data() {
    QTest::addColumn<QString>("key");
    for (const char *key : {"account",
                            "contact",
                            "lead",
                            "deal",
                            "deal_line",
                            "product",
                            "pipeline",
                            "stage",
                            "person",
                            "team",
                            "territory",
                            "touchpoint",
                            "task",
                            "note",
                            "attachment",
                            "tag",
                            "setting",
                            "deal_contact",
                            "deal_competitor",
                            "custom_field",
                            "cross_reference"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestBuiltin::everyEntityOfTheProductIsThere() {
    QFETCH(QString, key);
    const EntityDesc *entity = m_catalog->entity(key);
    QVERIFY(entity);
    QCOMPARE(entity->key, key);
}

void TestBuiltin::keysThatOthersRelyOnAreThere_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("keys");
    const auto row = [](const char *entity, const char *keys) {
        QTest::newRow(entity) << QString::fromLatin1(entity) << QString::fromLatin1(keys);
    };
    row("account", "name kind parent owner territory phone email tags");
    row("contact", "name email phone title account owner tags");
    row("lead", "name company email phone status owner source");
    row("deal", "name account owner partner pipeline stage amount expected_close closed_on reason "
                "forecast_call payment_terms source board_order created_at stage_since");
    row("deal_line", "deal product quantity price");
    row("product", "name series price");
    row("pipeline", "name position");
    row("stage", "pipeline name position win_probability outcome");
    row("person", "name active team manager");
    row("team", "name parent manager territory");
    row("territory", "name parent owner");
    row("touchpoint", "kind happened_at summary person deal account contact lead");
    row("task", "title due_on done done_at owner deal account contact lead");
    row("note", "body author deal account contact lead");
    row("attachment", "name hash size deal account contact lead");
    row("tag", "name");
    row("setting", "key scope person value");
    row("deal_contact", "deal contact role");
    row("deal_competitor", "deal competitor seen_on strength");
    row("custom_field", "entity name key type label_en label_zh definition hidden");
}

void TestBuiltin::keysThatOthersRelyOnAreThere() {
    QFETCH(QString, entity);
    QFETCH(QString, keys);
    const EntityDesc *found = m_catalog->entity(entity);
    QVERIFY(found);
    const QStringList wanted = keys.split(u' ');
    for (const QString &key : wanted)
        QVERIFY2(!found->byKey(key).isNull(), qPrintable(entity + u'.' + key));
}

void TestBuiltin::namesAndLettersAreUnique() {
    QSet<QString> names;
    QSet<char> letters;
    for (const EntityDesc &e : m_catalog->entities()) {
        for (const QString &name : {e.key, e.plural}) {
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QVERIFY2(!letters.contains(e.letter), qPrintable(e.key));
        QVERIFY(e.letter >= 'A' && e.letter <= 'Z');
        letters.insert(e.letter);
    }
}

void TestBuiltin::labelsStandInBothLanguages() {
    const auto full = [](const Label &l) { return !l.en.isEmpty() && !l.zh.isEmpty(); };
    for (const EntityDesc &e : m_catalog->entities()) {
        QVERIFY2(full(e.label) && full(e.pluralLabel), qPrintable(e.key));
        for (const FieldDesc &f : e.fields) {
            QVERIFY2(full(f.label), qPrintable(e.key + u'.' + f.key));
            for (const Choice &c : f.choices)
                QVERIFY2(full(c.label), qPrintable(e.key + u'.' + f.key + u'.' + c.key));
        }
    }
}

void TestBuiltin::titlesExist() {
    for (const EntityDesc &e : m_catalog->entities())
        QVERIFY2(!e.titleField().isNull(), qPrintable(e.key));
}

void TestBuiltin::keysAreValidAndUnique() {
    for (const EntityDesc &e : m_catalog->entities()) {
        QSet<QString> keys;
        QVERIFY(isValidKey(e.key));
        for (const FieldDesc &f : e.fields) {
            const QString where = e.key + u'.' + f.key;
            QVERIFY2(isValidKey(f.key), qPrintable(where));
            QVERIFY2(!keys.contains(f.key), qPrintable(where));
            QCOMPARE(f.name, f.key);
            QVERIFY2(!f.custom && !f.hidden && !f.section.isEmpty(), qPrintable(where));
            QCOMPARE(e.byKey(f.key), e.byName(f.name));
            QCOMPARE(&e.field(e.byKey(f.key)), &f);
            keys.insert(f.key);
        }
    }
}

void TestBuiltin::targetsExist() {
    for (const EntityDesc &e : m_catalog->entities()) {
        for (const FieldDesc &f : e.fields) {
            const QString where = e.key + u'.' + f.key;
            const bool points = f.type == FieldType::Link || f.type == FieldType::Person;
            QVERIFY2(!points || m_catalog->entity(f.target), qPrintable(where));
            QVERIFY2(f.target.isEmpty() || m_catalog->entity(f.target), qPrintable(where));
            if (f.type == FieldType::Person)
                QCOMPARE(f.target, u"person"_s);
        }
    }
}

void TestBuiltin::choicesStandWhereNeeded() {
    for (const EntityDesc &e : m_catalog->entities()) {
        for (const FieldDesc &f : e.fields) {
            const bool needed =
                f.type == FieldType::Choice || (f.type == FieldType::Set && f.target.isEmpty());
            QVERIFY2(needed == !f.choices.empty(), qPrintable(e.key + u'.' + f.key));
        }
    }
}

void TestBuiltin::groupsAndPoliciesFollowTheType() {
    const EntityDesc &deal = *m_catalog->entity(u"deal");
    const auto field = [&](QStringView key) { return deal.field(deal.byKey(key)); };
    QCOMPARE(field(u"amount").group, u"amount"_s);
    QCOMPARE(field(u"amount").policy, MergePolicy::LastWriter);
    QCOMPARE(field(u"stage").group, u"stage"_s);
    QCOMPARE(field(u"pipeline").group, u"stage"_s);
    QCOMPARE(field(u"tags").policy, MergePolicy::IncludeExclude);
    QCOMPARE(field(u"description").policy, MergePolicy::KeepBoth);
    const std::vector<FieldHandle> together{deal.byKey(u"pipeline"), deal.byKey(u"stage")};
    QCOMPARE(deal.group(u"stage"), together);
    QVERIFY(deal.group(u"nothing").empty());
    QVERIFY(deal.byKey(u"nothing").isNull());
}

/// Two JSON texts that are both kept would be no JSON.
void TestBuiltin::settingsAndDefinitionsAreNotMixed() {
    const EntityDesc &setting = *m_catalog->entity(u"setting");
    QCOMPARE(setting.field(setting.byKey(u"value")).policy, MergePolicy::LastWriter);
    const EntityDesc &custom = *m_catalog->entity(u"custom_field");
    QCOMPARE(custom.field(custom.byKey(u"definition")).policy, MergePolicy::LastWriter);
}

void TestBuiltin::isBuiltOnce() { QCOMPARE(Catalog::builtin().get(), m_catalog.get()); }

} // namespace dw::test

using dw::test::TestBuiltin;
DW_TEST(TestBuiltin)

#include "tst_builtin.moc"
