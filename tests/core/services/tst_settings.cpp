// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/settings.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void values_comeBack_data();
    void values_comeBack();
    void thePersons_standsBeforeTheDevices_beforeTheTeams();
    void null_takesItAway_andItMayComeBack();
    void ids_areTheSameEverywhere();
    void typed_isInForce_data();
    void typed_isInForce();
    void person_mustSitHere();
    void rights_thatCannotBeRead_areRefused();
    void rights_areInForceAtOnce();
    void garbage_isNoValue();
    void zone_isInForceAtOnce_andComesBackByUndo();
};

void TestSettings::values_comeBack_data() {
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << QJsonValue(u"季度 \"Q1\"\n"_s);
    QTest::newRow("empty text") << QJsonValue(QString());
    QTest::newRow("number") << QJsonValue(15.5);
    QTest::newRow("yes") << QJsonValue(true);
    QTest::newRow("no") << QJsonValue(false);
    QTest::newRow("list") << QJsonValue(QJsonArray{1, u"two"_s, QJsonArray{}});
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"a"_s, QJsonObject{{u"b"_s, 1}}}});
}

void TestSettings::values_comeBack() {
    QFETCH(QJsonValue, value);
    WorkspaceFixture f;
    const auto done = f.run(settingWork(u"x.y"_s, SettingScope::Team, value, f.origin()));
    QCOMPARE(failure(done), QString());
    QCOMPARE(f.label(done->set), u"changed the setting x.y"_s);
    QCOMPARE(setting(f.reader(), u"x.y"_s, {}), value);
}

void TestSettings::thePersons_standsBeforeTheDevices_beforeTheTeams() {
    WorkspaceFixture f;
    const RecordId me = f.workspace().actor();
    QCOMPARE(setting(f.reader(), u"k"_s, me, 0), QJsonValue(0));
    must(f.run(settingWork(u"k"_s, SettingScope::Team, 1, f.origin())));
    QCOMPARE(setting(f.reader(), u"k"_s, me, 0), QJsonValue(1));
    must(f.run(settingWork(u"k"_s, SettingScope::Device, 2, f.origin())));
    QCOMPARE(setting(f.reader(), u"k"_s, me, 0), QJsonValue(2));
    must(f.run(settingWork(u"k"_s, SettingScope::Person, 3, f.origin())));
    QCOMPARE(setting(f.reader(), u"k"_s, me, 0), QJsonValue(3));
    QCOMPARE(setting(f.reader(), u"k"_s, {}, 0), QJsonValue(2));
    QCOMPARE(setting(f.reader(), u"k"_s, {makeUuidV5(u"wu"_s)}, 0), QJsonValue(2));
}

void TestSettings::null_takesItAway_andItMayComeBack() {
    WorkspaceFixture f;
    const auto put = [&](const QJsonValue &value) {
        return must(f.run(settingWork(u"k"_s, SettingScope::Team, value, f.origin()))).set;
    };
    QCOMPARE(put(QJsonValue()), 0);
    put(1);
    put(QJsonValue());
    QCOMPARE(setting(f.reader(), u"k"_s, {}, u"usual"_s), QJsonValue(u"usual"_s));
    QCOMPARE(put(QJsonValue()), 0);
    put(2);
    QCOMPARE(setting(f.reader(), u"k"_s, {}), QJsonValue(2));
    QCOMPARE(f.damage(), QStringList());
}

void TestSettings::ids_areTheSameEverywhere() {
    const RecordId person{makeUuidV5(u"li"_s)};
    const DeviceId device{makeUuidV5(u"laptop"_s)};
    const RecordId team = settingId(u"currency"_s, {});
    QCOMPARE(team, RecordId{makeUuidV5(u"setting/team/currency"_s)});
    QCOMPARE(settingId(u"currency"_s, {SettingScope::Team, person, device}), team);
    const RecordId persons = settingId(u"currency"_s, {SettingScope::Person, person, device});
    const RecordId devices = settingId(u"currency"_s, {SettingScope::Device, person, device});
    QVERIFY(persons != team && devices != team && persons != devices);
}

void TestSettings::typed_isInForce_data() {
    QTest::addColumn<QString>("edits");
    QTest::addColumn<int>("expected");
    QTest::newRow("of the team") << u"key=k|scope=team|value=5"_s << 5;
    QTest::newRow("of the device") << u"key=k|scope=device|value=5"_s << 5;
    QTest::newRow("of a person") << u"key=k|scope=person|person=Li Na|value=5"_s << 5;
    // Rows that say nobody's are kept, and nobody asks for them.
    QTest::newRow("of no person") << u"key=k|scope=person|value=5"_s << 0;
    QTest::newRow("without a scope") << u"key=k|value=5"_s << 0;
}

