// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/worktime.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestWorkTime : public QObject {
    Q_OBJECT

private slots:
    void newWorkspace_hasTheCalendarOfItsZone();
    void settings_areInForce();
    void ownSetting_standsBeforeTheTeams();
};

void TestWorkTime::newWorkspace_hasTheCalendarOfItsZone() {
    WorkspaceFixture f; // in Asia/Shanghai
    const WorkTime time = workTime(f.reader(), {});
    QVERIFY(time.calendar.holiday(QDate(2026, 10, 1)));
    QVERIFY(!time.calendar.isWorkday(QDate(2026, 10, 1)));
    QCOMPARE(time.fiscal, FiscalCalendar());
}

void TestWorkTime::settings_areInForce() {
    WorkspaceFixture f;
    const Calendar usual; // without holidays
    QVERIFY(f.run(settingWork(u"calendar"_s, SettingScope::Team, usual.toJson(), f.origin())).ok());
    const QJsonObject fiscal{{u"start_month"_s, 4}, {u"week_start"_s, 7}};
    QVERIFY(f.run(settingWork(u"fiscal"_s, SettingScope::Team, fiscal, f.origin())).ok());
    const WorkTime time = workTime(f.reader(), {});
    QCOMPARE(time.calendar, usual);
    QCOMPARE(time.fiscal.startMonth(), 4);
    QCOMPARE(time.fiscal.weekStart(), Qt::Sunday);
}

void TestWorkTime::ownSetting_standsBeforeTheTeams() {
    WorkspaceFixture f;
    const QJsonObject fiscal{{u"start_month"_s, 1}, {u"week_start"_s, 6}};
    QVERIFY(f.run(settingWork(u"fiscal"_s, SettingScope::Person, fiscal, f.origin())).ok());
    QCOMPARE(workTime(f.reader(), f.origin().actor).fiscal.weekStart(), Qt::Saturday);
    QCOMPARE(workTime(f.reader(), {}).fiscal.weekStart(), Qt::Monday);
}

} // namespace dw::test

using dw::test::TestWorkTime;
DW_TEST(TestWorkTime)

#include "tst_worktime.moc"
