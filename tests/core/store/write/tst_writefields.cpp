// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestWriteFields : public QObject {
    Q_OBJECT

private slots:
    void create_addsColumnAndField_data();
    void create_addsColumnAndField();
    void create_thatIsRolledBack_leavesNeitherColumnNorField();
    void create_withAKeyThatIsTaken_isRefused();
    void create_ofNonsense_isRefused_data();
    void create_ofNonsense_isRefused();
    void field_canBeUsedInTheSameUnit();
    void change_renamesAndNeverRetypes();
    void remove_hidesAndRestoreShows();
    void undo_ofTheDefinition_hidesTheField();
    void counter_addsUp();
    void counter_overflow_isRefused();
    void openDoor_findsTheFieldsAgain();

private:
    static RecordId add(TestWorkspace &w, FieldDesc field, const QString &entity = u"deal"_s);
    static FieldDesc field(const QString &key, FieldType type);
};

FieldDesc TestWriteFields::field(const QString &key, FieldType type) {
    FieldDesc field;
    field.key = key;
    field.type = type;
    field.label = {u"Label "_s + key, u"标签"_s};
    if (type == FieldType::Choice || type == FieldType::Set)
        field.choices = {{u"low"_s, {u"Low"_s, u"低"_s}}, {u"high"_s, {u"High"_s, u"高"_s}}};
    if (type == FieldType::Link)
        field.target = u"account"_s;
    if (type == FieldType::Formula)
        field.formula = u"amount"_s;
    field.formulaType = FieldType::Money;
    return field;
}

RecordId TestWriteFields::add(TestWorkspace &w, FieldDesc field, const QString &entity) {
    RecordId id;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        id = must(tx.create(fieldToRecord(tx.catalog(), {entity, field}, {})));
        return {};
    }));
    return id;
}

void TestWriteFields::create_addsColumnAndField_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<FieldValue>("value");
    QTest::newRow("text") << FieldType::Text << FieldValue(u"文字"_s);
    QTest::newRow("long text") << FieldType::LongText << FieldValue(u"a\nb"_s);
    QTest::newRow("number") << FieldType::Number << FieldValue(2.5);
    QTest::newRow("money") << FieldType::Money << FieldValue(must(Money::fromText(u"JPY 500"_s)));
    QTest::newRow("date") << FieldType::Date << FieldValue(QDate(2026, 2, 28));
    QTest::newRow("instant") << FieldType::Instant << FieldValue(Instant{1'772'438'400'001});
    QTest::newRow("yes/no") << FieldType::YesNo << FieldValue(false);
    QTest::newRow("choice") << FieldType::Choice << FieldValue(u"high"_s);
    QTest::newRow("set") << FieldType::Set << FieldValue(QStringList{u"high"_s, u"low"_s});
    QTest::newRow("counter") << FieldType::Counter << FieldValue(7);
    QTest::newRow("phone") << FieldType::Phone << FieldValue(u"+86 512 6666 8888"_s);
    QTest::newRow("e-mail") << FieldType::Email << FieldValue(u"li@example.cn"_s);
    QTest::newRow("formula") << FieldType::Formula << FieldValue();
}

void TestWriteFields::create_addsColumnAndField() {
    QFETCH(const FieldType, type);
    QFETCH(const FieldValue, value);
    TestWorkspace w;
    const RecordId deal = w.deal(u"D"_s);
    QSignalSpy spy(&w.door(), &Door::committed);
    const RecordId id = add(w, field(u"extra"_s, type));
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(spy.at(0).at(0).value<ChangeNotice>().catalogChanged);

    const EntityDesc &entity = w.entity(u"deal");
    const FieldHandle handle = entity.byKey(u"extra");
    QVERIFY(!handle.isNull());
    const FieldDesc made = entity.field(handle);
    QVERIFY(made.custom);
    QCOMPARE(made.type, type);
    const QString shortId = w.row(u"custom_field", id).shortId;
    QCOMPARE(made.name, u"c_"_s + shortId.toLower().remove(u'-'));
    QCOMPARE(w.value(u"custom_field", id, u"name"), FieldValue(made.name));

    QVERIFY(w.value(u"deal", deal, made.name).isEmpty());
    if (type != FieldType::Formula) {
        w.change(u"deal", deal, {{made.name, value}});
        QCOMPARE(w.value(u"deal", deal, made.name), value);
        const auto history = must(w.history().ofRecord(deal, made.name));
        QCOMPARE(history.size(), size_t(1));
        const auto now =
            must(w.history().recordAt(*w.catalog().get(), u"deal"_s, deal, w.wall.now()));
        QCOMPARE(now->value(handle), value);
    }
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteFields::create_thatIsRolledBack_leavesNeitherColumnNorField() {
    TestWorkspace w;
    const CatalogPtr before = w.catalog().get();
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.create(
            fieldToRecord(tx.catalog(), {u"deal"_s, field(u"extra"_s, FieldType::Text)}, {})));
        const bool isThere = !tx.catalog().entity(u"deal")->byKey(u"extra").isNull();
        return makeError(ErrorKind::Invalid, isThere ? u"rolled.back"_s : u"missing"_s);
    });
    QCOMPARE(done.error().message.id, u"rolled.back"_s);
    QCOMPARE(w.catalog().get(), before);
    QCOMPARE(w.damages(), QStringList());
    add(w, field(u"extra"_s, FieldType::Number));
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteFields::create_withAKeyThatIsTaken_isRefused() {
    TestWorkspace w;
    add(w, field(u"extra"_s, FieldType::Text));
    for (const QString &key : {u"extra"_s, u"amount"_s}) {
        const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
            return tx
                .create(fieldToRecord(tx.catalog(), {u"deal"_s, field(key, FieldType::Text)}, {}))
                .error();
        });
        QCOMPARE(
            done.error().message,
            Message({u"write.key_taken"_s, {{u"field"_s, u"deal."_s + key}, {u"key"_s, key}}}));
    }
    add(w, field(u"extra"_s, FieldType::Text), u"account"_s);
}