void TestSettings::typed_isInForce() {
    QFETCH(const QString, edits);
    WorkspaceFixture f;
    const auto made =
        f.run(typedWork(u"setting"_s, {}, WorkspaceFixture::edits(edits), f.origin()));
    const QJsonValue value = setting(f.reader(), u"k"_s, f.workspace().actor(), 0);
    QTEST(made ? value.toInt(-1) : 0, "expected");
}

void TestSettings::person_mustSitHere() {
    WorkspaceFixture f;
    const auto done = f.run(settingWork(u"k"_s, SettingScope::Person, 1, {}));
    QCOMPARE(messageId(done), u"setting.no_person"_s);
}

void TestSettings::rights_thatCannotBeRead_areRefused() {
    WorkspaceFixture f;
    const auto put = [&](const QJsonValue &value) {
        return messageId(
            f.run(settingWork(u"access.rules"_s, SettingScope::Team, value, f.origin())));
    };
    QCOMPARE(put(u"everything"_s), u"setting.bad_value"_s);
    QCOMPARE(put(QJsonArray{QJsonObject{{u"entity"_s, u"deal"_s}}}), u"access.bad_rule"_s);
    QCOMPARE(put(QJsonArray{}), u"ok"_s);
    QCOMPARE(put(QJsonValue()), u"ok"_s);
}

void TestSettings::rights_areInForceAtOnce() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme"_s);
    const QJsonArray rules{
        QJsonObject{{u"entity"_s, u"deal"_s}, {u"action"_s, u"delete"_s}, {u"allow"_s, false}}};
    must(f.run(settingWork(u"access.rules"_s, SettingScope::Team, rules, f.origin())));
    const auto removed = f.run(removeWork(u"deal"_s, deal, f.origin()));
    QCOMPARE(messageId(removed), u"write.denied"_s);
    QCOMPARE(removed.error().kind, ErrorKind::Denied);
}

void TestSettings::garbage_isNoValue() {
    WorkspaceFixture f;
    must(f.run(settingWork(u"k"_s, SettingScope::Team, 1, f.origin())));
    const EntityDesc &settings = f.entity(u"setting");
    for (const QString &text : {u"{"_s, u"1, 2"_s, u"] ["_s, QString()}) {
        if (!text.isEmpty()) {
            Record row(u"setting"_s, settingId(u"k"_s, {}));
            row.set(settings.byName(u"value"), text);
            QCOMPARE(messageId(f.run(changeWork(row, {}, f.origin()))), u"valid.failed"_s);
        }
        // As another program may have left it.
        must(f.workspace().maintain([&](Connection &c) -> Result<void> {
            auto s = must(c.prepare(u"UPDATE setting SET value=? WHERE key='k'"_s));
            s.bind(1, text);
            return s.run();
        }));
        QCOMPARE(setting(f.reader(), u"k"_s, {}, u"usual"_s), QJsonValue(u"usual"_s));
    }
}

/// The fixture stands at 2026-03-09T02:00:00Z: the 9th in Shanghai, the 8th in Los Angeles.
void TestSettings::zone_isInForceAtOnce_andComesBackByUndo() {
    WorkspaceFixture f;
    QCOMPARE(f.workspace().today(), QDate(2026, 3, 9));
    const auto set =
        f.run(settingWork(u"zone"_s, SettingScope::Team, u"America/Los_Angeles"_s, f.origin()));
    QVERIFY(set.ok());
    QCOMPARE(f.workspace().today(), QDate(2026, 3, 8));
    const RecordId deal = f.create(u"deal"_s, u"name=A|amount=CNY 5|stage=Won"_s);
    QCOMPARE(f.text(u"deal"_s, deal, u"closed_on"), u"2026-03-08"_s);
    f.reopen();
    QCOMPARE(f.workspace().today(), QDate(2026, 3, 8));
    QVERIFY(f.run(undoWork(set->set, f.origin())).ok());
    QCOMPARE(f.workspace().today(), QDate(2026, 3, 9));
    QVERIFY(!f.run(settingWork(u"zone"_s, SettingScope::Team, u"Mars/Olympus"_s, f.origin())).ok());
    QCOMPARE(f.workspace().zone(), QTimeZone("Asia/Shanghai"));
}

} // namespace dw::test

using dw::test::TestSettings;
DW_TEST(TestSettings)

#include "tst_settings.moc"
