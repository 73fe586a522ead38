// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/customfieldsamples.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Keys that people give to custom fields, hostile ones and such as mean something elsewhere.
class TestCustomFieldKeys : public QObject {
    Q_OBJECT

private slots:
    void init() { m_f = std::make_unique<WorkspaceFixture>(); }
    void key_thatIsNone_isRefused_data();
    void key_thatIsNone_isRefused();
    void key_ofAFieldThatIsThere_isRefused_data();
    void key_ofAFieldThatIsThere_isRefused();
    void key_thatIsAWordElsewhere_works_data();
    void key_thatIsAWordElsewhere_works();
    void key_ofARelation_leavesTheRelation();
    void key_mayBeTheSameElsewhere();

private:
    Result<Committed> add(const FieldDesc &field, const QString &entity = u"deal"_s) {
        return m_f->run(addFieldWork({entity, field}, m_f->origin()));
    }
    void expectRefused(const Result<Committed> &done, const QString &id);
    [[nodiscard]] QStringList where(const QString &condition) {
        return dealsWhere(m_f->reader(), m_f->workspace().readTime(), condition);
    }

    std::unique_ptr<WorkspaceFixture> m_f;
};

namespace {

FieldDesc fieldOf(const QString &key, FieldType type = FieldType::Text) {
    FieldDesc field;
    field.key = key;
    field.type = type;
    return field;
}

QString text(int length) { return QString(length, u'x'); }

} // namespace

void TestCustomFieldKeys::expectRefused(const Result<Committed> &done, const QString &id) {
    QCOMPARE(messageId(done), id);
    QCOMPARE(m_f->workspace().catalog()->entity(u"deal")->fields,
             Catalog::builtin()->entity(u"deal")->fields);
    QCOMPARE(*m_f->reader().connection().scalar(u"SELECT count(*) FROM custom_field"_s), 0);
    QCOMPARE(m_f->damage(), QStringList());
}

