// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What people may and may not make of a custom field; whatever is refused leaves nothing behind.
class TestCustomFieldLimits : public QObject {
    Q_OBJECT

private slots:
    void init() { m_f = std::make_unique<WorkspaceFixture>(); }
    void description_atItsLimits_data();
    void description_atItsLimits();
    void formula_thatIsWrong_isRefused_data();
    void formula_thatIsWrong_isRefused();
    void validity_isAskedAtTheDoor_data();
    void validity_isAskedAtTheDoor();
    void required_isAskedOfNewRowsAndOfClearing();
    void fields_asManyAsAnEntityTakes();

private:
    Result<Committed> add(const FieldDesc &field, const QString &entity = u"deal"_s) {
        return m_f->run(addFieldWork({entity, field}, m_f->origin()));
    }
    void expectRefused(const Result<Committed> &done, const QString &id);

    std::unique_ptr<WorkspaceFixture> m_f;
};

namespace {

FieldDesc fieldOf(const QString &key, FieldType type = FieldType::Text) {
    FieldDesc field;
    field.key = key;
    field.type = type;
    return field;
}

std::vector<Choice> choices(int count) {
    std::vector<Choice> all;
    all.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        all.push_back({u"k%1"_s.arg(i), {u"Choice %1"_s.arg(i), u"选项%1"_s.arg(i)}});
    return all;
}

QString text(int length) { return QString(length, u'x'); }

} // namespace

void TestCustomFieldLimits::expectRefused(const Result<Committed> &done, const QString &id) {
    QCOMPARE(messageId(done), id);
    QCOMPARE(m_f->workspace().catalog()->entity(u"deal")->fields,
             Catalog::builtin()->entity(u"deal")->fields);
    QCOMPARE(*m_f->reader().connection().scalar(u"SELECT count(*) FROM custom_field"_s), 0);
    QCOMPARE(m_f->damage(), QStringList());
}

void TestCustomFieldLimits::description_atItsLimits_data() {
    QTest::addColumn<FieldDesc>("field");
    QTest::addColumn<QString>("id");
    const QString fits = u"ok"_s;
    const QString bad = u"catalog.bad_field"_s;
    FieldDesc field = fieldOf(u"extra"_s);
    field.label = {text(100), text(100)};
    QTest::newRow("longest label") << field << fits;
    field.label.zh += u'x';
    // The row that describes the field is judged first.
    QTest::newRow("label too long") << field << u"valid.failed"_s;
    field = fieldOf(u"extra"_s, FieldType::Choice);
    QTest::newRow("no choice") << field << bad;
    field.choices = choices(1);
    QTest::newRow("one choice") << field << fits;
    field.choices = choices(1000);
    QTest::newRow("most choices") << field << fits;
    field.choices = choices(1001);
    QTest::newRow("too many choices") << field << bad;
    field.choices = {{text(60), {}}};
    QTest::newRow("longest choice") << field << fits;
    field.choices = {{text(61), {}}};
    QTest::newRow("choice too long") << field << bad;
    field.choices = {{u"a"_s, {}}, {u"a"_s, {}}};
    QTest::newRow("choice twice") << field << bad;
    field.choices = {{u"a"_s, {text(101), {}}}};
    QTest::newRow("choice with a long label") << field << bad;
    field.choices = {{u"a,b"_s, {}}};
    QTest::newRow("choice with a comma") << field << bad;
    field = fieldOf(u"extra"_s, FieldType::Link);
    QTest::newRow("no target") << field << bad;
    field.target = u"unicorn"_s;
    QTest::newRow("unknown target") << field << bad;
    field.target = u"deal"_s;
    QTest::newRow("its own kind") << field << fits;
    field = fieldOf(u"extra"_s, FieldType::Number);
    field.validity.min = 2;
    field.validity.max = 2;
    QTest::newRow("one number") << field << fits;
    field.validity.max = 1;
    QTest::newRow("no number") << field << bad;
    field.validity.max = std::numeric_limits<double>::max();
    QTest::newRow("greatest number") << field << fits;
    field = fieldOf(u"extra"_s);
    field.validity.maxLength = std::numeric_limits<int>::max();
    QTest::newRow("any length") << field << u"catalog.bad_definition"_s;
    field.validity.maxLength = 1'000'000'000;
    QTest::newRow("longest length") << field << fits;
    field = fieldOf(u"extra"_s);
    field.unit = u"\"\\\u2028\U0001F600"_s;
    QTest::newRow("strange unit") << field << fits;
}

void TestCustomFieldLimits::description_atItsLimits() {
    QFETCH(const FieldDesc, field);
    QFETCH(const QString, id);
    const auto done = add(field);
    if (id != "ok"_L1)
        return expectRefused(done, id);
    QCOMPARE(messageId(done), id);
    m_f->reopen();
    QVERIFY(m_f->workspace().openingNotes().empty());
    const EntityDesc &deal = m_f->entity(u"deal");
    const FieldDesc &made = deal.field(deal.byKey(u"extra"));
    QCOMPARE(made.choices, field.choices);
    QCOMPARE(made.validity, field.validity);
    QCOMPARE(made.unit, field.unit);
    QCOMPARE(made.target, field.target);
    QCOMPARE(m_f->damage(), QStringList());
}