void TestWriteFields::create_ofNonsense_isRefused_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("id");
    const QString none = u"{}"_s;
    QTest::newRow("entity") << u"spaceship"_s << u"a"_s << u"text"_s << none
                            << u"catalog.unknown_entity"_s;
    QTest::newRow("unlisted") << u"setting"_s << u"a"_s << u"text"_s << none
                              << u"catalog.unknown_entity"_s;
    QTest::newRow("key") << u"deal"_s << u"9a"_s << u"text"_s << none << u"catalog.bad_key"_s;
    QTest::newRow("type") << u"deal"_s << u"a"_s << u"blob"_s << none
                          << u"catalog.bad_definition"_s;
    QTest::newRow("json") << u"deal"_s << u"a"_s << u"text"_s << u"[]"_s
                          << u"catalog.bad_definition"_s;
    QTest::newRow("choices") << u"deal"_s << u"a"_s << u"choice"_s << none
                             << u"catalog.bad_field"_s;
    QTest::newRow("formula") << u"deal"_s << u"a"_s << u"formula"_s
                             << u"{\"formula\":\"amount +\",\"formula_type\":\"money\"}"_s
                             << u"expr.syntax"_s;
}

void TestWriteFields::create_ofNonsense_isRefused() {
    QFETCH(const QString, entity);
    QFETCH(const QString, key);
    QFETCH(const QString, type);
    QFETCH(const QString, definition);
    QFETCH(const QString, id);
    TestWorkspace w;
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        const auto made = tx.create(w.record(
            u"custom_field",
            {{u"entity", entity}, {u"key", key}, {u"type", type}, {u"definition", definition}}));
        return made ? Result<void>() : Result<void>(made.error());
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().message.id, id);
    QCOMPARE(done.error().kind,
             id == "catalog.unknown_entity"_L1 ? ErrorKind::NotFound : ErrorKind::Invalid);
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM custom_field"_s)), 0);
}

