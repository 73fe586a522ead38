// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/quality/quality.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestQuality : public QObject {
    Q_OBJECT

private slots:
    void report_startsItself();
    void changed_followsWhatIsMeasured();
    void changed_followsTheSettings();
    void worst_isAnswered();
    void report_whereTheDatabaseIsGone_fails();
    void report_toWhoIsGone_isNotAnswered();

private:
    static std::vector<QualityReport> reportOf(Quality &quality, QualityBy by);
};

std::vector<QualityReport> TestQuality::reportOf(Quality &quality, QualityBy by) {
    std::optional<Result<std::vector<QualityReport>>> answer;
    QObject context;
    quality.report(by, &context, [&](auto reports) { answer = std::move(reports); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        qFatal("no answer");
    return must(*std::move(answer));
}

void TestQuality::report_startsItself() {
    WorkspaceFixture f;
    f.create(u"account"_s, u"name=Acme|owner=Li Na"_s);
    const auto reports = reportOf(f.workspace().quality(), QualityBy::Person);
    QCOMPARE(reports.size(), size_t(4));
    QCOMPARE(reports[0].entity, u"account"_s);
    QCOMPARE(reports[0].all.points, 3);
    QCOMPARE(reports[0].groups.size(), size_t(1));
    QCOMPARE(reports[0].groups[0].name, u"Li Na"_s);
    // What was committed since is in it, told of or not.
    f.create(u"account"_s, u"name=Other"_s);
    QCOMPARE(reportOf(f.workspace().quality(), QualityBy::Nothing)[0].all.records, 2);
}

void TestQuality::changed_followsWhatIsMeasured() {
    WorkspaceFixture f;
    Quality &quality = f.workspace().quality();
    QSignalSpy changed(&quality, &Quality::changed);
    f.create(u"account"_s, u"name=Acme"_s);
    must(quality.start());
    QTRY_COMPARE(changed.size(), 1);
    f.create(u"contact"_s, u"name=Wang"_s);
    QTRY_COMPARE(changed.size(), 2);
    // A product is not measured: the figures after it are those of the next account alone.
    f.create(u"product"_s, u"name=Pump"_s);
    f.create(u"account"_s, u"name=Other"_s);
    QTRY_COMPARE(changed.size(), 3);
}

void TestQuality::changed_followsTheSettings() {
    WorkspaceFixture f;
    Quality &quality = f.workspace().quality();
    must(quality.start());
    QSignalSpy changed(&quality, &Quality::changed);
    QTRY_VERIFY(!changed.isEmpty());
    changed.clear();
    must(f.run(settingWork(u"quality.threshold"_s, SettingScope::Team, 50, f.origin())));
    QTRY_COMPARE(changed.size(), 1);
}

void TestQuality::worst_isAnswered() {
    WorkspaceFixture f;
    f.create(u"lead"_s, u"name=Wang"_s);
    std::optional<Result<std::vector<QualityItem>>> answer;
    QObject context;
    f.workspace().quality().worst({.entity = u"lead"_s}, &context,
                                  [&](auto items) { answer = std::move(items); });
    QTRY_VERIFY(answer.has_value());
    const auto items = must(*std::move(answer));
    QCOMPARE(items.size(), size_t(1));
    QCOMPARE(items[0].title, u"Wang"_s);
}

void TestQuality::report_whereTheDatabaseIsGone_fails() {
    const CatalogHolder catalog(Catalog::builtin());
    Quality quality(u"/nowhere/at/all.dealwright"_s, {}, catalog);
    bool isAnswered = false;
    quality.report(QualityBy::Nothing, this, [&](const auto &reports) {
        isAnswered = true;
        QVERIFY(!reports);
    });
    QVERIFY(isAnswered);
}

void TestQuality::report_toWhoIsGone_isNotAnswered() {
    WorkspaceFixture f;
    Quality &quality = f.workspace().quality();
    bool isAnswered = false;
    {
        QObject context;
        quality.report(QualityBy::Nothing, &context, [&](const auto &) { isAnswered = true; });
    }
    (void)reportOf(quality, QualityBy::Nothing);
    QVERIFY(!isAnswered);
}

} // namespace dw::test

using dw::test::TestQuality;
DW_TEST(TestQuality)

#include "tst_quality.moc"