void TestCustomFieldLimits::formula_thatIsWrong_isRefused_data() {
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString() << u"expr.syntax"_s;
    QTest::newRow("syntax") << u"amount *"_s << u"expr.syntax"_s;
    QTest::newRow("unknown field") << u"amont * 2"_s << u"expr.unknown_field"_s;
    QTest::newRow("itself") << u"extra + 1"_s << u"expr.unknown_field"_s;
    QTest::newRow("types") << u"amount + name"_s << u"expr.type"_s;
    QTest::newRow("brackets") << QString(5000, u'(') << u"expr.too_deep"_s;
    QTest::newRow("length") << text(20'001) << u"expr.too_long"_s;
    QTest::newRow("a set") << u"tags"_s << u"catalog.bad_field"_s;
}

void TestCustomFieldLimits::formula_thatIsWrong_isRefused() {
    QFETCH(const QString, formula);
    QFETCH(const QString, id);
    FieldDesc field = fieldOf(u"extra"_s, FieldType::Formula);
    field.formula = formula;
    expectRefused(add(field), id);
}

void TestCustomFieldLimits::validity_isAskedAtTheDoor_data() {
    QTest::addColumn<FieldDesc>("field");
    QTest::addColumn<QString>("fits");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("id");
    FieldDesc field = fieldOf(u"extra"_s, FieldType::Number);
    field.validity.min = 0;
    field.validity.max = 10;
    QTest::newRow("number at its least") << field << u"0"_s << u"-0.001"_s << u"valid.min"_s;
    QTest::newRow("number at its most") << field << u"10"_s << u"10.5"_s << u"valid.max"_s;
    field.type = FieldType::Counter;
    QTest::newRow("counter") << field << u"10"_s << u"11"_s << u"valid.max"_s;
    field.type = FieldType::Money;
    QTest::newRow("money") << field << u"CNY 10.00"_s << u"CNY 10.01"_s << u"valid.max"_s;
    field = fieldOf(u"extra"_s);
    field.validity.maxLength = 3;
    QTest::newRow("text") << field << u"苏州市"_s << u"苏州市区"_s << u"valid.length"_s;
    field = fieldOf(u"extra"_s, FieldType::Email);
    QTest::newRow("e-mail") << field << u"a@b.cn"_s << u"a at b"_s << u"valid.email"_s;
    field = fieldOf(u"extra"_s, FieldType::Phone);
    QTest::newRow("phone") << field << u"(0512) 6666-8888"_s << u"call me"_s << u"valid.phone"_s;
}

void TestCustomFieldLimits::validity_isAskedAtTheDoor() {
    QFETCH(const FieldDesc, field);
    QFETCH(const QString, fits);
    QFETCH(const QString, wrong);
    QFETCH(const QString, id);
    must(add(field));
    const RecordId deal = m_f->create(u"deal"_s, u"name=A|extra="_s + fits);
    const auto done = m_f->run(
        typedWork(u"deal"_s, deal, WorkspaceFixture::edits(u"extra="_s + wrong), m_f->origin()));
    QCOMPARE(messageId(done), u"valid.failed"_s);
    QCOMPARE(done.error().reasons.front().id, id);
    QCOMPARE(done.error().reasons.front().args.value(u"field"_s), u"deal.extra"_s);
    QCOMPARE(m_f->text(u"deal"_s, deal, u"extra"), fits);
}

void TestCustomFieldLimits::required_isAskedOfNewRowsAndOfClearing() {
    const RecordId old = m_f->create(u"deal"_s, u"name=old"_s);
    FieldDesc field = fieldOf(u"extra"_s);
    field.validity.required = true;
    must(add(field));
    const auto type = [&](RecordId id, const QString &edits) {
        return messageId(
            m_f->run(typedWork(u"deal"_s, id, WorkspaceFixture::edits(edits), m_f->origin())));
    };
    QCOMPARE(type({}, u"name=new"_s), u"valid.failed"_s);
    QCOMPARE(type({}, u"name=new|extra=x"_s), u"ok"_s);
    // What was there before the field may still be worked on.
    QCOMPARE(type(old, u"name=older"_s), u"ok"_s);
    QCOMPARE(type(old, u"extra=x"_s), u"ok"_s);
    QCOMPARE(type(old, u"extra="_s), u"valid.failed"_s);
    QCOMPARE(m_f->text(u"deal"_s, old, u"extra"), u"x"_s);
}

/// Amounts take two columns each, and a table of the database has its limit too.
void TestCustomFieldLimits::fields_asManyAsAnEntityTakes() {
    constexpr int most = 900;
    const int free = most - int(m_f->entity(u"tag").fields.size());
    const auto addMany = [&](int from, int count) {
        return m_f->run({{.actor = m_f->workspace().actor()}, [=](WriteTransaction &tx) {
                             for (int i = from; i < from + count; ++i) {
                                 FieldDefinition definition{
                                     u"tag"_s, fieldOf(u"f%1"_s.arg(i), FieldType::Money)};
                                 const auto made =
                                     tx.create(fieldToRecord(tx.catalog(), definition, {}));
                                 if (!made)
                                     return Result<void>(made.error());
                             }
                             return Result<void>();
                         }});
    };
    const auto all = addMany(0, free);
    QVERIFY2(all, qPrintable(failure(all)));
    const auto tooMany = addMany(free, 1);
    QCOMPARE(messageId(tooMany), u"catalog.bad_field"_s);
    QCOMPARE(tooMany.error().reasons.front().id, u"catalog.too_many_fields"_s);
    m_f->reopen();
    QCOMPARE(int(m_f->entity(u"tag").fields.size()), most);
    const QString last = u"f%1"_s.arg(free - 1);
    const RecordId tag = m_f->create(u"tag"_s, u"name=red|f0=CNY 1.00|%1=CNY 2.00"_s.arg(last));
    QCOMPARE(m_f->text(u"tag"_s, tag, last), u"CNY 2.00"_s);
    QCOMPARE(m_f->damage(), QStringList());
}

} // namespace dw::test

using dw::test::TestCustomFieldLimits;
DW_TEST(TestCustomFieldLimits)

#include "tst_customfield_limits.moc"