void TestWriteFields::field_canBeUsedInTheSameUnit() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"D"_s);
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.create(
            fieldToRecord(tx.catalog(), {u"deal"_s, field(u"extra"_s, FieldType::Text)}, {})));
        Record values(u"deal"_s, deal);
        values.set(tx.catalog().entity(u"deal")->byKey(u"extra"), u"at once"_s);
        return tx.change(values);
    });
    QVERIFY(done.ok());
    const EntityDesc &entity = w.entity(u"deal");
    QCOMPARE(w.value(u"deal", deal, entity.field(entity.byKey(u"extra")).name),
             FieldValue(u"at once"_s));
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteFields::change_renamesAndNeverRetypes() {
    TestWorkspace w;
    const RecordId id = add(w, field(u"extra"_s, FieldType::Text));
    w.change(u"custom_field", id, {{u"label_en", u"Other"_s}});
    const EntityDesc &entity = w.entity(u"deal");
    QCOMPARE(entity.field(entity.byKey(u"extra")).label.en, u"Other"_s);
    for (const auto &[name, value] :
         std::initializer_list<std::pair<QString, QString>>{{u"type"_s, u"number"_s},
                                                            {u"name"_s, u"c_other"_s},
                                                            {u"key"_s, u"other"_s},
                                                            {u"entity"_s, u"account"_s}}) {
        const auto done = w.run([&](WriteTransaction &tx) {
            return tx.change(w.record(u"custom_field", {{name, value}}, id));
        });
        QCOMPARE(done.error().message,
                 Message({u"write.fixed_field"_s, {{u"field"_s, u"custom_field."_s + name}}}));
    }
    const auto broken = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"custom_field", {{u"definition", u"{"_s}}, id));
    });
    QCOMPARE(broken.error().message.id, u"catalog.bad_definition"_s);
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteFields::remove_hidesAndRestoreShows() {
    TestWorkspace w;
    const RecordId id = add(w, field(u"extra"_s, FieldType::Text));
    const RecordId deal = w.deal(u"D"_s);
    const QString name = w.value(u"custom_field", id, u"name").as<QString>();
    w.change(u"deal", deal, {{name, u"kept"_s}});
    const auto isHidden = [&] {
        const EntityDesc &entity = w.entity(u"deal");
        return entity.field(entity.byName(name)).hidden;
    };
    w.remove(u"custom_field", id);
    QVERIFY(isHidden());
    QCOMPARE(w.value(u"deal", deal, name), FieldValue(u"kept"_s));
    w.reopen();
    QVERIFY(isHidden());
    w.restore(u"custom_field", id);
    QVERIFY(!isHidden());
    w.change(u"custom_field", id, {{u"hidden", true}});
    QVERIFY(isHidden());
    QCOMPARE(w.value(u"deal", deal, name), FieldValue(u"kept"_s));
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteFields::undo_ofTheDefinition_hidesTheField() {
    TestWorkspace w;
    const RecordId id = add(w, field(u"extra"_s, FieldType::Text));
    const QString name = w.value(u"custom_field", id, u"name").as<QString>();
    const auto undone = must(w.undo(1));
    QVERIFY(undone.notice.catalogChanged);
    const auto isHidden = [&] {
        const EntityDesc &entity = w.entity(u"deal");
        return entity.field(entity.byName(name)).hidden;
    };
    QVERIFY(isHidden());
    must(w.undo(undone.set));
    QVERIFY(!isHidden());
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteFields::counter_addsUp() {
    TestWorkspace w;
    const RecordId id = add(w, field(u"visits"_s, FieldType::Counter));
    const QString name = w.value(u"custom_field", id, u"name").as<QString>();
    const RecordId deal = w.deal(u"D"_s);
    const auto add = [&](qint64 by) {
        return must(w.run([&](WriteTransaction &tx) {
                   return tx.increment(u"deal"_s, deal, name, by);
               }))
            .set;
    };
    add(3);
    add(-1);
    QCOMPARE(w.value(u"deal", deal, name), FieldValue(2));
    // A plain value is the increment that leads there; nothing is no increment.
    w.change(u"deal", deal, {{name, 10}});
    QCOMPARE(add(0), 0);
    w.change(u"deal", deal, {{name, FieldValue()}});
    add(5);
    QCOMPARE(w.value(u"deal", deal, name), FieldValue(5));
    const auto records = must(w.history().ofRecord(deal, name));
    QCOMPARE(records.size(), size_t(5));
    const auto change = [&](size_t i) { return records[i].groups[0]; };
    QCOMPARE(change(0).op, ChangeOp::Add);
    QCOMPARE(change(0).fields[0].old, LoggedValue::absent());
    QCOMPARE(change(1).fields[0].next.value, FieldValue(-1));
    QCOMPARE(change(1).fields[0].old.value, FieldValue(3));
    QCOMPARE(change(2).op, ChangeOp::Add);
    QCOMPARE(change(2).fields[0].next.value, FieldValue(8));
    QCOMPARE(change(3).op, ChangeOp::Set);
    QCOMPARE(change(3).fields[0].next.state, LoggedValue::State::Cleared);
    QCOMPARE(change(4).fields[0].old.state, LoggedValue::State::Cleared);
    QCOMPARE(w.damages(), QStringList());
    const auto wrong =
        w.run([&](WriteTransaction &tx) { return tx.increment(u"deal"_s, deal, u"name"_s, 1); });
    QCOMPARE(wrong.error().message.id, u"write.no_counter"_s);
}

void TestWriteFields::counter_overflow_isRefused() {
    TestWorkspace w;
    const RecordId id = add(w, field(u"visits"_s, FieldType::Counter));
    const QString name = w.value(u"custom_field", id, u"name").as<QString>();
    const RecordId deal = w.deal(u"D"_s);
    constexpr auto most = std::numeric_limits<qint64>::max();
    constexpr auto least = std::numeric_limits<qint64>::min();
    w.change(u"deal", deal, {{name, most}});
    const auto more =
        w.run([&](WriteTransaction &tx) { return tx.increment(u"deal"_s, deal, name, 1); });
    QCOMPARE(more.error().message.id, u"write.overflow"_s);
    // The way from one end to the other is no increment that fits, so the value is set.
    w.change(u"deal", deal, {{name, least}});
    QCOMPARE(w.value(u"deal", deal, name), FieldValue(least));
    const auto less =
        w.run([&](WriteTransaction &tx) { return tx.increment(u"deal"_s, deal, name, -1); });
    QCOMPARE(less.error().message.id, u"write.overflow"_s);
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteFields::openDoor_findsTheFieldsAgain() {
    TestWorkspace w;
    const RecordId id = add(w, field(u"extra"_s, FieldType::Set));
    const QString name = w.value(u"custom_field", id, u"name").as<QString>();
    const RecordId deal = w.deal(u"D"_s);
    w.reopen();
    w.change(u"deal", deal, {{name, QStringList{u"low"_s}}});
    QCOMPARE(w.value(u"deal", deal, name), FieldValue(QStringList{u"low"_s}));
    QCOMPARE(w.damages(), QStringList());
}

} // namespace dw::test

using dw::test::TestWriteFields;
DW_TEST(TestWriteFields)

#include "tst_writefields.moc"
