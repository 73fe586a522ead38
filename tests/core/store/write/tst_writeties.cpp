// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What holds rows together at the door: no row above itself, nothing gone that others cannot be
/// without, settings that can be read.
class TestWriteTies : public QObject {
    Q_OBJECT

private slots:
    void rowAboveItself_isRefused_data();
    void rowAboveItself_isRefused();
    void circleOverSeveralRows_isRefused_namingThem();
    void circleOnTheWay_thatIsOpenAtTheEnd_passes();
    void circleThatIsThere_stopsNothingElse();
    void stageInUse_isNotDeleted();
    void pipelineInUse_isNotDeleted();
    void stageWhoseDealsMoveAway_isDeletedInTheSameUnit();
    void deletion_saysWhoStillNamesIt();
    void deletion_ofSomethingUnused_saysNothing();
    void settingThatCouldNotBeRead_isRefused_data();
    void settingThatCouldNotBeRead_isRefused();
    void settingThatIsRenamed_isJudgedByItsNewKey();

private:
    static Result<Committed> put(TestWorkspace &w, QStringView entity, RecordId id, Fields fields) {
        return w.run([&](WriteTransaction &tx) { return tx.change(w.record(entity, fields, id)); });
    }
    static Result<Committed> drop(TestWorkspace &w, QStringView entity, RecordId id) {
        return w.run([&](WriteTransaction &tx) { return tx.remove(entity.toString(), id); });
    }
};

void TestWriteTies::rowAboveItself_isRefused_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("field");
    QTest::newRow("account") << u"account"_s << u"parent"_s;
    QTest::newRow("team") << u"team"_s << u"parent"_s;
    QTest::newRow("territory") << u"territory"_s << u"parent"_s;
    QTest::newRow("person") << u"person"_s << u"manager"_s;
}

void TestWriteTies::rowAboveItself_isRefused() {
    QFETCH(const QString, entity);
    QFETCH(const QString, field);
    TestWorkspace w;
    const RecordId id = w.create(entity, {{u"name", u"A"_s}});
    const auto done = put(w, entity, id, {{field, id}});
    QCOMPARE(messageId(done), u"hierarchy.loop"_s);
    QCOMPARE(done.error().kind, ErrorKind::Invalid);
    QCOMPARE(done.error().message.args.value(u"chain"_s), u"A \u2192 A"_s);
    QCOMPARE(done.error().message.args.value(u"field"_s), entity + u'.' + field);
    QVERIFY(w.value(entity, id, field).isEmpty());
}

void TestWriteTies::circleOverSeveralRows_isRefused_namingThem() {
    TestWorkspace w;
    const RecordId a = w.create(u"account", {{u"name", u"A"_s}});
    const RecordId b = w.create(u"account", {{u"name", u"B"_s}, {u"parent", a}});
    const RecordId c = w.create(u"account", {{u"name", u"C"_s}, {u"parent", b}});
    const auto done = put(w, u"account", a, {{u"parent", c}});
    QCOMPARE(messageId(done), u"hierarchy.loop"_s);
    QCOMPARE(done.error().message.args.value(u"chain"_s), u"A \u2192 C \u2192 B \u2192 A"_s);
    // One that is made with it.
    const RecordId made{makeUuidV5(u"made"_s)};
    QCOMPARE(messageId(w.run([&](WriteTransaction &tx) -> Result<void> {
                 must(tx.create(w.record(u"account", {{u"name", u"D"_s}, {u"parent", c}}, made)));
                 return tx.change(w.record(u"account", {{u"parent", made}}, a));
             })),
             u"hierarchy.loop"_s);
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteTies::circleOnTheWay_thatIsOpenAtTheEnd_passes() {
    TestWorkspace w;
    const RecordId a = w.create(u"account", {{u"name", u"A"_s}});
    const RecordId b = w.create(u"account", {{u"name", u"B"_s}, {u"parent", a}});
    QVERIFY(w.run([&](WriteTransaction &tx) -> Result<void> {
                 must(tx.change(w.record(u"account", {{u"parent", b}}, a)));
                 return tx.change(w.record(u"account", {{u"parent", FieldValue()}}, b));
             }).ok());
    QCOMPARE(w.value(u"account", a, u"parent"), FieldValue(b));
}

void TestWriteTies::circleThatIsThere_stopsNothingElse() {
    TestWorkspace w;
    const RecordId a = w.create(u"account", {{u"name", u"A"_s}});
    const RecordId b = w.create(u"account", {{u"name", u"B"_s}});
    must(w.door().maintain(
        [](Connection &c) { return c.exec(u"UPDATE account SET parent=id WHERE name='A'"_s); }));
    QVERIFY(put(w, u"account", b, {{u"parent", a}}).ok());
    QVERIFY(put(w, u"account", a, {{u"city", u"Suzhou"_s}}).ok());
}

void TestWriteTies::stageInUse_isNotDeleted() {
    TestWorkspace w;
    const RecordId stage = w.pipeline().stages[0];
    const RecordId first = w.deal(u"D"_s);
    const RecordId second = w.deal(u"E"_s);
    const auto done = drop(w, u"stage", stage);
    QCOMPARE(messageId(done), u"write.in_use"_s);
    QCOMPARE(done.error().kind, ErrorKind::Refused);
    QCOMPARE(done.error().message.args.value(u"count"_s), u"2"_s);
    QVERIFY(!w.row(u"stage", stage).deleted);
    w.remove(u"deal", first);
    w.change(u"deal", second, {{u"stage", w.pipeline().stages[1]}});
    const auto gone = must(drop(w, u"stage", stage));
    QVERIFY(gone.notes.empty());
    QVERIFY(w.row(u"stage", stage).deleted);
    QCOMPARE(w.damages(), QStringList());
}

void TestWriteTies::pipelineInUse_isNotDeleted() {
    TestWorkspace w;
    const RecordId pipeline = w.pipeline().id;
    const RecordId deal = w.deal(u"D"_s);
    QCOMPARE(messageId(drop(w, u"pipeline", pipeline)), u"write.in_use"_s);
    w.remove(u"deal", deal);
    QVERIFY(drop(w, u"pipeline", pipeline).ok());
}

void TestWriteTies::stageWhoseDealsMoveAway_isDeletedInTheSameUnit() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"D"_s);
    QVERIFY(w.run([&](WriteTransaction &tx) -> Result<void> {
                 must(tx.remove(u"stage"_s, w.pipeline().stages[0]));
                 return tx.change(w.record(u"deal", {{u"stage", w.pipeline().stages[1]}}, deal));
             }).ok());
}