void TestCustomFieldKeys::key_thatIsNone_isRefused_data() {
    QTest::addColumn<QString>("key");
    const QStringList keys{u"9a"_s,
                           u"_a"_s,
                           u"A"_s,
                           u"aB"_s,
                           u"a-b"_s,
                           u"a b"_s,
                           u"a "_s,
                           u"\u00E4"_s,
                           u"字段"_s,
                           u"a\u0301"_s,
                           u"ａ"_s,
                           u"a\n"_s,
                           u"a\0b"_s,
                           u"a.b"_s,
                           u"a\"b"_s,
                           u"a'b"_s,
                           u"a); DROP TABLE deal; --"_s,
                           text(41),
                           text(100'000),
                           u"id"_s,
                           u"short_id"_s,
                           u"deleted"_s,
                           u"merged_into"_s,
                           u"me"_s,
                           u"and"_s,
                           u"contains"_s,
                           u"where"_s,
                           u"null"_s,
                           u"owner_label"_s,
                           u"_label"_s};
    for (int i = 0; i < int(keys.size()); ++i)
        QTest::addRow("%d %s", i, keys[i].left(30).toUtf8().toPercentEncoding().constData())
            << keys[i];
}

void TestCustomFieldKeys::key_thatIsNone_isRefused() {
    QFETCH(const QString, key);
    for (const FieldType type : {FieldType::Text, FieldType::Money, FieldType::Set}) {
        FieldDesc field = fieldOf(key, type);
        field.choices = {{u"a"_s, {}}};
        const auto done = add(field);
        // The row that describes a field cannot hold every text either.
        const bool isRow = messageId(done) == "valid.failed"_L1;
        expectRefused(done, isRow ? u"valid.failed"_s : u"catalog.bad_key"_s);
        QVERIFY(done.error().message.args.value(u"key"_s).size() <= 100);
    }
}

void TestCustomFieldKeys::key_ofAFieldThatIsThere_isRefused_data() {
    QTest::addColumn<QString>("key");
    for (const char *key : {"name", "amount", "stage", "created_at", "stage_since", "board_order"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestCustomFieldKeys::key_ofAFieldThatIsThere_isRefused() {
    QFETCH(const QString, key);
    QVERIFY(!m_f->entity(u"deal").byKey(key).isNull());
    const auto done = add(fieldOf(key));
    expectRefused(done, u"write.key_taken"_s);
    QCOMPARE(done.error().message.args.value(u"field"_s), u"deal."_s + key);
}

void TestCustomFieldKeys::key_thatIsAWordElsewhere_works_data() {
    QTest::addColumn<QString>("key");
    // Of SQL, of expressions, of SQLite, of tables and their other columns.
    for (const char *key : {"select",
                            "table",
                            "order",
                            "group",
                            "rowid",
                            "oid",
                            "from",
                            "t",
                            "r1",
                            "s",
                            "row",
                            "member",
                            "days",
                            "day",
                            "cny",
                            "usd",
                            "with",
                            "starts",
                            "if",
                            "today",
                            "count",
                            "max",
                            "deal",
                            "deals",
                            "name_key",
                            "amount_minor",
                            "amount_currency",
                            "deal_tags",
                            "c_h770001",
                            "x",
                            "title",
                            "key",
                            "entity"})
        QTest::newRow(key) << QString::fromLatin1(key);
    QTest::newRow("longest") << text(40);
}

void TestCustomFieldKeys::key_thatIsAWordElsewhere_works() {
    QFETCH(const QString, key);
    must(add(fieldOf(key)));
    const RecordId deal = m_f->create(u"deal"_s, u"name=A|amount=CNY 7|"_s + key + u"=yes"_s);
    m_f->create(u"deal"_s, u"name=B|amount=CNY 7"_s);
    QCOMPARE(m_f->text(u"deal"_s, deal, key), u"yes"_s);
    QCOMPARE(where(key + u" = \"yes\""_s), QStringList{u"A"_s});
    QCOMPARE(where(u"not "_s + key + u" is empty"_s), QStringList{u"A"_s});
    QCOMPARE(where(u"amount = CNY 7 and (\"yes\" = "_s + key + u')'), QStringList{u"A"_s});
    QCOMPARE(where(u"length("_s + key + u") = 3"_s), QStringList{u"A"_s});
    QCOMPARE(where(u"amount > CNY 6"_s), (QStringList{u"A"_s, u"B"_s}));
    m_f->reopen();
    QCOMPARE(where(key + u" starts with \"Y\""_s), QStringList{u"A"_s});
    QCOMPARE(m_f->damage(), QStringList());
}

void TestCustomFieldKeys::key_ofARelation_leavesTheRelation() {
    const RecordId deal = m_f->create(u"deal"_s, u"name=A"_s);
    m_f->create(u"task"_s, u"title=call|deal="_s + deal.text());
    const QString stored = must(Expression::parse(u"count(tasks where not done) = 1"_s,
                                                  *m_f->workspace().catalog(), u"deal"_s))
                               .stored();
    must(add(fieldOf(u"tasks"_s, FieldType::Number)));
    m_f->edit(u"deal"_s, deal, u"tasks=5"_s);
    QCOMPARE(where(u"tasks = 5"_s), QStringList{u"A"_s});
    QCOMPARE(where(u"count(tasks where not done) = 1"_s), QStringList{u"A"_s});
    QCOMPARE(where(u"count(tasks) = 1 and tasks > 4"_s), QStringList{u"A"_s});
    const auto again = Expression::fromStored(stored, *m_f->workspace().catalog(), u"deal"_s);
    QVERIFY2(again, qPrintable(failure(again)));
    QCOMPARE(again->stored(), stored);
}

void TestCustomFieldKeys::key_mayBeTheSameElsewhere() {
    must(add(fieldOf(u"belt"_s)));
    must(add(fieldOf(u"belt"_s, FieldType::Number), u"accounts"_s));
    const RecordId account = m_f->create(u"account"_s, u"name=Acme|belt=3"_s);
    m_f->create(u"deal"_s, u"name=A|belt=East|account="_s + account.text());
    QCOMPARE(where(u"belt = \"east\" and account.belt = 3"_s), QStringList{u"A"_s});
    QCOMPARE(m_f->damage(), QStringList());
}

} // namespace dw::test

using dw::test::TestCustomFieldKeys;
DW_TEST(TestCustomFieldKeys)

#include "tst_customfield_keys.moc"