void TestWriteTies::deletion_saysWhoStillNamesIt() {
    TestWorkspace w;
    const RecordId account = w.create(u"account", {{u"name", u"A"_s}});
    for (const QString &name : {u"D"_s, u"E"_s, u"F"_s})
        w.change(u"deal", w.deal(name), {{u"account", account}, {u"partner", account}});
    w.create(u"contact", {{u"name", u"Li"_s}, {u"account", account}});
    w.create(u"note", {{u"title", u"hangs on it"_s}, {u"account", account}});
    const auto done = must(drop(w, u"account", account));
    const auto named = [](const QString &entity, const QString &count) {
        return Message{u"write.still_named"_s, {{u"entity"_s, entity}, {u"count"_s, count}}};
    };
    QCOMPARE(done.notes, std::vector({named(u"contact"_s, u"1"_s), named(u"deal"_s, u"3"_s)}));
}

void TestWriteTies::deletion_ofSomethingUnused_saysNothing() {
    TestWorkspace w;
    const RecordId account = w.create(u"account", {{u"name", u"A"_s}});
    w.change(u"deal", w.deal(u"D"_s), {{u"account", w.create(u"account", {{u"name", u"B"_s}})}});
    QVERIFY(must(drop(w, u"account", account)).notes.empty());
}

void TestWriteTies::settingThatCouldNotBeRead_isRefused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("finding");
    const QString bad = u"setting.bad_value"_s;
    QTest::newRow("garbage") << u"currency"_s << u"garbage{"_s << u"setting.no_json"_s;
    QTest::newRow("two values") << u"x.y"_s << u"1, 2"_s << u"setting.no_json"_s;
    QTest::newRow("unknown key") << u"x.y"_s << u"{\"a\":[1]}"_s << QString();
    QTest::newRow("blank") << u"currency"_s << u" "_s << QString();
    QTest::newRow("currency") << u"currency"_s << u"\"EUR\""_s << QString();
    QTest::newRow("no currency") << u"currency"_s << u"\"XX\""_s << u"money.currency"_s;
    QTest::newRow("currency of another type") << u"currency"_s << u"5"_s << bad;
    QTest::newRow("calendar") << u"calendar"_s << u"[]"_s << bad;
    QTest::newRow("calendar without members") << u"calendar"_s << u"{}"_s << u"calendar.member"_s;
    QTest::newRow("fiscal") << u"fiscal"_s << u"{\"start_month\":4,\"week_start\":7}"_s
                            << QString();
    QTest::newRow("month 13") << u"fiscal"_s << u"{\"start_month\":13,\"week_start\":1}"_s
                              << u"calendar.bad_start_month"_s;
    QTest::newRow("week from day 0")
        << u"fiscal"_s << u"{\"start_month\":1,\"week_start\":0}"_s << u"calendar.bad_week_start"_s;
    QTest::newRow("month 1.5") << u"fiscal"_s << u"{\"start_month\":1.5,\"week_start\":1}"_s << bad;
    QTest::newRow("fiscal without week") << u"fiscal"_s << u"{\"start_month\":1}"_s << bad;
    QTest::newRow("rights") << u"access.rules"_s << u"[{}]"_s << u"access.bad_rule"_s;
    QTest::newRow("no rights") << u"access.rules"_s << u"{}"_s << bad;
    QTest::newRow("no person") << u"device.person"_s << u"\"Li Na\""_s << bad;
    QTest::newRow("nobody") << u"device.person"_s << u"\"0190a5b0-0000-7000-8000-000000000000\""_s
                            << u"write.link_unknown"_s;
}

void TestWriteTies::settingThatCouldNotBeRead_isRefused() {
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const QString, finding);
    TestWorkspace w;
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        const auto made = tx.create(
            w.record(u"setting", {{u"key", key}, {u"scope", u"team"_s}, {u"value", value}}));
        return made ? Result<void>() : made.error();
    });
    if (finding.isEmpty()) {
        QCOMPARE(messageId(done), u"ok"_s);
        return;
    }
    QCOMPARE(messageId(done), u"valid.failed"_s);
    QCOMPARE(done.error().reasons.size(), size_t(1));
    QCOMPARE(done.error().reasons.front().id, finding);
}

void TestWriteTies::settingThatIsRenamed_isJudgedByItsNewKey() {
    TestWorkspace w;
    const RecordId id =
        w.create(u"setting", {{u"key", u"x.y"_s}, {u"scope", u"team"_s}, {u"value", u"5"_s}});
    QCOMPARE(messageId(put(w, u"setting", id, {{u"key", u"currency"_s}})), u"valid.failed"_s);
    QVERIFY(put(w, u"setting", id, {{u"value", u"6"_s}}).ok());
}

} // namespace dw::test

using dw::test::TestWriteTies;
DW_TEST(TestWriteTies)

#include "tst_writeties.moc"
